import HearsayCore
import Testing

/// One party to a conflict, with the words that point to it.
struct Side: Sendable {
    let name: String
    /// "Armenian"; a group's own name where it has none.
    let adjective: String
    /// "Yerevan" for a government; the side's own name where it has none, or where others claim the town too.
    let capital: String
    let code: String
}

/// Two parties of one kind, and sentences in which either may stand in either's place.
enum Swapping {
    static let pairs: [(Side, Side)] = [
        (
            Side(name: "Armenia", adjective: "Armenian", capital: "Yerevan", code: "ARM"),
            Side(name: "Azerbaijan", adjective: "Azerbaijani", capital: "Baku", code: "AZE")
        ),
        (
            Side(name: "India", adjective: "Indian", capital: "New Delhi", code: "IND"),
            Side(name: "Pakistan", adjective: "Pakistani", capital: "Islamabad", code: "PAK")
        ),
        (
            Side(name: "Russia", adjective: "Russian", capital: "Moscow", code: "RUS"),
            Side(name: "Ukraine", adjective: "Ukrainian", capital: "Kyiv", code: "UKR")
        ),
        (
            Side(name: "Ethiopia", adjective: "Ethiopian", capital: "Addis Ababa", code: "ETH"),
            Side(name: "Eritrea", adjective: "Eritrean", capital: "Asmara", code: "ERI")
        ),
        (
            Side(name: "Rwanda", adjective: "Rwandan", capital: "Kigali", code: "RWA"),
            Side(name: "Burundi", adjective: "Burundian", capital: "Gitega", code: "BDI")
        ),
        (
            Side(name: "Israel", adjective: "Israeli", capital: "Israel", code: "ISR"),
            Side(name: "Iran", adjective: "Iranian", capital: "Iran", code: "IRN")
        ),
        (
            Side(name: "Serbia", adjective: "Serbian", capital: "Belgrade", code: "SRB"),
            Side(name: "Croatia", adjective: "Croatian", capital: "Zagreb", code: "HRV")
        ),
        (
            Side(name: "Thailand", adjective: "Thai", capital: "Bangkok", code: "THA"),
            Side(name: "Cambodia", adjective: "Cambodian", capital: "Phnom Penh", code: "KHM")
        ),
        (
            Side(name: "Hamas", adjective: "Hamas", capital: "Hamas", code: "PSE"),
            Side(name: "Hezbollah", adjective: "Hezbollah", capital: "Hezbollah", code: "LBN")
        ),
    ]

    /// "{A}" is the one side, "{a}" its adjective, "{C}" its capital; "{B}", "{b}", "{D}" the other's.
    static let templates = [
        "{A} shelled three villages on Tuesday, {B} said.",
        "{A} accused {B} of violating the ceasefire.",
        "{b} forces killed two {a} soldiers on Monday.",
        "Two {a} soldiers were killed by {b} forces on Monday.",
        "{A} denied that it had attacked {B}.",
        "{A} and {B} held talks in Geneva on Friday.",
        "{A} will withdraw its troops, the {b} side said.",
        "{A} claimed responsibility for the attack on the {b} convoy.",
        "According to {A}, {b} fighters opened fire first.",
        "{C} called on {D} to release the prisoners.",
        "A {b} drone strike wounded at least 12 people, {a} officials said, but {B} rejected the claim.",
        "{A} threatened to retaliate if {B} attacks again.",
        "At least nine {a} civilians died in {b} shelling overnight, local officials said.",
        "{b} jets bombed a bridge near the border, {A} said on Wednesday.",
        "{A} said {b} troops had crossed the river and burned two farms.",
        "{A} has condemned the {b} attack on a hospital.",
        "{D} rejected {C}'s accusation as baseless.",
        "{A} shot down a {b} drone on Sunday, residents said.",
        "{A} and {B} exchanged prisoners on Saturday.",
        "{b} soldiers detained three {a} fishermen.",
        "{A} urged {B} to return to the negotiating table.",
        "The {a} army denied {b} reports that it had used cluster munitions.",
        "{A} blamed {B} for the explosion that killed four guards.",
        "{A} captured a hill from {b} forces after heavy fighting.",
        "{A} agreed to a ceasefire with {B} on Thursday.",
        "{A} accused {b} forces of killing 14 villagers, a claim that could not be verified.",
        "{B} may attack again, {a} commanders fear.",
        "A spokesman for {A} said that {B} had broken the truce twice.",
        "{A} freed 20 {b} prisoners of war.",
        "{A} closed its border with {B} after the raid.",
        "{A} offered to mediate, but {B} refused.",
        "{b} rockets hit a market, wounding at least 30 people, {A} said.",
        "No {a} soldier was killed in the {b} strike, {C} said.",
        "{A} vowed to avenge the {b} raid.",
        "{A} massed tanks on its border with {B}.",
        "If {B} withdraws its forces, {A} will lift the blockade.",
    ]

