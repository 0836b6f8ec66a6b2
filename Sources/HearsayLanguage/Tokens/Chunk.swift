/// What stands between two spaces, and the rules that say where it falls into words.
struct Chunk {
    let letters: Letters
    let start: Int
    let end: Int
    /// The block that it stands in.
    let block: Range<Int>

    private func kind(_ index: Int) -> Kind { start <= index && index < end ? letters.kinds[index] : .space }
    private func isWordy(_ index: Int) -> Bool { kind(index) == .letter || kind(index) == .digit }
    private func folded(_ index: Int) -> UInt32 { start <= index && index < end ? letters.folded[index] : 0x20 }

    /// Whether a word ends before the scalar at an index inside the chunk.
    func isBoundary(_ index: Int) -> Bool {
        var before = kind(index - 1)
        let after = kind(index)
        if after == .joined { return false }
        if before == .joined {
            // What a mark stands on decides; of a mark at the start nothing is known.
            var base = index - 1
            while base > start, base > index - 8, kind(base) == .joined { base -= 1 }
            // Joiners hold emoji together.
            if letters.folded[index - 1] == 0x200D { return false }
            before = kind(base) == .joined ? .letter : kind(base)
        }
        let left = folded(index - 1)
        switch (before, after) {
        case (.letter, .letter): return isNegation(index)
        case (.digit, .digit), (.letter, .digit), (.letter, .money): return false
        case (.digit, .letter): return Units.contains(letters.folded, index, end)
        case (.letter, .apostrophe), (.digit, .apostrophe): return splitsApostrophe(index, before)
        case (.apostrophe, .letter), (.apostrophe, .digit):
            if isWordy(index - 2) { return false }
            if index - 1 == start, after == .letter, Clitics.isClitic(letters.folded[start..<end]) { return false }
            // "'90s" keeps its apostrophe, "'He" was opened by a quote.
            return after == .letter
        case (.letter, .period), (.digit, .period): return splitsPeriod(index, before)
        case (.period, .letter), (.period, .digit):
            return kind(index - 2) == .period || left == 0x2026 || isRunOn(index - 1)
        case (.period, .stop): return kind(index - 2) == .period || left == 0x2026
        case (.digit, .comma): return splitsNumber(index)
        case (.comma, .digit): return kind(index - 2) != .digit || splitsNumber(index - 1)
        case (.digit, .slash): return kind(index + 1) != .digit
        case (.slash, .digit): return kind(index - 2) != .digit
        case (.letter, .slash): return !(kind(index + 1) == .letter && isSingle(index - 1) && isSingle(index + 1))
        case (.slash, .letter): return !(kind(index - 2) == .letter && isSingle(index - 2) && isSingle(index))
        case (.letter, .hyphen), (.digit, .hyphen): return splitsHyphen(index)
        case (.hyphen, .letter), (.hyphen, .digit):
            if index - 2 < start { return after == .letter }
            return kind(index - 2) == .hyphen || splitsHyphen(index - 1)
        default: return splitsSigns(index, before, after)
        }
    }

    /// "1,500" and "7:30" are one number, "13,14" two.
    private func splitsNumber(_ sign: Int) -> Bool {
        guard kind(sign + 1) == .digit, folded(sign) != 0x3B else { return true }
        guard folded(sign) == 0x2C else { return false }
        let group = digits(from: sign + 1)
        // "10,00,000", as India writes a million.
        return group != 3 && !(group == 2 && folded(sign + 3) == 0x2C && digits(from: sign + 4) == 3)
    }

    private func digits(from index: Int) -> Int {
        var count = 0
        while count < 4, kind(index + count) == .digit { count += 1 }
        return count
    }

    /// "did|n't"
    private func isNegation(_ index: Int) -> Bool {
        folded(index) == 0x6E && kind(index + 1) == .apostrophe && folded(index + 2) == 0x74 && kind(index + 3) != .letter
    }

    /// One letter between signs.
    private func isSingle(_ index: Int) -> Bool { kind(index - 1) != .letter && kind(index + 1) != .letter }

    /// "Baku|'s", "rebels|'", but "Da'esh", "1990's".
    private func splitsApostrophe(_ index: Int, _ before: Kind) -> Bool {
        var stop = index + 1
        while stop < end, stop < index + 4, letters.kinds[stop] == .letter { stop += 1 }
        if stop == index + 1 { return true }
        if folded(index - 1) == 0x6E, stop == index + 2, folded(index + 1) == 0x74 { return false }
        if before == .digit, folded(index - 1) == 0x30, folded(index + 1) == 0x73 { return false }
        return Clitics.isClitic(letters.folded[index..<stop]) && kind(stop) != .letter
    }

    /// Whether a period behind a word is a sign of its own: not in "Gen.", "U.S.", "3.5", "1." at a block's head.
    private func splitsPeriod(_ index: Int, _ before: Kind) -> Bool {
        if kind(index + 1) == .period || letters.folded[index] == 0x2026 { return true }
        if isWordy(index + 1) { return isRunOn(index) }
        if before == .digit {
            // The number of a list's entry.
            return !(start == block.lowerBound && index + 1 == end && end < block.upperBound && index - start <= 5)
        }
        var first = index
        while first > start, first > index - 12, letters.kinds[first - 1] == .letter || letters.kinds[first - 1] == .period {
            first -= 1
        }
        let word = letters.folded[first..<index]
        let isLast = next == nil
        if word.contains(0x2E) {
            // "U.S.", "a.m."; "end.The next." is no abbreviation.
            return !isDotted(first, index)
        }
        if word.count == 1 {
            if before == .letter, kind(first - 1) == .slash || isLast { return true }
            let nextKind = next.map { letters.kinds[$0] }
            if word.first == 0x69 { return !(nextKind == .letter && letters.isUpper[next!]) }
            return !(letters.isUpper[first] || nextKind == .digit)
        }
        if Abbreviations.doubtful.contains(word) {
            return isLast || !letters.isUpper[first] || letters.isUpper[first + 1] || !startsLikeAName
        }
        if word == [0x6E, 0x6F] || word == [0x6E, 0x6F, 0x73] { return !(next.map { letters.kinds[$0] == .digit } ?? false) }
        if isLast, Abbreviations.titles.contains(word) { return true }
        return !Abbreviations.isKnown(word)
    }

