internal import HearsayCore

/// How the words around an expression are told, without a parse: only to tell what lies ahead from what lies behind.
///
/// "will meet on Monday" is future; "said on Monday" is past. A caller with a parse gives its own tense instead.
struct TenseGuess {
    let words: [Word]

    private static let future: Set<String> = [
        "will", "'ll", "shall", "scheduled", "due", "upcoming", "tomorrow", "expire", "expires", "expiring", "slated",
        "would", "deadline", "plans", "plan", "planned", "planning", "hopes", "intends", "expects", "expected", "forthcoming",
        "won't", "they'll", "we'll", "he'll", "she'll", "it'll", "i'll", "you'll", "may", "might", "could", "can", "should", "must",
        "starting", "beginning", "pending", "payable",
    ]
    private static let past: Set<String> = [
        "said", "told", "was", "were", "had", "did", "went", "came", "took", "made", "met", "saw", "began", "fell", "rose", "left",
        "held", "shot", "hit", "struck", "fought", "lost", "won", "sent", "gave", "found", "led", "brought", "caught", "broke",
        "spoke", "wrote", "set", "put", "cut", "became", "got", "knew", "ran", "paid", "sold", "bought", "built", "kept", "stood",
        "been", "says", "has", "have", "since", "ago", "last", "slew", "blew", "drove", "flew", "sank", "threw", "quit",
    ]
    private static let notPast: Set<String> = [
        "need", "indeed", "speed", "feed", "seed", "proceed", "succeed", "exceed", "bleed", "breed", "united", "agreed-upon", "hundred", "red", "bed",
        "armed",
    ]

    /// "to" before these leads to a noun, not to a verb.
    private static let nouns: Set<String> = [
        "the", "a", "an", "his", "her", "its", "their", "this",
        "that", "these", "those", "death", "date", "about", "more", "less", "some", "all", "each", "any", "early", "late", "mid", "at", "least",
    ]

    func tense(around range: Range<Int>) -> Tense {
        var index = range.lowerBound - 1
        var steps = 0
        while index >= 0, steps < 14, !isStop(index + 1) {
            if let tense = tense(at: index) { return tense }
            if isStop(index) { break }
            index -= 1
            steps += 1
        }
        index = range.upperBound
        steps = 0
        while index < words.count, steps < 12, !isStop(index) {
            if let tense = tense(at: index) { return tense }
            index += 1
            steps += 1
        }
        return .unknown
    }

    private func isStop(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return true }
        let word = words[index]
        if word.breaks { return true }
        return [".", "!", "?", ";"].contains(word.lower) && !(index > 0 && Lexicon.months[words[index - 1].lower] != nil)
    }

    private func tense(at index: Int) -> Tense? {
        let word = words[index]
        guard word.kind == .letters else { return nil }
        if word.lower == "may" || word.lower == "march", word.isCapital { return nil }
        if let bound = tenseOfBe(at: index) { return bound }
        if TenseGuess.future.contains(word.lower) { return .future }
        if TenseGuess.past.contains(word.lower) { return .past }
        if word.lower == "to", index + 1 < words.count, words[index + 1].kind == .letters, !words[index + 1].isCapital {
            let next = words[index + 1].lower
            if !TenseGuess.nouns.contains(next), Lexicon.units[next] == nil, Lexicon.plurals[next] == nil, Numerals.word(next) == nil {
                return .future
            }
            return nil
        }
        // "an unspecified date": no verb after an article.
        if index > 0, ["a", "an", "the", "still", "its", "his", "their"].contains(words[index - 1].lower) { return nil }
        if word.lower.hasSuffix("ed"), word.lower.count > 3, !word.isCapital, !TenseGuess.notPast.contains(word.lower) { return .past }
        return nil
    }

    /// "to be completed by", "will be held": ahead, whatever the participle; "could not be reached" looks neither way.
    private func tenseOfBe(at index: Int) -> Tense? {
        guard let be = [index, index - 1].first(where: { $0 >= 0 && words[$0].lower == "be" }) else { return nil }
        let before = words[max(0, be - 3)..<be].map(\.lower)
        return before.contains("could") || before.contains("couldn't") ? .unknown : .future
    }
}
