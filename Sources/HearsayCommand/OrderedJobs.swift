import ArgumentParser
import Foundation

/// What a job prints.
struct Printout: Sendable {
    var text = ""
    /// Lines for standard error.
    var complaints: [String] = []
}

/// Runs jobs on several threads and prints what they give in the order in which they were added.
final class OrderedJobs {
    private let line = PrintLine()
    private let workers: OperationQueue?
    private let slots: DispatchSemaphore
    private var jobs = 0

    init(threads: Int) {
        // A few jobs more than the threads have in hand wait for them, and no more: memory stays flat however long the input.
        slots = DispatchSemaphore(value: 4 * threads)
        if threads > 1 {
            let queue = OperationQueue()
            queue.maxConcurrentOperationCount = threads
            workers = queue
        } else {
            workers = nil
        }
    }

    func add(_ job: @escaping @Sendable () -> Printout) {
        guard let workers else {
            PrintLine.print(job())
            return
        }
        let number = jobs
        jobs += 1
        slots.wait()
        workers.addOperation { [line, slots] in
            line.add(job(), number: number)
            slots.signal()
        }
    }

    /// Returns when everything is printed.
    func finish() { workers?.waitUntilAllOperationsAreFinished() }
}

/// Printouts that are made in any order and printed in that of their numbers.
private final class PrintLine: @unchecked Sendable {  // unchecked: the lock guards both fields
    private let lock = NSLock()
    private var next = 0
    private var early: [Int: Printout] = [:]

    func add(_ printout: Printout, number: Int) {
        lock.withLock {
            early[number] = printout
            while let ready = early.removeValue(forKey: next) {
                Self.print(ready)
                next += 1
            }
        }
    }

    static func print(_ printout: Printout) {
        for complaint in printout.complaints { Console.complain(complaint) }
        if !printout.text.isEmpty { Console.write(printout.text) }
    }
}

/// The option that says how many threads work.
struct ThreadsOption: ParsableArguments {
    @Option(help: "Work on so many threads; as many as there are cores if not given. The same bytes come out whatever the number.")
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads \(threads) is out of range; give a number from 1 to 1024")
        }
    }

    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
