import HearsayExtraction
import Testing

/// Each phrase of words apart by spaces, the bounds it gives ("low..high", "-" for none, "~" vague), and the words it takes.
private let phrases: [(String, String)] = [
    // exact
    ("25 people were killed", "25..25"), ("two civilians died", "2..2"), ("twenty-five soldiers", "25..25"),
    ("1,500 refugees", "1500..1500"), ("a dozen rebels", "12..12"), ("two dozen villagers", "24..24"), ("one man", "1..1"),
    ("an officer was killed", "1..1"), ("a woman", "1..1"), ("three hundred fighters", "300..300"), ("half a dozen men", "6..6"),
    ("a hundred people", "100..100"), ("1.2 million people", "1200000..1200000"), ("a couple were hurt", "2..2"),
    ("a couple of policemen", "2..2"), ("a pair of brothers", "2..2"), ("both men", "2..2"), ("another 12 people", "12..12"),
    ("a further 30 people", "30..30"), ("twelve others", "12..12"), ("one hundred and five bodies", "105..105"),
    ("two thousand three hundred prisoners", "2300..2300"), ("exactly 14 men", "14..14"), ("only three guards", "3..3"),
    ("a total of 40 dead", "40..40"), ("twenty - five soldiers", "25..25"), ("seven children", "7..7"), ("18 hostages", "18..18"),
    ("3 dozen homes' owners", "36..36"), ("another man", "1..1"), ("a further two men", "2..2"), ("an additional 50 troops", "50..50"),
    ("1 500 people", "1..1"), ("ninety nine bodies", "99..99"), ("the 12 victims", "12..12"),
    // lower bounds
    ("at least 20 people", "20..-"), ("more than 60 civilians", "60..-"), ("over 5,000 wounded", "5000..-"),
    ("no fewer than 12 men", "12..-"), ("no less than 12 men", "12..-"), ("not less than ten guards", "10..-"),
    ("upwards of 300 people", "300..-"), ("in excess of 1,000 men", "1000..-"), ("20 or more people", "20..-"),
    ("well over 100 dead", "100..-"), ("more than a dozen rebels", "12..-"), ("at least two dozen people", "24..-"),
    ("above 90 dead", "90..-"), ("at least one soldier", "1..-"), ("a minimum of 15 people", "15..-"), ("500 plus people", "500..-"),
    ("12 people", "12..12"), ("much more than 40 men", "40..-"), ("at the least 40 men", "40..-"), ("just over 50 men", "50..-"),
    ("at least another 30 people", "30..-"), ("at least a further 30 people", "30..-"), ("more than 1.5 million people", "1500000..-"),
    ("at least half a dozen men", "6..-"),
    // upper bounds
    ("up to 30 fighters", "-..30"), ("nearly 300 people", "-..300"), ("almost 50 dead", "-..50"), ("fewer than 10 men", "-..10"),
    ("less than 10 men", "-..10"), ("as many as 70 people", "-..70"), ("no more than 5 guards", "-..5"), ("at most 5 guards", "-..5"),
    ("under 40 dead", "-..40"), ("close to 200 people", "-..200"), ("just under 100 men", "-..100"), ("20 or fewer people", "-..20"),
    ("not more than six men", "-..6"), ("a maximum of 20 men", "-..20"), ("nearly a hundred men", "-..100"), ("12 at most", "-..12"),
    // about
    ("about 40 people", "40..40"), ("around 15 rebels", "15..15"), ("some 1,500 families", "1500..1500"), ("roughly 60 men", "60..60"),
    ("approximately 60 men", "60..60"), ("an estimated 800 people", "800..800"), ("a dozen or so men", "12..12"),
    ("perhaps 30 men", "30..30"), ("possibly ten men", "10..10"), ("about two dozen men", "24..24"), ("some 40 people", "40..40"),
    ("50 odd men", "50..50"),
    // ranges
    ("between 12 and 15 people", "12..15"), ("12 to 15 people", "12..15"), ("12-15 people", "12..15"), ("12 - 15 people", "12..15"),
    ("3,000-4,000 people", "3000..4000"), ("from 12 to 15 people", "12..15"), ("two or three men", "2..3"), ("12–15 people", "12..15"),
    ("between twenty and thirty men", "20..30"), ("somewhere between 12 and 15 people", "12..15"), ("about 12 to 15 people", "12..15"),
    ("between 2 and 3 million people", "2000000..3000000"), ("at least 12 to 15 people", "12..-"), ("six or seven guards", "6..7"),
    // words that name no number
    ("dozens of people", "24..99~"), ("hundreds were hurt", "200..999~"), ("scores of villagers", "40..99~"),
    ("thousands of people", "2000..9999~"), ("tens of thousands of people", "20000..99999~"),
    ("hundreds of thousands of people", "200000..999999~"), ("several soldiers", "3..9~"), ("a few men", "3..9~"),
    ("a handful of rebels", "3..9~"), ("a number of civilians", "3..9~"), ("several dozen people", "36..99~"),
    ("several hundred people", "300..999~"), ("a few hundred men", "300..999~"), ("a few thousand people", "3000..9999~"),
    ("at least dozens of people", "24..-~"), ("a couple of hundred people", "200..200~"), ("many civilians", "3..-~"),
    ("numerous fighters", "3..-~"), ("dozens more", "24..99~"), ("millions of people", "2000000..9999999~"),
    ("tens of people", "20..99~"), ("several men", "3..9~"), ("hundreds and hundreds of men", "200..999~"), ("another few men", "3..9~"),
    // none
    ("no casualties", "0..0"), ("none were hurt", "0..0"), ("nobody was hurt", "0..0"), ("no one was hurt", "0..0"), ("zero deaths", "0..0"),
]

