internal import CLibXML2

/// Writes out every "&name;" before XML is read, so that there is none left to expand.
///
/// Feeds use HTML's names ("&nbsp;") without declaring them; those become their letters. A name that is neither XML's nor HTML's
/// stays as the feed shows it, its sign "&" written as XML wants it: a declared bomb never goes off.
enum XMLEntities {
    static func written(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.count + text.count / 16)
        var at = 0
        var isRaw = false
        while at < text.count {
            let byte = text[at]
            if isRaw {
                // Between "<![CDATA[" and "]]>" the sign stands for itself.
                if byte == UInt8(ascii: "]"), text[at...].starts(with: "]]>".utf8) { isRaw = false }
            } else if byte == UInt8(ascii: "<"), text[at...].starts(with: "<![CDATA[".utf8) {
                isRaw = true
            } else if byte == UInt8(ascii: "&") {
                let name = text[(at + 1)...].prefix { $0 != UInt8(ascii: ";") && ($0 == UInt8(ascii: "#") || isWord($0)) }.prefix(12)
                let isClosed = name.endIndex < text.count && text[name.endIndex] == UInt8(ascii: ";") && !name.isEmpty
                let word = String(decoding: name, as: UTF8.self)
                if isClosed, let number = own[word] {
                    out += Array("&#\(number);".utf8)
                    at = name.endIndex + 1
                    continue
                } else if isClosed, isNumber(word) {
                    out.append(byte)
                } else if isClosed, let entity = htmlEntityLookup(word), let letter = Unicode.Scalar(entity.pointee.value) {
                    out += Array(String(Character(letter)).utf8)
                    at = name.endIndex + 1
                    continue
                } else {
                    out += Array("&#38;".utf8)
                }
                at += 1
                continue
            }
            out.append(byte)
            at += 1
        }
        return out
    }

    /// XML's own names, as numbers: behind a fault the library passes over names, and a story would lose its signs.
    private static let own = ["amp": 38, "lt": 60, "gt": 62, "quot": 34, "apos": 39]

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// "#8217" or "#x2019".
    private static func isNumber(_ word: String) -> Bool {
        guard word.first == "#" else { return false }
        let digits = word.dropFirst()
        if digits.first == "x" { return digits.count > 1 && digits.dropFirst().allSatisfy(\.isHexDigit) }
        return !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }
}
