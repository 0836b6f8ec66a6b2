internal import HearsayCore

/// Gathers the claims of one document that tell of one happening.
///
/// A claim joins the best earlier incident that agrees with it in kind and contradicts it in nothing; else it opens one.
struct IncidentGrouper: Sendable {
    struct Item: Sendable {
        var claim: Claim
        let sentence: Int
        let block: Int
        let lemma: String
        let isNoun: Bool
        /// "the attack", "this operation": points back to something told before.
        let isDefinite: Bool
        /// "that attack", "killed in that attack": the one told of last.
        let isThat: Bool
        /// A plain word for an attack or its toll: "the attack", "the bombing", "the dead".
        let isGeneric: Bool
        /// Tells the harm that an act did ("were killed", "the dead").
        let isHarm: Bool
        /// Counts what has added up over weeks ("since October"): never one happening's own.
        let isToll: Bool
        /// The trigger's token, and the tokens of its own sentence that grammar ties it to: its subject, its governor.
        let token: Int
        let kin: Set<Int>
        /// Told only to time or explain another act: "a day after jets bombed the depot".
        let isBackground: Bool
        /// Told as a step of the story, in the past tense.
        let isNarrated: Bool
        var pointsBack: Bool {
            isGeneric && (isDefinite || !isNoun) && claim.place == nil && (isNoun || [.happened, .ongoing, .negated].contains(claim.status))
        }
        /// "the offensive", "the siege": named again as it was named before.
        var namesBack: Bool { isNoun && isDefinite && claim.place == nil && claim.date == nil }
    }

    /// The incident number of each claim.
    func group(_ items: [Item]) -> [Int] {
        var incidents: [[Int]] = []
        var of: [Int] = []
        for (index, item) in items.enumerated() {
            if item.isThat, let last = lastAct(before: index, items), !contradicts(items[last], item) {
                incidents[of[last]].append(index)
                of.append(of[last])
                continue
            }
            var best: (incident: Int, score: Int)?
            for (number, members) in incidents.enumerated() {
                // The nearest and the first member speak for the incident.
                let scores = members.suffix(4).map { likeness(items[$0], item) }
                guard let top = scores.max(), members.allSatisfy({ !contradicts(items[$0], item) }) else { continue }
                if top > (best?.score ?? 0) || (top == best?.score && number > (best?.incident ?? -1)) { best = (number, top) }
            }
            if let best, best.score >= 4 {
                incidents[best.incident].append(index)
                of.append(best.incident)
            } else {
                incidents.append([index])
                of.append(incidents.count - 1)
            }
        }
        return of
    }

    /// The act of the same type that the sentence before, or this one, told of last.
    private func lastAct(before index: Int, _ items: [Item]) -> Int? {
        let item = items[index]
        let kept = items[..<index].indices.filter {
            items[$0].claim.type == item.claim.type && items[$0].isHarm == false && items[$0].claim.status == .happened && !items[$0].isThat
        }
        guard let last = kept.last(where: { items[$0].sentence < item.sentence }), item.sentence - items[last].sentence <= 2 else { return nil }
        return last
    }

