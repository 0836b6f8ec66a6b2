internal import HearsayCore

/// Who holds it, and how far source, cue and content reach.
extension AscriptionFinder {
    // MARK: Holders

    func isAgent(_ index: Int) -> Bool {
        graph.tokens[index].relation == "obl:agent" || graph.relation[index] == "obl" && graph.preposition(index) == "by"
    }

    func agents(_ verb: Int) -> [Int] { graph.parse.children[verb].filter(isAgent) }

    /// Whose the attitude is: the subject as it stands, or the one that a participle or infinitive shares.
    ///
    /// Unlike `surfaceSubjects` it keeps "who" and "which", the words that stand in the text.
    func holders(_ verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 7 else { return [] }
        let own = graph.children(verb, "nsubj")
        if !own.isEmpty { return own }
        guard let up = graph.head(verb) else { return [] }
        switch graph.relation[verb] {
        case "parataxis" where !form(verb).hasSuffix("ing"), "ccomp" where !graph.marker(verb).isEmpty, "advcl" where graph.isPassive(verb): return []
        case "conj", "xcomp", "advcl", "parataxis", "ccomp":
            if graph.relation[verb] == "xcomp", !["promise", "threaten", "vow"].contains(lemma(up)) {
                let objects = graph.children(up, "obj", "iobj")
                if !objects.isEmpty { return objects }
            }
            return graph.isPredicate(up) ? holders(up, depth: depth + 1) : []
        case "acl":
            if graph.tokens[verb].relation == "acl:relcl" { return [up] }
            if graph.marker(verb) == "to" {
                let owners = graph.parse.children[up].filter { graph.tokens[$0].relation == "nmod:poss" }
                if !owners.isEmpty { return owners }
                guard ["obj", "obl"].contains(graph.relation[up]), let above = graph.head(up) else { return [] }
                return holders(above, depth: depth + 1)
            }
            return form(verb).hasSuffix("ing") ? [up] : []
        default: return []
        }
    }

    // MARK: Spans

    /// The whole phrase with appositions and relative clauses, without the clause that the verb itself is.
    func sourceTokens(_ heads: [Int], of verb: Int) -> [Int] {
        let path = Set(graph.ancestors(verb))
        var out: Set<Int> = []
        for head in heads {
            var stack = [head]
            while let top = stack.popLast() {
                out.insert(top)
                for child in graph.parse.children[top] {
                    if top == head {
                        let isOutside = ["parataxis", "discourse"].contains(graph.relation[child]) || graph.relation[child] == "case" && child < head
                        if isOutside || path.contains(child) { continue }
                    }
                    stack.append(child)
                }
            }
        }
        var tokens = out.sorted()
        while let last = tokens.last, graph.tokens[last].upos == .PUNCT, ![")", "]", "”", "\"", "''"].contains(form(last)) { tokens.removeLast() }
        while let first = tokens.first {
            let isMark = graph.tokens[first].upos == .PUNCT && !["\"", "“", "``", "''"].contains(form(first))
            let isTie =
                graph.tokens[first].upos == .CCONJ
                || graph.relation[first] == "case" && ["as", "by", "from", "of", "according", "to", "in"].contains(form(first))
            guard isMark || isTie else { break }
            tokens.removeFirst()
        }
        return tokens
    }

    private static let notOfCue: Set<String> = [
        "when", "how", "why", "where", "as", "so", "yet", "here", "there", "meanwhile", "however", "instead",
    ]

    /// The verb with its auxiliaries, negation and the adverbs before it, and its particle.
    func cueTokens(_ index: Int) -> [Int] {
        var helpers = Set(graph.children(index, "aux", "advmod"))
        if [.ADJ, .NOUN].contains(graph.tokens[index].upos) { helpers.formUnion(graph.children(index, "cop")) }
        var cue = [index]
        var left = index - 1
        while left >= 0, helpers.contains(left), !Self.notOfCue.contains(form(left)) {
            cue.append(left)
            left -= 1
        }
        cue += graph.parse.children[index].filter { graph.tokens[$0].relation == "compound:prt" }
        return cue.max()! - cue.min()! < 8 ? run(cue) : cue.sorted()
    }

