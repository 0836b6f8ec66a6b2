import HearsayCore
import Testing

/// Counts of people harmed: each sentence with all figures that it gives, parts as "of these".
private let counted: [(String, Set<String>)] = [
    // taken prisoner
    ("Soldiers detained two men at the checkpoint.", ["captured 2"]),
    ("Police took three smugglers into custody.", ["captured 3"]),
    ("Four deserters were taken into custody on Monday.", ["captured 4"]),
    ("Soldiers detained a number of suspected rebels.", ["captured ~"]),
    ("Police arrested several teachers.", ["captured ~"]),
    ("The patrol detained the ringleader along with two of his drivers.", ["captured 2"]),
    ("Troops captured a militia leader and one of his aides during the night.", ["captured 1"]),
    ("Troops captured a smuggler, along with more than ten gunmen.", ["captured 1", "captured 10+"]),
    ("Police identified and detained a courier and several of her cousins.", ["captured 1", "captured ~"]),
    ("Guards stopped, searched and arrested five students.", ["captured 5"]),
    ("Police detained a total of 14 protesters.", ["captured 14"]),
    ("Marines captured a group of six gunmen.", ["captured 6"]),
    ("Rebels captured three officers and several rifles.", ["captured 3"]),
    ("Gunmen abducted a priest and two nuns.", ["captured 1", "captured 2"]),
    ("Police detained nine people, two of whom were foreigners.", ["captured 9", "captured 2 of these"]),
    ("Police arrested six men, including a colonel.", ["captured 6", "captured 1 of these"]),
    // killed
    ("A rebel was killed near the bridge.", ["killed 1"]),
    ("Soldiers killed a warlord and two bodyguards.", ["killed 1", "killed 2"]),
    ("The patrol ambushed and killed four poachers.", ["killed 4"]),
    ("The tank burned out and its driver was killed.", ["killed 1"]),
    ("Raiders killed a sub-commander and five guards.", ["killed 1", "killed 5"]),
    ("More than a dozen herders were killed.", ["killed 12+"]),
    ("Raiders killed half a dozen herders.", ["killed 6"]),
    ("Nobody was killed in the raid.", ["killed 0"]),
    ("No one was injured in the blast.", ["injured 0"]),
    ("Scores of villagers were killed in the raid.", ["killed ~"]),
    ("The blast killed between 30 and 40 worshippers.", ["killed 30..40"]),
    ("Twelve to 15 guards were killed.", ["killed 12..15"]),
    ("Police thought that more than 400 miners had been killed.", ["killed 400+"]),
    ("Soldiers called for an air strike, killing several gunmen.", ["killed ~"]),
    // parts
    ("The raid killed 12 people, among them a nurse and two of her patients.", ["killed 12", "killed 1 of these", "killed 2 of these"]),
    ("At least 30 people were killed, nine of them children.", ["killed 30+", "killed 9 of these"]),
    ("Gunmen killed 20 farmers, of whom four were women.", ["killed 20", "killed 4 of these"]),
    ("The shelling killed 15 people on Friday, including three medics.", ["killed 15", "killed 3 of these"]),
    ("Twelve people were killed and 30 injured, including four children.", ["killed 12", "injured 30", "injured 4 of these"]),
    ("Gunmen killed 40 people in three attacks, including one in the capital.", ["killed 40"]),
    // two harms
    ("The blast killed nine people and wounded 31.", ["killed 9", "injured 31"]),
    ("The twin bombings have killed more than 250 people and injured over 5,000.", ["killed 250+", "injured 5000+"]),
    ("More than 60 civilians were killed and injured.", ["killed ?", "injured ?"]),
    ("Up to 20 guards were killed or wounded.", ["killed ..20", "injured ..20"]),
    ("Militiamen abducted and killed seven lawyers.", ["captured 7", "killed 7"]),
    ("Radio Ruzna spoke of 10 dead and 60 wounded.", ["killed 10", "injured 60"]),
    // tolls, revised
    ("The death toll stood at 162, including 37 children.", ["killed 162", "killed 37 of these"]),
    ("The death toll from the shelling rose from 28 to 31.", ["killed 31"]),
    ("The death toll has passed 500.", ["killed 500+"]),
    ("The ministry put the number of dead at 43.", ["killed 43"]),
    ("Two more deaths brought to 40 the number of people killed since October.", ["killed 2", "killed 40"]),
    ("The army has killed 300 rebels since May.", ["killed 300"]),
    // no counts of people
    ("Soldiers seized multiple AK-47s, several grenades and 40 rockets.", []),
    ("Rebels captured two tanks and three trucks.", []),
    ("About 60 percent of those killed were women.", []),
    ("The siege killed a third of the town.", []),
    ("The attack could kill 100 people, the mayor warned.", []),
    ("Soldiers plan to arrest ten smugglers.", []),
    ("The soldiers killed the gunman.", []),
    ("The number of raids rose to 28.", []),
]

@Suite struct ReaderFiguresTests {
    @Test(arguments: counted) func `a sentence gives its figures and no others`(_ sentence: String, _ figures: Set<String>) {
        let told = Set(read(sentence).claims.flatMap { Notation(claim: $0).figures }).subtracting(["unharmed"])
        #expect(told == figures, "\(sentence)")
    }

    @Test func `those of a part and of a number are named`() {
        expect("At least 30 people were killed, nine of them children.", tells: "killed 9 of these | who child")
        expect("Rebels took three of her sons prisoner.", tells: "captured 3 | who son")
        expect("Soldiers detained a number of suspected rebels.", tells: "captured ~ | who suspected rebel")
    }

    @Test func `a running toll is no part of an incident of its own`() {
        let report = read("Rebels killed two guards in Saraqib on Monday. The rebels have killed 300 guards since May.")
        let incidents = report.claims.filter { !$0.figures.isEmpty }.map(\.incident)
        #expect(incidents.count == 2 && Set(incidents).count == 2)
    }

    @Test func `the day of counting is not that of the deaths`() {
        expect("On Saturday the ministry put the number of dead at 43.", tells: "killed 43 | undated")
    }

    @Test func `a place pointed to from another sentence never traps`() {
        let hold = "The rebels hold the old mill on the long road that runs over the hills from the north into the town of Saraqib."
        expect(hold + " They attacked from the town.", tells: "ASSAULT | 'attacked'")
        let fight = "The two sides have fought for weeks over the long road that runs from the hills in the far north to the town of Saraqib."
        expect(fight + " They were shelled from the town.", tells: "ASSAULT/heavy-weapons | 'shelled'")
    }

    @Test func `a release is dated by its number and its head`() {
        let release = "2011-07-X-014\nFor Release\n\nSARAQIB (July 9) - Soldiers detained two men yesterday."
        let report = read(release, published: nil)
        #expect(report.document.published == Day(2011, 7, 9))
        #expect(read("2011-07-14\n\nSARAQIB - Soldiers detained two men.", published: nil).document.published != Day(2011, 7, 9))
        #expect(
            read(release.replacing("2011-07", with: "2010-12").replacing("July 9", with: "Jan. 2"), published: nil).document.published
                == Day(2011, 1, 2))
        #expect(read(release.replacing("2011-07", with: "2011-01"), published: nil).document.published == nil)
    }
}
