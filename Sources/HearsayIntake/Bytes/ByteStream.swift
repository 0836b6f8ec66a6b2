import Foundation

/// Bytes that come in pieces, so that none of them needs to be held whole.
protocol ByteStream: AnyObject {
    /// The next bytes; nil at the end.
    func read() throws(Fault) -> [UInt8]?
}

extension ByteStream {
    /// All that is still to come.
    func rest() throws(Fault) -> [UInt8] {
        var all: [UInt8] = []
        while let more = try read() { all += more }
        return all
    }
}

/// A file, a pipe or standard input.
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let closes: Bool

    /// "-" is standard input.
    init(_ path: String) throws(Fault) {
        closes = path != "-"
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw Fault(.cannotRead(String(cString: strerror(errno)))) }
    }

    deinit { if closes { close(descriptor) } }

    func read() throws(Fault) -> [UInt8]? {
        let size = 1 << 18
        var fault: String?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var got = -1
            repeat { got = Foundation.read(descriptor, buffer.baseAddress, size) } while got < 0 && errno == EINTR
            if got < 0 { fault = String(cString: strerror(errno)) }
            count = Swift.max(0, got)
        }
        if let fault { throw Fault(.cannotRead(fault)) }
        return bytes.isEmpty ? nil : bytes
    }

    /// The bytes of a regular file, in any order; nil for pipes.
    var store: FileStore? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStore(stream: self, descriptor: descriptor, count: Int(status.st_size))
    }
}

/// Bytes that are here.
final class MemoryStream: ByteStream {
    private var bytes: [UInt8]?
    init(_ bytes: [UInt8]) { self.bytes = bytes.isEmpty ? nil : bytes }
    func read() -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}

/// Bytes that can be read in any order.
protocol ByteStore: AnyObject {
    var count: Int { get }
    /// As many bytes as there are at an offset, `count` at most.
    func bytes(at offset: Int, count: Int) throws(Fault) -> [UInt8]
}

final class FileStore: ByteStore {
    /// Keeps the file open.
    private let stream: FileStream
    private let descriptor: Int32
    let count: Int

    init(stream: FileStream, descriptor: Int32, count: Int) {
        self.stream = stream
        self.descriptor = descriptor
        self.count = count
    }

    func bytes(at offset: Int, count: Int) throws(Fault) -> [UInt8] {
        guard offset >= 0, count > 0, offset < self.count else { return [] }
        let size = min(count, self.count - offset)
        var fault: String?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, done in
            done = 0
            while done < size {
                let got = pread(descriptor, buffer.baseAddress! + done, size - done, off_t(offset + done))
                if got < 0, errno == EINTR { continue }
                if got < 0 { fault = String(cString: strerror(errno)) }
                if got <= 0 { break }
                done += got
            }
        }
        if let fault { throw Fault(.cannotRead(fault)) }
        return bytes
    }
}

final class MemoryStore: ByteStore {
    private let whole: [UInt8]
    init(_ bytes: [UInt8]) { whole = bytes }
    var count: Int { whole.count }
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, count > 0, offset < whole.count else { return [] }
        return Array(whole[offset..<min(whole.count, offset + min(count, whole.count))])
    }
}
