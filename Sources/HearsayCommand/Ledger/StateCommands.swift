import ArgumentParser
import HearsayCore
import HearsayLedger

/// `hearsay status`: what a ledger holds, and what to do next.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Says what a ledger holds and which runs made it.")

    @OptionGroup var file: LedgerOption
    @Flag(help: "JSON, one object.")
    var json = false

    func run() throws {
        let ledger = try file.opened()
        let status = try LedgerOption.asking { try ledger.status() }
        if json {
            print(status.json.line)
            return
        }
        var lines = [
            (
                "documents",
                "\(status.documents) of \(status.outlets) outlets"
                    + (status.firstPublished.map { ", published \($0) to \(status.lastPublished ?? $0)" } ?? "")
            ),
            ("not read", "\(status.skipped) skipped, \(status.refused) inputs gave no document"),
            ("claims", "\(status.claims), of which \(status.reviewed) were reviewed by a person"),
        ]
        for run in status.runs {
            let versions = run.versions
            lines.append(("run", "\(run.readings) readings by \(versions.program), model \(versions.model), codebook \(versions.codebook)"))
        }
        lines.append(("file", "\(status.bytes) bytes, \(status.entries) log entries"))
        lines.append(("head", status.head.isEmpty ? "none yet" : status.head))
        for (label, value) in lines { print(label.padded(to: 11) + value) }
        if status.documents == 0 { print("\nNothing in it yet: hearsay read STORIES --into \(file.ledger)") }
    }
}

extension LedgerStatus {
    var json: JSON {
        .object([
            .init("documents", .int(documents)), .init("outlets", .int(outlets)), .init("first_published", JSON(firstPublished)),
            .init("last_published", JSON(lastPublished)), .init("skipped", .int(skipped)), .init("refused", .int(refused)),
            .init("claims", .int(claims)),
            .init("reviewed", .int(reviewed)),
            .init(
                "runs",
                .array(
                    runs.map { run in
                        .object([
                            .init("run", .string(run.versions.uid)), .init("program", .string(run.versions.program)),
                            .init("model", .string(run.versions.model)),
                            .init("codebook", .string(run.versions.codebook)), .init("actors", .string(run.versions.actors)),
                            .init("places", .string(run.versions.places)), .init("readings", .int(run.readings)),
                        ])
                    })), .init("bytes", .int(bytes)), .init("entries", .int(entries)), .init("head", .string(head)),
        ])
    }
}

/// `hearsay verify`: whether anything in a ledger was changed, lost or slipped in.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks a whole ledger against its hashes.",
        discussion: """
            Every original, document, claim and review must be what the log says of it, every quoted word must stand in its document, and \
            every log entry must follow from those before it. Who can rewrite the whole file can rewrite the log too, or cut off its end: \
            note the head elsewhere and give it with --head.

            Exit code: 0 sound; 4 changed or damaged, each place is named; 64 wrong use.
            """)

    @OptionGroup var file: LedgerOption
    @Option(help: "A head noted earlier (`hearsay status`); it must stand in the log.")
    var head: String?
    @Flag(help: "JSON, one object.")
    var json = false

    func run() throws {
        let ledger = try file.opened()
        let found = try LedgerOption.asking { try ledger.verify(head: head) }
        if json {
            let faults = found.faults.map { JSON.object([.init("place", .string($0.place)), .init("fault", .string($0.what))]) }
            print(JSON.object([.init("entries", .int(found.entries)), .init("head", .string(found.head)), .init("faults", .array(faults))]).line)
        } else {
            for fault in found.faults { print(fault) }
            print(
                found.faults.isEmpty
                    ? "sound: \(found.entries) log entries" : "not sound: \(found.faults.count) faults in \(found.entries) log entries")
            if found.faults.isEmpty { print("head: \(found.head)") }
        }
        if !found.faults.isEmpty { throw ExitCode(4) }
    }
}
