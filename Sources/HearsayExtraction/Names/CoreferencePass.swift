internal import HearsayCore

/// One pass over a story: entities as they come up, and the links of what points back to them.
struct CoreferencePass {
    typealias Site = SpeechLink.Site

    enum Rule {
        static let pronoun = "coreference.pronoun"
        static let cataphora = "coreference.cataphora"
        static let reflexive = "coreference.reflexive"
        static let quote = "coreference.quote-speaker"
        static let label = "coreference.same-noun"
        static let kind = "coreference.kind"
        static let pair = "coreference.pair"
        static let spokesman = "coreference.spokesman"
        static let surname = "coreference.surname"
        static let acronym = "coreference.acronym"
        static let name = "coreference.same-name"
        static let demonym = "coreference.demonym"
        static let capital = "coreference.capital"
    }

    /// Somebody or something that the story tells of.
    struct Entity {
        var kind: Mention.Kind
        var number: Mention.Number
        var gender: Mention.Gender
        var labels: Set<String>
        /// Those of them that head a phrase.
        var heads: Set<String> = []
        var country: String?
        var sector: String?
        var isNamed: Bool
        /// How many words its longest name has.
        var nameLength = 0
        /// Where it is named best, and where it was last named or described.
        var fullest: Site
        var last: Site
        var count = 1
        /// Entities that it is made of: "A and B".
        var members: [Int] = []
    }

    /// One time that an entity is mentioned.
    struct Occurrence {
        let site: Site
        let entity: Int
        let role: Mention.Role
        let quote: Int?
        let isNominal: Bool
        /// Subject of the sentence itself, not of a clause in it.
        let isMain: Bool
    }

    let story: Story
    let lexicon: WordClasses
    let saying: Set<String>
    let quotes: Quotes
    let reader: MentionReader
    var entities: [Entity] = []
    /// In order of the text; only the last of them are ever looked at.
    var occurrences: [Occurrence] = []
    var entityAt: [Site: Int] = [:]
    var links: [Site: (link: Coreference.Link, entities: [Int])] = [:]
    /// Entities by what they are called in full, by last name, by initials.
    var byName: [String: Int] = [:]
    var bySurname: [String: Int] = [:]
    var byInitials: [String: Int] = [:]
    /// Entities of countries by code, and every word that named one, in order of the text.
    var countries: [String: Int] = [:]
    var sightings: [(site: Site, country: String)] = []
    /// Pronouns that wait for a subject behind them in their sentence, by that subject.
    var awaited: [Site: [Site]] = [:]
    /// Speaker of each quote, by number.
    var quoteSpeakers: [Int: [Site]] = [:]

    /// How many sentences back, and how many mentions, are looked through.
    static let window = 12
    static let reach = 120

    init(story: Story, lexicon: WordClasses, saying: Set<String>, quotes: Quotes) {
        self.story = story
        self.lexicon = lexicon
        self.saying = saying
        self.quotes = quotes
        reader = MentionReader(story: story, lexicon: lexicon, saying: saying)
    }

    mutating func read(_ sentence: Int, speakers: (Int) -> [Site]) {
        let graph = story.sentences[sentence]
        for index in graph.tokens.indices {
            let site = Site(sentence: sentence, token: index)
            let token = graph.tokens[index]
            let quote = quotes.index(containing: token.span.start)
            if let quote, quoteSpeakers[quote] == nil { quoteSpeakers[quote] = speakers(quote) }
            if let pronoun = Pronoun(token) {
                resolve(pronoun, at: site, graph, quote)
            } else {
                if let mention = reader.mention(at: site) { add(mention, graph, quote) } else { alias(site, graph) }
                sight(site, graph)
                join(site, graph, quote)
                meet(site, graph, quote)
            }
        }
        awaited = [:]
    }

    /// The links with where each entity is named best, known only now.
    func finished() -> [Site: Coreference.Link] {
        links.mapValues { found in
            var link = found.link
            link.fullest = found.entities.map { entities[$0].fullest }
            return link
        }
    }

    // MARK: Entities

