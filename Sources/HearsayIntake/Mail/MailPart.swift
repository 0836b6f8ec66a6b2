/// A mail, or a part of one: header lines and what stands under them.
struct MailPart: Sendable {
    let head: MailHead
    let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        let end = MailPart.endOfHead(bytes)
        // A head is no place for a book.
        let lines = Decoding.text(bytes[..<end].prefix(1 << 20))
        head = MailHead(lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
        var start = end
        if start < bytes.endIndex, bytes[start] == 0x0D { start += 1 }
        if start < bytes.endIndex, bytes[start] == 0x0A { start += 1 }
        body = bytes[start...]
    }

    var type: MailValue { MailValue(head["content-type"] ?? "text/plain") }
    var content: [UInt8] { TransferCoding.decoded(body, head["content-transfer-encoding"]) }
    var text: String { PageCharset.text(content, only: type["charset"]) }

    /// The name of a file, without the folders before it.
    var name: String? {
        let given = head["content-disposition"].flatMap { MailValue($0)["filename"] } ?? type["name"]
        return given.map(HeadWords.decoded)?.split { $0 == "/" || $0 == "\\" || $0.isNewline || $0 == "\0" }.last.map(String.init)
    }

    var isAttachment: Bool { head["content-disposition"].map { MailValue($0).value == "attachment" } ?? false }

    /// Its parts that hold no others, in their order.
    ///
    /// A list is kept of what is still to be looked into, so that no depth of nesting can cost a stack.
    func leaves(limits: Limits) throws(Fault) -> [MailPart] {
        var leaves: [MailPart] = []
        var pending = [(part: self, depth: 0)]
        var count = 0
        while let (part, depth) = pending.popLast() {
            let type = part.type
            guard type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty else {
                leaves.append(part)
                continue
            }
            if depth >= limits.parts { throw Fault(.tooManyParts(limit: limits.parts)) }
            let parts = MailPart.parts(of: part.body, boundary)
            count += parts.count
            if count > limits.entries { throw Fault(.tooManyEntries(count, limit: limits.entries)) }
            pending += parts.reversed().map { (MailPart($0), depth + 1) }
        }
        return leaves
    }

    /// Where the first empty line begins.
    private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int {
        var line = bytes.startIndex
        while line < bytes.endIndex {
            if bytes[line] == 0x0A || bytes[line] == 0x0D && line + 1 < bytes.endIndex && bytes[line + 1] == 0x0A { return line }
            guard let end = bytes[line...].firstIndex(of: 0x0A) else { return bytes.endIndex }
            line = end + 1
        }
        return bytes.endIndex
    }

    /// The stretches between lines of "--boundary".
    private static func parts(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
            let next = min(end + 1, body.endIndex)
            if body[line..<end].starts(with: mark) {
                let rest = body[(line + mark.count)..<end]
                let isLast = rest.starts(with: "--".utf8)
                if isLast || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                    if let start { parts.append(body[start..<max(start, line)]) }
                    start = isLast ? nil : next
                    if isLast { return parts }
                }
            }
            line = next
        }
        // Cut short: what is there is kept.
        if let start { parts.append(body[start...]) }
        return parts
    }
}
