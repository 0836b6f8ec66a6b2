import HearsayCore

extension ActorResolver {
    /// A role noun with those named around it.
    func role(
        _ passage: Passage, _ frame: Frame, _ agent: Agent, isPlural: Bool, _ words: String, _ context: ActorContext,
        _ depth: Int
    ) -> ResolvedActor {
        // "members of Islamic State", "a group of soldiers": who is meant follows.
        if agent.kind == .part, let first = frame.rest.first, passage.tokens[first.tokens.lowerBound].low == "of",
            frame.rest.count > 1, depth < 3
        {
            let actor = resolve(passage, frame.rest.dropFirst(), context, depth: depth + 1)
            if actor.code != nil || actor.sector != nil || actor.kind != .unknown { return actor }
        }
        // "the victims' families": whoever mourns them, they are not of the mourner's country.
        var context = context
        let isOfVictims = (frame.owner + frame.rest).contains { element in
            if case .agent(let owner, _) = element.kind { return Self.lost.contains(owner.noun) }
            return false
        }
        if Self.kin.contains(agent.noun), isOfVictims { context.theatre = [] }
        let sides = sides(passage, frame, context, depth)
        if sides.isLed, sides.organisation == nil, agent.sector == nil {
            return ResolvedActor(name: words, code: nil, rule: "actor.coalition", kind: .organisation)
        }
        if let office = agent.office {
            return holder(office, agent, isPlural: isPlural, sides, words, context)
        }
        // A known organisation that the head noun only shows a part or a person of.
        let isStrong = agent.isStrong && !(sides.organisation?.code?.isInternational == true && ["JUD", "NGO", "LEG"].contains(agent.sector))
        if let group = sides.organisation, !isStrong, let code = group.code, agent.kind != .site || code.sector != nil {
            // A government's troops and courts are the country's, under their own sector.
            let isArm = code.sector == "GOV" && ["MIL", "COP", "JUD", "LEG", "SPY"].contains(agent.sector)
            if isArm {
                return ResolvedActor(
                    name: words, code: ActorCode(country: code.country, sector: agent.sector), rule: "actor.role",
                    kind: agent.kind == .body ? .organisation : .role)
            }
            let isOwn = code.sector != nil || agent.isProxy
            let keepsName = agent.kind == .people || agent.kind == .body || agent.kind == .part || isPlural
            // "Taliban police", "UN peacekeepers" act for the organisation.
            return ResolvedActor(
                name: keepsName && isOwn ? group.name : words,
                code: isOwn ? code : ActorCode(country: sides.country, sector: agent.sector), rule: "actor.member",
                kind: keepsName ? group.kind == .country ? .organisation : group.kind : .role)
        }
        if agent.isProxy || agent.isWeak, let person = sides.person, sides.organisation == nil {
            let code = person.parts
            // "Assad's forces" are his country's; "Haftar's forces" are his.
            let sector = code.sector == "GOV" || code.sector == nil ? (agent.isProxy ? code.sector : agent.sector) : code.sector
            return ResolvedActor(
                name: words, code: ActorCode(country: code.country, sector: sector), rule: "actor.owner", kind: .role)
        }
        return composed(agent, isPlural: isPlural, sides, passage, frame, words, context)
    }

    private static let kin: Set<String> = ["family", "families", "relative", "friend", "loved one", "survivor"]
    private static let lost: Set<String> = ["victim", "dead", "hostage", "wounded", "casualty"]

