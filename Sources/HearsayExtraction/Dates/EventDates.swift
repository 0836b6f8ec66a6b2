internal import HearsayCodebook
internal import HearsayCore

/// A time expression of a sentence, resolved.
struct DatedExpression: Sendable {
    /// What an expression says of the act it belongs to: when it was, or for how long it has gone on.
    enum Kind: Sendable { case time, lasting }

    let sentence: Int
    let tokens: Range<Int>
    /// The token of the expression that the rest hangs on.
    let head: Int
    let mention: DateMention
    var kind = Kind.time
}

/// Finds when an act took place: by the expression that its own clause holds.
struct EventDates: Sendable {
    let graph: ClauseGraph
    /// Expressions that say when, and the word that each of them dates.
    private let dates: [(date: DatedExpression, home: Int)]
    /// Expressions that say for how long.
    private let lengths: [DatedExpression]
    private let acts: [Int: Trigger]
    private let published: Day?
    private let words: EventWords

    init(graph: ClauseGraph, dates: [DatedExpression], acts: [Int: Trigger], published: Day?, words: EventWords) {
        self.graph = graph
        self.acts = acts
        self.published = published
        self.words = words
        lengths = dates.filter { $0.kind == .lasting }
        self.dates = dates.filter { $0.kind == .time }.compactMap { date in
            EventDates.home(of: date, graph, acts, published).map { (date, $0) }
        }
    }

    /// The expression stated for a trigger in its sentence.
    func date(for trigger: Trigger) -> (date: DatedExpression, rule: String)? {
        if let found = lasting(trigger) { return (found, "date.length") }
        guard !dates.isEmpty else { return nil }
        if let found = stated(at: trigger.token) { return found }
        // "on Saturday the ministry put the number of dead at 43": the day of counting is not that of the deaths.
        if FigureReader.isToll(trigger, graph) { return nil }
        if let light = trigger.lightVerb, let found = stated(at: light) { return found }
        if let found = told(of: trigger) { return (found, "date.relative") }
        if let found = ofEvent(trigger) { return (found, "date.subject") }
        if let shared = ofLastVerb(trigger) { return (shared, "date.coordination") }
        return climbed(from: trigger)
    }

    /// The expression that hangs on a word or on a part of its phrase: "a blast at a market on Monday".
    private func stated(at index: Int) -> (date: DatedExpression, rule: String)? {
        if let own = hanging(on: index) { return (own, "date.clause") }
        return dates.first { isBelow($0.home, index) }.map { ($0.date, "date.phrase") }
    }

    /// The clauses that an act passes through up to the sentence's root, as far as a day of theirs is its own.
    private func climbed(from trigger: Trigger) -> (date: DatedExpression, rule: String)? {
        var current = trigger.token
        for _ in 0..<8 {
            guard let up = graph.head(current) else { break }
            let relation = graph.relation[current]
            if isCue(up), relation != "conj" {
                // "marched to demand", "gathered, calling for": who demonstrates speaks by it.
                // "raised it in a call today", "said at the summit": the occasion of speaking.
                if current == trigger.token, relation == "obl", ["in", "at", "during"].contains(graph.preposition(current)),
                    let found = hanging(on: up)
                {
                    return (found, "date.occasion")
                }
                guard let act = acts[up], words.isDemonstration(act, for: trigger) else { break }
            }
            // "claimed responsibility for a bombing on 14 February": the day of the bombing, told behind it.
            if current == trigger.token, relation == "nmod", graph.preposition(current) == "for",
                graph.tokens[up].lemma.lowercased() == "responsibility", let verb = graph.head(up), let found = hanging(on: verb),
                found.tokens.lowerBound > trigger.token
            {
                return (found, "date.responsibility")
            }
            // "met on Monday to discuss the attack", "marched to protest the killings": the act spoken of has its own time.
            if current == trigger.token, trigger.pattern.kind == .noun, trigger.lightVerb == nil,
                relation == "obj" && !words.isDoneTo(trigger, by: acts[up])
                    || relation == "nmod" && !["in", "during"].contains(graph.preposition(current))
            {
                break
            }
            if relation == "obl", !["in", "during", "by", "under", "amid", ""].contains(graph.preposition(current)) { break }
            if relation == "parataxis" { break }
            if graph.tokens[current].relation == "acl:relcl", !isSameAct(trigger, up) { break }
            if relation == "acl", graph.tokens[current].relation != "acl:relcl", words.isActor(graph, up), !isSameAct(trigger, up) {
                // "the coalition fighting X said on Friday": what describes somebody has its own time.
                guard current == trigger.token, let verb = graph.head(up), let act = acts[verb], words.isDemonstration(act, for: trigger) else {
                    break
                }
            }
            if relation == "advcl", graph.marker(current) == "to" {
                guard isPurposeReached(up, trigger) else { break }
                if let found = hanging(on: up) { return (found, "date.purpose") }
            }
            if relation == "ccomp" {
                // "said on Tuesday it launched": news is told the day it happens, unless the clause has a time of its own.
                if isPast(trigger), let found = hanging(on: up) { return (found, "date.telling") }
                break
            }
            if ["conj", "xcomp", "nsubj", "obj", "obl", "nmod", "acl", "advcl"].contains(relation) {
                // "before Monday's talks", "after the attack on Sunday": another clause's own time.
                if relation == "advcl",
                    ["before", "after", "since", "until", "as", "because", "although", "if", "unless"].contains(graph.marker(current)),
                    graph.marker(current) != "as" || acts[up] == nil
                {
                    break
                }
                if relation == "conj", acts[up] != nil, graph.children(current, "nsubj").isEmpty, let found = stated(at: up)?.date,
                    found.tokens.lowerBound < up
                {
                    return (found, "date.governor")
                }
                let found = words.happen.contains(graph.tokens[up].lemma.lowercased()) && relation == "nsubj" ? stated(at: up)?.date : hanging(on: up)
                if let found {
                    // "shelled X on Thursday, and it accuses Y": a second subject takes no day from the end of the first clause.
                    let isOther = relation == "conj" && !graph.children(current, "nsubj").isEmpty
                    if isOther, found.tokens.lowerBound > up || trigger.pattern.isCue { break }
                    return (found, "date.governor")
                }
            }
            current = up
        }
        return nil
    }

