import Hearsay
import HearsayCore
import Testing

/// What an act has to do with besides itself.
@Suite struct ContextTests {
    private func contexts(_ news: String, of trigger: String) -> [String]? {
        read(news).claims.first { $0.trigger.text.contains(trigger) }?.contexts
    }

    @Test func `an act has the contexts of its own clause, not of another act's`() {
        let news = "Rebels freed two bakers in Bria after parliament rejected the election law."
        #expect(contexts(news, of: "freed") == [])
        #expect(contexts(news, of: "rejected") == ["legislative", "election", "legal"])
    }
    @Test func `what an accusation tells of is what it is about`() {
        #expect(contexts("Paris accused Damascus of using sarin.", of: "accused") == ["cbrn"])
    }
    @Test func `the words of whoever tells it are no context`() {
        #expect(contexts("Parliament said that farmers had attacked a bakery.", of: "attacked") == [])
    }
    @Test func `a soldier among the parties makes an act military`() {
        let claim = read("Soldiers killed a farmer in Homs.").claims.first
        #expect(claim?.contexts == ["military"])
    }
    @Test func `another telling of the happening lends its contexts`() throws {
        let claims = read("A suicide bomber attacked a market in Quetta on Tuesday. The attack killed nine people.").claims
        try #require(claims.count >= 2 && Set(claims.map(\.incident)).count == 1)
        #expect(claims.allSatisfy { $0.contexts.contains("terrorism") })
        #expect(claims.contains { $0.evidence.contains(Evidence("contexts", "terrorism.incident")) })
    }
    @Test func `each context says what it was seen by`() {
        let claim = read("Norway expelled two diplomats for espionage.").claims.first
        #expect(claim?.evidence.contains(Evidence("contexts", "intelligence.words")) == true)
    }
}
