import Foundation
public import HearsayCore

/// The documents of one file, in order; a file of JSON Lines is never held as a whole.
public struct Documents: Sequence {
    let path: String
    let intake: Intake

    public func makeIterator() -> Iterator { Iterator(path: path, intake: intake) }

    public struct Iterator: IteratorProtocol {
        private let intake: Intake
        private let file: String
        private var source: ByteSource?
        private var ready: [Result<Document, IntakeError>] = []
        private var pending: [UInt8] = []
        /// Where the next line begins in `pending`, and how far it was searched for an end.
        private var start = 0
        private var searched = 0
        private var number = 0
        /// Bytes of a line over the limit that were already thrown away.
        private var dropped = 0

        init(path: String, intake: Intake) {
            self.intake = intake
            file = path == "-" ? "standard input" : path
            let opened: ByteSource
            do {
                opened = try ByteSource(path)
            } catch {
                ready = [.failure(IntakeError(file: file, .cannotRead(error.why)))]
                return
            }
            pending = opened.read() ?? []
            while path == "-", !pending.contains(0x0A), let more = opened.read(), pending.count <= intake.limit { pending += more }
            if case .jsonLines = Intake.Format(name: path, head: pending) {
                source = opened
                return
            }
            while pending.count <= intake.limit, let more = opened.read() { pending += more }
            var size = pending.count
            if size > intake.limit {
                while let more = opened.read() { size += more.count }
                ready = [.failure(intake.tooLarge(size, file, nil))]
            } else if let fault = opened.fault {
                ready = [.failure(IntakeError(file: file, .cannotRead(fault)))]
            } else {
                // Reversed: taken from the end.
                ready = intake.documents(in: pending, named: file).reversed()
            }
            pending = []
        }

        public mutating func next() -> Result<Document, IntakeError>? {
            if let result = ready.popLast() { return result }
            while let line = nextLine() {
                number += 1
                if dropped > 0 {
                    let size = dropped + line.count
                    dropped = 0
                    return .failure(intake.tooLarge(size, file, number))
                }
                if let result = intake.line(line, file: file, number: number) { return result }
            }
            // Only a fault of the disk can be left.
            return ready.popLast()
        }

        private mutating func nextLine() -> [UInt8]? {
            guard source != nil else { return nil }
            while true {
                if let end = pending[searched...].firstIndex(of: 0x0A) {
                    let line = Array(pending[start..<end])
                    start = end + 1
                    searched = start
                    return line
                }
                searched = pending.count
                if pending.count - start > intake.limit {
                    dropped += pending.count - start
                    start = pending.count
                }
                if start > 0 {
                    pending.removeFirst(start)
                    searched -= start
                    start = 0
                }
                guard let more = source?.read() else {
                    if let fault = source?.fault { ready = [.failure(IntakeError(file: file, line: number + 1, .cannotRead(fault)))] }
                    source = nil
                    return pending.isEmpty && dropped == 0 ? nil : pending
                }
                pending += more
            }
        }
    }
}

/// A file or standard input, read in pieces.
private final class ByteSource {
    private let descriptor: Int32
    private let closes: Bool
    /// What went wrong while reading.
    private(set) var fault: String?

    struct CannotOpen: Error { let why: String }

    init(_ path: String) throws(CannotOpen) {
        closes = path != "-"
        descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        if descriptor < 0 { throw CannotOpen(why: String(cString: strerror(errno))) }
    }

    deinit { if closes { close(descriptor) } }

    /// The next bytes; nil at the end.
    func read() -> [UInt8]? {
        let size = 1 << 18
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var got = -1
            repeat { got = Foundation.read(descriptor, buffer.baseAddress, size) } while got < 0 && errno == EINTR
            if got < 0 { fault = String(cString: strerror(errno)) }
            count = Swift.max(0, got)
        }
        return bytes.isEmpty ? nil : bytes
    }
}
