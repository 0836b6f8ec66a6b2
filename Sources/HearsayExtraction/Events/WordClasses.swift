internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// What kinds of thing words stand for: asked of names found in the text, of the actor tables and of the codebook's lists.
struct WordClasses: Sendable {
    let codebook: Codebook
    let actors: any ActorWords

    private static let quantityNouns: Set<String> = [
        "series", "number", "wave", "string", "spate", "round", "kind", "type", "group", "dozen", "score", "hundred", "thousand",
        "majority", "lot", "couple", "handful", "range", "outbreak", "act", "campaign", "amount", "total", "at-least", "rest", "part", "half", "most",
        "pair", "volley", "barrage", "exchange", "resumption", "end", "start", "beginning", "escalation",
    ]

    func isQuantityNoun(_ lemma: String) -> Bool { Self.quantityNouns.contains(lemma.lowercased()) }
    func isLight(_ lemma: String) -> Bool { codebook.lists["light-verb"]?.contains(lemma.lowercased()) ?? false }
    /// A thing that an attack is made on: a building, a vehicle, a ship.
    func isTarget(_ lemma: String) -> Bool {
        ["target", "building", "vehicle", "ship", "aircraft"].contains { codebook.lists[$0]?.contains(lemma.lowercased()) ?? false }
    }

    /// A thing that somebody drives, flies or sails.
    func isMachine(_ lemma: String) -> Bool {
        ["vehicle", "ship", "aircraft"].contains { codebook.lists[$0]?.contains(lemma.lowercased()) ?? false }
    }

    /// "used excessive force", "the use of force": violence, not a body of men.
    private func isViolence(_ graph: ClauseGraph, _ index: Int) -> Bool {
        guard graph.tokens[index].lemma.lowercased() == "force", graph.tokens[index].has("Number=Sing") else { return false }
        let front = graph.children(index, "amod", "det", "compound", "nmod").map { graph.tokens[$0].form.lowercased() }
        if front.contains(where: Self.violent.contains) { return true }
        return front.isEmpty && graph.prepositional(index).isEmpty && entity(graph, index) == nil
    }

    private static let violent: Set<String> = [
        "excessive", "lethal", "deadly", "brute", "undue", "disproportionate", "unnecessary", "indiscriminate", "overwhelming",
    ]

    /// The entity that covers a token.
    func entity(_ graph: ClauseGraph, _ index: Int) -> Entity.Kind? {
        graph.parse.entities.first { $0.tokens.contains(index) }?.kind
    }

    /// Can this word stand for somebody: a person, body, country, people?
    func isActor(_ graph: ClauseGraph, _ index: Int) -> Bool {
        let token = graph.tokens[index]
        switch entity(graph, index) {
        case .PER?, .ORG?, .NORP?: return true
        case .DATE?: return false
        case .LOC?: return actors.standsForGovernment(token.form) || actors.isCountry(graph.words(around: index))
        default: break
        }
        if token.upos == .PRON { return isPersonalPronoun(token) }
        if isViolence(graph, index) { return false }
        // A drone is nobody; a sniper, though listed among firearms, is.
        if entity(graph, index) == nil, !actors.isPersonNoun(token.lemma.lowercased()),
            ["weapon", "munition", "heavy-weapon", "explosive"].contains(where: { codebook.lists[$0]?.contains(token.lemma.lowercased()) ?? false })
        {
            return false
        }
        if isBuilding(token.lemma), !["embassy", "consulate", "ministry", "court", "parliament", "headquarters"].contains(token.lemma.lowercased()) {
            return false
        }
        if actors.isDemonym(token.form) { return true }
        if actors.isActorNoun(token.lemma.lowercased()) { return true }
        // "death squads", "vice squad": the tables know the two words together.
        return graph.children(index, "compound").contains {
            $0 == index - 1 && actors.isActorNoun(graph.tokens[$0].lemma.lowercased() + " " + token.lemma.lowercased())
        }
    }

    /// Can a word before an act's noun be who does it? "Turkish drones", "rebel attack"; not "car bombing", "terrorist attack".
    func isActingModifier(_ graph: ClauseGraph, _ index: Int) -> Bool {
        let token = graph.tokens[index]
        let lemma = token.lemma.lowercased()
        if codebook.lists["vehicle"]?.contains(lemma) == true || codebook.lists["weapon"]?.contains(lemma) == true || isBuilding(lemma) {
            return false
        }
        switch entity(graph, index) {
        case .ORG?, .NORP?, .PER?: return true
        case .LOC?: return actors.isCountry(graph.words(around: index)) || actors.standsForGovernment(token.form)
        default: break
        }
        if actors.isDemonym(token.form) { return true }
        return token.upos == .NOUN && Self.armed.contains(lemma)
    }

