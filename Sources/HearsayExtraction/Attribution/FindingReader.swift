internal import HearsayCodebook
internal import HearsayCore

/// Finds where somebody is said to have checked, denied or disputed what was told.
struct FindingReader: Sendable {
    /// Words of one finding in a sentence, before it is known which claims it speaks of.
    struct Reading: Sendable {
        let kind: Finding.Kind
        /// Head of the phrase that finds; nil where the text names nobody.
        let finder: Int?
        let span: Span
        /// Tokens of the clause or noun that the finding speaks of; empty where it points back ("the claim", "it").
        let target: Set<Int>
        let pointsBack: Bool
        /// "either account", "the reports": more than the sentence before.
        var pointsToSeveral = false
    }

    private let records: [Lexicon.Record]
    private static let pointers: Set<String> = [
        "claim", "report", "figure", "toll", "account", "allegation", "information", "statement", "number", "detail", "it", "this", "that", "them",
        "these", "story", "version", "accusation", "footage", "video", "assertion", "casualty",
        "involvement", "responsibility", "role", "wrongdoing", "complicity", "blame", "charge", "hand", "suggestion", "rumour", "rumor", "knowledge",
    ]

    init(_ lexicon: Lexicon) { records = lexicon.records["findings"] ?? [] }

    func read(_ graph: ClauseGraph) -> [Reading] {
        var out: [Reading] = []
        for index in graph.tokens.indices {
            let token = graph.tokens[index]
            let lemma = token.lemma.lowercased()
            for record in records {
                guard let kind = record.value("finding").flatMap(Finding.Kind.init(rawValue:)) else { continue }
                if kind == .responsibility, token.upos == .VERB, let reading = responsibility(graph, index, record) {
                    out.append(reading)
                    break
                }
                if kind != .responsibility, token.upos == .VERB || token.upos == .ADJ, record.list("verb").contains(lemma),
                    let reading = verb(graph, index, kind, record)
                {
                    out.append(reading)
                    break
                }
                if token.upos == .NOUN, record.list("noun").contains(lemma), let reading = noun(graph, index, kind, record) {
                    out.append(reading)
                    break
                }
                if kind == .denied, token.upos == .ADJ || token.upos == .NOUN,
                    record.list("adjective").contains(token.form.lowercased()) || token.form.lowercased() == "lie",
                    let reading = untrue(graph, index)
                {
                    out.append(reading)
                    break
                }
                if kind == .unverified, graph.relation[index] == "amod", record.list("adjective").contains(token.form.lowercased()),
                    let reading = unverifiedReport(graph, index)
                {
                    out.append(reading)
                    break
                }
                if kind == .unverified, token.upos == .ADJ || token.upos == .VERB, record.list("adjective").contains(token.form.lowercased()),
                    graph.relation[index] != "amod"
                {
                    out.append(Reading(kind: kind, finder: nil, span: token.span, target: [], pointsBack: true))
                    break
                }
            }
        }
        return out
    }

    private func verb(_ graph: ClauseGraph, _ index: Int, _ kind: Finding.Kind, _ record: Lexicon.Record) -> Reading? {
        let negation = negation(graph, index)
        if let wanted = record.value("negated"), (wanted == "true") != negation.isNegated { return nil }
        if record.value("negated") == nil, negation.isNegated { return nil }
        let objects = graph.objects(index)
        let clauses = graph.children(index, "ccomp")
        let pointing = objects.filter { Self.pointers.contains(graph.tokens[$0].lemma.lowercased()) }
        let allowed = record.list("of")
        // "verified" and "confirmed" are plain words: only a pointer or a clause makes them a finding.
        guard !pointing.isEmpty || !clauses.isEmpty || (kind == .denied && !objects.isEmpty) else { return nil }
        if !allowed.isEmpty, clauses.isEmpty, !objects.contains(where: { allowed.contains(graph.tokens[$0].lemma.lowercased()) }) { return nil }
        if kind == .verified, pointing.isEmpty { return nil }
        var target: Set<Int> = []
        for clause in clauses { target.formUnion(graph.parse.subtree(clause)) }
        for object in objects { target.formUnion(graph.parse.subtree(object)) }
        let finder = graph.subjects(index).first ?? negation.subject
        var reading = Reading(
            kind: kind, finder: finder, span: graph.parse.span(negation.from..<(index + 1)), target: target, pointsBack: !pointing.isEmpty)
        reading.pointsToSeveral = pointing.contains { object in
            graph.tokens[object].has("Number=Plur")
                || graph.children(object, "det").contains { ["either", "both", "all", "these"].contains(graph.tokens[$0].form.lowercased()) }
        }
        return reading
    }

