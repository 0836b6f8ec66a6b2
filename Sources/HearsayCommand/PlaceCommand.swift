import ArgumentParser
import Foundation
import HearsayCore
import HearsayPlaces

/// `hearsay place Paris --near USA`: every place of that name, and which one is meant.
struct PlaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place", abstract: "Look a place up: all candidates, and the one that is meant.")

    @Argument(help: "The name as a text has it: \"Lanchin corridor\", \"30 km north of Raqqa\".")
    var name: String
    @Option(help: "Country of the story (ISO code or name); may be given several times.")
    var near: [String] = []
    @Option(help: "Day of the text, as 2023-09-19: who held what then.")
    var on: String?
    @Option(help: "Most candidates to show.")
    var limit = 10
    @Option(help: "Compiled gazetteer to use instead of the standard one.")
    var gazetteer: String?
    @OptionGroup var tables: TablesOption
    @Flag(help: "JSON, one object.")
    var json = false

    func run() throws {
        let gazetteer = try Gazetteer.standard(explicit: gazetteer, additions: try tables.chosen()?.places)
        var hints = PlaceHints(day: on)
        for country in near {
            guard let place = gazetteer.country(country.uppercased()) ?? gazetteer.candidates(for: country).first(where: \.isCountry) else {
                throw ValidationError("--near \(country): no such country; give its name or ISO code")
            }
            for code in place.countryCodes { hints.countries[code, default: 0] += 4 }
        }
        let phrase = Text(name)
        let span = Phrase.name(in: phrase)
        let chosen = PlaceResolver(gazetteer).resolve([PlaceQuery(in: phrase, at: span)], hints: hints)[0]
        let candidates = Array(gazetteer.candidates(for: phrase[span]).prefix(limit))
        if json {
            try print(
                Output.json(PlaceAnswer(query: name, chosen: chosen.map(PlaceAnswer.Choice.init), candidates: candidates.map(PlaceAnswer.Entry.init)))
            )
            return
        }
        guard let chosen else {
            print("no place is known by the name \"\(name)\"")
            throw ExitCode(1)
        }
        print("meant: \(PlaceAnswer.line(chosen))")
        for name in chosen.names { print("  name: \(name.name)\(name.usedBy.isEmpty ? "" : " (used by \(name.usedBy.joined(separator: ", ")))")") }
        for view in chosen.viewpoints { print("  view: \(PlaceAnswer.line(view))") }
        print("candidates:")
        for place in candidates { print("  \(PlaceAnswer.line(place))") }
    }
}

/// Which words of a phrase are the name: from the first capital letter on.
enum Phrase {
    static func name(in text: Text) -> Span {
        let scalars = text.scalars
        let start = scalars.indices.first { scalars[$0].properties.isUppercase } ?? 0
        return Span(start, scalars.count)
    }
}

/// What the command prints.
struct PlaceAnswer: Encodable {
    struct Entry: Encodable {
        var name: String
        var code: String
        var lat: Double
        var lon: Double
        var kind: String
        var country: [String]
        var admin1: String?
        var population: Int
        init(_ place: Place) {
            name = place.name
            code = place.code
            lat = place.latitude
            lon = place.longitude
            kind = "\(place.kind)"
            country = place.countryCodes
            admin1 = place.admin1?.name
            population = place.population
        }
    }
    struct Choice: Encodable {
        struct Name: Encodable { var name: String; var used_by: [String] }
        struct View: Encodable { var holder: String; var stance: String; var country: String?; var from: String?; var to: String? }
        var name: String
        var names: [Name]
        var lat: Double
        var lon: Double
        var code: String
        var country: [String]
        var viewpoints: [View]
        var kind: String
        var precision: String
        var ucdp_where_prec: Int
        var acled_geo_precision: Int
        var uncertainty_km: Double
        init(_ place: ResolvedPlace) {
            name = place.name
            names = place.names.map { Name(name: $0.name, used_by: $0.usedBy) }
            lat = (place.latitude * 100_000).rounded() / 100_000
            lon = (place.longitude * 100_000).rounded() / 100_000
            code = place.code
            country = place.countries
            viewpoints = place.viewpoints.map { View(holder: $0.holder, stance: $0.stance.rawValue, country: $0.country, from: $0.from, to: $0.to) }
            kind = "\(place.kind)"
            precision = place.precision.rawValue
            ucdp_where_prec = place.ucdpPrecision
            acled_geo_precision = place.acledPrecision
            uncertainty_km = (place.uncertainty * 10).rounded() / 10
        }
    }
    var query: String
    var chosen: Choice?
    var candidates: [Entry]

    static func line(_ place: Place) -> String {
        let unit = place.admin1.map { ", " + $0.name } ?? ""
        let people = place.population > 0 ? ", \(place.population) people" : ""
        return
            "\(place.name)\(unit), \(place.countryCodes.joined(separator: "/")): \(place.kind), \(point(place.latitude, place.longitude))\(people) [\(place.code)]"
    }
    static func line(_ place: ResolvedPlace) -> String {
        "\(place.name), \(place.countries.joined(separator: "/")): \(place.precision.rawValue) (\(place.kind)), "
            + "\(point(place.latitude, place.longitude)), give or take \(Int(place.uncertainty.rounded(.up))) km [\(place.code)]"
    }
    static func line(_ view: Viewpoint) -> String {
        let whose = view.country.map { " as \($0)" } ?? ""
        let time = view.from != nil || view.to != nil ? " (\(view.from ?? "…") to \(view.to ?? "…"))" : ""
        return "\(view.holder) \(view.stance.rawValue) it\(whose)\(time)"
    }
    private static func point(_ lat: Double, _ lon: Double) -> String { String(format: "%.4f %.4f", lat, lon) }
}

/// JSON with its keys in a fixed order.
enum Output {
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
