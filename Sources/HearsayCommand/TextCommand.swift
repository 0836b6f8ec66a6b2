import ArgumentParser
import HearsayCore
import HearsayIntake

/// `hearsay text`: what of an input is the article, before it is read.
struct TextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Prints the article in a file: a saved web page without what stands around it.",
        discussion: """
            Takes what `hearsay read` takes: files and folders of pages, mail, archives and more. To a terminal, title, byline, day, outlet and address, then \
            the text, a paragraph a line; into a pipe, or with --json, one line of JSON an article: {"file" (and the way inside it), "id", "title", "byline", \
            "publisher", "published", "url", "language", "text", "blocks": [{"start", "end", "role"}]}, role being headline, standfirst, \
            subheading or body. Offsets count Unicode scalars, the end exclusive. Articles in other languages are printed too.

            Exit code: 0 all read; 1 some inputs could not be read (each is named on standard error, the rest was read); \
            2 nothing could be read; 64 wrong use.
            """)

    @Argument(help: "Files and folders of articles, or - for standard input.")
    var files: [String] = []

    @Flag(help: "Print JSON to a terminal too.")
    var json = false

    @Flag(help: "Lay it out for a person, into a pipe too.")
    var text = false

    @OptionGroup var input: IntakeOptions

    func validate() throws {
        if json, text { throw ValidationError("--json and --text are two forms of one output; name one") }
        if files.isEmpty { throw ValidationError("name at least one article file, or - for standard input") }
    }

    func run() throws {
        let isLaidOut = !json && (text || Console().isTerminal)
        var (read, failed) = (0, 0)
        for entry in input.intake().entries(at: files) {
            switch entry.document() {
            case .success(let document):
                read += 1
                for notice in document.notices { Console.complain(notice) }
                Console.write(isLaidOut ? Self.page(document) : Self.json(document, "\(entry.location)").line + "\n")
            case .failure(let error):
                failed += 1
                Console.complain("\(error)")
            }
        }
        if failed > 0 { throw ExitCode(read > 0 ? 1 : 2) }
    }

    private static func page(_ document: Document) -> String {
        let facts: [(String, String?)] = [
            ("title", document.title), ("byline", document.byline), ("published", document.published?.description),
            ("outlet", document.publisher), ("url", document.url), ("language", document.language),
        ]
        let head = facts.compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
        return head + "\n" + document.blocks.map { document.text[$0.span] + "\n" }.joined() + "\n"
    }

    private static func json(_ document: Document, _ file: String) -> JSON {
        .object([
            .init("file", .string(file)), .init("id", .string(document.id)), .init("title", JSON(document.title)),
            .init("byline", JSON(document.byline)), .init("publisher", JSON(document.publisher)),
            .init("published", JSON(document.published?.description)), .init("url", JSON(document.url)),
            .init("language", JSON(document.language)), .init("text", .string(document.text.string)),
            .init(
                "blocks",
                .array(
                    document.blocks.map {
                        .object([
                            .init("start", .int($0.span.start)), .init("end", .int($0.span.end)), .init("role", .string($0.role.rawValue)),
                        ])
                    })),
        ])
    }
}

extension JSON {
    fileprivate init(_ words: String?) { self = words.map(JSON.string) ?? .null }
}
