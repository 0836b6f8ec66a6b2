internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// What claims say of one another: who checked, denied or disputed what.
extension StoryReading {
    func attachFindings(_ drafts: inout [Draft]) {
        for (sentence, graph) in story.sentences.enumerated() {
            for reading in extractor.findings.read(graph) {
                let finding = Finding(by: finder(of: reading, in: sentence), reading.kind, excerpt: story.excerpt(reading.span))
                if reading.kind == .responsibility, let finder = reading.finder {
                    let inside = spoken(of: reading, in: sentence, drafts)
                    claimResponsibility(finding, by: Site(sentence: sentence, token: finder), inside: inside, &drafts)
                } else {
                    for index in claims(of: reading, in: sentence, drafts) { attach(finding, to: index, &drafts) }
                }
            }
        }
        // A cue that is itself a finding ("denied that …") speaks of the acts inside it.
        for index in drafts.indices {
            let sentence = drafts[index].trigger.sentence
            for cue in triggers[sentence] where cue.pattern.finding != nil && drafts[index].cueTokens.contains(cue.token) {
                guard let kind = cue.pattern.finding.flatMap(Finding.Kind.init(rawValue:)) else { continue }
                let graph = story.sentences[sentence]
                let finding = Finding(
                    by: drafts[index].claim.speakers.last?.name, kind, excerpt: story.excerpt(graph.tokens[cue.token].span))
                if !drafts[index].claim.verification.contains(where: { $0.kind == kind }) { drafts[index].claim.verification.append(finding) }
                if kind == .denied {
                    for other in told(before: index, drafts, deniedBy: finding.by) { attach(finding, to: other, &drafts) }
                }
            }
        }
    }

    private func attach(_ finding: Finding, to index: Int, _ drafts: inout [Draft]) {
        let isThere = drafts[index].claim.verification.contains { $0.kind == finding.kind && $0.by == finding.by }
        if !isThere { drafts[index].claim.verification.append(finding) }
    }

    // MARK: Whose finding

    /// Who finds: the one that the words name; where they name nobody, whoever speaks them, and at last the outlet.
    private func finder(of reading: FindingReader.Reading, in sentence: Int) -> String? {
        let graph = story.sentences[sentence]
        if let finder = reading.finder, !["i", "we", "us"].contains(graph.tokens[finder].form.lowercased()) {
            return actorReader.actor(at: Site(sentence: sentence, token: finder)).mention.name
        }
        // "said that …, but offered no evidence": that is not the speaker's own finding.
        let isOfSpeaker = reading.speaksOfSubject && quotes.index(containing: reading.span.start) == nil
        if !isOfSpeaker, let speaker = speaker(at: reading.span.start, in: sentence) { return speaker }
        return reading.finder.flatMap { actorReader.actor(at: Site(sentence: sentence, token: $0)).mention.name } ?? story.document.publisher
    }

    /// Who speaks the words at a place: the innermost of those who do.
    private func speaker(at offset: Int, in sentence: Int) -> String? {
        let told = attributions.speech(covering: offset, isClause: true, words: extractor.reporting).map { climbers[$0.sentence].link($0) }
        let quoted = quotes.index(containing: offset).flatMap { discourse.quoteLinks[$0] } ?? discourse.opened[sentence]
        return (told + [quoted].compactMap { $0 }).lazy.compactMap(\.speakers.first).first.flatMap { actorReader.actor(at: $0).mention.name }
    }

    // MARK: Of which claims

    private func spoken(of reading: FindingReader.Reading, in sentence: Int, _ drafts: [Draft]) -> [Int] {
        drafts.indices.filter {
            // "denied the accusation" speaks of what was alleged, not of the alleging.
            drafts[$0].trigger.sentence == sentence && reading.target.contains(drafts[$0].trigger.token)
                && !(reading.pointsBack && drafts[$0].trigger.pattern.type == "ACCUSE")
        }
    }

