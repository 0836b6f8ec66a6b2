/// A header's value with its parameters: "text/html; charset=utf-8" (RFC 2045, 2231).
struct MailValue {
    /// In small letters.
    var value: String
    private var parameters: [String: String] = [:]

    subscript(_ name: String) -> String? { parameters[name] }

    init(_ field: String) {
        let parts = MailValue.parts(field)
        value = parts.first?.trimmed.lowercased() ?? ""
        var pieces: [String: [(Int, String)]] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            var name = String(part[..<equals]).trimmed.lowercased()
            var word = String(part[part.index(after: equals)...]).trimmed
            if word.count > 1, word.hasPrefix("\""), word.hasSuffix("\"") {
                word = String(word.dropFirst().dropLast()).replacing("\\\"", with: "\"")
            }
            if name.hasSuffix("*") {
                name.removeLast()
                word = MailValue.extended(word)
            }
            // A long value may come in pieces: "filename*0", "filename*1".
            let stem = name.split(separator: "*")
            if stem.count == 2, let number = Int(stem[1]) {
                pieces[String(stem[0]), default: []].append((number, word))
            } else if parameters[name] == nil {
                parameters[name] = word
            }
        }
        for (name, found) in pieces where parameters[name] == nil {
            parameters[name] = found.sorted { $0.0 < $1.0 }.map(\.1).joined()
        }
    }

    /// Parts between semicolons; those in quotes part nothing.
    private static func parts(_ field: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        for letter in field.unicodeScalars.prefix(10_000) {
            if letter == "\"" { isQuoted.toggle() }
            if letter == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].unicodeScalars.append(letter) }
        }
        return parts
    }

    /// "utf-8''Lage%20Kyjiw.pdf" gives "Lage Kyjiw.pdf".
    private static func extended(_ word: String) -> String {
        let parts = word.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let coded = Array((parts.count == 3 ? parts[2] : Substring(word)).utf8)
        var bytes: [UInt8] = []
        var at = 0
        while at < coded.count {
            if coded[at] == UInt8(ascii: "%"), at + 2 < coded.count, let high = TransferCoding.digit(coded[at + 1]),
                let low = TransferCoding.digit(coded[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(coded[at])
                at += 1
            }
        }
        return PageCharset.text(bytes, only: parts.count == 3 ? String(parts[0]) : nil)
    }
}
