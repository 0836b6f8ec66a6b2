internal import GRDB
public import HearsayCore

/// A document as lists show it.
public struct DocumentRecord: Sendable, Hashable {
    public var uid: String
    public var name: String
    public var outlet: String?
    public var title: String?
    public var byline: String?
    public var url: String?
    public var published: String?
    public var language: String?
    /// "read" or "skipped"; nil where no run has come to it.
    public var outcome: String?
    public var note: String?
    public var claims: Int
    public var firstSeen: String?
}

/// A claim of the ledger: its lasting name, where it stands, and all its fields.
public struct ClaimRecord: Sendable {
    public var uid: String
    /// "c7" in the report it came with.
    public var label: String
    public var document: DocumentRecord
    /// As `hearsay/report/1` writes it, without the labels.
    public var json: JSON
}

/// What a ledger holds.
public struct LedgerStatus: Sendable {
    public var documents: Int
    public var skipped: Int
    public var refused: Int
    public var claims: Int
    public var reviewed: Int
    public var outlets: Int
    public var firstPublished: String?
    public var lastPublished: String?
    public var runs: [(versions: RunVersions, readings: Int)]
    public var entries: Int
    public var head: String
    public var bytes: Int
}

/// A name with how many claims have it, for `hearsay actors` and `hearsay places`.
public struct NameCount: Sendable {
    public var name: String
    public var code: String?
    public var claims: Int
    /// Actors: as whom. Places: every name.
    public var roles: [(role: String, claims: Int)]
}

extension Ledger {
    /// Claims that fit, by the day on which they are said to have happened, then by name.
    public func claims(_ filter: ClaimFilter, limit: Int = .max, offset: Int = 0) throws(LedgerError) -> [ClaimRecord] {
        var out: [ClaimRecord] = []
        try eachClaim(filter, limit: limit, offset: offset) { out.append($0) }
        return out
    }

