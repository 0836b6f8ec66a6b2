internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// One pass over one story: all that is known of it, and the claims as they are put together.
struct StoryReading {
    typealias Site = SpeechLink.Site

    let extractor: Extractor
    let story: Story
    let triggers: [[Trigger]]
    let quotes: Quotes
    let discourse: Discourse
    let actorReader: ActorReader
    let gazette: Gazette
    let chronicle: Chronicle

    init(_ extractor: Extractor, _ story: Story) {
        self.extractor = extractor
        self.story = story
        triggers = story.sentences.indices.map { extractor.triggers.triggers(in: story.sentences[$0], sentence: $0) }
        quotes = Quotes(story.document)
        gazette = Gazette(story: story, resolver: extractor.places, lexicon: extractor.classes, actors: extractor.actors)
        chronicle = Chronicle(story: story)
        let coreference = Coreference(story: story, lexicon: extractor.classes)
        let gazette = gazette
        actorReader = ActorReader(
            story: story, lexicon: extractor.classes, resolver: extractor.actors, coreference: coreference,
            context: ActorContext(
                published: story.document.published, theatre: gazette.theatre,
                countryOf: { gazette.country(of: $0) }))
        let (triggers, reporting, classes) = (triggers, extractor.reporting, extractor.classes)
        discourse = Discourse(story: story, quotes: quotes, words: reporting) {
            StoryReading.climber(story, $0, triggers[$0], reporting, classes)
        }
    }

    private static func climber(
        _ story: Story, _ sentence: Int, _ triggers: [Trigger], _ words: ReportingWords, _ classes: WordClasses
    ) -> SpeechClimber {
        var cues: [Int: Trigger] = [:]
        for trigger in triggers where trigger.pattern.isCue { cues[trigger.token] = trigger }
        return SpeechClimber(graph: story.sentences[sentence], sentence: sentence, words: words, cues: cues, lexicon: classes)
    }

    // MARK: Claims

    func claims() -> [Claim] {
        var drafts: [Draft] = []
        for sentence in story.sentences.indices {
            let climber = Self.climber(story, sentence, triggers[sentence], extractor.reporting, extractor.classes)
            for trigger in triggers[sentence] {
                drafts.append(draft(trigger, climber, earlier: drafts))
            }
        }
        attachFindings(&drafts)
        return numbered(drafts)
    }

    /// A claim with what later steps ask of it.
    struct Draft {
        var claim: Claim
        let trigger: Trigger
        let cueTokens: Set<Int>
        let isNegatedCue: Bool
    }

