import HearsayCore

/// Finds where sentences end among the words of a block.
struct SentenceSplitter {
    let letters: Letters
    let pieces: Pieces

    /// Indices one past the last word of each sentence; the last is the number of words.
    func ends(longest: Int) -> [Int] {
        var ends: [Int] = []
        var first = 0
        for index in 0..<pieces.count {
            let isLast = index + 1 == pieces.count
            if isLast || isEnd(index) || index + 1 - first >= longest && !pieces.continues[index + 1] {
                ends.append(index + 1)
                first = index + 1
            }
        }
        return ends
    }

    private func isEnd(_ index: Int) -> Bool {
        if pieces.continues[index + 1] { return false }
        let next = pieces.spans[index + 1]
        var last = index
        // Quotes and brackets that close after the stop belong to the sentence.
        while last > 0, isCloser(last), last > index - 3 { last -= 1 }
        let span = pieces.spans[last]
        let mark = letters.kinds[span.end - 1]
        guard mark == .period || mark == .stop else { return false }
        if next.start == pieces.spans[index].end, isCloser(index + 1) || mark == .period { return false }
        if isClosingQuote(index + 1) { return false }
        let startsNew: Bool =
            switch letters.kinds[next.start] {
            case .letter: letters.isUpper[next.start] || letters.folded[next.start] > 0x24F
            case .digit, .quote, .apostrophe, .opener, .money: true
            case .period, .comma, .stop, .closer: false
            default: true
            }
        guard startsNew else { return false }
        if mark == .period, span.length > 1, letters.kinds[span.start] == .letter {
            let word = letters.folded[span.start..<(span.end - 1)]
            if Abbreviations.isTitle(word) { return false }
            if span.length == 2 { return false }
            return Starters.contains(letters.folded[next.start..<next.end])
        }
        return true
    }

    private func isCloser(_ index: Int) -> Bool {
        switch letters.kinds[pieces.spans[index].start] {
        case .closer, .quote, .apostrophe: pieces.spans[index].length <= 2 && !pieces.continues[index]
        default: false
        }
    }

    /// A quote that stands right behind the word before and not before the next.
    private func isClosingQuote(_ index: Int) -> Bool {
        guard isCloser(index), pieces.spans[index].start == pieces.spans[index - 1].end else { return false }
        return index + 1 >= pieces.count || pieces.spans[index + 1].start > pieces.spans[index].end
            || letters.kinds[pieces.spans[index + 1].start] != .letter
    }
}

/// Words that open a sentence far more often than they follow an abbreviation inside one.
enum Starters {
    private static let words = Set(
        "the a an in on at he she it they we i but and this that these those his her its their there if as when while after before for from by with"
            .split(separator: " ").map { $0.unicodeScalars.map(\.value) })
    static func contains(_ word: ArraySlice<UInt32>) -> Bool { word.count <= 6 && words.contains(Array(word)) }
}
