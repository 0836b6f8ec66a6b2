internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// "The two sides", "both countries", "the two men": the pair that was told of last.
extension CoreferencePass {
    /// "A met B", "A held talks with B": they are a "they" of their own in what follows.
    mutating func meet(_ site: Site, _ graph: ClauseGraph, _ quote: Int?) {
        guard let up = graph.head(site.token), let partner = entityAt[site], graph.isVerb(up), !graph.isPassive(up),
            graph.relation[site.token] == "obj" || graph.relation[site.token] == "obl" && graph.preposition(site.token) == "with",
            lexicon.codebook.matches(.verb, head: graph.tokens[up].lemma.lowercased()).contains(where: {
                $0.pattern.type == "CONSULT" && $0.pattern.isMutual && $0.pattern.recipient != [.clause]
            })
        else { return }
        let subjects = graph.surfaceSubjects(up).map { Site(sentence: site.sentence, token: $0) }
        let hosts = subjects.compactMap { entityAt[$0] }
        guard let host = hosts.first, hosts.count == 1, host != partner, [host, partner].allSatisfy({ canMeet(entities[$0]) }) else { return }
        let subject = subjects[0]
        entities.append(
            Entity(
                kind: entities[host].kind, number: .many, gender: .unknown, labels: [], country: nil, sector: nil,
                isNamed: entities[host].isNamed, fullest: entities[host].fullest, last: subject, members: [host, partner]))
        occurrences.append(
            Occurrence(site: subject, entity: entities.count - 1, role: .subject, quote: quote, isNominal: true, isMain: graph.relation[up] == "root")
        )
    }

    private func canMeet(_ entity: Entity) -> Bool { entity.members.isEmpty && [.person, .body, .country].contains(entity.kind) }

    private enum Sort { case sides, countries, people, same, any }

    /// Forces of a state, told of by two: "both armies", "the two air forces" are those of two countries.
    static func isArm(_ noun: String, isAir: Bool) -> Bool { ["army", "navy", "military"].contains(noun) || noun == "force" && isAir }

    mutating func pair(_ mention: Mention, _ graph: ClauseGraph) -> [Int]? {
        guard let sort = sort(mention, graph) else { return nil }
        let site = mention.site
        let first = max(0, site.sentence - 8)
        var bySentence: [Int: [Occurrence]] = [:]
        // Whoever does something to both sides is neither.
        let others = graph.verbAbove(site.token).map { Set(graph.surfaceSubjects($0)) } ?? []
        for occurrence in recent(site, within: 8)
        where occurrence.isNominal && !(occurrence.site.sentence == site.sentence && others.contains(occurrence.site.token)) {
            bySentence[occurrence.site.sentence, default: []].append(occurrence)
        }
        var spare: [Int]?
        var gathered: [Int] = []
        for sentence in stride(from: site.sentence, through: first, by: -1) {
            let found = Array((bySentence[sentence] ?? []).reversed())
            // Two that are named in one breath.
            for occurrence in found.reversed() where entities[occurrence.entity].members.count == 2 {
                let members = entities[occurrence.entity].members
                if members.allSatisfy({ fits($0, sort, mention) }), areDistinct(members) { return members }
            }
            // Who acts, and on whom.
            var actors: [Int] = []
            for role in [Mention.Role.subject, .object, .owner, .other] {
                for occurrence in found where occurrence.role == role && fits(occurrence.entity, sort, mention) && !actors.contains(occurrence.entity)
                {
                    actors.append(occurrence.entity)
                }
            }
            if actors.count < 2, sort == .countries || sort == .sides { actors = namedCountries(in: sentence, before: site) }
            if sort == .any {
                // Two men, or two powers, but none of each.
                let (people, powers) = (actors.filter { entities[$0].kind == .person }, actors.filter { entities[$0].kind != .person })
                actors = people.count < 2 && powers.count > 1 ? powers : people
            }
            let pair = Array(actors.prefix(2))
            if areDistinct(pair) {
                // The sides of a story come up again and again.
                if sort != .sides || isContest(sentence) && pair.allSatisfy({ entities[$0].count > 1 }) { return pair }
                spare = spare ?? pair
            }
            for entity in actors where !gathered.contains(entity) { gathered.append(entity) }
        }
        let pair = Array(gathered.prefix(2))
        return spare ?? (areDistinct(pair) ? pair : nil)
    }

    private static let sides: Set<String> = ["side", "party", "foe", "enemy", "rival", "camp", "belligerent", "adversary"]
    private static let countries: Set<String> = [
        "country", "nation", "neighbour", "neighbor", "state", "kingdom", "republic", "government", "capital", "ally",
    ]

