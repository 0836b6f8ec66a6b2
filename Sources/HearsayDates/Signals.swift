internal import HearsayCore

/// What stands before an expression ("since", "by", "between") and what ties two together.
struct Signals {
    let words: [Word]

    private static let single: [String: DateExpression.Signal] = [
        "on": .at, "in": .at, "at": .at, "since": .since, "from": .from, "starting": .from, "beginning": .from,
        "until": .until, "till": .until, "by": .by, "before": .before, "after": .after, "following": .after,
        "beyond": .after, "during": .during, "over": .during, "within": .during, "throughout": .during,
        "through": .during, "for": .during, "about": .about, "around": .about, "circa": .about, "between": .between,
        "dated": .at, "effective": .from, "past": .after,
    ]
    private static let pairs: [[String]: DateExpression.Signal] = [
        ["prior", "to"]: .before, ["ahead", "of"]: .before, ["up", "to"]: .until, ["up", "until"]: .until, ["as", "of"]: .from,
        ["since", "at"]: .since, ["starting", "on"]: .from, ["beginning", "on"]: .from, ["starting", "in"]: .from,
        ["beginning", "in"]: .from, ["no", "later"]: .by, ["by", "around"]: .by, ["by", "about"]: .by, ["since", "about"]: .since,
        ["since", "around"]: .since, ["late", "on"]: .at, ["early", "on"]: .at, ["earlier", "on"]: .at, ["later", "on"]: .at,
        ["since", "the"]: .since, ["until", "at"]: .until,
    ]

    func mark(_ expressions: inout [DateExpression], _ ranges: [Range<Int>]) {
        for index in expressions.indices {
            let floor = index > 0 ? ranges[index - 1].upperBound : 0
            let first = ranges[index].lowerBound
            guard first > floor, !words[first].breaks else { continue }
            // "killed by Saturday's bomb", "ahead of Friday's vote": the word before belongs to the bomb and the vote.
            let last = ranges[index].upperBound
            if last < words.count, words[last].lower == "'s", last + 1 < words.count, !words[last + 1].breaks {
                continue
            }
            if first - 2 >= floor, let signal = Signals.pairs[[words[first - 2].lower, words[first - 1].lower]], !words[first - 1].breaks {
                expressions[index].signal = signal
                expressions[index].phrase = Span(words[first - 2].span.start, expressions[index].span.end)
            } else if let signal = Signals.single[words[first - 1].lower] {
                expressions[index].signal = signal
                expressions[index].isInside = words[first - 1].lower == "in"
                expressions[index].phrase = Span(words[first - 1].span.start, expressions[index].span.end)
            }
        }
        guard expressions.count > 1 else { return }
        for index in expressions.indices.dropLast() {
            let gap = ranges[index].upperBound..<ranges[index + 1].lowerBound
            guard gap.count <= 3, !gap.contains(where: { words[$0].breaks }), !words[ranges[index + 1].lowerBound].breaks else { continue }
            let between = gap.map { words[$0].lower }
            let links = between.filter { !["the", "of", "in", "on", "early", "late", "about"].contains($0) }
            guard links.count == 1, let link = links.first else { continue }
            if ["-", "to", "and", "or", ",", "until", "till", "through", "/", "into"].contains(link) { shareYear(&expressions, index) }
            guard expressions[index].isTimex, expressions[index + 1].isTimex, expressions[index].type == expressions[index + 1].type else { continue }
            let isStretch = ["-", "to", "until", "till", "through"].contains(link) && expressions[index].type != .duration
            if isStretch && (link != "to" || expressions[index].signal == .from || isSameGrain(expressions[index], expressions[index + 1]))
                || link == "and" && expressions[index].signal == .between
            {
                expressions[index].opensPair = true
                expressions[index].phrase = Span(expressions[index].phrase.start, expressions[index + 1].span.end)
            }
        }
    }

    private func isSameGrain(_ a: DateExpression, _ b: DateExpression) -> Bool {
        guard case .calendar(let first) = a.meaning, case .calendar(let second) = b.meaning else { return false }
        return (first.day == nil) == (second.day == nil) && (first.month == nil) == (second.month == nil)
    }

    /// "April and June 1955": the year named last holds for both; "from November to February 1943" crosses it.
    private func shareYear(_ expressions: inout [DateExpression], _ index: Int) {
        guard var first = expressions[index].meaning.parts, let second = expressions[index + 1].meaning.parts,
            let year = second.year ?? nil, first.year == nil, first.weekday == nil || first.day != nil,
            first.month != nil || first.season != nil || first.quarter != nil
        else { return }
        if let a = first.month, let b = second.month, a > b { first.year = year - 1 } else { first.year = year }
        if first.month == nil, second.month != nil { return }
        expressions[index].meaning = expressions[index].meaning.replacing(first)
    }
}

extension Meaning {
    /// The calendar parts inside, where there are any.
    var parts: CalendarParts? {
        switch self {
        case .calendar(let parts): parts
        case .part(_, let inner), .about(let inner), .dayPart(_, let inner?), .clock(_, let inner?): inner.parts
        default: nil
        }
    }
    var isToday: Bool {
        if case .today = self { return true }
        return false
    }
    func replacing(_ parts: CalendarParts) -> Meaning {
        switch self {
        case .calendar: .calendar(parts)
        case .part(let part, let inner): .part(part, inner.replacing(parts))
        case .about(let inner): .about(inner.replacing(parts))
        case .dayPart(let part, let inner?): .dayPart(part, inner.replacing(parts))
        case .clock(let clock, let inner?): .clock(clock, inner.replacing(parts))
        default: self
        }
    }
}
