internal import HearsayActors
internal import HearsayCore
internal import HearsayPlaces

/// Places that a sentence points to by a country and a noun: "the Sierra Leone capital", "the Libyan coast", "Syrian territory".
struct DescribedPlaces {
    let story: Story
    let sentence: Int
    let graph: ClauseGraph
    let named: [NamedPlace]
    /// The country that the story is about.
    let theatre: String?
    let resolver: PlaceResolver
    let actors: ActorResolver

    func places() -> [NamedPlace] { graph.tokens.indices.compactMap { capital($0) ?? stretch($0) } }

    /// "Haiti's capital", "the Kenyan capital", "the capital" of the country that the story is about.
    private func capital(_ noun: Int) -> NamedPlace? {
        guard graph.tokens[noun].lemma.lowercased() == "capital", graph.tokens[noun].upos == .NOUN, graph.relation[noun] != "compound",
            graph.relation[noun] != "flat", graph.relation[noun] != "appos"
        else { return nil }
        let parts = graph.parse.children[noun].filter { !["case", "punct", "det", "cc", "mark"].contains(graph.relation[$0]) }
        // "the capital, Abuja", "the Somali capital Mogadishu" has its name.
        func isName(_ index: Int) -> Bool { graph.tokens[index].upos == .PROPN && graph.relation[index] != "nmod" && index > noun }
        if parts.contains(where: isName) || noun + 1 < graph.tokens.count && graph.tokens[noun + 1].upos == .PROPN { return nil }
        // "the Tanzanian capital of Dar es Salaam"
        if parts.contains(where: { part in
            graph.preposition(part) == "of" && named.contains { $0.tokens.contains(part) && $0.mention.precision != .country }
        }) {
            return nil
        }
        var country: String?
        var first = graph.children(noun, "det").min() ?? noun
        for part in parts where part < noun || graph.relation[part] == "nmod" && graph.preposition(part) == "of" {
            if let code = code(part) {
                country = code
            } else if graph.relation[part] == "nmod" || graph.relation[part] == "compound"
                || graph.relation[part] == "amod" && graph.tokens[part].form.first?.isUppercase != true
            {
                // "the commercial capital", "the provincial capital", "the capital of the province" is another town.
                return nil
            }
            first = min(first, named.first { $0.tokens.contains(part) }?.tokens.lowerBound ?? part)
        }
        let isDefinite = graph.children(noun, "det").contains { graph.tokens[$0].form.lowercased() == "the" }
        guard let found = country ?? (isDefinite ? theatre : nil), let name = actors.capital(of: found) else { return nil }
        let asked = PlaceQuery(name, span: graph.tokens[noun].span)
        guard let place = resolver.resolve([asked], hints: PlaceHints(countries: [found: 9]))[0], place.countries.contains(found) else { return nil }
        return NamedPlace(
            sentence: sentence, tokens: noun..<(noun + 1), head: noun, mention: place.mention(story.excerpt(sentence, first..<(noun + 1))))
    }

    private static let ground: Set<String> = ["territory", "soil", "airspace"]
    private static let edges: Set<String> = ["coast", "coastline", "border", "frontier", "waters"]

    /// "Syrian territory" is Syria; "the Libyan coast" a part of it that no gazetteer holds.
    private func stretch(_ noun: Int) -> NamedPlace? {
        let lemma = graph.tokens[noun].lemma.lowercased()
        let isGround = Self.ground.contains(lemma)
        guard isGround || Self.edges.contains(lemma) || Self.edges.contains(graph.tokens[noun].form.lowercased()) else { return nil }
        let owners = graph.parse.children[noun].filter { $0 < noun && ["amod", "compound", "nmod"].contains(graph.relation[$0]) }
        guard owners.count == 1, let owner = owners.first, let code = code(owner), let country = actors.countryName(code) else { return nil }
        let first = named.first { $0.tokens.contains(owner) }?.tokens.lowerBound ?? owner
        let excerpt = story.excerpt(sentence, first..<(noun + 1))
        guard isGround else {
            return NamedPlace(
                sentence: sentence, tokens: noun..<(noun + 1), head: noun,
                mention: PlaceMention(excerpt, name: excerpt.text, country: code, precision: .area))
        }
        guard let place = resolver.place(called: country, at: graph.tokens[noun].span) else { return nil }
        return NamedPlace(sentence: sentence, tokens: noun..<(noun + 1), head: noun, mention: place.mention(excerpt))
    }

    /// The country that a word or the name it is part of stands for.
    private func code(_ index: Int) -> String? {
        let tokens = named.first { $0.tokens.contains(index) }?.tokens ?? index..<(index + 1)
        let resolved = actors.resolve(tokens.map { graph.tokens[$0].form }.joined(separator: " "))
        guard resolved.kind == .country || resolved.kind == .people, let code = resolved.code, code.utf8.count >= 3, !code.hasPrefix("IGO") else {
            return nil
        }
        return String(code.prefix(3))
    }
}
