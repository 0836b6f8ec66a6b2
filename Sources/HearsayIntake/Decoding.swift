/// Bytes of unknown origin → text.
enum Decoding {
    /// The text in the bytes: UTF-8, UTF-16 with a byte-order mark, else windows-1252; what fits none becomes U+FFFD.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
        return utf8(bytes[...])
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return isWindows1252(bytes) ? windows1252(bytes) : String(decoding: bytes, as: UTF8.self)
    }

    /// No byte pair of the text is UTF-8 beyond ASCII, and every byte is a windows-1252 letter or sign.
    private static func isWindows1252(_ bytes: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if (0x80...0xBF).contains(byte), (0xC2...0xF4).contains(previous) { return false }
            if undefined.contains(byte) { return false }
            previous = byte
        }
        return true
    }

    private static let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    /// 0x80...0x9F of windows-1252.
    private static let upper: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0xFFFD, 0x17D,
        0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153,
        0xFFFD, 0x17E, 0x178,
    ]

    private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
        var view = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? upper[Int(byte - 0x80)] : UInt32(byte)
            view.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(view)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBig ? a << 8 | b : b << 8 | a)
            index += 2
        }
        return String(decoding: units, as: UTF16.self)
    }
}
