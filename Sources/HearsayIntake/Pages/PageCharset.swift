import Foundation

/// The bytes of a page → its text, by what the page and the bytes say of their letters.
enum PageCharset {
    /// A byte-order mark, then UTF-8 where the bytes are UTF-8, then what a header names, then what the page names, then
    /// windows-1252.
    static func text(_ bytes: [UInt8], header: String? = nil) -> String {
        let hasMark = hasMark(bytes)
        // Seven-bit escapes look like plain ASCII, so the page's word goes first there.
        let named = hasMark ? nil : header.flatMap(converter) ?? named(bytes.prefix(4096))
        if !hasMark, named != "ISO-2022-JP", named?.hasPrefix("UTF-16") != true, let text = String(validating: bytes, as: UTF8.self) { return text }
        if let named, let text = converted(bytes, from: named) { return text }
        return Decoding.text(bytes)
    }

    /// Text of letters that a header alone names: a part of a mail, a word in its head.
    static func text(_ bytes: [UInt8], only label: String?) -> String {
        guard let name = label.flatMap(converter), !hasMark(bytes) else { return Decoding.text(bytes) }
        if !name.hasPrefix("UTF-16"), name != "ISO-2022-JP", let text = String(validating: bytes, as: UTF8.self) { return text }
        return converted(bytes, from: name) ?? Decoding.text(bytes)
    }

    /// The converter's name for a label in a header; nil for UTF-8, windows-1252 and unknown ones.
    private static func converter(_ label: String) -> String? {
        let low = label.trimmed.lowercased()
        // No page can name these in itself: its own name for them could not be read.
        if low == "utf-16le" || low == "utf-16" { return "UTF-16LE" }
        return low == "utf-16be" ? "UTF-16BE" : converters[low]
    }

    static func hasMark(_ bytes: [UInt8]) -> Bool {
        [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
    }

    /// The converter's name for the letters that a `<meta>` or an XML head names; nil for UTF-8, windows-1252 and unknown ones.
    static func named(_ head: ArraySlice<UInt8>) -> String? {
        let low = String(decoding: head, as: UTF8.self).lowercased()
        for mark in ["charset", "encoding"] {
            var rest = Substring(low)
            while let found = rest.range(of: mark) {
                rest = rest[found.upperBound...]
                let after = rest.drop { $0 == " " }
                guard after.first == "=" else { continue }
                let label = after.dropFirst().drop { " \"'".contains($0) }.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
                return converters[String(label)]
            }
        }
        return nil
    }

    /// Only these: a page must not choose which converter the system loads.
    private static let converters: [String: String] = {
        var table: [String: String] = [
            "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "big5": "BIG5",
            "big5-hkscs": "BIG5-HKSCS", "euc-jp": "EUC-JP", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
            "windows-31j": "CP932", "iso-2022-jp": "ISO-2022-JP", "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "windows-874": "CP874",
            "tis-620": "CP874", "macintosh": "MACINTOSH", "ibm866": "CP866", "cp866": "CP866",
        ]
        for number in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
            table["windows-\(number)"] = "CP\(number)"
            table["cp\(number)"] = "CP\(number)"
        }
        for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] { table["iso-8859-\(number)"] = "ISO-8859-\(number)" }
        table["iso-8859-9"] = "CP1254"
        return table
    }()

    private static func converted(_ bytes: [UInt8], from name: String) -> String? {
        let converter = iconv_open("UTF-8", name)
        guard let converter, converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var piece = [CChar](repeating: 0, count: 1 << 14)
        input.withUnsafeMutableBufferPointer { buffer in
            var from = buffer.baseAddress
            var left = buffer.count
            while left > 0 {
                var isBroken = false
                piece.withUnsafeMutableBufferPointer { out in
                    var to = out.baseAddress
                    var room = out.count
                    if iconv(converter, &from, &left, &to, &room) == -1 { isBroken = errno != E2BIG }
                    for letter in out.prefix(out.count - room) { result.append(UInt8(bitPattern: letter)) }
                }
                if isBroken {
                    // One byte that is no letter costs one sign, not the page.
                    result += Array("\u{FFFD}".utf8)
                    from = from?.advanced(by: 1)
                    left -= 1
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