    private func composed(
        _ agent: Agent, isPlural: Bool, _ sides: Sides, _ passage: Passage, _ frame: Frame, _ words: String,
        _ context: ActorContext
    ) -> ResolvedActor {
        var sector = agent.sector
        if let modifier = sides.modifierSector { sector = joined(agent, modifier) }
        // Those who march against a government are its opposition; those who shoot at it, rebels already.
        if sides.isAgainst, sector == "CIV" || sector == nil { sector = "OPP" }
        if sides.isAgainst, sector == "MIL", agent.isWeak { sector = "REB" }
        var country = sides.isLed ? sides.ownCountry : sides.country
        if country == nil, let group = sides.organisation?.code?.country, group != "IGO" { country = group }
        country = country ?? sides.person?.parts.country
        let fights = sector == "REB" || sector == "UAF" || sector == "MIL" && agent.isWeak
        if fights, let movement = movement(agent, sides, context) {
            return ResolvedActor(name: movement.name, code: movement.code, rule: "actor.movement", kind: .group)
        }
        if let backer = sides.backer, country == nil {
            if sector == "MIL" && agent.isWeak { sector = "REB" }
            // Those whom another country backs fight for the land they fight in; its name says nothing of theirs.
            country =
                fights
                ? context.theatre.first(where: { $0 != backer }) : agent.takesTheatre ? context.theatre.first : nil
        }
        if country == nil, let folk = sides.folk {
            country = folkCountry(folk, context)
            // Men of a people who bear arms without a state of their own.
            if sector == "MIL" && agent.isWeak { sector = "REB" }
        }
        var isOfTheatre = false
        // "Governments should act", "ministers met": those of many lands.
        // (A title before a name is asked for as a plural, so the word itself says.)
        var isOfMany = false
        if frame.core.count == 1, case .agent(_, isPlural: true) = frame.core[0].kind {
            isOfMany = ["government", "minister", "ambassador", "envoy"].contains(agent.noun)
        }
        if country == nil, sector != nil, !isOfMany, agent.takesTheatre || sides.modifierSector != nil, !sides.isLed {
            country = context.theatre.first
            isOfTheatre = country != nil
        }
        let name = name(
            of: agent, isPlural: isPlural, sides, country: country, isOfTheatre: isOfTheatre, passage, frame, words,
            keepsSector: sector == agent.sector)
        return ResolvedActor(
            name: name, code: ActorCode(country: country, sector: sector), rule: "actor.role",
            kind: agent.kind == .body ? .organisation : .role)
    }

    /// The sector of a head noun behind another role noun: "rebel commander" REB, "government fighters" MIL.
    private func joined(_ agent: Agent, _ modifier: String) -> String? {
        if agent.isProxy { return modifier }
        if agent.sector == "REB", modifier == "GOV", agent.kind != .body { return "MIL" }
        guard agent.isWeak else { return agent.sector }
        // "local", "national", "civilian" say nothing of whose men they are.
        if ["CIV", "REL", "MED", "NGO", "BUS", "REF"].contains(modifier) { return agent.sector }
        guard agent.sector == "MIL" else { return modifier }
        switch modifier {
        case "GOV": return "MIL"
        case "OPP": return "REB"
        default: return modifier
        }
    }

    /// Separatists take the country whose people they speak for, and their movement's name.
    private func movement(_ agent: Agent, _ sides: Sides, _ context: ActorContext) -> ActorLexicon.Movement? {
        let isSeparatist = ["separatist", "secessionist", "breakaway", "irredentist"].contains { agent.noun.contains($0) }
        let isRebel = agent.sector == "REB" || sides.backer != nil
        guard isSeparatist || isRebel else { return nil }
        guard let people = sides.backer ?? sides.country else {
            // "separatists" alone: the one movement of the story's land.
            guard isSeparatist, sides.folk == nil, sides.organisation == nil, let land = context.theatre.first else { return nil }
            let here = lexicon.movements.filter { $0.theatre == land }
            return here.count == 1 ? here[0] : nil
        }
        let own = lexicon.movements.filter { $0.people == people }
        if let here = own.first(where: { context.theatre.contains($0.theatre) && $0.theatre != people }) {
            // Without "-backed" or "separatist" a rebel of the theatre's own state is no movement's.
            return isSeparatist || sides.backer != nil ? here : nil
        }
        return isSeparatist && context.theatre.isEmpty ? own.first : nil
    }

