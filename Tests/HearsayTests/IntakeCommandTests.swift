import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite(.enabled(if: Tool.path != nil, Tool.missing)) struct `Files and folders on the command line` {
    private let sentence = "Rebels shelled the town of Saraqib on Tuesday, killing three civilians, the mayor said."

    /// A folder of several forms: four documents that can be read, one that cannot.
    private func folder() throws -> Folder {
        let folder = try Folder()
        _ = folder.write("a.jsonl", "{\"id\":\"one\",\"text\":\"\(sentence)\"}\n{oops\n{\"id\":\"two\",\"text\":\"\(sentence)\"}\n")
        _ = folder.write(
            "b.eml", "From: Wire <w@example.org>\nMessage-ID: <1@x>\nDate: Wed, 6 Mar 2024 07:00:00 +0000\nSubject: Shelling\n\n\(sentence)\n")
        _ = folder.write(
            "c.xml", "<rss><channel><title>Wire</title><item><title>Shelling</title><description>\(sentence)</description></item></channel></rss>")
        return folder
    }

    @Test func `a folder of many forms is read in its order, and one bad line stops nothing`() throws {
        let folder = try folder()
        let path = folder.file("")
        for arguments in [["text"], ["read", "--threads", "1"], ["read", "--threads", "4"]] {
            let outcome = try Tool.run(arguments + ["--json", path])
            #expect(outcome.code == 1 && outcome.lines.count == 4, "\(outcome)")
            #expect(outcome.errors.contains("a.jsonl:2: not JSON: ") && outcome.errors.split(separator: "\n").count == 1)
        }
        let files = try Tool.run("text", path).lines.map { line -> String in
            guard case .string(let file)? = try JSON(reading: line.utf8)["file"] else { return "" }
            return String(file.split(separator: "/").last!)
        }
        #expect(files == ["a.jsonl:1", "a.jsonl:3", "b.eml", "c.xml#1"])
    }

    @Test func `the form can be named, and the limits raised and lowered`() throws {
        let folder = try folder()
        let mail = folder.file("b.eml")
        #expect(try Tool.run("text", "--as", "text", mail).output.contains("Message-ID"))
        let wrong = try Tool.run("text", "--as", "word", mail)
        #expect(wrong.code == 64 && wrong.errors.contains("no such form; name one of \(Form.allCases.map(\.rawValue).joined(separator: ", "))"))
        let small = try Tool.run("text", "--max-bytes", "50", mail)
        #expect(small.code == 2 && small.errors.contains("are over the limit of 50 a document; cut it into documents, or raise --max-bytes"))
    }

    @Test func `every option that an error names exists`() throws {
        let help = try Tool.run("read", "--help").output
        let limits = Limits()
        let reasons: [IntakeError.Reason] = [
            .tooLarge(bytes: 2, limit: 1), .unpacksTooFar(limit: 1), .tooDense(limit: 1), .tooManyEntries(2, limit: 1), .tooNested(limit: 1),
            .tooManyLevels(limit: 1), .tooManyParts(limit: 1), .tooSlow(seconds: limits.seconds), .unknownForm(looksLike: nil),
        ]
        for reason in reasons {
            let words = IntakeError(file: "a", reason).description
            let option = try #require(words.split { !($0.isLetter || $0 == "-") }.first { $0.hasPrefix("--") })
            #expect(help.contains(option + " <"), "\(words)")
        }
    }
}
