internal import HearsayCodebook
internal import HearsayCore

/// Reads counts of people harmed from the words around an act.
struct FigureReader: Sendable {
    let graph: ClauseGraph
    let lexicon: WordClasses
    /// Acts of the sentence, by token.
    let acts: [Int: Trigger]
    let excerpt: @Sendable (Span) -> Excerpt

    /// Figures of a trigger whose pattern names a harm; recipients are the heads of those harmed.
    func figures(for trigger: Trigger, recipients: [Int]) -> [Figure] {
        guard let harm = trigger.pattern.harm.flatMap(Figure.Harm.init(rawValue:)) else { return [] }
        if let own = own(harm, trigger) { return [own] }
        if let toll = toll(harm, trigger, recipients) { return toll }
        let isDivided = isDivided(trigger)
        let parts = recipients.map { self.parts(of: $0, under: trigger.token) }
        let inner = Set(parts.joined().map(\.count))
        var out: [Figure] = []
        for (head, parts) in zip(recipients, parts) where !inner.contains(head) {
            guard var figure = figure(harm, at: head, isRecipient: true) else { continue }
            // "60 were killed and injured": how many of each is not said.
            if isDivided, figure.low != figure.high || figure.low ?? 2 > 1 { figure.low = nil }
            out.append(figure)
            add(parts, harm, to: &out, whole: out.count - 1)
        }
        if out.isEmpty, trigger.pattern.kind == .noun, let figure = figure(harm, at: trigger.token, isRecipient: false) { out.append(figure) }
        return out
    }

    private func add(_ parts: [Part], _ harm: Figure.Harm, to out: inout [Figure], whole: Int) {
        for part in parts {
            guard var inner = part.noun.map({ named(harm, part.count, $0) }) ?? figure(harm, at: part.count, isRecipient: true) else { continue }
            if let most = out[whole].high, let least = inner.low ?? inner.high, least > most { continue }
            inner.partOf = whole
            out.append(inner)
        }
    }

    /// "11 of them children": the number and what they are.
    private func named(_ harm: Figure.Harm, _ count: Int, _ noun: Int) -> Figure? {
        guard let (quantity, range) = Quantity.read(graph.tokens.map(\.form), at: count) else { return nil }
        return Figure(
            harm, who: who(noun), low: quantity.low, high: quantity.high, isVague: quantity.isVague,
            excerpt: excerpt(graph.parse.span(min(range.lowerBound, count)..<(noun + 1))))
    }

    func figure(_ harm: Figure.Harm, at head: Int, isRecipient: Bool) -> Figure? {
        guard !isThing(head) else { return nil }
        let words = graph.tokens.map(\.form)
        if let index = numeral(of: head), let (quantity, range) = Quantity.read(words, at: index) {
            let upper = max(range.upperBound, isRecipient ? counted(head) + 1 : index + 1)
            let lower = min(range.lowerBound, index)
            guard lower < upper else { return nil }
            return Figure(
                harm, who: isRecipient ? who(head) : "people", low: quantity.low, high: quantity.high, isVague: quantity.isVague,
                excerpt: excerpt(graph.parse.span(lower..<upper)))
        }
        // "An officer was killed", "its pilot was killed": one.
        guard isRecipient else { return nil }
        let token = graph.tokens[head]
        let article = graph.children(head, "det").first { ["a", "an", "one", "another"].contains(graph.tokens[$0].form.lowercased()) }
        let owner = graph.parse.children[head].first { graph.tokens[$0].relation == "nmod:poss" && graph.tokens[$0].upos == .PRON && $0 < head }
        if let first = article ?? owner, token.upos == .NOUN, !token.has("Number=Plur"), isPerson(token.lemma.lowercased()) {
            return Figure(harm, who: who(head), low: 1, high: 1, excerpt: excerpt(graph.parse.span(min(first, head)..<(head + 1))))
        }
        return nil
    }

    /// "captured two gunmen and several rifles": what is no person is not counted.
    private func isThing(_ head: Int) -> Bool {
        let token = graph.tokens[counted(head)]
        let lemma = token.lemma.lowercased()
        guard token.upos == .NOUN || token.upos == .PROPN, !isPerson(lemma), !Self.quantityWords.contains(token.form.lowercased()) else {
            return false
        }
        // "AK-47s", "M16s".
        if token.form.contains(where: \.isNumber), token.form.contains(where: \.isLetter) { return true }
        return ["weapon", "munition", "explosive", "vehicle", "ship", "aircraft"].contains { lexicon.codebook.lists[$0]?.contains(lemma) ?? false }
    }

