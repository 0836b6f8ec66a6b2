internal import HearsayCore

/// How many are said to have been harmed: bounds, as RECORD has them.
///
/// "at least 20" gives 20 and no upper bound; "nearly 300" no lower bound and 300; "dozens" 24 to 99, vague.
public struct Quantity: Hashable, Sendable {
    /// How the number is told (TRUST 1.4, count_basis).
    public enum Basis: String, Sendable, CaseIterable { case exact, atLeast, atMost, about, range, vague, none }

    public var low: Int?
    public var high: Int?
    /// From a word that names no number ("dozens"): shown as the word, never entering an incident's range.
    public var isVague: Bool
    public var basis: Basis

    public init(low: Int?, high: Int?, isVague: Bool = false, basis: Basis = .exact) {
        self.low = low
        self.high = high
        self.isVague = isVague
        self.basis = basis
    }
}

extension Quantity {
    /// The quantity that a word belongs to, and all its words, those before and after the numeral taken in.
    ///
    /// `index` may point to the numeral or to the first of the words before it: in "at least 20 people", to "at" or to "20".
    /// nil where the words count no people: shares, money, ages, dates, lengths, ordinals, designations ("T-72").
    public static func read(_ words: [String], at index: Int) -> (Quantity, Range<Int>)? {
        guard words.indices.contains(index) else { return nil }
        let lower = words.map { $0.lowercased() }
        let reader = QuantityReader(words: words, lower: lower)
        var start = index
        // Step over the words before the numeral: "no fewer than", "between".
        while let next = reader.leading(at: start), start - index < 8 { start = next }
        guard let core = reader.core(at: start) ?? reader.core(at: index) else { return nil }
        guard !reader.isRefused(core.words) else { return nil }
        return reader.bounded(core)
    }
}

/// Reads one quantity; the steps of ``Quantity/read(_:at:)``.
struct QuantityReader {
    let words: [String]
    let lower: [String]

    struct Core {
        var low: Int
        var high: Int
        var isVague = false
        /// "many": no upper bound.
        var isOpen = false
        var isRange = false
        /// "up to dozens" and the like keep the word's own bounds.
        var words: Range<Int>
    }

    func at(_ index: Int) -> String { lower.indices.contains(index) ? lower[index] : "" }

    // MARK: the number

    func core(at index: Int) -> Core? {
        let first = at(index)
        if let vague = vague(at: index) { return vague }
        switch first {
        case "no", "none", "zero", "nobody":
            if first == "no", ["more", "fewer", "less", "longer", "doubt"].contains(at(index + 1)) { return nil }
            if first == "no", at(index + 1) == "one" { return Core(low: 0, high: 0, words: index..<index + 2) }
            return Core(low: 0, high: 0, words: index..<index + 1)
        case "half":
            guard at(index + 1) == "a" || at(index + 1) == "-", at(index + 2) == "dozen" || (at(index + 2) == "-" && at(index + 3) == "dozen") else {
                return nil
            }
            return Core(low: 6, high: 6, words: index..<(at(index + 2) == "dozen" ? index + 3 : index + 4))
        case "half-dozen": return Core(low: 6, high: 6, words: index..<index + 1)
        case "both": return Core(low: 2, high: 2, words: index..<index + 1)
        default: break
        }
        if let range = inOneForm(index) { return range }
        if let numeral = Numerals.read(words, at: index) {
            var core = Core(low: numeral.value, high: numeral.value, words: numeral.words)
            extend(&core)
            return core
        }
        if first == "a" || first == "an" || first == "another" {
            if at(index + 1) == "further" || first == "another", let numeral = Numerals.read(words, at: first == "another" ? index + 1 : index + 2) {
                return Core(low: numeral.value, high: numeral.value, words: index..<numeral.words.upperBound)
            }
            if first == "another", let more = vague(at: index + 1) {
                return Core(low: more.low, high: more.high, isVague: true, words: index..<more.words.upperBound)
            }
            return Core(low: 1, high: 1, words: index..<index + 1)
        }
        return nil
    }

