/// The key under which a name is found, however it is spelt.
///
/// "al-Qa'ida", "Al Qaida" and "al-Qaidá" all give "alqaida"; "defence" gives what "defense" gives.
public enum Fold {
    public static func key(_ text: some StringProtocol) -> [UInt8] {
        var out: [UInt8] = []
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { append(UnsafeBufferPointer($0), to: &out) }
        return out
    }

    /// The key as text, for tables that people may look into.
    public static func name(_ text: some StringProtocol) -> String { String(decoding: key(text), as: UTF8.self) }

    /// Appends the key of some UTF-8; malformed bytes are dropped.
    public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        let start = out.count
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x61...0x7A, 0x30...0x39: out.append(byte)
            case 0x41...0x5A: out.append(byte | 0x20)
            case UInt8(ascii: "&"): out.append(contentsOf: "and".utf8)
            case ..<0x80: break
            default:
                var value = UInt32(byte)
                var more = 0
                if byte & 0xE0 == 0xC0 { value &= 0x1F; more = 1 }
                if byte & 0xF0 == 0xE0 { value &= 0x0F; more = 2 }
                if byte & 0xF8 == 0xF0 { value &= 0x07; more = 3 }
                guard more > 0 else { continue }
                let from = index - 1
                while more > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 {
                    value = value << 6 | UInt32(bytes[index] & 0x3F)
                    index += 1
                    more -= 1
                }
                guard more == 0 else { continue }
                if let plain = latin(value) {
                    out.append(contentsOf: plain.utf8)
                } else if !isMark(value) {
                    out.append(contentsOf: bytes[from..<index])
                }
            }
        }
        respell(&out, from: start)
    }

    /// Combining marks, ayn and hamza, quotation marks and dashes: no part of a name's key.
    private static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x80...0xBF, 0x2B0...0x36F, 0x2000...0x206F, 0x2190...0x2BFF, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }

    private static func latin(_ value: UInt32) -> StaticString? {
        switch value {
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105, 0x1CD...0x1CE, 0x1EA0...0x1EB7: "a"
        case 0xC6, 0xE6: "ae"
        case 0xC7, 0xE7, 0x106...0x10D: "c"
        case 0xD0, 0xF0, 0x10E...0x111: "d"
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B, 0x1EB8...0x1EC7, 0x18F, 0x259: "e"
        case 0x11C...0x123, 0x1E6...0x1E7: "g"
        case 0x124...0x127, 0x1E24...0x1E25, 0x1E28...0x1E2B: "h"
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131, 0x1EC8...0x1ECB: "i"
        case 0x134...0x135: "j"
        case 0x136...0x138: "k"
        case 0x139...0x142: "l"
        case 0xD1, 0xF1, 0x143...0x14B: "n"
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151, 0x1ECC...0x1EE3, 0x1A0...0x1A1: "o"
        case 0x152...0x153: "oe"
        case 0x154...0x159: "r"
        case 0x15A...0x161, 0x218...0x219, 0x1E62...0x1E63: "s"
        case 0xDF: "ss"
        case 0x162...0x167, 0x21A...0x21B, 0x1E6C...0x1E6D: "t"
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173, 0x1AF...0x1B0, 0x1EE4...0x1EF1: "u"
        case 0x174...0x175: "w"
        case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
        case 0x179...0x17E, 0x1E92...0x1E93: "z"
        case 0xDE, 0xFE: "th"
        default: nil
        }
    }

    /// British and American spellings meet under one key.
    private static func respell(_ key: inout [UInt8], from start: Int) {
        for (british, american) in pairs {
            guard key.count - start >= british.count else { continue }
            var at = start
            while at + british.count <= key.count {
                if key[at] == british[0], key[at..<(at + british.count)].elementsEqual(british) {
                    key.replaceSubrange(at..<(at + british.count), with: american)
                    at += american.count
                } else {
                    at += 1
                }
            }
        }
    }
    private static let pairs: [([UInt8], [UInt8])] = [
        ("defence", "defense"), ("organis", "organiz"), ("labour", "labor"), ("centre", "center"),
        ("neighbour", "neighbor"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

extension StaticString {
    fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
