internal import HearsayCore

/// Carries the date and place of a passage to the claims in it that name none of their own.
///
/// News states a day or a town once and goes on telling; a coder reads it into the sentences that follow.
struct Carrier: Sendable {
    struct Item: Sendable {
        var date: DateMention?
        var place: PlaceMention?
        let type: String
        let status: Claim.Status
        let sentence: Int
        let block: Int
        let incident: Int
        /// Told as a step of the story, in the past tense.
        let isNarrated: Bool
        /// "the attack", "the dead": points to something told before, however far back.
        let pointsBack: Bool
        /// Told by somebody quoted, who may speak of another day and place.
        let isQuote: Bool
        /// "meets regularly": on no one day.
        let isHabit: Bool
        /// Told only to time another act of its kind.
        let isBackground: Bool
        /// Came before or after what its sentence tells: "after the siege began".
        let isApart: Bool
        /// The act of the same sentence in whose course it happened: "captured in the operation".
        let course: Int?
        /// Countries of those who act.
        let sides: Set<String>
        /// An act of the same sentence by which this one is done: "marched to demand".
        var means: Int?
    }

    /// An interval between two items, by their number.
    struct Link: Sendable {
        let outer: Int
        let inner: Int
        let interval: Interval
        let excerpt: Excerpt
    }

    /// How far a date or place reaches, in sentences.
    private static let reach = 3
    /// How long a stretch may be that is read into the next sentence: "Saturday", "this week"; not "the past three summers".
    private static let longest = 8
    /// Kinds of act that take place somewhere; a demand or an accusation is made anywhere.
    private static let bodily: Set<String> = ["ASSAULT", "PROTEST", "COERCE"]

    let published: Day?
    private(set) var items: [Item]
    private(set) var carried: [[String]]

    /// The items with what is carried to them; `carried` names the fields.
    init(_ items: [Item], links: [Link], lead: (sentence: Int, place: PlaceMention)?, published: Day?) {
        self.items = items
        self.published = published
        carried = items.map { _ in [] }
        if let lead { leadPlace(lead.place, in: lead.sentence) }
        withinIncidents()
        if follow(links) { withinIncidents() }
        followMeans()
        alongPassages()
        lastAttack()
        followMeans()
    }

    private mutating func set(_ index: Int, date: DateMention?, _ rule: String) {
        guard items[index].date == nil, !items[index].isHabit, let date else { return }
        items[index].date = date
        carried[index].append(rule)
    }

    private mutating func set(_ index: Int, place: PlaceMention?, _ rule: String) {
        guard items[index].place == nil, let place else { return }
        items[index].place = place
        carried[index].append(rule)
    }

    /// The story's first attack, told in its first sentence without a place, is where that sentence is set.
    private mutating func leadPlace(_ place: PlaceMention, in sentence: Int) {
        guard let first = items.first(where: { $0.type == "ASSAULT" && $0.sentence >= sentence }), first.sentence == sentence,
            first.status == .happened || first.status == .ongoing,
            !items.contains(where: { $0.incident == first.incident && $0.place != nil })
        else { return }
        for index in items.indices where items[index].incident == first.incident && items[index].sentence == sentence {
            set(index, place: place, "place.lead")
        }
    }

    /// What is said once of an incident holds for it.
    private mutating func withinIncidents() {
        let before = items
        for index in items.indices {
            let here = before[index]
            guard here.pointsBack || here.status != .planned && here.status != .possible else { continue }
            let reach = here.pointsBack ? 12 : 3
            let kin = before.indices.filter {
                $0 != index && before[$0].incident == here.incident && abs(before[$0].sentence - here.sentence) <= reach
            }
            .sorted { (abs(before[$0].sentence - here.sentence), $0) < (abs(before[$1].sentence - here.sentence), $1) }
            set(index, date: kin.first { before[$0].date != nil }.flatMap { before[$0].date }, "date.incident")
            if Self.bodily.contains(here.type) {
                set(index, place: kin.first { before[$0].place != nil }.flatMap { before[$0].place }, "place.incident")
            }
        }
    }

