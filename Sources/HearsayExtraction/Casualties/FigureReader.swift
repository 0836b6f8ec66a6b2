internal import HearsayCodebook
internal import HearsayCore

/// Reads counts of people harmed from the words around an act.
struct FigureReader: Sendable {
    let graph: ClauseGraph
    let lexicon: WordClasses
    let excerpt: @Sendable (Span) -> Excerpt

    /// Figures of a trigger whose pattern names a harm; recipients are the heads of those harmed.
    func figures(for trigger: Trigger, recipients: [Int]) -> [Figure] {
        guard let harm = trigger.pattern.harm.flatMap(Figure.Harm.init(rawValue:)) else { return [] }
        var out: [Figure] = []
        for head in recipients {
            guard let figure = figure(harm, at: head, isRecipient: true) else { continue }
            out.append(figure)
            let whole = out.count - 1
            for part in parts(of: head, under: trigger.token) {
                if var inner = self.figure(harm, at: part, isRecipient: true) {
                    inner.partOf = whole
                    out.append(inner)
                }
            }
        }
        if out.isEmpty, trigger.pattern.kind == .noun, let figure = figure(harm, at: trigger.token, isRecipient: false) { out.append(figure) }
        return out
    }

    /// "25 people, including two civilians": the heads of the parts.
    private func parts(of head: Int, under trigger: Int) -> [Int] {
        var out: [Int] = []
        for owner in [head, trigger] {
            for child in graph.parse.children[owner] where child != head {
                let markers = graph.parse.children[child].filter { ["case", "mark"].contains(graph.relation[$0]) }.map {
                    graph.tokens[$0].form.lowercased()
                }
                if markers.contains("including") || markers.contains("among") { out += graph.nominals(child) }
                if graph.tokens[child].form.lowercased() == "including" {
                    out += graph.children(child, "obj", "obl", "nmod").flatMap(graph.nominals)
                }
            }
        }
        for part in strayParts(of: head, under: trigger) where !out.contains(part) { out.append(part) }
        return out.filter { numeral(of: $0) != nil }
    }

    /// Parts that the tree hangs on a word in between: "killed since the raid, including two children", "among them a nurse",
    /// "11 of them civilians".
    private func strayParts(of head: Int, under trigger: Int) -> [Int] {
        var out: [Int] = []
        let clause = graph.parse.subtree(trigger)
        for index in clause.sorted() where index > head {
            let next = index + 1 < graph.tokens.count ? graph.tokens[index + 1].form.lowercased() : ""
            switch graph.tokens[index].form.lowercased() {
            case "including":
                guard ["case", "mark"].contains(graph.relation[index]), let part = graph.head(index), isTold(part, by: trigger) else { continue }
                out += graph.nominals(part)
            case "among" where ["them", "whom", "those"].contains(next):
                let behind = (index + 2..<min(index + 8, graph.tokens.count)).first { graph.tokens[$0].upos == .NOUN && numeral(of: $0) != nil }
                if let behind { out += graph.nominals(behind) }
            case "of" where ["them", "whom"].contains(next) && graph.tokens[index - 1].upos == .NUM:
                out.append(index - 1)
            default: continue
            }
        }
        return out
    }

    /// No other verb stands between a word and the act.
    private func isTold(_ index: Int, by act: Int) -> Bool {
        var current = index
        for _ in 0..<8 {
            guard let up = graph.head(current) else { return false }
            if up == act { return true }
            if graph.isVerb(up) { return false }
            current = up
        }
        return false
    }

    private func figure(_ harm: Figure.Harm, at head: Int, isRecipient: Bool) -> Figure? {
        let words = graph.tokens.map(\.form)
        if let index = numeral(of: head), let (quantity, range) = Quantity.read(words, at: index) {
            let upper = max(range.upperBound, isRecipient ? head + 1 : index + 1)
            let lower = min(range.lowerBound, index)
            guard lower < upper else { return nil }
            return Figure(
                harm, who: isRecipient ? who(head) : "people", low: quantity.low, high: quantity.high, isVague: quantity.isVague,
                excerpt: excerpt(graph.parse.span(lower..<upper)))
        }
        // "An officer was killed": one.
        guard isRecipient else { return nil }
        let token = graph.tokens[head]
        let article = graph.children(head, "det").first { ["a", "an", "one", "another"].contains(graph.tokens[$0].form.lowercased()) }
        if let article, token.upos == .NOUN, !token.has("Number=Plur"), lexicon.actors.isPersonNoun(token.lemma.lowercased()) {
            return Figure(harm, who: who(head), low: 1, high: 1, excerpt: excerpt(graph.parse.span(min(article, head)..<(head + 1))))
        }
        return nil
    }

    /// The token that counts a noun: a numeral before it, itself, or a word of quantity ("dozens of").
    private func numeral(of head: Int) -> Int? {
        if let number = graph.children(head, "nummod").first { return number }
        let token = graph.tokens[head]
        if token.upos == .NUM { return head }
        // "Between 12 and 15 soldiers": the tree may hang the numbers elsewhere; the word before a noun counts it all the same.
        if head > 0, graph.tokens[head - 1].upos == .NUM {
            // A range is read from its first number.
            let isRange = head > 3 && graph.tokens[head - 2].form == "and" && graph.tokens[head - 4].form.lowercased() == "between"
            return isRange ? head - 3 : head - 1
        }
        if Self.quantityWords.contains(token.form.lowercased()) { return head }
        for child in graph.children(head, "det", "amod") where Self.quantityWords.contains(graph.tokens[child].form.lowercased()) { return child }
        return nil
    }

    private static let quantityWords: Set<String> = [
        "dozens", "dozen", "scores", "hundreds", "thousands", "tens", "several", "many", "some", "few", "no", "none", "numerous", "couple",
        "millions", "both",
    ]

    /// Who is counted, in the singular: "police officer", "civilian", "people".
    private func who(_ head: Int) -> String {
        let token = graph.tokens[head]
        var noun = head
        if token.upos == .NUM || Self.quantityWords.contains(token.form.lowercased()) {
            guard let counted = graph.prepositional(head).first(where: { $0.preposition == "of" }), graph.tokens[counted.head].upos == .NOUN else {
                return "people"
            }
            noun = counted.head
        }
        let modifiers = graph.parse.children[noun].filter {
            $0 < noun && (graph.relation[$0] == "compound" || graph.relation[$0] == "amod") && graph.tokens[$0].upos != .PROPN
                && !lexicon.actors.isDemonym(graph.tokens[$0].form)
        }
        let lemma = graph.tokens[noun].lemma.lowercased()
        if ["person", "people"].contains(lemma) { return "people" }
        return
            (modifiers.filter { !Self.quantityWords.contains(graph.tokens[$0].form.lowercased()) }.map { graph.tokens[$0].form.lowercased() } + [
                lemma
            ]).joined(separator: " ")
    }
}
