internal import HearsayCodebook
internal import HearsayCore

/// A time expression of a sentence, resolved.
struct DatedExpression: Sendable {
    let sentence: Int
    let tokens: Range<Int>
    /// The token of the expression that the rest hangs on.
    let head: Int
    let mention: DateMention
}

/// Finds when an act took place: by the expression that its own clause holds.
struct EventDates: Sendable {
    let graph: ClauseGraph
    let dates: [DatedExpression]
    /// Speech acts of the sentence: what they speak of has not happened at the time of speaking.
    let cues: Set<Int>
    /// Acts of the sentence: a date that hangs on one of them is not that of the act it hangs on in turn.
    let acts: Set<Int>
    let published: Day?

    /// The expression stated for a trigger in its sentence.
    func date(for trigger: Trigger) -> (date: DatedExpression, rule: String)? {
        guard !dates.isEmpty else { return nil }
        if let own = hanging(on: trigger.token) ?? trigger.lightVerb.flatMap(hanging), !belongsToContent(own, of: trigger) {
            return (own, "date.clause")
        }
        // The expression may hang on a part of the act's own phrase: "a blast at a market on Monday".
        for date in dates where isBelow(date, trigger.token) { return (date, "date.phrase") }
        if let light = trigger.lightVerb { for date in dates where isBelow(date, light) { return (date, "date.phrase") } }
        if let shared = ofLastVerb(trigger) { return (shared, "date.coordination") }
        var current = trigger.token
        for _ in 0..<8 {
            guard let up = graph.head(current) else { break }
            let relation = graph.relation[current]
            if cues.contains(up), relation != "conj" {
                // "has called for an inquiry into a strike on Friday": a perfect takes no past day, so it is the strike's.
                if trigger.pattern.kind == .noun, !isSimplePast(up), let found = hanging(on: up), isPastDay(found) { return (found, "date.content") }
                break
            }
            // "met on Monday to discuss the attack", "marched to protest the killings": the act spoken of has its own time.
            if current == trigger.token, trigger.pattern.kind == .noun, trigger.lightVerb == nil, relation == "obj" || relation == "nmod" { break }
            if relation == "obl", !["in", "during", "by", "under", "amid", ""].contains(graph.preposition(current)) { break }
            if relation == "advcl", graph.marker(current) == "to" { break }
            if graph.tokens[current].relation == "acl:relcl" || relation == "parataxis" { break }
            if relation == "ccomp" {
                // "said on Tuesday it launched": news is told the day it happens, unless the clause has a time of its own.
                if isPast(trigger), let found = hanging(on: up) { return (found, "date.telling") }
                break
            }
            if ["conj", "xcomp", "nsubj", "obj", "obl", "nmod", "acl", "advcl"].contains(relation) {
                if let found = hanging(on: up) {
                    // "before Monday's talks", "after the attack on Sunday": another clause's own time.
                    if relation == "advcl", ["before", "after", "since", "until"].contains(graph.marker(current)) { break }
                    return (found, "date.governor")
                }
            }
            current = up
        }
        return nil
    }

    /// "killed five and injured twelve on Sunday": a day at the end of verbs that share their subject is the day of all.
    private func ofLastVerb(_ trigger: Trigger) -> DatedExpression? {
        guard trigger.pattern.kind == .verb,
            let last = graph.children(trigger.token, "conj").last(where: { graph.isVerb($0) && graph.children($0, "nsubj").isEmpty }),
            let found = hanging(on: last)
        else { return nil }
        return found.tokens.lowerBound > last ? found : nil
    }

    /// Does a past day that hangs on a speech act told in the present or perfect belong to the act that it speaks of?
    private func belongsToContent(_ date: DatedExpression, of trigger: Trigger) -> Bool {
        trigger.pattern.isCue && trigger.pattern.kind == .verb && !isSimplePast(trigger.token) && isPastDay(date)
    }

    private func isSimplePast(_ verb: Int) -> Bool {
        let auxiliaries = graph.children(verb, "aux").map { graph.tokens[$0].form.lowercased() }
        if auxiliaries.contains(where: { ["has", "have", "'ve", "’ve"].contains($0) }) { return false }
        return !(graph.tokens[verb].has("Tense=Pres") && graph.tokens[verb].has("VerbForm=Fin"))
    }

    /// "the deadliest for decades": how long there was nothing like it, not when it was.
    private func isSuperlative(_ index: Int) -> Bool {
        graph.tokens[index].has("Degree=Sup") || graph.tokens[index].upos == .ADJ && graph.tokens[index].form.lowercased().hasSuffix("est")
    }

    private func isPastDay(_ date: DatedExpression) -> Bool {
        guard let published, let to = date.mention.range.to else { return false }
        return date.mention.range.from != nil && to <= published
    }

    private func isPast(_ trigger: Trigger) -> Bool {
        let token = graph.tokens[trigger.token]
        return trigger.pattern.kind == .noun || token.has("Tense=Past")
    }

    private func hanging(on index: Int) -> DatedExpression? {
        dates.first { date in
            guard let up = graph.head(date.head) else { return date.head == index }
            if isSuperlative(up) { return false }
            return up == index || date.tokens.contains(index)
        }
    }

    private func isBelow(_ date: DatedExpression, _ index: Int) -> Bool {
        var current = date.head
        for _ in 0..<6 {
            guard let up = graph.head(current) else { return false }
            if up == index { return true }
            if isSuperlative(up) || acts.contains(up) { return false }
            // Another predicate in between has the date for itself.
            if graph.isPredicate(up) && graph.isVerb(up) { return false }
            current = up
        }
        return false
    }
}
