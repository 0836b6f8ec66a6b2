import HearsayCore

/// The tables that speak of places of other tables: aliases, rival names, disputed areas.
extension GazetteerBuilder {
    /// Aliases, rival names and disputed areas speak of places of other tables: found by code or by name and point.
    mutating func joinNames() throws {
        try readAliases()
        var rivalRows: [(SourceTable.Row, [UsedName])] = []
        try eachRow("rivals.tsv") { row, _ in
            guard row.cells.count >= 5 else {
                throw row.problem("\(row.cells.count) columns where the table needs 5 (lat, lon, countries, kind, names)")
            }
            rivalRows.append((row, row[4].split(separator: "|").map { usedName($0) }))
        }
        var disputeRows: [(SourceTable.Row, [UsedName])] = []
        try eachRow("disputed.tsv") { row, isAdded in
            guard row.cells.count >= 8 else {
                throw row.problem("\(row.cells.count) columns where the table needs 8 at least (id, name, kind, lat, lon, km, names, viewpoints)")
            }
            let entry = (row, row[6].split(separator: "|").map { usedName($0) })
            // A user's row takes the place of ours with its id.
            if isAdded, let known = disputeRows.firstIndex(where: { $0.0[0] == row[0] }) {
                disputeRows[known] = entry
            } else {
                disputeRows.append(entry)
            }
        }
        var wanted: [[UInt8]: [Int]] = [:]
        for (_, names) in rivalRows + disputeRows { for name in names { wanted[Folding.close(name.name)] = [] } }
        for (index, draft) in drafts.enumerated() {
            for name in [draft.name] + draft.alternates {
                let key = Folding.close(name)
                if wanted[key] != nil, wanted[key]?.last != index { wanted[key]?.append(index) }
            }
        }
        for (row, names) in rivalRows {
            let kind = PlaceKind(word: row[3])
            guard let kind else { throw row.problem("'\(row[3])' is no kind of place") }
            let at = (try row.latitude(0), try row.longitude(1))
            let number = try country(row[2], row)
            var found = matches(names, at, kind, in: wanted, within: kind == .town || kind == .site ? 25 : kind == .district ? 60 : 300)
            if found.isEmpty {
                found = [drafts.count]
                // The first in the alphabet, so that no row's order prefers a name.
                let usual = names.min()?.name ?? ""
                var draft = Draft(name: usual, latitude: at.0, longitude: at.1, kind: kind, ours: slug(usual), country: number)
                draft.flags = Layout.isOurs
                draft.renown = 20
                drafts.append(draft)
            }
            for index in found { addRivals(names, to: index) }
        }
        for (row, names) in disputeRows { try addDispute(row, names, wanted) }
        markDisputed()
    }

    private func usedName(_ cell: Substring) -> UsedName {
        let name = GazetteerFile.usedName(cell)
        return UsedName(bare(name.name.trimmed), usedBy: name.usedBy.sorted())
    }

    private mutating func readAliases() throws {
        var byCode: [String: Int] = [:]
        for (index, draft) in drafts.enumerated() {
            if let id = draft.geonames { byCode["geonames:\(id)"] = index } else { byCode["hearsay:" + draft.ours] = index }
        }
        for (code, number) in unitNumber { byCode[code] = code.split(separator: ".").count == 2 ? admin1[number - 1] : admin2[number - 1] }
        for (code, number) in countryNumber { if let draft = countries[number].draft { byCode[code] = draft } }
        try eachRow("aliases.tsv") { row, _ in
            guard let draft = byCode[row[1]] else { throw row.problem("'\(row[1])' is no country, unit or place") }
            for name in row.list(0) {
                switch row[2] {
                case "people": addPeople(name, draft)
                case "short": extraNames.append((name, Layout.shortForm, draft))
                default: extraNames.append((name, Layout.ourName, draft))
                }
            }
        }
    }

