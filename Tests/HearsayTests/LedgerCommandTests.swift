import Foundation
import Testing

/// A ledger as a user makes it and asks it.
@Suite struct LedgerCommandTests {
    private static let news = [
        #"{"id": "a", "published": "2024-03-06", "publisher": "Gazette", "text": "Rebels shelled Saraqib on Tuesday, killing at least three civilians, the army said."}"#,
        #"{"id": "b", "published": "2024-03-07", "publisher": "Morning", "text": "The army denied that it had shelled Ariha on Wednesday."}"#,
        #"{"id": "c", "published": "2024-03-07", "publisher": "Journal", "text": "Les rebelles ont tiré sur la ville mardi, selon les habitants, et trois personnes sont mortes dans la nuit."}"#,
        "no json",
    ].joined(separator: "\n")

    @Test(.enabled(if: Tool.path != nil, Tool.missing)) func `read, ask, read again, verify`() throws {
        let folder = try Folder()
        let ledger = folder.file("war.ledger")
        let stories = folder.write("news.jsonl", Self.news)
        func run(_ arguments: String...) throws -> Tool.Outcome { try Tool.run(arguments) }

        let first = try run("read", stories, "--into", ledger, "--seen", "2024-03-08T08:00:00Z")
        #expect(first.code == 1, "\(first)")
        #expect(first.errors.contains("news.jsonl:3: c is not English") && first.errors.contains("news.jsonl:4: not JSON"), "\(first)")
        #expect(first.errors.contains("2 read") && first.errors.contains("1 skipped; 1 could not be read"), "\(first)")

        let shelling = try run("claims", ledger, "--about", "shelling", "--said-by", "the army")
        #expect(shelling.lines.count == 2, "\(shelling)")
        #expect(try run("claims", ledger, "--denied", "--count").output == "1\n")
        #expect(try run("claims", ledger, "--at", "Saraqib", "--figure", "killed:3", "--text").output.contains("at least 3 civilian killed"))
        #expect(try run("claims", ledger, "--within", "25,Saraqib", "--country", "SYR").lines.count >= 1)
        #expect(try run("documents", ledger).lines.count == 3)
        #expect(try run("actors", ledger, "--text").output.contains("Rebels"))
        #expect(try run("places", ledger).output.contains("Saraqib"))

        let status = try run("status", ledger)
        #expect(status.output.contains("3 of 3 outlets") && status.output.contains("1 skipped, 1 inputs gave no document"), "\(status)")
        let again = try run("read", stories, "--into", ledger, "--seen", "2025-01-01T00:00:00Z")
        #expect(again.errors.contains("0 read") && again.errors.contains("2 were there already"), "\(again)")
        #expect(try run("status", ledger).output == status.output)
        let head = try #require(status.lines.first { $0.hasPrefix("head") }?.split(separator: " ").last)
        #expect(try run("verify", ledger, "--head", String(head)).code == 0)
        #expect(try run("verify", ledger, "--head", String(repeating: "0", count: 64)).code == 4)
    }

    @Test(.enabled(if: Tool.path != nil, Tool.missing)) func `the same claims whatever the number of threads`() throws {
        let folder = try Folder()
        let stories = folder.write("news.jsonl", Self.news)
        let outputs = try ["1", "3"].map { threads in
            let ledger = folder.file("\(threads).ledger")
            _ = try Tool.run("read", stories, "--into", ledger, "--seen", "2024-03-08T08:00:00Z", "--threads", threads)
            return try Tool.run("claims", ledger).output + Tool.run("status", ledger).output
        }
        #expect(!outputs[0].isEmpty && outputs[0] == outputs[1])
    }

    @Test(
        .enabled(if: Tool.path != nil, Tool.missing),
        arguments: [
            (["claims", "/nowhere/x.ledger"], 4, "/nowhere/x.ledger: there is no such ledger"),
            (["claims", "x", "--since", "spring"], 64, "--since 'spring' is no day; write it as 2023-09-19"),
            (["claims", "x", "--figure", "killed"], 64, "--figure 'killed': write a harm and a number"),
            (["claims", "x", "--status", "true"], 64, "--status 'true' is not known; one of happened, ongoing, planned, possible, negated"),
            (["claims", "x", "--within", "near"], 64, "--within 'near': write kilometres and a point or a place"),
            (["read", "x", "--seen", "now", "--into", "y"], 64, "--seen 'now' is no time; write it as 2023-09-20T08:00:00Z"),
            (["read", "x", "--json", "--into", "y"], 64, "--into writes a ledger and prints no claims"),
        ]) func `wrong use is told with the way out`(arguments: [String], code: Int, message: String) throws
    {
        let outcome = try Tool.run(arguments)
        #expect(outcome.code == Int32(code) && outcome.errors.contains(message), "\(outcome)")
    }
}