    /// "claimed responsibility for the bombing": the act is behind "for", or is the object itself.
    private func responsibility(_ graph: ClauseGraph, _ index: Int, _ record: Lexicon.Record) -> Reading? {
        let lemma = graph.tokens[index].lemma.lowercased()
        let objects = graph.objects(index)
        let isPhrase = record.list("verb").contains { phrase in
            let words = phrase.split(separator: " ")
            return words.count == 2 && words[0] == lemma && objects.contains { graph.tokens[$0].lemma.lowercased() == words[1] }
        }
        guard isPhrase, !negation(graph, index).isNegated, let finder = graph.subjects(index).first,
            !["no", "nobody", "none"].contains(graph.tokens[finder].lemma.lowercased()),
            !graph.children(finder, "det").contains(where: { graph.tokens[$0].lemma.lowercased() == "no" })
        else { return nil }
        let target = Set(graph.parse.subtree(index).filter { $0 > index })
        // In a relative clause the object stands before its verb ("the attack for which they claimed responsibility").
        let words = objects.filter { abs($0 - index) < 12 } + [index]
        return Reading(
            kind: .responsibility, finder: finder, span: graph.parse.span(words.min()!..<(words.max()! + 1)), target: target, pointsBack: false)
    }

    /// "called the claim false", "the reports are a lie": what is called untrue was told before.
    private func untrue(_ graph: ClauseGraph, _ index: Int) -> Reading? {
        let isPredicate = !graph.children(index, "cop").isEmpty
        let caller = graph.head(index).flatMap {
            ["call", "describe", "dismiss", "label", "brand", "deem"].contains(graph.tokens[$0].lemma.lowercased()) ? $0 : nil
        }
        guard isPredicate || caller != nil else { return nil }
        let about = isPredicate ? graph.surfaceSubjects(index) : caller.map { graph.objects($0) } ?? []
        guard about.contains(where: { Self.pointers.contains(graph.tokens[$0].lemma.lowercased()) }) else { return nil }
        return Reading(
            kind: .denied, finder: caller.flatMap { graph.surfaceSubjects($0).first }, span: graph.tokens[index].span, target: [], pointsBack: true)
    }

    /// "Unconfirmed reports said that …", "unverified reports of shelling".
    private func unverifiedReport(_ graph: ClauseGraph, _ index: Int) -> Reading? {
        guard let noun = graph.head(index), Self.pointers.contains(graph.tokens[noun].lemma.lowercased()) else { return nil }
        let told = graph.head(noun).map { graph.relation[noun] == "nsubj" ? graph.children($0, "ccomp") : [] } ?? []
        let inside = told.isEmpty ? graph.children(noun, "nmod", "acl") : told
        guard !inside.isEmpty else { return nil }
        return Reading(
            kind: .unverified, finder: nil, span: graph.tokens[index].span, target: Set(inside.flatMap(graph.parse.subtree)), pointsBack: false)
    }

    private func noun(_ graph: ClauseGraph, _ index: Int, _ kind: Finding.Kind, _ record: Lexicon.Record) -> Reading? {
        guard record.value("negated") == "true", graph.children(index, "det").contains(where: { graph.tokens[$0].lemma.lowercased() == "no" }) else {
            return nil
        }
        let first = graph.children(index, "det").min() ?? index
        return Reading(
            kind: kind, finder: nil, span: graph.parse.span(min(first, index)..<(max(first, index) + 1)), target: Set(graph.parse.subtree(index)),
            pointsBack: true)
    }

    /// "could not independently verify", "was unable to confirm", "has yet to verify".
    private func negation(_ graph: ClauseGraph, _ index: Int) -> (isNegated: Bool, from: Int, subject: Int?) {
        let helpers = graph.parse.children[index].filter { $0 < index && ["aux", "advmod", "cop"].contains(graph.relation[$0]) }
        let isNot = helpers.contains {
            ["not", "n't", "never"].contains(graph.tokens[$0].lemma.lowercased()) || ["n't", "n’t"].contains(graph.tokens[$0].form.lowercased())
        }
        if isNot { return (true, helpers.min() ?? index, nil) }
        if graph.relation[index] == "xcomp", let up = graph.head(index) {
            let lemma = graph.tokens[up].lemma.lowercased()
            if ["unable", "fail", "yet", "impossible", "difficult", "hard", "struggle"].contains(lemma)
                || graph.children(up, "advmod").contains(where: { ["not", "n't"].contains(graph.tokens[$0].lemma.lowercased()) })
            {
                return (true, min(up, index), graph.surfaceSubjects(up).first)
            }
        }
        return (false, index, nil)
    }
}
