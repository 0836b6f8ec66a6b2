extension Chunk {
    /// A web or mail address inside the chunk, without the brackets and stops around it.
    var address: Range<Int>? {
        guard end - start >= 6, end - start <= 2048, looksLikeAddress else { return nil }
        var lower = start
        var upper = end
        while lower < upper, [.opener, .quote, .apostrophe].contains(letters.kinds[lower]) || letters.folded[lower] == 0x3C {
            lower += 1
        }
        while upper > lower {
            switch letters.kinds[upper - 1] {
            case .closer, .quote, .apostrophe, .comma, .period, .stop: upper -= 1
            default:
                guard letters.folded[upper - 1] == 0x3E else { return lower..<upper }
                upper -= 1
            }
        }
        return nil
    }

    private var looksLikeAddress: Bool {
        // Found once: a chunk of nothing but "@" must not be searched from each of them.
        let lastPeriod = letters.folded[start..<end].lastIndex(of: 0x2E) ?? start
        for index in start..<end {
            switch letters.folded[index] {
            case 0x40:  // name@host.org
                if index > start, isWord(index + 1), index < lastPeriod { return true }
            case 0x3A:  // http://
                if index > start, matches(index + 1, [0x2F, 0x2F]) { return true }
            case 0x77:  // www.
                if matches(index + 1, [0x77, 0x77, 0x2E]), index == start || letters.kinds[index - 1] != .letter { return true }
            case 0x2F:  // host.org/path
                if index - start >= 4, isHost(index) { return true }
            default: break
            }
        }
        return false
    }

    private func isWord(_ index: Int) -> Bool {
        index < end && (letters.kinds[index] == .letter || letters.kinds[index] == .digit)
    }

    private func matches(_ index: Int, _ wanted: [UInt32]) -> Bool {
        index + wanted.count <= end && letters.folded[index..<index + wanted.count].elementsEqual(wanted)
    }

    /// Whether a host name ends before the slash at an index: letters, a dot, two to six letters.
    private func isHost(_ slash: Int) -> Bool {
        var dot = slash - 1
        while dot > start, slash - dot < 8, letters.kinds[dot] == .letter { dot -= 1 }
        return letters.folded[dot] == 0x2E && (3...6).contains(slash - dot) && dot - start >= 2
            && letters.kinds[dot - 1] == .letter && letters.kinds[dot - 2] == .letter
    }
}
