import Foundation
import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

/// What goes into a ledger comes out again, once, and stays.
@Suite struct RecordingTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger(at: folder.file("t.ledger"), .create)
    }

    @Test func `a report comes back as it was read`() throws {
        let report = Stories.report()
        try ledger.record([Stories.recorded(report)], by: Stories.run, seen: Stories.seen)
        #expect(try ledger.report(of: report.document.uid)?.json.line == report.json.line)
        #expect(try ledger.has(report.document.uid, readBy: Stories.run.uid))
        #expect(try !ledger.has(report.document.uid, readBy: "r-other"))
    }

    @Test func `what is there is not added again, another place of finding is`() throws {
        let story = Stories.recorded(Stories.report())
        try ledger.record([story, story], by: Stories.run, seen: Stories.seen)
        let before = try ledger.status()
        try ledger.record([story], by: Stories.run, seen: "2024-04-01T00:00:00Z")
        #expect(try ledger.status().head == before.head)
        try ledger.record([Stories.recorded(Stories.report(), at: "copy/a.txt")], by: Stories.run, seen: Stories.seen)
        let after = try ledger.status()
        #expect((after.documents, after.claims, after.entries) == (1, 1, before.entries + 1))
    }

    @Test func `a newer codebook reads anew, and the older reading is kept`() throws {
        let report = Stories.report()
        try ledger.record([Stories.recorded(report)], by: Stories.run, seen: Stories.seen)
        var newer = report
        newer.claims[0].type = "COERCE"
        var run = Stories.run
        run.codebook = "c2"
        try ledger.record([Stories.recorded(newer)], by: run, seen: Stories.seen)
        #expect(try ledger.report(of: report.document.uid)?.claims[0].type == "COERCE")
        #expect(try ledger.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") } == 2)
        #expect(try ledger.status().runs.map(\.readings) == [1, 1])
    }

    @Test func `names of documents and claims hang on their content alone`() throws {
        let reports = (1...5).map { Stories.report("n\($0)") }
        func names(_ order: [Report], _ file: String) throws -> [String] {
            let ledger = try Ledger(at: folder.file(file), .create)
            for report in order { try ledger.record([Stories.recorded(report)], by: Stories.run, seen: Stories.seen) }
            return try ledger.claims(ClaimFilter()).map { $0.document.uid + $0.uid + $0.json.line }
        }
        #expect(try names(reports, "one") == names(reports.reversed(), "two"))
        #expect(Set(reports.map(\.document.uid)).count == 5)
        var same = Stories.report()
        (same.claims[0].id, same.claims[0].incident) = ("c9", "i9")
        #expect(same.claims[0].uid(in: "d") == Stories.report().claims[0].uid(in: "d"))
        same.claims[0].status = .planned
        #expect(same.claims[0].uid(in: "d") != Stories.report().claims[0].uid(in: "d"))
    }

    @Test func `what is skipped and what gives no document is kept with its reason`() throws {
        let document = Document(id: "fr", published: nil, language: "fr", text: Text("Les rebelles ont tiré."))
        try ledger.record(
            [Recorded(document, raw: [1, 2], location: "fr.txt", .skipped("not English (fr)"))],
            refused: [Refusal(location: "b.bin", reason: "no text")], by: Stories.run, seen: Stories.seen)
        let status = try ledger.status()
        #expect((status.documents, status.skipped, status.refused, status.claims) == (1, 1, 1, 0))
        #expect(try ledger.documents(ClaimFilter())[0].note == "not English (fr)")
    }

    @Test func `nothing written is changed or deleted`() throws {
        try ledger.record([Stories.recorded(Stories.report())], refused: [Refusal(location: "x", reason: "y")], by: Stories.run, seen: Stories.seen)
        try ledger.record(Review(of: "c", by: "Nadia", .accept, at: Stories.seen))
        let tables = [
            "raw", "document", "capture", "refusal", "run", "reading", "claim", "told", "party", "speaker", "place_name", "figure", "finding",
            "review",
            "entry",
        ]
        for table in tables {
            let column = try ledger.reading { try Row.fetchOne($0, sql: "SELECT * FROM \(table) LIMIT 1")!.columnNames.map { $0 }.last! }
            for sql in ["UPDATE \(table) SET \(column) = NULL", "DELETE FROM \(table)"] {
                #expect(throws: LedgerError.self, "\(sql)") { try ledger.writing { try $0.execute(sql: sql) } }
            }
        }
    }

    @Test func `a file is its owner's alone, and every commit waits for the disk`() throws {
        let mode = try FileManager.default.attributesOfItem(atPath: ledger.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try ledger.writing { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try ledger.writing { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func `reviews are added one behind the other`() throws {
        let accept = Review(of: "c-1", by: "Nadia", .accept, at: "2024-03-08T10:00:00Z")
        let undo = Review(of: "c-1", by: "Nadia", .undo, reason: "wrong claim", at: "2024-03-08T10:00:05Z")
        for review in [accept, undo, accept] { try ledger.record(review) }
        #expect(try ledger.reviews(of: "c-1") == [accept, undo, accept])
        #expect(try ledger.verify().faults.isEmpty)
    }

    @Test func `errors say where, what and the way out`() throws {
        func message(_ path: String, _ access: Ledger.Access) -> String {
            do { _ = try Ledger(at: path, access) } catch { return "\(error)".replacing(folder.path, with: "F") }
            return "opened"
        }
        #expect(message(folder.file("no"), .read) == "F/no: there is no such ledger; make one with: hearsay read STORIES --into F/no")
        try Data("Rebels shelled Saraqib, which is no database at all.".utf8).write(to: URL(filePath: folder.file("text")))
        #expect(message(folder.file("text"), .create) == "F/text: not a ledger: it is no SQLite file; name a file that `hearsay read --into` made")
        #expect(message(folder.path, .create) == "F: not a ledger: it is no file; name a file that `hearsay read --into` made")
        let other = try DatabaseQueue(path: folder.file("other"))
        try other.write { try $0.execute(sql: "CREATE TABLE notes (text)") }
        #expect(message(folder.file("other"), .create) == "F/other: not a ledger: it has other tables; name a file that `hearsay read --into` made")
        try ledger.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(
            message(ledger.path, .read)
                == "F/t.ledger: made by a newer Hearsay (tables of version 99, this program knows \(Schema.versions.count)); use that version or a later one"
        )
    }

    @Test func `tables that shipped stay as they shipped`() {
        #expect(Schema.versions.map { SHA256.hex($0.utf8) } == Self.shipped)
    }
    /// One line a version; a line is never changed, only added.
    static let shipped = ["8e5c8b220f80bd216746d3ee0a913ce04190c247b8c715610cf0b9a95febf39a"]

    @Test func `every table, view and column is in the guide`() throws {
        let guide = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/Ledger.md"), encoding: .utf8)
        let names = try ledger.reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT schema.name AS owner, info.name AS name FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info
                    WHERE schema.type IN ('table', 'view') AND schema.name NOT LIKE 'words%' AND schema.name NOT LIKE 'sqlite_%'
                    """
            ).map { ($0["owner"] as String, $0["name"] as String) }
        }
        #expect(names.count > 100)
        for (owner, name) in names {
            let section = guide.components(separatedBy: "\n").first { $0.hasPrefix("| `\(owner)` |") }
            #expect(section?.contains("`\(name)`") ?? false, "\(owner).\(name)")
        }
    }
}
