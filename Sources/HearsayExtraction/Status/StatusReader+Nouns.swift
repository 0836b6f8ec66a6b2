internal import HearsayCore

/// How an act named by a noun is told.
extension StatusReader {
    func noun(_ index: Int, _ graph: ClauseGraph) -> Reading? {
        for child in graph.parse.children[index] {
            let word = graph.tokens[child].lemma.lowercased()
            let form = graph.tokens[child].form.lowercased()
            switch graph.relation[child] {
            case "det" where word == "no" || word == "neither": return (.negated, "status.no")
            case "case" where form == "without": return (.negated, "status.without")
            case "amod", "compound", "advmod":
                // "a well-planned attack" was no plan.
                if child > 0, graph.tokens[child - 1].form == "-" { continue }
                if words.plannedAdjectives.contains(word) || words.plannedAdjectives.contains(form) { return (.planned, "status.adjective") }
                if words.possibleAdjectives.contains(word) || words.possibleAdjectives.contains(form) { return (.possible, "status.adjective") }
                if words.negatedAdjectives.contains(word) || words.negatedAdjectives.contains(form) { return (.negated, "status.adjective") }
                if words.ongoingAdjectives.contains(word) || words.ongoingAdjectives.contains(form) { return (.ongoing, "status.adjective") }
            default: break
            }
        }
        if let up = graph.head(index) {
            let lemma = graph.tokens[up].lemma.lowercased()
            let relation = graph.relation[index]
            if relation == "nmod" || relation == "obl" {
                let preposition = graph.preposition(index)
                if ["brink", "verge", "edge", "threshold", "spectre", "specter"].contains(lemma), preposition == "of" {
                    return (.possible, "status.noun")
                }
                if lemma == "eve", preposition == "of" { return (.planned, "status.noun") }
                if ["worried", "afraid", "fearful", "wary", "worry", "fear", "anxious", "nervous"].contains(lemma),
                    ["about", "of", "over", "for"].contains(preposition)
                {
                    return (.possible, "status.noun")
                }
                if isDenied(telling: up, graph), ["of", "about", "that"].contains(preposition) { return (.negated, "status.denial") }
                if words.missing.contains(lemma), preposition == "of" { return (.negated, "status.noun") }
                if words.possibleNouns.contains(lemma), ["of", "for", "against"].contains(preposition) { return (.possible, "status.noun") }
                if words.plannedNouns.contains(lemma), ["of", "for"].contains(preposition) { return (.planned, "status.noun") }
                if words.possiblePrepositions.contains(preposition) { return (.possible, "status.preposition") }
                if words.negatedPrepositions.contains(preposition) { return (.negated, "status.preposition") }
                // "risking a return to war": the war is as the return.
                if relation == "nmod",
                    ["return", "resumption", "outbreak", "start", "slide", "descent", "escalation", "repeat", "recurrence"].contains(lemma),
                    ["to", "of", "into"].contains(preposition)
                {
                    return noun(up, graph)
                }
            }
            if graph.isVerb(up), relation == "obl" {
                let preposition = graph.preposition(index)
                if words.negating.contains(lemma), preposition == "from" { return (.negated, "status.governor") }
                if words.planning.contains(lemma), preposition == "for" { return (.planned, "status.governor") }
                if words.doubting.contains(lemma), !words.clauseOnly.contains(lemma), ["for", "with"].contains(preposition) {
                    return (.possible, "status.governor")
                }
            }
            if graph.isVerb(up), !words.clauseOnly.contains(lemma), relation == "obj" || (relation == "nsubj" && graph.isPassive(up)) {
                if words.negating.contains(lemma) {
                    if words.denials.contains(lemma), words.speech.contains(graph.tokens[index].lemma.lowercased()) { return nil }
                    return prevented(by: up, graph)
                }
                if words.planning.contains(lemma) { return (.planned, "status.governor") }
                if words.doubting.contains(lemma) { return (.possible, "status.governor") }
                if words.continuing.contains(lemma), isPresent(up, graph) { return (.ongoing, "status.governor") }
            }
        }
        return nil
    }

    /// The verb in whose mood an act stands that is named for the first time: "would mean a war", "did not hold a vote".
    ///
    /// What has "the" or an owner is taken as known, whatever the verb.
    func bearer(_ noun: Int, _ graph: ClauseGraph) -> Int? {
        guard let up = graph.head(noun), graph.tokens[up].upos == .VERB, graph.relation[noun] == "obj" else { return nil }
        let lemma = graph.tokens[up].lemma.lowercased()
        guard ![words.plainSaying, words.factive, words.denials, words.ending, words.presupposing].contains(where: { $0.contains(lemma) }) else {
            return nil
        }
        let isKnown = graph.parse.children[noun].contains {
            graph.tokens[$0].relation == "nmod:poss"
                || graph.relation[$0] == "det" && !["a", "an", "any", "another", "some", "no"].contains(graph.tokens[$0].form.lowercased())
        }
        return isKnown ? nil : up
    }

    /// What is rejected of speech was spoken: "rejected the offer".
    func isSpoken(_ noun: Int, _ graph: ClauseGraph) -> Bool {
        guard words.speech.contains(graph.tokens[noun].lemma.lowercased()), let up = graph.head(noun), graph.isVerb(up) else { return false }
        return graph.relation[noun] == "obj" && words.denials.contains(graph.tokens[up].lemma.lowercased())
            && !graph.children(noun, "det").contains { ["any", "no"].contains(graph.tokens[$0].form.lowercased()) }
    }

    /// "reports of an attack", where somebody rejects the reports.
    func isDenied(telling noun: Int, _ graph: ClauseGraph) -> Bool {
        guard words.tellings.contains(graph.tokens[noun].lemma.lowercased()), let up = graph.head(noun), graph.isVerb(up) else { return false }
        let isObject = graph.relation[noun] == "obj" || graph.relation[noun] == "nsubj" && graph.isPassive(up)
        return isObject && words.denials.contains(graph.tokens[up].lemma.lowercased()) && !isNegated(up, graph)
    }

    /// "cease their attacks", "demanded an end to the raids": what is to end is going on.
    func isToEnd(_ noun: Int, _ graph: ClauseGraph, _ cues: Set<Int>) -> Bool {
        var current = noun
        if graph.relation[current] == "conj", let up = graph.head(current) { current = up }
        guard let up = graph.head(current) else { return false }
        let lemma = graph.tokens[up].lemma.lowercased()
        if graph.isVerb(up) {
            return graph.relation[current] == "obj" && words.ending.contains(lemma)
                && (graph.tokens[up].has("VerbForm=Inf") && graph.children(up, "aux").isEmpty || graph.tokens[up].has("Mood=Imp"))
        }
        guard graph.relation[current] == "nmod", words.endNouns.contains(lemma), ["to", "of", "in"].contains(graph.preposition(current)),
            let wish = graph.head(up)
        else { return false }
        let wisher = graph.tokens[wish].lemma.lowercased()
        return cues.contains(wish) || words.doubting.contains(wisher) || words.possibleNouns.contains(wisher)
    }

    /// What a verb of preventing does to its object: undone where the verb is done, open where it may or is meant to be.
    private func prevented(by verb: Int, _ graph: ClauseGraph) -> Reading {
        if isNegated(verb, graph) { return (.happened, "status.double-negation") }
        if isUnsettled(verb, graph), words.ending.contains(graph.tokens[verb].lemma.lowercased()) { return (.ongoing, "status.ender") }
        if isUnsettled(verb, graph) {
            return (.possible, "status.prevention")
        }
        return (.negated, "status.governor")
    }
}
