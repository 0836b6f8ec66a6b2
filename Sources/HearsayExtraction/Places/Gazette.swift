internal import HearsayActors
internal import HearsayCore
internal import HearsayPlaces

/// Every place that a story names, resolved together.
struct Gazette: Sendable {
    private let bySentence: [Int: [NamedPlace]]
    /// Places called by a name, in the order of the text.
    let named: [NamedPlace]
    /// The place that the story was filed from.
    let dateline: NamedPlace?
    /// Countries of the story, the one spoken of most first.
    let theatre: [String]
    private let countries: [String: String]

    init(story: Story, resolver: PlaceResolver, lexicon: WordClasses, actors: ActorResolver) {
        // "Howes" of "Christopher Howes" is no misspelt town.
        let people = Set(
            story.sentences.flatMap { graph in
                graph.parse.entities.filter { $0.kind == .PER && $0.tokens.count > 1 }.map { graph.tokens[$0.tokens.upperBound - 1].form }
            })
        var queries: [(sentence: Int, tokens: Range<Int>, head: Int)] = []
        var counts: [String: Int] = [:]
        var order: [String] = []
        func count(_ code: String?) {
            guard let code, code.utf8.count >= 3, !code.hasPrefix("IGO") else { return }
            let country = String(code.prefix(3))
            if counts[country] == nil { order.append(country) }
            counts[country, default: 0] += 1
        }
        for (sentence, graph) in story.sentences.enumerated() {
            for entity in graph.parse.entities + Gazette.unseenNames(graph) {
                let words = entity.tokens.map { graph.tokens[$0].form }.joined(separator: " ")
                if entity.kind == .ORG {
                    // An army or movement brings its country into the story, though the text may not name it; a newspaper does not.
                    let resolved = actors.resolve(words)
                    let sector = resolved.code?.split(separator: ".").dropFirst().first.map(String.init) ?? ""
                    if ["MIL", "REB", "GOV", "COP", "OPP", "UAF"].contains(sector) { count(resolved.code) }
                }
                if entity.kind == .LOC || entity.kind == .NORP {
                    let resolved = actors.resolve(words)
                    if resolved.kind == .country || resolved.kind == .people { count(resolved.code) }
                }
                guard entity.kind == .LOC, !Gazette.isNoPlace(entity, graph), !Gazette.isPartOfGroup(entity, graph, actors) else { continue }
                if people.contains(words), resolver.place(called: words, at: graph.parse.span(entity.tokens))?.match == .slip { continue }
                var entity = entity
                if Gazette.startsWithPeople(entity, graph, actors),
                    resolver.place(called: words, at: graph.parse.span(entity.tokens)) == nil
                {
                    // "Serb Kosovo": the people before a name are no part of it.
                    entity.tokens = entity.tokens.lowerBound + 1..<entity.tokens.upperBound
                }
                let head = entity.tokens.first { graph.head($0).map { !entity.tokens.contains($0) } ?? true } ?? entity.tokens.lowerBound
                queries.append((sentence, entity.tokens, head))
            }
        }
        let hints = PlaceHints(countries: counts, day: story.document.published?.description)
        let asked = queries.map { PlaceQuery(in: story.document.text, at: Gazette.nameSpan(story.sentences[$0.sentence], $0.tokens)) }
        let resolved = resolver.resolve(asked, hints: hints)
        var bySentence: [Int: [NamedPlace]] = [:]
        var countries: [String: String] = [:]
        for (query, place) in zip(queries, resolved) {
            let graph = story.sentences[query.sentence]
            let span = Gazette.nameSpan(graph, query.tokens)
            let excerpt = story.excerpt(span)
            let filed = story.document.dateline
            let isDateline = filed?.span.overlaps(span) ?? false
            // "(Northern Wire)": who filed the story is nowhere.
            if isDateline, let named = filed?.place, !named.overlaps(span) { continue }
            guard let place else {
                bySentence[query.sentence, default: []].append(
                    NamedPlace(
                        sentence: query.sentence, tokens: query.tokens, head: query.head,
                        mention: PlaceMention(excerpt, name: Gazette.plainName(query.tokens, query.head, graph, story)),
                        isDateline: isDateline, sorts: Gazette.sorts(query.head, graph)))
                continue
            }
            // A place that more than one country claims brings none of them into the story.
            // Where things happen says more of the story's country than who is named in it; the lead says most.
            if !place.isCountry, place.countries.count == 1 {
                for _ in 0..<(query.sentence <= 2 ? 3 : 2) { count(place.countries[0]) }
            }
            if place.countries.count == 1 { countries[excerpt.text] = place.countries[0] }
            bySentence[query.sentence, default: []].append(
                NamedPlace(
                    sentence: query.sentence, tokens: query.tokens, head: query.head,
                    mention: place.mention(excerpt), isDateline: isDateline, region: place.place.admin1?.mention(excerpt),
                    sorts: Gazette.sorts(query.head, graph)))
        }
        self.countries = countries
        named = story.sentences.indices.flatMap { bySentence[$0] ?? [] }
        dateline = named.filter { $0.isDateline && $0.mention.latitude != nil && $0.mention.precision != .country }
            .min { ($0.sentence, $0.head) < ($1.sentence, $1.head) }
        let first = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let theatre = order.sorted { (counts[$1]!, first[$0]!) < (counts[$0]!, first[$1]!) }
        self.theatre = theatre
        for (sentence, graph) in story.sentences.enumerated() {
            let described = DescribedPlaces(
                story: story, sentence: sentence, graph: graph, named: bySentence[sentence] ?? [], theatre: theatre.first, resolver: resolver,
                actors: actors
            ).places()
            if !described.isEmpty { bySentence[sentence, default: []] += described }
        }
        self.bySentence = bySentence
    }

