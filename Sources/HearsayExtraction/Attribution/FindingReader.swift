internal import HearsayCodebook
internal import HearsayCore

/// Finds where somebody is said to have checked, denied or disputed what was told.
struct FindingReader: Sendable {
    /// Words of one finding in a sentence, before it is known which claims it speaks of.
    struct Reading: Sendable {
        let kind: Finding.Kind
        /// Head of the phrase that finds; nil where the sentence names nobody.
        var finder: Int?
        let span: Span
        /// Tokens of the clause or noun that the finding speaks of; empty where it points back ("the claim", "it").
        var target: Set<Int> = []
        var pointsBack = false
        /// "either account", "the reports": more than the sentence before.
        var pointsToSeveral = false
        /// "the following examples": what comes after.
        var pointsAhead = false
        /// "offered no evidence": the subject's own words in this sentence, else those before.
        var speaksOfSubject = false
    }

    private let words: [FindingWords]
    /// "hard to verify", "was unable to confirm": what makes an attempt at it a failure.
    private let failing: Set<String>
    private let pointers: Set<String>

    init(_ lexicon: Lexicon) {
        words = (lexicon.records["findings"] ?? []).compactMap(FindingWords.init)
        failing = lexicon.words("failing")
        pointers = lexicon.words("pointers")
    }

    func read(_ graph: ClauseGraph) -> [Reading] {
        var out: [Reading] = []
        for index in graph.tokens.indices {
            guard let reading = words.lazy.compactMap({ self.reading(graph, index, $0) }).first else { continue }
            if !out.contains(where: { $0.span.overlaps(reading.span) }) { out.append(reading) }
        }
        return out
    }

    private func reading(_ graph: ClauseGraph, _ index: Int, _ words: FindingWords) -> Reading? {
        let token = graph.tokens[index]
        if words.kind == .responsibility { return token.upos == .VERB ? responsibility(graph, index, words) : nil }
        if token.upos == .VERB || token.upos == .ADJ, let phrase = words.verbs.tokens(at: index, graph) {
            let isLack = [.unverified, .disputed].contains(words.kind) && lacks(phrase, graph)
            if let reading = isLack ? lack(graph, index, phrase, words) : verb(graph, index, phrase, words) { return reading }
        }
        if token.upos == .NOUN, let phrase = words.nouns.tokens(at: index, graph), let reading = noun(graph, index, phrase, words) { return reading }
        guard [.ADJ, .NOUN, .VERB].contains(token.upos), words.adjectives.tokens(at: index, graph) != nil else { return nil }
        switch words.kind {
        case .denied: return token.upos == .VERB ? nil : untrue(graph, index)
        case .unverified where graph.relation[index] == "amod": return unverifiedReport(graph, index)
        case .unverified where token.upos != .NOUN: return Reading(kind: .unverified, finder: nil, span: token.span, pointsBack: true)
        default: return nil
        }
    }

    private func lemma(_ index: Int, _ graph: ClauseGraph) -> String { graph.tokens[index].lemma.lowercased() }

    private func isPointer(_ index: Int, _ graph: ClauseGraph) -> Bool { pointers.contains(lemma(index, graph)) }

    private func isSeveral(_ noun: Int, _ graph: ClauseGraph) -> Bool {
        graph.tokens[noun].has("Number=Plur")
            || graph.children(noun, "det").contains { ["either", "neither", "both", "all", "these"].contains(graph.tokens[$0].form.lowercased()) }
    }

    private func isModal(_ index: Int, _ graph: ClauseGraph) -> Bool {
        ["will", "would", "can", "could", "may", "might", "must", "should"].contains(lemma(index, graph))
    }

    // MARK: Verbs

