import HearsayCore

/// Finds where words begin and end inside a block.
struct WordSplitter {
    let letters: Letters
    /// A run without spaces longer than this is cut: nothing downstream should meet a word of a megabyte.
    static let longestWord = 256

    func split(_ range: Range<Int>, into pieces: inout Pieces) {
        var index = range.lowerBound
        while index < range.upperBound {
            if letters.kinds[index] == .space {
                index += 1
                continue
            }
            var end = index + 1
            var isPlain = letters.kinds[index] == .letter
            while end < range.upperBound, letters.kinds[end] != .space {
                if letters.kinds[end] != .letter { isPlain = false }
                end += 1
            }
            splitChunk(index, end, isPlain: isPlain, into: &pieces)
            index = end
        }
    }

    /// Cuts what stands between two spaces.
    private func splitChunk(_ start: Int, _ end: Int, isPlain: Bool, into pieces: inout Pieces) {
        if isPlain {
            appendPlain(start, end, into: &pieces)
            return
        }
        let address = addressRange(start, end)
        var from = start
        for index in (start + 1)..<max(start + 1, end) {
            if let address, index > address.lowerBound, index < address.upperBound { continue }
            if address?.lowerBound == index || address?.upperBound == index || isBoundary(index, start, end) {
                close(from, index, address: address, into: &pieces)
                from = index
            }
        }
        close(from, end, address: address, into: &pieces)
    }

    private func close(_ start: Int, _ end: Int, address: Range<Int>?, into pieces: inout Pieces) {
        if let address, address.lowerBound <= start, end <= address.upperBound {
            appendLong(start, end, continues: false, into: &pieces)
            return
        }
        let isClitic = start > 0 && letters.kinds[start - 1] == .letter && isClitic(start, end)
        if !isClitic, letters.kinds[start] == .letter {
            appendPlain(start, end, into: &pieces)
        } else {
            appendLong(start, end, continues: isClitic, into: &pieces)
        }
    }

    private func appendPlain(_ start: Int, _ end: Int, into pieces: inout Pieces) {
        if end - start <= 7, end - start >= 4, let cut = Clitics.cut(letters.folded[start..<end]) {
            pieces.append(start, start + cut)
            pieces.append(start + cut, end, continues: true)
        } else {
            appendLong(start, end, continues: false, into: &pieces)
        }
    }

    private func appendLong(_ start: Int, _ end: Int, continues: Bool, into pieces: inout Pieces) {
        var from = start
        while end - from > WordSplitter.longestWord {
            pieces.append(from, from + WordSplitter.longestWord)
            from += WordSplitter.longestWord
        }
        pieces.append(from, end, continues: continues && from == start)
    }

