import ArgumentParser
import Hearsay
import HearsayCore
import HearsayDates
import HearsayIntake

/// `hearsay mentions`: what a text's words speak of, before any claim is made of them.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "Prints who is told to have said what, the places and times, what \"he\" stands for, or how words are told.",
        discussion: """
            One line of JSON a document, `doc` and what was asked for; several kinds stand in one line, and without --kind attribution, \
            place and time do.

            attribution: `attributions`, who is told to have said, thought or wanted what, each with the spans of its source (none where \
            nobody is named), cue and content.

            place: `places`, each with its span, and lat, lon, geonameid or code where the gazetteer has it.

            time: `timexes`, each with its span, TIMEX3's type and value, and the days as EDTF.

            coreference: what pronouns, short names and phrases like "the group" stand for. To a terminal one link a line; into \
            a pipe, or with --json, one line of JSON a document: {"schema": "hearsay/mentions/1", "document": id, "links": \
            [{"anaphor", "antecedents", "code", "rule"}]}.

            status: how each verb, noun and predicate is told: happened, ongoing, planned, possible, negated. To a terminal one word a \
            line; into a pipe, or with --json, one line of JSON a document: `doc` and its `words`, each with its status, the rule \
            that gave it, and the type of the act where the codebook knows one.

            All offsets count Unicode scalars, the end exclusive.

            Exit code: 0 all read; 1 some inputs could not be read (each is named on standard error, the rest was read); \
            2 nothing could be read; 64 wrong use.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case attribution, place, time, coreference, status }

    @Argument(help: "Article files, or - for standard input.")
    var files: [String] = []

    @Option(help: "What to print; may be given several times.")
    var kind: [Kind] = []

    @Flag(help: "Attributions that stand inside another's content too.")
    var nested = false

    @Flag(help: "Among the places, the countries of peoples too (\"Syrian\").")
    var peoples = false

    @Flag(help: "Print JSON to a terminal too.")
    var json = false

    @OptionGroup var input: IntakeOptions
    @OptionGroup var threads: ThreadsOption
    @OptionGroup var parts: ReaderOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("name at least one article file, or - for standard input") }
        if nested, !kind.isEmpty, !kind.contains(.attribution) { throw ValidationError("--nested is for --kind attribution; drop one of them") }
        if let alone = kind.first(where: { $0 == .coreference || $0 == .status }), kind.count > 1 {
            throw ValidationError("--kind \(alone.rawValue) has a form of its own; ask for it alone")
        }
    }

    func run() throws {
        let reader = try parts.reader()
        let isTable = !json && Console().isTerminal
        let run = ArticleRun(intake: input.intake(), threads: threads.count)
        if kind == [.coreference] {
            return try run.each(files) { document in
                isTable ? Self.table(reader.links(document)) : Self.line(document, reader.links(document))
            }
        }
        if kind == [.status] {
            return try run.each(files) { document in
                isTable ? Self.table(reader.toldWords(in: document)) : Self.line(document, reader.toldWords(in: document))
            }
        }
        let kinds = Set(kind.isEmpty ? [.attribution, .place, .time] : kind)
        try run.each(files) { [nested, peoples] document in
            var members: [JSON.Member] = [.init("doc", .string(document.id))]
            let parses = kinds == [.time] ? [] : reader.parse(document)
            if kinds.contains(.attribution) {
                members.append(.init("attributions", .array(reader.attributions(in: document, nested: nested, parses).map(\.json))))
            }
            if kinds.contains(.place) {
                members.append(.init("places", .array(reader.places(in: document, peoples: peoples, parses).map(Self.json))))
            }
            if kinds.contains(.time) { members.append(.init("timexes", .array(TimeMentions.found(in: document).map(TimeMentions.json)))) }
            return JSON.object(members).line + "\n"
        }
    }

    private static func json(_ place: PlaceMention) -> JSON {
        func number(_ value: Double?) -> JSON { value.map { .double(($0 * 100_000).rounded() / 100_000) } ?? .null }
        func word(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
        let geonames = place.code.flatMap { $0.hasPrefix("geonames:") ? Int($0.dropFirst("geonames:".count)) : nil }
        return .object([
            .init("span", .array([.int(place.excerpt.span.start), .int(place.excerpt.span.end)])), .init("text", .string(place.excerpt.text)),
            .init("name", .string(place.name)), .init("names", .array(place.names.map(JSON.string))), .init("lat", number(place.latitude)),
            .init("lon", number(place.longitude)), .init("geonameid", geonames.map(JSON.int) ?? .null), .init("code", word(place.code)),
            .init("country", word(place.country)), .init("precision", .string(place.precision.rawValue)),
        ])
    }

    private static func line(_ document: Document, _ links: [MentionLink]) -> String {
        JSON.object([
            .init("schema", .string("hearsay/mentions/1")), .init("document", .string(document.id)),
            .init("links", .array(links.map(\.json))),
        ]).line + "\n"
    }

    private static func line(_ document: Document, _ words: [ToldWord]) -> String {
        JSON.object([.init("doc", .string(document.id)), .init("words", .array(words.map(\.json)))]).line + "\n"
    }

    private static func table(_ words: [ToldWord]) -> String {
        words.map { told in
            "\(told.word.span.start)".padded(to: 6) + " “\(told.word.text)”".padded(to: 34) + " \(told.status.rawValue)".padded(to: 12)
                + told.rule + "\n"
        }.joined()
    }

    private static func table(_ links: [MentionLink]) -> String {
        links.map { link in
            let stands = link.antecedents.map(\.excerpt.text).joined(separator: " + ")
            return "\(link.anaphor.excerpt.span.start)".padded(to: 6) + " “\(link.anaphor.excerpt.text)”".padded(to: 34)
                + " → \(stands.isEmpty ? link.anaphor.code ?? "" : stands)".padded(to: 44) + "  \(link.rule)\n"
        }.joined()
    }
}
