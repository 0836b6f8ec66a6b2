public import HearsayActors
public import HearsayCodebook
public import HearsayCore
public import HearsayExtraction
public import HearsayLanguage
public import HearsayPlaces

/// Reads a document into its claims: the front door.
///
/// A Sendable value; `read` is synchronous and gives the same report for the same document, whatever the thread.
public struct Reader: Sendable {
    public let model: LanguageModel
    public let codebook: Codebook
    public let actors: ActorResolver
    public let places: PlaceResolver
    private let extractor: Extractor
    private let tokenizer = Tokenizer()

    public init(model: LanguageModel, codebook: Codebook, actors: ActorResolver, places: PlaceResolver) {
        self.model = model
        self.codebook = codebook
        self.actors = actors
        self.places = places
        extractor = Extractor(codebook: codebook, actors: actors, places: places)
    }

    /// The reader that Hearsay ships: its model, codebook and tables, found beside the program or in $HEARSAY_DATA.
    ///
    /// - Parameter tables: a user's own tables, which prevail; those of $HEARSAY_TABLES where none are given.
    public init(model: String? = nil, codebook: String? = nil, tables: UserTables? = nil) throws {
        let tables = try tables ?? UserTables.standard()
        self.init(
            model: try LanguageModel(explicit: model), codebook: try Codebook(directory: codebook ?? Codebook.standardFolder()),
            actors: ActorResolver(try ActorLexicon(additions: tables?.actors)),
            places: PlaceResolver(try Gazetteer.standard(additions: tables?.places)))
    }

    /// What a Run notes of the parts that read: each named by its content.
    public var versions: Versions {
        Versions(
            model: model.identifier, codebook: codebook.version, actors: actors.lexicon.version, places: places.gazetteer.version)
    }

    public func parse(_ document: Document) -> [Parse] { model.parse(tokenizer.sentences(of: document)) }

    public func read(_ document: Document) -> Report { extractor.extract(document, parse(document)) }

    /// What pronouns, short names and phrases like "the group" stand for, in the order of the text.
    public func links(_ document: Document) -> [MentionLink] { extractor.links(document, parse(document)) }

    /// Every place that a document names, where the gazetteer knows it and where it does not.
    ///
    /// - Parameter peoples: also the countries of peoples ("Syrian").
    /// - Parameter parses: those of the document, where they are at hand.
    public func places(in document: Document, peoples: Bool = false, _ parses: [Parse]? = nil) -> [PlaceMention] {
        extractor.places(document, parses ?? parse(document), peoples: peoples)
    }

    /// How each verb, noun and predicate is told: happened, ongoing, planned, possible, negated.
    public func toldWords(in document: Document) -> [ToldWord] { extractor.toldWords(document, parse(document)) }

    /// Who is told to have said, thought or wanted what.
    ///
    /// - Parameter nested: also what stands inside what another attribution reports.
    /// - Parameter parses: those of the document, where they are at hand.
    public func attributions(in document: Document, nested: Bool = false, _ parses: [Parse]? = nil) -> [Attribution] {
        extractor.attributions(document, parses ?? parse(document), nested: nested)
    }

    /// What one party does to another in a sentence, as lists of events are typed: "Germany", "Ethiopia", AID.
    ///
    /// The parties are given as words of the sentence; words that do not stand there are left out of account.
    public func type(_ sentence: String, source: String, target: String) -> TypedAct {
        let document = Document(id: "sentence", published: nil, text: Text(sentence))
        return extractor.type(document, parse(document), source: source, target: target)
    }

    /// What one party does to another, all that was weighed for it, and what the network makes of the words of each part.
    ///
    /// A part's vector is the mean of its words' vectors; a part without words has none.
    public func typeWithEvidence(_ sentence: String, source: String, target: String) -> (
        act: TypedAct, evidence: TypingEvidence, vectors: [(part: String, vector: [Float])]
    ) {
        let document = Document(id: "sentence", published: nil, text: Text(sentence))
        let sentences = tokenizer.sentences(of: document)
        let (act, evidence) = extractor.typeWithEvidence(document, model.parse(sentences), source: source, target: target)
        let words = model.vectors(sentences.map { $0.words.map(\.form) })
        let vectors = evidence.parts.filter { !$0.sites.isEmpty }.map { part in
            var sum = [Float](repeating: 0, count: LanguageModel.vectorWidth)
            for site in part.sites {
                for (index, value) in words[site.sentence][site.token].enumerated() { sum[index] += value }
            }
            return (part.name, sum.map { $0 / Float(part.sites.count) })
        }
        return (act, evidence, vectors)
    }
}
