internal import HearsayCore

/// Finds the words of one sentence that give what is told to somebody, with whom and what.
struct AscriptionFinder: Sendable {
    let graph: ClauseGraph
    let sentence: Int
    let words: ReportingWords
    let quotes: Quotes
    let text: Text

    func ascriptions() -> [Ascription] { graph.tokens.indices.compactMap(ascription) }

    private func ascription(_ index: Int) -> Ascription? {
        let token = graph.tokens[index]
        let form = token.form.lowercased()
        if graph.relation[index] == "case" || form == "according" { return according(index) }
        switch token.upos {
        case .VERB: return verb(index)
        case .AUX: return ["aux", "cop"].contains(graph.relation[index]) ? nil : verb(index)
        case .NOUN: return noun(index)
        case .ADJ: return adjective(index)
        case .ADV:
            guard words.attitudes.adverb.contains(form), let host = graph.head(index) else { return nil }
            return make(.adverb, index, cue: [index], holders: [], source: [], content: graph.parse.subtree(host).filter { $0 != index })
        default: return nil
        }
    }

    func make(
        _ kind: Ascription.Kind, _ head: Int, cue: [Int], holders: [Int], source: [Int], content: [Int]
    ) -> Ascription? {
        let taken = Set(cue).union(source)
        let content = trimmed(content.filter { !taken.contains($0) })
        return Ascription(
            sentence: sentence, head: head, kind: kind, cue: cue.sorted(), holders: holders, source: source, content: content)
    }

    func lemma(_ index: Int) -> String { graph.tokens[index].lemma.lowercased() }
    func form(_ index: Int) -> String { graph.tokens[index].form.lowercased() }
    func subtrees(_ heads: [Int]) -> [Int] { Set(heads.flatMap(graph.parse.subtree)).sorted() }

    func quote(_ index: Int) -> Int? { quotes.index(containing: graph.tokens[index].span.start) }

    /// The preposition or conjunction that ties a phrase or clause to its verb.
    func link(_ index: Int) -> String {
        let preposition = graph.preposition(index)
        return preposition.isEmpty ? graph.marker(index) : preposition
    }

    // MARK: "according to"

    private func according(_ index: Int) -> Ascription? {
        var cue = [index]
        let noun: Int
        if graph.relation[index] == "case" {
            guard let head = graph.head(index) else { return nil }
            noun = head
            cue += graph.children(index, "fixed")
            let phrase = cue.map(form).joined(separator: " ")
            let isSounding = phrase == "in" && index == 0 && words.attitudes.sounding.contains(lemma(noun)) && graph.relation[noun] == "obl"
            guard form(index) == "according" || words.accordingTo.contains(phrase) || isSounding else { return nil }
            // "dollars per head" has no speaker, "per the ministry" has.
            if phrase == "per", graph.tokens[noun].upos != .PROPN, graph.children(noun, "det", "nmod").isEmpty { return nil }
        } else {
            guard let head = graph.children(index, "obl", "nmod").first else { return nil }
            noun = head
            cue += graph.children(noun, "case")
        }
        var source = graph.parse.subtree(noun).filter { $0 > cue.max()! }
        if let gap = source.indices.dropFirst().first(where: { source[$0] - source[$0 - 1] > 1 }) { source = Array(source[..<gap]) }
        source = bare(source)
        guard let last = source.last else { return nil }
        let reach = reach(of: index, after: last)
        var content = trimmed(Array(reach.lowerBound..<max(reach.lowerBound, cue.min()!)))
        var after = trimmed(Array(min(last + 1, reach.upperBound)..<reach.upperBound))
        if !content.isEmpty, let first = after.first {
            // Behind "…, according to X" a new clause begins.
            let opensClause = ["and", "but", "while", "though", "although", "with", "because", "which", "who"].contains(form(first))
            if opensClause || content.count > 12 { after = [] }
        }
        content += after
        return make(.according, cue[0], cue: cue, holders: graph.nominals(noun), source: source, content: content)
    }

    /// The part of the sentence that "according to" can speak of: within the same brackets or quotation marks.
    private func reach(of index: Int, after last: Int) -> Range<Int> {
        var low = 0
        var high = graph.tokens.count
        var depth = 0
        for token in (0..<index).reversed() {
            if form(token) == ")" { depth += 1 }
            guard form(token) == "(" else { continue }
            if depth == 0 {
                low = token + 1
                high = (last..<graph.tokens.count).first { form($0) == ")" } ?? high
                break
            }
            depth -= 1
        }
        if let quote = quote(index) {
            let span = quotes.spans[quote]
            low = max(low, graph.tokens.lastIndex { $0.span.start < span.start }.map { $0 + 1 } ?? 0)
            high = min(high, graph.tokens.firstIndex { $0.span.end > span.end } ?? high)
        }
        return low..<max(low, high)
    }

    // MARK: Nouns and adjectives

