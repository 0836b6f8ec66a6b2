internal import HearsayCodebook
internal import HearsayCore

/// Finds who stands in a slot around a trigger.
struct SlotFiller: Sendable {
    let graph: ClauseGraph
    let lexicon: WordClasses

    /// Heads of the phrases in a slot, coordination spread out.
    func candidates(_ slot: Slot, of index: Int, kind: Pattern.Kind, lightVerb: Int?, isUndergone: Bool = false) -> [Int] {
        switch slot {
        case .none: return []
        case .subject:
            switch kind {
            case .verb: return graph.subjects(index)
            case .adjective: return graph.ownCount(index).map { [$0] } ?? graph.surfaceSubjects(index)
            case .noun:
                if let lightVerb, !isUndergone { return graph.subjects(lightVerb) }
                let carriers = carriedBy(index)
                return carriers.isEmpty ? graph.children(index, "nsubj").flatMap(graph.nominals) : carriers
            }
        case .object:
            if kind == .noun { return lightVerb != nil && isUndergone ? graph.surfaceSubjects(lightVerb!) : [] }
            return kind == .verb ? graph.objects(index) : []
        case .indirect:
            return graph.children(index, "iobj").flatMap(graph.nominals)
        case .possessive:
            return graph.parse.children[index].filter { graph.tokens[$0].relation == "nmod:poss" }.flatMap(graph.nominals)
        case .adjective:
            return graph.parse.children[index].filter {
                $0 < index && ["amod", "compound", "nmod"].contains(graph.relation[$0]) && graph.tokens[$0].relation != "nmod:poss"
                    && lexicon.isActingModifier(graph, $0)
            }.flatMap(graph.conjuncts).filter { $0 < index }
        case .objectCompound:
            return graph.parse.children[index].filter {
                $0 < index && ["compound", "amod"].contains(graph.relation[$0])
                    && (lexicon.isActor(graph, $0) && !Self.attackers.contains(graph.tokens[$0].lemma.lowercased())
                        || lexicon.isTarget(graph.tokens[$0].lemma))
            }
        case .modifier:
            return modifiers(index)
        case .subjectModifier:
            return candidates(.subject, of: index, kind: kind, lightVerb: lightVerb).flatMap(modifiers)
        case .objectModifier:
            return candidates(.object, of: index, kind: kind, lightVerb: lightVerb).flatMap(modifiers)
        case .clauseSubject:
            let clauses = graph.children(index, "ccomp", "xcomp", "advcl")
            if let first = clauses.first { return graph.surfaceSubjects(first) }
            return (graph.children(index, "obj", "obl")).flatMap { noun in
                graph.parse.children[noun].filter { graph.tokens[$0].relation == "nmod:poss" }
            }
        case .clause:
            return graph.children(index, "ccomp", "xcomp")
        case .preposition(let wanted):
            return prepositional(wanted, of: index, kind: kind, lightVerb: lightVerb)
        }
    }

    /// Those whose name before an attack says who made it, not on whom.
    private static let attackers: Set<String> = [
        "terrorist", "criminal", "militant", "rebel", "insurgent", "guerrilla", "extremist", "jihadist", "islamist", "separatist", "bandit", "gang",
    ]

    private func modifiers(_ noun: Int) -> [Int] {
        graph.parse.children[noun].filter { $0 < noun && ["compound", "amod", "nmod"].contains(graph.relation[$0]) }
    }

    private func prepositional(_ wanted: String, of index: Int, kind: Pattern.Kind, lightVerb: Int?) -> [Int] {
        var out = graph.prepositional(index).filter { $0.preposition == wanted }.flatMap { graph.nominals($0.head) }
        if out.isEmpty, let lightVerb {
            out = graph.prepositional(lightVerb).filter { $0.preposition == wanted && $0.head > index }.flatMap { graph.nominals($0.head) }
        }
        if out.isEmpty, kind == .verb {
            // "opened fire on protesters", "held talks with X": the phrase may hang on the object.
            for object in graph.children(index, "obj") + (graph.isPassive(index) ? graph.children(index, "nsubj") : []) {
                out += graph.prepositional(object).filter { $0.preposition == wanted }.flatMap { graph.nominals($0.head) }
                // "provide $30 million in aid to the province"
                guard out.isEmpty, graph.tokens[object].upos == .SYM || graph.tokens[object].upos == .NUM else { continue }
                for (preposition, goods) in graph.prepositional(index) + graph.prepositional(object) where preposition == "in" && goods > object {
                    out += graph.prepositional(goods).filter { $0.preposition == wanted }.flatMap { graph.nominals($0.head) }
                }
            }
        }
        if out.isEmpty, kind == .noun, wanted == "by" {
            // "the beating of a motorist by officers": the agent may hang on the one who undergoes it.
            for (preposition, head) in graph.prepositional(index) where preposition == "of" {
                out += graph.prepositional(head).filter { $0.preposition == wanted }.flatMap { graph.nominals($0.head) }
            }
        }
        return out
    }

    /// "attacks carried out by rebels", "a raid led by X": the agent of a participle on the noun.
    private func carriedBy(_ noun: Int) -> [Int] {
        for clause in graph.children(noun, "acl") where graph.isVerb(clause) && graph.isPassive(clause) && lexicon.isLight(graph.tokens[clause].lemma)
        {
            let agents = graph.subjects(clause)
            if !agents.isEmpty { return agents }
        }
        return []
    }
}
