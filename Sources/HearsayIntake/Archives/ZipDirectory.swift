/// What a zip archive says that it holds.
struct ZipDirectory {
    struct File: Sendable {
        var name: String
        var method: Int
        var flags: Int
        var checksum: UInt
        var packed: Int
        var unpacked: Int
        /// Where its own head begins.
        var offset: Int
        var isLink: Bool
        /// Why it is not read, where it is not.
        var fault: String?
        var isFolder: Bool { name.hasSuffix("/") }
    }

    private(set) var files: [File] = []

    init(_ store: any ByteStore, limits: Limits) throws(Fault) {
        let tailStart = max(0, store.count - 65_557)
        let tail = Little(try store.bytes(at: tailStart, count: 65_557))
        guard let end = ZipDirectory.end(tail) else { throw Fault(.brokenZip("the archive is cut short: its directory is missing")) }
        var count = tail.number(end + 10, 2)
        var size = tail.number(end + 12, 4)
        var start = tail.number(end + 16, 4)
        var endAt = tailStart + end
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF, end >= 20, tail.number(end - 20, 4) == 0x0706_4B50 {
            let at = tail.number(end - 20 + 8, 8)
            let large = Little(try store.bytes(at: at, count: 56))
            guard large.number(0, 4) == 0x0606_4B50 else { throw Fault(.brokenZip("its directory is damaged")) }
            (count, size, start, endAt) = (large.number(32, 8), large.number(40, 8), large.number(48, 8), at)
        }
        if count > limits.entries { throw Fault(.tooManyEntries(count, limit: limits.entries)) }
        guard size >= 0, start >= 0, size <= endAt, start <= endAt - size, size <= limits.unpacked else {
            throw Fault(.brokenZip("its directory is damaged"))
        }
        // A program may stand before the archive.
        let shift = endAt - size - start
        let directory = Little(try store.bytes(at: start + shift, count: size))
        var at = 0
        while files.count < count, let (file, next) = ZipDirectory.file(directory, at, shift: shift) {
            files.append(file)
            at = next
        }
        guard files.count == count else { throw Fault(.brokenZip("its directory is damaged")) }
        markOverlaps(end: start + shift)
    }

    private static func end(_ tail: Little) -> Int? {
        var at = tail.bytes.count - 22
        while at >= 0 {
            if tail.number(at, 4) == 0x0605_4B50, at + 22 + tail.number(at + 20, 2) <= tail.bytes.count { return at }
            at -= 1
        }
        return nil
    }

    private static func file(_ bytes: Little, _ at: Int, shift: Int) -> (File, next: Int)? {
        guard at + 46 <= bytes.bytes.count, bytes.number(at, 4) == 0x0201_4B50 else { return nil }
        let (nameLength, extraLength, commentLength) = (bytes.number(at + 28, 2), bytes.number(at + 30, 2), bytes.number(at + 32, 2))
        let next = at + 46 + nameLength + extraLength + commentLength
        guard next <= bytes.bytes.count else { return nil }
        let raw = bytes.bytes[(at + 46)..<(at + 46 + nameLength)]
        var file = File(
            name: Decoding.text(raw).printable, method: bytes.number(at + 10, 2), flags: bytes.number(at + 8, 2),
            checksum: UInt(bytes.number(at + 16, 4)), packed: bytes.number(at + 20, 4), unpacked: bytes.number(at + 24, 4),
            offset: bytes.number(at + 42, 4), isLink: bytes.number(at + 4, 2) >> 8 == 3 && bytes.number(at + 40, 2) & 0xF000 == 0xA000)
        // Sizes beyond four bytes stand in a field of their own, in this order, where the four bytes are full.
        var field = at + 46 + nameLength
        let fieldsEnd = field + extraLength
        while field + 4 <= fieldsEnd {
            let length = bytes.number(field + 2, 2)
            if bytes.number(field, 2) == 1 {
                var value = field + 4
                for path in [\File.unpacked, \File.packed, \File.offset]
                where file[keyPath: path] == 0xFFFF_FFFF && value + 8 <= min(fieldsEnd, field + 4 + length) {
                    file[keyPath: path] = bytes.number(value, 8)
                    value += 8
                }
            }
            field += 4 + length
        }
        guard file.packed >= 0, file.unpacked >= 0, file.offset >= 0, file.offset < 1 << 60, file.packed < 1 << 60 else { return nil }
        file.offset += shift
        file.fault = fault(of: file)
        return (file, next)
    }

    private static func fault(of file: File) -> String? {
        let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
        if file.name.hasPrefix("/") || file.name.contains("\\") || file.name.dropFirst().hasPrefix(":") || parts.contains("..") || file.name.isEmpty {
            return "its name leads out of the archive"
        }
        if file.isLink { return "it is a link, which is not followed" }
        if file.flags & 1 != 0 { return "it is locked with a password" }
        return file.method == 0 || file.method == 8 ? nil : "it is packed in a way (number \(file.method)) that is not read"
    }

    /// Files that share bytes are a bomb's: only the first that claims them is read.
    private mutating func markOverlaps(end: Int) {
        var reached = 0
        for index in files.indices.sorted(by: { (files[$0].offset, $0) < (files[$1].offset, $1) }) {
            let file = files[index]
            let last = file.offset + 30 + file.packed
            if file.offset < reached || last > end, file.fault == nil {
                files[index].fault = file.offset < reached ? "it shares bytes with another entry" : "it lies outside the archive"
            }
            reached = max(reached, min(last, end))
        }
    }
}

/// Numbers of several bytes, the smallest first.
struct Little {
    let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// 0 beyond the end; negative where eight bytes hold more than a number here can.
    func number(_ at: Int, _ width: Int) -> Int {
        guard at >= 0, at + width <= bytes.count else { return 0 }
        var value: UInt64 = 0
        for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[at + index]) }
        return Int(truncatingIfNeeded: value)
    }
}

extension String {
    /// Without signs that would move the cursor or part a line.
    var printable: String {
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars { view.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar) }
        return String(view)
    }
}
