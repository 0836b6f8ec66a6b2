import HearsayCore

extension ActorResolver {
    /// Those named around a head noun: whose it is, where it is from, who stands behind it.
    struct Sides {
        struct Organisation {
            var code: ActorCode?
            var name: String
            var kind: ResolvedActor.Kind
        }
        var organisation: Organisation?
        /// Of an adjective, a possessor or a name in front of the head, or of a complement.
        var country: String?
        /// The same, but only where it is in front of the head or is its possessor.
        var ownCountry: String?
        /// The country comes from a possessor: "Baku's security services".
        var isOwned = false
        /// "Armenian-backed", "pro-Russian".
        var backer: String?
        /// "US-led": of several countries.
        var isLed = false
        /// "anti-government".
        var isAgainst = false
        var isFormer = false
        var isEthnic = false
        /// A people or a faith is named: "Kurdish fighters".
        var folk: ActorLexicon.Meaning?
        /// Sector of a role noun in front of the head: "rebel commander".
        var modifierSector: String?
        /// Somebody named as the owner: "Putin's spokesman".
        var person: ResolvedActor?
    }

    func sides(_ passage: Passage, _ frame: Frame, _ context: ActorContext, _ depth: Int) -> Sides {
        var sides = Sides()
        let before = frame.core.dropLast()
        read(before[...], passage, context, depth, into: &sides, isFront: true)
        sides.ownCountry = sides.country
        if !frame.owner.isEmpty {
            var owner = Sides()
            let inner = self.frame(frame.owner, passage)
            if case .agent? = inner.core.last?.kind {
                let actor = resolve(passage, frame.owner, context, depth: depth + 1)
                take(actor, into: &owner)
            } else {
                read(inner.core[...], passage, context, depth, into: &owner, isFront: true)
            }
            if sides.country == nil, owner.country != nil {
                sides.country = owner.country
                sides.isOwned = true
            }
            sides.ownCountry = sides.ownCountry ?? owner.country
            sides.organisation = sides.organisation ?? owner.organisation
            sides.person = sides.person ?? owner.person
            sides.folk = sides.folk ?? owner.folk
            sides.modifierSector = sides.modifierSector ?? owner.modifierSector
        }
        var rest = frame.rest
        while let first = rest.first {
            var end = rest.startIndex + 1
            while end < rest.endIndex {
                if case .preposition = rest[end].kind, end > rest.startIndex + 1 { break }
                end += 1
            }
            var word = passage.tokens[first.tokens.lowerBound].low
            var piece = rest[(rest.startIndex + 1)..<end]
            // "soldiers killed in Mali" are of Mali; "rebels supported by Rwanda" are not of Rwanda.
            if Words.participles.contains(word), let next = piece.first, case .preposition = next.kind {
                let second = passage.tokens[next.tokens.lowerBound].low
                if second != "by" || !Words.belonging.contains(word) { word = second == "by" ? "against" : second }
                piece = piece.dropFirst()
            }
            rest = rest[end...]
            guard Words.belonging.contains(word), depth < 3, !piece.isEmpty else { continue }
            var inner = Sides()
            let frame = self.frame(piece, passage)
            if case .agent? = frame.core.last?.kind {
                let actor = resolve(passage, piece, context, depth: depth + 1)
                take(actor, into: &inner)
            } else {
                read(frame.core[...], passage, context, depth, into: &inner, isFront: false)
                if inner.country == nil, !frame.owner.isEmpty {
                    read(self.frame(frame.owner, passage).core[...], passage, context, depth, into: &inner, isFront: false)
                }
            }
            // "in", "at", "near" say where; only "of", "for", "from" and allegiance say whose.
            let isPlace = ["in", "at", "near", "inside", "outside", "across", "around", "on", "within", "along"].contains(word)
            if !isPlace || isLand(inner.organisation) { sides.organisation = sides.organisation ?? inner.organisation }
            sides.country = sides.country ?? inner.country ?? (isPlace ? inner.organisation?.code?.country : nil)
            sides.folk = sides.folk ?? (isPlace ? nil : inner.folk)
            sides.person = sides.person ?? (isPlace ? nil : inner.person)
            if !isPlace { sides.modifierSector = sides.modifierSector ?? inner.modifierSector }
        }
        return sides
    }

    private func isLand(_ organisation: Sides.Organisation?) -> Bool { organisation?.kind == .country }

