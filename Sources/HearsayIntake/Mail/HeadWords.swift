/// Words in header lines: "=?utf-8?Q?Kyiv_=E2=80=93_raid?=" gives "Kyiv – raid" (RFC 2047).
enum HeadWords {
    static func decoded(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var out = ""
        var rest = Substring(text)
        /// Bytes of words that follow one another in the same letters: one letter may be split between two words.
        var pending: (charset: String, bytes: [UInt8])?
        func flush() {
            if let done = pending { out += PageCharset.text(done.bytes, only: done.charset) }
            pending = nil
        }
        while let start = rest.firstRange(of: "=?") {
            let between = rest[..<start.lowerBound]
            guard let word = word(rest[start.upperBound...]) else {
                flush()
                out += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                continue
            }
            // White space between two such words is no part of the text.
            let isGlue = pending != nil && between.allSatisfy(\.isWhitespace)
            if !isGlue || pending?.charset != word.charset {
                flush()
                if !isGlue { out += between }
            }
            pending = (word.charset, (pending?.bytes ?? []) + word.bytes)
            rest = word.rest
        }
        flush()
        return out + rest
    }

    private static func word(_ text: Substring) -> (charset: String, bytes: [UInt8], rest: Substring)? {
        let parts = text.prefix(1000).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].hasPrefix("="), !parts[0].isEmpty, parts[1].count == 1 else { return nil }
        // "utf-8*en" names a language too.
        let charset = parts[0].split(separator: "*").first.map { $0.lowercased() } ?? ""
        let bytes: [UInt8]
        switch parts[1] {
        case "b", "B": bytes = TransferCoding.base64(Array(parts[2].utf8)[...])
        case "q", "Q": bytes = TransferCoding.quotedPrintable(Array(parts[2].utf8)[...], inHead: true)
        default: return nil
        }
        return (charset, bytes, text[parts[3].startIndex...].dropFirst())
    }

    /// "\"Example Wire\" <news@example.org>" gives "Example Wire"; an address alone stays.
    static func sender(_ field: String) -> String? {
        let plain = decoded(field).trimmed
        var name = plain.lastIndex(of: "<").map { String(plain[..<$0]).trimmed } ?? plain
        if name.isEmpty { name = String(plain.drop { $0 == "<" }.prefix { $0 != ">" }) }
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()).replacing("\\\"", with: "\"") }
        return name.isEmpty ? nil : PageHead.oneLine(name)
    }
}
