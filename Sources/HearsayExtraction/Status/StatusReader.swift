internal import HearsayCodebook
internal import HearsayCore

/// Reads how an act is told: happened, ongoing, planned, possible, negated.
struct StatusReader: Sendable {
    let words: StatusWords

    /// A status and the rule that gave it.
    typealias Reading = (status: Claim.Status, rule: String)

    /// A word of a sentence that is asked how it is told.
    struct Word: Sendable {
        let token: Int
        let kind: Pattern.Kind
        /// Type of the act, where the codebook knows the word.
        let type: String?
        /// Status that the codebook gives it whatever stands around it.
        let fixed: Claim.Status?
        /// "launched" of "launched an attack".
        let lightVerb: Int?

        init(_ trigger: Trigger) {
            token = trigger.token
            kind = trigger.pattern.kind
            type = trigger.pattern.type
            fixed = trigger.pattern.status.flatMap(Claim.Status.init(rawValue:))
            lightVerb = trigger.lightVerb
        }

        /// A word of which no pattern of the codebook speaks.
        init(_ token: Int, in graph: ClauseGraph) {
            self.token = token
            kind = graph.isVerb(token) ? .verb : graph.isPredicate(token) ? .adjective : .noun
            type = nil
            fixed = nil
            lightVerb = nil
        }
    }

    /// How a word is told within its sentence; `inner` is the status that a speech act gives to what it reports.
    func read(_ word: Word, in graph: ClauseGraph, inner: String?, isHeadline: Bool, cues: Set<Int>) -> Reading {
        let own = grammar(word, graph, cues)
        if own?.status == .negated { return own! }
        // "denied that it had shelled the town": whoever denies tells it as not done.
        if inner == "negated" { return (.negated, "status.cue") }
        if let fixed = word.fixed { return (fixed, "status.pattern") }
        if let inner, !isIndicative(word, graph), let status = Claim.Status(rawValue: inner), status != .happened {
            return (status, "status.cue")
        }
        return own ?? lasting(word, graph, isHeadline) ?? (.happened, "status.default")
    }

    /// Told as a plain fact of the past ("warned that they were massing troops"), whatever the speech act around it.
    private func isIndicative(_ word: Word, _ graph: ClauseGraph) -> Bool {
        guard word.kind == .verb else { return false }
        let auxiliaries = graph.children(word.token, "aux").map { graph.tokens[$0].form.lowercased() }
        if auxiliaries.contains(where: { ["will", "would", "could", "may", "might", "should", "to", "shall", "can"].contains($0) }) { return false }
        if auxiliaries.contains(where: { ["was", "were", "had", "has", "have"].contains($0) }) { return true }
        return graph.tokens[word.token].has("Tense=Past") && graph.tokens[word.token].has("VerbForm=Fin")
    }

    /// Acts told in the present, and affairs that last ("the fighting", "peace talks"), go on unless the text dates them.
    private func lasting(_ word: Word, _ graph: ClauseGraph, _ isHeadline: Bool) -> Reading? {
        let token = graph.tokens[word.token]
        if word.kind == .verb {
            guard !isHeadline, word.type.map(Self.bodily.contains) == true else { return nil }
            if token.has("Tense=Pres"), token.has("VerbForm=Fin") { return (.ongoing, "status.present") }
            if graph.relation[word.token] == "acl", graph.tokens[word.token].relation != "acl:relcl", token.form.lowercased().hasSuffix("ing"),
                graph.marker(word.token).isEmpty
            {
                return (.ongoing, "status.participle")
            }
            return nil
        }
        guard word.kind == .noun, words.lasting.contains(token.lemma.lowercased()), !isHeadline, word.lightVerb == nil else {
            return nil
        }
        if let up = graph.head(word.token), graph.isVerb(up), words.happen.contains(graph.tokens[up].lemma.lowercased()),
            graph.tokens[up].has("Tense=Past")
        {
            return nil
        }
        // A year or day in its phrase, or words that bound it, put it in the past: "the 2020 war", "an outbreak of fighting".
        let isDated = graph.parse.children[word.token].contains {
            graph.tokens[$0].upos == .NUM || ["nummod", "nmod:unmarked"].contains(graph.tokens[$0].relation)
        }
        let isBounded =
            graph.head(word.token).map {
                ["outbreak", "end", "start", "beginning", "round", "wave", "aftermath", "resumption"].contains(graph.tokens[$0].lemma)
            } ?? false
        let isPrevious = graph.children(word.token, "amod").contains {
            ["previous", "last", "past", "earlier", "recent", "first", "second"].contains(graph.tokens[$0].lemma.lowercased())
        }
        let isIndefinite = graph.children(word.token, "det").contains { ["a", "an", "another"].contains(graph.tokens[$0].form.lowercased()) }
        return isDated || isBounded || isPrevious || isIndefinite ? nil : (.ongoing, "status.lasting")
    }