    /// A noun for one person, "sub-commander" and "ex-soldier" among them.
    private func isPerson(_ lemma: String) -> Bool {
        lexicon.actors.isPersonNoun(lemma)
            || lemma.lastIndex(of: "-").map { lexicon.actors.isPersonNoun(String(lemma[lemma.index(after: $0)...])) } ?? false
    }

    // MARK: Numbers told otherwise than before a noun

    /// "10 dead and 60 wounded": a number before what they are.
    private func own(_ harm: Figure.Harm, _ trigger: Trigger) -> Figure? {
        guard trigger.pattern.kind == .adjective, let number = graph.ownCount(trigger.token) else { return nil }
        let words = graph.tokens.map(\.form)
        guard let (quantity, range) = Quantity.read(words, at: number) else { return nil }
        return Figure(
            harm, who: "people", low: quantity.low, high: quantity.high, isVague: quantity.isVague,
            excerpt: excerpt(graph.parse.span(min(range.lowerBound, number)..<(trigger.token + 1))))
    }

    static func countsItself(_ trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        trigger.pattern.kind == .adjective && graph.ownCount(trigger.token) != nil
    }

    private static let tolls: Set<String> = ["toll", "number", "count", "tally", "total", "figure"]
    static func isToll(_ trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        trigger.pattern.kind == .noun && trigger.pattern.harm != nil && tolls.contains(graph.tokens[trigger.token].lemma.lowercased())
    }
    private static let exceeding: Set<String> = ["exceed", "top", "pass", "surpass"]

    /// "the death toll stood at 162", "bringing to 40 the number of people killed": what the clause of the number says of it.
    private func toll(_ harm: Figure.Harm, _ trigger: Trigger, _ recipients: [Int]) -> [Figure]? {
        guard let noun = ([trigger.token] + recipients).lazy.compactMap(tollNoun).first, let up = graph.head(noun) else { return nil }
        var numbers = graph.children(up, "obl", "obj", "nummod", "xcomp").filter {
            $0 != noun && ["to", "at", ""].contains(graph.preposition($0)) && numeral(of: $0) != nil
        }
        if graph.relation[noun] == "nsubj", numeral(of: up) != nil, !graph.children(up, "cop").isEmpty { numbers.append(up) }
        guard let number = numbers.first, var whole = figure(harm, at: number, isRecipient: true) else { return nil }
        if Self.exceeding.contains(graph.tokens[up].lemma.lowercased()) { whole.high = nil }
        var out = [whole]
        add(parts(of: number, under: up), harm, to: &out, whole: 0)
        return out
    }

    /// The noun that a number is told of: itself, or "the number" of those whom a word names.
    private func tollNoun(_ index: Int) -> Int? {
        var current = index
        for _ in 0..<4 {
            if Self.tolls.contains(graph.tokens[current].lemma.lowercased()), graph.tokens[current].upos == .NOUN, numeral(of: current) == nil {
                return current
            }
            guard let up = graph.head(current), graph.relation[current] == "nmod" || graph.relation[current] == "acl" else { return nil }
            current = up
        }
        return nil
    }

    /// "60 people were killed and injured", "killed or captured 20": one number for two harms.
    private func isDivided(_ trigger: Trigger) -> Bool {
        guard trigger.pattern.kind == .verb else { return false }
        let verb = trigger.token
        let joined = graph.children(verb, "conj") + (graph.relation[verb] == "conj" ? [graph.head(verb)].compactMap { $0 } : [])
        return joined.contains { other in
            guard let harm = acts[other]?.pattern.harm, harm != trigger.pattern.harm else { return false }
            let (first, last) = (min(verb, other), max(verb, other))
            guard last - first <= 3, graph.children(last, "nsubj", "nummod", "aux").isEmpty else { return false }
            let isObject = graph.children(first, "obj").allSatisfy { $0 > last } && graph.children(last, "obj").allSatisfy { $0 > last }
            let isOr = graph.children(last, "cc").contains { graph.tokens[$0].form.lowercased() == "or" }
            // "abducted and killed 50 officers": those abducted were killed.
            return isObject && (isOr || acts[first]?.pattern.harm == "killed")
        }
    }
}
