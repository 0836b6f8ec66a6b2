import ArgumentParser
import Hearsay
import HearsayCodebook

/// `hearsay check`: is a codebook sound, and do its examples come out as written?
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a codebook: its files, and every example in them.",
        discussion: "Exit code: 0 all examples come out as written; 1 some do not; 2 the codebook cannot be loaded.")

    @Argument(help: "A codebook folder; the one that comes with Hearsay if left out.")
    var folder: String?

    @Option(help: "Only the event type or context with this id.")
    var type: String?

    @OptionGroup var choice: ModelOption
    @OptionGroup var tables: TablesOption

    @Flag(help: "Also name the examples that pass.")
    var verbose = false

    @Flag(help: "Only say how many verbs and event nouns (dictionary forms) each type knows.")
    var counts = false

    func run() throws {
        if counts { return try count(try Codebook(directory: folder ?? Codebook.standardFolder())) }
        var options = ReaderOptions()
        options.choice = choice
        options.codebook = folder
        options.tables = tables
        let reader = try options.reader()
        let checker = CodebookChecker(reader)
        var counts: [CodebookChecker.Outcome.Verdict: Int] = [:]
        let types = reader.codebook.types.filter { type == nil || $0.id == type }
        let contexts = reader.codebook.contexts.filter { type == nil || $0.id == type }
        for outcome in types.flatMap({ checker.check($0) }) + contexts.flatMap({ checker.check($0) }) {
            counts[outcome.verdict, default: 0] += 1
            switch outcome.verdict {
            case .passes: if verbose { Console.write("ok       \(outcome.example.origin): \(outcome.example.says)\n") }
            case .known: if verbose { Console.write("known    \(outcome.example.origin): \(outcome.example.says)\n") }
            case .mended:
                Console.write(
                    "mended   \(outcome.example.origin): \(outcome.example.says)\n         now comes out as written: take out 'known'\n")
            case .fails:
                Console.write(
                    "FAILS    \(outcome.example.origin): \(outcome.example.says)\n         "
                        + outcome.message.split(separator: "\n").joined(separator: "\n         ") + "\n")
            }
        }
        let unused = reader.codebook.patternsWithoutExample
        for pattern in unused { Console.write("no example shows pattern \(pattern.id) (\(pattern.origin))\n") }
        let entries = Set(
            reader.codebook.types.flatMap(\.patterns).flatMap { pattern in
                pattern.entries.map { "\(pattern.kind.rawValue) \(($0.companions + [$0.head]).joined(separator: " "))" }
            })
        Console.write(
            "\(reader.codebook.types.count) types, \(reader.codebook.types.map(\.patterns.count).reduce(0, +)) patterns, \(entries.count) words and phrases, "
                + "\(reader.codebook.contexts.count) contexts; "
                + "examples: \(counts[.passes] ?? 0) pass, \(counts[.fails] ?? 0) fail, \(counts[.known] ?? 0) known to fail, \(counts[.mended] ?? 0) mended\n"
        )
        if (counts[.fails] ?? 0) + (counts[.mended] ?? 0) > 0 { throw ExitCode(1) }
    }

    private func count(_ codebook: Codebook) throws {
        func heads(_ types: [EventType], _ kind: Pattern.Kind) -> Set<String> {
            Set(types.flatMap(\.patterns).filter { $0.kind == kind }.flatMap { $0.entries.map(\.head) })
        }
        func row(_ name: String, _ verbs: Int, _ nouns: Int, _ modes: Int, _ examples: Int, _ counterexamples: Int) {
            Console.write(
                name.padded(to: 12)
                    + [verbs, nouns, verbs + nouns, modes, examples, counterexamples].map {
                        String(repeating: " ", count: 9 - "\($0)".count) + "\($0)"
                    }
                    .joined() + "\n")
        }
        Console.write("type            verbs    nouns     both    modes examples  counter\n")
        for type in codebook.types {
            row(
                type.id, heads([type], .verb).count, heads([type], .noun).count, type.modes.count, type.examples.count { $0.none == nil },
                type.examples.count { $0.none != nil })
        }
        let all = codebook.types
        row(
            "all, once", heads(all, .verb).count, heads(all, .noun).count, all.map(\.modes.count).reduce(0, +),
            all.flatMap(\.examples).count { $0.none == nil }, all.flatMap(\.examples).count { $0.none != nil })
    }
}
