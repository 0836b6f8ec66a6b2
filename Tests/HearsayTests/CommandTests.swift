import Foundation
import Hearsay
import HearsayCodebook
import HearsayCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The built `hearsay`, run as a user runs it.
enum Tool {
    struct Outcome: CustomStringConvertible {
        let code: Int32
        let output: String
        let errors: String
        var lines: [String] { output.split(separator: "\n").map(String.init) }
        var description: String { "exit \(code)\n\(output)\n\(errors)" }
    }

    /// Beside the test bundle, where the build puts both.
    static let path: String? = {
        let starts = [Bundle.main.executableURL, Bundle.main.bundleURL, CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }].compactMap {
            $0
        }
        for start in starts {
            var folder = start
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let candidate = folder.appendingPathComponent("hearsay").path
                if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            }
        }
        return nil
    }()

    static let missing: Comment = "the 'hearsay' program is not built beside the tests; run 'swift build -c release --product hearsay' first"

    static func run(_ arguments: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, input: input, environment: environment)
    }

    static func run(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: no end can block the other.
        let folder = try Folder()
        let (output, errors) = (folder.file("output"), folder.file("errors"))
        let given = folder.write("input", input ?? "")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardInput = FileHandle(forReadingAtPath: given)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, output: try text(output), errors: try text(errors))
    }

    private static func text(_ path: String) throws -> String { String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) }

    /// Runs it on a terminal and gives what a person sees.
    static func onTerminal(_ arguments: String..., environment: [String: String]) throws -> String {
        var master: Int32 = -1
        var end: Int32 = -1
        try #require(openpty(&master, &end, nil, nil, nil) == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let slave = FileHandle(fileDescriptor: end, closeOnDealloc: false)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = slave
        process.standardError = FileHandle.nullDevice
        try process.run()
        try slave.close()
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        // A terminal that nobody holds any more ends in an error, not in an end of file.
        while true {
            let count = read(master, &buffer, buffer.count)
            if count <= 0 { break }
            seen += buffer[..<count]
        }
        process.waitUntilExit()
        close(master)
        return String(decoding: seen, as: UTF8.self)
    }
}

/// A folder for one test, gone when the test is done.
final class Folder {
    let path: String
    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
    @discardableResult func write(_ name: String, _ text: String) -> String {
        let target = file(name)
        try? FileManager.default.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: target, contents: Data(text.utf8))
        return target
    }
}

