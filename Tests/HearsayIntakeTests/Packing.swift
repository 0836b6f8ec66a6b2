/// Packed bytes for tests, made by hand: no packer is part of Hearsay.
enum Packing {
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    static func little(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    /// Deflate's own form for bytes that it leaves as they are.
    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        repeat {
            let size = min(bytes.count - at, 0xFFFF)
            out += [at + size == bytes.count ? 1 : 0] + little(size, 2) + little(~size & 0xFFFF, 2) + bytes[at..<(at + size)]
            at += size
        } while at < bytes.count
        return out
    }

    /// A letter and so many copies of it, 258 in 13 bits: some 158 to 1.
    static func bomb(_ count: Int) -> (packed: [UInt8], count: Int) {
        var out: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        func put(_ value: UInt32, _ width: UInt32, reversed: Bool) {
            for index in 0..<width {
                held |= (value >> (reversed ? width - 1 - index : index) & 1) << bits
                bits += 1
                if bits == 8 {
                    out.append(UInt8(held))
                    (held, bits) = (0, 0)
                }
            }
        }
        put(0b011, 3, reversed: false)
        put(0x30 + 0x61, 8, reversed: true)
        let runs = count / 258
        for _ in 0..<runs {
            put(0b1100_0101, 8, reversed: true)
            put(0, 5, reversed: true)
        }
        put(0, 7, reversed: true)
        put(0, 8, reversed: false)
        return (out, runs * 258 + 1)
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] { gzip(deflate(bytes), crc32(bytes), bytes.count) }
    static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }
    static func gzip(_ packed: [UInt8], _ sum: UInt32, _ count: Int) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + packed + little(Int(sum), 4) + little(count, 4)
    }

    struct File {
        var name: String
        var packed: [UInt8]
        var unpacked: Int
        var sum: UInt32
        var method = 0
        var flags = 0
        var mode = 0
        /// Instead of its own place.
        var offset: Int?

        init(_ name: String, _ bytes: [UInt8], deflated: Bool = false) {
            self.name = name
            packed = deflated ? deflate(bytes) : bytes
            unpacked = bytes.count
            sum = crc32(bytes)
            method = deflated ? 8 : 0
        }
        init(_ name: String, _ text: String, deflated: Bool = false) { self.init(name, Array(text.utf8), deflated: deflated) }
    }

    static func zip(_ files: [File]) -> [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let name = Array(file.name.utf8)
            let sizes = little(Int(file.sum), 4) + little(file.packed.count, 4) + little(file.unpacked, 4) + little(name.count, 2)
            directory += little(0x0201_4B50, 4) + little(0x0314, 2) + little(20, 2) + little(file.flags, 2) + little(file.method, 2) + little(0, 4)
            directory += sizes + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(file.mode << 16, 4)
            directory += little(file.offset ?? out.count, 4) + name
            if file.offset != nil { continue }
            out += little(0x0403_4B50, 4) + little(20, 2) + little(file.flags, 2) + little(file.method, 2) + little(0, 4) + sizes + little(0, 2)
            out += name + file.packed
        }
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
        return out + directory + end + little(directory.count, 4) + little(out.count, 4) + little(0, 2)
    }

    /// A record of a web archive.
    static func record(_ head: String, _ block: String, length: Int? = nil) -> String {
        "WARC/1.0\r\n\(head.replacing("\n", with: "\r\n"))\r\nWARC-Date: 2024-03-07T10:00:00Z\r\nContent-Length: \(length ?? block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }

    static func response(_ body: String, head: String = "Content-Type: text/html; charset=utf-8", status: String = "200 OK", length: Int? = nil)
        -> String
    {
        record(
            "WARC-Type: response\nWARC-Target-URI: https://example.org/raid\nContent-Type: application/http; msgtype=response",
            "HTTP/1.1 \(status)\r\n\(head.replacing("\n", with: "\r\n"))\r\n\r\n\(body)", length: length)
    }
}
