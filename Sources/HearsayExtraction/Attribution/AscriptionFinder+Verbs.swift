internal import HearsayCore

/// Verbs and what they take as their content.
extension AscriptionFinder {
    func verb(_ index: Int) -> Ascription? {
        let isPassive = graph.isPassive(index)
        var holders = isPassive ? agents(index) : holders(index)
        if holders.isEmpty, !isPassive, let speaker = strayed(from: index) { holders = [speaker] }
        if let inserted = inserted(index) { return inserted }
        let source = sourceTokens(holders, of: index)
        let verb = Verb(
            index: index, lemma: lemma(index), cue: cueTokens(index), isPassive: isPassive, holders: holders, source: source)
        if let found = reported(verb) { return found }
        if let found = madeClear(verb) ?? gerund(verb) ?? infinitive(verb) { return found }
        if let found = predicate(verb) { return found }
        if isPassive { return passive(verb) ?? asked(verb) }
        return phrase(verb) ?? takenAs(verb) ?? object(verb) ?? carrier(verb)
    }

    /// A verb with what was found out about it.
    struct Verb {
        let index: Int
        let lemma: String
        let cue: [Int]
        let isPassive: Bool
        let holders: [Int]
        let source: [Int]
    }

    private func make(_ kind: Ascription.Kind, _ verb: Verb, cue: [Int]? = nil, _ content: [Int]) -> Ascription? {
        make(kind, verb.index, cue: cue ?? verb.cue, holders: verb.holders, source: verb.source, content: content)
    }

    /// The subject of a verb of saying where the parser hung it on something else.
    private func strayed(from index: Int) -> Int? {
        guard words.say.contains(lemma(index)), graph.tokens[index].has("VerbForm=Fin"), quote(index) == nil, graph.relation[index] != "acl" else {
            return nil
        }
        return strayedBehindQuotation(index) ?? strayedBefore(index) ?? strayedAfter(index)
    }

    /// “…,” the former president, who mediates, told reporters: a subject that the parser hung on the quotation before it.
    private func strayedBehindQuotation(_ index: Int) -> Int? {
        guard let close = (0..<index).last(where: { quote($0) != nil }), close + 1 < index else { return nil }
        let between = close + 1..<index
        return between.first { token in
            graph.isNominal(token) && !between.contains(graph.tokens[token].head) && !graph.parse.subtree(token).contains { $0 >= index }
        }
    }

    private static let insidePhrase: Set<String> = ["flat", "compound", "nmod", "amod", "det", "nummod"]

    /// "The bridge was among the losses, army spokesman Ali Hassan said": the phrase that ends before the verb.
    private func strayedBefore(_ index: Int) -> Int? {
        let ties = Set(graph.children(index, "advmod", "aux"))
        guard var last = (0..<index).last(where: { !ties.contains($0) && form($0) != "," }) else { return nil }
        if form(last) == ")", let head = graph.head(last), head < last { last = head }
        while Self.insidePhrase.contains(graph.relation[last]), graph.tokens[last].relation != "nmod:poss", let up = graph.head(last), up < index {
            last = up
        }
        return isLooseName(last) && quote(last) == nil ? last : nil
    }

    /// “…,” added his deputy Ivo Babic: the phrase that begins behind the verb, taken for its object.
    private func strayedAfter(_ index: Int) -> Int? {
        guard graph.children(index, "ccomp", "parataxis").contains(where: { $0 < index }) || index > 0 && quote(index - 1) != nil || index == 0 else {
            return nil
        }
        return (index + 1..<graph.tokens.count).prefix(7).first { token in
            isLooseName(token) && graph.relation[token] != "flat" && graph.parse.subtree(token).first == index + 1
                && !graph.parse.subtree(token).contains(index)
        }
    }

    /// A phrase without a preposition that can speak.
    private func isLooseName(_ token: Int) -> Bool {
        [.NOUN, .PROPN, .NUM].contains(graph.tokens[token].upos) && graph.children(token, "case", "cop").filter { $0 < token }.isEmpty
            && !isTime(token)
    }

    // MARK: Clauses and quotations

    /// "The road, the ministry said, had been mined": the parser takes the speaker's clause for one about the road.
    private func inserted(_ index: Int) -> Ascription? {
        guard words.say.contains(lemma(index)), graph.tokens[index].relation == "acl:relcl", graph.tokens[index].has("VerbForm=Fin"),
            graph.children(index, "obj", "ccomp", "xcomp").isEmpty, let noun = graph.head(index), let clause = predicate(over: noun), clause > index
        else { return nil }
        let subjects = graph.children(index, "nsubj")
        // "the road, a number of drivers say, was …": the speaker looks like another name of the road.
        let beside = graph.children(noun, "appos").filter { $0 > noun && $0 < index }
        guard let speaker = subjects.first ?? beside.last, !graph.isRelativePronoun(speaker) else { return nil }
        let own = subtrees([index, speaker])
        guard let first = own.first, let last = own.last, own.count == last - first + 1, first > 0, last + 1 < graph.tokens.count,
            [first - 1, first].contains(where: isComma), [last, last + 1].contains(where: isComma), first > noun
        else { return nil }
        let said = Set(own)
        return make(
            .aside, index, cue: cueTokens(index), holders: [speaker], source: sourceTokens([speaker], of: index),
            content: graph.parse.subtree(clause).filter { !said.contains($0) })
    }

