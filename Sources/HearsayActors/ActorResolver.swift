import HearsayCore

/// Says whom a noun phrase points to: a name and a code.
///
/// The longest known name decides; otherwise the head noun gives the sector and the names around it the country:
/// "the Azerbaijani defense ministry" gives Ministry of Defence of Azerbaijan, AZE.GOV. Both parties to a war are read
/// by the same rules.
public struct ActorResolver: Sendable {
    public let lexicon: ActorLexicon

    public init(_ lexicon: ActorLexicon) { self.lexicon = lexicon }

    public func resolve(_ text: String, in context: ActorContext = ActorContext()) -> ResolvedActor {
        resolve(ActorPhrase(text), in: context)
    }

    public func resolve(_ phrase: ActorPhrase, in context: ActorContext = ActorContext()) -> ResolvedActor {
        let passage = Passage(phrase.words, lexicon: lexicon, context: context)
        return resolve(passage, passage.elements[...], context, depth: 0)
    }

    /// Can this noun act or be harmed: people and bodies, but no buildings or convoys.
    public func isPersonal(_ noun: String) -> Bool {
        guard let agent = agent(noun) else { return false }
        return agent.kind != .site && agent.kind != .part
    }

    /// Do the tables hold a group or body of exactly this name?
    public func isGroup(named name: String) -> Bool {
        lexicon.meanings(Fold.key(name)).contains { $0.sense == .group }
    }

    /// Does this noun name one person by what he is ("gunman", "president"), and no body or people.
    public func isPerson(_ noun: String) -> Bool {
        guard let agent = agent(noun) else { return false }
        return agent.kind == .person || agent.kind == .office
    }

    /// Does this noun name an actor, or a place or thing that stands for one ("embassy").
    public func isActorNoun(_ lemma: String) -> Bool { agent(lemma) != nil }

    /// Sector that a role noun gives by itself: "gunman" UAF.
    public func sector(of noun: String) -> String? { agent(noun)?.sector }

    /// What a noun says of whom it names: "rebels" people, REB; nil where it names nobody.
    public func role(of noun: String) -> NounRole? {
        agent(noun).map { NounRole(kind: NounRole.Kind(rawValue: $0.kind.rawValue) ?? .person, sector: $0.sector, isProxy: $0.isProxy) }
    }

    /// English name of a country by its alpha-3 code; nil where there is no such country.
    public func countryName(_ code: String) -> String? { lexicon.countries[code]?.name }
    /// The seat of a country's government, by the country's alpha-3 code.
    public func capital(of code: String) -> String? { lexicon.countries[code]?.capital }

    private func agent(_ noun: String) -> Agent? {
        let key = Fold.key(noun)
        if let found = lexicon.agent(key) { return found }
        for single in Plural.singulars(of: key) { if let found = lexicon.agent(single) { return found } }
        return nil
    }

    // MARK: one phrase

    /// The pieces of a phrase: what stands before a possessive, the words up to the head, and what follows.
    struct Frame {
        var owner: ArraySlice<Passage.Element> = []
        var core: [Passage.Element] = []
        var rest: ArraySlice<Passage.Element> = []
        var apposition: ArraySlice<Passage.Element> = []
    }

    func frame(_ elements: ArraySlice<Passage.Element>, _ passage: Passage) -> Frame {
        var frame = Frame()
        var main = elements
        if let comma = main.firstIndex(where: { if case .comma = $0.kind { true } else { false } }) {
            frame.apposition = main[(comma + 1)...]
            main = main[..<comma]
            if main.isEmpty {
                main = frame.apposition
                frame.apposition = []
                if let next = main.firstIndex(where: { if case .comma = $0.kind { true } else { false } }) { main = main[..<next] }
            }
        }
        let isHeadLike: (Passage.Element) -> Bool = {
            switch $0.kind {
            case .name, .remembered, .leader, .agent, .capitals, .plain: true
            default: false
            }
        }
        var seen = false
        var stop = main.endIndex
        for index in main.indices {
            if case .preposition = main[index].kind, seen {
                stop = index
                break
            }
            if isHeadLike(main[index]) { seen = true }
        }
        frame.rest = main[stop...]
        main = main[..<stop]
        if let mark = main.lastIndex(where: { if case .possessive = $0.kind { true } else { false } }) {
            if mark + 1 < main.endIndex {
                frame.owner = main[..<mark]
                main = main[(mark + 1)...]
            } else {
                main = main[..<mark]  // "Russia's": the owner alone.
            }
        }
        frame.core = main.filter {
            switch $0.kind {
            case .filler, .preposition, .comma, .possessive: false
            default: true
            }
        }
        return frame
    }