    /// "the Armenian leader", "Turkey's president": the holder of the day, where the tables know him.
    private func holder(
        _ office: (name: String, country: String?), _ agent: Agent, isPlural: Bool, _ sides: Sides, _ words: String,
        _ context: ActorContext
    ) -> ResolvedActor {
        var code = ActorCode(country: sides.country, sector: agent.sector)
        if let group = sides.organisation?.code, group.sector != nil || group.isInternational { code = group }
        let isNamed = code.country != nil
        if !isNamed, sides.modifierSector != nil || sides.folk != nil {
            // "rebel leader", "tribal leader", "opposition leader"
            let sector = sides.modifierSector ?? "CIV"
            let country = sides.folk.flatMap { folkCountry($0, context) } ?? context.theatre.first
            return ResolvedActor(
                name: words, code: ActorCode(country: country, sector: sector), rule: "actor.role", kind: .role)
        }
        if let modifier = sides.modifierSector, office.name == "leader", modifier != "GOV" { code.sector = modifier }
        if isPlural || sides.isFormer || (code.sector != agent.sector && !code.isInternational && office.name == "leader") {
            if office.name == "leader", isPlural, !isNamed {
                return ResolvedActor(name: words, code: nil, rule: "actor.role", kind: .role)
            }
            if isPlural, let group = sides.organisation, group.code?.sector != nil, group.kind == .group {
                return ResolvedActor(name: group.name, code: group.code, rule: "actor.member", kind: .group)
            }
            if !isNamed { code.country = office.country ?? context.theatre.first }
            return ResolvedActor(name: words, code: code, rule: "actor.role", kind: .role, office: office.name)
        }
        if !isNamed, let known = context.memory.holder(of: office.name) ?? Office.kinds(office.name).lazy.compactMap(context.memory.holder).first,
            // "the Foreign Secretary" is no Secretary of State.
            office.country == nil || known.parts.country == office.country
        {
            return known
        }
        if !isNamed { code.country = office.country ?? context.theatre.first }
        if let day = context.published, let country = code.country {
            let key = code.isInternational ? code.text ?? "" : country
            for kind in Office.kinds(office.name) {
                for row in lexicon.holders[key] ?? [] {
                    let term = lexicon.term(row)
                    if term.office == kind, term.from != nil || term.to != nil, term.holds(day) {
                        return ResolvedActor(name: term.name, code: term.code, rule: "actor.office", kind: .person, office: term.office)
                    }
                }
            }
        }
        return ResolvedActor(name: words, code: code, rule: "actor.role", kind: .role, office: office.name)
    }

    private func name(
        of agent: Agent, isPlural: Bool, _ sides: Sides, country: String?, isOfTheatre: Bool, _ passage: Passage,
        _ frame: Frame, _ words: String, keepsSector: Bool
    ) -> String {
        guard let country, let land = lexicon.countries[country] else { return words }
        let isPlain = frame.core.allSatisfy {
            switch $0.kind {
            case .capitals, .plain: false
            default: true
            }
        }
        if let template = agent.name, keepsSector, isPlain, sides.folk == nil, sides.backer == nil, !sides.isAgainst, !sides.isFormer,
            sides.person == nil, !template.hasPrefix("@")
        {
            return template.split(separator: "%", omittingEmptySubsequences: false).joined(separator: Office.withArticle(land.name))
        }
        let isInstitution =
            agent.kind == .body && ["COP", "MIL", "GOV", "SPY", "LEG", "JUD"].contains(agent.sector)
            || agent.kind == .people && ["COP", "MIL"].contains(agent.sector)
        // "the state prosecutor's office": nobody says whose state it is.
        if sides.isOwned, case .agent? = self.frame(frame.owner, passage).core.last?.kind { return words }
        let adjective = land.adjective == "US" ? "U.S." : land.adjective
        if sides.isOwned && agent.kind != .person && agent.kind != .office || isOfTheatre && isInstitution {
            guard let first = frame.core.first, let last = frame.core.last else { return words }
            return adjective + " " + passage.text(first.tokens.lowerBound..<last.tokens.upperBound).lowercasedFirst
        }
        return words
    }
}

/// What offices are called, and who is meant by a leader.
enum Office {
    /// Offices in the tables that a title may mean, the likeliest first.
    static func kinds(_ title: String) -> [String] {
        switch title {
        case "leader":
            [
                "supreme leader", "president", "military ruler", "chancellor", "prime minister", "monarch", "party leader",
                "rebel leader",
            ]
        case "president": ["president", "ceremonial president", "military ruler"]
        case "prime minister": ["prime minister", "chancellor"]
        case "secretary": ["foreign minister", "defense minister"]
        case "monarch": ["monarch"]
        case "ruler": ["military ruler", "monarch", "president", "supreme leader"]
        case "commander": ["army chief", "rebel leader"]
        default: [title]
        }
    }

    static func withArticle(_ name: String) -> String {
        let firsts = ["United", "Democratic", "Central African", "Czech Rep", "Dominican Rep", "Republic of", "Solomon"]
        let whole = ["Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles", "Marshall Islands"]
        return firsts.contains(where: name.hasPrefix) || whole.contains(name) ? "the " + name : name
    }
}

extension String {
    /// "Security services" in the middle of a name: "security services"; acronyms stay.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isLowercase ?? false else { return self }
        return first.lowercased() + dropFirst()
    }
}
