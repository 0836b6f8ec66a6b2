import Foundation

/// One table of places as it lies in Data/places: tab-separated lines, '#' for remarks, gzip where its name says so.
struct SourceTable {
    let path: String
    let bytes: [UInt8]

    init(path: String) throws {
        let path = SourceTable.present(path)
        self.path = path
        bytes = path.hasSuffix(".gz") ? try SourceTable.unzipped(path) : try SourceTable.plain(path)
    }

    /// A row: its cells, and its line for messages.
    struct Row {
        let path: String
        let line: Int
        let cells: [String]
        /// The cell, or nothing where the row is short.
        subscript(_ index: Int) -> String { index < cells.count ? cells[index] : "" }
        func list(_ index: Int) -> [String] { self[index].split(separator: "|").map { String($0).trimmed } }
        func number(_ index: Int) throws -> Double {
            guard let value = Double(self[index]), value.isFinite else { throw problem("'\(self[index])' in column \(index + 1) is no number") }
            return value
        }
        func latitude(_ index: Int) throws -> Double {
            let value = try number(index)
            guard abs(value) <= 90 else { throw problem("latitude \(value) is not between -90 and 90") }
            return value
        }
        func longitude(_ index: Int) throws -> Double {
            let value = try number(index)
            guard abs(value) <= 180 else { throw problem("longitude \(value) is not between -180 and 180") }
            return value
        }
        func problem(_ text: String) -> PlacesError { .badRow(path: path, line: line, problem: text) }
    }

    func forEachRow(_ body: (Row) throws -> Void) throws {
        try bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            var line = 0
            while start < buffer.count {
                line += 1
                var end = start
                var cells: [String] = []
                var cell = start
                while end < buffer.count, buffer[end] != 10 {
                    if buffer[end] == 9 {
                        cells.append(String(decoding: buffer[cell..<end], as: UTF8.self))
                        cell = end + 1
                    }
                    end += 1
                }
                if end > start, buffer[start] != UInt8(ascii: "#") {
                    let last = end > cell && buffer[end - 1] == 13 ? end - 1 : end
                    cells.append(String(decoding: buffer[cell..<last], as: UTF8.self))
                    try body(Row(path: path, line: line, cells: cells))
                }
                start = end + 1
            }
        }
    }

    /// "places.tsv.gz", or "places.tsv" where somebody has unzipped it.
    static func present(_ path: String) -> String {
        guard path.hasSuffix(".gz"), !FileManager.default.fileExists(atPath: path) else { return path }
        let plain = String(path.dropLast(3))
        return FileManager.default.fileExists(atPath: plain) ? plain : path
    }

    private static func plain(_ path: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw PlacesError.cannotReadTable(path: path, reason: error.localizedDescription)
        }
    }

    /// gzip is on every system that Hearsay runs on, and is needed only when the gazetteer is compiled.
    private static func unzipped(_ path: String) throws -> [UInt8] {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw PlacesError.cannotReadTable(path: path, reason: "there is no such file, or it may not be read")
        }
        guard let gzip = ["/bin/gzip", "/usr/bin/gzip", "/usr/local/bin/gzip"].first(where: FileManager.default.isExecutableFile) else {
            throw PlacesError.cannotReadTable(path: path, reason: "gzip was not found; install it")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: gzip)
        process.arguments = ["-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        do { try process.run() } catch {
            throw PlacesError.cannotReadTable(path: path, reason: "gzip did not start: \(error.localizedDescription)")
        }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PlacesError.cannotReadTable(path: path, reason: "gzip says that it is damaged")
        }
        return [UInt8](data)
    }
}

extension String {
    var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view = view.dropFirst() }
        while view.last?.isWhitespace == true { view = view.dropLast() }
        return String(view)
    }
}
