internal import HearsayCodebook
internal import HearsayCore

/// Which contexts an act has: by words of its clause, by its mode, by who is party to it.
struct ContextFinder: Sendable {
    private let contexts: [ClaimContext]
    /// Place of a context in the file, and the words of an entry, by the entry's first word.
    private let index: [String: [(context: Int, words: [String])]]
    private let saying: Set<String>

    init(_ contexts: [ClaimContext], saying: Set<String>) {
        self.contexts = contexts
        self.saying = saying
        var index: [String: [(context: Int, words: [String])]] = [:]
        for (place, context) in contexts.enumerated() {
            for words in context.words where !words.isEmpty { index[words[0], default: []].append((place, words)) }
        }
        self.index = index
    }

    /// Contexts in the file's order, each with what it was seen by.
    func contexts(of claim: Claim, _ trigger: Trigger, _ graph: ClauseGraph, acts: Set<Int>) -> [(id: String, by: String)] {
        let told = told(clause(of: trigger, graph, acts: acts), graph)
        let sectors = Set((claim.actors + claim.recipients).compactMap { $0.code?.split(separator: ".").dropFirst().first.map(String.init) })
        let mode = claim.mode.map { "\(claim.type)/\($0)" }
        return contexts.enumerated().compactMap { place, context in
            if told.contains(place) { return (context.id, "words") }
            if context.modes.contains(claim.type) || mode.map(context.modes.contains) ?? false { return (context.id, "modes") }
            return context.sectors.isDisjoint(with: sectors) ? nil : (context.id, "sectors")
        }
    }

    var order: [String] { contexts.map(\.id) }

    /// Contexts of which some entry stands word for word in a clause.
    private func told(_ clause: Set<Int>, _ graph: ClauseGraph) -> Set<Int> {
        var out: Set<Int> = []
        for start in clause {
            for first in forms(start, graph) {
                for entry in index[first] ?? [] where !out.contains(entry.context) {
                    let stands = entry.words.indices.allSatisfy { offset in
                        start + offset < graph.tokens.count && forms(start + offset, graph).contains(entry.words[offset])
                    }
                    if stands { out.insert(entry.context) }
                }
            }
        }
        return out
    }

    private func forms(_ token: Int, _ graph: ClauseGraph) -> Set<String> {
        [graph.tokens[token].lemma.lowercased(), graph.tokens[token].form.lowercased()]
    }

    /// The words that tell of an act: all that hang on it, and on the words that carry it, up to whoever says so.
    private func clause(of trigger: Trigger, _ graph: ClauseGraph, acts: Set<Int>) -> Set<Int> {
        var out: Set<Int> = []
        func add(_ token: Int) {
            guard out.insert(token).inserted else { return }
            for child in graph.parse.children[token] where !isApart(child, graph, acts) || token == trigger.token && isTold(child, by: trigger, graph)
            {
                add(child)
            }
        }
        var current = trigger.token
        add(current)
        if let light = trigger.lightVerb { add(light) }
        while let up = graph.head(current), !acts.contains(up) || up == trigger.lightVerb,
            ["nsubj", "obj", "obl", "nmod", "xcomp", "appos", "compound"].contains(graph.relation[current]) || graph.tokens[current].relation == "acl"
        {
            guard !saying.contains(graph.tokens[up].lemma.lowercased()) else { break }
            add(up)
            current = up
        }
        return out
    }

    /// "accused them of using sarin": what a cue tells of is what it is about.
    private func isTold(_ child: Int, by trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        trigger.pattern.isCue && graph.relation[child] == "advcl" && ["of", "for", "from", "to", "against"].contains(graph.marker(child))
    }

    /// "Troops withdrew after parliament voted": another act's clause.
    private func isApart(_ child: Int, _ graph: ClauseGraph, _ acts: Set<Int>) -> Bool {
        guard ["conj", "advcl", "parataxis"].contains(graph.relation[child]) || graph.tokens[child].relation == "acl:relcl" else { return false }
        return graph.parse.subtree(child).contains(where: acts.contains)
    }
}
