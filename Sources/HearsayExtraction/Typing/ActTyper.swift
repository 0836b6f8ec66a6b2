internal import HearsayCodebook
internal import HearsayCore

/// Chooses among the claims of a sentence the one that tells what one given party does to another.
///
/// The claims are those that articles are read into; here it is only chosen, and filed under a root.
struct ActTyper {
    let reading: StoryReading
    let drafts: [StoryReading.Draft]
    let roots: Roots
    let source: Party?
    let target: Party?

    init(_ reading: StoryReading, roots: Roots, source: String, target: String) {
        self.reading = reading
        self.roots = roots
        drafts = reading.drafts()
        self.source = Party(source, in: reading.story)
        self.target = Party(target, in: reading.story)
    }

    func typed() -> TypedAct {
        var best: (draft: StoryReading.Draft, fit: Fit)?
        for draft in drafts {
            let fit = fit(draft)
            if best == nil || fit.points > best!.fit.points { best = (draft, fit) }
        }
        let loose = LooseTyper(reading: reading, roots: roots, source: source, target: target)
        guard let best else { return loose.typed() }
        // The source stands in no claim: the word that it governs tells more than a claim about others.
        if source != nil, !best.fit.isTied,
            let act = loose.typedByWord(nearby: true) ?? loose.typedByMood(nearby: true) ?? (best.fit.points < 0 ? loose.typedByWord() : nil)
        {
            return act
        }
        let root = roots.root(of: facts(best.draft))
        return TypedAct(
            type: root.root, mode: best.draft.claim.mode, words: best.draft.claim.trigger.text, pattern: best.draft.trigger.pattern.id,
            steps: best.fit.steps + [root.rule].compactMap { $0 })
    }

    // MARK: How well a claim fits the parties

    struct Fit {
        var points = 0.0
        var steps: [String] = []
        /// The claim says that the source acts or speaks.
        var isTied: Bool {
            steps.contains {
                ["typing.actor", "typing.actor-name", "typing.subject", "typing.passive-subject", "typing.source-act", "typing.speaker"].contains($0)
            }
        }
        mutating func add(_ more: Double, _ step: String) {
            points += more
            steps.append(step)
        }
    }

    func fit(_ draft: StoryReading.Draft) -> Fit {
        let trigger = draft.trigger
        let graph = reading.story.sentences[trigger.sentence]
        var fit = Fit()
        if let source { acting(draft, source, graph, &fit) }
        if let target { undergoing(draft, target, graph, &fit) }
        // What the sentence is about stands near its root.
        fit.points -= 0.4 * Double(graph.ancestors(trigger.token).count - 1)
        // "threatened to attack": what the source threatens, refuses or agrees to do is told by that word.
        if graph.relation[trigger.token] == "xcomp", fit.isTied, let up = graph.head(trigger.token),
            drafts.contains(where: { $0.trigger.sentence == trigger.sentence && $0.trigger.token == up && $0.trigger.pattern.isCue })
        {
            fit.points -= 3
        }
        // "relatives of those killed": what only describes a party is not what it does.
        if let source, source.sentence == trigger.sentence, source.tokens.contains(trigger.token), trigger.token != source.head {
            fit.points -= 4
        }
        if let target, target.sentence == trigger.sentence, target.tokens.contains(trigger.token) {
            fit.points -= trigger.token == target.head ? 1.5 : 3
        }
        return fit
    }

    private func acting(_ draft: StoryReading.Draft, _ source: Party, _ graph: ClauseGraph, _ fit: inout Fit) {
        let claim = draft.claim
        if claim.actors.contains(where: { covers(source, $0.excerpt.span) }) { return fit.add(4, "typing.actor") }
        if let name = name(of: source), claim.actors.contains(where: { $0.name == name }) { return fit.add(3, "typing.actor-name") }
        if draft.trigger.sentence == source.sentence, doers(draft, graph).contains(where: source.tokens.contains) {
            return fit.add(3, "typing.subject")
        }
        // "Peacekeepers were deployed": who is sent goes.
        if draft.trigger.sentence == source.sentence, claim.actors.isEmpty, graph.isPassive(draft.trigger.token),
            graph.surfaceSubjects(draft.trigger.token).contains(where: source.tokens.contains)
        {
            return fit.add(2, "typing.passive-subject")
        }
        if draft.trigger.sentence == source.sentence, source.tokens.contains(draft.trigger.token) { return fit.add(2, "typing.source-act") }
        if claim.speakers.contains(where: { speaker in speaker.excerpt.map { covers(source, $0.span) } ?? false }) {
            return fit.add(1.5, "typing.speaker")
        }
        if let target, claim.actors.contains(where: { covers(target, $0.excerpt.span) }) { return fit.add(-1.5, "typing.target-acts") }
        if !claim.actors.isEmpty { fit.add(-1, "typing.other-actor") }
    }

