import Foundation
import HearsayCore
import Testing

@testable import HearsayPlaces

@Suite struct Neutrality {
    private let views = "AAA:claims:AAA:1991: BBB:administers:BBB:1992-01-01: UN:recognises:AAA:1991:"
    private let swapped = "UN:recognises:AAA:1991: BBB:administers:BBB:1992-01-01: AAA:claims:AAA:1991:"

    @Test func `the order of names and views in a table changes no byte`() throws {
        let one = try Fixture.tables(
            rivals: "10.5\t10.5\tAAA\ttown\tMarch=AAA|Marz=BBB\n12\t12\tBBB\ttown\tZeta=AAA|Eta=BBB\n",
            disputed: "rim\tRim\tregion\t10.6\t10.6\t20\tRim=AAA|Rand=BBB\t\(views)\t\n")
        let two = try Fixture.tables(
            rivals: "10.5\t10.5\tAAA\ttown\tMarz=BBB|March=AAA\n12\t12\tBBB\ttown\tEta=BBB|Zeta=AAA\n",
            disputed: "rim\tRim\tregion\t10.6\t10.6\t20\tRand=BBB|Rim=AAA\t\(swapped)\t\n")
        let bytes = try Fixture.compiled(one)
        #expect(try bytes == Fixture.compiled(two))
        let gazetteer = try Gazetteer(contentsOf: one + "/gazetteer.bin")
        let rim = try #require(gazetteer.candidates(for: "Rand").first)
        #expect(rim.viewpoints.map(\.holder) == ["AAA", "BBB", "UN"])
        let resolved = PlaceResolver(gazetteer).resolve([PlaceQuery("Rand", span: Span(0, 4))])[0]
        #expect(resolved?.countries == ["AAA", "BBB"])
        #expect(resolved?.name == "Rand")
    }

    @Test func `all names of a rivalry come with their users, whichever the text uses`() throws {
        let a = try Fixture.first("in [Stepanakert]", hints: PlaceHints(day: "2023-09-19"))
        let b = try Fixture.first("in [Khankendi]", hints: PlaceHints(day: "2023-09-19"))
        #expect(a.code == b.code)
        #expect(a.names == b.names)
        #expect((a.name, b.name) == ("Stepanakert", "Khankendi"))
        #expect(a.names.first { $0.name == "Khankendi" }?.usedBy == ["AZE"])
        #expect(a.names.map(\.name) == a.names.map(\.name).sorted())
        #expect((a.latitude, a.longitude) == (b.latitude, b.longitude))
    }

    @Test func `views are those of the day`() throws {
        #expect(try Fixture.first("in [Kosovo]", hints: PlaceHints(day: "1998-03-08")).countries == ["SRB"])
        #expect(try Fixture.first("in [Kosovo]", hints: PlaceHints(day: "2010-03-08")).countries == ["SRB", "XKX"])
        #expect(try Fixture.first("in [Simferopol]", hints: PlaceHints(day: "2010-03-08")).countries == ["UKR"])
        #expect(try Fixture.first("in [Simferopol]", hints: PlaceHints(day: "2020-03-08")).countries == ["RUS", "UKR"])
    }

    @Test func `views differ and each is labelled`() throws {
        let golan = try Fixture.first("on the [Golan Heights]")
        #expect(golan.countries == ["ISR", "SYR"])
        #expect(golan.viewpoints.allSatisfy { !$0.holder.isEmpty })
        #expect(golan.viewpoints == golan.viewpoints.sorted())
        #expect(try Fixture.first("in [Jerusalem]").countries == ["ISR", "PSE"])
        #expect(try Fixture.first("in [Port Stanley]").countries == ["ARG", "FLK"])
    }

    @Test func `at least sixty disputed areas and three hundred rival names are told`() {
        #expect(Fixture.gazetteer.file.disputeCount >= 60)
        #expect(Fixture.gazetteer.file.rivalCount >= 300)
    }
}

@Suite struct Compiling {
    @Test func `the real tables compile to the same bytes twice and to at most 40 MB`() throws {
        let tables = try #require(DataFiles.find("places/countries.tsv", folder: "Data"))
        let folder = String(tables.dropLast("/countries.tsv".count))
        let target = FileManager.default.temporaryDirectory.appendingPathComponent("gazetteer-\(UUID().uuidString).bin").path
        try GazetteerBuilder.build(from: folder, to: target)
        let once = try Data(contentsOf: URL(fileURLWithPath: target))
        try GazetteerBuilder.build(from: folder, to: target)
        #expect(try once == Data(contentsOf: URL(fileURLWithPath: target)))
        #expect(once.count <= 40_000_000)
        try Gazetteer(contentsOf: target).verify()
        try FileManager.default.removeItem(atPath: target)
    }

