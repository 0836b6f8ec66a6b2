/// Names by their folded keys: an open hash over one block of bytes, so that thirty thousand names load in milliseconds.
struct NameIndex: Sendable {
    /// How a name must be written in the text to be this name.
    struct Spelling: OptionSet, Sendable {
        let rawValue: UInt8
        /// "Fano", "Turkey": some letter is a capital.
        static let capital = Spelling(rawValue: 1)
        /// "IS", "US", "WHO": no letter is small.
        static let allCapitals = Spelling(rawValue: 2)
        /// "Kurdish rebels": a description rather than a name; it holds only in the group's own countries.
        static let description = Spelling(rawValue: 4)
    }

    private var bytes: [UInt8] = []
    private var starts: [Int32] = []
    private var lengths: [UInt8] = []
    private var values: [Int32] = []
    private var spellings: [Spelling] = []
    private var next: [Int32] = []
    private var last: [Int32] = []
    private var slots: [Int32]
    private(set) var longest = 0

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        starts.reserveCapacity(capacity)
        bytes.reserveCapacity(capacity * 16)
    }

    var count: Int { values.count }

    /// Adds a name; a key that is there already keeps its earlier meanings in front.
    mutating func add(_ key: [UInt8], _ value: Int, _ spelling: Spelling) {
        guard !key.isEmpty, key.count < 255 else { return }
        if values.count * 2 >= slots.count { grow() }
        let fresh = Int32(values.count)
        starts.append(Int32(bytes.count))
        lengths.append(UInt8(key.count))
        values.append(Int32(value))
        spellings.append(spelling)
        next.append(-1)
        last.append(fresh)
        longest = max(longest, key.count)
        let slot = self.slot(of: key)
        bytes.append(contentsOf: key)
        if slots[slot] < 0 {
            slots[slot] = fresh
        } else {
            let first = Int(slots[slot])
            next[Int(last[first])] = fresh
            last[first] = fresh
        }
    }

    /// All meanings of a key, in the order of the tables.
    func find(_ key: [UInt8], _ body: (_ value: Int, _ spelling: Spelling) -> Void) {
        guard !key.isEmpty, key.count <= longest else { return }
        var entry = slots[slot(of: key)]
        while entry >= 0 {
            body(Int(values[Int(entry)]), spellings[Int(entry)])
            entry = next[Int(entry)]
        }
    }

    private func slot(of key: [UInt8]) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
        while slots[slot] >= 0, !holds(Int(slots[slot]), key) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func holds(_ entry: Int, _ key: [UInt8]) -> Bool {
        guard Int(lengths[entry]) == key.count else { return false }
        let start = Int(starts[entry])
        for index in 0..<key.count where bytes[start + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        let heads = slots.filter { $0 >= 0 }
        slots = Array(repeating: -1, count: slots.count * 2)
        for head in heads {
            let start = Int(starts[Int(head)])
            slots[slot(of: Array(bytes[start..<(start + Int(lengths[Int(head)]))]))] = head
        }
    }
}
