import ArgumentParser
import Hearsay
import HearsayCore
import HearsayIntake

/// `hearsay mentions`: what a text's words speak of, before any claim is made of them.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Prints who is told to have said what, what \"he\" stands for, or how each word is told.",
        discussion: """
            attribution: who is told to have said, thought or wanted what. One line of JSON a document: `doc` and its \
            `attributions`, each with the spans of its source (none where nobody is named), cue and content.

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

    enum Kind: String, ExpressibleByArgument, CaseIterable { case attribution, coreference, status }

    @Argument(help: "Article files, or - for standard input.")
    var files: [String] = []

    @Option(help: "What to print.")
    var kind: Kind = .attribution

    @Flag(help: "Attributions that stand inside another's content too.")
    var nested = false

    @Flag(help: "Print JSON to a terminal too.")
    var json = false

    @Option(help: "Most bytes of one document.")
    var maxBytes = Intake.usualLimit

    @OptionGroup var threads: ThreadsOption
    @OptionGroup var parts: ReaderOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("name at least one article file, or - for standard input") }
        if nested, kind != .attribution { throw ValidationError("--nested is for --kind attribution; drop one of them") }
    }

    func run() throws {
        let reader = try parts.reader()
        let isTable = !json && Console().isTerminal
        try ArticleRun(intake: Intake(limit: maxBytes), threads: threads.count).each(files) { [kind, nested] document in
            switch kind {
            case .attribution: Self.line(document, reader.attributions(in: document, nested: nested))
            case .status: isTable ? Self.table(reader.toldWords(in: document)) : Self.line(document, reader.toldWords(in: document))
            case .coreference: isTable ? Self.table(reader.links(document)) : Self.line(document, reader.links(document))
            }
        }
    }

    private static func line(_ document: Document, _ found: [Attribution]) -> String {
        JSON.object([.init("doc", .string(document.id)), .init("attributions", .array(found.map(\.json)))]).line + "\n"
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
