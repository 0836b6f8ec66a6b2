import HearsayCore

/// What the sentence splitter sees of a token.
struct Outline {
    enum Shape: UInt32 {
        case other = 1, lower, title, capital, caps, number, stop, period, quote, opening, closing, open, close, comma, hyphen

        var isWord: Bool { rawValue >= Shape.lower.rawValue && rawValue <= Shape.caps.rawValue }
        var closes: Bool { self == .quote || self == .closing || self == .close }
    }

    let hash: UInt32
    let shape: Shape
    /// 0 for none; 1 a title, 2 another known one, 3 with periods inside, 4 an initial, 5 unknown, 6 a number.
    let abbreviation: UInt32
    /// A word in title case that opens a sentence far more often than it stands in a name: "The", "They".
    let opensSentence: Bool
    /// The next token follows without a space.
    let isGlued: Bool
    /// This one follows the token before it without a space.
    let isJoined: Bool

    init(_ scalars: [Unicode.Scalar], _ letters: Letters, _ span: Span, isGlued: Bool, isJoined: Bool) {
        self.isGlued = isGlued
        self.isJoined = isJoined
        let shape = Outline.shape(scalars, letters, span, isGlued: isGlued, isJoined: isJoined)
        self.shape = shape
        var hash: UInt32 = 0x811C_9DC5
        for index in span.start..<min(span.end, span.start + 16) { hash = (hash ^ letters.folded[index]) &* 0x0100_0193 }
        self.hash = shape == .opening || shape == .closing ? hash ^ shape.rawValue : hash
        abbreviation = Outline.abbreviation(letters, span, shape)
        opensSentence = (shape == .title || shape == .capital) && Starters.words.contains(letters.folded[span.start..<span.end])
    }

    private static func shape(
        _ scalars: [Unicode.Scalar], _ letters: Letters, _ span: Span, isGlued: Bool, isJoined: Bool
    ) -> Shape {
        switch letters.kinds[span.start] {
        case .letter:
            guard letters.isUpper[span.start] else { return .lower }
            var count = 0
            var lower = 0
            for index in span.start..<span.end where letters.kinds[index] == .letter {
                count += 1
                if !letters.isUpper[index] { lower += 1 }
            }
            return count == 1 ? .capital : lower == 0 ? .caps : .title
        case .digit: return .number
        case .stop: return .stop
        case .period: return .period
        case .apostrophe, .quote:
            switch scalars[span.start].value {
            case 0x201C, 0x2018, 0x60, 0x201E, 0xAB: return .opening
            case 0x201D, 0xBB: return .closing
            default: return isGlued && !isJoined ? .opening : isJoined && !isGlued ? .closing : .quote
            }
        case .opener: return .open
        case .closer: return .close
        case .comma: return .comma
        case .hyphen: return .hyphen
        default: return letters.folded[span.start] == 0x2014 ? .hyphen : .other
        }
    }

    private static func abbreviation(_ letters: Letters, _ span: Span, _ shape: Shape) -> UInt32 {
        guard letters.folded[span.end - 1] == 0x2E, span.length > 1 else { return 0 }
        if shape == .number { return 6 }
        guard shape.isWord else { return 0 }
        let word = letters.folded[span.start..<span.end - 1]
        if Abbreviations.isTitle(word) { return 1 }
        if Abbreviations.isKnown(word) { return 2 }
        if word.contains(0x2E) { return 3 }
        return word.count == 1 ? 4 : 5
    }
}
