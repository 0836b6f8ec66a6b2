internal import HearsayCodebook
internal import HearsayCore

/// A word of the text that a pattern of the codebook takes for an act.
struct Trigger: Sendable {
    let sentence: Int
    /// The verb, noun or adjective that the pattern speaks of.
    let token: Int
    let pattern: Pattern
    /// Companion words ("out" of "carry out") and the light verb, besides the token itself.
    let companions: [Int]
    /// "launched" of "launched an attack": whose subject does the act.
    let lightVerb: Int?
    /// The light verb's subject undergoes the act ("suffered an attack").
    let isUndergone: Bool
}

/// Finds the words that tell of acts.
struct TriggerFinder: Sendable {
    let codebook: Codebook
    let lexicon: WordClasses
    private let light: Set<String>
    private let undergo: Set<String>

    init(codebook: Codebook, lexicon: WordClasses) {
        self.codebook = codebook
        self.lexicon = lexicon
        light = codebook.lists["light-verb"] ?? []
        undergo = codebook.lists["light-verb-undergo"] ?? []
    }

    /// At most one trigger a token, in order of the text.
    func triggers(in graph: ClauseGraph, sentence: Int) -> [Trigger] {
        var found: [Int: Trigger] = [:]
        for index in graph.tokens.indices {
            if let trigger = best(graph, index, sentence: sentence) { found[index] = trigger }
        }
        return suppress(found, in: graph)
    }

    // MARK: One token

    private func best(_ graph: ClauseGraph, _ index: Int, sentence: Int) -> Trigger? {
        let token = graph.tokens[index]
        let kinds: [Pattern.Kind]
        // "the besieged town", "the missing men": an act that stands before whom or what it was done to.
        let isModifier = graph.relation[index] == "amod"
        let isParticiple = isModifier && codebook.lists["participle"]?.contains(token.lemma.lowercased()) ?? false
        switch token.upos {
        case .VERB:
            if isModifier || graph.relation[index] == "compound" {
                kinds = isParticiple ? [.verb] : []
            } else {
                kinds = isModifierGerund(graph, index) ? [.noun] : isNominalGerund(graph, index) ? [.verb, .adjective, .noun] : [.verb, .adjective]
            }
        case .AUX: kinds = [.verb]
        case .NOUN, .PROPN: kinds = graph.relation[index] == "compound" || graph.relation[index] == "flat" ? [] : [.noun]
        case .ADJ: kinds = isModifier ? (isParticiple ? [.verb] : []) : [.adjective, .verb]
        default: kinds = []
        }
        // "March" is a month there.
        guard token.upos != .PROPN || lexicon.entity(graph, index) != .DATE else { return nil }
        // "Board of Inquiry", "War Office": a word inside a body's name tells of no act.
        if kinds == [.noun], let name = graph.parse.entities.first(where: { $0.tokens.contains(index) }), name.kind == .ORG, name.tokens.count > 1 {
            return nil
        }
        var best: (trigger: Trigger, rank: [Int])?
        for kind in kinds {
            // An adjective or noun may be tagged as the verb that it comes from: "are missing", "Fighting broke out".
            let head = kind == .adjective || kind == .noun && token.upos == .VERB ? token.form.lowercased() : token.lemma.lowercased()
            for match in codebook.matches(kind, head: head) {
                guard let companions = companions(match.entry, kind: kind, graph, index) else { continue }
                let carrier = kind == .noun ? lightVerb(of: index, graph) : nil
                guard conditionsHold(match.pattern, graph, index, lightVerb: carrier?.verb) else { continue }
                let trigger = Trigger(
                    sentence: sentence, token: index, pattern: match.pattern, companions: companions,
                    lightVerb: carrier?.verb, isUndergone: carrier?.undergone ?? false)
                let rank = [match.pattern.priority, companions.count + match.pattern.with.count]
                if best == nil || best!.rank.lexicographicallyPrecedes(rank) { best = (trigger, rank) }
            }
        }
        return best?.trigger
    }

    /// "tribute to bombing victims": taken for a verb with an object.
    private func isModifierGerund(_ graph: ClauseGraph, _ index: Int) -> Bool {
        guard graph.tokens[index].form.lowercased().hasSuffix("ing"), index + 1 < graph.tokens.count, index > 0,
            graph.relation[index + 1] == "obj", graph.head(index + 1) == index, graph.children(index + 1, "det", "amod", "nummod").isEmpty
        else { return false }
        return ["ADP", "DET", "PART"].contains(graph.tokens[index - 1].upos.rawValue)
            && ["victim", "survivor", "suspect", "site", "scene", "investigation"].contains(graph.tokens[index + 1].lemma.lowercased())
    }

