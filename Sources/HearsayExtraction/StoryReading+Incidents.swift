internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// Which claims tell of one happening, and what they lend one another.
extension StoryReading {
    /// The words of its sentence that grammar ties an act to.
    func kin(of trigger: Trigger, _ graph: ClauseGraph) -> Set<Int> {
        var out = Set(
            graph.parse.children[trigger.token].filter { ["nsubj", "obl", "advcl", "xcomp", "acl", "conj", "obj"].contains(graph.relation[$0]) })
        if let up = graph.head(trigger.token) { out.insert(up) }
        if let light = trigger.lightVerb { out.insert(light) }
        return out
    }

    /// Told as a step of the story ("clashed", "were arrested", "firing …"), not as background or a state of things.
    func isNarrated(_ trigger: Trigger) -> Bool {
        let graph = story.sentences[trigger.sentence]
        var verb = trigger.token
        if trigger.pattern.kind == .noun {
            if let light = trigger.lightVerb {
                verb = light
            } else if let up = graph.head(verb), graph.isVerb(up), ["nsubj", "obl"].contains(graph.relation[verb]) {
                verb = up
            } else {
                return false
            }
        }
        for _ in 0..<6 {
            let token = graph.tokens[verb]
            let auxiliaries = graph.children(verb, "aux", "cop").map { graph.tokens[$0].form.lowercased() }
            if auxiliaries.contains("had") { return true }
            if auxiliaries.contains(where: { ["has", "have", "'ve", "will", "would", "could", "may", "might", "can", "is", "are"].contains($0) }) {
                return false
            }
            if auxiliaries.contains("was") || auxiliaries.contains("were") { return true }
            if token.has("Tense=Past"), token.has("VerbForm=Fin") { return true }
            guard ["conj", "advcl", "xcomp", "acl"].contains(graph.relation[verb]), graph.marker(verb) != "to" || graph.relation[verb] == "xcomp",
                let up = graph.head(verb), graph.isVerb(up)
            else { return false }
            verb = up
        }
        return false
    }

    /// "that attack"; "killed in that attack".
    private func isThat(_ trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        let place = graph.prepositional(trigger.token).filter { ["in", "during", "by"].contains($0.preposition) }.map(\.head)
        return ([trigger.token] + place).contains { noun in
            triggers[trigger.sentence].contains { $0.token == noun && $0.pattern.type == trigger.pattern.type && $0.pattern.kind == .noun }
                && graph.children(noun, "det").contains { graph.tokens[$0].form.lowercased() == "that" }
        }
    }

    /// "the attack", "these strikes"; "this was an attack on all of us".
    private func isDefinite(_ noun: Int, _ graph: ClauseGraph) -> Bool {
        graph.children(noun, "det").contains { ["the", "this", "these", "those", "that", "both"].contains(graph.tokens[$0].form.lowercased()) }
            || !graph.children(noun, "cop").isEmpty
                && graph.surfaceSubjects(noun).contains { ["this", "it", "that"].contains(graph.tokens[$0].form.lowercased()) }
    }

    private func isHabit(_ trigger: Trigger) -> Bool {
        let graph = story.sentences[trigger.sentence]
        return graph.children(trigger.lightVerb ?? trigger.token, "advmod").contains {
            ["regularly", "often", "usually", "routinely", "frequently", "habitually", "always", "periodically"]
                .contains(graph.tokens[$0].form.lowercased())
        }
    }

    /// "a day after jets bombed the depot", "before the raid": told to time another act.
    private func isBackground(_ index: Int, _ graph: ClauseGraph) -> Bool {
        graph.ancestors(index).prefix(4).contains { word in
            let relation = graph.relation[word]
            return relation == "advcl" && ["after", "before", "since", "until"].contains(graph.marker(word))
                || ["obl", "nmod"].contains(relation) && ["after", "before", "since", "until", "following"].contains(graph.preposition(word))
        }
    }

    /// Told to time another act, or to say who somebody is: "a group that claimed the bombing".
    private func isAside(_ token: Int, _ graph: ClauseGraph) -> Bool {
        isBackground(token, graph)
            || graph.ancestors(token).prefix(4).contains { word in
                graph.tokens[word].relation == "acl:relcl" && graph.head(word).map { extractor.classes.isActor(graph, $0) } ?? false
            }
    }