    // MARK: An act told twice

    /// "the attack, which took place on 19 September", "the strike that killed dozens a day earlier": the clause tells of the noun's act.
    private func told(of trigger: Trigger) -> DatedExpression? {
        guard trigger.pattern.kind == .noun else { return nil }
        for noun in [trigger.token] + below(trigger.token) {
            for clause in graph.children(noun, "acl") + words.reduced(after: noun, graph) {
                let isHappening = words.isOccurring(graph, clause)
                let isRelative = graph.tokens[clause].relation == "acl:relcl"
                // Whatever noun of the phrase the parser hangs it on, only acts take place.
                let isTold = isRelative ? isHappening && isItsSubject(clause) : noun == trigger.token && acts[clause] == nil
                let isSame = noun == trigger.token && acts[clause].map { $0.pattern.type == trigger.pattern.type } ?? false
                guard isTold || isSame && isRelative && isItsSubject(clause) else { continue }
                if let found = stated(at: clause) { return found.date }
            }
        }
        return nil
    }

    private func isItsSubject(_ clause: Int) -> Bool { graph.children(clause, "nsubj").contains(where: graph.isRelativePronoun) }

    /// "the attack that killed 13": the harm is the attack's.
    private func isSameAct(_ trigger: Trigger, _ noun: Int) -> Bool {
        acts[noun].map { $0.pattern.kind == .noun && $0.pattern.type == trigger.pattern.type } ?? false
    }

    private func below(_ noun: Int) -> [Int] {
        graph.children(noun, "nmod").flatMap { [$0] + (acts[$0] == nil ? graph.children($0, "nmod") : []) }.filter { acts[$0] == nil }
    }

    // MARK: How long it has gone on

    /// "the sixty-sixth day of his strike", "eight days of fighting"; "the battle has entered its eighth day"; "an 8-month-old truce".
    private func lasting(_ trigger: Trigger) -> DatedExpression? {
        lengths.first { length in
            // "signed in 1995 after three weeks of talks": counted back from that year, not from now.
            if let from = length.mention.range.from, dates.contains(where: { $0.date.mention.range.to.map { $0 < from } ?? false }) { return false }
            guard let up = graph.head(trigger.token) else { return false }
            let isOf = graph.preposition(trigger.token) == "of" || graph.marker(trigger.token) == "of"
            if ["nmod", "acl"].contains(graph.relation[trigger.token]), isOf, length.tokens.contains(up) { return true }
            guard let home = graph.head(length.head) else { return false }
            if home == trigger.token { return ["amod", "compound", "nummod"].contains(graph.relation[length.head]) || isOwned(length) }
            return isOwned(length) && (graph.surfaceSubjects(home).contains(trigger.token) || trigger.lightVerb == home)
        }
    }

    private func isOwned(_ length: DatedExpression) -> Bool {
        length.tokens.contains { ["its", "their"].contains(graph.tokens[$0].form.lowercased()) }
    }

    // MARK: What reaches where

    /// "Fighting there last month killed 300": a clause as the subject of harm is the act that did it.
    private func ofEvent(_ trigger: Trigger) -> DatedExpression? {
        guard trigger.pattern.harm != nil, trigger.pattern.kind == .verb else { return nil }
        return graph.children(trigger.token, "csubj").lazy.compactMap { stated(at: $0)?.date }.first
    }

    /// Which purposes are done where and when the act is that leads to them: "flew to X on Sunday to mediate".
    private func isPurposeReached(_ up: Int, _ trigger: Trigger) -> Bool {
        if let act = acts[up], words.isDemonstration(act, for: trigger) { return true }
        return words.arrival.contains(graph.tokens[up].lemma.lowercased())
    }

