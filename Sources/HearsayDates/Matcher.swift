internal import HearsayCore

/// Runs patterns over words. One for each stretch of text.
final class Matcher {
    let words: [Word]
    let lower: [String]
    /// The words' numbers in the rules' vocabulary; -1 for a word that no rule names.
    private let ids: [Int]
    private let book: RuleBook
    /// Words from here on are not looked at.
    var limit: Int {
        didSet {
            guard limit != oldValue else { return }
            found = [:]
            known = [:]
        }
    }
    private var known: [Int: (Capture, Int)?] = [:]
    private var found: [Int: (Meaning, Int)?] = [:]

    init(words: [Word], book: RuleBook) {
        self.words = words
        lower = words.map(\.lower)
        ids = words.map { book.vocabulary[$0.lower] ?? -1 }
        self.book = book
        limit = words.count
    }

    /// The longest match of any rule up to a tier that begins at a word; of equally long ones, the first rule's.
    func best(at index: Int, tier: Int, inner: Bool) -> (meaning: Meaning, end: Int, rule: Rule)? {
        guard index < limit else { return nil }
        var best: (Meaning, Int, Rule)?
        for place in book.candidates(for: words[index]) {
            let level = book.levels[place]
            guard level.tier <= tier, inner || !level.isInner else { continue }
            var match = Match()
            match.range = index..<index
            guard let end = run(book.programs[place], 0, at: index, tier: level.tier, &match), end > index else { continue }
            if let held = best, held.1 >= end { continue }
            match.range = index..<end
            let rule = book.rules[place]
            if let meaning = rule.make(match) { best = (meaning, end, rule) }
        }
        return best.map { ($0.0, $0.1, $0.2) }
    }

    /// Runs a flat pattern from one of its steps; greedy, and back to the last choice where it fails.
    private func run(_ steps: ContiguousArray<Step>, _ place: Int, at index: Int, tier: Int, _ match: inout Match) -> Int? {
        var place = place
        var index = index
        let held = match.captures.count
        while place < steps.count {
            switch steps[place] {
            case .words(let set, let name):
                guard index < limit, set.contains(ids[index]), !breaks(index, match) else { return drop(&match, to: held) }
                if let name { match.captures.append((name, .word(lower[index]))) }
                index += 1
                place += 1
            case .kind(let kind, let number, let name):
                guard index < limit, !breaks(index, match), let (capture, next) = read(kind, number, at: index, tier: tier) else {
                    return drop(&match, to: held)
                }
                match.captures.append((name, capture))
                index = next
                place += 1
            case .end:
                guard index >= words.count || words[index].breaks || (words[index].kind == .mark && words[index].lower != "(") else {
                    return drop(&match, to: held)
                }
                place += 1
            case .maybe(let after):
                if let end = run(steps, place + 1, at: index, tier: tier, &match) { return end }
                place = after
            }
        }
        return index
    }

    private func drop(_ match: inout Match, to count: Int) -> Int? {
        match.captures.removeLast(match.captures.count - count)
        return nil
    }

    /// A paragraph's end stops a phrase; the first word of a match may stand after one.
    private func breaks(_ index: Int, _ match: Match) -> Bool { words[index].breaks && index > match.range.lowerBound }

    private func read(_ kind: Kind, _ number: Int, at index: Int, tier: Int) -> (Capture, Int)? {
        if kind == .date { return nested(index, tier: min(tier - 1, 0)) }
        if kind == .point { return nested(index, tier: min(tier - 1, 1)) }
        let key = index * 32 + number
        if let held = known[key] { return held }
        let result = readAfresh(kind, at: index)
        known[key] = .some(result)
        return result
    }

