#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of tab-separated rows, kept as bytes; cells become Strings only when somebody asks.
struct Table: Sendable {
    let path: String
    let columns: Int
    let bytes: [UInt8]
    private var cells: [Int32] = []
    private var lines: [Int32] = []

    var count: Int { lines.count }

    /// nil where there is no such file.
    init?(_ path: String, columns: Int) throws {
        guard let bytes = try Table.read(path) else { return nil }
        try self.init(path, bytes: bytes, columns: columns)
    }

    /// Missing columns at the end of a row are empty; too many are an error, as is a row without its second.
    init(_ path: String, bytes: [UInt8], columns: Int) throws {
        self.path = path
        self.columns = columns
        self.bytes = bytes
        var line = 0
        var at = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while at < bytes.count {
            line += 1
            var end = at
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            let stop = end > at && bytes[end - 1] == 13 ? end - 1 : end
            if stop > at, bytes[at] != UInt8(ascii: "#") {
                var from = at
                var found = 0
                for index in at...stop where index == stop || bytes[index] == 9 {
                    found += 1
                    if found <= columns {
                        cells.append(Int32(from))
                        cells.append(Int32(index))
                    }
                    from = index + 1
                }
                guard found >= 2, found <= columns else {
                    throw ActorTableError.columns(path, line: line, has: found, needs: columns)
                }
                for _ in found..<columns {
                    cells.append(Int32(stop))
                    cells.append(Int32(stop))
                }
                lines.append(Int32(line))
            }
            at = end + 1
        }
    }

    func line(_ row: Int) -> Int { Int(lines[row]) }

    func range(_ row: Int, _ column: Int) -> Range<Int> {
        let at = (row * columns + column) * 2
        return Int(cells[at])..<Int(cells[at + 1])
    }

    subscript(_ row: Int, _ column: Int) -> String { string(range(row, column)) }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The parts of a cell between bars.
    func list(_ row: Int, _ column: Int) -> [String] { parts(row, column).map(string) }

    func parts(_ row: Int, _ column: Int) -> [Range<Int>] {
        let cell = range(row, column)
        guard !cell.isEmpty else { return [] }
        var out: [Range<Int>] = []
        var from = cell.lowerBound
        for index in cell.lowerBound...cell.upperBound
        where index == cell.upperBound || bytes[index] == UInt8(ascii: "|") {
            if index > from { out.append(from..<index) }
            from = index + 1
        }
        return out
    }

    private static func read(_ path: String) throws -> [UInt8]? {
        guard let file = fopen(path, "rb") else {
            if errno == ENOENT { return nil }
            throw ActorTableError.unreadable(path)
        }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0 else { throw ActorTableError.unreadable(path) }
        let size = ftell(file)
        guard size >= 0, size < 1 << 28, fseek(file, 0, SEEK_SET) == 0 else { throw ActorTableError.unreadable(path) }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
        guard bytes.count == size else { throw ActorTableError.unreadable(path) }
        return bytes
    }
}