    private func draft(_ trigger: Trigger, _ climber: SpeechClimber, earlier: [Draft]) -> Draft {
        let graph = story.sentences[trigger.sentence]
        var evidence: [Evidence] = [Evidence("type", trigger.pattern.id)]
        let links = chain(for: trigger, climber)
        let filler = SlotFiller(graph: graph, lexicon: extractor.classes)

        let inner = links.first.flatMap(\.inner)
        let status = extractor.statuses.read(
            trigger, in: graph, inner: inner, isHeadline: story.role(trigger.sentence) != .body,
            cues: Set(triggers[trigger.sentence].filter(\.pattern.isCue).map(\.token)))
        evidence.append(Evidence("status", status.rule))

        var actorHeads = heads(trigger.pattern.actor, trigger, filler, takesAll: trigger.pattern.isMutual) { head in
            agents(behind: head, trigger, filler, climber).contains { canAct(graph, $0) }
        }
        if trigger.pattern.kind == .noun, let light = trigger.lightVerb, !trigger.isUndergone {
            let subjects = graph.subjects(light)
            if !subjects.isEmpty, trigger.pattern.actor != [.none] {
                actorHeads = trigger.pattern.isMutual ? unique(subjects + actorHeads) : subjects
            }
        }
        if trigger.pattern.isMutual {
            for slot in [Slot.subject, .object, .preposition("with"), .preposition("between"), .possessive, .adjective] {
                actorHeads = unique(actorHeads + filler.candidates(slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb))
            }
        }
        actorHeads = unique(actorHeads.flatMap { agents(behind: $0, trigger, filler, climber) }).filter { canAct(graph, $0) }
        if actorHeads.isEmpty { actorHeads = wielders(trigger, graph).filter { canAct(graph, $0) } }
        var recipientHeads =
            trigger.pattern.isMutual && trigger.pattern.recipient == [.object]
            ? []
            : heads(trigger.pattern.recipient, trigger, filler, takesAll: false) { canUndergo(graph, $0, trigger) || trigger.pattern.harm != nil }
        if trigger.pattern.kind == .noun, let light = trigger.lightVerb, trigger.isUndergone {
            let undergoing = graph.surfaceSubjects(light)
            if !undergoing.isEmpty { recipientHeads = undergoing }
        }
        if trigger.pattern.isMutual { recipientHeads = [] }
        let harmed = recipientHeads
        recipientHeads = recipientHeads.map { counted(graph, $0) }
        recipientHeads = recipientHeads.filter { canUndergo(graph, $0, trigger) && !actorHeads.contains($0) }

        let place = PlaceFinder(
            graph: graph, places: gazette.places(in: trigger.sentence), lexicon: extractor.classes,
            earlier: gazette.places(before: trigger.sentence)
        )
        .place(for: trigger, recipients: harmed)
        let country = place?.place.mention.country.flatMap { $0.contains("/") ? nil : $0 }
        let speakers = speakers(links, trigger: trigger, country: country, evidence: &evidence)
        let actorMentions = mentions(actorHeads, trigger.sentence, speakers: speakers, country: country)
        let recipientMentions = mentions(recipientHeads, trigger.sentence, speakers: speakers, country: country)
        if !actorMentions.isEmpty { evidence.append(Evidence("actors", trigger.pattern.id)) }
        if !recipientMentions.isEmpty { evidence.append(Evidence("recipients", trigger.pattern.id)) }

        if let place { evidence.append(Evidence("place", place.rule)) }
        let date = EventDates(
            graph: graph, dates: chronicle.dates(in: trigger.sentence),
            cues: Set(triggers[trigger.sentence].filter(\.pattern.isCue).map(\.token)), published: story.document.published
        ).date(for: trigger)
        if let date { evidence.append(Evidence("date", date.rule)) }
        let story = story
        let figures =
            status.status == .possible || status.status == .planned
            ? [] : FigureReader(graph: graph, lexicon: extractor.classes) { story.excerpt($0) }.figures(for: trigger, recipients: harmed)
        if !figures.isEmpty { evidence.append(Evidence("figures", "figures.count")) }

        let claim = Claim(
            id: "", incident: "", type: trigger.pattern.type, mode: mode(of: trigger, graph), trigger: excerpt(of: trigger, graph),
            actors: actorMentions, recipients: recipientMentions, place: place?.place.mention, date: date?.date.mention,
            figures: figures, speakers: speakers, status: status.status, evidence: evidence)
        var cues: Set<Int> = []
        for link in links where link.cue?.sentence == trigger.sentence && !link.isSilent { cues.formUnion(link.cueTokens) }
        return Draft(claim: claim, trigger: trigger, cueTokens: cues, isNegatedCue: false)
    }

    // MARK: Speakers

    private func chain(for trigger: Trigger, _ climber: SpeechClimber) -> [SpeechLink] {
        var links = climber.links(from: trigger.token)
        let start = story.sentences[trigger.sentence].tokens[trigger.token].span.start
        if let quote = quotes.index(containing: start), let link = discourse.quoteLinks[quote], !repeats(link, links) {
            // Within a quote the sentence's own words stand inside what the quoted person says.
            links.append(link)
        } else if let link = discourse.opened[trigger.sentence], !repeats(link, links) {
            links.append(link)
        }
        return links
    }

    /// Is the link's cue or speaker in the chain already?
    private func repeats(_ link: SpeechLink, _ links: [SpeechLink]) -> Bool {
        links.contains {
            $0.cue != nil && $0.cue == link.cue || !$0.speakers.isEmpty && $0.speakers == link.speakers && !$0.rule.hasPrefix("speaker.cue")
        }
    }

    /// Outermost first.
    private func speakers(_ links: [SpeechLink], trigger: Trigger, country: String?, evidence: inout [Evidence]) -> [Speaker] {
        var out: [Speaker] = []
        let start = story.sentences[trigger.sentence].tokens[trigger.token].span.start
        let isQuote = quotes.index(containing: start) != nil
        for link in links.reversed() where !link.isSilent {
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
        }
        return merged(out)
    }