    private func verb(_ graph: ClauseGraph, _ index: Int, _ phrase: [Int], _ words: FindingWords) -> Reading? {
        let kind = words.kind
        let negation = negation(graph, index)
        guard words.isNegated == negation.isNegated else { return nil }
        // "is trying to verify the report": the act is the last of the words.
        let act = phrase.last { graph.tokens[$0].upos == .VERB } ?? index
        if kind == .verified, graph.marker(index) == "to" || graph.children(index, "aux").contains(where: { isModal($0, graph) }) { return nil }
        var objects = graph.objects(act)
        // "The claim is impossible to verify": what it is said of is the object.
        if objects.isEmpty, let up = negation.above { objects = graph.surfaceSubjects(up) }
        if phrase.count > 1 { objects += graph.children(index, "obl").filter { !phrase.contains($0) } }
        let clauses = graph.children(act, "ccomp")
        let pointing = objects.filter { isPointer($0, graph) }
        // "verified" and "confirmed" are plain words: only a pointer or a clause makes them a finding.
        guard !pointing.isEmpty || !clauses.isEmpty || (kind == .denied && !objects.isEmpty) else { return nil }
        if !words.of.isEmpty, clauses.isEmpty, !objects.contains(where: { words.of.contains(lemma($0, graph)) }) { return nil }
        if kind == .verified, pointing.isEmpty { return nil }
        var reading = Reading(
            kind: kind, finder: negation.isNobody ? nil : graph.subjects(index).first ?? negation.subject,
            span: graph.parse.span(min(negation.from, phrase[0])..<(max(index, phrase[phrase.count - 1]) + 1)))
        reading.target = Set((clauses + objects).flatMap(graph.parse.subtree))
        reading.pointsBack = !pointing.isEmpty
        reading.pointsToSeveral = pointing.contains { isSeveral($0, graph) }
        reading.pointsAhead = graph.tokens.contains {
            $0.form.lowercased() == "following" && ["amod", "obj", "nsubj"].contains($0.universalRelation)
        }
        return reading
    }

    /// "offered no evidence", "awaits confirmation": nothing to hold the claim to.
    private func lacks(_ phrase: [Int], _ graph: ClauseGraph) -> Bool {
        phrase.dropFirst().contains { graph.tokens[$0].upos == .NOUN || graph.tokens[$0].upos == .ADJ }
    }

    private func lack(_ graph: ClauseGraph, _ index: Int, _ phrase: [Int], _ words: FindingWords) -> Reading? {
        let negation = negation(graph, index)
        guard words.isNegated == negation.isNegated else { return nil }
        let last = phrase[phrase.count - 1]
        var reading = Reading(
            kind: words.kind, finder: words.kind == .disputed ? graph.subjects(index).first : nil,
            span: graph.parse.span(min(negation.from, phrase[0])..<(last + 1)), pointsBack: true)
        let told = graph.children(last, "nmod", "acl", "ccomp") + graph.children(index, "ccomp", "obl", "obj")
        reading.target = Set(told.filter { !phrase.contains($0) }.flatMap(graph.parse.subtree))
        reading.speaksOfSubject = true
        return reading
    }

    /// "could not independently verify", "was unable to confirm", "has yet to verify", "neither account could be confirmed".
    private func negation(
        _ graph: ClauseGraph, _ index: Int
    ) -> (isNegated: Bool, from: Int, subject: Int?, above: Int?, isNobody: Bool) {
        func isNot(_ index: Int) -> Bool {
            ["not", "n't", "never"].contains(lemma(index, graph)) || ["n't", "n’t"].contains(graph.tokens[index].form.lowercased())
        }
        let helpers = graph.parse.children[index].filter { $0 < index && ["aux", "advmod", "cop"].contains(graph.relation[$0]) }
        if helpers.contains(where: isNot) { return (true, helpers.min() ?? index, nil, nil, false) }
        for subject in graph.children(index, "nsubj") {
            let nobody = [subject].filter { ["neither", "none", "nobody", "nothing"].contains(lemma($0, graph)) }
            let no = graph.children(subject, "det").filter { ["no", "neither"].contains(lemma($0, graph)) }
            if let first = (nobody + no).min() { return (true, first, nil, nil, true) }
        }
        if ["xcomp", "csubj", "ccomp", "advcl", "acl"].contains(graph.relation[index]),
            graph.marker(index) == "to" || graph.relation[index] == "xcomp",
            let up = graph.head(index)
        {
            let nots = graph.children(up, "advmod").filter(isNot)
            if failing.contains(lemma(up, graph)) || !nots.isEmpty {
                let isExpletive = graph.surfaceSubjects(up).allSatisfy { isPointer($0, graph) }
                return (true, min(nots.min() ?? up, up, index), isExpletive ? nil : graph.surfaceSubjects(up).first, up, false)
            }
        }
        return (false, index, nil, nil, false)
    }

    /// "claimed responsibility for the bombing": the act is behind "for", or is the object itself.
    private func responsibility(_ graph: ClauseGraph, _ index: Int, _ words: FindingWords) -> Reading? {
        guard words.verbs.tokens(at: index, graph).map({ $0.count > 1 }) == true || isOwned(graph, index, words), !negation(graph, index).isNegated,
            let finder = graph.subjects(index).first, !["no", "nobody", "none"].contains(lemma(finder, graph)),
            !graph.children(finder, "det").contains(where: { lemma($0, graph) == "no" })
        else { return nil }
        // In a relative clause the object stands before its verb ("the attack for which they claimed responsibility").
        let near = graph.objects(index).filter { abs($0 - index) < 12 } + [index]
        return Reading(
            kind: .responsibility, finder: finder, span: graph.parse.span(near.min()!..<(near.max()! + 1)),
            target: Set(graph.parse.subtree(index).filter { $0 > index }))
    }