    private static let armed: Set<String> = [
        "rebel", "army", "police", "government", "militia", "insurgent", "guerrilla", "separatist", "militant", "coalition", "regime", "opposition",
        "jihadist", "islamist", "paramilitary", "cartel", "gang", "settler", "army", "navy", "junta",
    ]

    /// A thing built: it is hit and holds people, but does not act.
    func isBuilding(_ lemma: String) -> Bool { codebook.lists["building"]?.contains(lemma.lowercased()) ?? false }

    func isPersonalPronoun(_ token: Token) -> Bool {
        // "US" is no pronoun.
        token.form != "US"
            && [
                "i", "we", "he", "she", "they", "it", "us", "him", "her", "them", "who", "whom", "his", "their", "its", "our", "themselves",
                "himself", "someone", "somebody", "anyone", "everyone", "those", "others",
            ]
            .contains(token.form.lowercased())
    }

    func isPlace(_ graph: ClauseGraph, _ index: Int) -> Bool {
        if entity(graph, index) == .LOC { return true }
        return codebook.lists["place-noun"]?.contains(graph.tokens[index].lemma.lowercased())
            ?? Self.placeNouns.contains(graph.tokens[index].lemma.lowercased())
    }

    private static let placeNouns: Set<String> = [
        "city", "town", "village", "province", "region", "district", "territory", "area", "capital", "base", "airport", "bridge", "border",
        "island", "port", "suburb", "neighbourhood", "neighborhood", "position", "outpost", "hill", "stronghold", "enclave", "settlement",
        "garrison", "checkpoint", "airfield", "crossing", "ground", "land", "hamlet", "county", "valley", "road", "highway", "building",
        "headquarters", "compound", "camp", "station",
    ]

    /// Does a term of the codebook fit a token?
    func matches(_ term: Term, _ graph: ClauseGraph, _ index: Int, _ codebook: Codebook) -> Bool {
        let token = graph.tokens[index]
        let lemma = token.lemma.lowercased()
        switch term {
        case .lemma(let word): return lemma == word || token.form.lowercased() == word
        case .list(let name):
            if Designation.list(of: token.form) == name { return true }
            return codebook.lists[name].map { $0.contains(lemma) || $0.contains(token.form.lowercased()) } ?? false
        case .actor: return isActor(graph, index)
        case .person:
            if entity(graph, index) == .PER || entity(graph, index) == .NORP { return true }
            return token.upos != .PROPN && isActor(graph, index)
        case .organisation: return entity(graph, index) == .ORG
        case .place: return isPlace(graph, index)
        case .number: return token.upos == .NUM || !graph.children(index, "nummod").isEmpty
        case .act: return Pattern.Kind.allActs.contains { !codebook.matches($0, head: lemma).isEmpty }
        case .clause: return graph.isPredicate(index)
        }
    }
}

extension Pattern.Kind {
    static let allActs: [Pattern.Kind] = [.verb, .noun]
}

extension ClauseGraph {
    /// The words of the entity around a token, or the token alone.
    func words(around index: Int) -> String {
        guard let entity = parse.entities.first(where: { $0.tokens.contains(index) }) else { return tokens[index].form }
        return entity.tokens.map { tokens[$0].form }.joined(separator: " ")
    }
}

/// What extraction asks of the actor tables about single words.
protocol ActorWords: Sendable {
    func isActorNoun(_ lemma: String) -> Bool
    /// A noun for one person ("spokesman", "gunman"), not for a body ("ministry").
    func isPersonNoun(_ lemma: String) -> Bool
    func isDemonym(_ form: String) -> Bool
    func isCountry(_ name: String) -> Bool
    /// A capital or seat that news uses for a government: "Moscow", "the Kremlin".
    func standsForGovernment(_ name: String) -> Bool
    /// What a name, a demonym or a capital is by the tables; nil where they know nothing of it.
    func meaning(of name: String) -> NameMeaning?
    /// What a noun says of whom it names; nil for nouns that name nobody.
    func role(of noun: String) -> NounRole?
}

/// What the actor tables know of a name.
struct NameMeaning: Sendable {
    /// Alpha-3 code of its country.
    var country: String?
    var sector: String?
    /// A country, its demonym or its capital.
    var isCountry = false
    var isCapital = false
    /// An organisation or an armed group.
    var isBody = false
}
