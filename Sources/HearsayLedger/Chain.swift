internal import GRDB
import HearsayCore

/// The log that ties every row to all before it: a row changed, lost or slipped in breaks it at that row.
///
/// Who can rewrite the whole file can rewrite the chain too: keep the head's hash elsewhere (`hearsay verify --head`).
struct Chain {
    enum Kind: String, CaseIterable { case raw, document, capture, refusal, run, reading, claim, review }

    private(set) var seq: Int64
    private(set) var hash: String

    init() { (seq, hash) = (0, "") }

    init(tailOf database: Database) throws {
        let tail = try Row.fetchOne(database, sql: "SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
        (seq, hash) = (tail?["seq"] ?? 0, tail?["hash"] ?? "")
    }

    mutating func next(_ kind: Kind, row: Int64, content: String) -> (seq: Int64, hash: String) {
        seq += 1
        hash = SHA256.hex("\(seq) \(kind.rawValue) \(row) \(content) \(hash)".utf8)
        return (seq, hash)
    }
}