    /// The predicate whose subject a noun is.
    private func predicate(over noun: Int) -> Int? {
        guard graph.relation[noun] == "nsubj", let up = graph.head(noun) else { return nil }
        return up
    }

    private func isComma(_ index: Int) -> Bool { form(index) == "," }

    private func takesClause(_ lemma: String) -> Bool {
        words.say.contains(lemma)
            || (words.find.contains(lemma) || words.belief.contains(lemma) || words.attitudes.clause.contains(lemma))
                && !words.attitudes.excluded.contains(lemma)
    }

    private func reported(_ verb: Verb) -> Ascription? {
        guard takesClause(verb.lemma) else { return nil }
        let index = verb.index
        let clauses = graph.children(index, "ccomp")
        if let first = clauses.first, !isSeen(first, by: verb.lemma) {
            // "evidence showed …" apart: a participle behind a noun, "to say …", "you know …" tell of nobody's word.
            if graph.tokens[index].relation == "acl", graph.marker(index) != "to", !form(index).hasSuffix("ing") { return nil }
            // "went on air to say that …": a purpose, which need not have been spoken; no claim takes its speaker from it.
            if graph.relation[index] == "advcl", graph.marker(index) == "to" {
                return words.say.contains(verb.lemma) && isSomebody(verb.holders) ? make(.infinitive, verb, subtrees(clauses)) : nil
            }
            if verb.holders.count == 1, form(verb.holders[0]) == "you" { return nil }
            let quoted = graph.children(index, "parataxis").filter { quote($0) != nil || $0 > first && graph.followsColon($0) }
            return make(.clause, verb, filled(subtrees(clauses + quoted), verb: index, clause: first, cue: verb.cue))
        }
        guard words.say.contains(verb.lemma) || words.attitudes.aside.contains(verb.lemma) else { return nil }
        let hasSubject = !graph.children(index, "nsubj").isEmpty
        if let host = graph.head(index), hasSubject {
            let rest = { Set(graph.parse.subtree(index)) }
            if ["parataxis", "discourse", "dep"].contains(graph.relation[index]), words.say.contains(verb.lemma), graph.children(index, "obj").isEmpty
            {
                let own = rest()
                return make(.aside, verb, graph.parse.subtree(host).filter { !own.contains($0) })
            }
            if graph.relation[index] == "advcl", graph.marker(index) == "as", words.attitudes.aside.contains(verb.lemma),
                graph.children(index, "obj", "ccomp").isEmpty
            {
                let own = rest()
                return make(.asSaid, verb, graph.parse.subtree(host).filter { !own.contains($0) })
            }
        }
        guard words.say.contains(verb.lemma), quote(index) == nil else { return nil }
        let own = graph.children(index, "nsubj")
        let quoted = graph.children(index, "parataxis", "obj", "xcomp", "obl", "advcl", "dep", "appos", "conj", "nsubj").filter { child in
            guard let quote = quote(child), quotes.words(quote, text) >= 3 else { return false }
            return !(graph.relation[child] == "nsubj" && verb.holders.contains(child) && own.count == 1)
        }
        guard !quoted.isEmpty else { return nil }
        let holders = verb.isPassive ? verb.holders : verb.holders.filter { !quoted.contains($0) }
        return make(
            .quotation, index, cue: verb.cue, holders: holders, source: sourceTokens(holders, of: index), content: subtrees(quoted))
    }

    /// "saw troops fire": seeing an act is no telling of it.
    private func isSeen(_ clause: Int, by lemma: String) -> Bool {
        ["see", "watch", "hear", "find", "feel"].contains(lemma) && graph.children(clause, "mark", "aux", "cop").isEmpty
            && !graph.tokens[clause].has("VerbForm=Fin")
    }

    // MARK: Other contents

    /// "made clear that …".
    private func madeClear(_ verb: Verb) -> Ascription? {
        guard verb.lemma == "make", isSomebody(verb.holders),
            let clear = graph.children(verb.index, "xcomp").first(where: { ["clear", "plain", "known"].contains(lemma($0)) }), clear > verb.index,
            let clause = graph.children(clear, "ccomp", "csubj", "advcl").first ?? graph.children(verb.index, "ccomp").first
        else { return nil }
        return make(.clause, verb, cue: run(verb.cue + [clear]), graph.parse.subtree(clause))
    }

