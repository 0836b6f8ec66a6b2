internal import CZlib

/// Packed bytes → unpacked ones, piece by piece, through zlib.
final class Inflater {
    enum Wrapping: Int32 {
        /// As in zip archives.
        case bare = -15
        case gzip = 31
        /// As "deflate" of HTTP means it.
        case zlib = 15
    }

    private var stream = z_stream()
    private(set) var isAtEnd = false

    init(_ wrapping: Wrapping) {
        let status = inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib of this machine is another than that of the build, or memory is out")
    }

    deinit { inflateEnd(&stream) }

    /// Unpacks from an offset on, at most about `room` bytes; says where it stopped.
    func unpack(_ packed: [UInt8], from start: Int, room: Int = 1 << 18) throws(Fault) -> (bytes: [UInt8], end: Int) {
        var end = start
        var status = Z_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            packed.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + start })
                stream.avail_in = UInt32(clamping: input.count - start)
                let given = Int(stream.avail_in)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(room)
                status = inflate(&stream, Z_NO_FLUSH)
                end = start + given - Int(stream.avail_in)
                count = room - Int(stream.avail_out)
            }
        }
        switch status {
        case Z_STREAM_END: isAtEnd = true
        case Z_OK, Z_BUF_ERROR: break
        default: throw Fault(.brokenPacking(stream.msg.map { String(cString: $0) } ?? "its bytes are damaged"))
        }
        return (bytes, end)
    }

    static func crc32(_ sum: UInt, _ bytes: [UInt8]) -> UInt {
        bytes.withUnsafeBufferPointer { CZlib.crc32(sum, $0.baseAddress, UInt32($0.count)) }
    }
}

/// A packed stream, unpacked as it is read; refused where it grows beyond the limits.
final class InflateStream: ByteStream {
    private let packed: any ByteStream
    private let inflater: Inflater
    private let limits: Limits
    private var piece: [UInt8] = []
    private var at = 0
    private var taken = 0
    private var given = 0

    init(_ packed: any ByteStream, _ wrapping: Inflater.Wrapping, limits: Limits) {
        self.packed = packed
        self.limits = limits
        inflater = Inflater(wrapping)
    }

    func read() throws(Fault) -> [UInt8]? {
        while !inflater.isAtEnd {
            if at == piece.count {
                guard let more = try packed.read() else { throw Fault(.brokenPacking("it ends too early")) }
                (piece, at) = (more, 0)
            }
            let (bytes, end) = try inflater.unpack(piece, from: at)
            taken += end - at
            at = end
            given += bytes.count
            try limits.check(unpacked: given, of: taken)
            if !bytes.isEmpty { return bytes }
        }
        return nil
    }

    /// All of some bytes.
    static func unpacked(_ bytes: [UInt8], _ wrapping: Inflater.Wrapping, limits: Limits) throws(Fault) -> [UInt8] {
        let stream = InflateStream(MemoryStream(bytes), wrapping, limits: limits)
        var all: [UInt8] = []
        while let more = try stream.read() { all += more }
        return all
    }
}
