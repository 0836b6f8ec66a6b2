import HearsayCore

/// By what signs at their beginning forms are known.
enum Signs {
    /// How much of a file is looked at.
    static let reach = 1 << 14

    static func isGzip(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x1F, 0x8B, 0x08]) }

    /// Signs that no other form has.
    static func certain(_ head: ArraySlice<UInt8>) -> Form? {
        if head.starts(with: Array("PK".utf8) + [3, 4]) || head.starts(with: Array("PK".utf8) + [5, 6]) { return .zip }
        let top = String(decoding: head.prefix(reach), as: UTF8.self)
        if head.prefix(1024).contains(UInt8(ascii: "%")), top.prefix(1024).contains("%PDF-") { return .pdf }
        let start = top.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("WARC/1.") || start.hasPrefix("WARC/0.") { return .warc }
        if let root = root(start), ["rss", "feed", "rdf"].contains(root) { return .feed }
        let lines = lines(start)
        if let first = lines.first, MailMark.opens(first), lines.count > 1, MailHead.field(lines[1]) != nil { return .mbox }
        return MailHead.form(lines)
    }

    static func guess(_ head: ArraySlice<UInt8>) -> Form? {
        if isBinary(head) { return nil }
        guard let first = head.first(where: { !spaces.contains($0) }) else { return .text }
        if first == UInt8(ascii: "<"), Page.isPage(Array(head.prefix(reach))) { return .html }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return .text }
        if isObject(head.prefix { $0 != 0x0A }) { return .jsonl }
        let after = head.drop { $0 != first }.dropFirst().first { !spaces.contains($0) }
        // "[Editor's note] …" is an article; "[{" and "{\"" are JSON.
        return after == (first == UInt8(ascii: "{") ? UInt8(ascii: "\"") : UInt8(ascii: "{")) ? .json : .text
    }

    /// A whole object on the first line and something behind it.
    static func isLines(_ head: ArraySlice<UInt8>) -> Bool {
        let line = head.prefix { $0 != 0x0A }
        guard line.first == UInt8(ascii: "{"), head[line.endIndex...].contains(where: { !spaces.contains($0) }) else { return false }
        return isObject(line)
    }

    static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
        if case .object? = try? JSON(reading: line) { true } else { false }
    }

    /// Bytes that no text holds, of a file that does not say it is UTF-16.
    static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
        let some = head.prefix(4096)
        let odd = some.reduce(0) { $0 + ($1 < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B].contains($1) ? 1 : 0) }
        // An old text may hold a stray sign or two.
        return odd > 4 && odd * 50 > some.count || odd > 0 && likeness(head) != nil
    }

    /// What a file of no form of ours is, where it is something that people mean to be read.
    static func likeness(_ head: ArraySlice<UInt8>) -> String? {
        let known: [([UInt8], String)] = [
            ([0xD0, 0xCF, 0x11, 0xE0], "an Office file of the old kind (.doc, .msg)"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
            ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
            (Array("Rar!".utf8), "a RAR archive"), ([0xFD, 0x37, 0x7A, 0x58], "packed with xz"), (Array("BZh".utf8), "packed with bzip2"),
            ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd"), (Array("SQLite format 3".utf8), "a database"),
        ]
        return known.first { head.starts(with: $0.0) }?.1
    }

    private static let spaces: [UInt8] = [0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF]

    /// The name of the outermost element, without prefix, in small letters.
    static func root(_ start: Substring) -> String? {
        var rest = start
        for _ in 0..<40 {
            let end: String
            if rest.hasPrefix("<!--") {
                end = "-->"
            } else if rest.hasPrefix("<?") {
                end = "?>"
            } else if rest.hasPrefix("<!") {
                end = ">"
            } else {
                break
            }
            if end == ">", let subset = rest.firstIndex(of: "["), let close = rest.firstIndex(of: ">"), subset < close {
                guard let after = rest.firstRange(of: "]>") else { return nil }
                rest = rest[after.upperBound...].drop(while: \.isWhitespace)
                continue
            }
            guard let close = rest.firstRange(of: end) else { return nil }
            rest = rest[close.upperBound...].drop(while: \.isWhitespace)
        }
        guard rest.hasPrefix("<") else { return nil }
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_" }
        return name.split(separator: ":").last?.lowercased()
    }

    private static func lines(_ start: Substring) -> [Substring] {
        start.split(maxSplits: 60, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
