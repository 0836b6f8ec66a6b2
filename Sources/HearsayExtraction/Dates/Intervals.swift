internal import HearsayCodebook
internal import HearsayCore

/// Two acts of a sentence and the time between them.
///
/// "kidnapped the mayor on Saturday, three days after the truce ended": the day of the one gives the day of the other.
struct Interval: Sendable {
    enum Gap: Sendable, Equatable {
        /// "a day", "two weeks".
        case days(Int)
        /// "hours": the same day, or the next.
        case hours
        /// "minutes", "shortly": the same day.
        case moments
        /// From the one up to now: "since the bombing began".
        case since
    }

    /// Tokens of the acts: the one told by the main clause, and the one that it is counted from.
    let outer: Int
    let inner: Int
    /// The outer act came later.
    let isAfter: Bool
    let gap: Gap
    /// "three days after"
    let words: Range<Int>

    /// The outer act's days, from the inner one's.
    func outerDays(_ inner: DateRange, published: Day?) -> DateRange? {
        guard let from = inner.from, let to = inner.to else { return nil }
        let sign = isAfter ? 1 : -1
        func upToNow(_ day: Day) -> Day { published.map { $0 >= from && $0 < day ? $0 : day } ?? day }
        switch gap {
        case .days(let count): return DateRange(from.adding(sign * count), to.adding(sign * count))
        case .hours: return isAfter ? DateRange(from, upToNow(to.adding(1))) : DateRange(from.adding(-1), to)
        case .moments: return inner
        case .since: return published.flatMap { from <= $0 ? DateRange(from, $0) : nil }
        }
    }

    /// The inner act's days, from the outer one's.
    func innerDays(_ outer: DateRange) -> DateRange? {
        guard let from = outer.from, from == outer.to else { return nil }
        switch gap {
        case .days(let count): return DateRange(from.adding(isAfter ? -count : count))
        case .hours, .moments: return outer
        case .since: return nil
        }
    }
}

/// Finds the times that a sentence counts between its acts.
struct IntervalFinder: Sendable {
    let graph: ClauseGraph
    let triggers: [Trigger]

    func intervals() -> [Interval] {
        graph.tokens.indices.flatMap { index -> [Interval] in
            guard let (isAfter, gap, first) = measure(endingAt: index) else { return [] }
            guard let inner = inner(after: index) else { return [] }
            let outers = outers(inner: inner, from: first, word: index)
            return outers.map { Interval(outer: $0, inner: inner, isAfter: isAfter, gap: gap, words: first..<(index + 1)) }
        }
    }

    // MARK: The words between

    private static let soon: Set<String> = ["shortly", "soon", "immediately", "moments", "right", "just", "directly", "straight"]

    /// What stands before "after", "before", "since" or "on the eve of"; nil where nothing is counted.
    private func measure(endingAt index: Int) -> (isAfter: Bool, gap: Interval.Gap, first: Int)? {
        let word = graph.tokens[index].form.lowercased()
        func form(_ at: Int) -> String { graph.tokens.indices.contains(at) ? graph.tokens[at].form.lowercased() : "" }
        if word == "of", form(index - 1) == "eve" { return (false, .days(1), max(0, index - (form(index - 2) == "the" ? 2 : 1))) }
        if word == "since" { return (true, .since, index) }
        guard word == "after" || word == "before" || word == "following" else { return nil }
        let isAfter = word != "before"
        if Self.soon.contains(form(index - 1)) { return (isAfter, .moments, index - 1) }
        let unit = graph.tokens.indices.contains(index - 1) ? graph.tokens[index - 1].lemma.lowercased() : ""
        guard ["minute", "second", "hour", "day", "week"].contains(unit) else { return nil }
        let before = form(index - 2)
        let count = ["a", "an", "the", "one"].contains(before) ? 1 : Numerals.word(before) ?? Numerals.digits(before).map { Int($0) }
        let first = count == nil && form(index - 2) != "few" ? index - 1 : index - 2
        switch unit {
        case "minute", "second": return (isAfter, .moments, first)
        case "hour": return (isAfter, count.map { $0 <= 3 } ?? false ? .moments : .hours, first)
        case "day": return count.map { (isAfter, .days($0), first) }
        default: return count.map { (isAfter, .days($0 * 7), first) }
        }
    }

    // MARK: The acts

    private func inner(after index: Int) -> Int? {
        // "the eve of the talks": the noun that "of" opens.
        let head = graph.head(index).flatMap { $0 > index ? $0 : nil }
        if let head {
            if let own = triggers.first(where: { $0.token == head || $0.lightVerb == head }) { return own.token }
            let below = triggers.filter { $0.token > index && graph.ancestors($0.token).contains(head) }
            if let nearest = below.min(by: { (depth($0.token, head), $0.token) < (depth($1.token, head), $1.token) }) { return nearest.token }
            return nil
        }
        let close = triggers.first { $0.token > index && $0.token <= index + 8 }
        return close.flatMap { act in (index..<act.token).contains { graph.tokens[$0].form == "," } ? nil : act.token }
    }

    private func depth(_ index: Int, _ top: Int) -> Int { graph.ancestors(index).firstIndex(of: top) ?? 99 }

    private func outers(inner: Int, from first: Int, word: Int) -> [Int] {
        let above = graph.ancestors(inner).dropFirst()
        var outer: Int?
        for up in above {
            if let act = triggers.first(where: { $0.token == up || $0.lightVerb == up }), act.token != inner { outer = act.token }
            if outer != nil { break }
        }
        // A clause of time beside a verb of saying belongs to what is said.
        let before = triggers.last { $0.token < first }
        let isFronted = first <= 1
        if outer == nil || triggers.first(where: { $0.token == outer })?.pattern.isCue == true && !isFronted && before?.token != outer {
            outer = isFronted ? triggers.first { $0.token > inner && !graph.ancestors($0.token).contains(inner) }?.token : before?.token
        }
        guard let outer, outer != inner else { return [] }
        // "have bombed and fired since …": verbs that share their subject share the time.
        let joined = triggers.filter { act in
            act.token != inner && act.token != outer && graph.isVerb(act.token) && graph.children(act.token, "nsubj").isEmpty
                && (graph.relation[act.token] == "conj" && graph.head(act.token) == outer)
        }
        let leading = graph.relation[outer] == "conj" ? triggers.filter { $0.token == graph.head(outer) && graph.isVerb($0.token) } : []
        return [outer] + joined.map(\.token) + leading.map(\.token)
    }
}
