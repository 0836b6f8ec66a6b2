import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite struct `JSON documents` {
    @Test func `the text stays exactly as it is given`() throws {
        let document = try read(
            #"{"id":"a1","title":"Army Denies Raid","publisher":"Example","published":"2023-09-19","url":"https://example.org/1","text":"Army Denies Raid\r\n\n The army  denied it.\n\nRelated Articles\n"}"#,
            name: "a.json")
        #expect(document.text.string == "Army Denies Raid\r\n\n The army  denied it.\n\nRelated Articles\n")
        #expect(document.id == "a1" && document.title == "Army Denies Raid" && document.publisher == "Example")
        #expect(document.published == Day(2023, 9, 19) && document.publishedBy == .given)
        #expect(document.url == "https://example.org/1")
        #expect(document.blocks.map { document.text[$0.span] } == ["Army Denies Raid", "The army  denied it."])
        #expect(document.blocks.map(\.role) == [.headline, .body])
    }

    @Test(arguments: [
        #"{"doc":"x","headline":"T","outlet":"P","date":"2023-09-19","source_url":"u","body":"B."}"#,
        #"{"doc_id":"x","title":"T","source":"P","dct":"20230919","link":"u","content":"B."}"#,
        #"{"_id":"x","headline":"T","source":{"name":"P"},"pub_date":"19 September 2023","url":"u","event_text":"B."}"#,
        #"{"schema":"hearsay/report/1","document":{"id":"x","title":"T","publisher":"P","published":"2023-09-19T07:00:00Z","url":"u","text":"B."},"claims":[]}"#,
        #"{"id":"x","title":"T","sitename":"P","publishedAt":"Tue, 19 Sep 2023 07:00:00 GMT","url":"u","article":"B."}"#,
        #"{"id":"x","title":"T","publisher":"P","timestamp":1695110400,"url":"u","text":"B."}"#,
        #"{"id":"x","title":"T","publisher":"P","date":20230919,"url":"u","text":"B."}"#,
        #"{"id":"x","title":"T","publisher":"P","date":"September 19, 2023 at 7am","url":"u","text":"B."}"#,
        #"{"id":"x","title":"T","publisher":"P","date":"9/19/2023","url":"u","text":"B."}"#,
        #"{"id":"x","title":"T","publisher":"P","date":"2023 Sep 19","url":"u","text":"B."}"#,
    ]) func `fields are understood under their other names`(line: String) throws {
        let document = try read(line, name: "a.json")
        #expect(document.id == "x" && document.title == "T" && document.publisher == "P" && document.url == "u")
        #expect(document.published == Day(2023, 9, 19))
        #expect(document.text.string == "B.")
    }

    @Test func `what is not given is not guessed, but for the id`() throws {
        let document = try read(#"{"text":"The army denied it.","date":null,"title":" "}"#, name: "a.json")
        #expect(document.title == nil && document.publisher == nil && document.published == nil && document.publishedBy == nil)
        #expect(document.id == "sha256:" + SHA256.hex("The army denied it.".utf8))
    }

    @Test func `an array and a stream are many documents`() throws {
        let array = Intake().documents(in: Array(#"[{"text":"One."},{"text":"Two."}]"#.utf8), named: "a.json")
        #expect(try array.map { try $0.get().text.string } == ["One.", "Two."])
        let stream = Intake().documents(in: Array("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n".utf8), named: "-")
        #expect(try stream.map { try $0.get().text.string } == ["One.", "Two."])
    }

    @Test func `a stream of text that begins with a bracket is text`() throws {
        #expect(try read("[Editor's note] The army denied it.", name: "-").text.string == "[Editor's note] The army denied it.")
    }

    @Test func `defaults fill what the document leaves open, and only that`() throws {
        let intake = Intake(defaults: .init(published: Day(2024, 3, 6), publisher: "Desk"))
        let results = intake.documents(
            in: Array("{\"text\":\"A.\"}\n{\"text\":\"B.\",\"date\":\"2023-01-02\",\"source\":\"Other\"}".utf8), named: "a.jsonl")
        let documents = try results.map { try $0.get() }
        #expect(documents.map(\.published) == [Day(2024, 3, 6), Day(2023, 1, 2)])
        #expect(documents.map(\.publisher) == ["Desk", "Other"])
    }
}

@Suite struct `Errors` {
    @Test(arguments: [
        ("a.txt", " \n", "a.txt: no text in it; nothing to read"),
        ("a.json", "{", "a.json: not JSON: a key in quotes is missing at byte 1; give one object a line (.jsonl) or one a file (.json)"),
        ("a.jsonl", "{\"text\":\"A.\"}\n\n{\"txt\":\"B.\",\"n\":1}", "a.jsonl:3: no text: its fields are txt, n; put the article into 'text'"),
        ("a.jsonl", "{}", "a.jsonl:1: no text: it has no fields; put the article into 'text'"),
    ]) func `say where, what and the way out`(name: String, text: String, message: String) {
        let messages = Intake().documents(in: Array(text.utf8), named: name).compactMap { result in
            if case .failure(let error) = result { error.description } else { nil }
        }
        #expect(messages == [message])
    }

    @Test(arguments: ["03/04/2023", "2023-02-30", "7:58 AM ET", "yesterday", "99999999", "0"])
    func `a date that is none is named, and the document read undated`(date: String) throws {
        let document = try read(#"{"text":"A.","date":"\#(date)"}"#, name: "a.json")
        #expect(document.published == nil)
        #expect(
            document.notices
                == ["a.json: unreadable date '\(date)' in 'date': the document stays undated; write it as 2023-09-19, or leave it out"])
    }

    @Test func `a date that is none yields to another field's`() throws {
        let document = try read(#"{"text":"A.","date":"yesterday","timestamp":1695110400}"#, name: "a.json")
        #expect(document.published == Day(2023, 9, 19) && document.notices.isEmpty)
    }

    @Test func `one bad line of many stops no other`() throws {
        let lines = ["{\"text\":\"One.\"}", "{oops", "{\"text\":\"Two.\"}", "\u{0}", "{\"text\":\"Three.\"}"]
        let results = Intake().documents(in: Array(lines.joined(separator: "\n").utf8), named: "a.jsonl")
        #expect(results.compactMap { try? $0.get().text.string } == ["One.", "Two.", "Three."])
        #expect(results.compactMap { result in if case .failure(let error) = result { error.line } else { nil } } == [2, 4])
    }

    @Test func `a document over the limit is named with its size`() {
        let intake = Intake(limit: 20)
        let results = intake.documents(
            in: Array("{\"text\":\"A.\"}\n{\"text\":\"\(String(repeating: "b", count: 50))\"}\n{\"text\":\"C.\"}".utf8), named: "a.jsonl")
        #expect(results.count == 3)
        #expect(
            results.compactMap { result in if case .failure(let error) = result { error.description } else { nil } }
                == ["a.jsonl:2: 61 bytes are over the limit of 20 a document; cut it into documents, or raise --max-bytes"])
    }
}

/// The error of a document that was not read.
private func fault(_ result: Result<Document, IntakeError>?) throws -> IntakeError {
    guard case .failure(let error)? = result else { throw NoFault() }
    return error
}
private struct NoFault: Error {}

@Suite struct `Files` {
    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-intake-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    @Test func `a missing file is named`() throws {
        let results = Array(Intake().documents(at: "nowhere/story.txt"))
        #expect(results.count == 1)
        let error = try fault(results.first)
        #expect(
            error.description
                == "nowhere/story.txt: cannot be read: No such file or directory; give the path of a file, or - for standard input")
    }

    @Test func `lines are read one at a time across the pieces that the disk gives`() throws {
        var bytes: [UInt8] = []
        for number in 1...4000 {
            bytes += Array("{\"id\":\"d\(number)\",\"text\":\"\(String(repeating: "The army denied it. ", count: number % 40 + 1))\"}\n".utf8)
            if number % 1000 == 0 { bytes += Array("broken\n\n".utf8) }
        }
        let path = try file("many.jsonl", bytes)
        var ids: [String] = []
        var faults: [Int?] = []
        for result in Intake().documents(at: path) {
            switch result {
            case .success(let document): ids.append(document.id)
            case .failure(let error): faults.append(error.line)
            }
        }
        #expect(ids == (1...4000).map { "d\($0)" })
        #expect(faults == [1001, 2003, 3005, 4007])
    }

    @Test func `a line over the limit is passed over, and the next one read`() throws {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 700_000)
        let path = try file("long.jsonl", long + Array("\n{\"text\":\"After.\"}".utf8))
        let results = Array(Intake(limit: 1000).documents(at: path))
        #expect(results.count == 2)
        let error = try fault(results.first)
        #expect(error.reason == .tooLarge(bytes: 700_000, limit: 1000) && error.line == 1)
        #expect(try results[1].get().text.string == "After.")
    }

    @Test func `a text over the limit is refused with its whole size`() throws {
        let path = try file("long.txt", [UInt8](repeating: UInt8(ascii: "x"), count: 900_000))
        let results = Array(Intake(limit: 1000).documents(at: path))
        let error = try fault(results.first)
        #expect(error.reason == .tooLarge(bytes: 900_000, limit: 1000))
    }
}