    private func undergoing(_ draft: StoryReading.Draft, _ target: Party, _ graph: ClauseGraph, _ fit: inout Fit) {
        let claim = draft.claim
        if claim.recipients.contains(where: { covers(target, $0.excerpt.span) })
            || draft.trigger.pattern.isMutual
                && claim.actors.contains(where: { covers(target, $0.excerpt.span) })
        {
            return fit.add(3, "typing.recipient")
        }
        if claim.place.map({ covers(target, $0.excerpt.span) }) ?? false { return fit.add(2, "typing.place") }
        guard draft.trigger.sentence == target.sentence else { return }
        let carrier = draft.trigger.lightVerb ?? draft.trigger.token
        if graph.ancestors(target.head).contains(carrier) { return fit.add(1.5, "typing.target-below") }
        if let source, claim.recipients.contains(where: { covers(source, $0.excerpt.span) }) { fit.add(-1, "typing.source-undergoes") }
    }

    private func doers(_ draft: StoryReading.Draft, _ graph: ClauseGraph) -> [Int] {
        if let light = draft.trigger.lightVerb, !draft.trigger.isUndergone { return graph.subjects(light) }
        return draft.trigger.pattern.kind == .verb ? graph.subjects(draft.trigger.token) : []
    }

    private func covers(_ party: Party, _ span: Span) -> Bool {
        let graph = reading.story.sentences[party.sentence]
        let words = graph.parse.span(party.tokens.lowerBound..<party.tokens.upperBound + 1)
        return span.start < words.end && words.start < span.end
    }

    private func name(of party: Party) -> String? {
        reading.actorReader.actor(at: .init(sentence: party.sentence, token: party.head)).mention.name
    }

    // MARK: What the root is settled by

    func facts(_ draft: StoryReading.Draft) -> Roots.Facts {
        let graph = reading.story.sentences[draft.trigger.sentence]
        var told = roots.told(draft.trigger.lightVerb ?? draft.trigger.token, graph)
        if let source, let target {
            let actors = draft.claim.actors.map(\.excerpt.span)
            let (sourceActs, targetActs) = (actors.contains { covers(source, $0) }, actors.contains { covers(target, $0) })
            if sourceActs, targetActs || areJoined(source, target) { told.insert("together") }
            // "Sudan said Chad had armed them": whoever says it lays it at the other's door.
            let says = draft.claim.speakers.contains { $0.excerpt.map { covers(source, $0.span) } ?? false }
            if says, targetActs, !sourceActs { told.insert("said-of-target") }
        }
        if promises(draft, graph) { told.insert("own-act") }
        return Roots.Facts(
            type: draft.claim.type, mode: draft.claim.mode, status: draft.claim.status.rawValue, pattern: draft.trigger.pattern.id,
            told: told, form: draft.trigger.pattern.kind.rawValue, inner: inner(draft, graph))
    }

    /// "the armies of Chad and Niger": one party is joined to the other.
    private func areJoined(_ source: Party, _ target: Party) -> Bool {
        guard source.sentence == target.sentence else { return false }
        let graph = reading.story.sentences[source.sentence]
        return graph.ancestors(target.head).dropFirst().prefix { graph.isNominal($0) || graph.relation[$0] == "conj" }.contains {
            source.tokens.contains($0) && graph.conjuncts($0).contains(target.head)
        }
    }

    /// "warned them that it would strike": what is spoken of is the speaker's own act to come.
    private func promises(_ draft: StoryReading.Draft, _ graph: ClauseGraph) -> Bool {
        let speakers = graph.subjects(draft.trigger.token)
        return graph.children(draft.trigger.token, "ccomp").contains { clause in
            let doers = graph.children(clause, "nsubj")
            let comes = !graph.children(clause, "aux").allSatisfy { !["will", "would"].contains(graph.tokens[$0].lemma.lowercased()) }
            return comes
                && doers.contains { doer in
                    ["it", "he", "she", "they", "we", "i"].contains(graph.tokens[doer].form.lowercased())
                        || speakers.contains { graph.tokens[$0].lemma == graph.tokens[doer].lemma }
                }
        }
    }

    /// Types of the acts that a claim's words govern with no other act between.
    private func inner(_ draft: StoryReading.Draft, _ graph: ClauseGraph) -> Set<String> {
        let here = drafts.filter { $0.trigger.sentence == draft.trigger.sentence && $0.trigger.token != draft.trigger.token }
        let acts = Set(here.map(\.trigger.token))
        return Set(
            here.filter { other in
                let path = graph.ancestors(other.trigger.token).dropFirst()
                guard let up = path.firstIndex(of: draft.trigger.token) else { return false }
                return up <= 2 && path[..<up].allSatisfy { !acts.contains($0) }
            }.map { $0.claim.type.lowercased() })
    }
}
