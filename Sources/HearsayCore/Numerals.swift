/// Numbers as news writes them: "1,500", "twenty-five", "two dozen", "1.2 million", "a hundred".
///
/// Reads an array of word forms, so that it serves a light scanner and a parser's tokens alike: a hyphenated numeral may
/// come as one form ("twenty-five") or as three ("twenty", "-", "five").
public enum Numerals {
    /// A numeral, what it stands for, and the words it takes.
    public struct Numeral: Hashable, Sendable {
        public var value: Int
        public var words: Range<Int>
        /// "two dozen", "three hundred thousand": some word multiplies another.
        public var isScaled: Bool
        public init(value: Int, words: Range<Int>, isScaled: Bool) {
            self.value = value
            self.words = words
            self.isScaled = isScaled
        }
    }

    /// Above this a count is no count of people or days; it also keeps all sums inside an Int.
    static let limit = 1_000_000_000_000

    /// The longest numeral that begins at a word. A lone "a" or "an" is none; "a hundred" is.
    public static func read(_ words: [String], at index: Int) -> Numeral? {
        guard index >= 0, index < words.count else { return nil }
        let first = words[index].lowercased()
        if let digits = digits(first) { return scaled(digits, words, from: index, to: index + 1) }
        if first == "a" || first == "an" {
            guard index + 1 < words.count, let scale = scales[words[index + 1].lowercased()] else { return nil }
            return spelled(words, at: index + 1, total: 0, group: 1, start: index, firstScale: scale)
        }
        return spelled(words, at: index, total: 0, group: nil, start: index, firstScale: nil)
    }

    /// "25", "1,500", "1.5" and "1 500" written with a thin or no-break space; nil for anything else.
    public static func digits(_ form: String) -> Double? {
        var value = 0.0
        var seen = false
        var fraction = 0.0
        var inGroup = -1
        for scalar in form.unicodeScalars {
            switch scalar {
            case "0"..."9":
                let digit = Double(scalar.value - 48)
                if fraction > 0 {
                    value += digit * fraction
                    fraction /= 10
                } else {
                    value = value * 10 + digit
                    if inGroup >= 0 { inGroup += 1 }
                }
                seen = true
                if value > Double(limit) { return nil }
            case ",", "\u{00A0}", "\u{2009}", "\u{202F}":
                guard seen, fraction == 0, inGroup < 0 || inGroup == 3 else { return nil }
                inGroup = 0
            case ".":
                guard seen, fraction == 0, inGroup < 0 || inGroup == 3 else { return nil }
                inGroup = -1
                fraction = 0.1
            default: return nil
            }
        }
        guard seen, inGroup < 0 || inGroup == 3 else { return nil }
        return value
    }

    /// What a single number word means: "seven", "twenty", also "twenty-five" in one form.
    public static func word(_ form: String) -> Int? {
        let lower = form.lowercased()
        if let small = units[lower] ?? tens[lower] { return small }
        let parts = lower.split(whereSeparator: { $0 == "-" || $0 == "‑" })
        guard parts.count == 2, let ten = tens[String(parts[0])], let one = units[String(parts[1])], (1...9).contains(one)
        else { return nil }
        return ten + one
    }

    /// "first" 1, "twenty-first" 21, "31st" 31; nil for anything else.
    public static func ordinal(_ form: String) -> Int? {
        let lower = form.lowercased()
        if let value = ordinals[lower] { return value }
        for suffix in ["st", "nd", "rd", "th"] where lower.hasSuffix(suffix) {
            let head = lower.dropLast(2)
            if !head.isEmpty, head.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), head.utf8.count <= 4 { return Int(head) }
        }
        let parts = lower.split(separator: "-")
        guard parts.count == 2, let ten = tens[String(parts[0])], let one = ordinals[String(parts[1])], (1...9).contains(one)
        else { return nil }
        return ten + one
    }

    /// "million" after digits: "1.2 million", "3 dozen", "12 thousand".
    private static func scaled(_ value: Double, _ words: [String], from start: Int, to end: Int) -> Numeral? {
        var value = value
        var next = end
        var isScaled = false
        while next < words.count, let scale = scales[words[next].lowercased()], value * Double(scale) <= Double(limit) {
            value *= Double(scale)
            isScaled = true
            next += 1
        }
        return Numeral(value: Int(value), words: start..<next, isScaled: isScaled)
    }

    private static func spelled(
        _ words: [String], at index: Int, total: Int, group: Int?, start: Int, firstScale: Int?
    ) -> Numeral? {
        var total = total
        var group = group
        var next = index
        var end = index
        var isScaled = false
        var lastScale = Int.max
        // A unit may follow a ten or a hundred ("ninety five", "hundred five"), never another unit ("five six").
        var open = limit
        while next < words.count {
            let form = words[next].lowercased()
            if let number = word(form), number < open, number > 0 || group == nil {
                if group != nil, open > 100, !isScaled { break }
                group = (group ?? 0) + number
                open = tens[form] != nil ? 10 : 1
                next += 1
                end = next
                if open == 10, next + 1 < words.count, words[next] == "-", let one = units[words[next + 1].lowercased()],
                    (1...9).contains(one)
                {
                    group = (group ?? 0) + one
                    open = 1
                    next += 2
                    end = next
                }
            } else if let scale = scales[form], let held = group, held > 0 {
                if scale < 1000 {
                    guard held < 1000 else { break }
                    group = held * scale
                    open = scale == 100 ? 100 : 1
                } else {
                    guard scale < lastScale, held < 1_000_000 else { break }
                    total += held * scale
                    group = nil
                    lastScale = scale
                    open = limit
                }
                guard total + (group ?? 0) <= limit else { return nil }
                isScaled = true
                next += 1
                end = next
            } else if form == "and", isScaled, next + 1 < words.count, group == nil || open == 100,
                let number = word(words[next + 1]), number > 0, number < 100
            {
                next += 1
            } else {
                break
            }
        }
        guard end > index else { return nil }
        return Numeral(value: total + (group ?? 0), words: start..<end, isScaled: isScaled)
    }

    /// Words that may begin a numeral, and words that are ordinals.
    public static var numberWords: [String] { Array(units.keys) + Array(tens.keys) }
    public static var ordinalWords: [String] { Array(ordinals.keys) }

    /// "dozen", "hundred", "million": words that multiply.
    public static func scale(_ form: String) -> Bool { scales[form.lowercased()] != nil }

    static let units: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    static let scales: [String: Int] = [
        "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000,
        "mln": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000,
    ]
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
        "hundredth": 100,
    ]
}
