import Foundation
import HearsayCore
import Testing

@testable import HearsayPlaces

/// The real gazetteer, compiled once for all tests.
enum Fixture {
    static let gazetteer: Gazetteer = {
        do { return try Gazetteer.standard() } catch { fatalError("\(error)") }
    }()
    static let resolver = PlaceResolver(gazetteer)

    /// Where the names in brackets of a text point to: "Shells fell on [Lanchin] corridor in [Azerbaijan]".
    static func resolve(_ marked: String, hints: PlaceHints = PlaceHints()) -> [ResolvedPlace?] {
        var text = ""
        var spans: [Span] = []
        var start: Int?
        for character in marked {
            switch character {
            case "[": start = text.unicodeScalars.count
            case "]": if let from = start { spans.append(Span(from, text.unicodeScalars.count)) }
            default: text.append(character)
            }
        }
        let body = Text(text)
        return resolver.resolve(spans.map { PlaceQuery(in: body, at: $0) }, hints: hints)
    }

    static func first(_ marked: String, hints: PlaceHints = PlaceHints()) throws -> ResolvedPlace {
        try #require(resolve(marked, hints: hints).first ?? nil)
    }

    /// A folder of small tables, written anew; `rivals` and `disputed` as given.
    static func tables(rivals: String = "", disputed: String = "", towns: String = "") throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var files = ["countries.tsv", "admin.tsv", "places.tsv", "ne-disputed.tsv", "aliases.tsv", "disputed.tsv", "rivals.tsv"]
        files += ["regions.tsv", "waters.tsv", "sites.tsv", "towns.tsv", "former.tsv"]
        for file in files { try "# empty\n".write(toFile: folder + "/" + file, atomically: true, encoding: .utf8) }
        let countries = """
            AA\tAAA\t1\tAaland\t10\t10\t1000\t1000\tAtown\tEU\tBB\t\tAalander
            BB\tBBB\t2\tBeland\t11\t11\t1000\t1000\tBtown\tEU\tAA\t\tBelander

            """
        try countries.write(toFile: folder + "/countries.tsv", atomically: true, encoding: .utf8)
        try "@AA\t01\t\n101\tMarch\t10.5\t10.5\t5000\t3\t\tMarche\n".write(toFile: folder + "/places.tsv", atomically: true, encoding: .utf8)
        try rivals.write(toFile: folder + "/rivals.tsv", atomically: true, encoding: .utf8)
        try disputed.write(toFile: folder + "/disputed.tsv", atomically: true, encoding: .utf8)
        try towns.write(toFile: folder + "/towns.tsv", atomically: true, encoding: .utf8)
        return folder
    }

    static func compiled(_ folder: String) throws -> [UInt8] {
        let path = folder + "/gazetteer.bin"
        try GazetteerBuilder.build(from: folder, to: path)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