    /// One who speaks twice in a row is one link ("He said … and added …").
    private func merged(_ speakers: [Speaker]) -> [Speaker] {
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

    // MARK: Who

    /// The phrases in the first slot that holds somebody fit; where none does, whatever stands in the first that is filled.
    private func heads(_ slots: [Slot], _ trigger: Trigger, _ filler: SlotFiller, takesAll: Bool, fits: (Int) -> Bool = { _ in true }) -> [Int] {
        var out: [Int] = []
        var spare: [Int] = []
        for slot in slots {
            let found = filler.candidates(
                slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb, isUndergone: trigger.isUndergone
            )
            // "general strike" names no general; "withdrawal of troops" does name troops.
            .filter { $0 > trigger.token || !trigger.companions.contains($0) }
            if !takesAll, !found.contains(where: fits) {
                if spare.isEmpty { spare = found }
                continue
            }
            out += found
            if !found.isEmpty, !takesAll { break }
        }
        return unique(out.isEmpty ? spare : out)
    }

    /// Whose means an act is: "supports the army with air strikes", "killed sixty in air strikes".
    private func wielders(_ trigger: Trigger, _ graph: ClauseGraph) -> [Int] {
        guard trigger.pattern.kind == .noun, trigger.pattern.type == "ASSAULT", trigger.lightVerb == nil, graph.relation[trigger.token] == "obl",
            ["with", "in", "by", "through"].contains(graph.preposition(trigger.token)), let verb = graph.head(trigger.token), graph.isVerb(verb),
            !graph.isPassive(verb), !graph.objects(verb).isEmpty, trigger.pattern.actor != [.none]
        else { return [] }
        return graph.subjects(verb)
    }

    /// Who is behind a subject that does not act itself: an event's own agents ("air strikes killed"), a document's owner.
    private func agents(behind head: Int, _ trigger: Trigger, _ filler: SlotFiller, _ climber: SpeechClimber) -> [Int] {
        if let owners = climber.documentOwners(head) { return owners }
        guard let other = triggers[trigger.sentence].first(where: { $0.token == head && $0.pattern.kind == .noun }), other.token != trigger.token
        else { return [head] }
        return heads(other.pattern.actor, other, filler, takesAll: false)
    }

    private func unique(_ heads: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return heads.filter { seen.insert($0).inserted }
    }

    private func canAct(_ graph: ClauseGraph, _ head: Int) -> Bool {
        let token = graph.tokens[head]
        if token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()) { return true }
        if extractor.classes.isActor(graph, head) { return true }
        // "Russian jets", "Iranian gunboats": a machine of somebody's acts for them.
        if token.upos == .NOUN,
            graph.parse.children[head].contains(where: {
                ["amod", "compound", "nmod"].contains(graph.relation[$0]) && $0 < head && extractor.classes.isActingModifier(graph, $0)
            })
        {
            return true
        }
        // A town as a subject stands for those who hold it.
        return extractor.classes.entity(graph, head) == .LOC && graph.relation[head] == "nsubj"
    }

    private static let counting: Set<String> = [
        "dozens", "dozen", "scores", "score", "hundred", "hundreds", "thousand", "thousands", "several", "many", "some", "others", "number", "group",
        "member", "majority", "rest", "most", "few", "couple", "both", "total",
    ]

