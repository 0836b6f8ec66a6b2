import Hearsay
import HearsayCore
import Testing

/// Which act a place belongs to.
@Suite struct ReaderPlacesTests {
    @Test func `a capital without its name is the country's`() {
        expect("Gunmen killed two guards in the Kenyan capital on Monday.", tells: "'killed' | @the Kenyan capital | @ = Nairobi")
        expect("Rebels bombed the Sierra Leone capital.", tells: "@ = Freetown")
        expect("Police arrested ten people in Haiti's capital.", tells: "@ = Port-au-Prince")
    }
    @Test func `a town called a capital of something else is no seat of government`() {
        expect("Gunmen killed two guards in the provincial capital.", tells: "'killed' | @-")
    }
    @Test func `where a rocket is fired from is not where it falls`() {
        expect("Shells fired from Lebanon killed two people in Safed.", tells: "'fired' | @Safed", "'killed' | @Safed")
    }
    @Test func `a place may hang on the last noun of an act's phrase`() {
        expect("The minister reached an agreement with Kenya in Nairobi on Friday.", tells: "@Nairobi")
        expect("Clashes between police and students in Nairobi left three people dead.", tells: "'Clashes' | @Nairobi")
    }
    @Test func `the province is the unit around the last town`() {
        expect(
            "Gunmen killed nine people in Peshawar on Tuesday. Lawyers across the province boycotted the courts.",
            tells: "'boycotted' | @ = Khyber Pakhtunkhwa")
    }
    @Test func `a building is the place that the text called so`() {
        expect("Shells hit a hospital in Kunduz on Monday. Troops later raided the hospital.", tells: "'raided' | @Kunduz")
    }
    @Test func `a speech act that opens with a town was made there`() {
        expect("In Tehran, the president warned that the war could spread.", tells: "'warned' | @Tehran")
        expect("The general flew to Kabul and asked the president to hand over the rebels.", tells: "'asked' | @Kabul")
    }
    @Test func `the clause that completes a verb says where`() {
        expect("The rebels prevented aid ships from passing through the Red Sea.", tells: "COERCE | rebels -> aid ships | @Red Sea")
    }
    @Test func `the wounded were not hurt where they are treated`() {
        expect("The war goes on. Our clinic in Pemba has treated 43 wounded.", tells: "'wounded' | @-")
    }
    @Test func `a meeting is where its members went`() {
        expect("The king returned from Jordan, where he met the president.", tells: "'met' | @Jordan")
        expect("Kenya will host a summit of the region's leaders.", tells: "@Kenya")
    }
    @Test func `who filed the story is nowhere`() {
        expect(
            "FREETOWN, May 9 (Northern Wire) - Soldiers opened fire on a crowd. The crowd had marched there to demand jobs.",
            never: ["@Northern Wire"])
    }
    @Test func `the one town of the first sentence holds for its first attack`() {
        expect(
            "Flowers lined the square in Omagh last night as the number of those killed by Saturday's bomb rose to 28.", tells: "'killed' | @Omagh")
    }
    @Test func `a denied act is the one told before`() {
        expect(
            "Jets bombed a market in Saraqib on Monday. The ministry denied the accusation and said its aircraft had not bombed the town.",
            tells: "'bombed' | negated | 2024-03-04")
    }
}