    func resolve(
        _ passage: Passage, _ elements: ArraySlice<Passage.Element>, _ context: ActorContext, depth: Int
    ) -> ResolvedActor {
        let frame = frame(elements, passage)
        let words = bareText(passage, frame, elements)
        guard let head = frame.core.last, depth < 4 else {
            return ResolvedActor(name: words, code: nil, rule: "actor.none", kind: .unknown)
        }
        switch head.kind {
        case .remembered(let actor):
            return actor
        case .leader(let rows):
            return person(passage, frame, head, rows: rows, words, context, depth)
        case .name(let meanings):
            return named(passage, frame, head, meanings, words, context, depth)
        case .agent(let agent, let isPlural):
            // "Cook said": a surname that is a trade when written small.
            let token = passage.tokens[head.tokens.lowerBound]
            if elements.count == 1, frame.rest.isEmpty, head.tokens.count == 1, token.isCapital, token.hasSmall, !isPlural,
                agent.kind == .person, token.upos == .PROPN, context.published != nil,
                let term = leader(passage, head.tokens, office: nil, country: nil, context)
            {
                return ResolvedActor(
                    name: term.name, code: term.code, rule: "actor.leader", kind: .person, office: term.office)
            }
            if !frame.apposition.isEmpty, !isPlural, let person = apposed(passage, frame, agent, words, context, depth) { return person }
            return role(passage, frame, agent, isPlural: isPlural, words, context, depth)
        case .capitals:
            return person(passage, frame, head, rows: [], words, context, depth)
        default:
            return unknown(passage, frame, words, context, depth)
        }
    }

    // MARK: a name

    private func named(
        _ passage: Passage, _ frame: Frame, _ head: Passage.Element, _ meanings: [ActorLexicon.Meaning], _ words: String,
        _ context: ActorContext, _ depth: Int
    ) -> ResolvedActor {
        let meaning = choose(meanings, context)
        var isEthnic = false
        for element in frame.core.dropLast() {
            if case .link(let link) = element.kind {
                if case .ethnic = link { isEthnic = true }
            }
        }
        switch meaning.sense {
        case .country, .adjective, .capital, .people:
            let code = lexicon.cell(meaning, 0)
            let name = lexicon.countries[code]?.name ?? code
            if isEthnic {
                return ResolvedActor(
                    name: words, code: ActorCode(country: code, sector: "CIV"), rule: "actor.ethnic", kind: .people)
            }
            // "Baghdad's Sunnis", "Iraqi Turkmens" are people of the owner; "rebels' Turkey" is nobody.
            if meaning.sense == .people {
                let country = ActorCode(country: code, sector: nil)
                return ResolvedActor(
                    name: passage.text(head.tokens), code: country, rule: "actor.people", kind: .people)
            }
            let rule = meaning.sense == .capital ? "actor.capital" : meaning.sense == .country ? "actor.country" : "actor.demonym"
            return ResolvedActor(name: name, code: ActorCode(country: code, sector: nil), rule: rule, kind: .country)
        case .seat:
            let code = lexicon.cell(meaning, 0)
            return ResolvedActor(
                name: passage.text(head.tokens), code: ActorCode(country: code, sector: "GOV"), rule: "actor.seat",
                kind: .organisation)
        case .folk:
            let country = sides(passage, frame, context, depth).country ?? folkCountry(meaning, context)
            return ResolvedActor(
                name: words, code: ActorCode(country: country, sector: "CIV"), rule: "actor.people", kind: .people)
        case .group:
            let sides = sides(passage, frame, context, depth)
            var code = groupCode(meaning, context, near: sides.country)
            // "the Philippine Senate": a name that many countries use takes the country before it.
            if let own = sides.ownCountry, let kind = code?.sector, ["LEG", "GOV", "JUD", "MIL", "COP", "OPP"].contains(kind),
                code?.country != own, code?.isInternational == false
            {
                code?.country = own
                return ResolvedActor(name: words, code: code, rule: "actor.name", kind: .organisation)
            }
            let isArmed = lexicon.cell(meaning, 3) == "armed"
            return ResolvedActor(
                name: lexicon.cell(meaning, 0), code: code, rule: "actor.name", kind: isArmed ? .group : .organisation)
        }
    }

