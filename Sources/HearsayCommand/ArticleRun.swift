import ArgumentParser
import Foundation
import HearsayCore
import HearsayIntake

/// What one entry of the inputs turned out to be.
enum Article: Sendable {
    case english(Document)
    /// Of another language, or one that cannot be told: why it is skipped.
    case skipped(Document, why: String)
    case unreadable(IntakeError)

    init(_ entry: Entry) {
        switch entry.document() {
        case .success(let document) where document.language == "en": self = .english(document)
        case .success(let document):
            self = .skipped(document, why: "not English (\(document.language ?? "language not recognised")); skipped, Hearsay reads English")
        case .failure(let error): self = .unreadable(error)
        }
    }
}

/// Takes every English article of some inputs through one step and prints what comes out, in the order of the inputs.
/// What cannot be read, and what is not English, is named on standard error; the rest goes on.
struct ArticleRun {
    let intake: Intake
    let threads: Int

    /// Throws the exit code where inputs failed: 1 where some were read, 2 where none was.
    func each(_ files: [String], _ step: @escaping @Sendable (Document) -> String) throws {
        let tally = Tally()
        let jobs = OrderedJobs<(printout: Printout, isRead: Bool)>(threads: threads) { output in
            tally.count(isRead: output.isRead)
            output.printout.print()
        }
        for entry in intake.entries(at: files) {
            // Pages and mails are taken apart on the workers' threads too.
            jobs.add {
                switch Article(entry) {
                case .english(let document): (Printout(text: step(document), complaints: document.notices), true)
                case .skipped(let document, let why):
                    (Printout(complaints: document.notices + ["\(entry.location): \(document.id) is \(why)"]), false)
                case .unreadable(let error): (Printout(complaints: ["\(error)"]), false)
                }
            }
        }
        jobs.finish()
        try tally.exit()
    }
}

/// How many inputs were read and how many were not.
final class Tally: @unchecked Sendable {  // unchecked: the lock guards both fields
    private let lock = NSLock()
    private var read = 0
    private var failed = 0

    func count(isRead: Bool) { lock.withLock { if isRead { read += 1 } else { failed += 1 } } }

    /// Throws the exit code where inputs failed.
    func exit() throws {
        let (read, failed) = lock.withLock { (self.read, self.failed) }
        try Tally.exit(read: read, failed: failed)
    }

    static func exit(read: Int, failed: Int) throws {
        if failed > 0 { throw ExitCode(read > 0 ? 1 : 2) }
    }
}