    @Test func `a user's own table adds places`() throws {
        let folder = try Fixture.tables()
        let more = folder + "/mine.tsv"
        try "my-hill\tHill 70\tmountain\t10.1\t10.2\t2\tAAA\t\tHeight 70\n".write(toFile: more, atomically: true, encoding: .utf8)
        try GazetteerBuilder.build(from: folder, additions: .init(towns: more), to: folder + "/g.bin")
        #expect(try Gazetteer(contentsOf: folder + "/g.bin").candidates(for: "Height 70").map(\.code) == ["hearsay:my-hill"])
    }

    @Test func `a user's folder of tables adds, mends and replaces`() throws {
        let folder = try Fixture.tables(towns: "old-fort\tOld Fort\tvillage\t10\t10\t1\tAAA\n")
        let mine = folder + "/mine"
        try FileManager.default.createDirectory(atPath: mine, withIntermediateDirectories: true)
        func write(_ name: String, _ text: String) throws { try text.write(toFile: mine + "/" + name, atomically: true, encoding: .utf8) }
        try write(
            "towns.tsv",
            "old-fort\tOld Fort\tvillage\t10.25\t10.25\t1\tAAA\t\tThe Fort\n" + "new-ford\tNew Ford\tvillage\t11\t11\t1\tBBB\n"
                + "geonames:101\tMarch\ttown\t10.75\t10.75\t2\tAAA\t\tMarchfield\n")
        try write("rivals.tsv", "11\t11\tBBB\ttown\tNew Ford=BBB|Nova Brod=AAA\n")
        let target = folder + "/g.bin"
        try GazetteerBuilder.build(from: folder, to: target)
        let before = try Gazetteer(contentsOf: target).version
        try GazetteerBuilder.build(from: folder, additions: .init(folder: mine), to: target)
        let gazetteer = try Gazetteer(contentsOf: target)
        #expect(gazetteer.candidates(for: "The Fort").map(\.latitude) == [10.25])
        #expect(gazetteer.candidates(for: "Old Fort").count == 1)
        #expect(gazetteer.candidates(for: "Nova Brod").map(\.code) == ["hearsay:new-ford"])
        #expect(gazetteer.candidates(for: "Marchfield").first?.geonamesID == 101)
        #expect(gazetteer.candidates(for: "Marchfield").first?.latitude == 10.75)
        #expect(gazetteer.version != before)
        try write("town.tsv", "x\tX\tvillage\t1\t1\t1\n")
        #expect {
            try GazetteerBuilder.build(from: folder, additions: .init(folder: mine), to: target)
        } throws: { "\($0)".hasPrefix(mine + "/town.tsv: no table has this name; those that can be added to are regions.tsv,") }
    }

    @Test func `a bad row is told with file, line and problem`() throws {
        let folder = try Fixture.tables(towns: "# head\nx\tX\tvillage\t95\t10\t1\tAAA\n")
        #expect(throws: PlacesError.badRow(path: folder + "/towns.tsv", line: 2, problem: "latitude 95.0 is not between -90 and 90")) {
            try GazetteerBuilder.build(from: folder, to: folder + "/g.bin")
        }
    }

    @Test func `a truncated, altered or foreign file is refused with the way out`() throws {
        let folder = try Fixture.tables()
        let bytes = try Fixture.compiled(folder)
        let path = folder + "/bad.bin"
        func open(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)); try Gazetteer(contentsOf: path).verify() }
        #expect(throws: PlacesError.truncated(path: path, found: bytes.count - 9, wanted: bytes.count)) { try open(Array(bytes.dropLast(9))) }
        #expect(throws: PlacesError.notAGazetteer(path: path)) { try open(Array("hello".utf8)) }
        var changed = bytes
        changed[bytes.count / 2] ^= 1
        #expect(throws: PlacesError.altered(path: path)) { try open(changed) }
        changed = bytes
        changed[60] ^= 1
        #expect(throws: PlacesError.altered(path: path)) { try open(changed) }
        #expect(
            "\(PlacesError.altered(path: "g.bin"))"
                == "g.bin: the gazetteer is not as it was built (checksum differs); build it again with 'hearsay gazetteer'")
    }

    @Test func `an altered body gives wrong answers at worst and never traps`() throws {
        let folder = try Fixture.tables(rivals: "10.5\t10.5\tAAA\ttown\tMarch=AAA|Marz=BBB\n")
        let bytes = try Fixture.compiled(folder)
        let path = folder + "/bad.bin"
        var state: UInt64 = 1
        for _ in 0..<100 {
            var changed = bytes
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[256 + Int(state >> 33) % (bytes.count - 256)] = UInt8(truncatingIfNeeded: state >> 20)
            }
            try Data(changed).write(to: URL(fileURLWithPath: path))
            let gazetteer = try Gazetteer(contentsOf: path)
            for name in ["March", "Marz", "Aaland", "Belander"] {
                for place in gazetteer.candidates(for: name) {
                    _ = (place.names, place.code, place.viewpoints, place.rivalNames, place.admin1, place.countryCodes)
                }
                _ = PlaceResolver(gazetteer).resolve([PlaceQuery(name, span: Span(0, 1), after: ", Aaland")])
            }
        }
    }
}