    private static let ships: Set<String> = ["HMS", "USS", "MV", "INS", "RFA", "SS"]

    /// "ROAD" in a text in capitals is a road; "HMS Sheffield" sails.
    private static func isNoPlace(_ entity: Entity, _ graph: ClauseGraph) -> Bool {
        let first = graph.tokens[entity.tokens.lowerBound].form
        // "attacks against the West": a camp, not a spot on the map.
        if entity.tokens.count == 1, first == "West", entity.tokens.lowerBound > 0, graph.tokens[entity.tokens.lowerBound - 1].upos == .DET {
            return true
        }
        return ships.contains(first) || entity.tokens.count == 1 && (features.contains(first.lowercased()) || units.contains(first.lowercased()))
    }

    private static let units: Set<String> = [
        "district", "province", "region", "city", "town", "village", "neighbourhood", "neighborhood", "area", "county",
    ]
    static let features: Set<String> = [
        "lagoon", "river", "lake", "valley", "bridge", "hill", "hills", "mountains", "camp", "hotel", "hospital", "dam", "road", "highway",
        "junction",
        "crossing", "market", "square", "street", "mosque", "prison", "barracks", "base", "airfield", "pass", "forest", "bay", "corridor", "island",
    ]

    /// What a place that no gazetteer knows is called: "Nandikadal lagoon", and "Ramlet al-Baida" of "Ramlet al-Baida district".
    private static func plainName(_ tokens: Range<Int>, _ head: Int, _ graph: ClauseGraph, _ story: Story) -> String {
        var range = tokens
        if range.count > 1, graph.tokens[range.lowerBound].upos == .DET { range = range.lowerBound + 1..<range.upperBound }
        if range.count > 1, units.contains(graph.tokens[range.upperBound - 1].form.lowercased()) {
            range = range.lowerBound..<range.upperBound - 1
        } else if range.upperBound < graph.tokens.count, features.contains(graph.tokens[range.upperBound].form.lowercased()),
            graph.head(head) == range.upperBound
        {
            range = range.lowerBound..<range.upperBound + 1
        }
        return story.document.text[graph.parse.span(range)]
    }

