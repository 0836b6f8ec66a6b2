public import HearsayCore

/// Finds the words in a text that speak of time.
///
/// "On Tuesday, hours after the 2020 truce" gives "Tuesday" and "2020".
public struct DateFinder: Sendable {
    private let book: RuleBook

    public init() { book = .standard }

    /// All expressions in a stretch of text, in order, none overlapping.
    public func expressions(in text: Text, within span: Span) -> [DateExpression] {
        let words = WordScanner.words(of: text, within: span)
        guard !words.isEmpty else { return [] }
        let matcher = Matcher(words: words, book: book)
        let guards = Guards(words: words)
        var found: [(range: Range<Int>, expression: DateExpression)] = []
        var index = 0
        while index < words.count {
            var skip = index + 1
            guard let hit = match(matcher, guards, at: index, skip: &skip) else {
                index = skip
                continue
            }
            let range = trimmed(index..<hit.end, words)
            var expression = DateExpression(
                span: Span(words[range.lowerBound].span.start, words[range.upperBound - 1].span.end), type: hit.meaning.type,
                rule: hit.rule.name, isTimex: !hit.rule.isLoose, meaning: hit.meaning)
            if range.count == 1, words[range.lowerBound].suffix.isEmpty, case .duration = hit.meaning, words[range.lowerBound].kind == .number {
                index += 1
                continue
            }
            expression = asSet(expression, range, words)
            let series = Series(words: words)
            let before = series.before(range, expression, floor: found.last?.range.upperBound ?? 0)
            let (main, after, end) = series.after(range, expression)
            found += before
            found.append((range.lowerBound..<range.upperBound, main))
            found += after
            index = max(end, range.upperBound)
        }
        var expressions = found.map(\.expression)
        Signals(words: words).mark(&expressions, found.map(\.range))
        let tenses = TenseGuess(words: words)
        for place in expressions.indices {
            expressions[place].tense = tenses.tense(around: found[place].range)
            settle(&expressions[place])
            if expressions[place].tense == .future, isPossessedPast(expressions[place], found[place].range, words) {
                expressions[place].tense = .past
            }
        }
        // "then" is a date only where something leads to it: "since then".
        expressions.removeAll { $0.rule == "then" && ![.since, .until, .by, .before, .from].contains($0.signal) }
        return expressions
    }

    private func match(_ matcher: Matcher, _ guards: Guards, at index: Int, skip: inout Int) -> (meaning: Meaning, end: Int, rule: Rule)? {
        matcher.limit = matcher.words.count
        var tries = 0
        // A refused phrase may hold a shorter one: "April 25 people" holds "April".
        while tries < 3, let hit = matcher.best(at: index, tier: 2, inner: false) {
            if guards.isName(index..<hit.end, hit.meaning) {
                skip = hit.end
                return nil
            }
            if hit.rule.name == "month-day", shouldShorten(matcher.words, hit.end) {
                matcher.limit = hit.end - 1
            } else if guards.accepts(index..<hit.end, hit.meaning, rule: hit.rule) {
                return hit
            } else {
                guard hit.end > index + 1 else { return nil }
                matcher.limit = hit.end - 1
            }
            tries += 1
        }
        return nil
    }

    /// "Tuesday's attack could upend the truce": what belongs to a weekday has mostly been; "Friday's vote" is to come.
    private func isPossessedPast(_ expression: DateExpression, _ range: Range<Int>, _ words: [Word]) -> Bool {
        guard case .calendar(let parts) = expression.meaning, parts.weekday != nil, parts.month == nil, range.upperBound < words.count,
            words[range.upperBound].lower == "'s"
        else { return false }
        let planned: Set<String> = [
            "vote", "votes", "election", "elections", "meeting", "summit", "talks", "session", "hearing", "game", "referendum", "ballot", "deadline",
            "runoff", "debate", "primary",
        ]
        return !words[range.upperBound..<min(words.count, range.upperBound + 5)].contains { planned.contains($0.lower) }
    }

