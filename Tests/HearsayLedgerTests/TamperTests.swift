import Foundation
import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

/// Whoever changes a ledger behind its back is found out, and the place is named.
@Suite struct TamperTests {
    /// Numbers that look random and are the same every time.
    private struct Dice {
        var state: UInt64
        mutating func next(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    private static func ledger(_ folder: Folder, _ name: String) throws -> Ledger {
        let ledger = try Ledger(at: folder.file(name), .create)
        for number in 1...6 {
            try ledger.record([Stories.recorded(Stories.report("n\(number)"), at: "\(number).txt")], by: Stories.run, seen: Stories.seen)
        }
        try ledger.record([], refused: [Refusal(location: "x.bin", reason: "no text")], by: Stories.run, seen: Stories.seen)
        try ledger.record(Review(of: "c-1", by: "Nadia", .accept, at: Stories.seen))
        return ledger
    }

    /// Table and the columns that mean something.
    private static let columns: [(String, [String])] = [
        ("raw", ["sha256", "bytes"]), ("document", ["uid", "name", "outlet", "title", "published", "text"]), ("capture", ["location", "seen"]),
        ("refusal", ["location", "reason"]), ("run", ["program", "codebook"]), ("reading", ["outcome", "names"]),
        ("claim", ["uid", "type", "mode", "status", "trigger_text", "date_from", "place", "country", "latitude", "json"]),
        ("told", ["label", "claim_id"]),
        ("party", ["name", "name_key", "code", "span_start", "text"]), ("speaker", ["name", "cue"]), ("figure", ["low", "high", "harm"]),
        ("finding", ["by", "kind"]),
        ("place_name", ["name", "name_key"]), ("review", ["reviewer", "decision", "at"]), ("entry", ["kind", "content", "hash"]),
    ]

    @Test func `a value changed, a row lost or a row slipped in is found`() throws {
        let folder = try Folder()
        let original = try Self.ledger(folder, "t.ledger")
        #expect(try original.verify().faults.isEmpty)
        // All of it in the one file that is copied.
        try original.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        var dice = Dice(state: 7)
        var cases = 0
        for round in 0..<150 {
            let path = folder.file("copy\(round)")
            try FileManager.default.copyItem(atPath: original.path, toPath: path)
            let database = try DatabaseQueue(path: path)
            let (table, columns) = Self.columns[dice.next(Self.columns.count)]
            let column = columns[dice.next(columns.count)]
            let what = try database.writeWithoutTransaction { database -> String in
                try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
                for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                    try database.execute(sql: "DROP TRIGGER \(trigger)")
                }
                let isKeyed = !["told", "party", "speaker", "place_name", "figure", "finding"].contains(table)
                let key = table == "entry" ? "seq" : isKeyed ? "id" : table == "told" ? "reading_id" : "claim_id"
                let keys = try Int64.fetchAll(database, sql: "SELECT \(key) FROM \(table) ORDER BY 1")
                let row = keys[dice.next(keys.count)]
                switch dice.next(3) {
                case 0:
                    try database.execute(sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [row])
                    return "DELETE FROM \(table) \(row)"
                default:
                    let old =
                        try Row.fetchOne(database, sql: "SELECT \(column) FROM \(table) WHERE \(key) = ?", arguments: [row])![0] as DatabaseValue
                    let new: any DatabaseValueConvertible =
                        switch old.storage {
                        case .int64(let number): number == 1 ? 2 : 1
                        case .double(let number): number + 0.01
                        case .string(let text): text + "."
                        case .blob(let data): data + Data([1])
                        case .null: "x"
                        }
                    try database.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", arguments: [new, row])
                    return "UPDATE \(table).\(column) \(row)"
                }
            }
            try database.close()
            let faults = try Ledger(at: path, .read).verify().faults
            #expect(!faults.isEmpty, "\(what)")
            cases += 1
        }
        #expect(cases == 150)
    }

    @Test func `an end that was cut off is found where the head is known`() throws {
        let folder = try Folder()
        let ledger = try Self.ledger(folder, "t.ledger")
        let head = try ledger.status().head
        #expect(try ledger.verify(head: head).faults.isEmpty)
        try ledger.writing { database in
            try database.execute(sql: "DROP TRIGGER review_is_kept; DROP TRIGGER entry_is_kept")
            try database.execute(sql: "DELETE FROM review; DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
        }
        #expect(try ledger.verify().faults.isEmpty)
        #expect(try ledger.verify(head: head).faults.map(\.place) == ["the log"])
    }
}
