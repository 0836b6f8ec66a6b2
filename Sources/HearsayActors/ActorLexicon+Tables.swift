import HearsayCore

/// What the tables hold, for those who keep a record of them.
extension ActorLexicon {
    /// How many people hold or held an office.
    public var holderCount: Int {
        Set(holders.values.joined().map { term($0) }.map { "\($0.code.country ?? "") \($0.name)" }).count
    }

    /// One of the tables: its file and its rows.
    public struct TableSummary: Sendable {
        public var path: String
        public var rows: Int
        /// Rows by what stands in their `origin`, its number cut off ("ucdp"), where the table has one.
        public var origins: [String: Int]
    }

    /// Every table that was read, in the order in which they prevail.
    public var summaries: [TableSummary] {
        tables.map { table in
            var origins: [String: Int] = [:]
            if ![7, 3].contains(table.columns) || table.path.contains("leaders") {
                for row in 0..<table.count {
                    let origin = table[row, table.columns - 1]
                    origins[origin.split(separator: ":").first.map(String.init) ?? "", default: 0] += 1
                }
            }
            return TableSummary(path: table.path, rows: table.count, origins: origins)
        }
    }

    /// Names what the tables hold, for a Run's record: the same rows give the same version on every machine, another row another.
    public var version: String {
        var hash = SHA256()
        for table in tables {
            let name = table.path.split(separator: "/").last.map(String.init) ?? ""
            hash.update(Array("\(name):\(table.bytes.count)\n".utf8))
            hash.update(table.bytes)
        }
        return String(hash.hexDigest().prefix(16))
    }

    /// UCDP's numbers of the actors that bear a name, or share one with it: "ISIL" is "ucdp:234" by way of "Islamic State".
    public func ucdpCodes(of name: String, code: String?) -> [String] {
        var keys: Set<[UInt8]> = [Fold.key(name)]
        for group in meanings(Fold.key(name)) where group.sense == .group {
            // A short form may be many things; a whole name is one.
            for other in [cell(group, 0)] + list(group, 1) where other.utf8.count > 5 { keys.insert(Fold.key(other)) }
        }
        let parts = code?.split(separator: ".") ?? []
        var codes: [String] = []
        // "Islamic State" of Iraq, and of Indonesia: one that fights in the country of the code comes before a namesake.
        var atHome: [String] = []
        for table in tables where table.columns > 4 {
            for row in 0..<table.count {
                let origin = table[row, table.columns - 1]
                guard origin.hasPrefix("ucdp:"), !codes.contains(origin) else { continue }
                // Later names stand in one cell, parted by commas.
                let names = [table[row, 0]] + table.list(row, 1).flatMap { $0.split(separator: ",").map(String.init) }
                guard names.contains(where: { keys.contains(Fold.key($0)) }) else { continue }
                codes.append(origin)
                let lands = table.columns == 6 ? table.list(row, 4) : table.list(row, 2)
                if let country = parts.first, lands.contains(String(country)) { atHome.append(origin) }
            }
        }
        if !atHome.isEmpty { codes = atHome }
        if codes.isEmpty, parts.count == 2, parts[1] == "GOV" || parts[1] == "MIL", let government = governments[String(parts[0])] {
            codes.append(government)
        }
        return codes
    }
}