    /// "killed five and injured twelve on Sunday": a day at the end of verbs that share their subject is the day of all.
    private func ofLastVerb(_ trigger: Trigger) -> DatedExpression? {
        guard trigger.pattern.kind == .verb,
            let last = graph.children(trigger.token, "conj", "advcl").last(where: { verb in
                // "opened fire on a bus, killing six people on Monday".
                graph.isVerb(verb) && graph.children(verb, "nsubj").isEmpty
                    && (graph.relation[verb] == "conj"
                        // "detained two men while looking for a third yesterday": one time for both.
                        || ["", "while"].contains(graph.marker(verb)) && graph.tokens[verb].form.lowercased().hasSuffix("ing"))
            }),
            let found = hanging(on: last)
        else { return nil }
        return found.tokens.lowerBound > last ? found : nil
    }

    private func isCue(_ index: Int) -> Bool { acts[index]?.pattern.isCue ?? false }

    private func isPast(_ trigger: Trigger) -> Bool {
        let token = graph.tokens[trigger.token]
        if trigger.pattern.kind == .noun || token.has("Tense=Past") { return true }
        // "was massing", "are being used".
        return graph.children(trigger.token, "aux").contains { ["was", "were", "is", "are"].contains(graph.tokens[$0].form.lowercased()) }
    }

    private func hanging(on index: Int) -> DatedExpression? {
        dates.first { $0.home == index || $0.date.tokens.contains(index) }?.date
    }

    private static let elsewhere: Set<String> = [
        "before", "after", "since", "until", "following", "ahead of", "prior to", "despite", "over", "because of", "against",
    ]

    private func isBelow(_ home: Int, _ index: Int) -> Bool {
        var current = home
        for _ in 0..<6 {
            if current == index { return true }
            // Another act or predicate in between has the date for itself, and so has what came before or after.
            if acts[current] != nil || graph.isPredicate(current) && graph.isVerb(current) || EventDates.isSuperlative(graph, current) {
                return false
            }
            if graph.isNominal(current), Self.elsewhere.contains(graph.preposition(current)) || isAhead(current) { return false }
            guard let up = graph.head(current) else { return false }
            current = up
        }
        return false
    }

    /// "ahead of Friday's vote", where the parser takes "ahead" for an adverb.
    private func isAhead(_ noun: Int) -> Bool {
        graph.preposition(noun) == "of"
            && (graph.children(noun, "advmod").contains { graph.tokens[$0].form.lowercased() == "ahead" }
                || graph.head(noun).map { graph.tokens[$0].form.lowercased() == "ahead" } ?? false)
    }

    // MARK: What an expression dates

    /// The word that an expression dates: what it hangs on, or, where a speech act is told in the present or perfect, the act spoken of.
    private static func home(of date: DatedExpression, _ graph: ClauseGraph, _ acts: [Int: Trigger], _ published: Day?) -> Int? {
        guard let up = graph.head(date.head) else { return date.head }
        if isSuperlative(graph, up) { return nil }
        // "an 11th century temple": how old a thing is.
        if graph.tokens[up].upos == .NOUN, acts[up] == nil, ["compound", "amod"].contains(graph.relation[date.head]),
            let from = date.mention.range.from, let to = date.mention.range.to, to - from > 366
        {
            return nil
        }
        guard let cue = acts[up], cue.pattern.isCue || EventWords.inquiry(cue), isPastDay(date, published) else { return up }
        if cue.pattern.kind == .verb, isSimplePast(graph, up) { return up }
        if cue.pattern.kind == .noun, !isBelowPresentCue(up, graph, acts) { return up }
        // "has called for an inquiry into a strike on Friday": a perfect takes no past day, so it is the strike's.
        let content = acts.values.filter { act in
            act.token < date.tokens.lowerBound && act.token != up && !act.pattern.isCue && !EventWords.inquiry(act)
                && graph.ancestors(act.token).contains(up)
        }
        return content.max { $0.token < $1.token }?.token ?? (cue.pattern.kind == .noun ? up : nil)
    }

    private static func isBelowPresentCue(_ index: Int, _ graph: ClauseGraph, _ acts: [Int: Trigger]) -> Bool {
        graph.ancestors(index).dropFirst().contains { up in
            acts[up].map { $0.pattern.isCue && $0.pattern.kind == .verb && !isSimplePast(graph, up) } ?? false
        }
    }

    private static func isSimplePast(_ graph: ClauseGraph, _ verb: Int) -> Bool {
        let auxiliaries = graph.children(verb, "aux").map { graph.tokens[$0].form.lowercased() }
        if auxiliaries.contains(where: { ["has", "have", "'ve", "’ve"].contains($0) }) { return false }
        return !(graph.tokens[verb].has("Tense=Pres") && graph.tokens[verb].has("VerbForm=Fin"))
    }

    /// "the deadliest for decades": how long there was nothing like it, not when it was.
    private static func isSuperlative(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.tokens[index].has("Degree=Sup") || graph.tokens[index].upos == .ADJ && graph.tokens[index].form.lowercased().hasSuffix("est")
    }

    private static func isPastDay(_ date: DatedExpression, _ published: Day?) -> Bool {
        guard let published, let to = date.mention.range.to else { return false }
        return date.mention.range.from != nil && to <= published
    }
}
