public import HearsayActors
public import HearsayCodebook
public import HearsayCore
internal import HearsayDates
public import HearsayPlaces

/// Turns a parsed document into claims.
///
/// Pure and synchronous: the same parses, codebook and tables give the same report.
public struct Extractor: Sendable {
    let codebook: Codebook
    let actors: ActorResolver
    let places: PlaceResolver
    let lemmas: Lemmas
    let classes: WordClasses
    let triggers: TriggerFinder
    let reporting: ReportingWords
    let statuses: StatusReader
    let findings: FindingReader
    let eventWords: EventWords
    let roots: Roots
    let contexts: ContextFinder

    public init(codebook: Codebook, actors: ActorResolver, places: PlaceResolver) {
        self.codebook = codebook
        self.actors = actors
        self.places = places
        lemmas = Lemmas(codebook)
        classes = WordClasses(codebook: codebook, actors: ActorTableWords(resolver: actors))
        triggers = TriggerFinder(codebook: codebook, lexicon: classes)
        reporting = ReportingWords(codebook.attribution)
        statuses = StatusReader(
            words: StatusWords(
                codebook.status, saying: reporting.say, belief: reporting.belief, tellings: reporting.reportNouns,
                happen: codebook.lists["happen-verb"] ?? [],
                lasting: codebook.lists["lasting"] ?? []))
        findings = FindingReader(codebook.attribution)
        eventWords = EventWords(
            happen: codebook.lists["happen-verb"] ?? [], occur: codebook.lists["occur-verb"] ?? [], lexicon: classes)
        roots = Roots(codebook.roots)
        contexts = ContextFinder(codebook.contexts, saying: reporting.say)
    }

    /// Everything that a document is said to tell of.
    public func extract(_ document: Document, _ parses: [Parse]) -> Report {
        var document = document
        if document.published == nil, let inferred = Chronicle.inferredPublication(of: document) {
            document.published = inferred
            document.publishedBy = .inferred
        }
        let story = story(document, parses)
        let reading = StoryReading(self, story)
        let claims = reading.claims()
        let actorReader = reading.actorReader
        let pairs = NamePairs(story: story, lexicon: classes) { sentence, token in
            actorReader.actor(at: .init(sentence: sentence, token: token)).mention.code
        }.pairs()
        return Report(document: document, claims: claims, names: pairs)
    }

    /// What the mentions of a document that point back stand for.
    public func links(_ document: Document, _ parses: [Parse]) -> [MentionLink] {
        StoryReading(self, story(document, parses)).actorReader.links()
    }

    /// Every place that a document names, in the order of the text; places told of otherwise ("the capital") are left out.
    ///
    /// - Parameter peoples: also the countries of peoples ("Syrian").
    public func places(_ document: Document, _ parses: [Parse], peoples: Bool = false) -> [PlaceMention] {
        let story = story(document, parses)
        let named = Gazette(story: story, resolver: places, lexicon: classes, actors: actors).named.map(\.mention)
        guard peoples else { return named }
        let taken = named.map(\.excerpt.span)
        let countries = story.sentences.flatMap { graph in
            graph.parse.entities.filter { $0.kind == .NORP }.compactMap { entity -> PlaceMention? in
                let span = graph.parse.span(entity.tokens)
                guard !taken.contains(where: span.overlaps), let found = places.place(called: document.text[span], at: span),
                    found.match == .people
                else { return nil }
                return found.place.mention(story.excerpt(span))
            }
        }
        return (named + countries).sorted { $0.excerpt.span.start < $1.excerpt.span.start }
    }

    /// Everything that a document tells as somebody's word or thought.
    ///
    /// - Parameter nested: also what stands inside what another attribution reports.
    public func attributions(_ document: Document, _ parses: [Parse], nested: Bool = false) -> [Attribution] {
        let story = story(document, parses)
        return Attributions(story: story, quotes: Quotes(document), words: reporting).attributions(nested: nested)
    }

    /// How each verb, noun and predicate of a document is told.
    public func toldWords(_ document: Document, _ parses: [Parse]) -> [ToldWord] {
        StoryReading(self, story(document, parses)).toldWords()
    }

    private func story(_ document: Document, _ parses: [Parse]) -> Story {
        let actors = actors
        let trees = TreeMender(saying: reporting.say) { actors.isGroup(named: $0) }
        let towns = TownNames(codebook: codebook, actors: actors, places: places)
        let speech = SpeechMender(words: reporting, quotes: Quotes(document))
        let mended = towns.mended(parses.map(lemmas.mended).map(trees.mended))
        return Story(document: document, parses: mended.map(reporting.lemmas.mended).map(speech.mended))
    }

    /// What one party does to another, each named by words of the text.
    public func type(_ document: Document, _ parses: [Parse], source: String, target: String) -> TypedAct {
        ActTyper(StoryReading(self, story(document, parses)), roots: roots, source: source, target: target).typed()
    }

    /// What one party does to another, and all that was weighed for it.
    public func typeWithEvidence(_ document: Document, _ parses: [Parse], source: String, target: String) -> (TypedAct, TypingEvidence) {
        let typer = ActTyper(StoryReading(self, story(document, parses)), roots: roots, source: source, target: target)
        return (typer.typed(), typer.evidence())
    }
}
