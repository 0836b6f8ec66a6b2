internal import Foundation
internal import GRDB
public import HearsayCore

/// One document as it was found and what was read from it.
public struct Recorded: Sendable {
    public enum Outcome: Sendable {
        case read(Report)
        /// Kept, not read: why.
        case skipped(String)
        /// This run has read the document before, perhaps found elsewhere.
        case alreadyRead
    }

    public var document: Document
    /// The bytes that the document was taken from.
    public var raw: [UInt8]
    /// Where they were found: "news/a.html", "archive.warc.gz#12".
    public var location: String
    /// When they were found, where the input says so: an archive's time of capture.
    public var seen: String?
    public var outcome: Outcome

    public init(_ document: Document, raw: [UInt8], location: String, seen: String? = nil, _ outcome: Outcome) {
        self.document = document
        self.raw = raw
        self.location = location
        self.seen = seen
        self.outcome = outcome
    }
}

/// An input that gave no document.
public struct Refusal: Sendable {
    public var location: String
    public var reason: String
    public init(location: String, reason: String) {
        self.location = location
        self.reason = reason
    }
}

/// Program and parts that read: what a Run is named by.
public struct RunVersions: Sendable, Hashable {
    public var program: String
    public var model: String
    public var codebook: String
    public var actors: String
    public var places: String

    public init(program: String, model: String, codebook: String, actors: String, places: String) {
        self.program = program
        self.model = model
        self.codebook = codebook
        self.actors = actors
        self.places = places
    }

    public var uid: String { Identity.of("r", [program, model, codebook, actors, places]) }
}

extension Ledger {
    /// Adds documents, their readings and what could not be read, all or nothing; returns when they are on the disk.
    ///
    /// What the ledger has already is not added again. `seen` is the time at which the inputs were found (UTC, ISO 8601).
    public func record(_ items: [Recorded], refused: [Refusal] = [], by run: RunVersions, seen: String) throws(LedgerError) {
        try writing { database in
            var writer = try Writer(database, seen: seen)
            let runID = try writer.run(run)
            for item in items { try writer.add(item, run: runID) }
            for refusal in refused { try writer.refuse(refusal) }
        }
    }