    /// "The raid failed.The army left": a stop whose space was lost.
    private func isRunOn(_ period: Int) -> Bool {
        guard kind(period + 1) == .letter, letters.isUpper[period + 1], kind(period + 2) == .letter, !letters.isUpper[period + 2] else {
            return false
        }
        return (1...3).allSatisfy { kind(period - $0) == .letter && !letters.isUpper[period - $0] }
    }

    /// Short stretches between periods: "U.S", "a.m", "Ph.D", "i.e".
    private func isDotted(_ first: Int, _ last: Int) -> Bool {
        var run = 0
        for index in first..<last {
            run = letters.kinds[index] == .period ? 0 : run + 1
            if run > 3 || run == 0 && index == first { return false }
        }
        return true
    }

    /// Where the next chunk of the block begins; quotes and brackets in this one behind a period close a sentence.
    private var next: Int? {
        var index = end
        while index < block.upperBound, letters.kinds[index] == .space { index += 1 }
        return index < block.upperBound ? index : nil
    }

    private var startsLikeAName: Bool { next.map { letters.isUpper[$0] || letters.kinds[$0] == .digit } ?? false }

    /// "US-led" is three words; "pro-Russian", "e-mail" and telephone numbers are one.
    private func splitsHyphen(_ index: Int) -> Bool {
        guard isWordy(index - 1), isWordy(index + 1) else { return true }
        var first = index
        while first > start, first > index - 24, isWordy(first - 1) { first -= 1 }
        if Abbreviations.prefixes.contains(letters.folded[first..<index]), kind(first - 1) != .hyphen { return false }
        return !isNumberGroup(index)
    }

    /// Groups of digits joined by hyphens, as in "555-0147" or "11-20-2000"; "1988-1994" is a range.
    private func isNumberGroup(_ index: Int) -> Bool {
        func run(_ from: Int, _ step: Int) -> Int {
            var length = 0
            while length < 12, kind(from + length * step) == .digit { length += 1 }
            return length
        }
        let left = run(index - 1, -1)
        let right = run(index + 1, 1)
        guard left > 0, right > 0 else { return false }
        if left == 3, right == 4 { return true }
        return folded(index - 1 - left) == 0x2D && kind(index - 2 - left) == .digit
            || folded(index + 1 + right) == 0x2D && kind(index + 2 + right) == .digit
    }

    private func splitsSigns(_ index: Int, _ before: Kind, _ after: Kind) -> Bool {
        let left = folded(index - 1)
        let right = folded(index)
        if before == after {
            if before == .opener || before == .closer || before == .comma || before == .quote { return true }
            return before == .stop ? false : left != right
        }
        if isInFace(index) { return false }
        // "[...]" stands for words left out.
        if left == 0x5B, right == 0x2E, folded(index + 2) == 0x2E { return false }
        if right == 0x5D, left == 0x2E, kind(index - 3) == .period { return false }
        let wordBefore = before == .letter || before == .digit
        let wordAfter = after == .letter || after == .digit
        switch (left, right) {
        // "AT&T", "A&E"
        case (0x26, _) where wordAfter && isWordy(index - 2), (_, 0x26) where wordBefore && isWordy(index + 1): return false
        // Names and tags of social media, signed numbers.
        case (0x40, _) where wordAfter, (_, 0x40) where wordBefore && isWordy(index + 1): return false
        case (0x23, _) where after == .letter && index - 1 == start: return false
        case (0x2B, _) where after == .digit && index - 1 == start: return false
        // "snake_case", but "(AP)_"
        case (0x5F, _) where wordAfter && isWordy(index - 2), (_, 0x5F) where wordBefore && isWordy(index + 1): return false
        default: return true
        }
    }

    /// ":)", ";-)", ":(" as a word of their own.
    private func isInFace(_ index: Int) -> Bool {
        for eyes in max(start, index - 2)..<index where folded(eyes) == 0x3A || folded(eyes) == 0x3B {
            guard eyes == start || !isWordy(eyes - 1) else { continue }
            let hasNose = folded(eyes + 1) == 0x2D
            let mouth = eyes + (hasNose ? 2 : 1)
            if folded(mouth) == 0x29 || folded(mouth) == 0x28, !isWordy(mouth + 1), index <= mouth { return true }
        }
        return false
    }
}

/// Measures written against their number: "155mm", "20km", "7:30pm".
enum Units {
    private static let units = WordList("mm cm m km kg g t lb lbs ft mph kph kmh am pm bn mn k b hz mhz mg hrs min yd")

    static func contains(_ folded: [UInt32], _ start: Int, _ end: Int) -> Bool {
        var stop = start
        while stop < end, stop < start + 4, folded[stop] >= 0x61, folded[stop] <= 0x7A { stop += 1 }
        if stop < end, folded[stop] >= 0x30, folded[stop] <= 0x39 { return false }
        // A longer word behind a number ("2nd", "20th", "4x4") is not a measure.
        if stop < end, folded[stop] >= 0x61, folded[stop] <= 0x7A { return false }
        return units.contains(folded[start..<stop])
    }
}