    private mutating func add(_ mention: Mention, _ graph: ClauseGraph, _ quote: Int?) {
        let site = mention.site
        if let country = mention.country, mention.kind == .country, mention.isNamed, bySurname[mention.name.last?.lowercased() ?? ""] == nil {
            addCountry(country, mention, quote)
            return
        }
        var entity = apposed(mention, graph)
        var rule: String?
        if entity == nil, let (found, by) = earlier(mention, graph) { (entity, rule) = (found, by) }
        if entity == nil, rule == nil, let pair = pair(mention, graph) {
            link(site, pair.map { entities[$0].last }, pair, Rule.pair)
            let made = make(mention)
            entities[made].members = pair
            entities[made].number = .many
            entities[made].kind = entities[pair[0]].kind
            occur(site, made, mention.role, quote)
            return
        }
        if entity == nil, let (found, by) = described(mention, graph) { (entity, rule) = (found, by) }
        if let entity {
            // A town named again is no news; claims find their places by themselves.
            if let rule, rule != Rule.name || mention.kind != .place { link(site, [entities[entity].last], [entity], rule) }
            merge(mention, into: entity, isApposed: rule == nil)
            occur(site, entity, mention.role, quote)
        } else {
            if let body = spokenFor(mention, graph) { link(site, [entities[body].last], [body], Rule.spokesman) }
            occur(site, make(mention), mention.role, quote)
            entities[entities.count - 1].country = mention.country ?? owner(of: site, graph)
        }
        note(mention, graph)
        for pronoun in awaited[site] ?? [] {
            guard let entity = entityAt[site] else { continue }
            link(pronoun, [site], [entity], Rule.cataphora)
            entityAt[pronoun] = entity
        }
    }

    /// The country of "its" in "its soldiers".
    private func owner(of site: Site, _ graph: ClauseGraph) -> String? {
        graph.parse.children[site.token].lazy.filter { graph.tokens[$0].relation == "nmod:poss" }
            .compactMap { entityAt[Site(sentence: site.sentence, token: $0)].flatMap { entities[$0].country } }.first
    }

    /// A country by its name or by the capital that stands for its government.
    private mutating func addCountry(_ country: String, _ mention: Mention, _ quote: Int?) {
        if let known = countries[country] {
            link(mention.site, [entities[known].last], [known], mention.isCapital ? Rule.capital : Rule.name, country: country)
            merge(mention, into: known)
        } else {
            if mention.isCapital { link(mention.site, [], [], Rule.capital, country: country) }
            countries[country] = make(mention)
        }
        occur(mention.site, countries[country]!, mention.role, quote)
        sightings.append((mention.site, country))
    }

    private mutating func make(_ mention: Mention) -> Int {
        entities.append(
            Entity(
                kind: mention.kind, number: mention.number, gender: mention.gender, labels: mention.labels, heads: mention.heads,
                country: mention.country, sector: mention.sector, isNamed: mention.isNamed, nameLength: mention.name.count, fullest: mention.site,
                last: mention.site))
        return entities.count - 1
    }

    private mutating func merge(_ mention: Mention, into entity: Int, isApposed: Bool = false) {
        entities[entity].labels.formUnion(mention.labels)
        entities[entity].heads.formUnion(mention.heads)
        if entities[entity].gender == .unknown { entities[entity].gender = mention.gender }
        if entities[entity].country == nil { entities[entity].country = mention.country }
        if entities[entity].sector == nil { entities[entity].sector = mention.sector }
        // "Bobby Sands, the prisoner": his name stays his best mention.
        let isAside = isApposed && (entities[entity].isNamed || !mention.isNamed)
        // "Munayev", later "Isa Munayev": the longer name is the better.
        let isLonger = mention.kind == .person && entities[entity].nameLength == 1 && mention.name.count > 1
        if mention.isNamed, !entities[entity].isNamed || isLonger {
            entities[entity].nameLength = mention.name.count
            entities[entity].isNamed = true
            entities[entity].fullest = mention.site
            if mention.kind == .person {
                entities[entity].kind = .person
                entities[entity].number = mention.number
            }
        }
        if !isAside { entities[entity].last = mention.site }
        if !isApposed { entities[entity].count += 1 }
    }