    private func readAfresh(_ kind: Kind, at index: Int) -> (Capture, Int)? {
        let word = words[index]
        switch kind {
        case .month:
            guard let month = Lexicon.months[word.lower], word.isCapital else { return nil }
            return (.number(month), afterDot(index, isShort: !Lexicon.fullMonths.contains(word.lower)))
        case .weekday:
            guard let day = Lexicon.weekdays[word.lower], word.isCapital else { return nil }
            return (.number(day), index + 1)
        case .wday:
            guard word.isCapital else { return nil }
            if let day = Lexicon.weekdays[word.lower] { return (.number(day), index + 1) }
            guard let day = Lexicon.shortWeekdays[word.lower] else { return nil }
            return (.number(day), afterDot(index, isShort: true))
        case .weekdays:
            guard let day = Lexicon.pluralWeekdays[word.lower], word.isCapital else { return nil }
            return (.number(day), index + 1)
        case .dnum:
            if let number = word.number, (1...31).contains(number), !word.isGrouped, word.digits <= 2,
                ["", "st", "nd", "rd", "th"].contains(word.suffix)
            {
                return (.number(number), index + 1)
            }
            guard let (number, next) = ordinal(index), (1...31).contains(number) else { return nil }
            return (.number(number), next)
        case .ord: return ordinal(index).map { (.number($0.0), $0.1) }
        case .year: return year(index).map { (.number($0.0), $0.1) }
        case .num, .anynum:
            guard let (number, next) = numeral(index) else { return nil }
            return (.number(number), next)
        case .amount: return amount(index).map { (.amount($0.0), $0.1) }
        case .unit:
            if let unit = Lexicon.units[word.lower] { return (.unit(unit, isPlural: false), index + 1) }
            return Lexicon.plurals[word.lower].map { (.unit($0, isPlural: true), index + 1) }
        case .units: return Lexicon.plurals[word.lower].map { (.unit($0, isPlural: true), index + 1) }
        case .season: return Lexicon.seasons[word.lower].map { (.season($0), index + 1) }
        case .daypart: return Lexicon.dayParts[word.lower].map { (.dayPart($0), index + 1) }
        case .clock: return clock(index).map { (.clock($0.0), $0.1) }
        case .zone:
            guard Lexicon.zones.contains(word.lower), word.isUpper || word.lower == "z" else { return nil }
            return (.word(word.lower), index + 1)
        case .decade:
            guard word.suffix == "s", let number = word.number, number % 10 == 0 else { return nil }
            if word.digits == 4, (1000...2090).contains(number) { return (.number(number / 10), index + 1) }
            if word.digits == 3 { return (.number(number / 10), index + 1) }
            return word.digits == 2 ? (.number(number / 10 - 100), index + 1) : nil
        case .d2:
            guard let number = word.number, word.digits <= 2, word.suffix.isEmpty, !word.isGrouped else { return nil }
            return (.number(number), index + 1)
        case .d4:
            guard let number = word.number, word.digits == 4, word.suffix.isEmpty, !word.isGrouped else { return nil }
            return (.number(number), index + 1)
        case .adjective:
            guard word.kind == .letters, !word.isCapital, Matcher.adjectives.contains(word.lower) else { return nil }
            return (.word(word.lower), index + 1)
        case .date, .point: return nil
        }
    }

    private func nested(_ index: Int, tier: Int) -> (Capture, Int)? {
        guard tier >= 0 else { return nil }
        let key = index * 4 + tier
        if let known = found[key] { return known.map { (.meaning($0.0), $0.1) } }
        let best = best(at: index, tier: tier, inner: true)
        found[key] = .some(best.map { ($0.meaning, $0.end) })
        return best.map { (.meaning($0.meaning), $0.end) }
    }

    /// The stop of "Sept." belongs to it.
    private func afterDot(_ index: Int, isShort: Bool) -> Int {
        guard isShort, index + 1 < words.count, lower[index + 1] == ".", !words[index + 1].spaced else { return index + 1 }
        return index + 2
    }

    private func ordinal(_ index: Int) -> (Int, Int)? {
        let word = words[index]
        if word.kind == .number {
            guard let number = word.number, ["st", "nd", "rd", "th"].contains(word.suffix) else { return nil }
            return (number, index + 1)
        }
        // "twenty-first" is three words here.
        if let ten = Numerals.word(word.lower), ten >= 20, ten % 10 == 0, index + 2 < words.count, lower[index + 1] == "-",
            let one = Numerals.ordinal(lower[index + 2]), one < 10
        {
            return (ten + one, index + 3)
        }
        return Numerals.ordinal(word.lower).map { ($0, index + 1) }
    }

    private func numeral(_ index: Int) -> (Int, Int)? {
        let word = words[index]
        if word.kind == .number {
            guard word.suffix.isEmpty, word.number != nil || word.isGrouped,
                let numeral = Numerals.read(lower, at: index)
            else { return nil }
            return (numeral.value, numeral.words.upperBound)
        }
        guard let numeral = Numerals.read(lower, at: index) else { return nil }
        return (numeral.value, numeral.words.upperBound)
    }

    /// 1998, '98, "nineteen ninety-eight", "two thousand and one", "twenty twenty-three".
    private func year(_ index: Int) -> (Int, Int)? {
        let word = words[index]
        if word.kind == .number {
            guard word.digits == 4, word.suffix.isEmpty, !word.isGrouped, let number = word.number,
                (1000...2100).contains(number)
            else { return nil }
            return (number, index + 1)
        }
        if word.lower == "'", index + 1 < words.count, !words[index + 1].spaced, words[index + 1].digits == 2,
            words[index + 1].suffix.isEmpty, let number = words[index + 1].number
        {
            return (number + (number < 30 ? 2000 : 1900), index + 2)
        }
        guard let century = Numerals.word(word.lower), [16, 17, 18, 19, 20].contains(century) || word.lower == "two",
            index + 1 < words.count
        else { return nil }
        if word.lower == "two" {
            guard lower[index + 1] == "thousand", let all = Numerals.read(lower, at: index), (2000...2099).contains(all.value)
            else { return nil }
            return (all.value, all.words.upperBound)
        }
        let next = lower[index + 1] == "hundred" ? index + 2 : index + 1
        if let rest = Numerals.read(lower, at: next), (10...99).contains(rest.value), !rest.isScaled,
            words[next].kind == .letters, !words[next].breaks
        {
            return (century * 100 + rest.value, rest.words.upperBound)
        }
        return nil
    }

    private static let adjectives: Set<String> = [
        "full", "whole", "entire", "consecutive", "straight", "long", "bloody", "more", "additional", "extra", "solid",
        "successive", "further", "violent", "short", "trading", "calendar", "crucial", "intense", "gruelling", "working",
        "business", "other", "very", "turbulent", "tumultuous", "critical", "very",
    ]
}