    private func claims(of reading: FindingReader.Reading, in sentence: Int, _ drafts: [Draft]) -> [Int] {
        let ahead = reading.pointsAhead ? claims(after: sentence, drafts) : []
        let inside = spoken(of: reading, in: sentence, drafts)
        if !inside.isEmpty { return inside + ahead }
        if reading.speaksOfSubject {
            let own = drafts.indices.filter {
                drafts[$0].trigger.sentence == sentence && !drafts[$0].claim.speakers.isEmpty && !drafts[$0].trigger.pattern.isCue
            }
            if !own.isEmpty { return own }
        }
        guard reading.pointsBack, sentence > 0 else { return ahead }
        // "… could not verify the claim": that of the sentence before.
        let reach = reading.pointsToSeveral ? 2 : 1
        let before = drafts.indices.filter {
            (sentence - reach..<sentence).contains(drafts[$0].trigger.sentence) && !drafts[$0].trigger.pattern.isCue
        }
        let said = before.filter { !drafts[$0].claim.speakers.isEmpty }
        return (said.isEmpty ? before : said) + ahead
    }

    /// "the following examples": what is told from here on, until somebody is quoted or the text turns to another heading.
    private func claims(after sentence: Int, _ drafts: [Draft]) -> [Int] {
        let end = (sentence + 1..<max(sentence + 1, story.sentences.count)).first {
            story.role($0) != .body || quotes.index(containing: story.sentences[$0].parse.span.start) != nil
        }
        return drafts.indices.filter {
            drafts[$0].trigger.sentence > sentence && drafts[$0].trigger.sentence < end ?? story.sentences.count
                && !drafts[$0].trigger.pattern.isCue
        }
    }

    /// What somebody told of the act that another denies: the nearest sentence that tells of it, within the same passage.
    private func told(before denied: Int, _ drafts: [Draft], deniedBy: String?) -> [Int] {
        let claim = drafts[denied].claim
        let trigger = drafts[denied].trigger
        let lemma = Lemmas.family(story.sentences[trigger.sentence].tokens[trigger.token].lemma.lowercased())
        let earlier = drafts.indices.filter { index in
            let other = drafts[index]
            guard other.trigger.sentence < trigger.sentence, trigger.sentence - other.trigger.sentence <= 4, other.claim.type == claim.type,
                other.claim.status == .happened || other.claim.status == .ongoing, !other.claim.speakers.isEmpty,
                !other.claim.speakers.contains(where: { $0.name == deniedBy }), other.claim.verification.isEmpty
            else { return false }
            let graph = story.sentences[other.trigger.sentence]
            let isSameAct = Lemmas.family(graph.tokens[other.trigger.token].lemma.lowercased()) == lemma
            let isSameActor = claim.actors.contains { actor in actor.code != nil && other.claim.actors.contains { $0.code == actor.code } }
            let isOtherActor = !isSameActor && claim.actors.contains { $0.code != nil } && other.claim.actors.contains { $0.code != nil }
            return isSameActor || isSameAct && !isOtherActor
        }
        guard let last = earlier.last else { return [] }
        return earlier.filter { drafts[$0].trigger.sentence == drafts[last].trigger.sentence }
    }

    /// Who claims responsibility both speaks and acts.
    func claimResponsibility(_ finding: Finding, by site: Site, inside: [Int], _ drafts: inout [Draft]) {
        let actor = actorReader.actor(at: site).mention
        for index in inside where drafts[index].claim.type == "ASSAULT" {
            drafts[index].claim.verification.append(finding)
            if drafts[index].claim.actors.isEmpty { drafts[index].claim.actors = [actor] }
            if !drafts[index].claim.speakers.contains(where: { $0.name == actor.name }) {
                drafts[index].claim.speakers.append(
                    Speaker(excerpt: actor.excerpt, name: actor.name, code: actor.code, cue: finding.excerpt, isQuote: false))
            }
            drafts[index].claim.evidence.append(Evidence("speakers", "finding.responsibility"))
        }
    }
}
