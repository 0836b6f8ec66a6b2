/// The header lines of a mail, a part of one, an HTTP answer or a record: names in small letters, in their order.
struct MailHead: Sendable {
    private var fields: [(name: String, value: String)] = []

    /// The value of the first field of a name.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    var isEmpty: Bool { fields.isEmpty }

    /// The lines of a head; those that begin with white space go on with the one before.
    init(_ lines: some Sequence<Substring>) {
        for line in lines {
            if line.first == " " || line.first == "\t" {
                // No head that people or programs write is longer.
                guard !fields.isEmpty, fields[fields.count - 1].value.utf8.count < 100_000 else { continue }
                fields[fields.count - 1].value += " " + String(line).trimmed
            } else if let (name, value) = MailHead.field(line), fields.count < 1000 {
                fields.append((name, value))
            }
        }
    }

    /// "Subject: Army denies raid" gives ("subject", "Army denies raid"); nil for a line that is no field.
    static func field(_ line: Substring) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        let name = line[..<colon]
        guard name.utf8.count <= 76, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        return (name.lowercased(), String(line[line.index(after: colon)...]).trimmed)
    }

    /// Whether lines begin as a mail does, or a page that a browser saved as one.
    static func form(_ lines: [Substring]) -> Form? {
        let head = MailHead(lines.prefix { !$0.isEmpty })
        guard let first = lines.first, field(first) != nil else { return nil }
        let hasVersion = head["mime-version"] != nil
        let hasTrace = head["received"] != nil || head["message-id"] != nil || head["return-path"] != nil
        guard hasVersion && head["content-type"] != nil || hasTrace && head["from"] != nil else { return nil }
        return head.isSavedPage ? .mhtml : .eml
    }

    /// Browsers say that they saved it.
    var isSavedPage: Bool {
        self["snapshot-content-location"] != nil || (self["from"] ?? "").lowercased().contains("<saved by ")
    }
}
