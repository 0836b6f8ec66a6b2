internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore
internal import HearsayPlaces

/// Names of towns that the model took for people, and of armed groups that it took for places.
///
/// "Rebels shelled Goma" gives Goma as a place. In so short a sentence a model hears a person in whatever is shelled; the act
/// says that it may be a place, the gazetteer that it is one, and the actor tables that it is nobody.
struct TownNames: Sendable {
    let codebook: Codebook
    let actors: ActorResolver
    let places: PlaceResolver

    /// Acts that a place undergoes, where the pattern names no place of its own: "bombed", "attacked"; not "abducted".
    private static let modesOfPlaces: Set<String> = ["heavy-weapons", "aerial", "drone", "explosives", "destroy"]

    func mended(_ parses: [Parse]) -> [Parse] {
        var people: Set<String> = []
        for parse in parses {
            for entity in parse.entities where entity.kind == .PER && entity.tokens.count > 1 {
                people.formUnion(entity.tokens.map { parse.tokens[$0].form })
            }
        }
        return parses.map { mended($0, people) }
    }

    private func mended(_ parse: Parse, _ people: Set<String>) -> Parse {
        var parse = parse
        for (number, entity) in parse.entities.enumerated() where entity.kind == .LOC {
            // "the Hezbollah convoy": an armed group is nowhere on the map.
            let name = entity.tokens.map { parse.tokens[$0].form }.joined(separator: " ")
            if actors.resolve(name).kind == .group, !isPlace(name, parse.span(entity.tokens)) { parse.entities[number].kind = .ORG }
            if let longer = withFeature(entity, parse) { parse.entities[number].tokens = longer }
        }
        for (number, entity) in parse.entities.enumerated() where entity.kind == .PER && isCapital(entity, parse, people) {
            parse.entities[number].kind = .LOC
        }
        for index in parse.tokens.indices where parse.tokens[index].upos == .PROPN {
            let entity = parse.entities.first { $0.tokens.contains(index) }
            guard [nil, .PER, .MISC, .ORG].contains(entity?.kind), undergoes(index, parse) || entity?.kind != .PER && holds(index, parse) else {
                continue
            }
            let tokens = entity?.tokens ?? index..<(index + 1)
            // "Ahmed Goma" elsewhere, or "General Goma" here, makes Goma a man.
            guard !tokens.contains(where: { people.contains(parse.tokens[$0].form) && tokens.count == 1 }),
                !parse.children[index].contains(where: {
                    !tokens.contains($0) && ["compound", "flat", "appos", "amod"].contains(String(parse.tokens[$0].universalRelation))
                })
            else { continue }
            let name = tokens.map { parse.tokens[$0].form }.joined(separator: " ")
            // A capital stands for its government too, but no government is shelled or captured.
            let kind = actors.resolve(name).kind
            let isUnit = tokens.count > 1 && Self.units.contains(parse.tokens[tokens.upperBound - 1].form.lowercased())
            guard kind == .unknown || kind == .country || isUnit,
                isPlace(name, parse.span(tokens), loosely: undergoes(index, parse))
            else { continue }
            parse.entities.removeAll { $0.tokens.contains(index) }
            parse.entities.append(Entity(.LOC, tokens))
            parse.entities.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
        return parse
    }

    /// "Lanchin" with the "corridor" behind it, where some corridor is called so or nearly so: a slip of a town's name is none.
    private func withFeature(_ entity: Entity, _ parse: Parse) -> Range<Int>? {
        let next = entity.tokens.upperBound
        guard next < parse.tokens.count, parse.tokens[next - 1].head == next, !parse.entities.contains(where: { $0.tokens.contains(next) }) else {
            return nil
        }
        let feature = parse.tokens[next].form.lowercased()
        guard Gazette.features.contains(feature) else { return nil }
        let longer = entity.tokens.lowerBound..<next + 1
        let name = longer.map { parse.tokens[$0].form }.joined(separator: " ")
        guard let found = places.place(called: name, at: parse.span(longer)) else { return nil }
        return found.place.name.lowercased().split(separator: " ").contains { $0 == feature } ? longer : nil
    }

    /// Countries and capitals that are names of people as well.
    private static let shared: Set<String> = [
        "Jordan", "Chad", "Georgia", "Israel", "Ireland", "Holland", "France", "Malta", "Cuba", "Brazil", "Washington", "Paris", "London",
        "Sofia", "Victoria", "Santiago", "Kingston", "Stanley", "Lima", "Salvador", "Roman", "Florence", "Male", "Douglas", "George",
    ]

    /// "Baku called on Yerevan": a capital alone, that nobody in the story is called by, is no person.
    private func isCapital(_ entity: Entity, _ parse: Parse, _ people: Set<String>) -> Bool {
        let name = entity.tokens.map { parse.tokens[$0].form }.joined(separator: " ")
        guard actors.resolve(name).kind == .country, !Self.shared.contains(name) else { return false }
        let isAlone = !entity.tokens.contains { index in
            parse.children[index].contains {
                !entity.tokens.contains($0) && ["compound", "flat", "amod"].contains(String(parse.tokens[$0].universalRelation))
            }
        }
        return isAlone && (entity.tokens.count > 1 || !people.contains(name))
    }

    /// Is a name what an act of force is done to, and may that be a place?
    private func undergoes(_ index: Int, _ parse: Parse) -> Bool {
        let token = parse.tokens[index]
        guard parse.tokens.indices.contains(token.head) else { return false }
        let head = parse.tokens[token.head]
        if token.relation == "conj", head.upos == .PROPN, token.head < index { return undergoes(token.head, parse) }
        if token.relation == "obj" || token.relation == "nsubj:pass" {
            let isByPerson = parse.children[token.head].contains { child in
                child != index && parse.tokens[child].universalRelation == "nsubj"
                    && parse.entities.contains { $0.kind == .PER && $0.tokens.contains(child) }
            }
            return codebook.matches(.verb, head: head.lemma.lowercased()).contains { match in
                let pattern = match.pattern
                let namesPlace = pattern.place.contains(.object) || pattern.with.contains { $0.slot == .object && $0.terms.contains(.place) }
                return match.entry.companions.isEmpty && (namesPlace || !isByPerson && pattern.recipient.contains(.object) && isForce(pattern))
            }
        }
        let prepositions = parse.children[index].filter { parse.tokens[$0].universalRelation == "case" }.map { parse.tokens[$0].form.lowercased() }
        guard token.relation == "nmod", ["of", "on"].contains(prepositions.first) else { return false }
        return codebook.matches(.noun, head: head.lemma.lowercased()).contains { match in
            match.pattern.place.contains(.preposition("of")) || isForce(match.pattern)
        }
    }

    private static let units: Set<String> = ["agency", "province", "district", "county", "region", "governorate", "state", "oblast"]
    private static let inside: Set<String> = ["in", "near", "outside", "across", "throughout", "around"]

    /// "air strikes in Khyber Agency": does a name stand where a place would?
    private func holds(_ index: Int, _ parse: Parse) -> Bool {
        let token = parse.tokens[index]
        guard ["obl", "nmod"].contains(String(token.universalRelation)), token.relation != "nmod:poss" else { return false }
        let prepositions = parse.children[index].filter { parse.tokens[$0].universalRelation == "case" }.map { parse.tokens[$0].form.lowercased() }
        return prepositions.count == 1 && Self.inside.contains(prepositions[0])
    }

    private func isForce(_ pattern: Pattern) -> Bool {
        pattern.type == "ASSAULT" && pattern.harm == nil && pattern.mode.map(Self.modesOfPlaces.contains) ?? true
    }

    private func isPlace(_ name: String, _ span: Span, loosely: Bool = false) -> Bool {
        guard let place = places.place(called: name, at: span) else { return false }
        // A hamlet shares its name with too many surnames; a town of the hand-made lists stands there because news speaks of it.
        return (place.match <= .other || loosely && place.match == .loose && place.place.population >= 10_000)
            && (place.place.population >= 1000 || !place.names.isEmpty || place.code.hasPrefix("hearsay:"))
    }
}
