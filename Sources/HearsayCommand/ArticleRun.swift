import ArgumentParser
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
        var read = 0
        var failed = 0
        for file in files {
            for result in intake.documents(at: file) {
                switch result {
                case .success(let document) where document.language == "en":
                    read += 1
                    jobs.add { Printout(text: step(document), complaints: document.notices) }
                case .success(let document):
                    failed += 1
                    let language = document.language ?? "language not recognised"
                    let complaint = "\(file): \(document.id) is not English (\(language)); skipped, Hearsay reads English"
                    jobs.add { Printout(complaints: document.notices + [complaint]) }
                case .failure(let error):
                    failed += 1
                    let complaint = "\(error)"
                    jobs.add { Printout(complaints: [complaint]) }
                }
            }
        }
        jobs.finish()
        if failed > 0 { throw ExitCode(read > 0 ? 1 : 2) }
    }
}
