import ArgumentParser
import Hearsay
import HearsayCore
import HearsayIntake

/// `hearsay mentions`: what pronouns, short names and "the group" stand for.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Shows what pronouns, short names and phrases like \"the group\" stand for.",
        discussion: """
            To a terminal one link a line: the words, what they stand for, the rule. Into a pipe, or with --json, one line of JSON \
            an article: {"schema": "hearsay/mentions/1", "document": id, "links": [{"anaphor", "antecedents", "code", "rule"}]}; \
            start, end and head (its head word) count code points of the text.

            Exit code: 0 all read; 1 some inputs could not be read (each is named, the rest was read); 64 wrong use.
            """)

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Option(help: "Most bytes of one document.")
    var maxBytes = Intake.usualLimit

    @Flag(help: "Print JSON to a terminal too.")
    var json = false

    @OptionGroup var parts: ReaderOptions

    func run() throws {
        let reader = try parts.reader()
        let output = Console()
        var failures = 0
        for result in Intake(limit: maxBytes).documents(at: file) {
            switch result {
            case .success(let document):
                let links = reader.links(document)
                Console.write(json || !output.isTerminal ? line(document, links) : table(links))
            case .failure(let error):
                failures += 1
                Console.complain("\(error)")
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }

    private func line(_ document: Document, _ links: [MentionLink]) -> String {
        JSON.object([
            .init("schema", .string("hearsay/mentions/1")), .init("document", .string(document.id)),
            .init("links", .array(links.map(\.json))),
        ]).line + "\n"
    }

    private func table(_ links: [MentionLink]) -> String {
        links.map { link in
            let stands = link.antecedents.map(\.excerpt.text).joined(separator: " + ")
            return "\(link.anaphor.excerpt.span.start)".padded(to: 6) + " “\(link.anaphor.excerpt.text)”".padded(to: 34)
                + " → \(stands.isEmpty ? link.anaphor.code ?? "" : stands)".padded(to: 44) + "  \(link.rule)\n"
        }.joined()
    }
}
