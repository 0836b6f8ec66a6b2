import Foundation
import HearsayCore
import Testing

@testable import HearsayActors

@Suite struct ActorTableTests {
    private static let folder: String = {
        var folder = #filePath
        for _ in 0..<3 { folder = String(folder[..<folder.lastIndex(of: "/")!]) }
        return folder + "/Data/actors/"
    }()
    private static let files: [(String, Int)] = [
        ("countries.tsv", 7), ("groups.tsv", 6), ("groups-ucdp.tsv", 6), ("groups-phoenix.tsv", 6), ("peoples.tsv", 5),
        ("peoples-ucdp.tsv", 5), ("agents.tsv", 6), ("agents-phoenix.tsv", 6), ("leaders.tsv", 7),
        ("leaders-factbook.tsv", 7), ("movements.tsv", 5), ("governments-ucdp.tsv", 3),
    ]
    private func table(_ name: String) throws -> Table {
        let columns = ActorTableTests.files.first { $0.0 == name }!.1
        return try #require(try Table(ActorTableTests.folder + name, columns: columns))
    }

    @Test func `no row stands twice`() throws {
        for (name, columns) in ActorTableTests.files {
            let table = try table(name)
            var seen: Set<String> = []
            for row in 0..<table.count {
                let whole = (0..<columns).map { table[row, $0] }.joined(separator: "\t")
                #expect(seen.insert(whole).inserted, "\(name):\(table.line(row)): doubled row")
            }
        }
    }

    @Test func `a role noun stands once in its table and a country once in all`() throws {
        for name in ["agents.tsv", "agents-phoenix.tsv", "countries.tsv"] {
            let table = try table(name)
            var seen: Set<[UInt8]> = []
            for row in 0..<table.count { #expect(seen.insert(Fold.key(table[row, 0])).inserted, "\(name):\(table.line(row))") }
        }
    }

    @Test func `every code is well formed and every country real`() throws {
        let countries = try table("countries.tsv")
        let real = Set((0..<countries.count).map { countries[$0, 0] })
        #expect(real.count >= 249)
        func check(_ text: String, _ place: String) {
            guard let code = ActorCode(text) else {
                Issue.record("\(place): '\(text)' is no code")
                return
            }
            if let country = code.country, country != "IGO" { #expect(real.contains(country), "\(place): \(country)") }
        }
        for name in ["groups.tsv", "groups-ucdp.tsv", "groups-phoenix.tsv"] {
            let table = try table(name)
            for row in 0..<table.count {
                for code in table.list(row, 2) where code != "*" { check(code, "\(name):\(table.line(row))") }
                for land in table.list(row, 4) { check(land, "\(name):\(table.line(row))") }
            }
        }
        for name in ["peoples.tsv", "peoples-ucdp.tsv"] {
            let table = try table(name)
            for row in 0..<table.count {
                for land in table.list(row, 2) where land != "-" && land != "*" { check(land, "\(name):\(table.line(row))") }
            }
        }
        for name in ["leaders.tsv", "leaders-factbook.tsv"] {
            let table = try table(name)
            for row in 0..<table.count { check(table[row, 0], "\(name):\(table.line(row))") }
        }
        let movements = try table("movements.tsv")
        for row in 0..<movements.count { for column in [0, 1, 3] { check(movements[row, column], "movements.tsv:\(movements.line(row))") } }
    }

    @Test func `every role noun has a known sector, kind and flags`() throws {
        for name in ["agents.tsv", "agents-phoenix.tsv"] {
            let table = try table(name)
            for row in 0..<table.count {
                let sector = table[row, 1]
                #expect(sector == "-" || ActorCode.sectors.contains(sector), "\(name):\(table.line(row))")
                #expect(Agent.Kind(rawValue: table[row, 2]) != nil, "\(name):\(table.line(row))")
                #expect(table[row, 3].allSatisfy { "wpsn".contains($0) }, "\(name):\(table.line(row))")
            }
        }
    }

    @Test func `a term ends after it begins`() throws {
        for name in ["leaders.tsv", "leaders-factbook.tsv"] {
            let table = try table(name)
            for row in 0..<table.count {
                let term = Term(table, row)
                let from = try #require(term.from, "\(name):\(table.line(row))")
                if let to = term.to { #expect(from <= to, "\(name):\(table.line(row))") }
            }
        }
    }

    @Test func `every row says where it comes from`() throws {
        for (name, columns) in ActorTableTests.files where name != "countries.tsv" {
            let table = try table(name)
            for row in 0..<table.count { #expect(!table[row, columns - 1].isEmpty, "\(name):\(table.line(row))") }
        }
    }

    @Test func `the tables are as rich as promised`() throws {
        var agents = 0
        for name in ["agents.tsv", "agents-phoenix.tsv"] { agents += try table(name).count }
        var groups = 0
        for name in ["groups.tsv", "groups-ucdp.tsv", "groups-phoenix.tsv"] { groups += try table(name).count }
        #expect(agents >= 1500)
        #expect(groups >= 3000)
        #expect(try table("leaders.tsv").count >= 600)
    }

    @Test func `a fault is told with file, line and way out`() throws {
        func message(_ text: String) -> String? {
            do {
                _ = try Table("x/groups.tsv", bytes: Array(text.utf8), columns: 6)
                return nil
            } catch { return "\(error)" }
        }
        #expect(message("# a\nalone\n") == "x/groups.tsv:2: 1 columns where the table needs 6; separate them by tabs")
        #expect(message("a\tb\tc\td\te\tf\tg\n") == "x/groups.tsv:1: 7 columns where the table needs 6; separate them by tabs")
        #expect(message("a\tb\r\nc\td") == nil)
        #expect(
            ActorTableError.code("groups.tsv", line: 3, "IRQ.XYZ").description
                == "groups.tsv:3: 'IRQ.XYZ' is no actor code; write a country and a sector (IRQ.REB), "
                + "an international body (IGO.UN) or a sector (NGO)")
        #expect(throws: ActorTableError.self) { try ActorLexicon(directory: "/nowhere") }
    }

    @Test func `a user's rows prevail, and change the version`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("actors-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func write(_ name: String, _ text: String) throws { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
        try write("groups.tsv", "River Guard\tRGD\tMLI.REB\tarmed\tMLI\tmine\n")
        try write(
            "leaders.tsv",
            "FRA.GOV\tEmmanuel Macron\tMacron\tpresident\t2017-05\t2027-05-13\tmine\n"
                + "FRA.GOV\tAnne Roux\tRoux\tpresident\t2027-05-13\t\tmine\n")
        let plain = try ActorLexicon(directory: ActorTableTests.folder)
        let lexicon = try ActorLexicon(directory: ActorTableTests.folder, additions: folder)
        #expect(lexicon.version != plain.version)
        let resolver = ActorResolver(lexicon)
        #expect(resolver.resolve("the River Guard").code == "MLI.REB")
        #expect(resolver.resolve("the French president", in: ActorContext(published: Day(2028, 1, 1))).name == "Anne Roux")
        #expect(resolver.resolve("the French president", in: ActorContext(published: Day(2026, 1, 1))).name == "Emmanuel Macron")
        try write("agents.tsv", "# noun\nriverman\tXYZ\tperson\t\t\tmine\n")
        #expect { try ActorLexicon(directory: ActorTableTests.folder, additions: folder) } throws: {
            "\($0)".hasPrefix(folder + "/agents.tsv:2: 'XYZ' is no sector; write - for none or one of BUS,")
        }
        try write("agents.tsv", "riverman\tCIV\tpersons\t\t\tmine\n")
        #expect { try ActorLexicon(directory: ActorTableTests.folder, additions: folder) } throws: {
            "\($0)" == folder + "/agents.tsv:1: 'persons' is no kind of role noun; write person, people, body, office, part or site"
        }
        try write("leader.tsv", "a\tb\n")
        #expect { try ActorLexicon(directory: ActorTableTests.folder, additions: folder) } throws: {
            "\($0)".contains("leader.tsv: no table has this name")
        }
    }

