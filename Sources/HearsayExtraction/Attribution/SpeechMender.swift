internal import HearsayCore

/// Gives a speaker's further words back to the verb of saying: the parser often hangs them on what was said.
struct SpeechMender: Sendable {
    let words: ReportingWords
    let quotes: Quotes

    func mended(_ parse: Parse) -> Parse {
        let graph = ClauseGraph(parse)
        var tokens = parse.tokens
        var isChanged = false
        for index in tokens.indices.dropFirst() where !isQuoted(tokens[index]) {
            if let verb = participleHost(index, graph) {
                tokens[index].head = verb
                tokens[index].relation = "advcl"
                isChanged = true
            } else if let verb = conjunctHost(index, graph) {
                tokens[index].head = verb
                isChanged = true
            }
        }
        guard isChanged else { return parse }
        return Parse(span: parse.span, block: parse.block, tokens: tokens, multiwords: parse.multiwords, entities: parse.entities)
    }

    private func isQuoted(_ token: Token) -> Bool { quotes.index(containing: token.span.start) != nil }

    private func isHolding(_ lemma: String) -> Bool {
        words.say.contains(lemma) || words.find.contains(lemma) || words.belief.contains(lemma) || words.attitudes.clause.contains(lemma)
    }

    /// "said the road was open, adding that …": the outermost verb of saying or thinking above it.
    private func participleHost(_ index: Int, _ graph: ClauseGraph) -> Int? {
        let token = graph.tokens[index]
        guard token.form.lowercased().hasSuffix("ing"), words.attitudes.further.contains(token.lemma.lowercased()) else { return nil }
        let before = graph.tokens[index - 1]
        // “…,” citing …: the comma may stand inside the quotation marks.
        let isBehindQuote = index > 1 && graph.tokens[index - 2].form == "," && ["\"", "”", "''"].contains(before.form)
        let isBehindComma =
            before.form == "," && ["advcl", "acl", "conj", "xcomp", "parataxis", "dep"].contains(graph.relation[index]) || isBehindQuote
        let isBehindAdverb =
            ["advcl", "acl"].contains(graph.relation[index]) && before.upos == .ADV && index > 1 && graph.tokens[index - 2].form == ","
        guard isBehindComma || isBehindAdverb, let head = graph.head(index) else { return nil }
        var top: Int?
        var current = head
        for _ in 0..<graph.tokens.count {
            guard let up = graph.head(current) else { break }
            if ["ccomp", "xcomp", "obj", "obl", "advcl"].contains(graph.relation[current]), up < index, graph.tokens[up].upos == .VERB,
                isHolding(graph.tokens[up].lemma.lowercased()), !isQuoted(graph.tokens[up])
            {
                top = up
            }
            current = up
        }
        return top == head ? nil : top
    }

    /// "said that it would leave and warned …": what is finite goes with the verb of saying, not with "would leave".
    private func isFiniteBesideInfinitive(_ index: Int, _ clause: Int, _ graph: ClauseGraph) -> Bool {
        graph.tokens[index].has("Tense=Past") && graph.tokens[index].has("VerbForm=Fin") && graph.tokens[clause].has("VerbForm=Inf")
            && graph.children(index, "aux").isEmpty
    }

    /// "said that the road was open and warned that …".
    private func conjunctHost(_ index: Int, _ graph: ClauseGraph) -> Int? {
        guard graph.relation[index] == "conj", graph.tokens[index].upos == .VERB, words.say.contains(graph.tokens[index].lemma.lowercased()),
            let clause = graph.head(index), clause < index, graph.relation[clause] == "ccomp", let verb = graph.head(clause), verb < clause,
            isHolding(graph.tokens[verb].lemma.lowercased()), !isQuoted(graph.tokens[verb])
        else { return nil }
        let subjects = graph.children(index, "nsubj")
        if let subject = subjects.first {
            guard ["he", "she"].contains(graph.tokens[subject].form.lowercased()) else { return nil }
        } else if isHolding(graph.tokens[clause].lemma.lowercased()), !isFiniteBesideInfinitive(index, clause, graph) {
            return nil
        }
        guard graph.tokens[index].has("VerbForm=Fin") || !graph.children(index, "aux").isEmpty, !graph.children(index, "ccomp").isEmpty else {
            return nil
        }
        return verb
    }
}
