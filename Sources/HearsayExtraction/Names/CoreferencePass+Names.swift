internal import HearsayCore

/// Names: the same again, a surname, an acronym, an apposition.
extension CoreferencePass {
    /// "Arif Santoso" beside "a lawmaker": one entity, introduced in one breath.
    func apposed(_ mention: Mention, _ graph: ClauseGraph) -> Int? {
        guard graph.relation[mention.site.token] == "appos", let head = graph.head(mention.site.token),
            let entity = entityAt[Site(sentence: mention.site.sentence, token: head)]
        else { return nil }
        let known = entities[entity]
        // "Ganja, Azerbaijan's second city"; but "Omar, of the police" is two.
        let isPerson = known.kind == .person
        return isPerson == (mention.kind == .person) || mention.kind == .thing || known.kind == .thing && mention.isNamed ? entity : nil
    }

    /// An entity that a name was given to before.
    func earlier(_ mention: Mention, _ graph: ClauseGraph) -> (Int, String)? {
        guard mention.isNamed else { return nil }
        let name = Self.key(mention.name)
        if let acronym = introduced(mention, graph) { return (acronym, Rule.acronym) }
        // "Moscow was bombed" is the town, though "Moscow said" was the government.
        if let found = byName[name], mention.kind != .place || entities[found].kind == .place {
            return (found, entityIsAcronym(mention) ? Rule.acronym : Rule.name)
        }
        // "Har-Shefi" after "Margalit Har-Shefi".
        if mention.kind == .person || mention.name.count == 1, let last = mention.name.last, let found = bySurname[last.lowercased()],
            mention.name.count == 1
                || mention.name.count == 2
                    && (mention.name[0].hasSuffix(".")
                        || entities[found].nameLength > 2 && entities[found].heads.contains(mention.name[0].lowercased())),
            entities[found].kind == .person
        {
            if entities[found].gender != .unknown, mention.gender != .unknown, entities[found].gender != mention.gender { return nil }
            return (found, Rule.surname)
        }
        // "Munayev" in a headline, "Isa Munayev" below it.
        if mention.kind == .person, mention.name.count == 2 || mention.name.count == 3, let last = mention.name.last,
            let found = bySurname[last.lowercased()], entities[found].kind == .person, entities[found].number == .one,
            entities[found].nameLength == 1,
            entities[found].gender == .unknown || mention.gender == .unknown || entities[found].gender == mention.gender
        {
            return (found, Rule.surname)
        }
        if entityIsAcronym(mention), let found = byInitials[mention.name[0].uppercased()] { return (found, Rule.acronym) }
        return nil
    }

    private static func key(_ name: [String]) -> String { name.joined(separator: " ").lowercased() }

    private func entityIsAcronym(_ mention: Mention) -> Bool {
        mention.name.count == 1 && mention.name[0].count >= 2 && mention.name[0].allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
            && mention.kind != .country
    }

    /// "X, or ELN", "X, known as the YPG": the entity to which the text gives the acronym here.
    private func introduced(_ mention: Mention, _ graph: ClauseGraph) -> Int? {
        guard entityIsAcronym(mention) else { return nil }
        let index = mention.site.token
        func entity(_ token: Int) -> Int? { entityAt[Site(sentence: mention.site.sentence, token: token)] }
        if graph.relation[index] == "conj", let head = graph.head(index),
            graph.children(index, "cc").contains(where: { graph.tokens[$0].lemma == "or" })
        {
            return entity(head)
        }
        if ["obl", "xcomp", "obj"].contains(graph.relation[index]), let verb = graph.head(index),
            ["know", "call", "dub", "abbreviate"].contains(graph.tokens[verb].lemma.lowercased()), graph.relation[verb] == "acl",
            let named = graph.head(verb)
        {
            return entity(named)
        }
        return nil
    }

    /// Remembers what a mention is called.
    mutating func note(_ mention: Mention, _ graph: ClauseGraph) {
        guard mention.isNamed, let entity = entityAt[mention.site] else { return }
        let words = mention.name
        byName[Self.key(words)] = entity
        if mention.kind == .person, words.count > 1, let last = words.last { bySurname[last.lowercased()] = entity }
        if mention.kind == .person, words.count == 1 { bySurname[words[0].lowercased()] = bySurname[words[0].lowercased()] ?? entity }
        guard words.count > 1, mention.kind == .body || mention.kind == .person && entities[entity].labels.contains("front") else { return }
        let parts = words.flatMap { $0.split(separator: "-").map(String.init) }
        let initials = String(parts.filter { $0.first?.isUppercase == true }.compactMap(\.first))
        if initials.count >= 2, byInitials[initials] == nil { byInitials[initials] = entity }
    }

    /// "an SBS officer": a short name in front of a noun points back, though it is no mention of its own.
    mutating func alias(_ site: Site, _ graph: ClauseGraph) {
        let token = graph.tokens[site.token]
        guard graph.relation[site.token] == "compound" || graph.relation[site.token] == "nmod", token.upos == .PROPN,
            let entity = graph.parse.entities.first(where: { $0.tokens == site.token..<site.token + 1 }), entity.kind != .LOC, entity.kind != .DATE,
            let known = byName[token.form.lowercased()] ?? byInitials[token.form]
        else { return }
        let isAcronym = token.form.count >= 2 && token.form.allSatisfy { $0.isUppercase || $0 == "-" }
        link(site, [entities[known].last], [known], isAcronym ? Rule.acronym : Rule.name)
    }
}
