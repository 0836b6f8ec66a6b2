import Hearsay
import HearsayCore
import Testing

/// Turns of phrase that agencies, ministries and war rooms use, and that readers of them trip over.
@Suite struct ReaderNewsTests {
    // MARK: who, to whom

    @Test func `two verbs share what is done to one`() {
        expect("The raids have killed and wounded more villagers.", tells: "'wounded' | -> more villagers")
        expect("The general uses the planes to kill and injure villagers.", tells: "'injure' | general -> villagers")
    }
    @Test func `at somebody's hands`() {
        expect("Thousands of farmers have been killed at the hands of the junta and the rebels.", tells: "junta; rebels -> farmers")
    }
    @Test func `those counted stand behind two counts`() {
        expect("Hundreds of thousands of villagers have been killed.", tells: "-> villagers")
    }
    @Test func `a series of strikes is whose the strikes are`() {
        expect("A series of Turkish air strikes killed four fighters.", tells: "'killed' | Turkish -> four fighters")
    }
    @Test func `what a blow hits`() {
        expect("A Turkish strike hit two Kurdish vehicles.", tells: "'strike' | Turkish -> two Kurdish vehicles")
    }
    @Test func `whose unity is backed`() {
        expect("Norway supports Sudanese unity.", tells: "SUPPORT | Norway -> Sudanese")
    }
    @Test func `a crisis is no party to talks, nor is the town they are held in`() {
        expect("Ministers discussed the Yemen crisis.", tells: "CONSULT | Ministers ->", never: ["Ministers; Yemen crisis ->"])
        expect("The Doha talks between the rebels and the army ended on Friday.", tells: "CONSULT | rebels; army -> | @Doha")
    }
    @Test func `those who met are they`() {
        expect(
            "The Kenyan president met the Ugandan president in Kampala. They discussed the border.",
            tells: "'discussed' | They; They ->")
    }
    @Test func `what stands before an attack may say who made it`() {
        expect("They condemned the terrorist blasts.", tells: "'blasts' | ->")
        expect("He condemned the cowardly, criminal bombings.", tells: "'bombings' | ->")
    }
    @Test func `bombing victims bomb nobody`() {
        expect("The minister spoke to bombing victims in Lagos.", never: ["minister -> victims"])
    }
    @Test func `your government is not the speaker's`() {
        expect("“I thank you for the help that your government has provided,” said the Kenyan president.", never: ["your government: KEN.GOV"])
    }

    // MARK: where and when

    @Test func `an ambassador's post is not where he was hurt`() {
        expect("The ambassador to Kenya was injured.", tells: "ASSAULT | @-")
    }
    @Test func `a capital that is named is that town`() {
        expect("Seven people were killed in the Tanzanian capital of Dar es Salaam.", tells: "ASSAULT | @ = Dar es Salaam")
    }
    @Test func `the West is no spot on the map`() {
        expect("The group planned attacks against the West.", tells: "ASSAULT | @-")
    }
    @Test func `next to is no time to come`() {
        expect("Nine people were killed in the blasts next to the embassies on Friday.", tells: "'blasts' | happened")
    }
    @Test func `a count as of a day is no attack on it`() {
        expect("As of Monday, the bombings had killed 40 people.", tells: "'killed' | undated")
    }
    @Test func `what is done regularly is on no one day`() {
        expect("The council regularly meets to plan relief. The last meeting was in Oslo on 2 March.", tells: "'meets' | undated")
    }

    // MARK: what and who says

    @Test func `an armed march is no protest`() {
        expect("In their march toward Goma, the rebels burned six villages.", tells: "'march' | ASSAULT | @Goma", never: ["PROTEST"])
    }
    @Test func `a town is freed by force, a prisoner by leave`() {
        expect("Commandos fought to free the city of Bama.", tells: "ASSAULT | @Bama")
        expect("The judge freed two reporters.", tells: "RETREAT/release")
    }
    @Test func `money in aid is one gift`() {
        expect(
            "France will provide nearly $30 million in new assistance to the refugees.", tells: "AID | France -> refugees | planned",
            never: ["'assistance'"])
    }
    @Test func `cruelty is of somebody`() {
        expect("The attacks showed the barbarity of the militia.", tells: "'barbarity' | militia ->")
    }
    @Test func `no one is no speaker`() {
        expect("No one has claimed responsibility for the attacks.", tells: "ASSAULT | < -")
    }
    @Test func `an office and the name after it are one speaker`() {
        expect(
            "Director of the Kenya Relief Bureau Mary Okello said rebels killed two drivers.",
            tells: "'killed' | < Director of the Kenya Relief Bureau")
    }
    @Test func `who will not be named refuses nothing`() {
        expect("The official, who refused to identify himself, said it was a bomb.", never: ["REJECT"])
    }
}
