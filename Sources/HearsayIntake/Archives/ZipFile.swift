/// The bytes of one file in a zip archive, as they lie there.
private final class ZipSlice: ByteStream {
    private let store: any ByteStore
    private var at: Int
    private var left: Int

    init(_ store: any ByteStore, at: Int, count: Int) {
        self.store = store
        self.at = at
        left = count
    }

    func read() throws(Fault) -> [UInt8]? {
        guard left > 0 else { return nil }
        let bytes = try store.bytes(at: at, count: min(left, 1 << 18))
        guard !bytes.isEmpty else { throw Fault(.brokenZip("the archive is cut short")) }
        at += bytes.count
        left -= bytes.count
        return bytes
    }
}

/// The same unpacked, held against its size and its checksum.
final class ZipFile: ByteStream {
    private let file: ZipDirectory.File
    private let stream: any ByteStream
    private let limits: Limits
    private var size = 0
    private var sum: UInt = 0
    private var isAtEnd = false

    init(_ store: any ByteStore, _ file: ZipDirectory.File, limits: Limits) throws(Fault) {
        if let fault = file.fault { throw Fault(.brokenZip(fault)) }
        try limits.check(unpacked: file.unpacked, of: file.packed)
        let head = Little(try store.bytes(at: file.offset, count: 30))
        guard head.number(0, 4) == 0x0403_4B50 else { throw Fault(.brokenZip("its head is damaged")) }
        let slice = ZipSlice(store, at: file.offset + 30 + head.number(26, 2) + head.number(28, 2), count: file.packed)
        stream = file.method == 0 ? slice : InflateStream(Buffered(slice), .bare, limits: limits)
        self.file = file
        self.limits = limits
    }

    func read() throws(Fault) -> [UInt8]? {
        if let bytes = try stream.read() {
            size += bytes.count
            // What it says of its size bounds it; a file that lies is broken.
            if size > file.unpacked { throw Fault(.brokenZip("it is larger than the archive says")) }
            sum = Inflater.crc32(sum, bytes)
            return bytes
        }
        if !isAtEnd, size != file.unpacked || sum != file.checksum { throw Fault(.brokenZip("its checksum is wrong")) }
        isAtEnd = true
        return nil
    }

    static func bytes(_ store: any ByteStore, _ file: ZipDirectory.File, limits: Limits) throws(Fault) -> [UInt8] {
        try ZipFile(store, file, limits: limits).rest()
    }
}