    /// "Fighting broke out": a verb in -ing where a noun would stand.
    private func isNominalGerund(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.tokens[index].form.lowercased().hasSuffix("ing") && ["nsubj", "obj", "obl", "nmod"].contains(graph.relation[index])
            && graph.children(index, "obj", "aux", "mark").isEmpty
    }

    /// The tokens of an entry's further words, nil when one is missing.
    private func companions(_ entry: Pattern.Entry, kind: Pattern.Kind, _ graph: ClauseGraph, _ index: Int) -> [Int]? {
        var out: [Int] = []
        for word in entry.companions {
            guard let at = kind == .noun ? modifier(word, graph, index) : hanging(word, graph, index) else { return nil }
            out.append(at)
        }
        if let of = entry.ofNoun {
            guard let at = graph.prepositional(index).first(where: { $0.preposition == "of" && matches(of, graph, $0.head) }) else {
                return nil
            }
            out.append(at.head)
        }
        return out
    }

    private func modifier(_ word: String, _ graph: ClauseGraph, _ index: Int) -> Int? {
        let parts = graph.parse.children[index].filter {
            ["compound", "amod", "nmod", "nummod", "det", "advmod", "case"].contains(graph.relation[$0]) && $0 < index
        }
        return parts.first { matches(word, graph, $0) }
    }

    /// A particle, a preposition of a complement, or the head of a complement that hangs on a verb.
    private func hanging(_ word: String, _ graph: ClauseGraph, _ index: Int) -> Int? {
        for child in graph.parse.children[index] {
            if graph.relation[child] == "nsubj" && !graph.isPassive(index) { continue }
            // "to protest killings" is no protest to somebody; "are to blame" is.
            if graph.relation[child] == "mark", graph.children(index, "cop").isEmpty { continue }
            // "declared that it will end" declares no end.
            if graph.relation[child] == "ccomp", graph.tokens[child].upos == .VERB, !graph.children(child, "nsubj").isEmpty { continue }
            if matches(word, graph, child) { return child }
            // "marched on Sunday" is no march on somebody.
            if lexicon.entity(graph, child) == .DATE { continue }
            for inner in graph.parse.children[child] where ["case", "mark"].contains(graph.relation[inner]) {
                if matches(word, graph, inner) { return inner }
            }
        }
        return nil
    }

    private func matches(_ word: String, _ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.tokens[index].lemma.lowercased() == word || graph.tokens[index].form.lowercased() == word
    }

    // MARK: Conditions

    private func conditionsHold(_ pattern: Pattern, _ graph: ClauseGraph, _ index: Int, lightVerb: Int?) -> Bool {
        for condition in pattern.with where !holds(condition, pattern, graph, index, lightVerb) { return false }
        for condition in pattern.without where holds(condition, pattern, graph, index, lightVerb, isFirstOnly: true) { return false }
        return true
    }

    /// How many of a pattern's conditions a word fails.
    func failures(_ pattern: Pattern, _ graph: ClauseGraph, _ index: Int) -> Int {
        pattern.with.count { !holds($0, pattern, graph, index, nil) }
            + pattern.without.count { holds($0, pattern, graph, index, nil, isFirstOnly: true) }
    }

    /// - Parameter isFirstOnly: "captured a leader and one of his aides": the first of several objects tells what the verb means.
    private func holds(
        _ condition: SlotCondition, _ pattern: Pattern, _ graph: ClauseGraph, _ index: Int, _ lightVerb: Int?, isFirstOnly: Bool = false
    ) -> Bool {
        if condition.terms.contains(.clause) || condition.slot == .clause {
            let clauses =
                graph.children(index, "ccomp", "xcomp")
                // "called on both sides to halt".
                + graph.children(index, "advcl").filter { graph.marker($0) == "to" }
            if condition.terms.contains(.clause), !clauses.isEmpty { return true }
            if clauses.contains(where: { clause in condition.terms.contains { lexicon.matches($0, graph, clause, codebook) } }) { return true }
            if condition.slot == .clause { return false }
        }
        var fillers = SlotFiller(graph: graph, lexicon: lexicon).candidates(condition.slot, of: index, kind: pattern.kind, lightVerb: lightVerb)
        if isFirstOnly, condition.slot == .object { fillers = Array(fillers.prefix(1)) }
        // "They were given blankets": the passive keeps its second object.
        if condition.slot == .object, pattern.kind == .verb, graph.isPassive(index) { fillers += graph.children(index, "obj") }
        // "one of four jets", "24 of his followers": what is counted.
        fillers += fillers.filter { graph.tokens[$0].upos == .NUM || lexicon.isQuantityNoun(graph.tokens[$0].lemma) }.flatMap { count in
            graph.prepositional(count).filter { $0.preposition == "of" }.map(\.head)
        }
        return fillers.contains { filler in condition.terms.contains { lexicon.matches($0, graph, filler, codebook) } }
    }