    /// What the text calls a place: "the Kunduz hospital", "a market in X", "X, a temple".
    private static func sorts(_ head: Int, _ graph: ClauseGraph) -> Set<String> {
        var out = Set(graph.appositions(head).map { graph.tokens[$0].lemma.lowercased() })
        out.insert(graph.tokens[head].lemma.lowercased())
        var current = head
        for _ in 0..<3 {
            guard ["compound", "amod", "nmod", "appos"].contains(graph.relation[current]), let up = graph.head(current), graph.isNominal(up) else {
                break
            }
            out.insert(graph.tokens[up].lemma.lowercased())
            current = up
        }
        return out
    }

    private static func startsWithPeople(_ entity: Entity, _ graph: ClauseGraph, _ actors: ActorResolver) -> Bool {
        entity.tokens.count > 1 && graph.tokens[entity.tokens.lowerBound].upos != .DET
            && [.people, .country].contains(actors.resolve(graph.tokens[entity.tokens.lowerBound].form).kind)
    }

    func places(in sentence: Int) -> [NamedPlace] { bySentence[sentence] ?? [] }

    /// The places of the sentences before one, in order.
    func places(before sentence: Int) -> [NamedPlace] { (max(0, sentence - 8)..<sentence).flatMap { bySentence[$0] ?? [] } }
    func country(of name: String) -> String? { countries[name] }

    /// "Jaish" of "Jaish-e-Mohammad": a piece of a hyphenated name that is a group's.
    private static func isPartOfGroup(_ entity: Entity, _ graph: ClauseGraph, _ actors: ActorResolver) -> Bool {
        var upper = entity.tokens.upperBound
        func touches(_ index: Int) -> Bool {
            index < graph.tokens.count && graph.tokens[index].span.start == graph.tokens[index - 1].span.end && graph.tokens[index].form != "’s"
                && graph.tokens[index].form != "'s"
        }
        while touches(upper), graph.tokens[upper].form == "-" || graph.tokens[upper - 1].form == "-" { upper += 1 }
        guard upper > entity.tokens.upperBound + 1 else { return false }
        let full = graph.tokens[entity.tokens.lowerBound..<upper].map(\.form).joined()
        let kind = actors.resolve(full).kind
        return kind == .group || kind == .organisation
    }

    private static let placeNouns: Set<String> = [
        "town", "city", "village", "district", "province", "port", "suburb", "region", "governorate", "camp", "island",
    ]

    /// "the city of Jizan": a name after such a noun is a place, though the model did not see it as one.
    private static func unseenNames(_ graph: ClauseGraph) -> [Entity] {
        graph.tokens.indices.compactMap { noun in
            guard placeNouns.contains(graph.tokens[noun].lemma.lowercased()),
                let name = graph.prepositional(noun).first(where: { $0.preposition == "of" && graph.tokens[$0.head].upos == .PROPN })?.head,
                !graph.parse.entities.contains(where: { $0.kind == .LOC && $0.tokens.contains(name) })
            else { return nil }
            var upper = name
            while upper + 1 < graph.tokens.count, graph.head(upper + 1) == name, ["flat", "compound", "punct"].contains(graph.relation[upper + 1]),
                graph.tokens[upper + 1].upos == .PROPN || graph.tokens[upper + 1].form == "-"
            { upper += 1 }
            return Entity(.LOC, name..<(upper + 1))
        }
    }

    /// The name without an article.
    private static func nameSpan(_ graph: ClauseGraph, _ tokens: Range<Int>) -> Span {
        var range = tokens
        if range.count > 1, graph.tokens[range.lowerBound].upos == .DET { range = range.lowerBound + 1..<range.upperBound }
        return graph.parse.span(range)
    }
}

extension PlaceResolver {
    /// What a name by itself stands for, without the story around it.
    func place(called name: String, at span: Span) -> ResolvedPlace? { resolve([PlaceQuery(name, span: span)])[0] }
}