    /// "three days after the truce ended": true where a day was found.
    private mutating func follow(_ links: [Link]) -> Bool {
        var isChanged = false
        for link in links {
            if items[link.outer].date == nil, let inner = items[link.inner].date?.range,
                let days = link.interval.outerDays(inner, published: published)
            {
                set(link.outer, date: DateMention(link.excerpt, days), "date.interval")
                isChanged = true
            } else if items[link.inner].date == nil, let outer = items[link.outer].date?.range, let days = link.interval.innerDays(outer) {
                set(link.inner, date: DateMention(link.excerpt, days), "date.interval")
                isChanged = true
            }
        }
        return isChanged
    }

    private mutating func followMeans() {
        for index in items.indices {
            guard let act = items[index].means else { continue }
            set(index, date: items[act].date, "date.means")
            set(index, place: items[act].place, "place.means")
        }
        for index in items.indices {
            guard let act = items[index].course else { continue }
            set(index, date: items[act].date, "date.course")
            set(act, date: items[index].date, "date.course")
            if Self.bodily.contains(items[index].type), Self.bodily.contains(items[act].type) {
                set(index, place: items[act].place, "place.course")
                set(act, place: items[index].place, "place.course")
            }
        }
    }

    /// A step of the story is where and when the step before it was.
    private mutating func alongPassages() {
        for index in items.indices {
            let here = items[index]
            guard here.status == .happened, here.isNarrated, !here.isQuote, Self.bodily.contains(here.type) else { continue }
            if here.date == nil, let source = nearest(before: index, { $0.date.map(Self.isShort) ?? false && Self.bodily.contains($0.type) }),
                !here.isApart || items[source].sentence != here.sentence
            {
                set(index, date: items[source].date, "date.passage")
            }
            if here.place == nil, let source = nearest(before: index, { $0.place != nil && Self.bodily.contains($0.type) }),
                here.sides.isEmpty || items[source].sides.isEmpty || !here.sides.isDisjoint(with: items[source].sides)
            {
                set(index, place: items[source].place, "place.passage")
            }
        }
    }

    /// Last, an attack told in the past without a place of its own is where the story's last attack was.
    private mutating func lastAttack() {
        let before = items
        for index in items.indices where items[index].place == nil && items[index].type == "ASSAULT" {
            let here = items[index]
            guard here.status == .happened || here.status == .negated, here.pointsBack || here.isNarrated, !here.isQuote else { continue }
            let source = (0..<index).reversed().first {
                let there = before[$0]
                return there.type == "ASSAULT" && there.place != nil && here.sentence - there.sentence <= 6
                    && there.status != .possible && there.status != .planned
            }
            if let source, let place = before[source].place, [.place, .near, .district].contains(place.precision) {
                set(index, place: place, "place.story")
            }
        }
    }

    private static func isShort(_ date: DateMention) -> Bool {
        guard let from = date.range.from, let to = date.range.to else { return false }
        return to - from < longest
    }

    private func nearest(before index: Int, _ fits: (Item) -> Bool) -> Int? {
        let here = items[index]
        for earlier in (0..<index).reversed() {
            let there = items[earlier]
            guard here.block - there.block <= 1, here.sentence - there.sentence <= (there.block == here.block ? Self.reach : 2) else { return nil }
            guard there.status == .happened, fits(there) else { continue }
            // "shelled X, a day after jets bombed Y": the story goes on at X.
            if there.isBackground, here.sentence > there.sentence,
                let main = items.indices.first(where: {
                    items[$0].sentence == there.sentence && !items[$0].isBackground && items[$0].status == .happened && fits(items[$0])
                })
            {
                return main
            }
            return earlier
        }
        return nil
    }
}