    // MARK: Light verbs

    private func lightVerb(of noun: Int, _ graph: ClauseGraph) -> (verb: Int, undergone: Bool)? {
        var current = noun
        // "launched a series of attacks": the noun may hang on a noun of quantity.
        if let up = graph.head(current), graph.relation[current] == "nmod", graph.preposition(current) == "of",
            lexicon.isQuantityNoun(graph.tokens[up].lemma)
        {
            current = up
        }
        if graph.relation[current] == "conj", let up = graph.head(current), !graph.isPredicate(up) { current = up }
        guard let up = graph.head(current), graph.tokens[up].upos == .VERB else { return nil }
        let lemma = graph.tokens[up].lemma.lowercased()
        switch graph.relation[current] {
        case "obj":
            if undergo.contains(lemma) { return (up, true) }
            return light.contains(lemma) ? (up, false) : nil
        case "nsubj" where graph.isPassive(up):
            return light.contains(lemma) ? (up, false) : nil
        case "obl":
            // "came under attack", "engaged in talks", "was subjected to an assault".
            let preposition = graph.preposition(current)
            // "went on strike", "stayed on alert".
            if ["go", "stay"].contains(lemma) && preposition == "on" { return (up, false) }
            if lemma == "come" && preposition == "under" || lemma == "subject" && preposition == "to" { return (up, true) }
            if ["respond", "retaliate", "answer", "reply", "hit", "strike", "react"].contains(lemma), preposition == "with" { return (up, false) }
            return ["engage", "participate", "involve", "take", "join", "enter"].contains(lemma) && ["in", "into"].contains(preposition)
                ? (up, false) : nil
        default: return nil
        }
    }

    // MARK: One predicate, one claim

    private func suppress(_ found: [Int: Trigger], in graph: ClauseGraph) -> [Trigger] {
        var dropped: Set<Int> = []
        for (index, trigger) in found {
            // The noun carries the act: "launched an attack" is no second act of launching.
            if let verb = trigger.lightVerb, let other = found[verb] {
                let consumes = consumed(by: other, in: graph).contains(index)
                if consumes && !other.pattern.isCue {
                    dropped.insert(index)
                } else if light.contains(graph.tokens[verb].lemma.lowercased()) && !other.pattern.isCue {
                    dropped.insert(verb)
                }
            }
            for token in consumed(by: trigger, in: graph) where token != index {
                guard let act = found[token], !isActOfItsOwn(act, under: trigger) else { continue }
                dropped.insert(token)
            }
        }
        return found.filter { !dropped.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// "ended the talks", "lifted the siege", "announced a cease-fire": what is ended or announced is an act too; "cut aid" gives none.
    private func isActOfItsOwn(_ act: Trigger, under trigger: Trigger) -> Bool {
        act.pattern.type != trigger.pattern.type && Self.aboutActs.contains(trigger.pattern.type) && Self.actsTold.contains(act.pattern.type)
    }

    private static let aboutActs: Set<String> = ["RETREAT", "SANCTION", "CONCEDE", "THREATEN", "REJECT"]
    private static let actsTold: Set<String> = ["RETREAT", "CONSULT", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "SANCTION"]

    /// Tokens that a trigger's own words take up: companions, and nouns that its conditions name.
    private func consumed(by trigger: Trigger, in graph: ClauseGraph) -> Set<Int> {
        var out = Set(trigger.companions)
        guard !trigger.pattern.isCue else { return out }
        for condition in trigger.pattern.with {
            let fillers = SlotFiller(graph: graph, lexicon: lexicon).candidates(
                condition.slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: nil)
            for filler in fillers {
                for case .lemma(let lemma) in condition.terms where graph.tokens[filler].lemma.lowercased() == lemma {
                    out.insert(filler)
                }
            }
        }
        return out
    }
}
