import Hearsay
import HearsayCore
import Testing

/// Who did what to whom, where the text says it only in passing.
@Suite struct ReaderPartiesTests {
    // MARK: those of somebody

    @Test func `a general is whom his title is short for`() {
        expect(
            "Gunmen loyal to Gen. Omar Fayad shelled the port. The general denied that he had ordered the attack.",
            tells: "'denied' | the general = Omar Fayad")
    }
    @Test func `whose army it is`() {
        expect("Chad, whose army overran a border post in Sudan, has promised to leave.", tells: "'overran' | whose army: TCD.MIL")
    }
    @Test func `both armies are two`() {
        expect(
            "India accused Pakistan of firing first. Both armies shelled villages on Monday.",
            tells: "'shelled' | armies: IND.MIL | armies: PAK.MIL")
    }
    @Test func `officials of two countries`() {
        expect("U.S. and British officials accused Libya of murder.", tells: "ACCUSE | British officials: USA.GOV | British officials: GBR.GOV")
    }
    @Test func `a state nobody names is no country's name`() {
        expect(
            "Nine people were killed in Nairobi, Kenya, the state prosecutor's office said.",
            tells: "'killed' | < state prosecutor's office = state prosecutor's office")
    }
    @Test func `coalition troops are not of the land they are in`() {
        expect("Coalition soldiers in Mali killed four rebels.", tells: "'killed' | Coalition soldiers in Mali: -")
    }
    @Test func `governments without an owner are of many lands`() {
        expect("Governments should freeze the accounts of Sudan's generals, said a lawyer in Khartoum.", tells: "Governments: -")
    }
    @Test func `force that is used is nobody`() {
        expect("Police in Khartoum used excessive force against students.", never: ["excessive force: SDN.MIL"])
    }

    // MARK: one name, one party

    @Test func `a government is no rebels`() {
        expect(
            "Fighting between government police and supporters of the UNITA movement shook Luanda. UNITA accused the government of murder.",
            tells: "'accused' | government of murder: AGO.GOV")
    }
    @Test func `a group taken for a man speaks for itself`() {
        expect(
            "Somalia's al-Shabaab took responsibility for the attack. It said that it had killed nine soldiers.",
            tells: "'killed' | it = Al-Shabaab")
    }
    @Test func `rebels are not their radio`() {
        expect(
            "Rebel radio said 40 soldiers had died in El Salvador. The rebels broke off talks with the government.",
            tells: "'broke off' | rebels: SLV.REB")
    }
    @Test func `a lone surname is no famous namesake`() {
        expect("Rebels attacked the mill in Gao, Mali, said Russell.", tells: "'attacked' | < Russell = Russell")
    }
    @Test func `the day is no part of a name`() {
        expect(
            "President Bill Clinton Thursday condemned the bombings.", tells: "ACCUSE | President Bill Clinton = Bill Clinton",
            published: Day(1998, 8, 14))
    }
    @Test func `those who were taken do not take`() {
        expect(
            "Serb soldiers stormed the village. Boys were abducted. They took my son, said a woman.", never: ["'took' | They = Boys"])
    }
    @Test func `who grieves for the dead of an attack made none`() {
        expect(
            "The minister expressed sympathy for those killed in the attack on a market in Izmir.", never: ["'attack' | minister ->"])
    }
}
