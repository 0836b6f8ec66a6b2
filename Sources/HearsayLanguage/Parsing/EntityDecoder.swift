import HearsayCore

/// Best sequence of name tags: Begin, Inside, End, Single, Outside, with no broken names.
struct EntityDecoder: Sendable {
    private let parts: [UInt8]
    private let kinds: [Entity.Kind?]
    private let before: [[Int]]
    private let outside: Int

    /// - Parameter tags: "O", "B-PER", "I-PER", …; nil where they are not such tags.
    init?(tags: [String]) {
        var parts: [UInt8] = []
        var kinds: [Entity.Kind?] = []
        for tag in tags {
            guard let part = tag.utf8.first, "OBIES".utf8.contains(part) else { return nil }
            let kind = Entity.Kind(rawValue: String(tag.dropFirst(2)))
            guard part == UInt8(ascii: "O") || kind != nil else { return nil }
            parts.append(part)
            kinds.append(kind)
        }
        guard let outside = tags.firstIndex(of: "O") else { return nil }
        self.outside = outside
        self.parts = parts
        self.kinds = kinds
        let opens = parts.map { $0 == UInt8(ascii: "B") || $0 == UInt8(ascii: "I") }
        let goesOn = parts.map { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "E") }
        before = tags.indices.map { tag in
            tags.indices.filter { goesOn[tag] ? opens[$0] && kinds[$0] == kinds[tag] : !opens[$0] }
        }
    }

    var count: Int { parts.count }

    private func opens(_ tag: Int) -> Bool { parts[tag] == UInt8(ascii: "B") || parts[tag] == UInt8(ascii: "I") }
    private func begins(_ tag: Int) -> Bool { parts[tag] != UInt8(ascii: "I") && parts[tag] != UInt8(ascii: "E") }

    /// Names of a sentence from one row of scores a word.
    func entities(_ scores: UnsafePointer<Float>, stride: Int, words: Int) -> [Entity] {
        guard words > 0, !allOutside(scores, stride, words) else { return [] }
        let never: Float = -1e9
        var current = (0..<count).map { begins($0) ? scores[$0] : never }
        var back = [Int](repeating: 0, count: words * count)
        for word in 1..<max(1, words) {
            let row = scores + word * stride
            var next = [Float](repeating: never, count: count)
            for tag in 0..<count {
                var top = before[tag][0]
                for other in before[tag].dropFirst() where current[other] > current[top] { top = other }
                back[word * count + tag] = top
                next[tag] = current[top] + row[tag]
            }
            current = next
        }
        var tag = -1
        for other in 0..<count where !opens(other) && (tag < 0 || current[other] > current[tag]) { tag = other }
        var tags = [Int](repeating: tag, count: words)
        for word in (1..<max(1, words)).reversed() {
            tag = back[word * count + tag]
            tags[word - 1] = tag
        }
        return spans(tags)
    }

    private func allOutside(_ scores: UnsafePointer<Float>, _ stride: Int, _ words: Int) -> Bool {
        for word in 0..<words {
            let row = scores + word * stride
            for tag in 0..<count where row[tag] > row[outside] { return false }
        }
        return true
    }

    private func spans(_ tags: [Int]) -> [Entity] {
        var out: [Entity] = []
        var start = 0
        for (word, tag) in tags.enumerated() {
            guard let kind = kinds[tag] else { continue }
            if begins(tag) { start = word }
            if !opens(tag) { out.append(Entity(kind, start..<word + 1)) }
        }
        return out
    }
}
