internal import HearsayActors
internal import HearsayCore

/// Turns words of a story into actors with names and codes.
struct ActorReader: Sendable {
    typealias Site = SpeechLink.Site

    let story: Story
    let lexicon: WordClasses
    let resolver: ActorResolver
    let coreference: Coreference
    private let context: ActorContext
    /// "embassy" → the one country whose embassy the story names; none where it names those of several.
    private let missionOwners: [String: [String]]

    init(story: Story, lexicon: WordClasses, resolver: ActorResolver, coreference: Coreference, context: ActorContext) {
        self.story = story
        self.lexicon = lexicon
        self.resolver = resolver
        self.coreference = coreference
        // Names are noted over the whole text first: a headline's "Blinken" is the body's "Antony Blinken".
        var context = context
        for graph in story.sentences {
            for entity in graph.parse.entities where entity.kind == .PER || entity.kind == .ORG {
                guard let head = entity.tokens.first(where: { graph.head($0).map { !entity.tokens.contains($0) } ?? true }) else { continue }
                let resolved = resolver.resolve(ActorPhrase(graph.parse, head: head), in: context)
                context.memory.note(resolved, acronym: Self.acronym(after: entity, graph))
            }
        }
        self.context = context
        missionOwners = Self.missionOwners(in: story, lexicon)
    }

    /// "Syrian Democratic Forces (SDF)": the capitals in brackets right after a name.
    private static func acronym(after entity: Entity, _ graph: ClauseGraph) -> String? {
        let next = entity.tokens.upperBound
        guard next + 2 < graph.tokens.count, graph.tokens[next].form == "(", graph.tokens[next + 2].form == ")" else { return nil }
        let form = graph.tokens[next + 1].form
        return form.count >= 2 && form.allSatisfy { $0.isUppercase || $0 == "-" } ? form : nil
    }

    /// The actor that the phrase around a token points to; the excerpt is the phrase in its own sentence.
    func actor(at site: Site, country: String? = nil) -> (mention: ActorMention, resolved: ResolvedActor) {
        actors(at: site, country: country)[0]
    }

    /// The same, one for each of several that "they" or "both countries" stand for.
    func actors(at site: Site, country: String? = nil) -> [(mention: ActorMention, resolved: ResolvedActor)] {
        let excerpt = excerpt(at: site)
        let sites = coreference.substitutes(of: site)
        var resolved = (sites.isEmpty ? [site] : sites).map { resolve($0, at: country) }
        // "Munayev": he whom the story names in full elsewhere.
        if resolved[0].kind != .person || resolved[0].code == nil || resolved[0].rule == "actor.leader",
            let full = coreference.fullName(of: site)
        {
            resolved = [resolve(full, at: country)]
        }
        // "The crowd" after "demonstrators": another common noun tells no more than its own.
        if sites.count == 1, story.sentences[site.sentence].tokens[site.token].upos == .NOUN {
            let own = resolve(site, at: country)
            let isNamed = [.person, .group, .organisation, .country].contains(resolved[0].kind)
            if own.code != nil, resolved[0].code == nil || !isNamed { resolved = [own] }
        }
        if sites.isEmpty, let name = givenName(site), [.role, .people, .unknown].contains(resolved[0].kind) { resolved[0].name = name }
        return resolved.map { (ActorMention(excerpt, name: $0.name, code: $0.code), $0) }
    }

    /// "the driver, Pedro Romero", "a foreigner named Pedro Romero": the name that the text gives to whom it tells of.
    private func givenName(_ site: Site) -> String? {
        let graph = story.sentences[site.sentence]
        guard lexicon.entity(graph, site.token) == nil, graph.tokens[site.token].has("Number=Sing") else { return nil }
        if let name = nameBeside(site.token, graph) { return graph.words(around: name) }
        for clause in graph.children(site.token, "acl") where ["name", "call", "identify"].contains(graph.tokens[clause].lemma.lowercased()) {
            let heads = graph.children(clause, "xcomp", "obj", "obl")
            if let name = heads.first(where: { lexicon.entity(graph, $0) == .PER }) { return graph.words(around: name) }
        }
        return nil
    }

