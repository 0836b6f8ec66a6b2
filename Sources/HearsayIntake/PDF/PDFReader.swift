import Foundation
import HearsayCore

/// PDF → text through poppler's pdftotext: a process of its own with little memory and time, no environment, and no way to write a file.
enum PDFReader {
    /// The words of its pages, a form feed behind each.
    static func text(_ bytes: [UInt8], limits: Limits, program: String = "pdftotext") throws(Fault) -> String {
        guard let path = find(program) else { throw Fault(.noPDFReader) }
        // It is given the file itself, unnamed, so that it can go to and fro in it; a pipe it would copy to the disk.
        guard let input = FileHandle.unnamed(bytes) else { throw Fault(.cannotRead("no place for a temporary file")) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // Limits that a system does not know are left out; those that it knows hold.
        let script =
            "ulimit -c 0; ulimit -f 0; ulimit -t \(limits.seconds) 2>/dev/null; ulimit -v \(limits.memory / 1024) 2>/dev/null; exec \"$0\" \"$@\""
        process.arguments = ["-c", script, path, "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"]
        process.environment = [:]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch { throw Fault(.cannotRead("\(error)")) }
        let end = DispatchTime.now() + .seconds(limits.seconds)
        let killer = DispatchWorkItem { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        DispatchQueue.global().asyncAfter(deadline: end, execute: killer)
        let complaint = Collected(errors, limit: 1 << 16, killing: nil)
        let pages = Collected(output, limit: limits.document, killing: process)
        let (size, found) = pages.wait()
        let (_, said) = complaint.wait()
        process.waitUntilExit()
        killer.cancel()
        if size > limits.document { throw Fault(.tooLarge(bytes: size, limit: limits.document)) }
        let isKilled = process.terminationReason == .uncaughtSignal
        if isKilled, DispatchTime.now() >= end || process.terminationStatus == SIGXCPU { throw Fault(.tooSlow(seconds: limits.seconds)) }
        if found.isEmpty, isKilled || process.terminationStatus != 0 {
            let why = Decoding.text(said).split(whereSeparator: \.isNewline).first.map { String($0).printable }
            throw Fault(.brokenPDF(why ?? (isKilled ? "it stopped (signal \(process.terminationStatus))" : "it gave no reason")))
        }
        return Decoding.text(found)
    }

    private static func find(_ program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin:/usr/local/bin").split(separator: ":")
        return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }
}

/// What a process writes, read beside it so that no full pipe can stop it.
private final class Collected: @unchecked Sendable {  // unchecked: written by the one thread that `wait` waits for
    private var bytes: [UInt8] = []
    private var size = 0
    private let done = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe, limit: Int, killing process: Process?) {
        let handle = pipe.fileHandleForReading
        let identifier = process?.processIdentifier
        Thread.detachNewThread { [self] in
            while let data = try? handle.read(upToCount: 1 << 16), !data.isEmpty {
                size += data.count
                if size <= limit { bytes += data } else if let identifier { kill(identifier, SIGKILL) }
            }
            done.signal()
        }
    }

    func wait() -> (size: Int, bytes: [UInt8]) {
        done.wait()
        return (size, bytes)
    }
}

extension FileHandle {
    /// A file without a name, readable from its start.
    fileprivate static func unnamed(_ bytes: [UInt8]) -> FileHandle? {
        var path = Array("\(NSTemporaryDirectory())/hearsay-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: bytes)
            try handle.seek(toOffset: 0)
            return handle
        } catch {
            return nil
        }
    }
}