    /// Which kind of pair a phrase asks for; nil where it asks for none.
    private func sort(_ mention: Mention, _ graph: ClauseGraph) -> Sort? {
        let children = graph.parse.children[mention.site.token]
        let words = Set(children.filter { $0 < mention.site.token }.map { graph.tokens[$0].form.lowercased() })
        let isTwo = words.contains("two") && (words.contains("the") || words.contains("these") || words.contains("those")) || words.contains("both")
        let isEach = words.contains("each") || words.contains("neither") || words.contains("either")
        let isNumber = mention.lemma == "two" && words.contains("the")
        if isNumber || mention.lemma == "pair" && words.contains("the") { return mention.isComplete ? nil : .any }
        if Self.sides.contains(mention.lemma) {
            let isWarring = words.contains("the") && (words.contains("warring") || words.contains("opposing") || words.contains("rival"))
            // "both sides of the road"
            guard isTwo || isEach || isWarring, graph.prepositional(mention.site.token).allSatisfy({ $0.preposition != "of" }) else { return nil }
            return .sides
        }
        guard isTwo, !children.contains(where: { graph.relation[$0] == "nmod" && graph.preposition($0) == "of" }) else { return nil }
        if Self.countries.contains(mention.lemma) || Self.isArm(mention.lemma, isAir: words.contains("air")) {
            return .countries
        }
        if mention.kind == .person { return mention.lemma == "figure" ? nil : .people }
        return mention.kind == .body ? .same : nil
    }

    private func fits(_ index: Int, _ sort: Sort, _ mention: Mention) -> Bool {
        let entity = entities[index]
        switch sort {
        case .sides:
            // Those who fight or govern; no lawyers or hospitals.
            if entity.kind == .country { return true }
            let sector = entity.sector ?? ""
            if entity.kind == .person { return entity.number == .many && (entity.isNamed || ["REB", "MIL", "UAF", "GOV"].contains(sector)) }
            return entity.kind == .body && !["CIV", "MED", "NGO", "BUS", "REF", "JUD"].contains(sector)
        case .countries:
            // "the two republics" may be lands that no list of countries has; two neighbours are no district and its country.
            let mayBeLand = entity.kind == .place && entity.isNamed && ["republic", "capital", "kingdom"].contains(mention.lemma)
            return entity.kind == .country || entity.kind == .body && entity.labels.contains(mention.lemma) || mayBeLand
        case .people:
            guard entity.kind == .person, entity.number == .one, entity.members.isEmpty else { return false }
            if mention.lemma != "leader", lexicon.actors.role(of: mention.lemma)?.kind == .office { return entity.labels.contains(mention.lemma) }
            let isOffice = mention.lemma == "leader"
            return !isOffice || entity.isNamed || entity.labels.contains(mention.lemma) || entity.labels.contains("counterpart")
                || entity.sector == "GOV"
        case .any: return fits(index, .people, mention) || entity.kind == .country && entity.isNamed
        case .same: return entity.labels.contains(mention.lemma) && entity.members.isEmpty
        }
    }

    private func areDistinct(_ pair: [Int]) -> Bool {
        guard pair.count == 2, pair[0] != pair[1] else { return false }
        let (first, second) = (entities[pair[0]], entities[pair[1]])
        // A country and its own soldiers are one side.
        return first.country == nil || first.country != second.country || first.kind != .country && second.kind != .country
    }

    /// Countries named in one sentence, by demonym or capital too ("Thai jets bombed two Cambodian posts").
    private func namedCountries(in sentence: Int, before site: Site) -> [Int] {
        var out: [Int] = []
        for sighting in sightings.suffix(Self.reach).reversed() {
            if sighting.site.sentence < sentence { break }
            guard sighting.site.sentence == sentence, sentence < site.sentence || sighting.site.token < site.token,
                let entity = countries[sighting.country]
            else { continue }
            out.removeAll { $0 == entity }
            out.insert(entity, at: 0)
        }
        // Those that the story keeps coming back to are its sides.
        let often = out.filter { entities[$0].count > 2 }
        return often.count == 1 && countries.values.contains { $0 != often[0] && entities[$0].count > 2 } ? [] : out
    }

    private static let contests: Set<String> = ["ASSAULT", "ACCUSE", "REJECT", "THREATEN"]

    /// One does something to the other here, or says it of the other.
    private func isContest(_ sentence: Int) -> Bool {
        story.sentences[sentence].tokens.contains { token in
            token.upos == .VERB
                && lexicon.codebook.matches(.verb, head: token.lemma.lowercased()).contains { Self.contests.contains($0.pattern.type) }
        }
    }
}
