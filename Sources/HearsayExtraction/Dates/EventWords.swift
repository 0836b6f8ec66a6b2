internal import HearsayCodebook
internal import HearsayCore

/// What dating and placing ask about kinds of words.
struct EventWords: Sendable {
    /// "took place", "occurred": verbs that say no more than that an act happened.
    let happen: Set<String>
    /// The plainest of them: "occurred", "took place".
    let occur: Set<String>
    /// Going somewhere, or gathering there: what is meant to be done is done on arrival.
    let arrival: Set<String> = [
        "fly", "travel", "come", "go", "arrive", "gather", "assemble", "march", "rally", "deploy", "visit", "return", "crowd", "turn", "pour",
        "flock",
        "send", "dispatch", "meet",
    ]
    let lexicon: WordClasses

    func isActor(_ graph: ClauseGraph, _ index: Int) -> Bool { lexicon.isActor(graph, index) }

    /// "police broke up a rally", "soldiers fired on a march": done where and when the protest was.
    func isDoneTo(_ trigger: Trigger, by act: Trigger?) -> Bool {
        trigger.pattern.type == "PROTEST" && act.map { ["COERCE", "ASSAULT"].contains($0.pattern.type) } ?? false
    }

    /// "the accord signed in Lome": a participle right behind its noun, whatever the parser hangs it on.
    func reduced(after noun: Int, _ graph: ClauseGraph) -> [Int] {
        let next = noun + 1
        guard graph.tokens.indices.contains(next), graph.tokens[next].upos == .VERB, graph.isPastParticiple(next), graph.relation[next] == "advcl",
            graph.children(next, "nsubj", "aux", "mark").isEmpty
        else { return [] }
        return [next]
    }

    /// Does a verb say that its subject happened?
    func isOccurring(_ graph: ClauseGraph, _ verb: Int) -> Bool {
        let lemma = graph.tokens[verb].lemma.lowercased()
        return occur.contains(lemma) && (lemma != "take" || graph.children(verb, "obj").contains { graph.tokens[$0].form.lowercased() == "place" })
    }

    /// "marched to demand", "rallied, urging": those who demonstrate speak by it.
    func isDemonstration(_ act: Trigger, for inner: Trigger) -> Bool {
        let isShown = act.pattern.type == "PROTEST" || act.pattern.type == "SUPPORT" && act.pattern.kind == .verb
        return isShown && ["PROTEST", "REQUEST", "REJECT", "ACCUSE", "SUPPORT"].contains(inner.pattern.type) && !act.pattern.isCue
    }

    /// An inquiry looks into an act that has its own day.
    static func inquiry(_ trigger: Trigger) -> Bool { trigger.pattern.type == "ACCUSE" && trigger.pattern.kind == .noun }
}
