import HearsayCore

extension ActorResolver {
    /// Somebody named: an office-holder of the day, or a stranger whose title says what he is.
    func person(
        _ passage: Passage, _ frame: Frame, _ head: Passage.Element, rows: [Int], _ words: String, _ context: ActorContext,
        _ depth: Int
    ) -> ResolvedActor {
        let before = frame.core.dropLast()
        let title = title(before)
        let sides = sides(passage, frame, context, depth)
        let country = sides.ownCountry ?? title?.office?.country
        let name = passage.text(head.tokens)
        let isFormer =
            sides.isFormer
            || before.contains { element in
                if case .agent(let agent, _) = element.kind { return self.isFormer(agent) }
                return false
            }
        let term =
            rows.isEmpty
            ? leader(
                passage, head.tokens, office: title?.office?.name, country: country, context,
                isTitled: title != nil && title?.office == nil && title?.sector != nil, isFormer: isFormer)
            : pick(rows, name, office: title?.office?.name, country: country, context, isFull: true, isFormer: isFormer)
        if let term {
            return ResolvedActor(name: term.name, code: term.code, rule: "actor.leader", kind: .person, office: term.office)
        }
        if let title {
            // The title with all that stands before it is a role of its own: "a Hamas commander", "Maj.".
            var role = frame
            role.core = Array(before)
            while let last = role.core.last {
                if case .agent = last.kind { break }
                role.core.removeLast()
            }
            let actor = self.role(passage, role, title, isPlural: true, words, context, depth + 1)
            let office = title.office.flatMap { Office.kinds($0.name).first }
            return ResolvedActor(name: name, code: actor.parts, rule: "actor.title", kind: .person, office: office)
        }
        if !frame.apposition.isEmpty, depth < 3 {
            let actor = resolve(passage, frame.apposition, context, depth: depth + 1)
            if actor.code != nil || actor.sector != nil {
                return ResolvedActor(name: name, code: actor.parts, rule: "actor.apposition", kind: .person)
            }
        }
        if let group = sides.organisation {
            return ResolvedActor(name: name, code: group.code, rule: "actor.modifier", kind: .unknown)
        }
        if let own = sides.ownCountry {
            return ResolvedActor(name: name, code: ActorCode(country: own, sector: sides.modifierSector), rule: "actor.modifier", kind: .unknown)
        }
        if let place = context.countryOf?(name) {
            return ResolvedActor(name: name, code: ActorCode(country: place, sector: nil), rule: "actor.place", kind: .unknown)
        }
        return ResolvedActor(name: name, code: nil, rule: "actor.none", kind: .unknown)
    }

    /// "the Senate President, Bukola Saraki": a role first, the name behind a comma.
    func apposed(
        _ passage: Passage, _ frame: Frame, _ agent: Agent, _ words: String, _ context: ActorContext, _ depth: Int
    ) -> ResolvedActor? {
        guard agent.kind == .person || agent.kind == .office else { return nil }
        let inner = self.frame(frame.apposition, passage)
        guard inner.core.count == 1, let head = inner.core.last, inner.owner.isEmpty else { return nil }
        var rows: [Int] = []
        switch head.kind {
        case .leader(let known): rows = known
        case .capitals where head.tokens.count > 1: break
        default: return nil
        }
        var bare = frame
        bare.apposition = []
        let actor = role(passage, bare, agent, isPlural: true, words, context, depth + 1)
        let name = passage.text(head.tokens)
        let country = actor.parts.country.flatMap { $0 == "IGO" ? nil : $0 }
        let term =
            rows.isEmpty
            ? leader(passage, head.tokens, office: agent.office?.name, country: country, context)
            : pick(rows, name, office: agent.office?.name, country: country, context, isFull: true)
        if let term {
            return ResolvedActor(name: term.name, code: term.code, rule: "actor.leader", kind: .person, office: term.office)
        }
        return ResolvedActor(
            name: name, code: actor.parts, rule: "actor.apposition", kind: .person, office: agent.office?.name)
    }