@Suite(.enabled(if: Tool.path != nil, Tool.missing)) struct CommandTests {
    private let news = "Rebels shelled the town of Saraqib on Tuesday, the mayor said.\n"

    // MARK: read

    @Test func `a text file into a pipe is one line of JSON`() throws {
        let folder = try Folder()
        let outcome = try Tool.run("read", folder.write("a.txt", news), "--published", "2024-03-06", "--outlet", "Hearsay Daily")
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output.hasSuffix("\n") && outcome.lines.count == 1, "\(outcome)")
        let report = try JSON(reading: outcome.output.utf8)
        #expect(report["schema"] == .string("hearsay/report/1"))
        #expect(report["document"]?["publisher"] == .string("Hearsay Daily"))
        #expect(report["document"]?["published"] == .string("2024-03-06"))
        #expect(report["document"]?["published_by"] == .string("given"))
    }
    @Test func `every document has its line`() throws {
        let folder = try Folder()
        let outcome = try Tool.run("read", folder.write("a.txt", news), folder.write("b.txt", "Police arrested two men in the city of Minsk.\n"))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.lines.count == 2)
    }
    @Test func `standard input is read, and gives what the file gives`() throws {
        let folder = try Folder()
        let file = try Tool.run("read", folder.write("a.txt", news), "--published", "2024-03-06")
        let input = try Tool.run("read", "-", "--published", "2024-03-06", input: news)
        #expect(input.code == 0)
        #expect(input.output == file.output)
    }
    @Test func `a bad line names its file and line, and the rest is read`() throws {
        let folder = try Folder()
        let good = #"{"id":"x","text":"Rebels shelled the town of Saraqib.","published":"2024-03-06"}"#
        let path = folder.write("news.jsonl", good + "\n{\"text\": \"cut\n" + good.replacing("\"x\"", with: "\"y\"") + "\n")
        let outcome = try Tool.run("read", path)
        #expect(outcome.code == 1, "\(outcome)")
        #expect(outcome.lines.count == 2, "\(outcome)")
        #expect(outcome.errors.hasPrefix("hearsay: \(path):2: not JSON: "), "\(outcome)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome)")
        #expect(try outcome.lines.map { try JSON(reading: $0.utf8)["document"]?["id"] } == [.string("x"), .string("y")])
    }
    @Test func `nothing readable is exit code 2`() throws {
        let outcome = try Tool.run("read", "/nowhere/at-all.txt")
        #expect(outcome.code == 2, "\(outcome)")
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors
                == "hearsay: /nowhere/at-all.txt: cannot be read: No such file or directory; give the path of a file, or - for standard input\n")
    }
    @Test func `one missing file of two is exit code 1`() throws {
        let folder = try Folder()
        let outcome = try Tool.run("read", "/nowhere/at-all.txt", folder.write("a.txt", news))
        #expect(outcome.code == 1, "\(outcome)")
        #expect(outcome.lines.count == 1)
    }
    @Test func `an empty file is named`() throws {
        let folder = try Folder()
        let path = folder.write("empty.txt", "")
        let outcome = try Tool.run("read", path)
        #expect(outcome.code == 2, "\(outcome)")
        #expect(outcome.errors == "hearsay: \(path): no text in it; nothing to read\n")
    }
    @Test func `another language is said to be skipped`() throws {
        let folder = try Folder()
        let path = folder.write("a.txt", String(repeating: "Повстанцы обстреляли город во вторник, сообщил мэр. ", count: 4))
        let outcome = try Tool.run("read", path)
        #expect(outcome.code == 2, "\(outcome)")
        #expect(outcome.errors.contains("is not English"), "\(outcome)")
    }
    @Test func `a text named in a non-ASCII path is read`() throws {
        let folder = try Folder()
        #expect(try Tool.run("read", folder.write("новости 1.txt", news)).code == 0)
    }

    // MARK: wrong use

    @Test(arguments: [["read"], ["read", "--publishd", "2024-03-06", "a.txt"], ["reed"], ["read", "a.txt", "--published", "Tuesday"], ["explain"]])
    func `wrong use is exit code 64`(_ arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.code == 64, "\(outcome)")
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }
    @Test func `a day of publication that is none is named, with the way out`() throws {
        let outcome = try Tool.run("read", "a.txt", "--published", "6/3/2024")
        #expect(outcome.errors.contains("--published '6/3/2024' is no day; write it as 2023-09-19"), "\(outcome)")
    }
    @Test func `no file is named, with the way out`() throws {
        let outcome = try Tool.run("read")
        #expect(outcome.errors.contains("name at least one article file, or - for standard input"), "\(outcome)")
    }
    @Test func `help lists the verbs`() throws {
        let outcome = try Tool.run("--help")
        #expect(outcome.code == 0)
        for verb in ["read", "explain", "parse", "mentions", "check", "tables"] { #expect(outcome.output.contains("  \(verb) "), "\(verb)") }
    }

    @Test func `mentions writes places and times as the data sets have them`() throws {
        let folder = try Folder()
        let path = folder.write(
            "a.jsonl", #"{"doc": "d1", "text": "Shells fell on Saraqib in Syria on Tuesday, an officer said.", "dct": "2024-03-06"}"# + "\n")
        let all = try Tool.run("mentions", "--json", path)
        #expect(all.output.hasPrefix(#"{"doc":"d1","attributions":["#), "\(all)")
        let places = try Tool.run("mentions", "--kind", "place", path)
        #expect(places.output.contains(#""span":[15,22],"text":"Saraqib""#) && places.output.contains(#""geonameid":"#), "\(places)")
        #expect(!places.output.contains("timexes"), "\(places)")
        let times = try Tool.run("mentions", "--kind", "time", path)
        #expect(times.output.contains(#""span":[35,42],"type":"DATE","value":"2024-03-05""#), "\(times)")
    }

    @Test func `a folder of tables counts at once and its slips are named`() throws {
        let folder = try Folder()
        folder.write("mine/actors/groups.tsv", "River Guard\tRGD\tMLI.REB\tarmed\tMLI\tmine\n")
        let known = try Tool.run("actor", "the River Guard", "--data", folder.file("mine"))
        #expect(known.output.hasPrefix("River Guard\tMLI.REB"), "\(known)")
        let named = try Tool.run("actor", "the River Guard", environment: ["HEARSAY_TABLES": folder.file("mine")])
        #expect(named.output == known.output)
        folder.write("mine/actors/groups.tsv", "River Guard\tRGD\tMLI.XYZ\tarmed\tMLI\tmine\n")
        let path = folder.write("a.txt", news)
        let wrong = try Tool.run("read", path, "--data", folder.file("mine"))
        #expect(wrong.code == 2 && wrong.errors.contains("groups.tsv:1: 'MLI.XYZ' is no actor code;"), "\(wrong)")
        let none = try Tool.run("read", path, "--data", folder.file("nowhere"))
        #expect(none.code == 2 && none.errors.contains("no such folder of tables"), "\(none)")
    }

    @Test func `tables says what it holds and names the versions`() throws {
        let outcome = try Tool.run("tables", "--versions")
        #expect(outcome.code == 0)
        for part in ["model", "codebook", "actors", "places"] { #expect(outcome.output.contains("\"\(part)\":\""), "\(outcome)") }
    }

    // MARK: to a person

    @Test func `a terminal gets colour, NO_COLOR none, a pipe none`() throws {
        let folder = try Folder()
        let path = folder.write("a.txt", news)
        let coloured = try Tool.onTerminal("read", path, "--published", "2024-03-06", environment: ["TERM": "xterm-256color", "NO_COLOR": ""])
        let plain = try Tool.onTerminal("read", path, "--published", "2024-03-06", environment: ["TERM": "xterm-256color", "NO_COLOR": "1"])
        #expect(coloured.contains("\u{1B}["), "\(coloured)")
        #expect(!plain.contains("\u{1B}"), "\(plain)")
        #expect(plain.contains("the mayor") && plain.contains("ASSAULT"), "\(plain)")
        #expect(!plain.contains("\"schema\""))
        #expect(!(try Tool.run("read", path).output.contains("\u{1B}")))
    }
    @Test func `a terminal gets JSON where it is asked for`() throws {
        let folder = try Folder()
        let seen = try Tool.onTerminal("read", "--json", folder.write("a.txt", news), environment: ["TERM": "xterm"])
        #expect(seen.hasPrefix("{\"schema\":\"hearsay/report/1\""), "\(seen)")
    }
    @Test func `explain shows the tree, and the pattern and rule behind each field`() throws {
        let outcome = try Tool.run("explain", "The mayor said rebels had shelled Aleppo on Tuesday.")
        #expect(outcome.code == 0, "\(outcome)")
        for words in ["assault.", "nsubj", "“shelled”", "2024-03-05", "place.", "date.", "speaker", "status."] {
            #expect(outcome.output.contains(words), "\(words)\n\(outcome)")
        }
    }
    @Test func `explain says so where there is no claim`() throws {
        let outcome = try Tool.run("explain", "The sky is blue.")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("no claim: no pattern of the codebook matches a word of it"))
    }

    // MARK: a codebook of one's own

    /// Twenty lines: a new type of event beside the shipped ones.
    private let culture = """
        id: CULTURE
        means: Harm done to a site of cultural heritage, such as a museum, a shrine or a ruin.
        not: Harm to any other building (ASSAULT).
        modes:
          shelling: []
          looting: []
        patterns:
          - id: culture.shell
            verb: [shell, bombard, damage]
            mode: shelling
            with: {object: ["@heritage"]}
            priority: 5
          - {id: culture.loot, verb: [loot, plunder], mode: looting, with: {object: ["@heritage"]}, priority: 5}
        examples:
          - says: Rebels shelled the museum in Palmyra on Tuesday.
            gives: {by: culture.shell, mode: shelling, actor: Rebels, place: Palmyra, date: 2024-03-05}
          - {says: Soldiers looted a shrine., gives: {by: culture.loot, actor: Soldiers}}
          - says: Rebels shelled the barracks.
            none: Barracks are no heritage.

        """

    private func ownCodebook(_ culture: String) throws -> Folder {
        let folder = try Folder()
        try FileManager.default.copyItem(atPath: Shipped.reader.codebook.directory, toPath: folder.file("own"))
        folder.write("own/events/CULTURE.yaml", culture)
        folder.write("own/words/heritage.txt", "museum\nshrine\nruin\ntemple\n")
        return folder
    }

    @Test func `a user's own event type works`() throws {
        #expect(culture.split(separator: "\n").count <= 20)
        let folder = try ownCodebook(culture)
        let path = folder.write("a.txt", "Rebels shelled the museum in Palmyra on Tuesday, the mayor said.\n")
        let outcome = try Tool.run("read", path, "--codebook", folder.file("own"), "--published", "2024-03-06")
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains(#""type":"CULTURE","mode":"shelling""#), "\(outcome)")
        let check = try Tool.run("check", folder.file("own"), "--type", "CULTURE", "--verbose")
        #expect(check.code == 0, "\(check)")
        #expect(check.lines.count { $0.hasPrefix("ok ") } == 3, "\(check)")
    }
    @Test func `a codebook may hold nothing but one's own type`() throws {
        let folder = try Folder()
        folder.write("own/events/CULTURE.yaml", culture.replacing("@heritage", with: "museum"))
        let path = folder.write("a.txt", "Rebels shelled the museum in Palmyra on Tuesday.\n")
        let outcome = try Tool.run("read", path, "--codebook", folder.file("own"))
        #expect(outcome.code == 0, "\(outcome)")
        #expect(outcome.output.contains(#""type":"CULTURE""#), "\(outcome)")
    }
    @Test func `a slip in a codebook is shown with file, line and column`() throws {
        let folder = try ownCodebook(culture.replacing("    mode: shelling", with: "    mod: shelling"))
        let outcome = try Tool.run("read", "a.txt", "--codebook", folder.file("own"))
        #expect(outcome.code == 2, "\(outcome)")
        #expect(outcome.errors == "hearsay: events/CULTURE.yaml:10:5: unknown key 'mod' in a pattern; did you mean 'mode'?\n", "\(outcome)")
    }
    @Test func `check finds an example that does not come out`() throws {
        let folder = try ownCodebook(culture.replacing("place: Palmyra", with: "place: Aleppo"))
        let outcome = try Tool.run("check", folder.file("own"), "--type", "CULTURE")
        #expect(outcome.code == 1, "\(outcome)")
        #expect(outcome.output.contains("FAILS    events/CULTURE.yaml:15:5: Rebels shelled the museum in Palmyra on Tuesday."), "\(outcome)")
        #expect(outcome.output.contains("nearest is culture.shell on 'shelled': place is Palmyra"), "\(outcome)")
    }
    @Test func `a folder that is no codebook is named`() throws {
        let outcome = try Tool.run("read", "a.txt", "--codebook", "/nowhere/codebook")
        #expect(outcome.code == 2, "\(outcome)")
        #expect(outcome.errors == "hearsay: /nowhere/codebook: no such codebook folder; name one with --codebook or set HEARSAY_DATA\n", "\(outcome)")
    }
}
