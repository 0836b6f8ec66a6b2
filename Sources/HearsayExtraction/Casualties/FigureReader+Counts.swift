internal import HearsayCore

/// The words that count a noun, and whom it names.
extension FigureReader {
    /// The token that counts a noun: a numeral before it, itself, or a word of quantity ("dozens of").
    func numeral(of head: Int) -> Int? {
        if let number = graph.children(head, "nummod").first {
            // "a dozen women", "half a dozen men": the numeral begins before the word that counts.
            let scales: Set<String> = ["dozen", "hundred", "thousand", "million", "score"]
            guard number > 0, scales.contains(graph.tokens[number].form.lowercased()), graph.tokens[number - 1].form.lowercased() == "a" else {
                return number
            }
            return number > 1 && graph.tokens[number - 2].form.lowercased() == "half" ? number - 2 : number - 1
        }
        let token = graph.tokens[head]
        // "No one was hurt".
        if let no = graph.children(head, "det").first(where: { graph.tokens[$0].form.lowercased() == "no" }) { return no }
        if token.upos == .NUM { return head }
        // "Between 12 and 15 soldiers": the tree may hang the numbers elsewhere; the word before a noun counts it all the same.
        if head > 0, graph.tokens[head - 1].upos == .NUM {
            // A range is read from its first number.
            let isRange = head > 3 && graph.tokens[head - 2].form == "and" && graph.tokens[head - 4].form.lowercased() == "between"
            return isRange ? head - 3 : head - 1
        }
        let form = token.form.lowercased()
        if form == "number" { return graph.children(head, "det").first { graph.tokens[$0].form.lowercased() == "a" } }
        if Self.quantityWords.contains(form) { return head }
        for child in graph.children(head, "det", "amod") where Self.quantityWords.contains(graph.tokens[child].form.lowercased()) { return child }
        // "a total of 12 people", "a group of six men".
        if Self.containers.contains(token.lemma.lowercased()), let inner = ofNoun(head) {
            return graph.tokens[inner].upos == .NUM ? inner : graph.children(inner, "nummod").first
        }
        return nil
    }

    static let quantityWords: Set<String> = [
        "dozens", "dozen", "scores", "hundreds", "thousands", "tens", "several", "many", "some", "few", "no", "none", "numerous", "couple",
        "millions", "both", "multiple", "nobody",
    ]
    private static let containers: Set<String> = ["total", "group", "party", "gang", "team", "crew", "squad", "cell"]

    private func ofNoun(_ head: Int) -> Int? { graph.prepositional(head).first { $0.preposition == "of" }?.head }

    /// "a total of 12 people", "three of her sons", "a number of rebels": those counted.
    func counted(_ head: Int) -> Int {
        guard let inner = ofNoun(head), graph.tokens[inner].upos == .NOUN || graph.tokens[inner].upos == .NUM else { return head }
        let isContainer = Self.containers.contains(graph.tokens[head].lemma.lowercased()) && numeral(of: inner) != nil
        return isContainer || isBareCount(head) ? inner : head
    }

    private func isBareCount(_ head: Int) -> Bool {
        let form = graph.tokens[head].form.lowercased()
        return graph.tokens[head].upos == .NUM || form == "number" || Self.quantityWords.contains(form)
    }

    /// Who is counted, in the singular: "police officer", "civilian", "people".
    func who(_ head: Int) -> String {
        let head = counted(head)
        var noun = head
        if isBareCount(head) {
            guard let counted = ofNoun(head), graph.tokens[counted].upos == .NOUN else { return "people" }
            noun = counted
        }
        let modifiers = graph.parse.children[noun].filter {
            $0 < noun && (graph.relation[$0] == "compound" || graph.relation[$0] == "amod") && graph.tokens[$0].upos != .PROPN
                && !lexicon.actors.isDemonym(graph.tokens[$0].form)
        }
        let lemma = graph.tokens[noun].lemma.lowercased()
        if ["person", "people", "nobody", "one", "other"].contains(lemma) { return "people" }
        return
            (modifiers.filter { !Self.quantityWords.contains(graph.tokens[$0].form.lowercased()) }.map { graph.tokens[$0].form.lowercased() } + [
                lemma
            ]).joined(separator: " ")
    }
}
