/// How mail carries bytes (RFC 2045).
enum TransferCoding {
    static func decoded(_ bytes: ArraySlice<UInt8>, _ coding: String?) -> [UInt8] {
        switch coding?.trimmed.lowercased() {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes, inHead: false)
        default: Array(bytes)
        }
    }

    /// Signs that are none of base64's are passed over, as mail programs do.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 4 * 3)
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            default: continue
            }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: held >> bits))
            }
        }
        return out
    }

    /// - Parameter inHead: "_" is a space.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>, inHead: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            if inHead, byte == UInt8(ascii: "_") {
                out.append(0x20)
            } else if byte != UInt8(ascii: "=") {
                out.append(byte)
            } else if at + 1 < bytes.endIndex, let high = digit(bytes[at]), let low = digit(bytes[at + 1]) {
                out.append(high << 4 | low)
                at += 2
            } else {
                // A line that goes on in the next: white space may stand behind the sign.
                var end = at
                while end < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
                if end == bytes.endIndex { break }
                if bytes[end] == 0x0A { at = end + 1 } else { out.append(byte) }
            }
        }
        return out
    }

    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
