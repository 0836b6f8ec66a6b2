import ArgumentParser
import Foundation
import Hearsay
import HearsayCore
import HearsayIntake
import HearsayLedger

/// `hearsay read`: the main job.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads news articles and writes down every event in them as a claim.",
        discussion: """
            Takes files, folders (read whole, sorted by name), quoted patterns and standard input, mixed: text, saved web pages, JSON, \
            feeds, mail, web archives, zip, DOCX, PDF, known by their bytes, then their name (Documentation/Intake.md). Of pages the \
            article alone is read, without what stands around it (see `hearsay text`). JSON documents have the fields text, title, \
            publisher, published, url, id, or their usual other names.

            To a terminal the claims are laid out for a person; into a pipe, or with --json, every article is one line of \
            hearsay/report/1.

            Exit code: 0 all read; 1 some inputs could not be read (each is named on standard error, the rest was read); \
            2 nothing could be read; 4 the ledger could not be written; 64 wrong use.
            """)

    @Argument(help: "Files and folders of articles, or - for standard input.")
    var files: [String] = []

    @Option(help: "Day of publication where the input names none (2023-09-19).")
    var published: String?

    @Option(help: "Who published it, where the input does not say.")
    var outlet: String?

    @Option(help: "Write the claims into a ledger, which is made if it is not there; what it has already is not read again.")
    var into: String?

    @Option(help: "With --into: when the inputs were found (2023-09-20T08:00:00Z), for those that do not say it; now, if not given.")
    var seen: String?

    @Flag(help: "Print hearsay/report/1, one line an article, to a terminal too.")
    var json = false

    @Flag(help: "Lay the claims out for a person, into a pipe too.")
    var text = false

    @Flag(help: "With JSON, also write what each field's confidence was read from (for Tools/calibrate).")
    var signs = false

    @OptionGroup var input: IntakeOptions
    @OptionGroup var threads: ThreadsOption
    @OptionGroup var parts: ReaderOptions

    func validate() throws {
        if json, text { throw ValidationError("--json and --text are two forms of one output; name one") }
        if into != nil, json || text || signs {
            throw ValidationError("--into writes a ledger and prints no claims; leave out --json, --text, --signs")
        }
        if let seen, into == nil || !UTC.isTime(seen) {
            throw ValidationError(into == nil ? "--seen goes with --into" : "--seen '\(seen)' is no time; write it as 2023-09-20T08:00:00Z")
        }
        if files.isEmpty { throw ValidationError("name at least one article file, or - for standard input") }
        if let published, Day(iso: published) == nil {
            throw ValidationError("--published '\(published)' is no day; write it as 2023-09-19")
        }
    }

    private var intake: Intake {
        input.intake(.init(published: published.flatMap { Day(iso: $0) }, publisher: outlet))
    }

    private func record(_ path: String, _ reader: Reader) throws {
        let ledger = try LedgerOption.open(path, .create)
        let run = LedgerRun(intake: intake, reader: reader, ledger: ledger, threads: threads.count, seen: seen ?? UTC.now)
        try run.record(files)
    }

    func run() throws {
        let reader = try parts.reader()
        if let into { return try record(into, reader) }
        let output = Console()
        let isLaidOut = !json && (output.isTerminal || text)
        try ArticleRun(intake: intake, threads: threads.count).each(files) { document in
            let report = reader.read(document)
            return isLaidOut ? TerminalReport(report: report, output: output).text() : report.json(signs: signs).line + "\n"
        }
    }
}

/// Options that choose the parts of the reader.
struct ReaderOptions: ParsableArguments {
    @OptionGroup var choice: ModelOption

    @Option(help: "A codebook folder of your own instead of the one that comes with Hearsay.")
    var codebook: String?

    @OptionGroup var tables: TablesOption

    func reader() throws -> Reader {
        do {
            return try Reader(model: choice.model, codebook: codebook, tables: tables.chosen())
        } catch {
            Console.complain("\(error)")
            throw ExitCode(2)
        }
    }
}

/// Where a user's own tables lie.
struct TablesOption: ParsableArguments {
    @Option(
        help: "A folder with tables of your own, in 'places' and 'actors', laid over those of Hearsay; $HEARSAY_TABLES if left out.")
    var data: String?

    func chosen() throws -> UserTables? { try UserTables.standard(explicit: data) }
}
