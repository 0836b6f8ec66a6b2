import HearsayCore

/// A record of a web archive: the answer of a server, its HTTP head and the page.
struct WebPage {
    private let head: MailHead
    /// The HTTP head; nil where the page was archived without one.
    private var answer: MailHead?
    private var status = 200
    private var body: ArraySlice<UInt8>

    /// - Parameter block: what stands under the record's head, or its beginning.
    init(head: MailHead, block: [UInt8]) {
        self.head = head
        body = block[...]
        guard head["warc-type"] == "response" else { return }
        let line = block.prefix { $0 != 0x0A }
        let words = String(decoding: line.prefix(100), as: UTF8.self).split(separator: " ")
        guard words.first?.hasPrefix("HTTP/") == true, words.count > 1 else { return }
        status = Int(words[1]) ?? 0
        let part = MailPart(block[min(line.endIndex + 1, block.endIndex)...])
        answer = part.head
        body = part.body
    }

    /// A page for readers, in full: no picture, no error, no note that it had not changed.
    var isPage: Bool {
        guard status == 200 else { return false }
        let type: String
        switch head["warc-type"] {
        case "response":
            guard let answer else { return false }
            type = answer["content-type"] ?? ""
        case "resource": type = head["content-type"] ?? ""
        default: return false
        }
        return ["text/html", "application/xhtml+xml"].contains(MailValue(type).value)
    }

    var given: Given {
        var given = Given()
        // Early archives put the address between angle brackets.
        let address = head["warc-target-uri"]?.drop { $0 == "<" }.prefix { $0 != ">" }.description
        given.url = address.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        given.charset = MailValue((answer ?? head)["content-type"] ?? "")["charset"]
        given.seen = head["warc-date"]
        return given
    }

    /// The page's bytes, without what carried them over the net.
    func content(limits: Limits) throws(Fault) -> [UInt8] {
        guard let answer else { return Array(body) }
        var bytes = Array(body)
        // Some archives keep the head of a chunked answer and store it whole.
        if answer["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = WebPage.joined(bytes) { bytes = joined }
        let codings = (answer["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }
        for coding in codings.reversed() {
            switch coding {
            case "identity", "none", "utf-8": continue
            case "gzip", "x-gzip": if bytes.starts(with: [0x1F, 0x8B]) { bytes = try InflateStream.unpacked(bytes, .gzip, limits: limits) }
            case "deflate":
                // Servers disagree on what that means.
                let isWrapped = bytes.count > 1 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
                bytes = try InflateStream.unpacked(bytes, isWrapped ? .zlib : .bare, limits: limits)
            default:
                if bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) == UInt8(ascii: "<") { continue }
                throw Fault(.unknownCoding(String(coding).printable))
            }
        }
        return bytes
    }

    /// Chunks with their sizes before them → the whole; nil where it is none.
    private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var at = 0
        while true {
            guard let end = bytes[at...].firstIndex(of: 0x0A), end - at < 300 else { return nil }
            let digits = bytes[at..<end].prefix { TransferCoding.digit($0) != nil }
            guard !digits.isEmpty, digits.count < 12 else { return nil }
            let size = digits.reduce(0) { $0 << 4 | Int(TransferCoding.digit($1)!) }
            at = end + 1
            if size == 0 { return out }
            // The last one may be cut short.
            guard at + size <= bytes.count else { return out + bytes[at...] }
            out += bytes[at..<(at + size)]
            at += size
            while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
            if at == bytes.count { return out }
        }
    }
}