    /// All tokens from the first to the last.
    func run(_ tokens: [Int]) -> [Int] { Array(tokens.min()!...tokens.max()!) }

    /// The same, unless much lies between.
    func joined(_ tokens: [Int]) -> [Int] { tokens.max()! - tokens.min()! < 7 ? run(tokens) : tokens.sorted() }

    private static let edges: Set<String> = [".", ",", "-", "—", "–", ":", ";", "--"]

    /// Without marks at its ends, quotation marks and brackets kept.
    func trimmed(_ tokens: [Int]) -> [Int] {
        var tokens = tokens[...]
        while let last = tokens.last, graph.tokens[last].upos == .PUNCT, Self.edges.contains(form(last)) { tokens.removeLast() }
        while let first = tokens.first, graph.tokens[first].upos == .PUNCT, Self.edges.contains(form(first)) || form(first) == ")" {
            tokens.removeFirst()
        }
        return Array(tokens)
    }

    func bare(_ tokens: [Int]) -> [Int] {
        var tokens = tokens[...]
        while let last = tokens.last, graph.tokens[last].upos == .PUNCT, ![")", "]"].contains(form(last)) { tokens.removeLast() }
        while let first = tokens.first, graph.tokens[first].upos == .PUNCT { tokens.removeFirst() }
        return Array(tokens)
    }

    /// Closes the holes that a wrong tree leaves in a clause behind its verb.
    func filled(_ content: [Int], verb: Int, clause: Int, cue: [Int]) -> [Int] {
        guard clause > verb, let low = content.first, let high = content.last, low > verb else { return content }
        let inside = Set(content)
        var own: Set<Int> = Set(cue)
        for child in graph.children(verb, "obj", "iobj", "obl", "advmod", "nsubj", "compound", "aux", "advcl", "discourse") where child != clause {
            own.formUnion(graph.parse.subtree(child))
        }
        var gap = (max(verb, cue.max()!) + 1..<max(low, max(verb, cue.max()!) + 1)).filter { !own.contains($0) && !inside.contains($0) }[...]
        while let first = gap.first, graph.tokens[first].upos == .PUNCT, !["\"", "“", "``", "''"].contains(form(first)) { gap.removeFirst() }
        let joins = gap.last == low - 1 ? Array(gap) : []
        let holes = (low...high).filter { !inside.contains($0) && !own.contains($0) }
        return inside.union(joins).union(holes).sorted()
    }

    /// Leaves out what the writer adds at the end: ", which …", ", a charge that …".
    func withoutTail(_ ascription: Ascription) -> [Int] {
        let content = ascription.content
        guard [.clause, .infinitive, .object, .phrase, .noun, .adjective].contains(ascription.kind), let first = content.first,
            first >= ascription.head
        else { return content }
        for (place, index) in content.enumerated() where place >= 3 && place + 2 < content.count && form(index) == "," && quote(index) == nil {
            let next = content[place + 1]
            let word = form(next)
            let isRelative = ["which", "who", "where", "when", "despite", "whom", "whose", "compared", "according"].contains(word)
            let isApposition =
                ["a", "an"].contains(word)
                && graph.head(next).map { ["appos", "parataxis", "dep", "nmod", "obj", "obl", "conj"].contains(graph.relation[$0]) } == true
            // ", which …, was an insult": the clause goes on behind it.
            let before = Set(content[..<place])
            guard
                !before.contains(where: {
                    graph.tokens[$0].upos != .PUNCT && graph.tokens[$0].head >= next && content.contains(graph.tokens[$0].head)
                })
            else { continue }
            let isParticiple =
                ascription.kind != .clause && word.hasSuffix("ing") && graph.tokens[next].upos == .VERB && graph.relation[next] == "advcl"
            if isRelative || isApposition || isParticiple { return trimmed(Array(content[..<place])) }
        }
        return content
    }
}