    /// The same with the object before its verb.
    private func isOwned(_ graph: ClauseGraph, _ index: Int, _ words: FindingWords) -> Bool {
        graph.objects(index).contains { words.verbs.holds([lemma(index, graph), lemma($0, graph)]) }
    }

    // MARK: Nouns and adjectives

    private static let callers: Set<String> = ["call", "describe", "dismiss", "label", "brand", "deem", "reject", "denounce"]

    /// "called the claim false", "the reports are a lie", “A lie,” he said: what is called untrue was told before.
    private func untrue(_ graph: ClauseGraph, _ index: Int) -> Reading? {
        let isPredicate = !graph.children(index, "cop").isEmpty
        // "an absolute lie" may hang on what is called one.
        let above = graph.head(index).map { ["appos", "amod"].contains(graph.relation[index]) ? graph.head($0) ?? $0 : $0 }
        let caller = above.flatMap { Self.callers.contains(lemma($0, graph)) && graph.relation[index] != "amod" ? $0 : nil }
        if !isPredicate, caller == nil {
            let isWhole = ["root", "ccomp", "parataxis", "dep"].contains(graph.relation[index]) && graph.children(index, "nsubj", "nmod").isEmpty
            let isFirst = graph.parse.subtree(index).filter { graph.tokens[$0].upos != .PUNCT }.first.map { $0 <= 1 } ?? false
            guard isWhole, isFirst, graph.tokens[index].upos == .NOUN || graph.relation[index] != "root" else { return nil }
            return Reading(kind: .denied, finder: nil, span: graph.tokens[index].span, pointsBack: true)
        }
        let about = isPredicate ? graph.surfaceSubjects(index) : caller.map { graph.objects($0) } ?? []
        let told = about.filter { isPointer($0, graph) || lemma($0, graph) == "what" && !graph.children($0, "acl").isEmpty }
        guard !told.isEmpty else { return nil }
        let from = isPredicate ? graph.children(index, "cop").min() ?? index : caller ?? index
        return Reading(
            kind: .denied, finder: caller.flatMap { graph.surfaceSubjects($0).first },
            span: graph.parse.span(min(from, index)..<(max(from, index) + 1)),
            target: Set(told.flatMap { graph.children($0, "nmod", "acl", "ccomp") }.flatMap(graph.parse.subtree)), pointsBack: true,
            pointsToSeveral: told.contains { isSeveral($0, graph) })
    }

    /// "Unconfirmed reports said that …", "unverified reports of shelling".
    private func unverifiedReport(_ graph: ClauseGraph, _ index: Int) -> Reading? {
        guard let noun = graph.head(index), isPointer(noun, graph) else { return nil }
        let told = graph.head(noun).map { graph.relation[noun] == "nsubj" ? graph.children($0, "ccomp") : [] } ?? []
        let inside = told.isEmpty ? graph.children(noun, "nmod", "acl") : told
        guard !inside.isEmpty else { return nil }
        return Reading(
            kind: .unverified, finder: nil, span: graph.tokens[index].span, target: Set(inside.flatMap(graph.parse.subtree)))
    }

    /// "no independent confirmation"; "conflicting reports of shelling".
    private func noun(_ graph: ClauseGraph, _ index: Int, _ phrase: [Int], _ words: FindingWords) -> Reading? {
        if words.isNegated {
            guard let no = graph.children(index, "det").first(where: { lemma($0, graph) == "no" }) else { return nil }
            return Reading(
                kind: words.kind, finder: nil, span: graph.parse.span(min(no, index)..<(max(no, index) + 1)),
                target: Set(graph.parse.subtree(index)), pointsBack: true)
        }
        guard words.kind == .disputed, phrase.count > 1 else { return nil }
        let told = graph.children(index, "nmod", "acl", "ccomp")
        return Reading(
            kind: .disputed, finder: nil, span: graph.parse.span(phrase[0]..<(phrase[phrase.count - 1] + 1)),
            target: Set(told.flatMap(graph.parse.subtree)), pointsBack: told.isEmpty, pointsToSeveral: true)
    }
}
