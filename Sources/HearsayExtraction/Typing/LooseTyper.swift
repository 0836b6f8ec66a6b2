internal import HearsayCodebook
internal import HearsayCore

/// Types a sentence that no claim was read from: by words of the codebook whose conditions do not hold, then by mood alone.
struct LooseTyper {
    let reading: StoryReading
    let roots: Roots
    let source: Party?
    let target: Party?

    func typed() -> TypedAct {
        if let act = typedByWord() ?? typedByMood() { return act }
        return TypedAct(type: roots.fallback, words: nil, pattern: nil, steps: ["typing.nothing"])
    }

    /// By mood alone: "must", "will", "will not".
    func typedByMood(nearby: Bool = false) -> TypedAct? {
        for (sentence, token) in nearby ? governors() : predicates() {
            let graph = reading.story.sentences[sentence]
            let told = roots.told(token, graph)
            let root = roots.root(of: .init(type: "none", mode: nil, status: status(told), pattern: nil, told: told, form: "verb"))
            if let rule = root.rule {
                return TypedAct(type: root.root, words: graph.tokens[token].form, pattern: nil, steps: ["typing.mood", rule])
            }
        }
        return nil
    }

    /// How little is asked of a word: a condition that holds or a single meaning; words of many acts too; anything.
    private enum Trust { case plain, light, any }

    /// By the nearest word between the parties that the codebook knows, though what it asks of the words around does not hold.
    ///
    /// `nearby`: only a word right above a party, of which no more than one condition fails.
    func typedByWord(nearby: Bool = false) -> TypedAct? {
        for trust in nearby ? [Trust.plain, .light] : [.plain, .light, .any] {
            for (sentence, token) in nearby ? governors() : predicates() {
                let graph = reading.story.sentences[sentence]
                guard let (pattern, failures) = pattern(at: token, graph, trust), !nearby || failures <= 1 else { continue }
                let told = roots.told(token, graph)
                let root = roots.root(
                    of: .init(
                        type: pattern.type, mode: pattern.mode, status: status(told), pattern: pattern.id, told: told, form: pattern.kind.rawValue))
                return TypedAct(
                    type: root.root, mode: pattern.mode, words: graph.tokens[token].form, pattern: pattern.id,
                    steps: ["typing.word-alone"] + [root.rule].compactMap { $0 })
            }
        }
        return nil
    }

    /// The predicate whose subject the source is.
    private func governors() -> [(sentence: Int, token: Int)] {
        guard let source else { return [] }
        let graph = reading.story.sentences[source.sentence]
        guard let up = graph.head(source.head), graph.isPredicate(up), graph.relation[source.head] == "nsubj" else { return [] }
        // "is ready to contribute": the complement says what.
        return (graph.children(up, "xcomp", graph.isVerb(up) ? "xcomp" : "advcl") + [up]).map { (source.sentence, $0) }
    }

    private func status(_ told: Set<String>) -> String {
        if told.contains("not") { return "negated" }
        if !told.isDisjoint(with: ["will", "ready", "willing", "prepared", "plan", "intend"]) { return "planned" }
        return told.isDisjoint(with: ["would", "may", "could", "might"]) ? "happened" : "possible"
    }

    /// Words of the path between the two parties first, then the other predicates from the root down.
    private func predicates() -> [(sentence: Int, token: Int)] {
        var out: [(sentence: Int, token: Int)] = []
        if let source, let target, source.sentence == target.sentence {
            let graph = reading.story.sentences[source.sentence]
            let up = graph.ancestors(source.head)
            let down = graph.ancestors(target.head)
            if let joint = up.first(where: down.contains) {
                let path = [joint] + down.prefix { $0 != joint }.reversed() + up.prefix { $0 != joint }
                out += path.map { (source.sentence, $0) }
            }
        }
        for (sentence, graph) in reading.story.sentences.enumerated() {
            let rest = graph.tokens.indices.filter { token in
                (graph.isVerb(token) || graph.relation[token] == "root") && !out.contains { $0 == (sentence, token) }
            }
            out += rest.sorted { (graph.ancestors($0).count, $0) < (graph.ancestors($1).count, $1) }.map { (sentence, $0) }
        }
        return out
    }

    /// The pattern of which a word fails the fewest conditions.
    ///
    /// Words that stand in many acts ("give", "hold") tell nothing without a condition that does hold.
    private func pattern(at token: Int, _ graph: ClauseGraph, _ trust: Trust) -> (Pattern, failures: Int)? {
        let lemma = graph.tokens[token].lemma.lowercased()
        // "told" and "said" only report.
        guard !reading.extractor.reporting.say.contains(lemma) || trust == .any else { return nil }
        let isLight = reading.extractor.classes.isLight(lemma)
        guard trust == .light || !isLight else { return nil }
        let kind: Pattern.Kind = graph.isVerb(token) ? .verb : .noun
        let known = reading.extractor.codebook.matches(kind, head: lemma)
        let patterns = known.filter { $0.entry.companions.isEmpty && $0.entry.ofNoun == nil }.map(\.pattern)
        let failures = patterns.map { reading.extractor.triggers.failures($0, graph, token) }
        // A word of one type only needs no condition; "fly" of a fleet, an envoy and a rescue does.
        let isPlain = Set(known.map(\.pattern.type)).count == 1 && !isLight
        let best = patterns.indices.min { a, b in
            (failures[a], patterns[a].with.count, patterns[a].priority, a) < (failures[b], patterns[b].with.count, patterns[b].priority, b)
        }
        guard let best, isPlain || trust == .any || patterns[best].with.isEmpty && !isLight || failures[best] < patterns[best].with.count else {
            return nil
        }
        return (patterns[best], failures[best])
    }
}