    /// The same one by one, so that memory stays flat.
    public func eachClaim(_ filter: ClaimFilter, limit: Int = .max, offset: Int = 0, _ body: (ClaimRecord) throws -> Void) throws(LedgerError) {
        let conditions = filter.conditions()
        try reading { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT claim.uid, claim.json, told.label, document.uid AS document, document.name, document.outlet,
                      document.title, document.byline, document.url, document.published, document.language
                    FROM claim JOIN current ON current.document_id = claim.document_id
                      JOIN told ON told.reading_id = current.reading_id AND told.claim_id = claim.id
                      JOIN document ON document.id = claim.document_id
                    WHERE \(conditions.sql)
                    ORDER BY coalesce(claim.date_from, claim.date_to, document.published), document.uid, told.position
                    LIMIT ? OFFSET ?
                    """, arguments: StatementArguments(conditions.arguments + [limit, offset]))
            while let row = try rows.next() {
                guard let json = try? JSON(reading: (row["json"] as String).utf8) else {
                    throw LedgerError(path, .damaged("claim \(row["uid"] as String) cannot be read; `hearsay verify` says what else"))
                }
                let document = DocumentRecord(
                    uid: row["document"], name: row["name"], outlet: row["outlet"], title: row["title"], byline: row["byline"], url: row["url"],
                    published: row["published"], language: row["language"], outcome: "read", note: nil, claims: 0, firstSeen: nil)
                try body(
                    ClaimRecord(uid: row["uid"], label: row["label"], document: document, json: json))
            }
        }
    }

    public func count(_ filter: ClaimFilter) throws(LedgerError) -> Int {
        let conditions = filter.conditions()
        return try reading { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM claim JOIN current ON current.document_id = claim.document_id
                      JOIN told ON told.reading_id = current.reading_id AND told.claim_id = claim.id
                      JOIN document ON document.id = claim.document_id WHERE \(conditions.sql)
                    """, arguments: StatementArguments(conditions.arguments)) ?? 0
        }
    }

    /// Documents by day of publication, then by name. Of the filter, what speaks of documents counts.
    public func documents(_ filter: ClaimFilter, limit: Int = .max, offset: Int = 0) throws(LedgerError) -> [DocumentRecord] {
        var conditions = Conditions()
        if let since = filter.since { conditions.add("documents.published >= ?", [since.description]) }
        if let until = filter.until { conditions.add("documents.published <= ?", [until.description]) }
        if let outlet = filter.outlet { conditions.add("documents.outlet = ? COLLATE NOCASE", [outlet]) }
        if let words = filter.words {
            conditions.add(
                "documents.document IN (SELECT uid FROM document JOIN words ON words.rowid = document.id WHERE words MATCH ?)",
                [ClaimFilter.query(words)])
        }
        return try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM documents WHERE \(conditions.sql) ORDER BY published, document LIMIT ? OFFSET ?",
                arguments: StatementArguments(conditions.arguments + [limit, offset])
            ).map { row in
                DocumentRecord(
                    uid: row["document"], name: row["name"], outlet: row["outlet"], title: row["title"], byline: row["byline"], url: row["url"],
                    published: row["published"], language: row["language"], outcome: row["outcome"], note: row["note"], claims: row["claims"],
                    firstSeen: row["first_seen"])
            }
        }
    }

    /// Who does, undergoes or says things, most spoken of first.
    public func actors(_ filter: ClaimFilter, limit: Int = .max) throws(LedgerError) -> [NameCount] {
        try names(
            filter, limit: limit,
            """
            SELECT claim_id, name, code, role FROM party
            UNION ALL SELECT claim_id, name, code, 'speaker' FROM speaker WHERE name IS NOT NULL
            """)
    }

    /// Where things are said to have happened, most spoken of first.
    public func places(_ filter: ClaimFilter, limit: Int = .max) throws(LedgerError) -> [NameCount] {
        try names(
            filter, limit: limit,
            "SELECT id AS claim_id, place AS name, place_code AS code, coalesce(country, '') AS role FROM claim WHERE place IS NOT NULL")
    }

    private func names(_ filter: ClaimFilter, limit: Int, _ source: String) throws(LedgerError) -> [NameCount] {
        let conditions = filter.conditions()
        return try reading { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT part.name, part.code, part.role, count(DISTINCT claim.id) AS claims FROM (\(source)) AS part
                      JOIN claim ON claim.id = part.claim_id JOIN current ON current.document_id = claim.document_id
                      JOIN told ON told.reading_id = current.reading_id AND told.claim_id = claim.id
                      JOIN document ON document.id = claim.document_id
                    WHERE \(conditions.sql) GROUP BY part.name, part.code, part.role ORDER BY part.name, part.code, part.role
                    """, arguments: StatementArguments(conditions.arguments))
            var out: [NameCount] = []
            for row in rows {
                let name: String = row["name"]
                let code: String? = row["code"]
                if out.last?.name != name || out.last?.code != code { out.append(NameCount(name: name, code: code, claims: 0, roles: [])) }
                out[out.count - 1].claims += row["claims"] as Int
                out[out.count - 1].roles.append((row["role"], row["claims"]))
            }
            let sorted = out.enumerated().sorted { ($1.element.claims, $0.offset) < ($0.element.claims, $1.offset) }.map(\.element)
            return Array(sorted.prefix(limit))
        }
    }

    public func status() throws(LedgerError) -> LedgerStatus {
        try reading { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            let days = try Row.fetchOne(database, sql: "SELECT min(published) AS first, max(published) AS last FROM document")
            let runs = try Row.fetchAll(
                database, sql: "SELECT run.*, (SELECT count(*) FROM reading WHERE run_id = run.id) AS readings FROM run ORDER BY id")
            let tail = try Chain(tailOf: database)
            return LedgerStatus(
                documents: try count("SELECT count(*) FROM document"),
                skipped: try count("SELECT count(*) FROM current JOIN reading ON reading.id = reading_id WHERE outcome = 'skipped'"),
                refused: try count("SELECT count(*) FROM refusal"),
                claims: try count("SELECT count(*) FROM current JOIN told ON told.reading_id = current.reading_id"),
                reviewed: try count("SELECT count(DISTINCT claim_uid) FROM review"),
                outlets: try count("SELECT count(DISTINCT outlet) FROM document"), firstPublished: days?["first"], lastPublished: days?["last"],
                runs: runs.map { row in
                    (
                        RunVersions(
                            program: row["program"], model: row["model"], codebook: row["codebook"], actors: row["actors"], places: row["places"]),
                        row["readings"]
                    )
                }, entries: Int(tail.seq), head: tail.hash,
                bytes: try count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"))
        }
    }
}