    mutating func occur(_ site: Site, _ entity: Int, _ role: Mention.Role, _ quote: Int?, isNominal: Bool = true) {
        entityAt[site] = entity
        occurrences.append(
            Occurrence(site: site, entity: entity, role: role, quote: quote, isNominal: isNominal, isMain: role == .subject && isMain(site)))
    }

    mutating func link(_ site: Site, _ antecedents: [Site], _ entities: [Int], _ rule: String, country: String? = nil) {
        links[site] = (
            Coreference.Link(
                site: site, antecedents: antecedents, fullest: [],
                country: country ?? (entities.count == 1 ? self.entities[entities[0]].country : nil), rule: rule), entities
        )
    }

    /// "A and B" is an entity of its own once its last member is read.
    private mutating func join(_ site: Site, _ graph: ClauseGraph, _ quote: Int?) {
        guard graph.relation[site.token] == "conj", let head = graph.head(site.token) else { return }
        let joined = graph.conjuncts(head)
        guard joined.last == site.token, !joined.contains(where: { isOr(graph, $0) }) else { return }
        let members = joined.compactMap { entityAt[Site(sentence: site.sentence, token: $0)] }
        guard members.count == joined.count, Set(members).count == members.count else { return }
        let first = entities[members[0]]
        entities.append(
            Entity(
                kind: first.kind, number: .many, gender: .unknown, labels: [], country: nil, sector: nil, isNamed: first.isNamed,
                fullest: first.fullest, last: Site(sentence: site.sentence, token: head), members: members))
        occurrences.append(
            Occurrence(
                site: Site(sentence: site.sentence, token: head), entity: entities.count - 1, role: reader.role(graph, head), quote: quote,
                isNominal: true, isMain: isMain(Site(sentence: site.sentence, token: head))))
    }

    private func isMain(_ site: Site) -> Bool {
        let graph = story.sentences[site.sentence]
        return graph.relation[site.token] == "nsubj" && graph.head(site.token).map { graph.relation[$0] == "root" } ?? false
    }

    private func isOr(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.children(index, "cc").contains { graph.tokens[$0].lemma.lowercased() == "or" }
    }

    /// Occurrences from the last back, within some sentences of a site.
    func recent(_ site: Site, within sentences: Int) -> some Sequence<Occurrence> {
        occurrences.suffix(Self.reach).reversed().prefix { site.sentence - $0.site.sentence <= sentences }
    }

    // MARK: Countries

    /// Ties a demonym, or a country's name before a noun, to where the country was named before.
    private mutating func sight(_ site: Site, _ graph: ClauseGraph) {
        guard entityAt[site] == nil, let country = country(at: site, graph) else { return }
        if let known = countries[country] {
            link(site, [entities[known].last], [known], Rule.demonym, country: country)
            entities[known].last = site
            entities[known].count += 1
        } else {
            link(site, [], [], Rule.demonym, country: country)
            entities.append(
                Entity(
                    kind: .country, number: .one, gender: .unknown, labels: [], country: country, sector: nil, isNamed: false, fullest: site,
                    last: site))
            countries[country] = entities.count - 1
        }
        sightings.append((site, country))
    }

    /// The country of "Turkish" in "the Turkish army"; nil where it is a place ("in Ankara") or part of another name.
    private func country(at site: Site, _ graph: ClauseGraph) -> String? {
        let token = graph.tokens[site.token]
        guard token.form.unicodeScalars.first?.properties.isUppercase == true, token.upos == .ADJ || token.upos == .PROPN,
            !["flat", "obl", "root", "appos"].contains(graph.relation[site.token])
        else { return nil }
        var words = token.form
        if let entity = graph.parse.entities.first(where: { $0.tokens.contains(site.token) }) {
            switch entity.kind {
            case .LOC, .NORP:
                let head = entity.tokens.first { graph.head($0).map { !entity.tokens.contains($0) } ?? true }
                guard head == site.token else { return nil }
                words = entity.tokens.map { graph.tokens[$0].form }.joined(separator: " ")
            case .ORG, .MISC, .EVENT: break
            default: return nil
            }
        }
        guard let meaning = lexicon.actors.meaning(of: words), meaning.isCountry, !meaning.isCapital else { return nil }
        return meaning.country
    }
}