    /// "denied shelling the town", "supports closing the border".
    private func gerund(_ verb: Verb) -> Ascription? {
        guard words.attitudes.object.contains(verb.lemma) || words.attitudes.infinitive.contains(verb.lemma), !verb.isPassive,
            isSomebody(verb.holders),
            graph.children(verb.index, "obj").isEmpty, verb.lemma != "call"
        else { return nil }
        let clause = graph.children(verb.index, "xcomp", "ccomp").first {
            $0 > verb.index && graph.tokens[$0].upos == .VERB && form($0).hasSuffix("ing") && graph.children($0, "mark", "nsubj", "aux").isEmpty
        }
        return clause.flatMap { make(.object, verb, graph.parse.subtree($0)) }
    }

    /// "hopes to win", "is expected to win", "appears to have won".
    private func infinitive(_ verb: Verb) -> Ascription? {
        let clauses = graph.children(verb.index, "xcomp")
        let subjects = graph.children(verb.index, "nsubj")
        if words.attitudes.appearance.contains(verb.lemma), !verb.isPassive, !clauses.isEmpty,
            graph.tokens[verb.index].relation != "acl:relcl", !graph.tokens[verb.index].has("VerbForm=Inf")
        {
            return make(.appearance, verb.index, cue: verb.cue, holders: [], source: [], content: subtrees(clauses + subjects))
        }
        guard words.attitudes.infinitive.contains(verb.lemma), clauses.contains(where: { graph.marker($0) == "to" }) else { return nil }
        if verb.isPassive {
            guard words.attitudes.passive.contains(verb.lemma) else { return nil }
            return make(.infinitive, verb, subtrees(clauses + subjects))
        }
        let addressees = ["ask", "tell", "urge", "promise"].contains(verb.lemma) ? [] : graph.children(verb.index, "obj")
        return make(.infinitive, verb, subtrees(clauses + addressees))
    }

    /// "called the vote a farce".
    private func predicate(_ verb: Verb) -> Ascription? {
        let index = verb.index
        let predicates = graph.children(index, "xcomp")
        let objects = graph.children(index, "obj") + (verb.isPassive ? graph.children(index, "nsubj") : [])
        // “called the plan “reckless””: what stands behind its noun is said of it.
        // "a group called Dawn" bears a name.
        let isNamed = words.attitudes.predicate.contains(verb.lemma) && graph.tokens[index].relation != "acl"
        if isNamed, let object = objects.first, graph.children(object, "amod", "appos").contains(where: { $0 > object && quote($0) != nil }) {
            return make(.predicate, verb, subtrees(predicates + objects))
        }
        // "called that “beyond absurd”": what is quoted behind the object is what it is called.
        if isNamed, !verb.isPassive, predicates.isEmpty, let object = objects.first,
            let name = graph.children(index, "obl", "obj", "advcl", "ccomp", "parataxis", "dep").first(where: { opensQuotation($0, behind: object) })
        {
            return make(.predicate, verb, subtrees([object, name]))
        }
        guard !predicates.isEmpty else { return nil }
        // "what they called a plot" has its object before it.
        if isNamed, !objects.isEmpty || verb.isPassive || graph.tokens[index].relation == "acl:relcl" {
            return make(.predicate, verb, subtrees(predicates + objects))
        }
        // "called for the guards to leave".
        if words.attitudes.forTo.contains(verb.lemma), !verb.isPassive, isSomebody(verb.holders),
            let clause = predicates.first(where: { graph.marker($0) == "for" }), let tie = graph.children(clause, "mark").first
        {
            return make(.phrase, verb, cue: verb.cue + [tie], graph.parse.subtree(clause).filter { $0 != tie })
        }
        return nil
    }

    /// Does a phrase begin with a quotation mark right behind another?
    private func opensQuotation(_ phrase: Int, behind object: Int) -> Bool {
        guard phrase > object, quote(phrase) != nil, let first = graph.parse.subtree(phrase).first, let last = graph.parse.subtree(object).last
        else { return false }
        return first == last + 1 && ["\"", "“", "``", "''"].contains(form(first))
    }

    private func passive(_ verb: Verb) -> Ascription? {
        guard words.attitudes.passive.contains(verb.lemma) || words.attitudes.object.contains(verb.lemma) else { return nil }
        let subjects = graph.children(verb.index, "nsubj")
        guard !subjects.isEmpty, graph.tokens[verb.index].relation != "acl:relcl" else { return nil }
        let agents = graph.parse.children[verb.index].filter(isAgent)
        let others = graph.children(verb.index, "obl", "advcl", "xcomp", "ccomp").filter {
            !agents.contains($0) && ["as", "for", "of", "to"].contains(link($0))
        }
        guard !agents.isEmpty || !others.isEmpty else { return nil }
        return make(.passive, verb, subtrees(subjects + others))
    }

