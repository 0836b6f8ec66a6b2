internal import HearsayCodebook
internal import HearsayCore

/// Negation, mood and tense of a single clause.
extension StatusReader {
    func isNegated(_ index: Int, _ graph: ClauseGraph) -> Bool {
        for child in graph.parse.children[index] {
            let lemma = graph.tokens[child].lemma.lowercased()
            let form = graph.tokens[child].form.lowercased()
            switch graph.relation[child] {
            case "advmod", "neg", "det", "cc":
                // "not only attacked but …" is no negation; "it was not until Tuesday that …" neither.
                let isNot = form == "n’t" || lemma == "not"
                if isNot, child + 1 < graph.tokens.count, ["only", "just", "merely", "simply"].contains(graph.tokens[child + 1].lemma) { continue }
                if isNot, graph.preposition(index) == "until" { continue }
                // "nearly doubled", "almost 300 killed": a measure, no miss.
                if ["almost", "nearly"].contains(lemma), !graph.isVerb(index) || !graph.children(index, "nummod", "obl").isEmpty { continue }
                if words.negatedAdverbs.contains(lemma) || words.negatedAdverbs.contains(form) || isNot { return true }
                // "no longer fights".
                if form == "longer", graph.children(child, "advmod", "det").contains(where: { graph.tokens[$0].form.lowercased() == "no" }) {
                    return true
                }
            case "nsubj":
                if ["nobody", "none", "nothing", "neither"].contains(lemma) || form == "no-one" || hasNo(child, graph) { return true }
                // "Not a shot was fired."
                if graph.children(child, "advmod").contains(where: { graph.tokens[$0].lemma.lowercased() == "not" && $0 < child }),
                    graph.children(child, "det").contains(where: { ["a", "an", "any"].contains(graph.tokens[$0].form.lowercased()) })
                {
                    return true
                }
            case "obj":
                if ["nobody", "nothing", "none"].contains(lemma) || hasNo(child, graph) { return true }
            default: break
            }
        }
        // "gave up rather than fight".
        let joint = graph.children(index, "cc").first.map { ([$0] + graph.children($0, "fixed")).map { graph.tokens[$0].form.lowercased() } }
        if let joint, words.negatedPrepositions.contains(joint.joined(separator: " ")) { return true }
        return words.negatedPrepositions.contains(graph.marker(index))
            || words.negatedPrepositions.contains(graph.preposition(index)) && graph.isVerb(index)
    }

    func hasNo(_ index: Int, _ graph: ClauseGraph) -> Bool {
        graph.children(index, "det").contains { graph.tokens[$0].lemma.lowercased() == "no" }
    }

    /// "did not leave until Monday": then they left.
    func isUntil(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard modal(index, graph) == nil else { return false }
        return graph.children(index, "obl").contains { ["until", "till"].contains(graph.preposition($0)) }
            || graph.children(index, "advcl").contains { ["until", "till"].contains(graph.marker($0)) && graph.tokens[$0].has("Tense=Past") }
    }

    func hasAdverb(_ index: Int, _ graph: ClauseGraph, _ adverbs: Set<String>) -> Bool {
        graph.children(index, "advmod").contains { adverbs.contains(graph.tokens[$0].lemma.lowercased()) }
    }

    // MARK: Sentences that tell nothing

    /// A question that may be answered with yes or no.
    func isAsking(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard graph.tokens.suffix(2).contains(where: { $0.form == "?" }) else { return false }
        guard let subject = graph.children(index, "nsubj").first else { return false }
        return graph.children(index, "aux", "cop").contains { $0 < subject }
            && !graph.parse.subtree(index).prefix(2).contains {
                ["who", "whom", "whose", "where", "when", "why", "how", "which", "what"].contains(graph.tokens[$0].form.lowercased())
            }
    }

    /// "Let him lift the ban."
    func isAsked(_ verb: Int, _ graph: ClauseGraph) -> Bool {
        graph.children(verb, "nsubj", "aux").isEmpty
            && (graph.tokens[verb].has("Mood=Imp") || graph.relation[verb] == "root" && graph.tokens[verb].has("VerbForm=Inf"))
    }

    // MARK: Tense

    /// Told as a plain fact of the past.
    func isDone(_ verb: Int?, _ graph: ClauseGraph) -> Bool {
        guard let verb, graph.isVerb(verb), modal(verb, graph) == nil, !isNegated(verb, graph) else { return false }
        if graph.tokens[verb].has("Tense=Past"), graph.tokens[verb].has("VerbForm=Fin") { return true }
        return graph.children(verb, "aux").contains { ["have", "has", "had", "was", "were"].contains(graph.tokens[$0].form.lowercased()) }
    }

