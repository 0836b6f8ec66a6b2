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
    public init(model: String? = nil, codebook: String? = nil) throws {
        self.init(
            model: try LanguageModel(explicit: model), codebook: try Codebook(directory: codebook ?? Codebook.standardFolder()),
            actors: ActorResolver(try ActorLexicon()),
            places: PlaceResolver(try Gazetteer.standard()))
    }

    public func parse(_ document: Document) -> [Parse] { model.parse(tokenizer.sentences(of: document)) }

    public func read(_ document: Document) -> Report { extractor.extract(document, parse(document)) }

    /// What pronouns, short names and phrases like "the group" stand for, in the order of the text.
    public func links(_ document: Document) -> [MentionLink] { extractor.links(document, parse(document)) }

    /// How each verb, noun and predicate is told: happened, ongoing, planned, possible, negated.
    public func toldWords(in document: Document) -> [ToldWord] { extractor.toldWords(document, parse(document)) }

    /// Who is told to have said, thought or wanted what.
    ///
    /// - Parameter nested: also what stands inside what another attribution reports.
    public func attributions(in document: Document, nested: Bool = false) -> [Attribution] {
        extractor.attributions(document, parse(document), nested: nested)
    }

    /// What one party does to another in a sentence, as lists of events are typed: "Germany", "Ethiopia", AID.
    ///
    /// The parties are given as words of the sentence; words that do not stand there are left out of account.
    public func type(_ sentence: String, source: String, target: String) -> TypedAct {
        let document = Document(id: "sentence", published: nil, text: Text(sentence))
        return extractor.type(document, parse(document), source: source, target: target)
    }
}