    /// "the driver, Pedro Romero": the head of a person's name that stands beside what they are.
    private func nameBeside(_ head: Int, _ graph: ClauseGraph) -> Int? {
        graph.appositions(head).first { lexicon.entity(graph, $0) == .PER }
    }

    /// The rules by which pronouns and phrases that point back got their names.
    func evidence(_ field: String, _ heads: [Int], _ sentence: Int) -> [Evidence] {
        heads.compactMap { head in
            let site = Site(sentence: sentence, token: head)
            guard !coreference.substitutes(of: site).isEmpty || coreference.body(behind: site) != nil else { return nil }
            return coreference.link(of: site).map { Evidence(field, $0.rule) }
        }
    }

    /// All that points back in the story, with what it stands for.
    func links() -> [MentionLink] {
        coreference.all.map { link in
            var anaphor = mention(link.site)
            if let country = link.country, link.antecedents.isEmpty { anaphor.code = country }
            return MentionLink(anaphor: anaphor, antecedents: link.antecedents.map(mention), rule: link.rule)
        }
    }

    private func mention(_ site: Site) -> MentionLink.Mention {
        let token = story.sentences[site.sentence].tokens[site.token]
        guard token.upos != .PRON, lexicon.isActor(story.sentences[site.sentence], site.token) else {
            return MentionLink.Mention(excerpt(at: site), head: token.span.start)
        }
        let actor = actor(at: site).mention
        return MentionLink.Mention(actor.excerpt, head: token.span.start, name: actor.name, code: actor.code)
    }

    /// The two bodies of "the British and Irish governments"; empty for a phrase with one nationality.
    func bodies(at site: Site) -> [ActorMention] {
        let graph = story.sentences[site.sentence]
        guard graph.tokens[site.token].has("Number=Plur") else { return [] }
        let noun = graph.tokens[site.token]
        if let arms = arms(at: site, graph) { return arms }
        // "the leaders of Ethiopia and Eritrea"
        for (preposition, head) in graph.prepositional(site.token) where preposition == "of" {
            let countries = graph.conjuncts(head).filter { lexicon.actors.isCountry(graph.words(around: $0)) }
            guard countries.count > 1 else { continue }
            return countries.map { country in
                body([noun.form], of: graph.words(around: country), site)
            }
        }
        // "U.S. and British officials"
        func isLand(_ index: Int) -> Bool {
            lexicon.actors.isDemonym(graph.tokens[index].form) || lexicon.actors.isCountry(graph.tokens[index].form)
        }
        guard let first = graph.children(site.token, "amod", "compound").first(where: isLand) else { return [] }
        let owners = graph.conjuncts(first).filter { $0 < site.token && isLand($0) }
        guard owners.count > 1 else { return [] }
        return owners.map { owner in
            let adjective = ActorPhrase.Word(graph.tokens[owner].form, lemma: graph.tokens[owner].lemma, upos: .ADJ)
            return body([adjective, ActorPhrase.Word(noun.form, lemma: noun.lemma, upos: noun.upos)], head: 1, site)
        }
    }

    /// "both armies", "the two air forces": of the two countries that fight.
    private func arms(at site: Site, _ graph: ClauseGraph) -> [ActorMention]? {
        let noun = graph.tokens[site.token]
        let front = graph.children(site.token, "compound").map { graph.tokens[$0].form.lowercased() }
        guard CoreferencePass.isArm(noun.lemma.lowercased(), isAir: front == ["air"]) else { return nil }
        let owners = coreference.pair(at: site).map { resolve($0) }.filter { $0.kind == .country }
        guard owners.count == 2 else { return nil }
        return owners.map { body(front + [noun.lemma.lowercased()], of: $0.name, site) }
    }

    /// "army" of "Iran", as the phrase at a site stands for it.
    private func body(_ nouns: [String], of country: String, _ site: Site) -> ActorMention {
        let words =
            nouns.map { ActorPhrase.Word($0, lemma: $0, upos: .NOUN) } + [
                ActorPhrase.Word("of", lemma: "of", upos: .ADP), ActorPhrase.Word(country, lemma: country, upos: .PROPN),
            ]
        return body(words, head: nouns.count - 1, site)
    }