    /// An office-holder by full name, or by surname with a title, a country or a day that fits.
    func leader(
        _ passage: Passage, _ range: Range<Int>, office: String?, country: String?, _ context: ActorContext,
        isTitled: Bool = false, isFormer: Bool = false
    ) -> Term? {
        var end = range.upperBound
        while end > range.lowerBound + 1, Words.suffixes.contains(passage.tokens[end - 1].low) { end -= 1 }
        for start in range.lowerBound..<end {
            var key: [UInt8] = []
            for index in start..<end { key.append(contentsOf: passage.tokens[index].key) }
            let rows = lexicon.leaderRows(key)
            guard !rows.isEmpty else { continue }
            let isFull = start == range.lowerBound && end - start > 1
            let given = start > range.lowerBound ? passage.tokens[range.lowerBound].key : nil
            if let term = pick(
                rows, passage.text(start..<end), office: office, country: country, context, isFull: isFull, given: given,
                isFormer: isFormer)
            {
                // "Colonel Yusuf" of another land's story is another Yusuf.
                if isTitled, !isFull, given == nil, country == nil, let own = term.code.country, own != "IGO",
                    context.theatre.isEmpty ? context.published == nil : !context.theatre.contains(own)
                {
                    continue
                }
                return term
            }
        }
        return nil
    }

    /// The likeliest of several holders of one name; nil where none fits well enough.
    func pick(
        _ rows: [Int], _ name: String, office: String?, country: String?, _ context: ActorContext, isFull: Bool,
        given: [UInt8]? = nil, isFormer: Bool = false
    ) -> Term? {
        var best: (Term, Int)?
        // One bearer of a surname is known by it also some years before and after.
        let first = rows.first.map { lexicon.term($0).name }
        let isLone = !isFull && given == nil && rows.allSatisfy { lexicon.term($0).name == first }
        for row in rows {
            let term = lexicon.term(row)
            if !isFull, given == nil, office == nil, country == nil, isStranger(term, context) { continue }
            var points = isFull ? 6 : isLone ? 3 : 0
            if let country, let own = term.code.country, own != "IGO" {
                if own == country { points += 4 } else if isFull { points -= 3 } else { continue }
            }
            if let office {
                if Office.kinds(office).contains(term.office) { points += 4 } else if !isFull { points -= 2 }
            }
            if let given, !sameGiven(given, term.name) {
                // Another first name is another man, unless office and country say that it is he.
                if country == nil || office == nil { continue }
                points -= 3
            } else if given != nil {
                points += 5
            }
            if let day = context.published {
                if isFormer {
                    // "former President Obama": whoever held that office before the day.
                    points += term.to.map { $0 < day } ?? false ? 3 : -2
                } else if term.holds(day) {
                    points += 4
                } else if term.holds(day, slack: 400) {
                    points += 2
                } else if let from = term.from, day < from.adding(-1500) {
                    points -= 4
                } else {
                    points -= isFull ? 0 : 2
                }
            } else {
                points += 1
            }
            if let own = term.code.country, context.theatre.contains(own) { points += 1 }
            let needed = isFull ? 1 : given != nil ? 0 : office != nil || country != nil ? 3 : context.published == nil ? 1 : 4
            if points >= needed, best == nil || points > best!.1 { best = (term, points) }
        }
        return best?.0
    }

    /// "Russell said": a lone surname is no famous namesake's whom nothing in the story brings up.
    private func isStranger(_ term: Term, _ context: ActorContext) -> Bool {
        guard !context.theatre.isEmpty, let own = term.code.country, !context.theatre.contains(own) else { return false }
        return !Self.widelyKnown.contains(term.office) || !(context.published.map { term.holds($0) } ?? true)
    }

    /// Offices whose holders are known by surname far from home.
    private static let widelyKnown: Set<String> = [
        "president", "prime minister", "chancellor", "supreme leader", "monarch", "foreign minister", "secretary-general",
    ]

    private func sameGiven(_ given: [UInt8], _ name: String) -> Bool {
        for part in name.split(separator: " ") {
            let key = Fold.key(part)
            if key == given || key.starts(with: given) || given.starts(with: key) && key.count >= 3 { return true }
            if key.count >= 4, given.count >= 4, key.prefix(4).elementsEqual(given.prefix(4)) { return true }
        }
        return false
    }
}
