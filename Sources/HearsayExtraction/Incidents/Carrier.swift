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
    }

    /// How far a date or place reaches, in sentences.
    private static let reach = 3
    /// Kinds of act that take place somewhere; a demand or an accusation is made anywhere.
    private static let bodily: Set<String> = ["ASSAULT", "PROTEST", "COERCE"]

    /// The items with what is carried to them; `carried` names the fields.
    static func carry(_ items: [Item]) -> [(item: Item, carried: [String])] {
        var out = items.map { (item: $0, carried: [String]()) }
        // Within an incident first: what is said of it once holds for it.
        for index in out.indices {
            let here = out[index].item
            guard here.status != .planned, here.status != .possible else { continue }
            let reach = here.pointsBack ? 12 : 2
            let kin = out.indices.filter { $0 != index && items[$0].incident == here.incident && abs(items[$0].sentence - here.sentence) <= reach }
                .sorted { (abs(items[$0].sentence - here.sentence), $0) < (abs(items[$1].sentence - here.sentence), $1) }
            if here.date == nil, let source = kin.first(where: { items[$0].date != nil }) {
                out[index].item.date = items[source].date
                out[index].carried.append("date.incident")
            }
            if here.place == nil, bodily.contains(here.type), let source = kin.first(where: { items[$0].place != nil }) {
                out[index].item.place = items[source].place
                out[index].carried.append("place.incident")
            }
        }
        for index in out.indices {
            let here = out[index].item
            guard here.status == .happened, here.isNarrated else { continue }
            if here.date == nil, bodily.contains(here.type), let source = nearest(before: index, out, { $0.date != nil && bodily.contains($0.type) })
            {
                out[index].item.date = out[source].item.date
                out[index].carried.append("date.passage")
            }
            if here.place == nil, bodily.contains(here.type),
                let source = nearest(before: index, out, { $0.place != nil && bodily.contains($0.type) })
            {
                out[index].item.place = out[source].item.place
                out[index].carried.append("place.passage")
            }
        }
        // Last, an attack told in the past without a place of its own is where the story's last attack was.
        for index in out.indices where out[index].item.place == nil && out[index].item.type == "ASSAULT" {
            let here = out[index].item
            guard here.status == .happened || here.status == .negated, here.pointsBack || here.isNarrated else { continue }
            let source = (0..<index).reversed().first {
                let there = items[$0]
                return there.type == "ASSAULT" && there.place != nil && here.sentence - there.sentence <= 6
                    && there.status != .possible && there.status != .planned
            }
            if let source, let place = items[source].place, [.place, .near, .district].contains(place.precision) {
                out[index].item.place = place
                out[index].carried.append("place.story")
            }
        }
        return out
    }

    private static func nearest(before index: Int, _ out: [(item: Item, carried: [String])], _ fits: (Item) -> Bool) -> Int? {
        let here = out[index].item
        for earlier in (0..<index).reversed() {
            let there = out[earlier].item
            guard here.block - there.block <= 1, here.sentence - there.sentence <= (there.block == here.block ? reach : 2) else { return nil }
            if there.status == .happened, fits(there) { return earlier }
        }
        return nil
    }
}
