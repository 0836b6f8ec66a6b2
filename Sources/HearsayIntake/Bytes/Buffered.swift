/// A stream that can be looked into before it is read, and read by lines and by counts.
final class Buffered: ByteStream {
    /// What the bytes come from.
    let stream: any ByteStream
    private var pending: [UInt8] = []
    private var at = 0

    init(_ stream: any ByteStream) { self.stream = stream }

    /// Gets more bytes; false at the end.
    private func fill() throws(Fault) -> Bool {
        guard let more = try stream.read() else { return false }
        if at > 0 {
            pending.removeFirst(at)
            at = 0
        }
        pending += more
        return true
    }

    /// The bytes to come, at least `count` of them where there are so many; all that is here already.
    func peek(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
        while pending.count - at < count, try fill() {}
        return pending[at...]
    }

    /// Looks as far as the end of the first line, and no farther than a limit.
    func peekLine(_ limit: Int) throws(Fault) -> ArraySlice<UInt8> {
        var searched = 0
        while !pending[(at + searched)...].contains(0x0A), pending.count - at <= limit {
            searched = pending.count - at
            guard try fill() else { break }
        }
        return pending[at...]
    }

    func read() throws(Fault) -> [UInt8]? {
        if at == pending.count { return try stream.read() }
        defer {
            pending = []
            at = 0
        }
        return at == 0 ? pending : Array(pending[at...])
    }

    /// Everything to the end; a fault where it is more than the limit, and how much it is.
    ///
    /// - Parameter over: the reason that is given then, where it is not that of a document.
    func readAll(limit: Int, over: IntakeError.Reason? = nil) throws(Fault) -> [UInt8] {
        var all: [UInt8] = []
        var size = 0
        while let more = try read() {
            size += more.count
            if size <= limit { all += more } else { all = [] }
            if size > limit, let over { throw Fault(over) }
        }
        if size > limit { throw Fault(.tooLarge(bytes: size, limit: limit)) }
        return all
    }

    /// The next `count` bytes; fewer at the end.
    func take(_ count: Int) throws(Fault) -> [UInt8] {
        while pending.count - at < count, try fill() {}
        let end = min(pending.count, at + count)
        defer { at = end }
        return Array(pending[at..<end])
    }

    /// Passes over `count` bytes; says how many there were.
    func skip(_ count: Int) throws(Fault) -> Int {
        var left = count
        while true {
            let here = min(left, pending.count - at)
            at += here
            left -= here
            guard left > 0, try fill() else { return count - left }
        }
    }

    /// Puts bytes before those to come.
    func giveBack(_ bytes: [UInt8]) {
        pending.replaceSubrange(..<at, with: bytes)
        at = 0
    }

    enum Line {
        /// Without its end.
        case whole([UInt8])
        case tooLong(bytes: Int)
    }

    /// The next line; nil at the end. One over the limit is passed over.
    func line(limit: Int) throws(Fault) -> Line? {
        var searched = at
        var dropped = 0
        while true {
            if let end = pending[searched...].firstIndex(of: 0x0A) {
                let line = pending[at..<end]
                at = end + 1
                return dropped + line.count > limit ? .tooLong(bytes: dropped + line.count) : .whole(Array(line))
            }
            if pending.count - at > limit {
                dropped += pending.count - at
                at = pending.count
            }
            let here = pending.count - at
            guard try fill() else {
                if here == 0, dropped == 0 { return nil }
                let line = Array(pending[at...])
                at = pending.count
                return dropped > 0 ? .tooLong(bytes: dropped + line.count) : .whole(line)
            }
            searched = at + here
        }
    }
}