    @Test func `codes in UCDP's numbers and in CAMEO's letters`() throws {
        let lexicon = try ActorLexicon(directory: ActorTableTests.folder)
        let resolver = ActorResolver(lexicon)
        for (phrase, code) in [("ISIL", "ucdp:234"), ("Daesh", "ucdp:234"), ("the FARC", "ucdp:743"), ("the Syrian government", "ucdp:118")] {
            let actor = resolver.resolve(phrase)
            #expect(lexicon.ucdpCodes(of: actor.name, code: actor.code) == [code], "\(phrase): \(actor.name)")
        }
        #expect(ActorCode("SYR.CIV")?.cameo == "SYRCVL")
        #expect(ActorCode("SYR.REB")?.cameo == "SYRREB")
        #expect(ActorCode("IGO.UN")?.cameo == "IGOUNO")
        #expect(ActorCode("NGO")?.cameo == "NGO")
    }

    @Test func `codes are read strictly`() {
        for good in ["ARM", "ARM.REB", "IGO.UN", "NGO", "CIV", "CIV.CIV", "XKX.GOV"] { #expect(ActorCode(good) != nil) }
        for bad in ["", "arm", "ARM.", ".REB", "ARM.XYZ", "IGO", "ARM.REB.X", "ARMENIA", "IGO.un"] { #expect(ActorCode(bad) == nil) }
        #expect(ActorCode("CIV")?.country == "CIV")
        #expect(ActorCode("NGO")?.text == nil)
    }

    @Test func `names fold alike however they are spelt`() {
        for spelling in ["al-Qaida", "Al Qaida", "al-Qa'ida", "al-Qa’ida", "AL-QAIDA"] { #expect(Fold.key(spelling) == Array("alqaida".utf8)) }
        #expect(Fold.key("Defence") == Fold.key("Defense"))
        #expect(Fold.key("Médecins Sans Frontières") == Fold.key("Medecins Sans Frontieres"))
        #expect(Fold.key("Erdoğan") == Fold.key("Erdogan"))
        #expect(Fold.key("\u{301}—’").isEmpty)
    }
}
