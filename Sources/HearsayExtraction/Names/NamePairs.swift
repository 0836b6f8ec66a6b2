internal import HearsayCore

/// Finds places and actors for which the text itself gives two names: "Stepanakert, which Azerbaijanis call Khankendi".
struct NamePairs: Sendable {
    let story: Story
    let lexicon: WordClasses
    let codeOf: @Sendable (_ sentence: Int, _ token: Int) -> String?

    private static let naming: Set<String> = ["call", "name", "know", "rename", "dub"]

    func pairs() -> [NamePair] {
        var out: [NamePair] = []
        for (sentence, graph) in story.sentences.enumerated() {
            for index in graph.tokens.indices {
                if let pair = naming(graph, index, sentence) ?? alternative(graph, index) { out.append(pair) }
            }
        }
        return out
    }

    /// "X, which Y call Z", "X, known as Z", "X, called Z by Y".
    private func naming(_ graph: ClauseGraph, _ verb: Int, _ sentence: Int) -> NamePair? {
        guard Self.naming.contains(graph.tokens[verb].lemma.lowercased()), graph.relation[verb] == "acl", let named = graph.head(verb) else {
            return nil
        }
        let after = graph.parse.children[verb].filter {
            $0 > verb
                && (graph.tokens[$0].upos == .PROPN || graph.relation[$0] == "xcomp" || graph.relation[$0] == "obj" || graph.relation[$0] == "obl")
        }
        guard let other = after.first(where: { graph.tokens[$0].upos == .PROPN }), let first = nameOf(graph, named),
            let second = nameOf(graph, other), first.text != second.text
        else { return nil }
        let users = graph.children(verb, "nsubj").filter { !graph.isRelativePronoun($0) } + (graph.isPassive(verb) ? graph.subjects(verb) : [])
        return NamePair(
            name: first.text, also: second.text, usedBy: users.first.flatMap { codeOf(sentence, $0) }, span: first.span.union(second.span))
    }

    /// "X, or Z," and "X (Z)" between two names of one kind.
    private func alternative(_ graph: ClauseGraph, _ index: Int) -> NamePair? {
        guard graph.tokens[index].upos == .PROPN, let kind = lexicon.entity(graph, index), kind == .LOC else { return nil }
        for child in graph.children(index, "appos", "conj") where graph.tokens[child].upos == .PROPN && lexicon.entity(graph, child) == kind {
            let isOr = graph.relation[child] == "conj" && graph.children(child, "cc").contains { graph.tokens[$0].lemma == "or" }
            let isBracketed =
                graph.relation[child] == "appos" && child > 0 && graph.tokens[..<child].last(where: { $0.upos == .PUNCT })?.form == "("
                && graph.tokens[child - 1].form == "("
            let isAlso = graph.children(child, "advmod").contains { ["also", "formerly"].contains(graph.tokens[$0].lemma.lowercased()) }
            guard isOr || isBracketed || isAlso, let first = nameOf(graph, index), let second = nameOf(graph, child) else { continue }
            return NamePair(name: first.text, also: second.text, usedBy: nil, span: first.span.union(second.span))
        }
        return nil
    }

    /// The name at a token: its entity's words, or those of an entity that it introduces ("Stepanakert, the capital, which …").
    private func nameOf(_ graph: ClauseGraph, _ index: Int, depth: Int = 0) -> Excerpt? {
        // A noun and its apposition point at each other: two steps reach every name there is.
        guard depth < 3 else { return nil }
        if let entity = graph.parse.entities.first(where: { $0.tokens.contains(index) }) { return story.excerpt(graph.parse.span(entity.tokens)) }
        if graph.tokens[index].upos == .PROPN { return story.excerpt(graph.tokens[index].span) }
        if graph.relation[index] == "appos", let up = graph.head(index) { return nameOf(graph, up, depth: depth + 1) }
        if let appos = graph.appositions(index).first { return nameOf(graph, appos, depth: depth + 1) }
        return nil
    }
}