    private func body(_ words: [ActorPhrase.Word], head: Int, _ site: Site) -> ActorMention {
        let resolved = resolver.resolve(ActorPhrase(words: words, head: head), in: context)
        return ActorMention(excerpt(at: site), name: resolved.name, code: resolved.code)
    }

    func excerpt(at site: Site) -> Excerpt {
        let graph = story.sentences[site.sentence]
        var tokens = ActorPhrase.tokens(of: site.token, in: graph.parse)
        // The first contiguous stretch around the head, without an article in front.
        while let first = tokens.first, first < site.token, ["DET", "PUNCT", "ADP", "CCONJ"].contains(graph.tokens[first].upos.rawValue),
            // "at least three": the preposition is the number's.
            graph.tokens[first].upos != .ADP || graph.tokens[first].head == site.token || graph.tokens[first + 1].lemma.lowercased() != "least"
        {
            tokens.removeFirst()
        }
        var lower = site.token
        var upper = site.token
        let set = Set(tokens)
        while set.contains(lower - 1) { lower -= 1 }
        while set.contains(upper + 1) { upper += 1 }
        while lower < site.token, [.DET, .PUNCT, .CCONJ].contains(graph.tokens[lower].upos) { lower += 1 }
        return story.excerpt(site.sentence, lower..<(upper + 1))
    }

    /// "a field commander, Isa Munayev": one who is named goes by that name.
    private func resolve(_ site: Site, at country: String? = nil) -> ResolvedActor {
        var described = describe(site, at: country)
        let graph = story.sentences[site.sentence]
        // "Minister for Africa Mary Okello": she goes by her name.
        let isNamed = graph.parse.entities.contains { $0.kind == .PER && $0.tokens.contains(site.token) && $0.tokens.count > 1 }
        if described.kind == .role, isNamed { described.name = graph.words(around: site.token) }
        guard described.kind != .person, graph.tokens[site.token].upos == .NOUN, graph.tokens[site.token].has("Number=Sing"),
            resolver.isPerson(graph.tokens[site.token].lemma.lowercased()),
            let name = nameBeside(site.token, graph)
        else { return described }
        let known = resolver.resolve(phrase(at: name, graph), in: context)
        // "Khader Habib" is no other Habib.
        let isSame = known.name.split(separator: " ").contains { $0 == graph.words(around: name).prefix { $0 != " " } }
        if known.code != nil, isSame { return known }
        var named = described
        (named.name, named.kind, named.rule) = (graph.words(around: name), .person, "actor.apposition")
        return named
    }

    private func describe(_ site: Site, at country: String?) -> ResolvedActor {
        let graph = story.sentences[site.sentence]
        var context = context
        // "its soldiers": the soldiers of whom the pronoun stands for; "a spokesman": of the body that was spoken of.
        let pronoun = graph.parse.children[site.token].first { graph.tokens[$0].relation == "nmod:poss" && graph.tokens[$0].upos == .PRON }
        let owner = owner(of: site, pronoun, graph)
        // "his men", "the general's militia": theirs who lead them.
        if let owner, owner != site, Self.followers.contains(graph.tokens[site.token].lemma.lowercased()) {
            let leader = resolve(owner)
            if leader.kind != .country, leader.kind != .people, let code = leader.code, Self.leading.contains(where: code.hasSuffix) {
                return ResolvedActor(followersOf: leader, called: resolver.resolve(phrase(at: site.token, graph), in: context).name)
            }
        }
        if let owner, owner != site, pronoun.map({ graph.tokens[$0].form.lowercased() == "its" }) ?? false,
            resolver.resolve(phrase(at: owner.token, story.sentences[owner.sentence]), in: context).code == nil
        {
            // Those of somebody whose country is not known are not the story's.
            context.theatre = []
            return resolver.resolve(phrase(at: site.token, graph), in: context)
        }
        if let antecedent = owner ?? coreference.body(behind: site), antecedent != site,
            let code = resolver.resolve(phrase(at: antecedent.token, story.sentences[antecedent.sentence]), in: context).code, !code.hasPrefix("IGO")
        {
            let owner = String(code.prefix(3))
            context.theatre = [owner] + context.theatre.filter { $0 != owner }
            return resolver.resolve(phrase(at: site.token, graph), in: context)
        }
        // "the help that your governments have given": those of whoever is spoken to.
        if graph.parse.children[site.token].contains(where: { graph.tokens[$0].form.lowercased() == "your" }) {
            context.theatre = []
            return resolver.resolve(phrase(at: site.token, graph), in: context)
        }
        // "The embassy": the one that the story named, never that of the country it stands in.
        if Self.missions.contains(graph.tokens[site.token].lemma.lowercased()) {
            context.theatre = missionOwners[graph.tokens[site.token].lemma.lowercased()] ?? []
            return resolver.resolve(phrase(at: site.token, graph), in: context)
        }
        // "The police", "protesters" are those of the place where it happens.
        if let country { context.theatre = [country] + context.theatre.filter { $0 != country } }
        return resolver.resolve(phrase(at: site.token, graph), in: context)
    }

