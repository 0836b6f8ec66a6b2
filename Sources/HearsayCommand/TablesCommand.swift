import ArgumentParser
import Hearsay
import HearsayActors
import HearsayCore
import HearsayPlaces

/// `hearsay tables`: what the tables hold, whether they are sound, and the versions that a Run notes.
struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "Checks the tables of places and actors, yours among them, and says what they hold.",
        discussion: "Exit code: 0 all tables can be read; 2 one cannot: its file and line are named on standard error.")

    @OptionGroup var choice: ReaderOptions
    @Flag(help: "Only the versions, as one JSON object.")
    var versions = false

    func run() throws {
        let reader = try choice.reader()
        if versions { return print(reader.versions.json.line) }
        let gazetteer = reader.places.gazetteer
        let actors = reader.actors.lexicon
        let names = reader.versions
        print("places, version \(names.places): \(gazetteer.count) places under \(gazetteer.nameCount) names")
        print("  disputed areas \(gazetteer.disputedAreas); places with rival or former names \(gazetteer.rivalPlaces)")
        print("actors, version \(names.actors)")
        var rows: [String: Int] = [:]
        for table in actors.summaries {
            let name = table.path.split(separator: "/").last.map(String.init) ?? table.path
            let origins = table.origins.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
            print("  \(name.padded(to: 22)) \(table.rows) rows\(origins.isEmpty ? "" : ": " + origins.joined(separator: ", "))")
            rows[String(name.prefix { $0 != "-" && $0 != "." }), default: 0] += table.rows
        }
        print(
            "  named actors \((rows["groups"] ?? 0) + (rows["peoples"] ?? 0) + (rows["countries"] ?? 0)), role nouns \(rows["agents"] ?? 0), "
                + "terms of office \(rows["leaders"] ?? 0) of \(actors.holderCount) people")
        print("codebook, version \(names.codebook); model \(names.model)")
    }
}
