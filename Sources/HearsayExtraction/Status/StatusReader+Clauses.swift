internal import HearsayCore

/// How an act told by a clause is told: its own tense, mood and negation, then those of the words that govern it.
extension StatusReader {
    func clause(_ start: Int, _ graph: ClauseGraph, _ cues: Set<Int>) -> Reading? {
        var reading: Reading?
        var index = start
        var first = true
        // Past a clause with a subject or auxiliary of its own only what governs both still counts.
        var isShared = true
        for _ in 0..<12 {
            // "has no plans to", "did not get the chance to".
            let isNominal = !first && graph.isNominal(index) && !graph.isPredicate(index)
            if isNominal, hasNo(index, graph) || isDeniedIntent(index, graph) {
                return (.negated, "status.no")
            }
            if isShared {
                // "does not have to leave" leaves it open.
                if reading?.rule == "status.obligation", isNegated(index, graph) { return (.possible, "status.obligation") }
                // "cannot leave without paying".
                if words.negatedPrepositions.contains(graph.marker(index)), let up = graph.head(index), isNegated(up, graph) {
                    return (.possible, "status.without")
                }
                if isNegated(index, graph) { return isUntil(index, graph) ? (.happened, "status.not-until") : (.negated, "status.negation") }
                if reading == nil || first, let modal = modal(index, graph) { reading = modal }
                if reading == nil, first, isOngoing(index, graph) { reading = (.ongoing, "status.progressive") }
                if reading == nil, hasAdverb(index, graph, words.possibleAdverbs) { reading = (.possible, "status.adverb") }
            }
            // "are due to meet": the adjective hangs on the act itself.
            if reading == nil, first, graph.isVerb(index),
                graph.children(index, "case").contains(where: { graph.tokens[$0].lemma.lowercased() == "due" })
            {
                reading = (.planned, "status.due")
            }
            let marker = graph.marker(index)
            let relation = graph.relation[index]
            // "It is unclear whether …", "asked if …": told as neither done nor not done.
            if marker == "whether" && ["ccomp", "csubj", "advcl", "acl"].contains(relation) || marker == "if" && relation == "ccomp" {
                return (.possible, "status.whether")
            }
            if relation == "advcl", words.conditional.contains(marker) { return (.possible, "status.if") }
            guard let up = graph.head(index) else { break }
            let lemma = graph.tokens[up].lemma.lowercased()
            if relation == "advcl", reading == nil || reading?.status == .ongoing, isAwaited(index, up, graph) { return (.possible, "status.until") }
            // "on condition that they disarm".
            if relation == "acl", marker == "that", lemma == "condition" { return (.possible, "status.if") }
            if ["acl", "ccomp"].contains(relation), graph.tokens[index].relation != "acl:relcl", marker == "that", isDenied(telling: up, graph) {
                return (.negated, "status.denial")
            }
            // "a possible strike that killed civilians": what is told of it is as it is.
            if graph.tokens[index].relation == "acl:relcl", reading == nil, let known = noun(up, graph),
                known.rule == "status.adjective" || known.rule == "status.no"
            {
                return known
            }
            let isGoverned =
                relation == "xcomp" || relation == "ccomp" && !words.plainSaying.contains(lemma)
                || relation == "advcl" && ["from", "to", "of", "for"].contains(marker)
                || relation == "acl" && graph.tokens[index].relation != "acl:relcl" && !(marker.isEmpty && graph.tokens[index].has("VerbForm=Part"))
                || relation == "csubj"
            // "are reported to have killed": told as done, by somebody unnamed.
            if relation == "xcomp", words.plainSaying.contains(lemma), graph.isPassive(up) {
                // "have been told to leave".
                if reading == nil, lemma == "tell", marker == "to", graph.children(index, "aux").isEmpty { reading = (.planned, "status.governor") }
                break
            }
            // "are believed to have killed": a hedge, and nobody speaks.
            if relation == "xcomp", words.believing.contains(lemma), graph.isPassive(up) { return (.possible, "status.belief") }
            if graph.children(index, "aux").contains(where: { graph.tokens[$0].form.lowercased() == "have" }), marker == "to" { break }
            if relation == "ccomp", reading?.rule == "status.auxiliary", reading?.status == .possible, isFutureInPast(start, index, up, graph) {
                reading = (.planned, "status.future-in-past")
            }
            // A speech act says itself how what it reports is told.
            if isGoverned, cues.contains(up), !words.negating.contains(lemma) { break }
            // "did not know that …", "it is not clear where …": what is known, or asked about, is so.
            if relation == "ccomp" || relation == "csubj", graph.tokens[index].has("VerbForm=Fin") || !graph.children(index, "aux", "cop").isEmpty,
                words.factive.contains(lemma) || asksFor(index, graph)
            {
                break
            }
            if relation == "acl", marker == "to", isOrdinal(up, graph) { break }
            if isGoverned {
                if let governed = governed(index, by: up, reading, graph) {
                    if governed.isFinal { return governed.reading }
                    reading = governed.reading
                }
                // "did not fight to win": the purpose stands outside the negation.
                if relation == "advcl", marker == "to" { break }
                index = up
                first = false
                continue
            }
            if relation == "conj", graph.isPredicate(up) {
                // "failed to sell and filed for relief": joined to what governs the infinitive.
                if graph.tokens[index].has("VerbForm=Fin"), graph.tokens[up].has("VerbForm=Inf"), graph.children(up, "aux").isEmpty { break }
                // "will attack and seize": the second verb shares the first one's auxiliaries.
                let isBare = !graph.parse.children[index].contains { ["nsubj", "aux"].contains(graph.relation[$0]) }
                let isContrast = graph.children(index, "cc").contains { graph.tokens[$0].form.lowercased() == "but" }
                let sharesForm = ["VerbForm=Inf", "VerbForm=Ger", "VerbForm=Part"].contains { graph.tokens[index].has($0) }
                if reading == nil, isBare, !isContrast, sharesForm || modal(up, graph) != nil && !graph.tokens[index].has("VerbForm=Fin") {
                    index = up
                    continue
                }
                // A condition on the first covers the second.
                isShared = isBare && !isContrast && sharesForm
                index = up
                first = false
                if reading == nil { reading = (.happened, "status.default") }
                continue
            }
            break
        }
        if reading == nil || reading?.rule == "status.default", graph.relation[index] == "root" || first {
            if isAsking(index, graph) { return (.possible, "status.question") }
            if isAsked(index, graph), graph.isVerb(index) { return (.possible, "status.command") }
        }
        if reading == nil, isScheduled(start, graph) { return (.planned, "status.scheduled") }
        // "If attacked, they will answer": the main clause of a condition is no plan.
        if reading?.status == .planned || reading?.status == .possible,
            graph.children(start, "advcl").contains(where: { words.conditional.contains(graph.marker($0)) })
        {
            return (.possible, "status.if")
        }
        return reading
    }

