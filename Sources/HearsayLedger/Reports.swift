internal import GRDB
public import HearsayCore

extension Ledger {
    /// What the newest reading of a document wrote down, as `hearsay read` printed it; nil where there is none.
    public func report(of documentUID: String) throws(LedgerError) -> Report? {
        try reading { database in
            let found = try Row.fetchOne(
                database,
                sql: """
                    SELECT document.*, reading.id AS reading, reading.names FROM document JOIN current ON current.document_id = document.id
                      JOIN reading ON reading.id = current.reading_id WHERE document.uid = ?
                    """, arguments: [documentUID])
            guard let found else { return nil }
            let told = try Row.fetchAll(
                database,
                sql: """
                    SELECT told.label, told.incident_label, claim.json FROM told JOIN claim ON claim.id = told.claim_id
                    WHERE told.reading_id = ? ORDER BY told.position
                    """, arguments: [found["reading"] as Int64])
            do {
                let claims = try told.map { row in
                    Claim.labelled(try JSON(reading: (row["json"] as String).utf8), row["label"], incident: row["incident_label"])
                }
                func field(_ column: String) -> JSON { JSON(found[column] as String?) }
                var report = try Report(
                    json: .object([
                        .init("schema", .string("hearsay/report/1")),
                        .init(
                            "document",
                            .object([
                                .init("id", field("name")), .init("title", field("title")), .init("publisher", field("outlet")),
                                .init("url", field("url")), .init("published", field("published")), .init("published_by", field("published_by")),
                                .init("language", field("language")), .init("text", field("text")),
                            ])), .init("claims", .array(claims)), .init("names", try JSON(reading: (found["names"] as String).utf8)),
                    ]))
                report.document.byline = found["byline"]
                return report
            } catch {
                throw LedgerError(path, .damaged("the reading of document \(documentUID) cannot be read (\(error)); `hearsay verify` says what else"))
            }
        }
    }
}
