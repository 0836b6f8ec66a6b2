#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How the compiled gazetteer lies on disk; all numbers little-endian.
///
/// Header (magic, format, length, stamp of the tables, checksums, sections), then the sections.
enum Layout {
    static let magic: [UInt8] = Array("HSYPLACE".utf8)
    static let format = 2
    static let headerSize = 256
    /// lat, lon, population, names, code (u32 each); country, admin1, admin2 (u16); kind, renown, flags, dispute (u8); km (u16)
    static let placeSize = 32
    static let bucketBits = 18
    enum Section: Int, CaseIterable {
        case places, strings, buckets, fingerprints, references, postings, admin1, admin2, countries, disputes, rivals
    }

    static let isOurs: UInt8 = 1
    static let isCapital: UInt8 = 2
    static let isSeat: UInt8 = 4
    static let hasRivals: UInt8 = 8
    static let isGovernment: UInt8 = 16
    static let isAdded: UInt8 = 32

    // A reference: the top bit says that the key has one place and its posting stands here.
    static let single: UInt32 = 1 << 31
    static let placeMask: UInt32 = (1 << 24) - 1
    /// How a name belongs to a place.
    static let usualName: UInt32 = 1 << 24
    static let peopleName: UInt32 = 1 << 25
    static let shortForm: UInt32 = 1 << 26
    static let ourName: UInt32 = 1 << 27
}

/// The compiled gazetteer, mapped into memory and never written.
///
/// Every read is checked against the mapping, so that an altered file gives wrong answers at worst and never a trap.
final class GazetteerFile: @unchecked Sendable {
    private let base: UnsafeRawPointer
    let length: Int
    let path: String
    private var sections: [Range<Int>] = []

    var places: Range<Int> { sections[Layout.Section.places.rawValue] }
    var strings: Range<Int> { sections[Layout.Section.strings.rawValue] }
    var admin1: Range<Int> { sections[Layout.Section.admin1.rawValue] }
    var admin2: Range<Int> { sections[Layout.Section.admin2.rawValue] }
    let placeCount: Int