    private func likeness(_ a: Item, _ b: Item) -> Int {
        guard a.claim.type == b.claim.type else { return 0 }
        var score = 0
        if a.sentence == b.sentence, b.claim.type == "ASSAULT" { score += 3 }
        // "the strike killed", "shelled the town, killing three": an act and its harm.
        if a.sentence == b.sentence, b.claim.type == "ASSAULT", b.kin.contains(a.token) || a.kin.contains(b.token) { score += 3 }
        // "the coalition fighting X said it had bombed Y": a war that goes on and one blow of it.
        let isTied = b.kin.contains(a.token) || a.kin.contains(b.token)
        if a.sentence == b.sentence, (a.claim.status == .ongoing) != (b.claim.status == .ongoing), !a.isNoun, !b.isNoun, !isTied { score -= 3 }
        if abs(a.sentence - b.sentence) == 1 { score += 1 }
        if a.lemma == b.lemma { score += 2 }
        if let mode = a.claim.mode, mode == b.claim.mode { score += 1 }
        if b.isDefinite { score += 1 }
        if b.namesBack, a.lemma == b.lemma, b.sentence - a.sentence <= 8 { score += 1 }
        // "said it had not bombed the town": who denies an act speaks of the one told before.
        if b.claim.status == .negated, a.claim.status == .happened, (0...2).contains(b.sentence - a.sentence), let p = a.claim.place,
            let q = b.claim.place, same(p, q)
        {
            score += 2
        }
        // "denied that civilians had been hit", "nobody was hurt".
        if b.claim.status == .negated, b.isNarrated, b.claim.place == nil, b.claim.date == nil,
            a.claim.status == .happened,
            (1...2).contains(b.sentence - a.sentence),
            !a.isBackground
        {
            score += 3
        }
        let isAside = a.isBackground && b.sentence > a.sentence && a.lemma != b.lemma
        if b.pointsBack, !isAside, b.sentence - a.sentence <= 8, a.claim.status != .possible, a.claim.status != .planned { score += 3 }
        // "A bomb exploded … At least 82 were killed": harm without a place, a day or a doer of its own is that of the act before.
        if b.isHarm, !isAside, b.claim.place == nil, b.claim.date == nil, b.claim.actors.isEmpty, b.sentence > a.sentence,
            b.sentence - a.sentence <= 2 || b.block - a.block == 1 && b.sentence - a.sentence <= 3,
            a.claim.status == .happened, b.claim.status != .possible, b.claim.status != .planned
        {
            score += 3
        }
        score += 2 * shared(a.claim.actors, b.claim.actors)
        score += 2 * shared(a.claim.recipients, b.claim.recipients)
        if let p = a.claim.place, let q = b.claim.place, same(p, q) { score += 2 }
        if let d = a.claim.date, let e = b.claim.date, d.range == e.range { score += 2 }
        if !a.claim.figures.isEmpty, !b.claim.figures.isEmpty,
            a.claim.figures.contains(where: { f in b.claim.figures.contains { $0.harm == f.harm && $0.low == f.low && $0.high == f.high } })
        {
            score += 3
        }
        return score
    }

    private func contradicts(_ a: Item, _ b: Item) -> Bool {
        if a.claim.type != b.claim.type { return true }
        if a.isToll != b.isToll, a.isHarm, b.isHarm { return true }
        if let d = a.claim.date?.range, let e = b.claim.date?.range, let x = d.to, let y = e.from, x < y { return true }
        if let d = a.claim.date?.range, let e = b.claim.date?.range, let x = d.from, let y = e.to, y < x { return true }
        if let p = a.claim.place, let q = b.claim.place, p.precision == .place, q.precision == .place, !same(p, q) { return true }
        if let p = a.claim.place, let q = b.claim.place, areApart(p, q) { return true }
        if !a.claim.actors.isEmpty, !b.claim.actors.isEmpty, countries(a.claim.actors).isDisjoint(with: countries(b.claim.actors)),
            !countries(a.claim.actors).isEmpty, !countries(b.claim.actors).isEmpty
        {
            return true
        }
        return false
    }

    private func countries(_ actors: [ActorMention]) -> Set<String> {
        Set(actors.compactMap { $0.code.map { String($0.prefix(3)) } })
    }

    private func shared(_ a: [ActorMention], _ b: [ActorMention]) -> Int {
        a.contains { x in b.contains { y in x.name == y.name || (x.code != nil && x.code == y.code) } } ? 1 : 0
    }

    /// Two spots, however loosely given, more than some forty kilometres from each other.
    private func areApart(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        let fine: Set<PlaceMention.Precision> = [.place, .near, .district]
        guard fine.contains(a.precision), fine.contains(b.precision), !same(a, b), let x = a.latitude, let y = b.latitude, let v = a.longitude,
            let w = b.longitude
        else { return false }
        return abs(x - y) > 0.4 || abs(v - w) > 0.4
    }

    private func same(_ a: PlaceMention, _ b: PlaceMention) -> Bool {
        a.name == b.name || (a.code != nil && a.code == b.code)
    }
}
