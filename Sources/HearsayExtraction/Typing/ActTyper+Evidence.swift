internal import HearsayCodebook
internal import HearsayCore

extension ActTyper {
    /// Everything that is weighed where a sentence is typed, the claims not chosen included.
    func evidence() -> TypingEvidence {
        let fits = drafts.map(fit)
        let order = drafts.indices.sorted { (-fits[$0].points, $0) < (-fits[$1].points, $1) }
        var out = TypingEvidence()
        out.candidates = order.map { candidate(drafts[$0], fits[$0]) }
        let way = way()
        out.path = way.map { step in
            let token = graph(step.site).tokens[step.site.token]
            return .init(
                lemma: token.lemma.lowercased(), tag: token.upos.rawValue, relation: graph(step.site).relation[step.site.token],
                direction: step.direction)
        }
        let between = way.map(\.site).filter { !stands($0, in: source) && !stands($0, in: target) }
        out.known = between.flatMap(known)
        out.lemmas = lemmas()
        var act = between.first.map { [$0] } ?? []
        if let best = order.first.map({ drafts[$0].trigger }) {
            act = ([best.token] + best.companions + [best.lightVerb].compactMap { $0 }).map { .init(sentence: best.sentence, token: $0) }
        }
        out.parts = [
            .init(name: "act", sites: act), .init(name: "path", sites: between), .init(name: "source", sites: words(of: source)),
            .init(name: "target", sites: words(of: target)), .init(name: "others", sites: others()),
        ]
        return out
    }

    private func candidate(_ draft: StoryReading.Draft, _ fit: Fit) -> TypingEvidence.Candidate {
        let facts = facts(draft)
        return .init(
            type: facts.type, root: roots.root(of: facts).root, mode: facts.mode, status: facts.status, pattern: draft.trigger.pattern.id,
            lemma: reading.story.sentences[draft.trigger.sentence].tokens[draft.trigger.token].lemma.lowercased(), points: fit.points,
            steps: fit.steps, told: facts.told.sorted(), inner: facts.inner.sorted())
    }

    /// From the source up to the word that both parties hang on, and down to the target; without one party, from the other to the root.
    private func way() -> [(site: TypingEvidence.Site, direction: TypingEvidence.Step.Direction)] {
        guard let start = source ?? target else { return [] }
        let graph = reading.story.sentences[start.sentence]
        func site(_ token: Int) -> TypingEvidence.Site { .init(sentence: start.sentence, token: token) }
        let up = graph.ancestors(start.head)
        guard let target, let source, target.sentence == source.sentence else {
            return up.dropLast().map { (site($0), .up) } + up.suffix(1).map { (site($0), .top) }
        }
        let down = graph.ancestors(target.head)
        guard let joint = up.first(where: down.contains) else { return up.map { (site($0), .up) } }
        return up.prefix { $0 != joint }.map { (site($0), .up) } + [(site(joint), .top)]
            + down.prefix { $0 != joint }.reversed().map { (site($0), .down) }
    }

    private func known(_ site: TypingEvidence.Site) -> [TypingEvidence.Known] {
        let graph = graph(site)
        let token = graph.tokens[site.token]
        let kind: Pattern.Kind = graph.isVerb(site.token) ? .verb : token.upos == .ADJ ? .adjective : .noun
        return reading.extractor.codebook.matches(kind, head: token.lemma.lowercased()).map {
            .init(pattern: $0.pattern.id, type: $0.pattern.type, failures: reading.extractor.triggers.failures($0.pattern, graph, site.token))
        }
    }

    private func lemmas() -> [String] {
        var out: [String] = []
        for (sentence, graph) in reading.story.sentences.enumerated() {
            for (index, token) in graph.tokens.enumerated() {
                let site = TypingEvidence.Site(sentence: sentence, token: index)
                let word = stands(site, in: source) ? "SOURCE" : stands(site, in: target) ? "TARGET" : token.lemma.lowercased()
                if ["SOURCE", "TARGET"].contains(word), out.last == word { continue }
                out.append(word)
            }
        }
        return out
    }

    private func others() -> [TypingEvidence.Site] {
        reading.story.sentences.enumerated().flatMap { sentence, graph in
            graph.tokens.indices.map { TypingEvidence.Site(sentence: sentence, token: $0) }
        }
        .filter { !stands($0, in: source) && !stands($0, in: target) && graph($0).tokens[$0.token].upos != .PUNCT }
    }

    private func words(of party: Party?) -> [TypingEvidence.Site] {
        party.map { party in party.tokens.map { .init(sentence: party.sentence, token: $0) } } ?? []
    }

    private func stands(_ site: TypingEvidence.Site, in party: Party?) -> Bool {
        party.map { $0.sentence == site.sentence && $0.tokens.contains(site.token) } ?? false
    }

    private func graph(_ site: TypingEvidence.Site) -> ClauseGraph { reading.story.sentences[site.sentence] }
}