    /// What a governing word makes of an act; final where nothing further out changes it.
    private func governed(_ index: Int, by up: Int, _ reading: Reading?, _ graph: ClauseGraph) -> (reading: Reading, isFinal: Bool)? {
        let lemma = graph.tokens[up].lemma.lowercased()
        let relation = graph.relation[index]
        let marker = graph.marker(index)
        if reading?.status == .planned, words.possibleNouns.contains(lemma) || words.doubting.contains(lemma) {
            return ((.possible, "status.governor"), false)
        }
        // "too weak to fight".
        if marker == "to", graph.children(up, "advmod").contains(where: { graph.tokens[$0].form.lowercased() == "too" }) {
            return ((.negated, "status.too"), true)
        }
        if words.negating.contains(lemma) {
            if isNegated(up, graph) { return (modal(up, graph) ?? (.happened, "status.double-negation"), true) }
            // "to avoid fighting", "could prevent them from leaving": open as yet.
            if isUnsettled(up, graph) { return ((.possible, "status.prevention"), true) }
            return ((.negated, "status.governor"), true)
        }
        guard reading == nil else { return nil }
        // "seems to grow", "weapons used to shell the town": as the governing word itself.
        if words.raising.contains(lemma) { return nil }
        if lemma == "use", marker == "to" { return isOngoing(up, graph) ? ((.ongoing, "status.governor"), false) : nil }
        if lemma == "let", isAsked(up, graph) { return ((.possible, "status.command"), false) }
        if words.enabling.contains(lemma), isDone(up, graph) || isPastCopula(up, graph) {
            return isNegated(up, graph) ? nil : ((.happened, "status.enabled"), false)
        }
        // "has to leave": not yet done.
        if lemma == "have", relation == "xcomp", marker == "to" { return ((.possible, "status.obligation"), false) }
        // "is going to attack", "is to visit".
        if marker == "to", lemma == "go" && graph.tokens[up].form.lowercased() == "going" || lemma == "be" {
            return ((.planned, "status.auxiliary"), false)
        }
        if words.attempting.contains(lemma) {
            return (isPresent(up, graph) ? (.ongoing, "status.attempt") : (.happened, "status.attempt"), false)
        }
        // "decided that he met the test": told in the past, it was no plan.
        let isFact = graph.tokens[index].has("Tense=Past") && graph.tokens[index].has("VerbForm=Fin")
        if !isFact, words.planning.contains(lemma) || words.plannedNouns.contains(lemma) { return ((.planned, "status.governor"), false) }
        if words.doubting.contains(lemma) || words.possibleNouns.contains(lemma) { return ((.possible, "status.governor"), false) }
        if words.continuing.contains(lemma) { return isPresent(up, graph) ? ((.ongoing, "status.governor"), false) : nil }
        if relation == "acl" || relation == "advcl", marker == "to" {
            // "left, only to be jailed": told as done.
            let isOutcome = graph.children(index, "advmod").contains { graph.tokens[$0].form.lowercased() == "only" && $0 < index }
            return isOutcome ? nil : ((.planned, "status.purpose"), false)
        }
        // "gathered to watch": verbs that settle nothing about what follows.
        if relation == "xcomp", marker == "to", graph.isVerb(up), !words.settling.contains(lemma) { return ((.planned, "status.purpose"), false) }
        return nil
    }