    struct Case: Sendable, CustomTestStringConvertible {
        let one: Side
        let other: Side
        let template: String
        var testDescription: String { sentence(one, other) }

        func sentence(_ one: Side, _ other: Side) -> String {
            var out = template
            for (mark, words) in [
                ("{A}", one.name), ("{B}", other.name), ("{a}", one.adjective), ("{b}", other.adjective), ("{C}", one.capital),
                ("{D}", other.capital),
            ] { out = out.replacing(mark, with: words) }
            return out
        }
    }

    static let cases: [Case] = pairs.flatMap { pair in templates.map { Case(one: pair.0, other: pair.1, template: $0) } }

    /// An army has a name of its own ("Israel Defense Forces", "Armed Forces of Iran"); all else is named alike.
    private static func named(_ name: String, _ code: String?) -> String { code?.hasSuffix(".MIL") == true ? "an army" : name }

    /// All that the record says but for offsets and coordinates, the sides as ① and ②.
    static func lines(_ news: String, _ one: Side, _ other: Side) -> [String] {
        told(news).claims.map { notation in
            let claim = notation.claim
            var parts = [notation.description, claim.incident]
            parts += (claim.actors + claim.recipients).map { "\(Self.named($0.name, $0.code)) \($0.code ?? "-")" }
            parts += claim.speakers.map { "\($0.name ?? "-") \($0.code ?? "-") cue \($0.cue?.text ?? "-")" }
            parts.append(claim.place?.country ?? "-")
            parts += claim.evidence.map { "\($0.field) \($0.rule)" }
            // Longer words first: "Armenian" before "Armenia".
            let words = [one, other].enumerated().flatMap { index, side in
                [side.adjective, side.name, side.capital, side.code].map { ($0, "\(index == 0 ? "①" : "②")") }
            }.sorted { $0.0.count > $1.0.count }
            return words.reduce(parts.joined(separator: " | ")) { $0.replacing($1.0, with: $1.1) }
        }
    }
}

/// Neither side is read otherwise than the other.
@Suite struct NeutralityTests {
    @Test func `at least three hundred sentences are swapped`() { #expect(Swapping.cases.count >= 300) }

    @Test(arguments: Swapping.cases) func `swapping the two sides swaps them in the record and changes nothing else`(_ swap: Swapping.Case) {
        let there = swap.sentence(swap.one, swap.other)
        let back = swap.sentence(swap.other, swap.one)
        let lines = Swapping.lines(there, swap.one, swap.other)
        #expect(!lines.isEmpty, "\(there)")
        // The sides' names differ; so the record of the one, its sides named ① and ②, is the record of the other.
        #expect(lines == Swapping.lines(back, swap.other, swap.one), "\(there)\n\(back)")
    }

    @Test(arguments: [
        ["Stepanakert", "Khankendi"], ["Shusha", "Shushi"], ["Lachin", "Berdzor"], ["Kalbajar", "Karvachar"], ["Bakhmut", "Artyomovsk"],
        ["Senkaku Islands", "Diaoyu Islands"], ["Dokdo", "Takeshima"], ["Falkland Islands", "Islas Malvinas"], ["Golan Heights", "Jawlan"],
        ["Jerusalem", "al-Quds"], ["Western Sahara", "Moroccan Sahara"],
        ["Scarborough Shoal", "Huangyan Dao"], ["Arunachal Pradesh", "South Tibet"], ["Kosovo", "Kosovo and Metohija"],
    ]) func `both names of a place come out whichever is used`(_ names: [String]) {
        let places = names.map { name -> PlaceMention? in
            let places =
                told("Soldiers clashed in the \(name) on Monday.").report.claims.compactMap(\.place)
                + told("Soldiers clashed in \(name) on Monday.").report.claims.compactMap(\.place)
            return places.first { Set(names).isSubset(of: $0.names) }
        }
        for (name, place) in zip(names, places) { #expect(place != nil, "\(name) does not give \(names)") }
        #expect(places[0]?.code == places[1]?.code)
        #expect(places[0]?.country == places[1]?.country)
        #expect(places[0]?.names == places[1]?.names)
    }
}
