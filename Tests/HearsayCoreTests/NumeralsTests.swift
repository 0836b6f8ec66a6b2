import HearsayCore
import Testing

private let numerals: [(String, Int, Int)] = [
    ("25", 25, 1), ("1,500", 1500, 1), ("1,500,000", 1_500_000, 1), ("twenty-five", 25, 1), ("twenty - five", 25, 3), ("ninety five", 95, 2),
    ("two dozen", 24, 2), ("1.2 million", 1_200_000, 2), ("a hundred", 100, 2), ("a thousand men", 1000, 2), ("three hundred thousand", 300_000, 3),
    ("one hundred and twenty", 120, 4), ("two thousand and six", 2006, 4), ("nineteen", 19, 1), ("zero", 0, 1), ("12 thousand", 12_000, 2),
    ("two million three hundred thousand", 2_300_000, 5), ("seven men", 7, 1), ("half", -1, 0), ("a man", -1, 0), ("and five", -1, 0),
    ("1,50", -1, 0), ("1.5.2", -1, 0), ("five six", 5, 1), ("two lakh", 200_000, 2), ("3 bn", 3_000_000_000, 2), ("thirty-one", 31, 1),
    ("twelve hundred", 1200, 2), ("five hundred and", 500, 2),
]

@Test(arguments: numerals.map(\.0)) func `a numeral is read to its end`(_ phrase: String) throws {
    let (_, value, count) = try #require(numerals.first { $0.0 == phrase })
    let read = Numerals.read(phrase.split(separator: " ").map(String.init), at: 0)
    guard count > 0 else {
        #expect(read == nil, "'\(phrase)' gives \(read.map { String($0.value) } ?? "")")
        return
    }
    #expect(read?.value == value, "'\(phrase)'")
    #expect(read?.words == 0..<count, "'\(phrase)'")
}

@Test func `ordinals are read in every writing`() {
    #expect(Numerals.ordinal("first") == 1)
    #expect(Numerals.ordinal("22nd") == 22)
    #expect(Numerals.ordinal("Twenty-first") == 21)
    #expect(Numerals.ordinal("third") == 3)
    #expect(Numerals.ordinal("three") == nil)
    #expect(Numerals.ordinal("th") == nil)
}
