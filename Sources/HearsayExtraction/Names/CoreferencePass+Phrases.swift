internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// Definite phrases: "the group", "the minister", "the rebels", and a spokesman whose body stands elsewhere.
extension CoreferencePass {
    /// How a phrase is opened.
    private func determiner(_ mention: Mention, _ graph: ClauseGraph) -> String? {
        graph.children(mention.site.token, "det").map { graph.tokens[$0].form.lowercased() }.first
    }

    /// The entity that a definite phrase describes again.
    func described(_ mention: Mention, _ graph: ClauseGraph) -> (Int, String)? {
        let token = mention.site.token
        let isNoun = graph.tokens[token].upos == .NOUN
        guard let determiner = determiner(mention, graph), ["the", "this", "that", "these", "those"].contains(determiner),
            isNoun || mention.kind == .body || mention.kind == .person && mention.name.count == 1, !isOwned(mention, graph)
        else { return nil }
        if let found = sameNoun(mention, graph) { return (found, Rule.label) }
        guard isNoun, mention.modifiers.isEmpty, !mention.isComplete else { return nil }
        if let found = sameKind(mention, graph) { return (found, Rule.kind) }
        return nil
    }

    /// "the army of Chad", "the man who fled": it says itself which.
    private func isOwned(_ mention: Mention, _ graph: ClauseGraph) -> Bool {
        graph.parse.children[mention.site.token].contains { child in
            graph.tokens[child].relation == "nmod:poss"
                || graph.relation[child] == "nmod" && child > mention.site.token && graph.preposition(child) == "of"
                || graph.relation[child] == "acl" && !graph.tokens[child].relation.hasSuffix("relcl")
                || graph.relation[child] == "appos"
        }
    }

    /// "the Front" after "the Islamic Front", "the minister" after "Interior Minister X", "the ministry" after "Armenia's ministry".
    private func sameNoun(_ mention: Mention, _ graph: ClauseGraph) -> Int? {
        let plain = mention.modifiers.filter { lexicon.actors.meaning(of: $0) == nil }
        for occurrence in recent(mention.site, within: Self.window) where occurrence.isNominal {
            let entity = entities[occurrence.entity]
            guard entity.members.isEmpty, entity.heads.contains(mention.lemma), fitsNumber(mention, entity), areOneSide(mention, entity),
                mention.modifiers.isSubset(of: entity.labels)
                    || plain.isSubset(of: entity.labels) && mention.country != nil && mention.country == entity.country,
                mention.kind == entity.kind || entity.isNamed || mention.kind == .thing
            else { continue }
            // "the Syrian army" after "the Turkish army".
            if let own = mention.country, let other = entity.country, own != other { continue }
            // "the army" is the state's, not the People's Liberation Army.
            if entity.isNamed, Self.ofState.contains(mention.lemma) { continue }
            // A thing that a name only contains: "the war" is not "War Child".
            if entity.isNamed, mention.kind == .thing || mention.kind == .place && entity.kind != .place { continue }
            return occurrence.entity
        }
        return nil
    }

    /// A government is no movement that fights it.
    private func areOneSide(_ mention: Mention, _ entity: Entity) -> Bool {
        guard let own = mention.sector, let other = entity.sector else { return true }
        return Set([own, other]) != ["GOV", "REB"]
    }

    private static let ofState: Set<String> = ["army", "police", "government", "military", "navy", "regime", "parliament", "court", "force"]

    private func fitsNumber(_ mention: Mention, _ entity: Entity) -> Bool {
        mention.number == entity.number || mention.number == .either || entity.number == .either
    }

    private static let groups: Set<String> = [
        "group", "movement", "organisation", "organization", "militia", "alliance", "bloc", "party", "faction", "agency", "body", "charity",
        "network",
        "company", "firm", "outfit", "rebel", "militant", "insurgent", "guerrilla", "separatist", "extremist", "jihadist",
    ]

    /// "the militants" after an armed group, "the officer" after a colonel, "the country" after one.
    private func sameKind(_ mention: Mention, _ graph: ClauseGraph) -> Int? {
        let lemma = mention.lemma
        let role = lexicon.actors.role(of: lemma)
        let alike = lexicon.codebook.lists.filter { Self.likeness.contains($0.key) && $0.value.contains(lemma) }.keys.sorted()
        for occurrence in recent(mention.site, within: 6) where occurrence.isNominal {
            let entity = entities[occurrence.entity]
            guard entity.members.isEmpty else { continue }
            if mention.kind == .country {
                if entity.kind == .country, entity.isNamed { return occurrence.entity }
                continue
            }
            if !alike.isEmpty, entity.number == mention.number || mention.number == .either && entity.number == .many,
                alike.contains(where: { !lexicon.codebook.lists[$0]!.isDisjoint(with: entity.labels) })
            {
                return occurrence.entity
            }
            if mention.kind == .body || mention.kind == .person && mention.number == .many, Self.groups.contains(lemma) {
                let isArmed = role?.sector == "REB" || lemma == "militia" || lemma == "faction"
                let isGroup = entity.kind == .body && entity.isNamed && (!isArmed || entity.sector == "REB" || entity.sector == nil)
                let isFighters = isArmed && entity.number == .many && (entity.sector == "REB" || entity.sector == "UAF")
                if isGroup || isFighters { return occurrence.entity }
                continue
            }
            // A capital that speaks is its government, an army is the military.
            if mention.kind == .body, ["government", "regime", "authority"].contains(lemma) {
                if entity.kind == .country, entity.isNamed, occurrence.role == .subject { return occurrence.entity }
                continue
            }
            if mention.kind == .body, role?.sector == "MIL", entity.kind == .body, entity.sector == "MIL", !entity.isNamed {
                return occurrence.entity
            }
            if mention.kind == .person, mention.number == .one, entity.kind == .person, entity.number == .one {
                if lemma == "officer", entity.sector == "MIL" || entity.sector == "COP" { return occurrence.entity }
                let gender = mention.gender
                if ["man", "woman", "boy", "girl"].contains(lemma), entity.gender == gender, occurrence.site.sentence + 2 >= mention.site.sentence {
                    return occurrence.entity
                }
            }
        }
        return nil
    }

    /// Lists of the codebook whose words may stand for one another.
    private static let likeness: Set<String> = ["young", "crowd", "fighting-man"]

    /// "A spokesman said": of the body that was last spoken of.
    func spokenFor(_ mention: Mention, _ graph: ClauseGraph) -> Int? {
        guard mention.lemma.hasPrefix("spokes"), !mention.isComplete, mention.modifiers.isEmpty,
            determiner(mention, graph).map({ $0 != "the" }) ?? true
        else { return nil }
        var best: (entity: Int, score: Double)?
        for occurrence in recent(mention.site, within: 2) {
            let entity = entities[occurrence.entity]
            guard entity.kind == .body || entity.kind == .country && occurrence.role == .subject, entity.members.isEmpty else { continue }
            var score = -2 * Double(mention.site.sentence - occurrence.site.sentence)
            if occurrence.role == .subject { score += 2 }
            if entity.kind == .body { score += 1 }
            if entity.isNamed { score += 0.5 }
            if best == nil || score > best!.score { best = (occurrence.entity, score) }
        }
        return best?.entity
    }
}