    private static let bodily: Set<String> = ["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "COOPERATE", "CONSULT", "SANCTION"]

    private func grammar(_ word: Word, _ graph: ClauseGraph, _ cues: Set<Int>) -> Reading? {
        let kind = word.kind
        if kind == .noun {
            if let reading = noun(word.token, graph) { return reading }
            if let verb = carrier(word, graph) { return clause(verb, graph, cues) }
            return nil
        }
        return clause(word.token, graph, cues)
    }

    /// The verb whose tense and mood are the noun's own: a light verb, or one that says that the act takes place.
    private func carrier(_ word: Word, _ graph: ClauseGraph) -> Int? {
        if let light = word.lightVerb { return light }
        var current = word.token
        if graph.relation[current] == "nmod", let up = graph.head(current),
            ["outbreak", "series", "wave", "start", "beginning", "round"].contains(graph.tokens[up].lemma)
        {
            current = up
        }
        guard let up = graph.head(current), graph.isVerb(up), graph.relation[current] == "nsubj" else { return nil }
        return words.happen.contains(graph.tokens[up].lemma.lowercased()) ? up : nil
    }

    // MARK: Nouns

    private func noun(_ index: Int, _ graph: ClauseGraph) -> Reading? {
        for child in graph.parse.children[index] {
            let word = graph.tokens[child].lemma.lowercased()
            let form = graph.tokens[child].form.lowercased()
            switch graph.relation[child] {
            case "det" where word == "no": return (.negated, "status.no")
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
                if words.possibleNouns.contains(lemma), ["of", "for", "against"].contains(preposition) { return (.possible, "status.noun") }
                if words.plannedNouns.contains(lemma), ["of", "for"].contains(preposition) { return (.planned, "status.noun") }
                if words.possiblePrepositions.contains(preposition) { return (.possible, "status.preposition") }
                if words.negatedPrepositions.contains(preposition) { return (.negated, "status.preposition") }
            }
            if graph.isVerb(up), relation == "obj" || (relation == "nsubj" && graph.isPassive(up)) {
                if words.negating.contains(lemma) { return (.negated, "status.governor") }
                if words.planning.contains(lemma) { return (.planned, "status.governor") }
                if words.doubting.contains(lemma) { return (.possible, "status.governor") }
                if words.continuing.contains(lemma), isPresent(up, graph) { return (.ongoing, "status.governor") }
            }
        }
        return nil
    }

    // MARK: Clauses

    /// Tense, mood and negation of a predicate and of the verbs that govern it.
    private func clause(_ start: Int, _ graph: ClauseGraph, _ cues: Set<Int>) -> Reading? {
        var reading: Reading?
        var index = start
        var first = true
        for _ in 0..<12 {
            if isNegated(index, graph) { return (.negated, "status.negation") }
            if reading == nil || first, let modal = modal(index, graph) { reading = modal }
            if reading == nil, first, isOngoing(index, graph) { reading = (.ongoing, "status.progressive") }
            // "are due to meet": the adjective hangs on the act itself.
            if reading == nil, first, graph.children(index, "case").contains(where: { graph.tokens[$0].lemma.lowercased() == "due" }),
                graph.isVerb(index)
            {
                reading = (.planned, "status.due")
            }
            let marker = graph.marker(index)
            // "It is unclear whether …", "asked whether …": told as neither done nor not done.
            if marker == "whether", ["ccomp", "csubj", "advcl", "acl"].contains(graph.relation[index]) { return (.possible, "status.whether") }
            if graph.relation[index] == "advcl", words.conditional.contains(marker) { return (.possible, "status.if") }
            guard let up = graph.head(index) else { break }
            let lemma = graph.tokens[up].lemma.lowercased()
            let relation = graph.relation[index]
            let isGoverned =
                relation == "xcomp" || relation == "ccomp" && !words.plainSaying.contains(lemma)
                || relation == "advcl" && ["from", "to", "of", "for"].contains(marker)
                || relation == "acl" && graph.tokens[index].relation != "acl:relcl"
                || relation == "csubj"
            // "are reported to have killed": told as done, by somebody unnamed.
            if relation == "xcomp", words.plainSaying.contains(lemma), graph.isPassive(up) { break }
            // "are believed to have killed": a hedge, and nobody speaks.
            if relation == "xcomp", words.believing.contains(lemma), graph.isPassive(up) { return (.possible, "status.belief") }
            if graph.children(index, "aux").contains(where: { graph.tokens[$0].form.lowercased() == "have" }), marker == "to" { break }
            // A speech act says itself how what it reports is told.
            if isGoverned, cues.contains(up), !words.negating.contains(lemma) { break }
            if isGoverned {
                if reading?.status == .planned, words.possibleNouns.contains(lemma) || words.doubting.contains(lemma) {
                    reading = (.possible, "status.governor")
                }
                if words.negating.contains(lemma) {
                    return isNegated(up, graph) ? (.happened, "status.double-negation") : (.negated, "status.governor")
                }
                if reading == nil {
                    if words.attempting.contains(lemma) {
                        reading = isPresent(up, graph) ? (.ongoing, "status.attempt") : (.happened, "status.attempt")
                    } else if words.planning.contains(lemma) || words.plannedNouns.contains(lemma) {
                        reading = (.planned, "status.governor")
                    } else if words.doubting.contains(lemma) || words.possibleNouns.contains(lemma) {
                        reading = (.possible, "status.governor")
                    } else if words.continuing.contains(lemma) {
                        if isPresent(up, graph) { reading = (.ongoing, "status.governor") }
                    } else if relation == "acl" || relation == "advcl", marker == "to" {
                        reading = (.planned, "status.purpose")
                    }
                }
                index = up
                first = false
                continue
            }
            if relation == "conj", graph.isPredicate(up) {
                // "will attack and seize": the second verb shares the first one's auxiliaries.
                if reading == nil, !graph.parse.children[index].contains(where: { ["nsubj", "aux"].contains(graph.relation[$0]) }) {
                    if graph.tokens[index].has("VerbForm=Inf") || graph.tokens[index].has("VerbForm=Ger") || graph.tokens[index].has("VerbForm=Part")
                        || modal(up, graph)?.status != nil
                    {
                        index = up
                        continue
                    }
                }
                // A condition on the first covers the second.
                index = up
                first = false
                if reading == nil { reading = (.happened, "status.default") }
                continue
            }
            break
        }
        // "If attacked, they will answer": the main clause of a condition is no plan.
        if reading?.status == .planned || reading?.status == .possible,
            graph.children(start, "advcl").contains(where: { words.conditional.contains(graph.marker($0)) })
        {
            return (.possible, "status.if")
        }
        return reading
    }

    private func isNegated(_ index: Int, _ graph: ClauseGraph) -> Bool {
        for child in graph.parse.children[index] {
            let lemma = graph.tokens[child].lemma.lowercased()
            let form = graph.tokens[child].form.lowercased()
            if ["advmod", "neg", "det", "cc"].contains(graph.relation[child]),
                ["not", "n't", "never", "neither", "nor"].contains(lemma) || ["n't", "n’t", "not"].contains(form)
            {
                // "not only attacked but …" is no negation.
                if child + 1 < graph.tokens.count, graph.tokens[child + 1].lemma == "only" { continue }
                return true
            }
            if graph.relation[child] == "nsubj",
                ["nobody", "none"].contains(lemma) || graph.tokens[child].form.lowercased() == "no-one"
                    || graph.children(child, "det").contains(where: { graph.tokens[$0].lemma.lowercased() == "no" })
            {
                return true
            }
            if graph.relation[child] == "obj",
                ["nobody", "nothing"].contains(lemma) || graph.children(child, "det").contains(where: { graph.tokens[$0].lemma.lowercased() == "no" })
            {
                return true
            }
        }
        return graph.marker(index) == "without"
    }

    private func modal(_ index: Int, _ graph: ClauseGraph) -> Reading? {
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
        guard let found else { return nil }
        if found == "planned" { return (.planned, "status.auxiliary") }
        // "would have caused": told as not having happened.
        if hasHave, found == "would" { return (.negated, "status.counterfactual") }
        return (.possible, "status.auxiliary")
    }

    private func isOngoing(_ index: Int, _ graph: ClauseGraph) -> Bool {
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

    private func isPresent(_ index: Int, _ graph: ClauseGraph) -> Bool {
        if isOngoing(index, graph) { return true }
        let token = graph.tokens[index]
        if token.has("Tense=Pres"), token.has("VerbForm=Fin") { return true }
        return graph.children(index, "aux").contains { ["has", "have"].contains(graph.tokens[$0].form.lowercased()) }
    }
}
