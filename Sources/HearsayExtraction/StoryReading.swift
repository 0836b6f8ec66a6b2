internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// One pass over one story: all that is known of it, and the claims as they are put together.
struct StoryReading {
    typealias Site = SpeechLink.Site

    let extractor: Extractor
    let story: Story
    let triggers: [[Trigger]]
    /// One a sentence.
    let climbers: [SpeechClimber]
    let quotes: Quotes
    let attributions: Attributions
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
        let gazette = gazette
        let (triggers, reporting, classes) = (triggers, extractor.reporting, extractor.classes)
        attributions = Attributions(story: story, quotes: quotes, words: reporting)
        climbers = story.sentences.indices.map { StoryReading.climber(story, $0, triggers[$0], reporting, classes) }
        let discourse = Discourse(story: story, quotes: quotes, words: reporting, attributions: attributions, climbers: climbers)
        self.discourse = discourse
        let coreference = Coreference(story: story, lexicon: classes, saying: reporting.say, quotes: quotes) {
            discourse.quoteLinks[$0]?.speakers ?? []
        }
        actorReader = ActorReader(
            story: story, lexicon: extractor.classes, resolver: extractor.actors, coreference: coreference,
            context: ActorContext(
                published: story.document.published, theatre: gazette.theatre,
                countryOf: { gazette.country(of: $0) }))
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
        var drafts = drafts()
        var links: [Carrier.Link] = []
        var first = 0
        for sentence in story.sentences.indices {
            let next = drafts[first...].firstIndex { $0.trigger.sentence > sentence } ?? drafts.endIndex
            links += self.links(in: sentence, drafts[first..<next])
            first = next
        }
        dateByIntervals(links, &drafts)
        attachFindings(&drafts)
        return numbered(drafts, links)
    }

    /// The claims of each sentence by itself, in order of the text.
    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for sentence in story.sentences.indices {
            for trigger in triggers[sentence] {
                let draft = draft(trigger)
                // "The army must withdraw" asks something of it only where somebody says so.
                if story.sentences[sentence].tokens[trigger.token].upos == .AUX, draft.claim.actors.isEmpty || draft.claim.recipients.isEmpty {
                    continue
                }
                drafts.append(draft)
            }
        }
        return drafts
    }

    /// A claim with what later steps ask of it.
    struct Draft {
        var claim: Claim
        let trigger: Trigger
        let cueTokens: Set<Int>
    }

    func draft(_ trigger: Trigger) -> Draft {
        let graph = story.sentences[trigger.sentence]
        let climber = climbers[trigger.sentence]
        var evidence: [Evidence] = [Evidence("type", trigger.pattern.id)]
        let links = chain(for: trigger)
        let filler = SlotFiller(graph: graph, lexicon: extractor.classes)

        let status = status(.init(trigger), trigger.sentence, links)
        evidence.append(Evidence("status", status.rule))

        var actorHeads = heads(trigger.pattern.actor, trigger, filler, takesAll: trigger.pattern.isMutual) { head in
            agents(behind: head, trigger, filler, climber).contains { canAct(graph, $0, trigger) }
        }
        if trigger.pattern.kind == .noun, let light = trigger.lightVerb, !trigger.isUndergone {
            let subjects = graph.subjects(light)
            if !subjects.isEmpty, trigger.pattern.actor != [.none] {
                actorHeads = trigger.pattern.isMutual ? unique(subjects + actorHeads) : subjects
            }
        }
        if trigger.pattern.isMutual {
            for slot in [Slot.subject, .object, .preposition("with"), .preposition("between"), .possessive, .adjective] {
                let found = filler.candidates(slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb)
                actorHeads = unique(actorHeads + found.filter { slot != .adjective || !isVenue(graph, $0) })
            }
        }
        if trigger.pattern.kind == .noun, trigger.pattern.isMutual { actorHeads.removeAll { graph.relation[$0] == "compound" && isVenue(graph, $0) } }
        if trigger.pattern.kind == .noun, trigger.pattern.type == "ASSAULT" { actorHeads.removeAll { isScene(graph, $0, of: trigger) } }
        actorHeads = unique(actorHeads.flatMap { agents(behind: $0, trigger, filler, climber) }).filter { canAct(graph, $0, trigger) }
        if actorHeads.isEmpty { actorHeads = (wielders(trigger, graph) + blamed(trigger, graph)).filter { canAct(graph, $0, trigger) } }
        var recipientHeads =
            trigger.pattern.isMutual && trigger.pattern.recipient == [.object]
            ? []
            : heads(trigger.pattern.recipient, trigger, filler, takesAll: false) { canUndergo(graph, $0, trigger) || trigger.pattern.harm != nil }
        if trigger.pattern.kind == .noun, let light = trigger.lightVerb, trigger.isUndergone {
            let undergoing = graph.surfaceSubjects(light)
            if !undergoing.isEmpty { recipientHeads = undergoing }
        }
        if trigger.pattern.isMutual || FigureReader.countsItself(trigger, graph) { recipientHeads = [] }
        if recipientHeads.allSatisfy(actorHeads.contains) { recipientHeads = hit(by: trigger, graph) }
        let harmed = recipientHeads
        recipientHeads = recipientHeads.map { counted(graph, $0) }
        recipientHeads.removeAll { isScene(graph, $0, of: trigger) }
        recipientHeads = recipientHeads.filter { canUndergo(graph, $0, trigger) && !actorHeads.contains($0) }
        // "embassies in Nairobi, Kenya, and Dar es Salaam, Tanzania": the tree may join a country to what stands in it.
        if let first = recipientHeads.first, extractor.classes.entity(graph, first) != .LOC {
            recipientHeads.removeAll { graph.relation[$0] == "conj" && extractor.classes.entity(graph, $0) == .LOC }
        }
        if recipientHeads.isEmpty {
            recipientHeads = owners(of: harmed, trigger, filler).filter { canUndergo(graph, $0, trigger) && !actorHeads.contains($0) }
        }

        let acts = Dictionary(triggers[trigger.sentence].map { ($0.token, $0) }) { first, _ in first }
        let place = PlaceFinder(
            graph: graph, places: gazette.places(in: trigger.sentence), lexicon: extractor.classes,
            earlier: gazette.places(before: trigger.sentence), dateline: isQuoted(trigger) ? nil : gazette.dateline, acts: acts,
            words: extractor.eventWords
        )
        .place(for: trigger, recipients: harmed)
        let country = place?.place.mention.country.flatMap { $0.contains("/") ? nil : $0 }
        let speakers = speakers(links, trigger: trigger, country: country, evidence: &evidence)
        var actorMentions = mentions(actorHeads, trigger.sentence, speakers: speakers, country: country)
        let enemy = ["ASSAULT", "COERCE"].contains(trigger.pattern.type) ? otherSide(than: actorMentions, recipientHeads, trigger.sentence) : nil
        var recipientMentions = mentions(recipientHeads, trigger.sentence, speakers: speakers, country: enemy ?? country)
        if graph.tokens[trigger.token].upos == .AUX { (actorMentions, recipientMentions) = obligation(trigger, graph, speakers, country) }
        if recipientMentions.isEmpty, actorMentions.count > 1, isReciprocal(trigger, graph) { recipientMentions = actorMentions }
        if !actorMentions.isEmpty { evidence.append(Evidence("actors", trigger.pattern.id)) }
        if !recipientMentions.isEmpty { evidence.append(Evidence("recipients", trigger.pattern.id)) }
        evidence +=
            actorReader.evidence("actors", actorHeads, trigger.sentence) + actorReader.evidence("recipients", recipientHeads, trigger.sentence)

        if let place { evidence.append(Evidence("place", place.rule)) }
        let date = EventDates(
            graph: graph, dates: chronicle.dates(in: trigger.sentence),
            acts: acts, published: story.document.published, words: extractor.eventWords
        ).date(for: trigger)
        if let date { evidence.append(Evidence("date", date.rule)) }
        let story = story
        // "feared dead", "is thought to have killed" give a count; "could kill 100" counts nobody.
        let isCounted =
            status.status != .planned
            && (status.status != .possible
                || ["status.belief", "status.governor", "status.cue"].contains(status.rule) && !graph.isUnrealised(trigger.token))
        let figures =
            isCounted
            ? FigureReader(graph: graph, lexicon: extractor.classes, acts: acts) { story.excerpt($0) }.figures(for: trigger, recipients: harmed) : []
        if !figures.isEmpty { evidence.append(Evidence("figures", "figures.count")) }

        let things = ThingFinder(graph: graph, lexicon: extractor.classes)
        let weaponHeads = things.weapons(of: trigger, actors: actorHeads)
        let targetHeads = things.targets(of: trigger, harmed: harmed, mode: mode(of: trigger, graph))
        if !weaponHeads.isEmpty { evidence.append(Evidence("weapons", "things.weapon")) }
        if !targetHeads.isEmpty { evidence.append(Evidence("targets", "things.target")) }
        func excerpts(_ heads: [Int]) -> [Excerpt] { heads.map { actorReader.excerpt(at: Site(sentence: trigger.sentence, token: $0)) } }

        let claim = Claim(
            id: "", incident: "", type: trigger.pattern.type, mode: mode(of: trigger, graph), trigger: excerpt(of: trigger, graph),
            actors: actorMentions, recipients: recipientMentions, weapons: excerpts(weaponHeads), targets: excerpts(targetHeads),
            place: place?.place.mention,
            date: date.map { Chronicle.narrowed($0.date.mention, status.status, story.document.published) },
            figures: figures, speakers: speakers, status: status.status, evidence: evidence)
        var cues: Set<Int> = []
        for link in links where link.cue?.sentence == trigger.sentence && !link.isSilent { cues.formUnion(link.cueTokens) }
        return Draft(claim: claim, trigger: trigger, cueTokens: cues)
    }

    private func isQuoted(_ trigger: Trigger) -> Bool {
        quotes.index(containing: story.sentences[trigger.sentence].tokens[trigger.token].span.start) != nil
    }

    // MARK: What

    func mode(of trigger: Trigger, _ graph: ClauseGraph) -> String? {
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

    func excerpt(of trigger: Trigger, _ graph: ClauseGraph) -> Excerpt {
        var tokens = [trigger.token] + trigger.companions
        if let light = trigger.lightVerb, abs(light - trigger.token) <= 8 { tokens.append(light) }
        return story.excerpt(trigger.sentence, tokens.min()!..<(tokens.max()! + 1))
    }
}
