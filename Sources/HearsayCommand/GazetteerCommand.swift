import ArgumentParser
import Foundation
import HearsayCore
import HearsayPlaces

/// `hearsay gazetteer build|verify|score`: the compiled list of places.
struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer", abstract: "Compile, check or measure the list of places.",
        subcommands: [Build.self, Verify.self, Resolve.self, Speed.self], defaultSubcommand: Build.self)

    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Compile the tables of a folder into one file.")
        @Argument(help: "Folder of the tables.") var tables = "Data/places"
        @Option(help: "File to write.") var to = "Data/places/gazetteer.bin"
        @OptionGroup var own: TablesOption
        func run() throws {
            try GazetteerBuilder.build(from: tables, additions: .init(folder: try own.chosen()?.places), to: to)
            print("\(to): \(try Gazetteer(contentsOf: to).count) places")
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check every byte of the compiled file.")
        @Argument(help: "The compiled file; the standard one if left out.") var file: String?
        func run() throws {
            let gazetteer = try Gazetteer.standard(explicit: file)
            try gazetteer.verify()
            print("\(gazetteer.count) places, version \(gazetteer.version): as it was built")
        }
    }

    struct Resolve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Place the given names of documents (JSON lines with doc, text, date, places[].span).",
            discussion: "Writes the same lines with lat, lon and geonameid, for shared/tools/score-mentions places GOLD PREDICTED.")
        @Argument(help: "The documents.") var documents: String
        @Flag(help: "Find the names too, instead of taking the given spans.") var scan = false
        @Flag(help: "With --scan: names of peoples too (\"Syrian\").") var peoples = false
        @Option(help: "Compiled gazetteer to use instead of the standard one.") var gazetteer: String?
        func run() throws {
            let gazetteer = try Gazetteer.standard(explicit: gazetteer)
            let lines = try String(contentsOfFile: documents, encoding: .utf8).split(separator: "\n")
            for line in lines {
                let document = try JSONDecoder().decode(PlaceDocument.self, from: Data(line.utf8))
                try print(Output.json(document.resolved(with: gazetteer, scanning: scan, peoples: peoples)))
            }
        }
    }

    struct Speed: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Count exact look-ups a second on one core.")
        func run() throws {
            let gazetteer = try Gazetteer.standard()
            let names = gazetteer.someNames(100_000)
            func measure(_ title: String, _ look: (String) -> Int) {
                var found = 0
                // Time of this program's one core, so that other work on the machine does not count.
                let start = clock()
                for _ in 0..<5 { for name in names { found += look(name) } }
                let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
                print("\(title): \(names.count * 5) look-ups, \(found) places, \(Int(Double(names.count * 5) / seconds)) a second")
            }
            measure("exact names") { gazetteer.exact($0).count }
            measure("with transliteration") { gazetteer.matches(for: $0).count }
        }
    }
}

/// A document of the place data sets, read as it is.
struct PlaceDocument: Codable {
    struct Name: Codable {
        var span: [Int]
        var name: String?
        var lat: Double?
        var lon: Double?
        var geonameid: Int?
    }
    var doc: String
    var text: String
    var date: String?
    var places: [Name]?

    func resolved(with gazetteer: Gazetteer, scanning: Bool, peoples: Bool = false) -> PlaceDocument {
        let text = Text(text)
        let spans =
            scanning
            ? gazetteer.scan(text, peoples: peoples)
            : (places ?? []).compactMap { $0.span.count == 2 && $0.span[0] <= $0.span[1] ? Span($0.span[0], $0.span[1]) : nil }
        let answers = PlaceResolver(gazetteer).resolve(spans.map { PlaceQuery(in: text, at: $0) }, hints: PlaceHints(day: date))
        var out = self
        out.text = ""
        out.places = zip(spans, answers).map { span, answer in
            Name(
                span: [span.start, span.end], name: text[span], lat: answer?.place.latitude, lon: answer?.place.longitude,
                geonameid: answer?.place.geonamesID)
        }
        return out
    }
}
