/// What is wrong in a codebook, where, and the way out.
public struct CodebookError: Error, CustomStringConvertible, Sendable, Equatable {
    public let description: String

    static func missing(_ path: String) -> CodebookError {
        CodebookError(description: "\(path): no such codebook folder; name one with --codebook or set HEARSAY_DATA")
    }
    static func noTypes(_ path: String) -> CodebookError {
        CodebookError(description: "\(path): no event types in events/*.yaml; a codebook needs at least one")
    }
    static func unreadable(_ file: String, _ why: String) -> CodebookError {
        CodebookError(description: "\(file): cannot be read: \(why)")
    }
    static func yaml(_ file: String, _ why: String) -> CodebookError {
        CodebookError(description: "\(file): not valid YAML: \(why)")
    }
    static func at(_ place: String, _ what: String) -> CodebookError { CodebookError(description: "\(place): \(what)") }

    static func unknownKey(_ place: String, _ key: String, in owner: String, known: [String]) -> CodebookError {
        let near = closest(to: key, in: known).map { "; did you mean '\($0)'?" } ?? ""
        return .at(place, "unknown key '\(key)' in \(owner)\(near)")
    }

    /// The known word within two slips of a given one.
    static func closest(to word: String, in known: [String]) -> String? {
        let ranked = known.map { ($0, distance(word, $0)) }.filter { $0.1 <= 2 }
        return ranked.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8)
        let b = Array(b.utf8)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var left = i + 1
            var diagonal = row[0]
            row[0] = left
            for (j, y) in b.enumerated() {
                let value = min(left + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = value
                left = value
            }
        }
        return row[b.count]
    }
}
