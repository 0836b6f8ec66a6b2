import ArgumentParser
import Foundation
import Hearsay
import HearsayCore
import HearsayIntake
import HearsayLedger

/// Reads every article of some inputs into a ledger. What the ledger has from the same run is not read again, so that a run
/// that was cut off goes on where it stood.
struct LedgerRun {
    let intake: Intake
    let reader: Reader
    let ledger: Ledger
    let threads: Int
    /// When the inputs were found, where they do not say it themselves (UTC, ISO 8601).
    let seen: String

    func record(_ files: [String]) throws {
        let run = RunVersions(program: HearsayTool.configuration.version, reader.versions)
        let recorder = Recorder(ledger, run: run, seen: seen)
        let jobs = OrderedJobs<Recorder.Item>(threads: threads) { recorder.take($0) }
        let runUID = run.uid
        for entry in intake.entries(at: files) {
            if recorder.hasFailed { break }
            jobs.add { [reader, ledger] in
                let article = Article(entry)
                let location = entry.location.description
                let raw = entry.bytes ?? []
                switch article {
                case .unreadable(let error): return .refused(Refusal(location: location, reason: "\(error)"))
                case .skipped(let document, let why):
                    return .recorded(
                        Recorded(document, raw: raw, location: location, seen: entry.seen, .skipped(why)),
                        complaints: document.notices + ["\(location): \(document.id) is \(why)"])
                case .english(let document):
                    let isRead = (try? ledger.has(document.uid, readBy: runUID)) ?? false
                    return .recorded(
                        Recorded(document, raw: raw, location: location, seen: entry.seen, isRead ? .alreadyRead : .read(reader.read(document))),
                        complaints: document.notices)
                }
            }
        }
        jobs.finish()
        try recorder.finish()
    }
}

extension RunVersions {
    init(program: String, _ versions: Versions) {
        self.init(program: program, model: versions.model, codebook: versions.codebook, actors: versions.actors, places: versions.places)
    }
}

/// Takes readings in order and commits them some at a time; tells a terminal how far it is.
private final class Recorder: @unchecked Sendable {  // unchecked: called by one thread at a time, but for `hasFailed`, which the lock guards
    enum Item: Sendable {
        case recorded(Recorded, complaints: [String])
        case refused(Refusal)
    }

    private let ledger: Ledger
    private let run: RunVersions
    private let seen: String
    private let started = ContinuousClock.now
    private var committed = ContinuousClock.now
    private var waiting: [Recorded] = []
    private var refused: [Refusal] = []
    private var counts = (read: 0, known: 0, skipped: 0, refused: 0, claims: 0)
    private let lock = NSLock()
    private var failure: LedgerError?
    private let isTold = isatty(STDERR_FILENO) == 1

    init(_ ledger: Ledger, run: RunVersions, seen: String) {
        self.ledger = ledger
        self.run = run
        self.seen = seen
    }

    var hasFailed: Bool { lock.withLock { failure != nil } }

    func take(_ item: Item) {
        guard !hasFailed else { return }
        switch item {
        case .recorded(let recorded, let complaints):
            for complaint in complaints { complain(complaint) }
            waiting.append(recorded)
            switch recorded.outcome {
            case .read(let report):
                counts.read += 1
                counts.claims += report.claims.count
            case .alreadyRead: counts.known += 1
            case .skipped: counts.skipped += 1
            }
        case .refused(let refusal):
            complain(refusal.reason)
            refused.append(refusal)
            counts.refused += 1
        }
        // Many articles share one wait for the disk, and nobody waits long for what was read to be safe.
        if waiting.count + refused.count >= 256 || ContinuousClock.now - committed > .seconds(2) { commit() }
    }

    private func commit() {
        do {
            try ledger.record(waiting, refused: refused, by: run, seen: seen)
        } catch {
            lock.withLock { failure = error }
            return
        }
        (waiting, refused) = ([], [])
        committed = ContinuousClock.now
        if isTold { Console.tell("\r\u{1B}[K" + summary) }
    }

    private var summary: String {
        let seconds = max(0.001, (ContinuousClock.now - started) / .seconds(1))
        let rate = (Double(counts.read) / seconds * 10).rounded() / 10
        var parts = ["\(counts.read) read, \(counts.claims) claims"]
        if counts.known > 0 { parts.append("\(counts.known) were there already") }
        if counts.skipped > 0 { parts.append("\(counts.skipped) skipped") }
        if counts.refused > 0 { parts.append("\(counts.refused) could not be read") }
        return parts.joined(separator: "; ") + " (\(rate) articles a second)"
    }

    /// A line of its own, though the count of articles stands on the last.
    private func complain(_ text: String) {
        if isTold { Console.tell("\r\u{1B}[K") }
        Console.complain(text)
    }

    func finish() throws {
        if !hasFailed { commit() }
        if isTold { Console.tell("\r\u{1B}[K") }
        if let failure = lock.withLock({ failure }) {
            Console.complain("\(failure)")
            throw ExitCode(4)
        }
        Console.complain(summary)
        try Tally.exit(read: counts.read + counts.known, failed: counts.skipped + counts.refused)
    }
}
