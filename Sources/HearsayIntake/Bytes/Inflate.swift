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

    /// Unpacks at most `room` bytes; says where in the packed ones it stopped.
    func unpack(_ packed: [UInt8], room: Int = 1 << 18) throws(Fault) -> (bytes: [UInt8], end: Int) {
        var end = 0
        var status = Z_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            packed.withUnsafeBufferPointer { input in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(room)
                status = inflate(&stream, Z_NO_FLUSH)
                end = input.count - Int(stream.avail_in)
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

/// A packed stream, unpacked as it is read; refused where it grows beyond the limits. What stands behind its end is left there.
final class InflateStream: ByteStream {
    private let packed: Buffered
    private let inflater: Inflater
    private let limits: Limits
    private var taken = 0
    private var given = 0

    init(_ packed: Buffered, _ wrapping: Inflater.Wrapping, limits: Limits) {
        self.packed = packed
        self.limits = limits
        inflater = Inflater(wrapping)
    }

    func read() throws(Fault) -> [UInt8]? {
        while !inflater.isAtEnd {
            let piece = Array(try packed.peek(1).prefix(1 << 16))
            if piece.isEmpty { throw Fault(.brokenPacking("it ends too early")) }
            let (bytes, end) = try inflater.unpack(piece)
            _ = try packed.skip(end)
            taken += end
            given += bytes.count
            try limits.check(unpacked: given, of: taken)
            if !bytes.isEmpty { return bytes }
        }
        return nil
    }

    /// All of some bytes.
    static func unpacked(_ bytes: [UInt8], _ wrapping: Inflater.Wrapping, limits: Limits) throws(Fault) -> [UInt8] {
        try InflateStream(Buffered(MemoryStream(bytes)), wrapping, limits: limits).rest()
    }
}
