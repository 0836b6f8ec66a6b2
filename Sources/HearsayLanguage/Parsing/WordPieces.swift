/// Cuts words into the pieces that the network has vectors for.
///
/// Words are folded first: lower case, no accents, plain quotes, dashes and dots, so that typography never hides a word
/// from the model. The tables come from the model file, where the trainer wrote them: both sides fold alike.
struct WordPieces: @unchecked Sendable {  // unchecked: views into a read-only mapping that `file` keeps alive
    /// What a scalar does to the word it stands in.
    private enum Kind { static let ordinary: UInt8 = 0, alone: UInt8 = 1, drop: UInt8 = 2 }

    /// A word's first pieces are enough: long addresses would only crowd the sentence.
    static let most = 12

    private(set) var cls: Int32 = 0
    private(set) var sep: Int32 = 0
    private(set) var unk: Int32 = 0
    private let file: ModelFile
    private let pieces: StringTable
    /// Open addressing over FNV-1a: piece number + 1, 0 where empty.
    private let slots: UnsafeBufferPointer<UInt16>
    private let kinds: UnsafeBufferPointer<UInt8>
    private let known: UnsafeBufferPointer<UInt8>
    private let folded: StringTable

    init(_ file: ModelFile) throws {
        self.file = file
        pieces = try file.strings("pieces")
        slots = try file.values("pieces.slots", as: UInt16.self)
        kinds = try file.values("fold.kind", as: UInt8.self)
        known = try file.values("fold.known", as: UInt8.self, rows: kinds.count)
        folded = try file.strings("fold.text")
        guard folded.count == kinds.count, kinds.count >= 128, slots.count > pieces.count,
            slots.count & (slots.count - 1) == 0, slots.allSatisfy({ Int($0) <= pieces.count }),
            slots.contains(0)
        else { throw ModelError.unfit(path: file.path, what: "its word pieces are not in order") }
        cls = try special("[CLS]", file)
        sep = try special("[SEP]", file)
        unk = try special("[UNK]", file)
    }

    private func special(_ name: StaticString, _ file: ModelFile) throws -> Int32 {
        let bytes = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let hash = bytes.reduce(Self.start, Self.step)
        guard let id = Self.find(bytes, hash, prefix: false, slots, pieces) else {
            throw ModelError.unfit(path: file.path, what: "it has no piece \(name)")
        }
        return id
    }

    var count: Int { pieces.count }

    // MARK: Folding