    private func canUndergo(_ graph: ClauseGraph, _ head: Int, _ trigger: Trigger) -> Bool {
        let token = graph.tokens[head]
        if extractor.classes.entity(graph, head) == .LOC {
            return extractor.classes.actors.isCountry(graph.words(around: head)) || (trigger.pattern.isCue && extractor.classes.isActor(graph, head))
        }
        // "25 people", "82": a count says how many, not who.
        if token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()) { return false }
        if ["people", "person", "other", "victim"].contains(token.lemma.lowercased()), trigger.pattern.harm != nil {
            return hasModifier(graph, head)
        }
        // "A place attacked is a place, not a recipient."
        if Self.spots.contains(token.lemma.lowercased()) { return false }
        if extractor.classes.isActor(graph, head) { return true }
        return extractor.classes.isTarget(token.lemma)
    }

    private static let spots: Set<String> = [
        "village", "town", "city", "airfield", "target", "site", "house", "home", "street", "market", "road", "area", "position", "bridge", "runway",
        "capital", "neighbourhood", "neighborhood", "district", "building", "infrastructure", "those", "website", "court",
    ]

    /// "13 of its soldiers": those counted, not the count.
    private func counted(_ graph: ClauseGraph, _ head: Int) -> Int {
        let token = graph.tokens[head]
        guard token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()) else { return head }
        return graph.prepositional(head).first { $0.preposition == "of" && graph.tokens[$0.head].upos != .NUM }?.head ?? head
    }

    /// "people of the town", "Rohingya people": words that say who they are.
    private func hasModifier(_ graph: ClauseGraph, _ head: Int) -> Bool {
        graph.parse.children[head].contains { ["amod", "compound"].contains(graph.relation[$0]) && extractor.classes.isActor(graph, $0) }
    }

    private func mentions(_ heads: [Int], _ sentence: Int, speakers: [Speaker], country: String?) -> [ActorMention] {
        var out: [ActorMention] = []
        for head in heads where story.sentences[sentence].tokens[head].upos != .VERB {
            let form = story.sentences[sentence].tokens[head].form.lowercased()
            let bodies = actorReader.bodies(at: Site(sentence: sentence, token: head))
            if !bodies.isEmpty {
                out += bodies
                continue
            }
            var mention = actorReader.actor(at: Site(sentence: sentence, token: head), country: country).mention
            if story.sentences[sentence].tokens[head].upos == .PRON, ["we", "i", "us", "our", "my", "me"].contains(form),
                story.sentences[sentence].tokens[head].form != "US"
            {
                if let speaker = speakers.last(where: { $0.name != nil && !["we", "i"].contains($0.name!.lowercased()) }) {
                    mention.name = speaker.name!
                    mention.code = speaker.code
                } else if let publisher = story.document.publisher {
                    let resolved = extractor.actors.resolve(publisher)
                    mention.name = resolved.name
                    mention.code = resolved.code
                }
            }
            if !out.contains(where: { $0.name == mention.name && $0.code == mention.code }) { out.append(mention) }
        }
        return out
    }

    // MARK: What

    private func mode(of trigger: Trigger, _ graph: ClauseGraph) -> String? {
        if let mode = trigger.pattern.mode { return mode }
        guard let type = extractor.codebook.type(trigger.pattern.type), !type.modes.isEmpty else { return nil }
        var near: Set<String> = []
        for index in [trigger.token, trigger.lightVerb].compactMap({ $0 }) {
            // "A drone killed": what acts tells how; what undergoes it does not.
            let relations = ["compound", "amod", "obl", "nmod", "advmod", "obj", "nummod"] + (graph.isPassive(index) ? [] : ["nsubj"])
            for child in graph.parse.children[index] where relations.contains(graph.relation[child]) {
                near.insert(graph.tokens[child].lemma.lowercased())
                near.insert(graph.tokens[child].form.lowercased())
                for inner in graph.children(child, "compound", "amod") { near.insert(graph.tokens[inner].lemma.lowercased()) }
            }
        }
        if let mode = type.modes.first(where: { !$0.words.isDisjoint(with: near) }) { return mode.name }
        // "urged them to withdraw", "called for an end to the war": what is asked, refused or threatened tells the mode.
        var far: Set<String> = []
        let inner =
            graph.children(trigger.token, "xcomp", "ccomp", "obj", "obl", "nmod")
            + graph.children(trigger.token, "advcl", "acl").filter {
                graph.tokens[$0].relation != "acl:relcl" && ["to", "of", "for", "from", "against", "into"].contains(graph.marker($0))
            }
        for head in inner {
            for token in graph.conjuncts(head) + graph.children(head, "nmod", "acl", "obj", "obl") {
                far.insert(graph.tokens[token].lemma.lowercased())
            }
        }
        return type.modes.first { !$0.words.isDisjoint(with: far) }?.name
    }

    private func excerpt(of trigger: Trigger, _ graph: ClauseGraph) -> Excerpt {
        var tokens = [trigger.token] + trigger.companions
        if let light = trigger.lightVerb, abs(light - trigger.token) <= 8 { tokens.append(light) }
        return story.excerpt(trigger.sentence, tokens.min()!..<(tokens.max()! + 1))
    }

    // MARK: Findings and incidents

    private func attachFindings(_ drafts: inout [Draft]) {
        for (sentence, graph) in story.sentences.enumerated() {
            for reading in extractor.findings.read(graph) {
                let by = reading.finder.map { actorReader.actor(at: Site(sentence: sentence, token: $0)).mention.name } ?? story.document.publisher
                let finding = Finding(by: by, reading.kind, excerpt: story.excerpt(reading.span))
                let inside = drafts.indices.filter {
                    // "denied the accusation" speaks of what was alleged, not of the alleging.
                    drafts[$0].trigger.sentence == sentence && reading.target.contains(drafts[$0].trigger.token)
                        && !(reading.pointsBack && drafts[$0].trigger.pattern.type == "ACCUSE")
                }
                if reading.kind == .responsibility, let finder = reading.finder {
                    claimResponsibility(finding, by: Site(sentence: sentence, token: finder), inside: inside, &drafts)
                } else if !inside.isEmpty {
                    for index in inside { drafts[index].claim.verification.append(finding) }
                } else if reading.pointsBack, sentence > 0 {
                    // "… could not verify the claim": that of the sentence before.
                    let reach = reading.pointsToSeveral ? 2 : 1
                    let before = drafts.indices.filter {
                        (sentence - reach..<sentence).contains(drafts[$0].trigger.sentence) && !drafts[$0].trigger.pattern.isCue
                    }
                    let said = before.filter { !drafts[$0].claim.speakers.isEmpty }
                    for index in said.isEmpty ? before : said { drafts[index].claim.verification.append(finding) }
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
            }
        }
    }

    /// The words of its sentence that grammar ties an act to.
    private func kin(of trigger: Trigger, _ graph: ClauseGraph) -> Set<Int> {
        var out = Set(
            graph.parse.children[trigger.token].filter { ["nsubj", "obl", "advcl", "xcomp", "acl", "conj", "obj"].contains(graph.relation[$0]) })
        if let up = graph.head(trigger.token) { out.insert(up) }
        if let light = trigger.lightVerb { out.insert(light) }
        return out
    }

    /// Told as a step of the story ("clashed", "were arrested", "firing …"), not as background or a state of things.
    private func isNarrated(_ trigger: Trigger) -> Bool {
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

    /// Who claims responsibility both speaks and acts.
    private func claimResponsibility(_ finding: Finding, by site: Site, inside: [Int], _ drafts: inout [Draft]) {
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

    private func numbered(_ drafts: [Draft]) -> [Claim] {
        let items = drafts.map { draft in
            let graph = story.sentences[draft.trigger.sentence]
            let lemma = graph.tokens[draft.trigger.token].lemma.lowercased()
            return IncidentGrouper.Item(
                claim: draft.claim, sentence: draft.trigger.sentence, block: story.block(draft.trigger.sentence),
                lemma: lemma, isNoun: draft.trigger.pattern.kind == .noun,
                isDefinite: graph.children(draft.trigger.token, "det").contains {
                    ["the", "this", "these", "those", "that", "both"].contains(graph.tokens[$0].form.lowercased())
                },
                isGeneric: extractor.codebook.lists["generic-attack"]?.contains(lemma) ?? false, token: draft.trigger.token,
                kin: kin(of: draft.trigger, graph))
        }
        let incidents = IncidentGrouper().group(items)
        let carried = Carrier.carry(
            drafts.indices.map { index in
                let claim = drafts[index].claim
                return Carrier.Item(
                    date: claim.date, place: claim.place, type: claim.type, status: claim.status, sentence: items[index].sentence,
                    block: items[index].block, incident: incidents[index], isNarrated: isNarrated(drafts[index].trigger),
                    pointsBack: items[index].pointsBack)
            })
        return drafts.indices.map { index in
            var claim = drafts[index].claim
            claim.date = carried[index].item.date
            claim.place = carried[index].item.place
            for rule in carried[index].carried { claim.evidence.append(Evidence(String(rule.prefix { $0 != "." }), rule)) }
            claim.id = "c\(index + 1)"
            claim.incident = "i\(incidents[index] + 1)"
            return claim
        }
    }
}