    private func take(_ actor: ResolvedActor, into sides: inout Sides) {
        let code = actor.parts
        switch actor.kind {
        case .organisation, .group:
            sides.organisation = Sides.Organisation(code: code, name: actor.name, kind: actor.kind)
        case .person: sides.person = actor
        case .country, .people: sides.country = code.country
        default:
            if code.country != nil || code.sector != nil {
                sides.modifierSector = code.sector
                sides.country = code.country
            }
        }
    }

    private func read(
        _ elements: ArraySlice<Passage.Element>, _ passage: Passage, _ context: ActorContext, _ depth: Int,
        into sides: inout Sides, isFront: Bool
    ) {
        var index = elements.startIndex
        // Words behind a link ("-backed") belong to the link, not to the head.
        while index < elements.endIndex {
            let element = elements[index]
            let follows: Passage.Link? = {
                guard index + 1 < elements.endIndex, case .link(let link) = elements[index + 1].kind else { return nil }
                return link
            }()
            let leads: Passage.Link? = {
                guard index > elements.startIndex, case .link(let link) = elements[index - 1].kind else { return nil }
                return link
            }()
            switch element.kind {
            case .link(let link):
                switch link {
                case .led: sides.isLed = true
                case .anti: sides.isAgainst = true
                case .former: sides.isFormer = true
                case .ethnic: sides.isEthnic = true
                default: break
                }
            case .agent(let agent, _):
                // "anti-government rebels": the government is not who they are.
                if leads == .anti || leads == .pro || follows == .backed || follows == .led { break }
                // "coalition troops in Mali" are of several countries, and not of Mali.
                if agent.noun == "coalition", isFront, sides.country == nil { sides.isLed = true }
                if let sector = agent.sector, !agent.isProxy || sides.modifierSector == nil {
                    if agent.kind != .part { sides.modifierSector = sector }
                }
                if sides.modifierSector == nil, agent.isStrong { sides.modifierSector = agent.sector }
            case .name(let meanings):
                let meaning = choose(meanings, context)
                read(meaning, passage.text(element.tokens), context, follows: follows, leads: leads, into: &sides)
            case .remembered(let actor):
                if follows == .backed || leads == .pro { sides.backer = actor.parts.country } else if leads != .anti { take(actor, into: &sides) }
            case .leader(let rows):
                if leads == .anti || follows == .backed || leads == .pro { break }
                if let term = pick(rows, passage.text(element.tokens), office: nil, country: nil, context, isFull: true) {
                    sides.person = ResolvedActor(name: term.name, code: term.code, rule: "actor.leader", kind: .person, office: term.office)
                }
            case .capitals:
                if leads == .anti || leads == .pro { break }
                let text = passage.text(element.tokens)
                if let code = context.countryOf?(text) {
                    if follows == .backed { sides.backer = code } else if sides.country == nil { sides.country = code }
                } else if let known = leader(passage, element.tokens, office: nil, country: sides.country, context) {
                    sides.person = ResolvedActor(name: known.name, code: known.code, rule: "actor.leader", kind: .person, office: known.office)
                }
            default: break
            }
            index += 1
        }
    }

    private func read(
        _ meaning: ActorLexicon.Meaning, _ text: String, _ context: ActorContext, follows: Passage.Link?, leads: Passage.Link?,
        into sides: inout Sides
    ) {
        let outside = follows == .backed || leads == .pro
        switch meaning.sense {
        case .country, .adjective, .people, .capital:
            let code = lexicon.cell(meaning, 0)
            if follows == .led { sides.isLed = true; return }
            if leads == .anti { return }
            if outside { sides.backer = sides.backer ?? code } else if sides.country == nil { sides.country = code }
        case .seat:
            let code = lexicon.cell(meaning, 0)
            if follows == .led || leads == .anti { return }
            if outside {
                sides.backer = code
            } else if sides.organisation == nil {
                sides.organisation = Sides.Organisation(
                    code: ActorCode(country: code, sector: "GOV"), name: text, kind: .organisation)
            }
        case .group:
            if follows == .led || leads == .anti || outside { return }
            let kind: ResolvedActor.Kind =
                lexicon.cell(meaning, 3) == "armed" ? .group : lexicon.cell(meaning, 3) == "land" ? .country : .organisation
            if sides.organisation == nil {
                sides.organisation = Sides.Organisation(
                    code: groupCode(meaning, context, near: sides.country), name: lexicon.cell(meaning, 0), kind: kind)
            }
        case .folk:
            if outside || leads == .anti || follows == .led { return }
            sides.folk = sides.folk ?? meaning
        }
    }
}
