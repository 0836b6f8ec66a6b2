import ArgumentParser
import Foundation

/// What a job prints.
struct Printout: Sendable {
    var text = ""
    /// Lines for standard error.
    var complaints: [String] = []

    func print() {
        for complaint in complaints { Console.complain(complaint) }
        if !text.isEmpty { Console.write(text) }
    }
}

/// Runs jobs on several threads and hands on what they give in the order in which they were added.
final class OrderedJobs<Output: Sendable> {
    private let line: HandingOver<Output>
    private let workers: OperationQueue?
    private let slots: DispatchSemaphore
    private var jobs = 0

    /// - Parameter take: called with one output at a time, in the jobs' order, on any thread.
    init(threads: Int, take: @escaping @Sendable (Output) -> Void) {
        line = HandingOver(take)
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

    func add(_ job: @escaping @Sendable () -> Output) {
        let number = jobs
        jobs += 1
        guard let workers else {
            line.add(job(), number: number)
            return
        }
        slots.wait()
        workers.addOperation { [line, slots] in
            line.add(job(), number: number)
            slots.signal()
        }
    }

    /// Returns when everything is handed on.
    func finish() { workers?.waitUntilAllOperationsAreFinished() }
}

/// Outputs that are made in any order and handed on in that of their numbers.
private final class HandingOver<Output: Sendable>: @unchecked Sendable {  // unchecked: the lock guards both fields
    private let lock = NSLock()
    private let take: @Sendable (Output) -> Void
    private var next = 0
    private var early: [Int: Output] = [:]

    init(_ take: @escaping @Sendable (Output) -> Void) { self.take = take }

    func add(_ output: Output, number: Int) {
        lock.withLock {
            early[number] = output
            while let ready = early.removeValue(forKey: next) {
                take(ready)
                next += 1
            }
        }
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
