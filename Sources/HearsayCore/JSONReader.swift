extension JSON {
    /// What is wrong with a JSON text, and where.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public var message: String
        /// Bytes from the start.
        public var offset: Int
        public var description: String { "\(message) at byte \(offset)" }
    }

    /// Reads one value that fills the whole text.
    ///
    /// Deeper than 512 levels is a fault, half a surrogate pair becomes U+FFFD.
    public init(reading bytes: some Sequence<UInt8>) throws(Fault) {
        var reader = Reader(bytes: Array(bytes))
        reader.skipSpace()
        self = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.at < reader.bytes.count { throw reader.fault("more than one value") }
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        func fault(_ message: String) -> Fault { Fault(message: message, offset: at) }

        mutating func skipSpace() {
            while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
        }

        mutating func value(depth: Int) throws(Fault) -> JSON {
            guard depth < 512 else { throw fault("nested too deeply") }
            guard at < bytes.count else { throw fault("the text ends too early") }
            switch bytes[at] {
            case UInt8(ascii: "{"): return try object(depth: depth)
            case UInt8(ascii: "["): return try array(depth: depth)
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try literal("true", .bool(true))
            case UInt8(ascii: "f"): return try literal("false", .bool(false))
            case UInt8(ascii: "n"): return try literal("null", .null)
            // Python writes these; they are no numbers to us.
            case UInt8(ascii: "N"): return try literal("NaN", .null)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
            default: throw fault("no value begins here")
            }
        }

        private mutating func literal(_ word: String, _ value: JSON) throws(Fault) -> JSON {
            guard bytes[at...].starts(with: word.utf8) else { throw fault("no value begins here") }
            at += word.utf8.count
            return value
        }

        private mutating func number() throws(Fault) -> JSON {
            let start = at
            while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
            let word = String(decoding: bytes[start..<at], as: UTF8.self)
            if let value = Int(word) { return .int(value) }
            if let value = Double(word) { return .double(value) }
            at = start
            throw fault("not a number")
        }

        private mutating func array(depth: Int) throws(Fault) -> JSON {
            at += 1
            var values: [JSON] = []
            skipSpace()
            if take("]") { return .array(values) }
            while true {
                skipSpace()
                values.append(try value(depth: depth + 1))
                skipSpace()
                if take("]") { return .array(values) }
                guard take(",") else { throw fault("a comma or ] is missing") }
            }
        }

        private mutating func object(depth: Int) throws(Fault) -> JSON {
            at += 1
            var members: [Member] = []
            skipSpace()
            if take("}") { return .object(members) }
            while true {
                skipSpace()
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw fault("a key in quotes is missing") }
                let key = try string()
                skipSpace()
                guard take(":") else { throw fault("a colon is missing") }
                skipSpace()
                members.append(Member(key, try value(depth: depth + 1)))
                skipSpace()
                if take("}") { return .object(members) }
                guard take(",") else { throw fault("a comma or } is missing") }
            }
        }

        private mutating func take(_ sign: Unicode.Scalar) -> Bool {
            guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
            at += 1
            return true
        }

        private mutating func string() throws(Fault) -> String {
            at += 1
            var out: [UInt8] = []
            var clean = at
            while at < bytes.count {
                switch bytes[at] {
                case UInt8(ascii: "\""):
                    out.append(contentsOf: bytes[clean..<at])
                    at += 1
                    return String(decoding: out, as: UTF8.self)
                case UInt8(ascii: "\\"):
                    out.append(contentsOf: bytes[clean..<at])
                    out.append(contentsOf: String(Character(try escape())).utf8)
                    clean = at
                default: at += 1
                }
            }
            throw fault("a string does not end")
        }

        private mutating func escape() throws(Fault) -> Unicode.Scalar {
            guard at + 1 < bytes.count else { throw fault("a string does not end") }
            at += 2
            switch bytes[at - 1] {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(bytes[at - 1])
            case UInt8(ascii: "u"):
                let first = try hex()
                guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
                let mark = at
                if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
                    at += 2
                    let second = try hex()
                    if (0xDC00..<0xE000).contains(second) {
                        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
                    }
                    at = mark
                }
                return "\u{FFFD}"
            default:
                at -= 2
                throw fault("an unknown escape")
            }
        }

        private mutating func hex() throws(Fault) -> UInt32 {
            guard at + 4 <= bytes.count,
                let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
            else { throw fault("four hexadecimal digits are missing") }
            at += 4
            return value
        }
    }
}
