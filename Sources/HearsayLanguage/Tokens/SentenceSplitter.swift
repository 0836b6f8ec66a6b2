import HearsayCore

/// Finds where sentences end among the tokens of a block, by a logistic model over the tokens around each place.
///
/// Training/tokenizer/sentences.py learns the weights and computes the same features; the two change together.
struct SentenceSplitter {
    private let tokens: [Outline]
    /// Piece at which each token begins, and their number at the end.
    private let starts: [Int]
    /// Most of the block is in capitals, so that capitals say nothing.
    private let isShouted: UInt32

    init(scalars: [Unicode.Scalar], letters: Letters, pieces: Pieces) {
        var tokens: [Outline] = []
        var starts: [Int] = []
        tokens.reserveCapacity(pieces.count)
        var index = 0
        while index < pieces.count {
            var last = index
            while last + 1 < pieces.count, pieces.continues[last + 1] { last += 1 }
            let span = Span(pieces.spans[index].start, pieces.spans[last].end)
            let isGlued = last + 1 < pieces.count && pieces.spans[last + 1].start == span.end
            tokens.append(
                Outline(scalars, letters, span, isGlued: isGlued, isJoined: tokens.last?.isGlued ?? false))
            starts.append(index)
            index = last + 1
        }
        starts.append(pieces.count)
        self.tokens = tokens
        self.starts = starts
        let words = tokens.count { $0.shape.isWord }
        let shouted = tokens.count { $0.shape == .capital || $0.shape == .caps }
        isShouted = words >= 4 && shouted * 10 >= words * 7 ? 1 : 0
    }

    /// Pieces one past the last of each sentence; the last is the number of pieces.
    ///
    /// - Parameter dateline: the piece at which the story begins behind its dateline.
    func ends(longest: Int, after dateline: Int?) -> [Int] {
        var ends: [Int] = []
        var state = State()
        for index in tokens.indices {
            state.take(tokens[index])
            let isLast = index + 1 == tokens.count
            let isCut = isLast || starts[index + 1] == dateline || starts[index + 2] - starts[state.first] > longest
            guard isCut || isPossible(index) && decides(index, state) else { continue }
            ends.append(starts[index + 1])
            state = State(first: index + 1)
        }
        return ends
    }

    /// What was seen since the sentence began.
    private struct State {
        var first = 0
        /// Inside a quotation.
        var isQuoted: UInt32 = 0
        var brackets: UInt32 = 0

        mutating func take(_ token: Outline) {
            switch token.shape {
            case .opening: isQuoted = 1
            case .closing: isQuoted = 0
            case .quote: isQuoted ^= 1
            case .open: brackets += 1
            case .close: if brackets > 0 { brackets -= 1 }
            default: break
            }
        }
    }

    /// Without a space behind it only a stop, a quote or a bracket can end a sentence.
    private func isPossible(_ index: Int) -> Bool {
        guard tokens[index].isGlued, tokens[index].abbreviation == 0 else { return true }
        switch tokens[index].shape {
        case .stop, .period, .quote, .closing, .close: return true
        default: return false
        }
    }

    /// What the treebanks show too seldom is decided by rule, the rest by the model.
    private func decides(_ index: Int, _ state: State) -> Bool {
        let token = tokens[index]
        // "… to the U.S. The army …": an abbreviation that may end a sentence, before a word that opens one.
        if token.abbreviation == 2 || token.abbreviation == 3, isShouted == 0, tokens[index + 1].opensSentence { return true }
        let needed = stops(index, state) ? 0 : SentenceSplitter.withoutStop
        return score(index, state) > needed
    }

    /// In web pages and mail sentences end without a stop; in news that is rare, so the model must be sure.
    private static let withoutStop = 25

    private func stops(_ index: Int, _ state: State) -> Bool {
        var core = index
        while core > state.first, core > index - 3, tokens[core].shape.closes { core -= 1 }
        return tokens[core].shape == .stop || tokens[core].shape == .period || tokens[core].abbreviation != 0
    }