    /// Whose somebody is: "its soldiers", "Chad, whose soldiers", "the general's men" after his name.
    private func owner(of site: Site, _ pronoun: Int?, _ graph: ClauseGraph) -> Site? {
        if let pronoun, graph.tokens[pronoun].form.lowercased() == "whose" {
            let clause = graph.ancestors(site.token).first { graph.tokens[$0].relation == "acl:relcl" }
            return clause.flatMap(graph.head).map {
                coreference.substitutes(of: Site(sentence: site.sentence, token: $0)).first ?? Site(sentence: site.sentence, token: $0)
            }
        }
        let noun = graph.parse.children[site.token].first { graph.tokens[$0].relation == "nmod:poss" && graph.tokens[$0].upos == .NOUN }
        return (pronoun ?? noun).flatMap { coreference.substitutes(of: Site(sentence: site.sentence, token: $0)).first }
    }

    /// Who is of the side of whoever leads or owns them.
    private static let followers: Set<String> = [
        "man", "fighter", "force", "troop", "follower", "gunman", "guerrilla", "militia", "militiaman", "lieutenant", "loyalist", "supporter",
    ]
    private static let leading = [".REB", ".MIL", ".UAF", ".CRM"]

    private static let missions: Set<String> = ["embassy", "consulate", "ambassador", "diplomat"]

    private static func missionOwners(in story: Story, _ lexicon: WordClasses) -> [String: [String]] {
        var found: [String: Set<String>] = [:]
        for graph in story.sentences {
            for index in graph.tokens.indices {
                let noun = graph.tokens[index].lemma.lowercased()
                guard missions.contains(noun) else { continue }
                for modifier in graph.parse.children[index] where modifier < index {
                    guard ["amod", "compound", "nmod"].contains(graph.relation[modifier]),
                        let meaning = lexicon.actors.meaning(of: graph.words(around: modifier)), meaning.isCountry, let country = meaning.country
                    else { continue }
                    found[noun, default: []].insert(country)
                }
            }
        }
        return found.compactMapValues { $0.count == 1 ? Array($0) : nil }
    }

    /// The noun phrase of a head, with the name that follows a title without a comma ("Secretary of State Antony Blinken").
    private func phrase(at head: Int, _ graph: ClauseGraph) -> ActorPhrase {
        let own = ActorPhrase.tokens(of: head, in: graph.parse)
        guard let name = nameBeside(head, graph), let last = own.last,
            let first = ActorPhrase.tokens(of: name, in: graph.parse).first,
            first == last + 1
        else { return ActorPhrase(graph.parse, head: head) }
        let tokens = own + ActorPhrase.tokens(of: name, in: graph.parse)
        return ActorPhrase(words: ActorPhrase.words(tokens, in: graph.parse), head: tokens.firstIndex(of: name) ?? 0)
    }
}