private let refused: [String] = [
    "25 % of them", "25 percent of them", "ten per cent of homes", "$ 25 was paid", "$25 million was paid", "25 dollars", "€ 40",
    "25 - year - old man",
    "25-year-old man", "25 years old", "25 km north", "12 miles away", "155 mm shells", "40 rounds", "12 hours later", "three days",
    "two weeks", "ten years", "10 p.m.", "12 times", "19 September", "12 May", "2020 war", "1998 campaign", "12th man", "first man",
    "two - thirds of them", "three quarters of them", "one in five people", "two out of three men", "20 hectares", "40 tons of aid", "5 litres",
    "3 million dollars", "2-year truce", "10 : 35", "30 degrees", "15 grenades", "20 minutes",
]
private let refusedInside: [(String, Int)] = [
    ("Resolution 1701", 1), ("T - 72 tanks", 2), ("Flight 17 crashed", 1), ("Battalion 12 attacked", 1), ("Article 5", 1), ("aged 25", 1),
    ("September 19", 1), ("in 2020", 1), ("Ahmed , 25 , died", 2), ("No. 5 gate", 1), ("brigade 12", 1), ("May 12", 1), ("as many as", 1),
    ("the number of dead", 1), ("a lot of people", 0), ("no longer there", 0), ("no doubt", 0), ("how many people", 1),
]

private func shown(_ quantity: Quantity) -> String {
    "\(quantity.low.map(String.init) ?? "-")..\(quantity.high.map(String.init) ?? "-")\(quantity.isVague ? "~" : "")"
}
private func cut(_ phrase: String) -> [String] { phrase.split(separator: " ").map(String.init) }

@Test(arguments: phrases.map(\.0)) func `a quantity keeps the bound the words give it`(_ phrase: String) throws {
    let wanted = try #require(phrases.first { $0.0 == phrase }).1
    let start = phrase.hasPrefix("the 12") ? 1 : 0
    let (quantity, words) = try #require(Quantity.read(cut(phrase), at: start), "nothing read in '\(phrase)'")
    #expect(shown(quantity) == wanted, "'\(phrase)', words \(words)")
    #expect(words.lowerBound == start)
}

@Test(arguments: refused) func `shares, money, ages, dates and lengths count no people`(_ phrase: String) {
    #expect(Quantity.read(cut(phrase), at: 0) == nil, "'\(phrase)'")
}
@Test(arguments: refusedInside.map(\.0)) func `designations and years count no people`(_ phrase: String) throws {
    let index = try #require(refusedInside.first { $0.0 == phrase }).1
    #expect(Quantity.read(cut(phrase), at: index) == nil, "'\(phrase)'")
}

@Test func `the words before a number belong to it from either end`() throws {
    let words = cut("They said that at least 20 people and up to 5 guards died")
    for index in [3, 5] {
        let (quantity, range) = try #require(Quantity.read(words, at: index))
        #expect(shown(quantity) == "20..-")
        #expect(range == 3..<6)
    }
    let (guards, range) = try #require(Quantity.read(words, at: 10))
    #expect(shown(guards) == "-..5")
    #expect(range == 8..<11)
}

@Test func `enough phrases are held`() { #expect(phrases.count + refused.count + refusedInside.count >= 120) }

@Test func `no words trap`() {
    let pieces =
        (phrases.map(\.0) + refused + refusedInside.map(\.0)).flatMap(cut) + [
            "", " ", "999999999999999999999", "1e9", "٣", "-", "million", "billion", "and", "of", "a", "1,2,3", "..", "99999999-999999999999999",
        ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
        let words = (0..<next(9)).map { _ in pieces[next(pieces.count)] }
        for index in -1...words.count {
            guard let (quantity, range) = Quantity.read(words, at: index) else { continue }
            #expect(range.lowerBound >= 0 && range.upperBound <= words.count && !range.isEmpty)
            if let low = quantity.low, let high = quantity.high { #expect(low <= high, "\(words)") }
        }
    }
}
