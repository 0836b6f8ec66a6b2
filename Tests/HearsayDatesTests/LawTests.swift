import HearsayCore
import HearsayDates
import Testing

/// A small generator with a fixed seed: a failing case comes back at every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

private let pieces: [String] =
    Corpus.all.map(\.phrase) + NegativeCorpus.all + [
        "99999999999999999999", "0000", "31 February 2023", "29 February", "32/13/9999", "9999-12-31", "0001-01-01", "١٢ مايو", "１２月",
        "e\u{301}", "👩‍👩‍👧", "\u{0}", "\u{FEFF}", "\u{202E}", "--", "''", "999999999 years ago", "a million centuries later", "in 5000 years",
        "the 400th century", "two hundred thousand million billion days ago", "1 Ramadan 9000", "30 Esfand 1403", "9999 BC", "24:61",
        "25:00 p.m.", "0 BC", "year 0", "the next 99999 weeks", ",,,", ".", "\n\n", "May", "March", "to", "from", "between", "and", "-", "of",
        "the end of", "early", "half past", "the 0th of May", "0 days ago", "-5 days ago", "1st", "'98", "’", "'s",
    ]

@Test func `no text traps and every span lies in it`() {
    var dice = Dice(state: 20_240_306)
    let reader = DateReader()
    for _ in 0..<4000 {
        var scalars: [Unicode.Scalar] = []
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            let piece = Array(pieces.randomElement(using: &dice)!.unicodeScalars)
            if Bool.random(using: &dice) {
                scalars += piece
            } else {
                let from = Int.random(in: 0...piece.count, using: &dice)
                scalars += piece[from..<Int.random(in: from...piece.count, using: &dice)]
            }
            if Int.random(in: 0..<4, using: &dice) > 0 { scalars.append(" ") }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let text = Text(String(view))
        let published = Bool.random(using: &dice) ? Day(number: Int.random(in: -719_162...2_932_896, using: &dice)) : nil
        for style in [DateResolver.Style.news, .narrative] {
            let dates = reader.read(text, published: published, style: style)
            var end = 0
            for date in dates {
                let span = date.expression.span
                #expect(span.start >= end && span.start < span.end && span.end <= text.count)
                #expect(date.expression.phrase.contains(span))
                end = span.end
                if let from = date.range?.from, let to = date.range?.to { #expect(from <= to, "\(text.string): \(date)") }
            }
        }
        _ = Publication.infer(in: text)
    }
}

@Test func `the same text gives the same dates`() {
    let text = Text(Corpus.all.map(\.phrase).joined(separator: ". They met. "))
    #expect(DateReader().read(text, published: Day(2024, 3, 6)) == DateReader().read(text, published: Day(2024, 3, 6)))
}

@Test func `a span looks only at its own words`() {
    let text = Text("On Monday they met. On Friday they left.")
    let found = DateFinder().expressions(in: text, within: Span(20, 40))
    #expect(found.map { text[$0.span] } == ["Friday"])
    #expect(found.map { text[$0.phrase] } == ["On Friday"])
    #expect(DateFinder().expressions(in: text, within: Span(500, 900)).isEmpty)
}