    /// "'s", "n't", "'ll" after a letter.
    private func isClitic(_ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 1: letters.kinds[start] == .apostrophe && letters.folded[start - 1] == Clitics.s
        case 2...3: Clitics.isClitic(letters.folded[start..<end])
        default: false
        }
    }

    /// A web or mail address inside a chunk, without the brackets and stops around it.
    private func addressRange(_ start: Int, _ end: Int) -> Range<Int>? {
        guard end - start >= 6, end - start <= 2048 else { return nil }
        var isAddress = false
        for index in start..<end {
            let value = letters.folded[index]
            if value == 0x40, index > start, index + 3 < end, letters.kinds[index - 1] == .letter || letters.kinds[index - 1] == .digit {
                isAddress = isAddress || (index + 1..<end).contains { letters.folded[$0] == 0x2E }
            }
            if value == 0x3A, index + 2 < end, letters.folded[index + 1] == 0x2F, letters.folded[index + 2] == 0x2F { isAddress = true }
            if value == 0x77, index + 4 < end, letters.folded[index + 1] == 0x77, letters.folded[index + 2] == 0x77, letters.folded[index + 3] == 0x2E {
                isAddress = true
            }
        }
        guard isAddress else { return nil }
        var lower = start
        var upper = end
        while lower < upper, [.opener, .quote, .apostrophe].contains(letters.kinds[lower]) || letters.folded[lower] == 0x3C { lower += 1 }
        while upper > lower {
            switch letters.kinds[upper - 1] {
            case .closer, .quote, .apostrophe, .comma, .period, .stop: upper -= 1
            default:
                if letters.folded[upper - 1] == 0x3E { upper -= 1 } else { return lower..<upper }
            }
        }
        return nil
    }

    private func isBoundary(_ index: Int, _ start: Int, _ end: Int) -> Bool {
        let before = letters.kinds[index - 1]
        let after = letters.kinds[index]
        if after == .joined || before == .joined && index - 1 == start { return false }
        let left = letters.folded[index - 1]
        let right = letters.folded[index]
        switch (before, after) {
        case (.letter, .letter):
            // "did|n't"
            return right == 0x6E && index + 2 < end && letters.kinds[index + 1] == .apostrophe
                && letters.folded[index + 2] == 0x74 && (index + 3 == end || letters.kinds[index + 3] != .letter)
        case (.digit, .digit), (.joined, .letter), (.letter, .digit): return false
        case (.digit, .letter):
            // "7:30pm" is two words, "19th" and "2nd" one.
            guard end - index >= 2 else { return false }
            return (right == 0x61 || right == 0x70) && letters.folded[index + 1] == 0x6D && (end == index + 2 || letters.kinds[index + 2] != .letter)
        case (.letter, .apostrophe), (.digit, .apostrophe):
            var stop = index + 1
            while stop < end, letters.kinds[stop] == .letter { stop += 1 }
            if stop == index + 1 { return true }
            if left == 0x6E, stop == index + 2, letters.folded[index + 1] == 0x74 { return false }
            return Clitics.isClitic(letters.folded[index..<stop])
        case (.apostrophe, .letter), (.apostrophe, .digit):
            if index - 1 > start, letters.kinds[index - 2] == .letter || letters.kinds[index - 2] == .digit { return false }
            return !(before == .apostrophe && after == .digit)
        case (.letter, .period), (.digit, .period):
            var stop = index
            while stop < end, letters.kinds[stop] == .period { stop += 1 }
            if stop - index > 1 { return true }
            if stop < end, letters.kinds[stop] == .letter || letters.kinds[stop] == .digit { return false }
            if before == .digit { return true }
            return !Abbreviations.keepsPeriod(letters, wordBefore: index, from: start)
        case (.period, .letter), (.period, .digit):
            return index - 1 > start && letters.kinds[index - 2] == .period
        case (.digit, .comma), (.digit, .slash):
            return !(index + 1 < end && letters.kinds[index + 1] == .digit)
        case (.comma, .digit), (.slash, .digit):
            return !(index - 2 >= start && letters.kinds[index - 2] == .digit)
        case (.letter, .hyphen), (.digit, .hyphen): return splitsHyphen(index, start, end)
        case (.hyphen, .letter), (.hyphen, .digit):
            if index - 2 < start { return after == .letter }
            if letters.kinds[index - 2] == .hyphen { return true }
            return splitsHyphen(index - 1, start, end)
        case (.letter, .money): return false
        default: break
        }
        if before == after {
            if before == .opener || before == .closer || before == .comma || before == .quote { return true }
            if before == .stop { return false }
            return left != right
        }
        if left == 0x26, after == .letter || right == 0x26, before == .letter {
            // "AT&T"
            return !(letters.isUpper[index] || letters.isUpper[index - 1])
        }
        if left == 0x5F || right == 0x5F {
            return !(index >= 2 && index + 1 < end && (before == .letter || before == .digit || left == 0x5F) && (after == .letter || after == .digit || right == 0x5F))
        }
        return true
    }

    /// "US-led" is three words, "pro-Russian" and "e-mail" one.
    private func splitsHyphen(_ index: Int, _ start: Int, _ end: Int) -> Bool {
        guard index > start, index + 1 < end else { return true }
        let next = letters.kinds[index + 1]
        guard next == .letter || next == .digit else { return true }
        var first = index
        while first > start, letters.kinds[first - 1] == .letter || letters.kinds[first - 1] == .digit { first -= 1 }
        return !Abbreviations.isPrefix(letters.folded[first..<index])
    }
}