    init(path: String) throws {
        self.path = path
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw PlacesError.cannotOpen(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw PlacesError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        length = Int(status.st_size)
        guard length >= Layout.headerSize else { throw PlacesError.notAGazetteer(path: path) }
        guard let mapping = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), mapping != MAP_FAILED else {
            throw PlacesError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        base = UnsafeRawPointer(mapping)
        do {
            (sections, placeCount) = try GazetteerFile.sections(base, length, path)
        } catch {
            munmap(mapping, length)
            throw error
        }
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), length) }

    private static func sections(_ base: UnsafeRawPointer, _ length: Int, _ path: String) throws -> ([Range<Int>], Int) {
        func u32(_ offset: Int) -> Int { Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
        func u64(_ offset: Int) -> UInt64 { UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        guard (0..<8).allSatisfy({ base.load(fromByteOffset: $0, as: UInt8.self) == Layout.magic[$0] }) else {
            throw PlacesError.notAGazetteer(path: path)
        }
        guard u32(8) == Layout.format else {
            throw PlacesError.otherVersion(path: path, found: u32(8), wanted: Layout.format)
        }
        guard u64(16) == UInt64(length) else {
            throw PlacesError.truncated(path: path, found: length, wanted: Int(clamping: u64(16)))
        }
        let header = UnsafeRawBufferPointer(start: base, count: Layout.headerSize - 8)
        guard checksum(header) == u64(Layout.headerSize - 8) else { throw PlacesError.altered(path: path) }
        var sections: [Range<Int>] = []
        for section in Layout.Section.allCases {
            let start = u32(48 + section.rawValue * 8)
            let count = u32(52 + section.rawValue * 8)
            guard start >= Layout.headerSize, start + count <= length else { throw PlacesError.altered(path: path) }
            sections.append(start..<start + count)
        }
        return (sections, sections[0].count / Layout.placeSize)
    }

    /// Stamp of the tables it was built from.
    var stamp: UInt64 { UInt64(u32(24)) | UInt64(u32(28)) << 32 }

    var keyCount: Int { sections[Layout.Section.fingerprints.rawValue].count / 4 }

    /// Checksum of all that it holds.
    var contents: UInt64 { UInt64(u32(32)) | UInt64(u32(36)) << 32 }

    static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Whether every byte is as it was built.
    func verify() throws {
        let body = UnsafeRawBufferPointer(start: base + Layout.headerSize, count: length - Layout.headerSize)
        guard GazetteerFile.checksum(body) == contents else { throw PlacesError.altered(path: path) }
    }

    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= bytes.count {
            value = (value ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) &* 0x9e37_79b9_7f4a_7c15
            value ^= value >> 29
            offset += 8
        }
        while offset < bytes.count {
            value = (value ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
            offset += 1
        }
        return value ^ (value >> 32)
    }

    // MARK: checked reads; 0 outside the file

    func u8(_ offset: Int) -> UInt8 {
        offset >= 0 && offset < length ? base.load(fromByteOffset: offset, as: UInt8.self) : 0
    }
    func u16(_ offset: Int) -> UInt16 {
        offset >= 0 && offset + 2 <= length
            ? UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self)) : 0
    }
    func u32(_ offset: Int) -> UInt32 {
        offset >= 0 && offset + 4 <= length
            ? UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) : 0
    }

    /// The string at an offset of the strings, and where the next one starts.
    func string(at offset: Int) -> (text: String, next: Int) {
        let start = strings.lowerBound + offset
        guard offset >= 0, start < strings.upperBound else { return ("", offset + 1) }
        let end = min(start + 1 + Int(u8(start)), strings.upperBound)
        let bytes = UnsafeRawBufferPointer(start: base + start + 1, count: end - start - 1)
        return (String(decoding: bytes, as: UTF8.self), offset + 1 + bytes.count)
    }

    private func text(_ section: Layout.Section) -> String {
        let range = sections[section.rawValue]
        return String(decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// Index of a place in a table of units; the number 0 stands for none.
    func unit(_ number: Int, in section: Range<Int>) -> Int? {
        guard number > 0, number * 4 <= section.count else { return nil }
        let index = Int(u32(section.lowerBound + (number - 1) * 4))
        return index < placeCount ? index : nil
    }

    // MARK: look-up

    /// Calls `body` with every posting of a key.
    @inline(__always)
    func postings(of key: [UInt8], _ body: (UInt32) -> Void) {
        let hash = Folding.hash(key)
        let bucket = Int(hash >> UInt64(64 - Layout.bucketBits))
        let fingerprint = UInt32(truncatingIfNeeded: hash)
        let buckets = sections[Layout.Section.buckets.rawValue].lowerBound
        let prints = sections[Layout.Section.fingerprints.rawValue]
        var entry = Int(u32(buckets + bucket * 4))
        let end = min(Int(u32(buckets + bucket * 4 + 4)), prints.count / 4)
        while entry < end {
            if u32(prints.lowerBound + entry * 4) == fingerprint {
                let reference = u32(sections[Layout.Section.references.rawValue].lowerBound + entry * 4)
                if reference & Layout.single != 0 {
                    if Int(reference & Layout.placeMask) < placeCount { body(reference & ~Layout.single) }
                    return
                }
                let list = sections[Layout.Section.postings.rawValue]
                let start = list.lowerBound + Int(reference) * 4
                guard start + 4 <= list.upperBound else { return }
                let count = min(Int(u32(start)), (list.upperBound - start) / 4 - 1)
                for item in 0..<max(0, count) {
                    let posting = u32(start + 4 + item * 4)
                    if Int(posting & Layout.placeMask) < placeCount { body(posting) }
                }
                return
            }
            entry += 1
        }
    }

    // MARK: small tables, read once when first asked for

    struct Country: Sendable {
        var iso2: String
        var iso3: String
        var continent: String
        var neighbours: [Int]
        /// Index of its place; nil for a list of countries.
        var place: Int?
    }
    struct Dispute: Sendable {
        var name: String
        var viewpoints: [Viewpoint]
    }

    private lazy var countryTable: [Country] = {
        var table = text(.countries).split(separator: "\n").map { line -> (Country, [Substring]) in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count >= 5 else { return (Country(iso2: "", iso3: "", continent: "", neighbours: [], place: nil), []) }
            return (
                Country(iso2: String(cells[0]), iso3: String(cells[1]), continent: String(cells[2]), neighbours: [], place: Int(cells[4])),
                cells[3].split(separator: ",")
            )
        }
        var number: [Substring: Int] = [:]
        for (index, entry) in table.enumerated() { number[Substring(entry.0.iso2)] = index }
        for index in table.indices { table[index].0.neighbours = table[index].1.compactMap { number[$0] } }
        return table.map(\.0)
    }()
    private lazy var disputeTable: [Dispute] = text(.disputes).split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return Dispute(name: String(cells[0]), viewpoints: cells.dropFirst().compactMap(GazetteerFile.viewpoint))
    }
    private lazy var rivalTable: [Int: [UsedName]] = {
        var table: [Int: [UsedName]] = [:]
        for line in text(.rivals).split(separator: "\n") {
            let cells = line.split(separator: "\t")
            guard let index = cells.first.flatMap({ Int($0) }) else { continue }
            table[index] = cells.dropFirst().map { GazetteerFile.usedName($0) }
        }
        return table
    }()
    // A lazy property is not safe to read first from two threads at once; these are read under a lock.
    private let lock = TableLock()

    func country(_ index: Int) -> Country? {
        let table = lock.with { countryTable }
        return table.indices.contains(index) ? table[index] : nil
    }
    var countries: [Country] { lock.with { countryTable } }
    func dispute(_ number: Int) -> Dispute? {
        guard number > 0 else { return nil }
        let table = lock.with { disputeTable }
        return table.indices.contains(number - 1) ? table[number - 1] : nil
    }
    var disputeCount: Int { lock.with { disputeTable.count } }
    var rivalCount: Int { lock.with { rivalTable.count } }
    func rivals(of place: Int) -> [UsedName] { lock.with { rivalTable[place] ?? [] } }

    /// "RUS:administers:RUS:2014-03-18:": holder, stance, country, first day, last day.
    static func viewpoint(_ cell: Substring) -> Viewpoint? {
        let parts = cell.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let stance = Viewpoint.Stance(rawValue: parts[1]) else { return nil }
        func known(_ text: String) -> String? { text.isEmpty ? nil : text }
        return Viewpoint(holder: parts[0], stance: stance, country: known(parts[2]), from: known(parts[3]), to: known(parts[4]))
    }

    /// "Khankendi=AZE,…": a name and who uses it.
    static func usedName(_ cell: Substring) -> UsedName {
        let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return UsedName(String(parts[0]), usedBy: parts.count > 1 ? parts[1].split(separator: ",").map(String.init) : [])
    }
}

/// Guards what is read once.
final class TableLock: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    init() {
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }
    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }
    func with<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}