    /// Words that the tense decides: "will one day", "for one day"; "will leave in two weeks", "left in two weeks".
    private func settle(_ expression: inout DateExpression) {
        if expression.rule == "one-day", expression.tense != .future || expression.signal != nil {
            expression.meaning = .duration(Amount(count: 1), .day, .none)
            expression.type = .duration
        }
        guard case .duration(let amount, let unit, .none) = expression.meaning, let count = amount.count, unit >= .day, unit <= .year,
            count > 1 || unit <= .month, expression.isInside, expression.tense == .future
        else { return }
        expression.meaning = .shift(amount, unit, sign: 1, from: .publication)
        expression.type = .date
    }

    /// "In April 25 people were killed": the number counts people.
    private func shouldShorten(_ words: [Word], _ end: Int) -> Bool {
        guard words[end - 1].kind == .number, words[end - 1].suffix.isEmpty, end < words.count, words[end].spaced,
            !words[end].breaks
        else { return false }
        // "The bombs of Aug. 7 killed 12" is a date.
        return Lexicon.counted.contains(words[end].lower) && !["or", "killed", "wounded", "injured", "missing", "dead"].contains(words[end].lower)
    }

    /// TIMEX3 leaves the preposition outside.
    private func trimmed(_ range: Range<Int>, _ words: [Word]) -> Range<Int> {
        var range = range
        let outside: Set<String> = ["on", "in", "for", "by", "until", "till", "from", "within", "over", "as"]
        while range.count > 1, outside.contains(words[range.lowerBound].lower) {
            if ["as", "over"].contains(words[range.lowerBound].lower), words[range.lowerBound + 1].lower != "the" { break }
            range = range.lowerBound + 1..<range.upperBound
        }
        while range.count > 1, [","].contains(words[range.upperBound - 1].lower) { range = range.lowerBound..<range.upperBound - 1 }
        return range
    }

    /// "$1 billion a year", "100 flights a day": what happens so often; "for a year" is a length.
    private func asSet(_ expression: DateExpression, _ range: Range<Int>, _ words: [Word]) -> DateExpression {
        guard case .duration(let amount, let unit, .none) = expression.meaning, amount.count == 1, !amount.isHalf, range.count == 2,
            ["a", "an"].contains(words[range.lowerBound].lower), range.lowerBound > 0, !words[range.lowerBound].breaks
        else { return expression }
        let before = words[range.lowerBound - 1]
        let isCount = before.kind == .number || Numerals.word(before.lower) != nil || Numerals.scale(before.lower)
        let isPlural =
            before.kind == .letters && before.lower.count > 3 && before.lower.hasSuffix("s")
            && !["was", "takes", "lasts", "this", "spends", "less"].contains(before.lower)
        guard isCount || isPlural || ["%", "percent", "times", "twice", "once"].contains(before.lower) else { return expression }
        var set = expression
        set.meaning = .set(unit.duration("1"))
        set.type = .set
        return set
    }
}

/// Lists and stretches that share a month, year or era: "6-7 February", "April 24 and 25", "499-493 BC", "1991-92".
struct Series {
    let words: [Word]
    private static let links: Set<String> = ["and", "or", "to", "-", ",", "through", "until", "till", "into"]

    private func make(_ index: Int, _ meaning: Meaning, _ like: DateExpression) -> (range: Range<Int>, expression: DateExpression) {
        (index..<index + 1, DateExpression(span: words[index].span, type: .date, rule: like.rule + "-series", isTimex: true, meaning: meaning))
    }
    private func dayNumber(_ index: Int) -> Int? {
        guard words.indices.contains(index), let number = words[index].number, words[index].digits <= 2, (1...31).contains(number),
            ["", "st", "nd", "rd", "th"].contains(words[index].suffix), !words[index].isGrouped
        else { return nil }
        return number
    }