    /// Whether this run has read this document.
    public func has(_ documentUID: String, readBy runUID: String) throws(LedgerError) -> Bool {
        try reading { database in
            try Bool.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT 1 FROM document JOIN reading ON reading.document_id = document.id JOIN run ON run.id = reading.run_id
                        WHERE document.uid = ? AND run.uid = ?
                        """), arguments: [documentUID, runUID]) ?? false
        }
    }
}

/// Writes rows and the log's entries for them, in one transaction.
struct Writer {
    let database: Database
    let seen: String
    private var chain: Chain

    init(_ database: Database, seen: String) throws {
        self.database = database
        self.seen = seen
        chain = try Chain(tailOf: database)
    }

    /// Whether a row was added.
    @discardableResult
    func insert(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
        return database.changesCount > 0
    }

    private func id(_ table: String, _ column: String, _ value: String) throws -> Int64? {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?"), arguments: [value])
    }

    mutating func log(_ kind: Chain.Kind, _ row: Int64, _ content: String) throws {
        let entry = chain.next(kind, row: row, content: content)
        try insert(
            "INSERT INTO entry (seq, kind, row_id, content, hash) VALUES (?, ?, ?, ?, ?)", [entry.seq, kind.rawValue, row, content, entry.hash])
    }

    mutating func run(_ versions: RunVersions) throws -> Int64 {
        let uid = versions.uid
        if let id = try id("run", "uid", uid) { return id }
        try insert(
            "INSERT INTO run (uid, program, model, codebook, actors, places) VALUES (?, ?, ?, ?, ?, ?)",
            [uid, versions.program, versions.model, versions.codebook, versions.actors, versions.places])
        let id = database.lastInsertedRowID
        try log(.run, id, uid)
        return id
    }

    mutating func refuse(_ refusal: Refusal) throws {
        guard
            try insert(
                "INSERT OR IGNORE INTO refusal (location, reason, seen) VALUES (?, ?, ?)", [refusal.location, refusal.reason, seen])
        else { return }
        try log(.refusal, database.lastInsertedRowID, Identity.of("f", [refusal.location, refusal.reason, seen]))
    }

    mutating func add(_ item: Recorded, run: Int64) throws {
        let document = try add(item.document)
        let raw = try add(item.raw)
        let seen = item.seen ?? seen
        if try insert(
            "INSERT OR IGNORE INTO capture (document_id, raw_id, location, seen) VALUES (?, ?, ?, ?)", [document, raw.id, item.location, seen])
        {
            try log(.capture, database.lastInsertedRowID, Identity.of("x", [item.document.uid, raw.sha256, item.location, seen]))
        }
        let isKnown = try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT 1 FROM reading WHERE document_id = ? AND run_id = ?"), arguments: [document, run])
        if isKnown ?? false { return }
        let claims: [Claim]
        let names: String
        var note: String?
        switch item.outcome {
        case .read(let report): (claims, names) = (report.claims, JSON.array(report.names.map(\.json)).line)
        case .skipped(let why): (claims, names, note) = ([], "[]", why)
        case .alreadyRead: return
        }
        let outcome = note == nil ? "read" : "skipped"
        try insert(
            "INSERT INTO reading (document_id, run_id, outcome, note, names) VALUES (?, ?, ?, ?, ?)", [document, run, outcome, note, names])
        let reading = database.lastInsertedRowID
        var lines: [String] = [outcome, note ?? "", names]
        for (position, claim) in claims.enumerated() {
            let row = ClaimRow(claim, of: item.document.uid)
            let claimID = try add(row, document: document)
            try insert(
                "INSERT INTO told (reading_id, position, claim_id, label, incident_label) VALUES (?, ?, ?, ?, ?)",
                [reading, position, claimID, claim.id, claim.incident])
            lines += [row.uid, claim.id, claim.incident]
        }
        try insert("INSERT OR REPLACE INTO current (document_id, reading_id) VALUES (?, ?)", [document, reading])
        try log(.reading, reading, Identity.of("g", [item.document.uid] + lines))
    }

    private mutating func add(_ document: Document) throws -> Int64 {
        let uid = document.uid
        if let id = try id("document", "uid", uid) { return id }
        try insert(
            """
            INSERT INTO document (uid, name, url, outlet, title, byline, published, published_by, language, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                uid, document.id, document.url, document.publisher, document.title, document.byline, document.published?.description,
                document.publishedBy?.rawValue, document.language, document.text.string,
            ])
        let id = database.lastInsertedRowID
        try insert("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", [id, document.title, document.text.string])
        try log(.document, id, uid)
        return id
    }

    private mutating func add(_ raw: [UInt8]) throws -> (id: Int64, sha256: String) {
        let sha256 = SHA256.hex(raw)
        if let id = try id("raw", "sha256", sha256) { return (id, sha256) }
        try insert("INSERT INTO raw (sha256, bytes) VALUES (?, ?)", [sha256, Data(raw)])
        let id = database.lastInsertedRowID
        try log(.raw, id, sha256)
        return (id, sha256)
    }

    private mutating func add(_ row: ClaimRow, document: Int64) throws -> Int64 {
        if let id = try id("claim", "uid", row.uid) { return id }
        let names = ["uid", "document_id"] + ClaimRow.columnNames + ["json"]
        try insert(
            "INSERT INTO claim (\(names.joined(separator: ", "))) VALUES (\(Self.places(names.count)))",
            StatementArguments([row.uid, document] + row.columns + [row.json]))
        let id = database.lastInsertedRowID
        for part in row.parts(claim: id) {
            for values in part.rows { try insert("INSERT INTO \(part.table) VALUES (\(Self.places(values.count)))", StatementArguments(values)) }
        }
        try log(.claim, id, row.uid)
        return id
    }

    private static func places(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