    /// "12 to 15", "12-15", "12 or 13": the second number.
    private func extend(_ core: inout Core) {
        let next = core.words.upperBound
        let isBetween = at(core.words.lowerBound - 1) == "between"
        let links: Set<String> = isBetween ? ["and"] : ["to", "-", "–", "—", "or"]
        guard links.contains(at(next)), let second = Numerals.read(words, at: next + 1), second.value > core.low else { return }
        // "two or more" is no range; "one to 15,000" is hardly one.
        if at(next) == "or", second.value > core.low * 3 { return }
        // "between 2 and 3 million" counts millions on both sides.
        var low = core.low
        if second.isScaled, second.value >= 1000, low < 1000,
            let scale = [1_000_000_000, 1_000_000, 1000, 100].first(where: {
                second.value % $0 == 0 && second.value / $0 > low && second.value / $0 < 1000
            }), low * scale < second.value
        {
            low *= scale
        }
        core.low = low
        core.high = second.value
        core.isRange = true
        core.words = core.words.lowerBound..<second.words.upperBound
    }

    /// "12-15" and "3,000–4,000" as one form; "20+", "500-plus".
    private func inOneForm(_ index: Int) -> Core? {
        let parts = at(index).split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == "—" })
        guard parts.count == 2, let first = Numerals.digits(String(parts[0])), let second = Numerals.digits(String(parts[1])), second > first
        else { return nil }
        var end = index + 1
        var scale = 1.0
        if let numeral = Numerals.read(["1", at(end)], at: 0), numeral.isScaled {
            scale = Double(numeral.value)
            end += 1
        }
        guard second * scale < 1e12 else { return nil }
        return Core(low: Int(first * scale), high: Int(second * scale), isRange: true, words: index..<end)
    }

    // MARK: words that name no number

    /// Twice the unit up to what the next word would name: dozens are 24 to 99, since of a hundred news says "a hundred".
    private static let plurals: [String: (Int, Int)] = [
        "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
        "millions": (2_000_000, 9_999_999), "lakhs": (200_000, 999_999),
    ]
    private static let few: Set<String> = ["few", "handful", "several", "number", "multiple", "various"]

    private func vague(at index: Int) -> Core? {
        var next = index
        let first = at(index)
        if first == "couple" || first == "pair" || ((first == "a" || first == "the") && (at(index + 1) == "couple" || at(index + 1) == "pair")) {
            next = first == "couple" || first == "pair" ? index + 1 : index + 2
            if at(next) == "of" { next += 1 }
            if let scale = scale(at: next) { return Core(low: 2 * scale, high: 2 * scale, isVague: true, words: index..<next + 1) }
            return Core(low: 2, high: 2, words: index..<next)
        }
        if let bounds = QuantityReader.plurals[first] {
            next += 1
            var (low, high) = bounds
            while at(next) == "of", let more = ["hundreds": 100, "thousands": 1000, "millions": 1_000_000][at(next + 1)] {
                // "tens of thousands": 20,000 to 99,999
                guard low <= 1_000_000_000 / more else { break }
                (low, high) = (low * more, (high + 1) * more - 1)
                next += 2
            }
            if at(next) == "and", at(next + 1) == first { next += 2 }
            return Core(low: low, high: high, isVague: true, words: index..<next)
        }
        if first == "a" || first == "quite" || first == "the", QuantityReader.few.contains(at(index + 1)), at(index + 1) != "several" {
            next = index + 1
        }
        if first == "quite", at(index + 1) == "a", at(index + 2) == "few" { next = index + 2 }
        // "a large number of": as open as "many".
        if first == "a", ["large", "great", "huge", "significant", "considerable"].contains(at(index + 1)), at(index + 2) == "number",
            at(index + 3) == "of"
        {
            return Core(low: 3, high: 3, isVague: true, isOpen: true, words: index..<index + 4)
        }
        guard QuantityReader.few.contains(at(next)) else {
            guard ["many", "numerous", "countless", "untold", "innumerable"].contains(first) else { return nil }
            if first == "many", ["as", "so", "how", "too"].contains(at(index - 1)) { return nil }
            return Core(low: 3, high: 3, isVague: true, isOpen: true, words: index..<index + 1)
        }
        // "the number of dead", "number 12": only "a number of" counts.
        if at(next) == "number", first != "a" || at(next + 1) != "of" { return nil }
        if at(next) == "few", next == index, ["as", "so", "very", "how", "too"].contains(at(index - 1)) { return nil }
        next += 1
        if at(next) == "of" { next += 1 }
        if let scale = scale(at: next) {
            let high = scale == 12 ? 99 : scale * 10 - 1
            return Core(low: 3 * scale, high: high, isVague: true, words: index..<next + 1)
        }
        return Core(low: 3, high: 9, isVague: true, words: index..<next)
    }

    private func scale(at index: Int) -> Int? { ["dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000][at(index)] }
}
