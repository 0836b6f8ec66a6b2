internal import HearsayCodebook
internal import HearsayCore

/// Days and places that acts of one sentence lend each other.
extension StoryReading {
    /// The times that a sentence counts between its acts.
    func links(in sentence: Int, _ drafts: ArraySlice<Draft>) -> [Carrier.Link] {
        IntervalFinder(graph: story.sentences[sentence], triggers: triggers[sentence]).intervals().compactMap { interval in
            guard let outer = drafts.firstIndex(where: { $0.trigger.token == interval.outer }),
                let inner = drafts.firstIndex(where: { $0.trigger.token == interval.inner })
            else { return nil }
            return Carrier.Link(outer: outer, inner: inner, interval: interval, excerpt: story.excerpt(sentence, interval.words))
        }
    }

    /// Before claims are gathered: an act that is counted from a stated day is no part of another day's incident.
    func dateByIntervals(_ links: [Carrier.Link], _ drafts: inout [Draft]) {
        for link in links {
            let (outer, inner) = (drafts[link.outer].claim.date?.range, drafts[link.inner].claim.date?.range)
            if outer == nil, let inner, let days = link.interval.outerDays(inner, published: story.document.published) {
                drafts[link.outer].claim.date = DateMention(link.excerpt, days)
                drafts[link.outer].claim.evidence.append(Evidence("date", "date.interval"))
            } else if inner == nil, let outer, let days = link.interval.innerDays(outer) {
                drafts[link.inner].claim.date = DateMention(link.excerpt, days)
                drafts[link.inner].claim.evidence.append(Evidence("date", "date.interval"))
            }
        }
    }

    /// The act in whose course another happened: "captured in the operation", "killed during the riots".
    func course(of index: Int, _ drafts: [Draft]) -> Int? {
        let trigger = drafts[index].trigger
        let graph = story.sentences[trigger.sentence]
        guard graph.isVerb(trigger.token) else { return nil }
        return drafts.indices.first { other in
            let noun = drafts[other].trigger
            return noun.sentence == trigger.sentence && noun.pattern.kind == .noun && noun.lightVerb == nil
                && ["in", "during"].contains(graph.preposition(noun.token)) && graph.relation[noun.token] == "obl"
                && graph.head(noun.token) == trigger.token
        }
    }

    /// The act of the same sentence by which a speech act is done: "marched to demand", "crowded into the street to hear speakers urge".
    func means(of index: Int, _ drafts: [Draft]) -> Int? {
        let trigger = drafts[index].trigger
        let graph = story.sentences[trigger.sentence]
        var current = trigger.token
        for _ in 0..<5 {
            guard let up = graph.head(current) else { return nil }
            let relation = graph.relation[current]
            guard ["advcl", "xcomp", "ccomp", "conj", "acl"].contains(relation), graph.tokens[current].relation != "acl:relcl",
                relation != "conj" || graph.children(current, "nsubj").isEmpty,
                relation != "ccomp" || !extractor.reporting.say.contains(graph.tokens[up].lemma.lowercased())
            else { return nil }
            if relation == "advcl", !["", "to"].contains(graph.marker(current)) { return nil }
            let act = drafts.indices.first {
                $0 != index && drafts[$0].trigger.sentence == trigger.sentence
                    && (drafts[$0].trigger.token == up || drafts[$0].trigger.lightVerb == up)
            }
            if let act {
                let isMeans = extractor.eventWords.isDemonstration(drafts[act].trigger, for: trigger)
                return isMeans && relation != "conj" ? act : nil
            }
            current = up
        }
        return nil
    }
}