    /// A folded word: UTF-8, cut into chunks that no piece crosses.
    struct Folded {
        var bytes: [UInt8] = []
        /// End of each chunk in bytes.
        var ends: [Int] = []
        /// Number of scalars.
        var scalars = 0

        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            scalars = 0
        }
        mutating func close() {
            if bytes.count > (ends.last ?? 0) { ends.append(bytes.count) }
        }
        mutating func set(_ ascii: UInt8, times: Int) {
            clear()
            for _ in 0..<times {
                bytes.append(ascii)
                ends.append(bytes.count)
                scalars += 1
            }
        }
    }

    func fold(_ word: String, into out: inout Folded) {
        out.clear()
        for scalar in word.unicodeScalars {
            let value = Int(scalar.value)
            guard value < kinds.count else {
                out.close()
                out.bytes.append(contentsOf: String(scalar).utf8)
                out.scalars += 1
                out.close()
                continue
            }
            switch kinds[value] {
            case Kind.ordinary:
                append(value, to: &out)
            case Kind.alone:
                out.close()
                // A sign may stand for several ("…" for three dots): each is a chunk of its own.
                let text = folded.utf8(value)
                for (index, byte) in text.enumerated() {
                    if index > 0, byte & 0xC0 != 0x80 { out.close() }
                    if byte & 0xC0 != 0x80 { out.scalars += 1 }
                    out.bytes.append(byte)
                }
                out.close()
            case Kind.drop:
                continue
            default:
                out.close()
            }
        }
        out.close()
        simplify(&out)
    }

    private func append(_ value: Int, to out: inout Folded) {
        let text = folded.utf8(value)
        if text.count == 1 {
            out.bytes.append(text[0])
            out.scalars += 1
        } else {
            for byte in text {
                if byte & 0xC0 != 0x80 { out.scalars += 1 }
                out.bytes.append(byte)
            }
        }
    }

    /// Whole words that are one sign written in several ways: "--", "``", "''", "....".
    private func simplify(_ out: inout Folded) {
        guard let first = out.bytes.first, out.ends.count == out.bytes.count else { return }
        let same = out.bytes.allSatisfy { $0 == first }
        guard same else { return }
        if first == UInt8(ascii: "-") {
            if out.bytes.count > 1 { out.set(first, times: 1) }
        } else if first == UInt8(ascii: "'"), out.bytes.count == 2 {
            out.set(UInt8(ascii: "\""), times: 1)
        } else if first == UInt8(ascii: "."), out.bytes.count > 1 {
            out.set(first, times: 3)
        }
    }

    // MARK: Pieces

    private static let start: UInt32 = 2_166_136_261
    private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
    /// The hash of "##", with which pieces inside a word begin.
    private static let inner = step(step(start, 35), 35)

    private static func find(
        _ bytes: UnsafeRawBufferPointer, _ hash: UInt32, prefix: Bool, _ slots: UnsafeBufferPointer<UInt16>,
        _ pieces: StringTable
    ) -> Int32? {
        let mask = slots.count - 1
        var slot = Int((hash ^ hash >> 15) & UInt32(truncatingIfNeeded: mask))
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            let piece = pieces.utf8(id)
            if prefix {
                if piece.count == bytes.count + 2, piece[0] == 35, piece[1] == 35,
                    UnsafeRawBufferPointer(rebasing: piece[2...]).elementsEqual(bytes)
                {
                    return Int32(id)
                }
            } else if piece.count == bytes.count, piece.elementsEqual(bytes) {
                return Int32(id)
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Appends the pieces of a folded word, at least one and at most `most`.
    func append(_ word: Folded, to ids: inout [Int32]) {
        let first = ids.count
        word.bytes.withUnsafeBytes { bytes in
            var begin = 0
            for end in word.ends {
                cut(bytes, begin, end, first, &ids)
                begin = end
            }
        }
        if ids.count == first { ids.append(unk) }
        if ids.count > first + Self.most { ids.removeLast(ids.count - first - Self.most) }
    }

    /// One chunk. A scalar that no piece has must not take the letters beside it down, so it is cut out.
    private func cut(_ bytes: UnsafeRawBufferPointer, _ begin: Int, _ end: Int, _ first: Int, _ ids: inout [Int32]) {
        var run = begin
        var at = begin
        while at < end {
            let (value, size) = Self.scalar(bytes, at)
            if value < known.count, known[value] != 0 {
                at += size
                continue
            }
            if run < at { match(bytes, run, at, &ids) }
            if ids.count == first || ids.last != unk { ids.append(unk) }
            at += size
            run = at
        }
        if run < end { match(bytes, run, end, &ids) }
    }

    /// Longest piece first; a run that cannot be covered is one unknown piece.
    private func match(_ bytes: UnsafeRawBufferPointer, _ begin: Int, _ end: Int, _ ids: inout [Int32]) {
        let mark = ids.count
        var at = begin
        while at < end {
            var hash = at == begin ? Self.start : Self.inner
            var best: (id: Int32, end: Int)?
            // Every prefix of the rest, shortest first: the hash grows byte by byte.
            var stop = at
            while stop < end {
                hash = Self.step(hash, bytes[stop])
                stop += 1
                let slice = UnsafeRawBufferPointer(rebasing: bytes[at..<stop])
                if let id = Self.find(slice, hash, prefix: at > begin, slots, pieces) { best = (id, stop) }
            }
            guard let best else {
                ids.removeLast(ids.count - mark)
                ids.append(unk)
                return
            }
            ids.append(best.id)
            at = best.end
        }
    }

    /// The scalar at a byte and its size; the bytes come from a Swift String and are valid UTF-8.
    static func scalar(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (value: Int, size: Int) {
        let a = Int(bytes[at])
        if a < 0x80 { return (a, 1) }
        if a < 0xE0 { return ((a & 0x1F) << 6 | Int(bytes[at + 1]) & 0x3F, 2) }
        if a < 0xF0 {
            return ((a & 0x0F) << 12 | (Int(bytes[at + 1]) & 0x3F) << 6 | Int(bytes[at + 2]) & 0x3F, 3)
        }
        return (
            (a & 0x07) << 18 | (Int(bytes[at + 1]) & 0x3F) << 12 | (Int(bytes[at + 2]) & 0x3F) << 6
                | Int(bytes[at + 3]) & 0x3F, 4
        )
    }
}