    /// Places of that kind that bear one of the names near the point: the nearest town, or all units.
    private func matches(
        _ names: [UsedName], _ at: (Double, Double), _ kind: PlaceKind, in wanted: [[UInt8]: [Int]], within limit: Double
    ) -> [Int] {
        var found: [(Double, Int)] = []
        for name in names {
            for index in wanted[Folding.close(name.name)] ?? [] {
                let draft = drafts[index]
                let sameSort =
                    draft.kind == kind || (kind == .territory && [.region, .district, .country].contains(draft.kind))
                    || (kind == .island && [.territory, .region, .country].contains(draft.kind))
                guard sameSort else { continue }
                let distance = Sphere.kilometres(at.0, at.1, draft.latitude, draft.longitude)
                if distance <= limit, !found.contains(where: { $0.1 == index }) { found.append((distance, index)) }
            }
        }
        // A row of our own of just that kind stands before units that share a name with it.
        if found.contains(where: { drafts[$0.1].kind == kind }) { found.removeAll { drafts[$0.1].kind != kind } }
        found.sort { $0 < $1 }
        return kind == .town ? found.prefix(1).map(\.1) : found.map(\.1)
    }

    private mutating func addRivals(_ names: [UsedName], to index: Int) {
        for name in names { extraNames.append((name.name, Layout.ourName, index)) }
        var users: [String: [String]] = [:]
        for name in (rivals[index] ?? []) + names {
            users[name.name, default: []] += name.usedBy.filter { !(users[name.name] ?? []).contains($0) }.sorted()
        }
        rivals[index] = users.sorted { $0.key < $1.key }.map { UsedName($0.key, usedBy: $0.value.sorted()) }
        drafts[index].flags |= Layout.hasRivals
    }

    private mutating func addDispute(_ row: SourceTable.Row, _ names: [UsedName], _ wanted: [[UInt8]: [Int]]) throws {
        guard let kind = PlaceKind(word: row[2]) else { throw row.problem("'\(row[2])' is no kind of place") }
        let viewpoints = try row[7].split(separator: " ").map { cell in
            guard let view = GazetteerFile.viewpoint(Substring(cell.replacing("_", with: " "))) else {
                throw row.problem("'\(cell)' is no viewpoint; write holder:stance:country:from:to")
            }
            return view
        }.sorted()
        guard disputes.count < 255 else { throw row.problem("more than 255 disputed areas; widen the record") }
        let at = (try row.latitude(3), try row.longitude(4))
        var found = matches(names, at, kind, in: wanted, within: max(100, Double(row[5]) ?? 0))
        if found.isEmpty {
            var draft = Draft(
                name: row[1], latitude: at.0, longitude: at.1, kind: kind, ours: row[0],
                country: try country(Set(viewpoints.compactMap(\.country)).sorted().joined(separator: "/"), row))
            draft.radius = Int(try row.number(5))
            draft.flags = Layout.isOurs
            draft.renown = 40
            found = [drafts.count]
            drafts.append(draft)
        }
        disputes.append((row[1], viewpoints))
        for index in found {
            drafts[index].dispute = disputes.count
            named.insert(index)
            addRivals(names, to: index)
        }
        for selector in row[8].split(separator: " ") { selectors.append((String(selector), disputes.count)) }
    }

    /// Puts the places inside a disputed area under it: by country, unit or Natural Earth's shape; the narrowest wins.
    private mutating func markDisputed() {
        for (selector, number) in selectors.filter({ $0.0.hasPrefix("cc:") }) {
            guard let country = countryNumber[String(selector.dropFirst(3))] else { continue }
            for index in drafts.indices where drafts[index].country == country && drafts[index].dispute == 0 {
                drafts[index].dispute = number
            }
        }
        for (selector, number) in selectors.filter({ $0.0.hasPrefix("adm1:") }) {
            guard let unit = unitNumber[String(selector.dropFirst(5))] else { continue }
            for index in drafts.indices where drafts[index].admin1 == unit && !named.contains(index) { drafts[index].dispute = number }
        }
        let areas = selectors.compactMap { entry in shapes[entry.0].map { ($0, entry.1) } }.sorted { $0.0.extent > $1.0.extent }
        for (shape, number) in areas {
            for index in drafts.indices where drafts[index].kind != .country && drafts[index].kind != .area {
                if drafts[index].radius <= 60, !named.contains(index), shape.contains(drafts[index].latitude, drafts[index].longitude) {
                    drafts[index].dispute = number
                }
            }
        }
    }

    private func slug(_ name: String) -> String {
        Folding.words(name).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }
}
