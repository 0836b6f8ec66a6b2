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

    @Option(help: "Only the event type with this id.")
    var type: String?

    @OptionGroup var choice: ModelOption

    @Flag(help: "Also name the examples that pass.")
    var verbose = false

    func run() throws {
        var options = ReaderOptions()
        options.choice = choice
        options.codebook = folder
        let reader = try options.reader()
        let checker = CodebookChecker(reader)
        var counts: [CodebookChecker.Outcome.Verdict: Int] = [:]
        for eventType in reader.codebook.types where type == nil || eventType.id == type {
            for outcome in checker.check(eventType) {
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
        }
        let unused = reader.codebook.patternsWithoutExample
        for pattern in unused { Console.write("no example shows pattern \(pattern.id) (\(pattern.origin))\n") }
        let types = reader.codebook.types
        let entries = Set(
            types.flatMap(\.patterns).flatMap { pattern in
                pattern.entries.map { "\(pattern.kind.rawValue) \(($0.companions + [$0.head]).joined(separator: " "))" }
            })
        Console.write(
            "\(types.count) types, \(types.map(\.patterns.count).reduce(0, +)) patterns, \(entries.count) words and phrases; "
                + "examples: \(counts[.passes] ?? 0) pass, \(counts[.fails] ?? 0) fail, \(counts[.known] ?? 0) known to fail, \(counts[.mended] ?? 0) mended\n"
        )
        if (counts[.fails] ?? 0) + (counts[.mended] ?? 0) > 0 { throw ExitCode(1) }
    }
}
