internal import HearsayCore

/// The words that a mention stands on: the noun with its modifiers, without clauses, appositions and conjuncts.
struct NounPhrase: Sendable, Hashable {
    let sentence: Int
    let head: Int
    /// Contiguous tokens around the head.
    let tokens: Range<Int>
}

extension ClauseGraph {
    private static let inner: Set<String> = [
        "compound", "amod", "nummod", "nmod", "flat", "det", "fixed", "advmod", "case", "goeswith", "dep", "punct", "conj", "cc",
    ]

    /// The noun phrase of a head: "the Azerbaijani defence ministry", "people of Nagorno-Karabakh".
    func phrase(_ head: Int, sentence: Int) -> NounPhrase {
        var lower = head
        var upper = head
        var stack = [head]
        while let top = stack.popLast() {
            for child in parse.children[top] {
                guard belongs(child, to: top, head: head) else { continue }
                lower = min(lower, child)
                upper = max(upper, child)
                stack.append(child)
            }
        }
        // A phrase never reaches over its own preposition, a determiner or a comma at its edges.
        while lower < head, ["DET", "PUNCT", "ADP", "CCONJ"].contains(tokens[lower].upos.rawValue) { lower += 1 }
        while upper > head, tokens[upper].upos == .PUNCT || tokens[upper].upos == .ADP { upper -= 1 }
        return NounPhrase(sentence: sentence, head: head, tokens: lower..<(upper + 1))
    }

    private func belongs(_ child: Int, to parent: Int, head: Int) -> Bool {
        let full = tokens[child].relation
        switch relation[child] {
        case "compound", "amod", "nummod", "flat", "fixed", "goeswith":
            return true
        case "nmod":
            if full == "nmod:poss" { return child < parent }
            // "Prime Minister of Armenia", "people of X", "ministry for Y"; not "troops in the town" or "attack on Y".
            let preposition = preposition(child)
            return child > parent && (preposition == "of" || preposition == "for") && parent == head
        case "advmod":
            return child < parent && child + 1 >= 1 && abs(child - parent) <= 3
        case "det": return false
        case "case":
            // The clitic of a possessor inside the phrase; the preposition of an inner "of" phrase.
            return parent != head
        case "conj", "cc":
            // "police and army chiefs": conjuncts inside a modifier stay with it.
            return parent != head && relation[parent] != "nmod"
        case "punct":
            return parent != head && tokens[child].form == "-"
        default:
            return false
        }
    }

    /// The words of a phrase, determiner dropped.
    func span(_ phrase: NounPhrase) -> Span { parse.span(phrase.tokens) }

    /// Appositions of a noun: "Yerevan, the capital"; also names joined to a title by `flat`.
    func appositions(_ index: Int) -> [Int] { children(index, "appos") }
}