    func before(_ range: Range<Int>, _ expression: DateExpression, floor: Int) -> [(range: Range<Int>, expression: DateExpression)] {
        guard case .calendar(let parts) = expression.meaning, parts.weekday == nil else { return [] }
        var out: [(range: Range<Int>, expression: DateExpression)] = []
        var index = range.lowerBound - 2
        if words[range.lowerBound].lower == "the" && range.lowerBound < 1 { return [] }
        let isDay = parts.day != nil && parts.month != nil && words[range.lowerBound].kind == .number
        let isBC = (parts.year ?? 1) < 0 && parts.month == nil && words[range.lowerBound].kind == .number
        guard isDay || isBC else { return [] }
        while index >= floor, Series.links.contains(words[index + 1].lower), !words[index + 1].breaks {
            if isDay, let day = dayNumber(index) {
                // "12 and 15 May" of people and a date would be odd; a word of time or a mark must stand before the first.
                var other = parts
                other.day = day
                out.insert(make(index, .calendar(other), expression), at: 0)
            } else if isBC, let year = words[index].number, words[index].suffix.isEmpty, year > -(parts.year ?? 0) - 1, year < 9999 {
                out.insert(
                    make(
                        index,
                        .calendar(
                            {
                                var other = parts; other.year = -year; return other
                            }()), expression), at: 0)
            } else {
                break
            }
            index -= 2
        }
        if let first = out.first?.range.lowerBound, isDay {
            let before = first > 0 ? words[first - 1].lower : ""
            guard
                words[first].suffix != "" || Guards.support.contains(before) || before.isEmpty
                    || ["from", "of", "the", "(", "night", "."].contains(before)
            else { return [] }
        }
        return out
    }

    func after(_ range: Range<Int>, _ expression: DateExpression)
        -> (DateExpression, [(range: Range<Int>, expression: DateExpression)], Int)
    {
        var main = expression
        guard case .calendar(var parts) = expression.meaning else { return (main, [], range.upperBound) }
        var out: [(range: Range<Int>, expression: DateExpression)] = []
        var end = range.upperBound
        if let day = parts.day, parts.month != nil, parts.year == nil, words[range.upperBound - 1].kind == .number {
            var last = day
            while end + 1 < words.count, Series.links.contains(words[end].lower), !words[end].breaks, !words[end + 1].breaks,
                let next = dayNumber(end + 1), next > last, isEndOfList(end + 2, link: words[end].lower)
            {
                var other = parts
                other.day = next
                other.weekday = nil
                out.append(make(end + 1, .calendar(other), expression))
                last = next
                end += 2
            }
            // "April 24-25, 2003": the year belongs to both.
            if !out.isEmpty {
                var at = end
                if at < words.count, words[at].lower == "," { at += 1 }
                if at < words.count, words[at].digits == 4, words[at].suffix.isEmpty, let year = words[at].number, (1000...2100).contains(year),
                    !words[at].breaks
                {
                    parts.year = year
                    main.meaning = .calendar(parts)
                    for place in out.indices {
                        guard case .calendar(var other) = out[place].expression.meaning else { continue }
                        other.year = year
                        out[place].expression.meaning = .calendar(other)
                    }
                    let place = out.count - 1
                    out[place].expression.span = Span(out[place].expression.span.start, words[at].span.end)
                    out[place].expression.phrase = out[place].expression.span
                    out[place].range = out[place].range.lowerBound..<at + 1
                    end = at + 1
                }
            }
        } else if let year = parts.year, year >= 1000, parts.month == nil, end + 1 < words.count, words[end].lower == "-" || words[end].lower == "/",
            !words[end].spaced, !words[end + 1].spaced, words[end + 1].digits == 2, words[end + 1].suffix.isEmpty, let short = words[end + 1].number,
            short > year % 100
        {
            out.append(
                make(
                    end + 1,
                    .calendar(
                        {
                            var other = parts; other.year = year / 100 * 100 + short; return other
                        }()), expression))
            end += 2
        }
        return (main, out, end)
    }

    /// "April 24 and 25 people": a list of days is closed by a mark, a small word or a capital.
    private func isEndOfList(_ index: Int, link: String) -> Bool {
        guard index < words.count else { return true }
        let next = words[index]
        if next.breaks || next.kind == .mark { return next.lower != "%" && !(next.lower == "-" && !next.spaced) && !(next.lower == ":") }
        if Lexicon.months[next.lower] != nil, next.isCapital { return false }
        if link == "-" || link == "to" || link == "through" {
            return Lexicon.units[next.lower] == nil && Lexicon.plurals[next.lower] == nil && next.lower != "percent"
        }
        if next.kind == .number { return next.digits == 4 }
        return next.isCapital
            || ["in", "at", "on", "when", "as", "that", "and", "or", "by", "for", "with", "to", "were", "was", "after", "of", "near", "the", "a"]
                .contains(next.lower)
    }
}
