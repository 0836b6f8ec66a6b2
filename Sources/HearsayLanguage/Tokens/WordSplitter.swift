import HearsayCore

/// Finds where words begin and end inside a block.
///
/// Looks only at a few scalars on each side of a place, so that a text without spaces costs no more than another.
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
            let chunk = Chunk(letters: letters, start: index, end: end, block: range)
            if isPlain {
                appendPlain(index, end, into: &pieces)
            } else {
                split(chunk, into: &pieces)
            }
            index = end
        }
    }

    /// Cuts what stands between two spaces.
    private func split(_ chunk: Chunk, into pieces: inout Pieces) {
        let address = chunk.address
        var from = chunk.start
        for index in (chunk.start + 1)..<max(chunk.start + 1, chunk.end) {
            if let address, index > address.lowerBound, index < address.upperBound { continue }
            if address?.lowerBound == index || address?.upperBound == index || chunk.isBoundary(index) {
                close(from, index, isWhole: address?.lowerBound == from, into: &pieces)
                from = index
            }
        }
        close(from, chunk.end, isWhole: address?.lowerBound == from, into: &pieces)
    }

    private func close(_ start: Int, _ end: Int, isWhole: Bool, into pieces: inout Pieces) {
        if isWhole {
            append(start, end, continues: false, into: &pieces)
        } else if isClitic(start, end) {
            append(start, end, continues: true, into: &pieces)
        } else if letters.kinds[start] == .letter {
            appendPlain(start, end, into: &pieces)
        } else {
            append(start, end, continues: false, into: &pieces)
        }
    }

    /// A word that may be two to the grammar: "cannot".
    private func appendPlain(_ start: Int, _ end: Int, into pieces: inout Pieces) {
        if end - start <= 8, end - start >= 2, let cut = Clitics.cut(letters.folded[start..<end]) {
            // "IM" and "IVE" in capitals are names; "Im" is "I'm" in haste.
            if cut > 1 || !letters.isUpper[start + 1] {
                pieces.append(start, start + cut)
                pieces.append(start + cut, end, continues: true)
                return
            }
        }
        append(start, end, continues: false, into: &pieces)
    }

    private func append(_ start: Int, _ end: Int, continues: Bool, into pieces: inout Pieces) {
        var from = start
        while end - from > WordSplitter.longestWord {
            pieces.append(from, from + WordSplitter.longestWord)
            from += WordSplitter.longestWord
        }
        pieces.append(from, end, continues: continues && from == start)
    }

    /// "'s", "n't", "'ll" and the "'" of "rebels'" behind a word.
    private func isClitic(_ start: Int, _ end: Int) -> Bool {
        guard start > 0 else { return false }
        let before = letters.kinds[start - 1]
        switch end - start {
        case 1:
            return before == .letter && letters.kinds[start] == .apostrophe && letters.folded[start - 1] == 0x73
        case 2...3:
            return (before == .letter || before == .digit) && Clitics.isClitic(letters.folded[start..<end])
        default: return false
        }
    }
}
