import Hearsay
import HearsayCore
import Testing

/// How single words are told, whether or not the codebook knows them: `hearsay mentions --kind status`.
@Suite struct ToldWordTests {
    private func status(of word: String, in news: String) -> String {
        let document = Document(id: "told", published: nil, text: Text(news))
        return Shipped.reader.toldWords(in: document).first { $0.word.text == word }?.status.rawValue ?? "not asked"
    }

    private func expect(_ news: String, _ told: [String: String], sourceLocation: SourceLocation = #_sourceLocation) {
        for (word, wanted) in told.sorted(by: { $0.key < $1.key }) {
            let got = status(of: word, in: news)
            #expect(got == wanted, "\(word): \(news)", sourceLocation: sourceLocation)
        }
    }

    @Test func `a word that no pattern knows is told as its sentence tells it`() {
        expect("The orchestra will not rehearse on Friday.", ["rehearse": "negated"])
        expect("The bakers plan to reopen their shops.", ["reopen": "planned", "plan": "happened"])
    }
    @Test func `two-way words settle what they govern`() {
        expect("The engineers managed to reopen the valve.", ["reopen": "happened"])
        expect("The engineers did not manage to reopen the valve.", ["reopen": "negated"])
        expect("The engineers failed to reopen the valve.", ["reopen": "negated"])
        expect("The mayor never failed to greet them.", ["greet": "happened"])
        expect("The villagers were able to cross the river.", ["cross": "happened"])
        expect("The villagers are able to cross the river.", ["cross": "possible"])
        expect("The guards allowed the nurses to enter.", ["enter": "happened"])
        expect("The sailors had to abandon the ship.", ["abandon": "happened"])
        expect("The sailors have to abandon the ship.", ["abandon": "possible"])
        expect("The guards did not hesitate to fire.", ["fire": "happened"])
    }
    @Test func `what is known or regretted is so, whatever is said of the knowing`() {
        expect("The governor did not know that the bridge had collapsed.", ["collapsed": "happened", "know": "negated"])
        expect("The general regrets that the shells hit a school.", ["hit": "happened"])
        expect("Officials could not say where the boat had sunk.", ["sunk": "happened"])
    }
    @Test func `what is denied or only rumoured away was not`() {
        expect("The militia denied that its men had burned the mill.", ["burned": "negated"])
        expect("The ministry dismissed claims that troops had looted the museum.", ["looted": "negated"])
        expect("The governor rejected reports of a massacre.", ["massacre": "negated"])
        expect("The rebels rejected the offer.", ["offer": "happened"])
    }
    @Test func `without, no longer, too weak, rather than and not a are negations`() {
        expect("The convoy passed without stopping.", ["stopping": "negated", "passed": "happened"])
        expect("The militia no longer patrols the valley.", ["patrols": "negated"])
        expect("The garrison was too weak to resist.", ["resist": "negated"])
        expect("Not a window was broken.", ["broken": "negated"])
        expect("The brothers surrendered rather than fight.", ["fight": "negated", "surrendered": "happened"])
    }
    @Test func `not until Monday is after all`() {
        expect("The envoys did not arrive until Monday.", ["arrive": "happened"])
    }
    @Test func `a denial does not reach into the next clause`() {
        expect("Nobody was hurt, but firefighters cleared the street.", ["hurt": "negated", "cleared": "happened"])
        expect("The crew did not land and the tower closed the runway.", ["closed": "happened", "land": "negated"])
    }
    @Test func `questions and commands tell nothing`() {
        expect("Did the mayor resign?", ["resign": "possible"])
        expect("Why did the mayor resign?", ["resign": "happened"])
        expect("Open the gates at once.", ["Open": "possible"])
        expect("Let him lift the curfew.", ["lift": "possible"])
    }
    @Test func `what waits for something else is open`() {
        expect("The army will stay until the rebels withdraw.", ["withdraw": "possible", "stay": "planned"])
        expect("If the dam breaks, the town will drown.", ["breaks": "possible", "drown": "possible"])
    }
    @Test func `a future seen from the past is a plan, with a condition a thought`() {
        expect("The minister said he would resign.", ["resign": "planned"])
        expect("The minister said he would resign if the vote failed.", ["resign": "possible", "failed": "possible"])
    }
    @Test func `what is yet to be avoided is open`() {
        expect("The pilots turned back to avoid a collision.", ["collision": "possible"])
        expect("The pilots avoided a collision.", ["collision": "negated"])
    }
    @Test func `an act named for the first time is as the verb that brings it`() {
        expect("The vote could trigger a boycott.", ["boycott": "possible"])
        expect("The clubs did not stage a boycott.", ["boycott": "negated"])
        expect("The clubs could not forget the boycott.", ["boycott": "happened"])
    }
    @Test func `what is to end goes on`() {
        expect("The council urged both armies to cease their raids.", ["raids": "ongoing"])
    }
    @Test func `who marches to demand has demanded`() {
        expect("Thousands marched to demand the release of the prisoners.", ["demand": "happened"])
        expect("Thousands gathered to see the eclipse.", ["see": "planned"])
    }
    @Test func `what one could hear was there`() {
        expect("Residents could hear shelling.", ["hear": "happened"])
    }
}
