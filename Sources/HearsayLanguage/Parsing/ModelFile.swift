import CHearsayKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A language model's file, mapped and checked. Everything read from it lives as long as this object.
///
/// Layout (little-endian): "HEARSAYM", u32 version, u32 sections, u64 length, u64 checksum of what follows; then 64 bytes
/// a section (40 bytes name, u64 offset, u64 length, u32 rows, u32 columns); then the sections on 64-byte boundaries.
final class ModelFile: @unchecked Sendable {  // unchecked: the mapping is read-only and never changes
    static let version: UInt32 = 1

    let path: String
    private let base: UnsafeRawPointer
    private let length: Int
    private var sections: [String: Section] = [:]

    struct Section {
        var offset: Int
        var length: Int
        var rows: Int
        var columns: Int
    }

    init(path: String) throws {
        self.path = path
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ModelError.missing(path: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, (status.st_mode & S_IFMT) == S_IFREG else {
            throw ModelError.missing(path: path, reason: "not a file")
        }
        let bytes = Int(status.st_size)
        guard bytes >= 32 else {
            if bytes == 0 { throw ModelError.truncated(path: path, bytes: 0, wanted: 32) }
            throw ModelError.notAModel(path: path)
        }
        guard let map = mmap(nil, bytes, PROT_READ, MAP_PRIVATE, file, 0), map != MAP_FAILED else {
            throw ModelError.missing(path: path, reason: String(cString: strerror(errno)))
        }
        base = UnsafeRawPointer(map)
        length = bytes
        // From here on deinit unmaps, also when a check below fails.
        try check()
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), length) }

    private func u32(_ at: Int) -> UInt32 { UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
    private func u64(_ at: Int) -> UInt64 { UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }

    private func check() throws {
        guard memcmp(base, "HEARSAYM", 8) == 0 else { throw ModelError.notAModel(path: path) }
        let found = u32(8)
        guard found == Self.version else {
            throw ModelError.version(path: path, found: found, wanted: Self.version)
        }
        let wanted = u64(16)
        guard UInt64(length) >= wanted else { throw ModelError.truncated(path: path, bytes: length, wanted: wanted) }
        guard UInt64(length) == wanted, (length - 32) % 512 == 0,
            hk_checksum(base + 32, length - 32) == u64(24)
        else { throw ModelError.altered(path: path) }
        // The checksum holds, so what follows only guards against a file that was written wrongly.
        let count = Int(u32(12))
        guard count <= (length - 32) / 64 else { throw ModelError.unfit(path: path, what: "its table is too long") }
        for index in 0..<count {
            let at = 32 + index * 64
            let name = UnsafeRawBufferPointer(start: base + at, count: 40).prefix { $0 != 0 }
            let offset = u64(at + 40)
            let size = u64(at + 48)
            guard offset % 64 == 0, offset <= UInt64(length), size <= UInt64(length) - offset else {
                throw ModelError.unfit(path: path, what: "section \(index) lies outside the file")
            }
            sections[String(decoding: name, as: UTF8.self)] = Section(
                offset: Int(offset), length: Int(size), rows: Int(u32(at + 56)), columns: Int(u32(at + 60)))
        }
    }

    func section(_ name: String) throws -> Section {
        guard let section = sections[name] else { throw ModelError.unfit(path: path, what: "it has no \"\(name)\"") }
        return section
    }

    /// The values of a section, which must be rows × columns of them.
    func values<Value: BitwiseCopyable>(
        _ name: String, as type: Value.Type, rows: Int? = nil, columns: Int? = nil
    ) throws -> UnsafeBufferPointer<Value> {
        let section = try section(name)
        let (cells, overflow) = section.rows.multipliedReportingOverflow(by: max(1, section.columns))
        guard !overflow, cells <= length, cells * MemoryLayout<Value>.stride == section.length,
            rows == nil || rows == section.rows, columns == nil || columns == section.columns
        else {
            throw ModelError.unfit(path: path, what: "\"\(name)\" is \(section.rows) × \(section.columns)")
        }
        let start = (base + section.offset).assumingMemoryBound(to: Value.self)
        return UnsafeBufferPointer(start: start, count: cells)
    }

    /// A list of strings: u32 offsets, one more than there are strings, then UTF-8.
    func strings(_ name: String) throws -> StringTable {
        let section = try section(name)
        let head = (section.rows + 1) * 4
        guard head <= section.length else { throw ModelError.unfit(path: path, what: "\"\(name)\" is too short") }
        let table = StringTable(
            count: section.rows,
            offsets: (base + section.offset).assumingMemoryBound(to: UInt32.self),
            bytes: UnsafeRawBufferPointer(start: base + section.offset + head, count: section.length - head))
        guard table.isSound else { throw ModelError.unfit(path: path, what: "\"\(name)\" is not a list of strings") }
        return table
    }
}

/// Strings inside a mapped file.
struct StringTable {
    let count: Int
    let offsets: UnsafePointer<UInt32>
    let bytes: UnsafeRawBufferPointer

    var isSound: Bool {
        var last: UInt32 = 0
        for index in 0...count {
            guard offsets[index] >= last, Int(offsets[index]) <= bytes.count else { return false }
            last = offsets[index]
        }
        return offsets[0] == 0
    }

    func utf8(_ index: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[Int(offsets[index])..<Int(offsets[index + 1])])
    }
    subscript(_ index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }
    var all: [String] { (0..<count).map { self[$0] } }
}
