internal import HearsayCodebook
internal import HearsayCore

/// Places that the clauses around an act name for it.
extension PlaceFinder {
    /// Places of the clauses that an act belongs to: of its governor, its coordinate, the noun it describes.
    func climbed(from trigger: Trigger) -> (place: NamedPlace, rule: String)? {
        let token = trigger.token
        var current = token
        for _ in 0..<8 {
            guard let up = graph.head(current) else { return nil }
            let relation = graph.relation[current]
            let isRelative = graph.tokens[current].relation == "acl:relcl"
            // What somebody says elsewhere is not where it happened.
            guard !["ccomp", "parataxis"].contains(relation), !isRelative || graph.isNominal(up) else { return nil }
            // "the minister of X, who telephoned", "an agreement in X to end the war": the noun has a place of its own.
            if isRelative, graph.children(current, "advmod").contains(where: { graph.tokens[$0].lemma.lowercased() == "where" }) {
                // "flew to Jordan, where he met the king".
                if let found = named(under: up) { return (found, "place.where") }
            }
            let isPerson =
                graph.children(current, "nsubj").contains { graph.tokens[$0].form.lowercased() == "who" } || lexicon.entity(graph, up) == .PER
            if isRelative, isPerson || acts[up].map({ $0.pattern.type != trigger.pattern.type }) ?? false { return nil }
            // "hours after the arrest a bomb exploded in X": what came before may have been elsewhere.
            if ["obl", "nmod"].contains(relation), trigger.pattern.type != "CONSULT", Self.apart.contains(graph.preposition(current)) { return nil }
            // "marched to protest the killings", "met to discuss the attack": what is spoken of lies elsewhere.
            let isFirst = current == token && !graph.isVerb(token)
            if isFirst,
                relation == "obj" && !words.isDoneTo(trigger, by: acts[up])
                    || relation == "nmod" && !["of", "in", "during"].contains(graph.preposition(current))
            {
                return nil
            }
            // "victims of the bombing were brought to X": they may be anywhere.
            if isFirst, relation == "nmod", lexicon.isActor(graph, up) || Self.aftermath.contains(graph.tokens[up].lemma.lowercased()) { return nil }
            // A clause with a subject of its own tells its own story.
            if ["conj", "advcl"].contains(relation), graph.isVerb(current), !graph.children(current, "nsubj").isEmpty {
                // "In X crowds cheered and Cossacks whipped a dozen women": what opens the sentence holds for both.
                return relation == "conj" ? opened(up).map { ($0, "place.opening") } : nil
            }
            // What somebody asks for is done where it is done.
            if relation != "conj", acts[up]?.pattern.isCue ?? false { return nil }
            if ["conj", "xcomp", "nsubj", "obj", "obl", "nmod", "advcl", "acl", "appos", "compound"].contains(relation) {
                let isBearer = relation != "acl" || !lexicon.isActor(graph, up)
                if isBearer, graph.isPredicate(up) || graph.isNominal(up), let found = around(up) { return (found, "place.clause") }
                for object in graph.children(up, "obj") where object != current { if let found = around(object) { return (found, "place.clause") } }
            }
            current = up
        }
        return nil
    }

    private static let apart: Set<String> = [
        "before", "after", "since", "until", "following", "ahead of", "prior to", "despite", "over", "because of",
    ]
    private static let aftermath: Set<String> = [
        "victim", "survivor", "perpetrator", "anniversary", "memory", "suspect", "mastermind", "witness", "relative", "family", "responsibility",
    ]

    /// "the attack, which took place in X", "an accord signed in X", "explosions reported across X": the clause tells of the noun's act.
    func told(of trigger: Trigger) -> NamedPlace? {
        guard trigger.pattern.kind == .noun else { return nil }
        let below = graph.children(trigger.token, "nmod").flatMap { [$0] + graph.children($0, "nmod") }.filter { acts[$0] == nil }
        for noun in [trigger.token] + below {
            for clause in graph.children(noun, "acl") + words.reduced(after: noun, graph) {
                let isRelative = graph.tokens[clause].relation == "acl:relcl"
                let isItsSubject = graph.children(clause, "nsubj").contains(where: graph.isRelativePronoun)
                let isTold =
                    isRelative
                    ? words.isOccurring(graph, clause) && isItsSubject
                    : noun == trigger.token && acts[clause] == nil && graph.isPastParticiple(clause)
                let isSame = noun == trigger.token && isRelative && isItsSubject && acts[clause]?.pattern.type == trigger.pattern.type
                guard isTold || isSame else { continue }
                if let found = around(clause) { return found }
                if isSame { for object in graph.children(clause, "obj", "nsubj") { if let found = around(object) { return found } } }
            }
        }
        return nil
    }

    /// "to let relief flights land at X", "kept ships from passing through Y": the clause that completes the verb.
    func completed(_ trigger: Trigger) -> NamedPlace? {
        guard trigger.pattern.kind == .verb else { return nil }
        let clauses =
            graph.children(trigger.token, "xcomp", "ccomp")
            + graph.children(trigger.token, "advcl").filter { ["from", "into"].contains(graph.marker($0)) }
        for clause in clauses where acts[clause] == nil { if let found = around(clause, onlyStrong: true) { return found } }
        return nil
    }

    /// "In Tehran, the president warned …": said there, where the sentence opens with it; "flew to Kabul and asked": said on arrival.
    func opening(_ trigger: Trigger) -> NamedPlace? {
        guard trigger.pattern.kind == .verb else { return nil }
        if graph.relation[trigger.token] == "conj", graph.children(trigger.token, "nsubj").isEmpty, let up = graph.head(trigger.token),
            up < trigger.token,
            words.arrival.contains(graph.tokens[up].lemma.lowercased()), let found = around(up)
        {
            return found
        }
        return opened(trigger.token)
    }

    /// The town that a verb's sentence opens with.
    private func opened(_ verb: Int) -> NamedPlace? {
        for phrase in graph.children(verb, "obl") where ["in", "at"].contains(graph.preposition(phrase)) && phrase < verb {
            guard let first = graph.children(phrase, "case").first, graph.tokens[..<first].allSatisfy({ $0.upos == .PUNCT || $0.upos == .ADV }),
                let found = places.first(where: { $0.tokens.contains(phrase) }), found.mention.precision != .country
            else { continue }
            return found
        }
        return nil
    }
}