    /// "Asked about the raid, he …": nobody says who asked.
    private func asked(_ verb: Verb) -> Ascription? {
        guard words.attitudes.asked.contains(verb.lemma), let (head, tie) = phraseObject(verb) else { return nil }
        return make(.phrase, verb, cue: joined(verb.cue + tie), graph.parse.subtree(head).filter { !tie.contains($0) })
    }

    /// "called for talks", "spoke out against the law".
    private func phrase(_ verb: Verb) -> Ascription? {
        let index = verb.index
        guard isSomebody(verb.holders), graph.relation[index] != "acl",
            graph.children(index, "obj").isEmpty || words.attitudes.asked.contains(verb.lemma),
            !["xcomp", "parataxis"].contains(graph.relation[index]) || graph.marker(index) == "to", let (head, tie) = phraseObject(verb)
        else { return nil }
        let others = graph.children(index, "obl", "xcomp", "advcl", "ccomp").filter { $0 > head && ["for", "to", "as", "of"].contains(link($0)) }
        return make(.phrase, verb, cue: joined(verb.cue + tie), subtrees([head] + others).filter { !tie.contains($0) })
    }

    func phraseObject(_ verb: Verb) -> (head: Int, tie: [Int])? { phraseObject(verb.index) }

    func phraseObject(_ index: Int) -> (head: Int, tie: [Int])? {
        let particles = graph.parse.children[index].filter {
            graph.tokens[$0].relation == "compound:prt" || graph.relation[$0] == "advmod" && $0 == index + 1
        }
        for child in graph.children(index, "obl", "nmod", "advcl") {
            let preposition = graph.relation[child] == "advcl" ? graph.marker(child) : graph.preposition(child)
            guard !preposition.isEmpty else { continue }
            for middle in [[]] + particles.map({ [$0] }) {
                guard words.attitudes.phrase.contains(([lemma(index)] + middle.map(form) + [preposition]).joined(separator: " ")) else { continue }
                let ties = graph.children(child, "case", "mark").filter { $0 <= child }.prefix(1)
                return (child, middle + ties + ties.flatMap { graph.children($0, "fixed") })
            }
        }
        return nil
    }

    /// "sees the vote as a farce".
    private func takenAs(_ verb: Verb) -> Ascription? {
        guard words.attitudes.takenAs.contains(verb.lemma), isSomebody(verb.holders), let object = graph.children(verb.index, "obj").first,
            let role = graph.children(verb.index, "obl", "advcl", "xcomp").first(where: { $0 > verb.index && link($0) == "as" })
        else { return nil }
        return make(.takenAs, verb, subtrees([object, role]))
    }

    private static let personal: Set<String> = ["who", "whom"]

    /// "criticised the plan".
    private func object(_ verb: Verb) -> Ascription? {
        let index = verb.index
        guard words.attitudes.object.contains(verb.lemma), let object = graph.children(index, "obj").first,
            isSomebody(verb.holders) || verb.holders.map(form) == ["it"],
            !Self.personal.contains(form(object)), !graph.tokens[index].has("VerbForm=Ger")
        else { return nil }
        switch graph.relation[index] {
        case "xcomp" where graph.marker(index) != "to", "csubj": return nil
        case "parataxis" where graph.children(index, "nsubj").isEmpty: return nil
        case "acl" where !graph.marker(index).isEmpty: return nil
        default: break
        }
        let ties = ["for", "of", "as", "to", "with", "against", "from", "into", "about", "over", "that"]
        let others = graph.children(index, "obl", "advcl", "xcomp").filter { child in
            child > object
                && (ties.contains(link(child)) || graph.relation[child] == "xcomp"
                    || graph.relation[child] == "obl" && ["in", "at", "on"].contains(graph.preposition(child)) && !isTime(child))
        }
        return make(.object, verb, subtrees([object] + others))
    }

    /// "voiced concern about the law".
    private func carrier(_ verb: Verb) -> Ascription? {
        guard words.attitudes.carrier.contains(verb.lemma), let object = graph.children(verb.index, "obj").first,
            words.attitudes.noun.contains(lemma(object)), let content = content(ofNoun: object)
        else { return nil }
        let inner = Set(graph.parse.subtree(content.head)).subtracting(content.link)
        let cue = run(verb.cue + graph.parse.subtree(object).filter { !inner.contains($0) } + content.link).filter { !inner.contains($0) }
        return make(.carrier, verb, cue: cue, inner.sorted())
    }

    private static let nobody: Set<String> = ["i", "you", "it", "that", "which", "what", "this", "these", "there"]

    func isSomebody(_ heads: [Int]) -> Bool { heads.contains { !Self.nobody.contains(form($0)) } }
}
