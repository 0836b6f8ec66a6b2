import ArgumentParser
import Foundation
import Hearsay
import HearsayCore
import HearsayIntake

/// `hearsay mentions`: what a text names, by its words alone.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Prints who is told to have said, thought or wanted what, with the exact words.",
        discussion: """
            Reads documents as `hearsay read` does. One line of JSON a document: `doc` and its `attributions`, each with the \
            spans of its source (none where nobody is named), cue and content, counted in Unicode scalars, the end exclusive.

            Exit code: 0 all read; 1 some inputs could not be read (each is named on standard error, the rest was read); \
            2 nothing could be read; 64 wrong use.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case attribution }

    @Argument(help: "Article files, or - for standard input.")
    var files: [String] = []

    @Option(help: "What to list.")
    var kind: Kind = .attribution

    @Flag(help: "Also what stands inside another attribution's content.")
    var nested = false

    @Flag(help: "JSON Lines, the only form there is.")
    var json = false

    @Option(help: "Most bytes of one document.")
    var maxBytes = Intake.usualLimit

    @OptionGroup var parts: ReaderOptions

    func validate() throws {
        if files.isEmpty { throw ValidationError("name at least one article file, or - for standard input") }
    }

    func run() throws {
        let reader = try parts.reader()
        let intake = Intake(limit: maxBytes)
        var read = 0
        var failed = 0
        for file in files {
            for result in intake.documents(at: file) {
                switch result {
                case .success(let document):
                    guard document.language == "en" else {
                        failed += 1
                        Console.complain(
                            "\(file): \(document.id) is not English (\(document.language ?? "language not recognised")); skipped, Hearsay reads English"
                        )
                        continue
                    }
                    read += 1
                    let found = reader.attributions(in: document, nested: nested)
                    let line = JSON.object([.init("doc", .string(document.id)), .init("attributions", .array(found.map(\.json)))])
                    Console.write(line.line + "\n")
                case .failure(let error):
                    failed += 1
                    Console.complain("\(error)")
                }
            }
        }
        if failed > 0 { throw ExitCode(read > 0 ? 1 : 2) }
    }
}
