import HearsayCore

/// Places of our own tables and of a user's: regions, waters, sites, front towns, lands that are no more.
extension GazetteerBuilder {
    /// Our own rows; one that a list already has gives it its names instead of standing beside it.
    mutating func readOwn() throws {
        var rows: [OwnRow] = []
        var byCode: [String: Int] = [:]
        for name in GazetteerBuilder.ownTables {
            try eachRow(name + ".tsv") { row, isAdded in
                let own = try ownRow(row, isAdded)
                // A user's row takes the place of ours with its id.
                if isAdded, let known = byCode[own.draft.ours] {
                    rows[known] = own
                } else {
                    byCode[own.draft.ours] = rows.count
                    rows.append(own)
                }
            }
        }
        var wanted: [[UInt8]: [Int]] = [:]
        for row in rows { for name in row.names { for key in keys(name) { wanted[key] = [] } } }
        for (index, draft) in drafts.enumerated() where draft.kind == .town || draft.kind == .region || draft.kind == .district {
            for name in [draft.name] + draft.alternates {
                for key in keys(name) where wanted[key] != nil && wanted[key]?.last != index { wanted[key]?.append(index) }
            }
        }
        var listed: [Int: Int] = [:]
        if rows.contains(where: { $0.geonames != nil }) {
            for (index, draft) in drafts.enumerated() { if let id = draft.geonames { listed[id] = index } }
        }
        for row in rows {
            let index: Int
            if let id = row.geonames {
                guard let known = listed[id] else { throw row.cells.problem("no place of the lists has the GeoNames number \(id)") }
                index = known
            } else {
                index = self.listed(row.draft, wanted) ?? drafts.count
            }
            if index == drafts.count {
                drafts.append(row.draft)
            } else {
                for name in row.names { extraNames.append((name, Layout.ourName, index)) }
                if row.isAdded {
                    drafts[index].latitude = row.draft.latitude
                    drafts[index].longitude = row.draft.longitude
                    drafts[index].flags |= Layout.isAdded
                }
            }
            for name in row.people { addPeople(name, index) }
        }
    }

    /// A row of one of the tables with the columns of `towns.tsv`.
    private struct OwnRow {
        var draft: Draft
        var people: [String]
        var isAdded: Bool
        /// The place of the lists whose point and names it mends: "geonames:147626" for an id.
        var geonames: Int?
        var cells: SourceTable.Row
        var names: [String] { [draft.name] + draft.alternates }
    }

    private mutating func ownRow(_ row: SourceTable.Row, _ isAdded: Bool) throws -> OwnRow {
        guard row.cells.count >= 6 else {
            throw row.problem("\(row.cells.count) columns where the table needs 6 at least (id, name, kind, lat, lon, km); part them by tabs")
        }
        guard !row[0].isEmpty, !row[1].isEmpty else { throw row.problem("a place needs an id and a name") }
        guard let kind = PlaceKind(word: row[2]) else { throw row.problem("'\(row[2])' is no kind of place; \(PlaceKind.wordsForKinds)") }
        var draft = Draft(
            name: bare(row[1]), alternates: row.list(8).map(bare), latitude: try row.latitude(3), longitude: try row.longitude(4),
            kind: kind, ours: row[0], country: try country(row[6], row))
        draft.radius = Int(try row.number(5))
        draft.renown = 30
        draft.flags = Layout.isOurs | (row[2] == "seat" ? Layout.isGovernment : 0) | (isAdded ? Layout.isAdded : 0)
        var own = OwnRow(draft: draft, people: row.list(7), isAdded: isAdded, cells: row)
        if row[0].hasPrefix("geonames:") {
            guard let id = Int(row[0].dropFirst("geonames:".count)) else { throw row.problem("'\(row[0])' is no GeoNames number") }
            own.geonames = id
        }
        return own
    }

    /// "Andriivka (Bakhmut)" is told apart from others for the reader of the table only.
    func bare(_ name: String) -> String { name.split(separator: " (").first.map(String.init) ?? name }

    func keys(_ name: String) -> [[UInt8]] {
        let words = Folding.words(name)
        return [Folding.close(words), Folding.loose(words)].filter { !$0.isEmpty }
    }

    /// The town, or the unit, of the lists that one of our rows speaks of too.
    private func listed(_ row: Draft, _ wanted: [[UInt8]: [Int]]) -> Int? {
        var best: (distance: Double, index: Int)?
        for name in row.kind == .town || row.kind == .quarter ? [row.name] + row.alternates : [row.name] {
            for key in keys(name) {
                for index in wanted[key] ?? [] {
                    let draft = drafts[index]
                    let limit: Double
                    switch (row.kind, draft.kind) {
                    case (.town, .town), (.quarter, .town): limit = 12
                    case (.territory, .region), (.island, .region), (.region, .region), (.district, .district), (.district, .region):
                        guard key == Folding.close(draft.name) || draft.alternates.contains(where: { Folding.close($0) == key }) else { continue }
                        limit = max(150, Double(row.radius))
                    default: continue
                    }
                    guard draft.country == row.country else { continue }
                    let distance = Sphere.kilometres(row.latitude, row.longitude, draft.latitude, draft.longitude)
                    if distance <= limit, best.map({ (distance, index) < $0 }) ?? true { best = (distance, index) }
                }
            }
        }
        return best?.index
    }
}
