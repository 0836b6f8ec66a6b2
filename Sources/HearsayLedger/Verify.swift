internal import Foundation
internal import GRDB
import HearsayCore

/// What a check of the whole ledger found.
public struct Verification: Sendable {
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// "entry 812", "claim c-4f…", "the file".
        public var place: String
        public var what: String
        public var description: String { "\(place): \(what)" }
    }

    public var entries: Int
    /// The chain's last hash; keep it elsewhere to prove later that nothing was cut off.
    public var head: String
    public var faults: [Fault]
}

extension Ledger {
    /// Reads everything and checks it against its hashes: bytes, documents, claims, their columns, the words of every span, and the chain.
    ///
    /// - Parameter head: a head noted earlier, which must stand in the chain.
    public func verify(head: String? = nil) throws(LedgerError) -> Verification {
        try reading { database in
            var verifier = Verifier(database: database)
            return try verifier.verify(head: head)
        }
    }
}

private struct Verifier {
    let database: Database
    private var faults: [Verification.Fault] = []

    init(database: Database) { self.database = database }

    mutating func fault(_ place: String, _ what: String) { faults.append(.init(place: place, what: what)) }

    mutating func verify(head: String?) throws -> Verification {
        for line in try String.fetchAll(database, sql: "PRAGMA integrity_check(20)") where line != "ok" { fault("the file", line) }
        // Which reading is the newest is told by the readings themselves.
        for uid in try String.fetchAll(
            database,
            sql: """
                SELECT document.uid FROM document LEFT JOIN current ON current.document_id = document.id
                WHERE current.reading_id IS NOT (SELECT max(id) FROM reading WHERE document_id = document.id) LIMIT 20
                """)
        { fault("document \(uid)", "its newest reading is not the one that is shown") }
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
            fault("\(row["table"] as String? ?? "a table") row \(row["rowid"] as Int64? ?? 0)", "points to a row that is not there")
        }
        let heads = try chain()
        if let head, head != heads.last, !heads.contains(head) {
            fault("the log", "the head \(head) is not in it: entries were cut off or rewritten since it was noted")
        }
        try contents()
        try claims()
        try unlogged()
        return Verification(entries: heads.count, head: heads.last ?? "", faults: faults)
    }

    /// The hash behind every entry, in order.
    private mutating func chain() throws -> [String] {
        var chain = Chain()
        var heads: [String] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT seq, kind, row_id, content, hash FROM entry ORDER BY seq")
        while let row = try rows.next() {
            let seq: Int64 = row["seq"]
            guard let kind = Chain.Kind(rawValue: row["kind"]) else {
                fault("entry \(seq)", "of a kind that is not known")
                continue
            }
            let due = chain.next(kind, row: row["row_id"], content: row["content"])
            if due.seq != seq {
                fault("entry \(seq)", "entry \(due.seq) is missing before it")
                return heads
            }
            if due.hash != row["hash"] {
                fault("entry \(seq)", "its hash does not follow from the entries before it")
                return heads
            }
            heads.append(due.hash)
        }
        return heads
    }

    /// Every logged row still has the content that the log names.
    private mutating func contents() throws {
        try compare(.raw, "SELECT id, bytes FROM raw") { row in SHA256.hex(try row.withUnsafeData(named: "bytes") { Array($0 ?? Data()) }) }
        try compare(.document, "SELECT * FROM document") { row in
            Document.uid(
                name: row["name"], url: row["url"], outlet: row["outlet"], title: row["title"], byline: row["byline"], published: row["published"],
                publishedBy: row["published_by"], language: row["language"], text: row["text"])
        }
        try compare(
            .capture,
            """
            SELECT capture.id, document.uid AS document, raw.sha256 AS raw, capture.location, capture.seen
            FROM capture JOIN document ON document.id = capture.document_id JOIN raw ON raw.id = capture.raw_id
            """
        ) { row in Identity.of("x", [row["document"], row["raw"], row["location"], row["seen"]]) }
        try compare(.refusal, "SELECT * FROM refusal") { row in Identity.of("f", [row["location"], row["reason"], row["seen"]]) }
        try compare(.run, "SELECT * FROM run") { row in
            RunVersions(program: row["program"], model: row["model"], codebook: row["codebook"], actors: row["actors"], places: row["places"]).uid
        }
        let database = database
        try compare(
            .reading,
            "SELECT reading.*, document.uid AS document FROM reading JOIN document ON document.id = reading.document_id"
        ) { row in
            var lines: [String] = [row["outcome"], row["note"] ?? "", row["names"]]
            let told = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT claim.uid, told.label, told.incident_label FROM told JOIN claim ON claim.id = told.claim_id
                        WHERE told.reading_id = ? ORDER BY told.position
                        """), arguments: [row["id"] as Int64])
            for one in told { lines += [one["uid"], one["label"], one["incident_label"]] }
            return Identity.of("g", [row["document"]] + lines)
        }
        try compare(.review, "SELECT * FROM review") { row in ReviewRow(row).uid }
    }

    private mutating func compare(_ kind: Chain.Kind, _ sql: String, _ content: (Row) throws -> String) throws {
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() { try compare(kind, row["id"], content(row)) }
    }

    private mutating func compare(_ kind: Chain.Kind, _ id: Int64, _ content: String) throws {
        let logged = try String.fetchOne(
            database.cachedStatement(sql: "SELECT content FROM entry WHERE kind = ? AND row_id = ?"), arguments: [kind.rawValue, id])
        if logged != content { fault("\(kind.rawValue) row \(id)", logged == nil ? "is not in the log" : "is not what was logged") }
    }

    /// Every claim's name follows from its words, its columns and parts from the whole, and its spans from the document.
    private mutating func claims() throws {
        var text = Text("")
        var documentID: Int64 = 0
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT claim.*, document.uid AS document FROM claim JOIN document ON document.id = claim.document_id
                ORDER BY claim.document_id, claim.id
                """)
        while let row = try rows.next() {
            let id: Int64 = row["id"]
            let place = "claim \(row["uid"] as String)"
            try compare(.claim, id, Claim.uid(of: row["json"], in: row["document"]))
            if documentID != row["document_id"] as Int64 {
                documentID = row["document_id"]
                text = Text(
                    try String.fetchOne(database.cachedStatement(sql: "SELECT text FROM document WHERE id = ?"), arguments: [documentID]) ?? "")
            }
            guard let json = try? JSON(reading: (row["json"] as String).utf8),
                let claim = try? Claim(json: Claim.labelled(json, "", incident: ""), in: text)
            else {
                fault(place, "its JSON is no claim on its document")
                continue
            }
            if let span = json.misquotedSpan(in: text) { fault(place, "the words at \(span.start)–\(span.end) are not those of the document") }
            try columns(of: ClaimRow(claim, of: row["document"]), row, id, place)
        }
    }

    private mutating func columns(of due: ClaimRow, _ row: Row, _ id: Int64, _ place: String) throws {
        if due.uid != row["uid"] { fault(place, "its name is not that of its words") }
        for (name, value) in zip(ClaimRow.columnNames, due.columns) where row[name] != Self.stored(value) {
            fault(place, "its column \(name) is not what the whole says")
        }
        for part in due.parts(claim: id) {
            let found = try Row.fetchAll(database.cachedStatement(sql: "SELECT * FROM \(part.table) WHERE claim_id = ?"), arguments: [id])
            // A row has a key of its own, so that two alike cannot stand for two that are not.
            if Set(found.map { Array($0.databaseValues) }) != Set(part.rows.map { $0.map(Self.stored) }) {
                fault(place, "its rows of \(part.table) are not what the whole says")
            }
        }
    }

    private static func stored(_ value: (any DatabaseValueConvertible)?) -> DatabaseValue { value?.databaseValue ?? .null }

    /// Log entries whose rows are gone.
    private mutating func unlogged() throws {
        for kind in Chain.Kind.allCases {
            let lost = try Int64.fetchAll(
                database,
                sql: "SELECT row_id FROM entry WHERE kind = ? AND row_id NOT IN (SELECT id FROM \(kind.rawValue)) ORDER BY row_id LIMIT 20",
                arguments: [kind.rawValue])
            for id in lost { fault("\(kind.rawValue) row \(id)", "is in the log and no longer in the ledger") }
        }
    }
}

extension JSON {
    /// The first excerpt inside the value whose words are not those of the text.
    fileprivate func misquotedSpan(in text: Text) -> Span? {
        switch self {
        case .array(let values): return values.lazy.compactMap { $0.misquotedSpan(in: text) }.first
        case .object(let members):
            if case .int(let start)? = self["start"], case .int(let end)? = self["end"], case .string(let words)? = self["text"] {
                guard start >= 0, start <= end, end <= text.count else { return Span(min(start, end), max(start, end)) }
                if text[Span(start, end)] != words { return Span(start, end) }
            }
            return members.lazy.compactMap { $0.value.misquotedSpan(in: text) }.first
        default: return nil
        }
    }
}