    /// "his hope of peace", "the claim that …".
    private func noun(_ index: Int) -> Ascription? {
        if words.attitudes.backer.contains(lemma(index)) { return backer(index) }
        guard words.attitudes.noun.contains(lemma(index)), let content = content(ofNoun: index) else { return nil }
        if let told = brought(index, content) { return told }
        let owners = graph.parse.children[index].filter { graph.tokens[$0].relation == "nmod:poss" }
        var source: [Int] = []
        var holders: [Int] = []
        if let owner = owners.first {
            holders = graph.nominals(owner)
            source = graph.parse.subtree(owner)
        } else if let by = graph.children(index, "nmod").first(where: { ["by", "from", "among"].contains(graph.preposition($0)) }) {
            holders = graph.nominals(by)
            source = graph.parse.subtree(by).filter { graph.relation[$0] != "case" || $0 > by }
        } else if graph.relation[content.head] != "acl" || graph.marker(content.head) != "that" {
            return nil
        }
        let modifiers = graph.children(index, "amod", "compound").filter { $0 < index }
        let cue = run([index] + content.link + modifiers)
        return make(
            .noun, index, cue: cue, holders: holders, source: source,
            content: graph.parse.subtree(content.head).filter { !content.link.contains($0) })
    }

    /// "has toned down his criticism of the plan", "raised questions about it": who does something with such a word holds it.
    private func brought(_ index: Int, _ content: (head: Int, link: [Int])) -> Ascription? {
        guard graph.relation[index] == "obj", let verb = graph.head(index), verb < index, graph.isVerb(verb), !graph.isPassive(verb) else {
            return nil
        }
        let owners = graph.parse.children[index].filter { graph.tokens[$0].relation == "nmod:poss" }
        let isOwn = owners.contains { ["his", "her", "its", "their"].contains(form($0)) }
        let isTied =
            ["about", "on", "for", "to", "over", "against"].contains { content.link.map(form).contains($0) } || graph.marker(content.head) == "that"
        guard isOwn || owners.isEmpty && isTied else { return nil }
        let holders = holders(verb)
        guard isSomebody(holders) else { return nil }
        let inner = Set(graph.parse.subtree(content.head)).subtracting(content.link)
        let cue = run(cueTokens(verb) + graph.parse.subtree(index).filter { !inner.contains($0) } + content.link).filter { !inner.contains($0) }
        guard cue.count < 12 else { return nil }
        return make(.carrier, index, cue: cue, holders: holders, source: sourceTokens(holders, of: verb), content: inner.sorted())
    }

    /// "the mayor, a supporter of the truce": who is one holds it.
    private func backer(_ index: Int) -> Ascription? {
        guard let content = graph.children(index, "nmod").first(where: { $0 > index && ["of", "for"].contains(graph.preposition($0)) }) else {
            return nil
        }
        let isPredicate = !graph.children(index, "cop").isEmpty
        let holders = isPredicate ? holders(index) : graph.relation[index] == "appos" ? [graph.head(index)].compactMap { $0 } : []
        guard !holders.isEmpty else { return nil }
        let source = sourceTokens(holders, of: index)
        let link = graph.children(content, "case").prefix(1)
        let before = graph.children(index, "amod", "compound", "cop", "det").filter { $0 < index }
        return make(
            .noun, index, cue: run([index] + link + before), holders: holders, source: source,
            content: graph.parse.subtree(content).filter { !link.contains($0) })
    }

    /// What a noun of speech or thought is about, and the word that ties it to the noun where that word is no part of it.
    func content(ofNoun index: Int) -> (head: Int, link: [Int])? {
        let prepositions = ["of", "about", "on", "for", "against"]
        for child in graph.parse.children[index] where child > index {
            if ["acl", "ccomp"].contains(graph.relation[child]), graph.tokens[child].relation != "acl:relcl" {
                let marker = graph.marker(child)
                if ["that", "to", "whether", "if"].contains(marker) { return (child, []) }
                if prepositions.contains(marker) { return (child, Array(graph.children(child, "mark").prefix(1))) }
            }
            guard graph.relation[child] == "nmod", graph.tokens[child].relation != "nmod:poss", !isTime(child) else { continue }
            let preposition = graph.preposition(child)
            if prepositions.contains(preposition) || ["over", "toward", "towards"].contains(preposition)
                || preposition == "to" && ["opposition", "objection", "commitment", "threat", "allegiance", "tribute"].contains(lemma(index))
            {
                return (child, Array(graph.children(child, "case").prefix(1)))
            }
        }
        return nil
    }

    /// "is confident that …", "was critical of …".
    private func adjective(_ index: Int) -> Ascription? {
        guard words.attitudes.adjective.contains(lemma(index)), !graph.children(index, "cop").isEmpty || graph.relation[index] == "xcomp" else {
            return nil
        }
        let ties = ["of", "about", "with", "over", "for", "against", "at", "in"]
        let content = graph.children(index, "ccomp", "xcomp", "advcl", "obl", "csubj").first {
            $0 > index
                && (["ccomp", "xcomp"].contains(graph.relation[$0]) || ties.contains(link($0)) || ["that", "to", "whether", "if"].contains(link($0)))
        }
        guard let content else { return nil }
        let tie = ties.contains(link(content)) ? Array(graph.children(content, "case", "mark").prefix(1)) : []
        let holders = holders(index)
        var source = sourceTokens(holders, of: index)
        if source.allSatisfy({ form($0) == "it" }) { source = [] }
        // "It is clear that …" is the writer's own word.
        if source.isEmpty, lemma(index) == "clear" { return nil }
        return make(
            .adjective, index, cue: joined(cueTokens(index) + tie), holders: source.isEmpty ? [] : holders, source: source,
            content: graph.parse.subtree(content).filter { !tie.contains($0) })
    }

    func isTime(_ index: Int) -> Bool { graph.parse.entities.contains { $0.kind == .DATE && $0.tokens.contains(index) } }
}
