import ArgumentParser
import Foundation
import HearsayCore
import HearsayIntake

/// Takes every English article of some inputs through one step and prints what comes out, in the order of the inputs.
/// What cannot be read, and what is not English, is named on standard error; the rest goes on.
struct ArticleRun {
    let intake: Intake
    let threads: Int

    /// Throws the exit code where inputs failed: 1 where some were read, 2 where none was.
    func each(_ files: [String], _ step: @escaping @Sendable (Document) -> String) throws {
        let jobs = OrderedJobs(threads: threads)
        let tally = Tally()
        for entry in intake.entries(at: files) {
            // Pages and mails are taken apart on the workers' threads too.
            jobs.add {
                switch entry.document() {
                case .success(let document) where document.language == "en":
                    tally.count(isRead: true)
                    return Printout(text: step(document), complaints: document.notices)
                case .success(let document):
                    tally.count(isRead: false)
                    let language = document.language ?? "language not recognised"
                    let complaint = "\(entry.location): \(document.id) is not English (\(language)); skipped, Hearsay reads English"
                    return Printout(complaints: document.notices + [complaint])
                case .failure(let error):
                    tally.count(isRead: false)
                    return Printout(complaints: ["\(error)"])
                }
            }
        }
        jobs.finish()
        if tally.failed > 0 { throw ExitCode(tally.read > 0 ? 1 : 2) }
    }
}

/// How many entries were read, and how many were not.
private final class Tally: @unchecked Sendable {  // unchecked: the lock guards both fields
    private let lock = NSLock()
    private(set) var read = 0
    private(set) var failed = 0

    func count(isRead: Bool) { lock.withLock { if isRead { read += 1 } else { failed += 1 } } }
}