    /// "did not get the chance to flee".
    private func isDeniedIntent(_ noun: Int, _ graph: ClauseGraph) -> Bool {
        let lemma = graph.tokens[noun].lemma.lowercased()
        guard graph.relation[noun] == "obj", words.plannedNouns.contains(lemma) || words.possibleNouns.contains(lemma) else { return false }
        return graph.head(noun).map { isNegated($0, graph) } == true
    }

    /// "said it would leave": a future seen from the past, where no condition makes it a mere thought.
    private func isFutureInPast(_ start: Int, _ index: Int, _ up: Int, _ graph: ClauseGraph) -> Bool {
        let own = graph.children(start, "aux")
        let auxiliaries = (own.isEmpty ? graph.children(index, "aux") : own).map { graph.tokens[$0].form.lowercased() }
        guard auxiliaries.contains("would"), !auxiliaries.contains("have"), graph.tokens[up].has("Tense=Past") || graph.isPassive(up) else {
            return false
        }
        return !graph.children(index, "advcl").contains { words.conditional.contains(graph.marker($0)) }
    }

    /// "until they withdraw", "once they are freed" beside what is only to come.
    private func isAwaited(_ index: Int, _ up: Int, _ graph: ClauseGraph) -> Bool {
        guard
            ["until", "till", "when", "once", "after", "before", "as soon as"].contains(graph.marker(index))
                || graph.children(index, "advmod").contains(where: { $0 < index && graph.tokens[$0].lemma.lowercased() == "when" })
        else { return false }
        let marker = graph.marker(index)
        if marker == "until" || marker == "till", graph.tokens[index].has("Tense=Pres"), graph.tokens[index].has("VerbForm=Fin") { return true }
        guard let main = modal(up, graph), main.status == .planned || main.status == .possible else { return false }
        // "could not eat after the raid": of something past.
        return main.status == .planned || graph.tokens[index].has("Tense=Pres") || graph.marker(index) == "until"
    }

    /// "the first to arrive".
    private func isOrdinal(_ noun: Int, _ graph: ClauseGraph) -> Bool {
        let ordinals: Set<String> = ["first", "second", "third", "last", "latest", "only"]
        return ordinals.contains(graph.tokens[noun].lemma.lowercased())
            || graph.children(noun, "amod").contains { ordinals.contains(graph.tokens[$0].lemma.lowercased()) }
    }

    /// A clause opened by "who", "where", "how": an indirect question that takes the act for granted.
    private func asksFor(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard graph.marker(index).isEmpty, let first = graph.parse.subtree(index).first else { return false }
        return first != index
            && ["who", "whom", "whose", "where", "when", "why", "how", "which", "what"].contains(graph.tokens[first].form.lowercased())
    }
}
