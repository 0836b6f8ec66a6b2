import HearsayCore

/// What a scalar is to the tokenizer.
enum Kind: UInt8 {
    case space, letter, digit, period, hyphen, apostrophe, quote, opener, closer, stop, comma, slash, money, symbol
    /// Marks, joiners and format characters: always part of what stands before them.
    case joined
}

/// A text seen scalar by scalar: what each one is, and its lower-case form with all quotes and dashes made alike.
///
/// Made once a document, so that the tokenizer never walks Characters nor asks Unicode twice.
struct Letters {
    let kinds: [Kind]
    /// Lower case; curly quotes as straight ones, so that one weight serves every way to write them.
    let folded: [UInt32]
    let isUpper: [Bool]

    var count: Int { kinds.count }

    init(_ scalars: [Unicode.Scalar]) {
        var kinds = [Kind](repeating: .space, count: scalars.count)
        var folded = [UInt32](repeating: 32, count: scalars.count)
        var isUpper = [Bool](repeating: false, count: scalars.count)
        for index in scalars.indices {
            let value = scalars[index].value
            if value < 128 {
                kinds[index] = Letters.ascii[Int(value)]
                if value >= 65, value <= 90 {
                    isUpper[index] = true
                    folded[index] = value + 32
                } else {
                    folded[index] = value == 0x60 ? 0x27 : value
                }
            } else {
                let kind = Letters.kind(scalars[index])
                kinds[index] = kind
                let lower = Letters.lower(scalars[index], kind)
                folded[index] = lower
                isUpper[index] = kind == .letter && lower != value
            }
        }
        self.kinds = kinds
        self.folded = folded
        self.isUpper = isUpper
    }

    private static let ascii: [Kind] = (0..<128).map { value in
        switch Unicode.Scalar(UInt8(value)) {
        case "a"..."z", "A"..."Z": .letter
        case "0"..."9": .digit
        case "\t", "\n", "\u{B}", "\u{C}", "\r", " ": .space
        case ".": .period
        case "-": .hyphen
        case "'", "`": .apostrophe
        case "\"": .quote
        case "(", "[", "{": .opener
        case ")", "]", "}": .closer
        case "!", "?": .stop
        case ",", ";", ":": .comma
        case "/": .slash
        case "$": .money
        default: .symbol
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC, 0xB4, 0x2032: return .apostrophe
        case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x2033: return .quote
        case 0x2010, 0x2011: return .hyphen
        case 0xAD: return .joined
        case 0x2026: return .period
        case 0x3002, 0x61F, 0xFF01, 0xFF1F, 0x6D4: return .stop
        case 0x3001, 0x60C, 0xFF0C: return .comma
        case 0x1F3FB...0x1F3FF: return .joined
        case 0xC0...0x24F: return scalar.value == 0xD7 || scalar.value == 0xF7 ? .symbol : .letter
        default: break
        }
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return .letter
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .joined
        case .openPunctuation: return .opener
        case .closePunctuation: return .closer
        case .initialPunctuation, .finalPunctuation: return .quote
        case .currencySymbol: return .money
        default: return .symbol
        }
    }

    private static func lower(_ scalar: Unicode.Scalar, _ kind: Kind) -> UInt32 {
        switch kind {
        case .letter:
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            return mapped.count == 1 ? mapped.first!.value : scalar.value
        case .apostrophe: return 39
        case .quote: return 34
        case .hyphen: return 45
        case .space: return 32
        default:
            return switch scalar.value {
            case 0x2013, 0x2014, 0x2015, 0x2212: 0x2014
            default: scalar.value
            }
        }
    }
}
