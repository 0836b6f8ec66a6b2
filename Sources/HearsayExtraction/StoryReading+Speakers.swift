internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// Who is said to have told of an act.
extension StoryReading {
    func chain(for trigger: Trigger) -> [SpeechLink] { chain(for: Site(sentence: trigger.sentence, token: trigger.token)) }

    func chain(for site: Site) -> [SpeechLink] {
        let climber = climbers[site.sentence]
        var links = climber.links(from: site.token)
        let start = story.sentences[site.sentence].tokens[site.token].span.start
        if let quote = quotes.index(containing: start), let link = discourse.quoteLinks[quote], !repeats(link, links) {
            // Within a quote the sentence's own words stand inside what the quoted person says.
            links.append(link)
        } else if let link = discourse.opened[site.sentence], !repeats(link, links) {
            links.append(link)
        }
        if climber.isPresupposed(site.token) { return links }
        // Speech that the climb from word to word did not meet: "according to" far away, a headline's colon, a broken tree.
        let graph = story.sentences[site.sentence]
        let isClause = graph.tokens[site.token].has("VerbForm=Fin") || !graph.children(site.token, "aux").isEmpty
        for ascription in attributions.speech(covering: start, isClause: isClause, words: extractor.reporting) {
            let isOwn = ascription.sentence == site.sentence && (ascription.head == site.token || ascription.cue.contains(site.token))
            guard !isOwn, links.allSatisfy({ $0.cue?.sentence != ascription.sentence || !ascription.cue.contains($0.cue!.token) }) else { continue }
            let own = climbers[ascription.sentence].link(ascription)
            if !repeats(own, links) { links.append(own) }
        }
        return links
    }

    /// Is the link's cue or speaker in the chain already?
    func repeats(_ link: SpeechLink, _ links: [SpeechLink]) -> Bool {
        links.contains {
            $0.cue != nil && $0.cue == link.cue || !$0.speakers.isEmpty && $0.speakers == link.speakers && !$0.rule.hasPrefix("speaker.cue")
        }
    }

    /// Outermost first.
    func speakers(_ links: [SpeechLink], trigger: Trigger, country: String?, evidence: inout [Evidence]) -> [Speaker] {
        var out: [Speaker] = []
        let start = story.sentences[trigger.sentence].tokens[trigger.token].span.start
        let isQuote = quotes.index(containing: start) != nil
        for link in links.reversed() where !link.isSilent && !link.speakers.contains(where: isNobody) {
            let cue = link.cue.map { cue in
                let tokens = link.cueTokens.isEmpty ? [cue.token] : link.cueTokens
                return story.excerpt(cue.sentence, tokens.min()!..<(tokens.max()! + 1))
            }
            if link.speakers.isEmpty {
                out.append(Speaker(excerpt: nil, name: nil, code: nil, cue: cue, isQuote: isQuote))
            }
            for site in link.speakers {
                let graph = story.sentences[site.sentence]
                let form = graph.tokens[site.token].form.lowercased()
                let actor = actorReader.actor(at: site, country: country)
                // "We urge": the speaker of the statement is already in the chain.
                if ["we", "i", "who"].contains(form), actor.mention.code == nil, let outer = out.last {
                    out.append(Speaker(excerpt: actor.mention.excerpt, name: outer.name, code: outer.code, cue: cue, isQuote: isQuote))
                    continue
                }
                out.append(Speaker(excerpt: actor.mention.excerpt, name: actor.mention.name, code: actor.mention.code, cue: cue, isQuote: isQuote))
            }
            evidence.append(Evidence("speakers", link.rule))
            for site in link.speakers { evidence += actorReader.evidence("speakers", [site.token], site.sentence) }
        }
        return merged(out)
    }

    /// "No one has claimed responsibility."
    private func isNobody(_ site: Site) -> Bool {
        let graph = story.sentences[site.sentence]
        let form = graph.tokens[site.token].form.lowercased()
        return ["nobody", "none", "neither"].contains(form)
            || form == "one" && graph.children(site.token, "det").contains { graph.tokens[$0].form.lowercased() == "no" }
    }

    /// One who speaks twice in a row is one link ("He said … and added …").
    func merged(_ speakers: [Speaker]) -> [Speaker] {
        var out: [Speaker] = []
        for speaker in speakers {
            if let last = out.last, last.name != nil, last.name == speaker.name, last.cue != speaker.cue {
                out[out.count - 1] = speaker
                continue
            }
            out.append(speaker)
        }
        return out
    }
}