    /// A participle beside what is done: "marching through the town, burning flags".
    func isAlongside(_ verb: Int, _ graph: ClauseGraph) -> Bool {
        guard graph.tokens[verb].form.lowercased().hasSuffix("ing"), ["advcl", "acl", "conj"].contains(graph.relation[verb]) else { return false }
        return ["", "with"].contains(graph.marker(verb)) && !isNegated(verb, graph)
    }

    /// Only wanted, possible or meant, not done: "to avoid", "could prevent"; "managed to prevent" is done.
    func isUnsettled(_ verb: Int, _ graph: ClauseGraph) -> Bool {
        if modal(verb, graph)?.status == .possible { return true }
        guard graph.tokens[verb].has("VerbForm=Inf"), graph.children(verb, "aux").isEmpty, ["xcomp", "advcl", "acl"].contains(graph.relation[verb]),
            let up = graph.head(verb)
        else { return false }
        return
            !(graph.relation[verb] == "xcomp" && words.settling.contains(graph.tokens[up].lemma.lowercased())
            && (isDone(up, graph) || isPastCopula(up, graph)))
    }

    /// "The hearings begin tomorrow", "are meeting next week".
    func isScheduled(_ verb: Int, _ graph: ClauseGraph) -> Bool {
        guard graph.isVerb(verb), graph.tokens[verb].has("Tense=Pres") else { return false }
        return graph.children(verb, "advmod", "obl").contains { child in
            words.plannedAdverbs.contains(graph.tokens[child].lemma.lowercased())
                || graph.relation[child] == "obl"
                    && graph.children(child, "amod").contains { ["next", "coming"].contains(graph.tokens[$0].lemma.lowercased()) }
                    && graph.preposition(child).isEmpty
        }
    }

    /// "were able to", "has been free to".
    func isPastCopula(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard modal(index, graph) == nil else { return false }
        return graph.children(index, "cop").contains { ["was", "were", "been"].contains(graph.tokens[$0].form.lowercased()) }
    }

    /// "allowed them to march".
    func isEnabled(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard let up = graph.head(index), graph.relation[index] == "xcomp", words.enabling.contains(graph.tokens[up].lemma.lowercased()) else {
            return false
        }
        return isDone(up, graph)
    }

    func modal(_ index: Int, _ graph: ClauseGraph) -> Reading? {
        var hasHave = false
        var found: String?
        for child in graph.children(index, "aux") {
            let form = graph.tokens[child].form.lowercased()
            let lemma = graph.tokens[child].lemma.lowercased()
            if lemma == "have" { hasHave = true }
            if words.plannedAuxiliaries.contains(form) || words.possibleAuxiliaries.contains(form) || words.plannedAuxiliaries.contains(lemma)
                || words.possibleAuxiliaries.contains(lemma)
            {
                found = words.plannedAuxiliaries.contains(form) || words.plannedAuxiliaries.contains(lemma) ? "planned" : form
            }
        }
        // "is to visit": a copula with an infinitive.
        if found == nil, graph.marker(index) == "to", let verb = graph.children(index, "aux", "cop").first(where: { graph.tokens[$0].lemma == "be" }),
            graph.children(index, "mark").allSatisfy({ $0 > verb }), graph.tokens[verb].has("VerbForm=Fin")
        {
            found = "planned"
        }
        guard let found else { return nil }
        // "could hear shelling": it was heard.
        if ["can", "could"].contains(found), !hasHave, words.perception.contains(graph.tokens[index].lemma.lowercased()) { return nil }
        if found == "planned" { return (.planned, "status.auxiliary") }
        // "would have caused": told as not having happened.
        if hasHave, ["would", "should", "ought"].contains(found) { return (.negated, "status.counterfactual") }
        return (.possible, "status.auxiliary")
    }

    func isOngoing(_ index: Int, _ graph: ClauseGraph) -> Bool {
        let auxiliaries = graph.children(index, "aux", "cop").map { graph.tokens[$0] }
        let isProgressive =
            graph.tokens[index].form.lowercased().hasSuffix("ing") && auxiliaries.contains { $0.lemma.lowercased() == "be" }
            || auxiliaries.contains { $0.form.lowercased() == "being" }
        guard isProgressive else { return false }
        return auxiliaries.contains {
            ["is", "are", "am", "'s", "'re", "’s", "’re", "'m"].contains($0.form.lowercased())
                || ($0.form.lowercased() == "been" && auxiliaries.contains { ["has", "have", "'s", "'ve", "’ve"].contains($0.form.lowercased()) })
        }
    }

    func isPresent(_ index: Int, _ graph: ClauseGraph) -> Bool {
        if isOngoing(index, graph) { return true }
        let token = graph.tokens[index]
        if token.has("Tense=Pres"), token.has("VerbForm=Fin") { return true }
        return graph.children(index, "aux").contains { ["has", "have"].contains(graph.tokens[$0].form.lowercased()) }
    }
}