    /// Is an act of the same kind the sentence's own news?
    private func isAside(_ trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        isThat(trigger, graph)
            || isAside(trigger.token, graph)
                && triggers[trigger.sentence].contains { $0.pattern.type == trigger.pattern.type && !isAside($0.token, graph) }
    }

    /// Where the story's first sentence is set: the one town or district that it names, the dateline apart.
    private var lead: (sentence: Int, place: PlaceMention)? {
        guard
            let first = story.sentences.indices.first(where: { sentence in
                story.role(sentence) == .body && !(story.document.dateline.map { $0.span.end >= story.sentences[sentence].parse.span.end } ?? false)
            })
        else { return nil }
        let named = gazette.places(in: first).filter {
            !$0.isDateline && [.place, .near, .district].contains($0.mention.precision) && $0.mention.latitude != nil
        }
        guard let place = named.first, named.allSatisfy({ $0.mention.code == place.mention.code }) else { return nil }
        return (first, place.mention)
    }

    /// "has killed 300 since May": what has added up over weeks, told in the perfect.
    private func isToll(_ draft: Draft, _ graph: ClauseGraph) -> Bool {
        guard draft.trigger.pattern.harm != nil else { return false }
        let verb = draft.trigger.token
        let isPerfect = graph.children(verb, "aux").contains { ["has", "have", "'ve", "’ve"].contains(graph.tokens[$0].form.lowercased()) }
        guard let range = draft.claim.date?.range, let to = range.to else { return false }
        return (isPerfect || draft.trigger.pattern.kind == .noun) && (range.from.map { to - $0 >= 14 } ?? true)
    }

    func numbered(_ drafts: [Draft], _ links: [Carrier.Link]) -> [Claim] {
        let items = drafts.map { draft in
            let graph = story.sentences[draft.trigger.sentence]
            let lemma = graph.tokens[draft.trigger.token].lemma.lowercased()
            return IncidentGrouper.Item(
                claim: draft.claim, sentence: draft.trigger.sentence, block: story.block(draft.trigger.sentence),
                lemma: Lemmas.family(lemma), isNoun: draft.trigger.pattern.kind == .noun,
                isDefinite: isDefinite(draft.trigger.token, graph), isThat: isThat(draft.trigger, graph),
                isGeneric: extractor.codebook.lists["generic-attack"]?.contains(lemma) ?? false,
                isHarm: draft.trigger.pattern.harm != nil, isToll: isToll(draft, graph), token: draft.trigger.token,
                kin: kin(of: draft.trigger, graph), isBackground: isAside(draft.trigger, graph), isNarrated: isNarrated(draft.trigger))
        }
        let incidents = IncidentGrouper().group(items)
        let carrier = Carrier(
            drafts.indices.map { index in
                let claim = drafts[index].claim
                return Carrier.Item(
                    date: claim.date, place: claim.place, type: claim.type, status: claim.status, sentence: items[index].sentence,
                    block: items[index].block, incident: incidents[index], isNarrated: items[index].isNarrated,
                    pointsBack: items[index].pointsBack || items[index].namesBack, isQuote: claim.speakers.contains(where: \.isQuote),
                    isHabit: isHabit(drafts[index].trigger), isBackground: items[index].isBackground,
                    isApart: isBackground(drafts[index].trigger.token, story.sentences[items[index].sentence])
                        && !links.contains { $0.inner == index && ($0.interval.gap == .hours || $0.interval.gap == .moments) },
                    course: course(of: index, drafts),
                    sides: Set(claim.actors.compactMap { $0.code.map { String($0.prefix(3)) } }), means: means(of: index, drafts))
            }, links: links, lead: lead, published: story.document.published)
        var claims = drafts.indices.map { index in
            var claim = drafts[index].claim
            claim.date = carrier.items[index].date
            claim.place = carrier.items[index].place
            for rule in carrier.carried[index] { claim.evidence.append(Evidence(String(rule.prefix { $0 != "." }), rule)) }
            claim.id = "c\(index + 1)"
            claim.incident = "i\(incidents[index] + 1)"
            return claim
        }
        addContexts(drafts, &claims)
        addConfidence(drafts, &claims)
        return claims
    }
}