    private func hash(_ index: Int) -> UInt32 { index >= 0 && index < tokens.count ? tokens[index].hash : 1 }
    private func shape(_ index: Int) -> UInt32 { index >= 0 && index < tokens.count ? tokens[index].shape.rawValue : 0 }

    private func score(_ i: Int, _ state: State) -> Int {
        let token = tokens[i]
        var core = i
        // Quotes and brackets that close behind the stop belong to the sentence.
        while core > state.first, core > i - 3, tokens[core].shape.closes { core -= 1 }
        let h0 = token.hash
        let h1 = hash(i + 1)
        let s0 = token.shape.rawValue
        let s1 = shape(i + 1)
        let h2 = hash(i + 2)
        let s2 = shape(i + 2)
        let hp = hash(i - 1)
        let sp = shape(i - 1)
        let hc = tokens[core].hash
        let back = UInt32(i - core)
        let glued: UInt32 = token.isGlued ? 1 : 0
        let joined: UInt32 = token.isJoined ? 1 : 0
        let sign = token.shape.isWord || token.shape == .number ? s0 : h0
        let kind = token.abbreviation
        let mark = tokens[core].abbreviation == 0 ? 8 + tokens[core].shape.rawValue : tokens[core].abbreviation
        let situation = mark * 4 + back
        let length = SentenceSplitter.bucket(i + 1 - state.first)
        let quoted = state.isQuoted
        var sum = Weights(SentenceWeights.bias)
        sum.add(1, h0, 0, 0)
        sum.add(2, h1, s0, 0)
        sum.add(3, s0, s1, isShouted)
        sum.add(4, h0, h1, 0)
        sum.add(5, h0, s1, isShouted)
        sum.add(6, hp, h0, 0)
        sum.add(7, sp, sign, s1)
        sum.add(8, s1, s2, sign)
        sum.add(9, glued, sign, s1)
        sum.add(10, joined, sign, s1)
        sum.add(11, hc, back, s1)
        sum.add(12, quoted, sign, s1)
        sum.add(13, state.brackets, sign, s1)
        sum.add(14, length, sign, s1)
        sum.add(15, SentenceSplitter.bucket(tokens.count - 1 - i), sign, s1)
        sum.add(16, kind, s1, isShouted)
        sum.add(17, kind, h1, 0)
        sum.add(18, kind, length, s1)
        sum.add(19, h2, h1, s0)
        sum.add(20, h1, sign, 0)
        sum.add(21, h2, sign, s1)
        sum.add(22, hp, sign, s1)
        sum.add(23, quoted, hc, h1)
        sum.add(24, shape(core - 1), hc, h1)
        sum.add(25, isShouted, sign, 0)
        sum.add(26, hash(state.first), sign, s1)
        sum.add(27, situation, s1, glued)
        sum.add(28, situation, s1, isShouted * 4 + quoted * 2 + min(state.brackets, 1))
        sum.add(29, situation, s1 * 16 + s2, glued)
        sum.add(30, situation, h1, 0)
        return sum.total
    }

    /// Counts in steps that grow.
    private static func bucket(_ count: Int) -> UInt32 {
        switch count {
        case ..<4: UInt32(count)
        case ..<6: 4
        case ..<10: 5
        case ..<20: 6
        case ..<40: 7
        default: 8
        }
    }
}

/// A sum of hashed weights.
private struct Weights {
    private(set) var total: Int

    init(_ bias: Int) { total = bias }

    mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
        var value = a &* 0x9E37_79B1 &+ b &* 0x85EB_CA77 &+ c &* 0xC2B2_AE3D &+ template &* 0x27D4_EB2F
        value ^= value >> 15
        value = value &* 0x2C1B_3C6D
        value ^= value >> 12
        value = value &* 0x297A_2D39
        value ^= value >> 15
        let index = Int(value >> UInt32(32 - SentenceWeights.bits))
        // "P" is nought; "~" stands for the backslash, which a literal cannot hold.
        let sign = SentenceWeights.table.utf8Start[index]
        total += Int(sign == UInt8(ascii: "~") ? UInt8(ascii: "\\") : sign) - 80
    }
}
