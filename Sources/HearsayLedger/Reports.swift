internal import GRDB
public import HearsayCore

extension Ledger {
    /// What the newest reading of a document wrote down, as `hearsay read` printed it; nil where there is none.
    public func report(of documentUID: String) throws(LedgerError) -> Report? {
        try reading { try Self.report($0, "document.uid = ?", [documentUID], path).first }
    }

    /// The newest report of every document, in the order of the documents' lasting names; one is held at a time.
    ///
    /// - Parameter filter: of it, what speaks of versions and days of publication counts.
    public func eachReport(_ filter: ClaimFilter = ClaimFilter(), _ body: (_ documentUID: String, Report) throws -> Void) throws(LedgerError) {
        let conditions = filter.conditions()
        try reading { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT document.id, document.uid FROM document JOIN current ON current.document_id = document.id
                      LEFT JOIN claim ON 0 WHERE \(conditions.sql) ORDER BY document.uid
                    """, arguments: conditions.arguments)
            while let row = try rows.next() {
                for report in try Self.report(database, "document.id = ?", [row["id"] as Int64], path) { try body(row["uid"], report) }
            }
        }
    }

    private static func report(_ database: Database, _ condition: String, _ arguments: StatementArguments, _ path: String) throws -> [Report] {
        let documents = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT document.*, reading.id AS reading, reading.names FROM document JOIN current ON current.document_id = document.id
                      JOIN reading ON reading.id = current.reading_id WHERE \(condition)
                    """), arguments: arguments)
        return try documents.map { row in
            let uid: String = row["uid"]
            let told = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT told.label, told.incident_label, claim.json FROM told JOIN claim ON claim.id = told.claim_id
                        WHERE told.reading_id = ? ORDER BY told.position
                        """), arguments: [row["reading"] as Int64])
            do {
                let claims = try told.map { claim in
                    guard case .object(let members) = try JSON(reading: (claim["json"] as String).utf8) else { return JSON.null }
                    return JSON.object([.init("id", .string(claim["label"])), .init("incident", .string(claim["incident_label"]))] + members)
                }
                func field(_ column: String) -> JSON { (row[column] as String?).map(JSON.string) ?? .null }
                var report = try Report(
                    json: .object([
                        .init("schema", .string("hearsay/report/1")),
                        .init(
                            "document",
                            .object([
                                .init("id", field("name")), .init("title", field("title")), .init("publisher", field("outlet")),
                                .init("url", field("url")), .init("published", field("published")), .init("published_by", field("published_by")),
                                .init("language", field("language")), .init("text", field("text")),
                            ])), .init("claims", .array(claims)), .init("names", try JSON(reading: (row["names"] as String).utf8)),
                    ]))
                report.document.byline = row["byline"]
                return report
            } catch let error as DatabaseError {
                throw error
            } catch {
                throw LedgerError(path, .damaged("the reading of document \(uid) cannot be read (\(error)); `hearsay verify` says what else"))
            }
        }
    }
}