    /// Among several meanings the one at home in the story's countries, else the first in the tables.
    func choose(_ meanings: [ActorLexicon.Meaning], _ context: ActorContext) -> ActorLexicon.Meaning {
        guard meanings.count > 1 else { return meanings[0] }
        for country in context.theatre {
            for meaning in meanings where lexicon.home(meaning).contains(country) { return meaning }
        }
        return meanings[0]
    }

    /// A group of many lands takes the land of the story: Islamic State in Iraq is IRQ.REB.
    func groupCode(_ meaning: ActorLexicon.Meaning, _ context: ActorContext, near country: String?) -> ActorCode? {
        let cells = lexicon.list(meaning, 2)
        let codes = cells.compactMap { ActorCode($0) }
        guard let first = codes.first else { return nil }
        guard codes.count > 1 || cells.contains("*") else { return first }
        for place in (country.map { [$0] } ?? []) + context.theatre {
            if let own = codes.first(where: { $0.country == place }) { return own }
            if cells.contains("*"), place != "IGO" { return ActorCode(country: place, sector: first.sector) }
        }
        return first
    }

    func folkCountry(_ meaning: ActorLexicon.Meaning, _ context: ActorContext) -> String? {
        let lands = lexicon.list(meaning, 2).filter { $0 != "-" }
        if lands.isEmpty { return context.theatre.first }
        return context.theatre.first(where: lands.contains) ?? lands.first
    }

    // MARK: nothing known of the head

    private func unknown(
        _ passage: Passage, _ frame: Frame, _ words: String, _ context: ActorContext, _ depth: Int
    ) -> ResolvedActor {
        let sides = sides(passage, frame, context, depth)
        if let group = sides.organisation {
            return ResolvedActor(name: words, code: group.code, rule: "actor.modifier", kind: .unknown)
        }
        if let country = sides.ownCountry ?? (sides.modifierSector == nil ? nil : sides.country ?? context.theatre.first) {
            return ResolvedActor(
                name: words, code: ActorCode(country: country, sector: sides.modifierSector), rule: "actor.modifier",
                kind: .unknown)
        }
        return ResolvedActor(
            name: words, code: ActorCode(country: nil, sector: sides.modifierSector), rule: "actor.none", kind: .unknown)
    }

    /// The phrase without the article and numbers in front of it.
    func bareText(_ passage: Passage, _ frame: Frame, _ elements: ArraySlice<Passage.Element>) -> String {
        var start = elements.startIndex
        while start < elements.endIndex {
            if case .filler = elements[start].kind { start += 1 } else { break }
        }
        var end = elements.endIndex
        if let comma = elements[start...].firstIndex(where: { if case .comma = $0.kind { true } else { false } }), comma > start {
            end = comma
        }
        guard start < end else { return passage.text(0..<passage.tokens.count) }
        return passage.text(elements[start].tokens.lowerBound..<elements[end - 1].tokens.upperBound)
    }

    func title(_ before: ArraySlice<Passage.Element>) -> Agent? {
        for element in before.reversed() {
            if case .agent(let agent, _) = element.kind { return office(behind: agent) ?? agent }
        }
        return nil
    }

    /// "former president" stands in the tables as one noun; the office behind it is what he held.
    private func office(behind agent: Agent) -> Agent? {
        guard agent.office == nil, isFormer(agent), let space = agent.noun.firstIndex(of: " ") else { return nil }
        let held = lexicon.agent(Fold.key(agent.noun[agent.noun.index(after: space)...]))
        return held?.office == nil ? nil : held
    }

    func isFormer(_ agent: Agent) -> Bool { agent.noun.split(separator: " ").first.map { Words.former.contains($0.lowercased()) } ?? false }
}

/// What a noun says of whom it names.
public struct NounRole: Sendable, Hashable {
    /// person: "gunman"; people: "troops"; body: "ministry"; office: "president"; part: "members of"; site: "barracks".
    public enum Kind: String, Sendable { case person, people, body, office, part, site }
    public var kind: Kind
    public var sector: String?
    /// It speaks or acts for another: "spokesman".
    public var isProxy: Bool
}
