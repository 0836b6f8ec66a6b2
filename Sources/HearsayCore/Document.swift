/// One published text, never changed; a correction is a new Document.
public struct Document: Sendable {
    /// How the date of publication is known.
    public enum PublishedBy: String, Sendable, CaseIterable { case given, inferred }

    public var id: String
    public var title: String?
    /// Who published it: the outlet, not the speaker.
    public var publisher: String?
    /// Who wrote it, as the outlet names them.
    public var byline: String?
    public var url: String?
    public var published: Day?
    public var publishedBy: PublishedBy?
    /// ISO 639-1; nil where it could not be told.
    public var language: String?
    public let text: Text
    /// What each stretch of the text is, in order; covers every paragraph but page furniture.
    public var blocks: [Block]
    /// Where the story was filed and by whom, at its head: "KABUL, Afghanistan (AP) _".
    public var dateline: Dateline?
    /// What was given with the text and could not be used, for the person who gave it: a date that is none.
    public var notices: [String] = []

    public init(
        id: String, title: String? = nil, publisher: String? = nil, url: String? = nil, published: Day? = nil,
        publishedBy: PublishedBy? = nil, language: String? = "en", text: Text, blocks: [Block]? = nil
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.url = url
        self.published = published
        self.publishedBy = published == nil ? nil : (publishedBy ?? .given)
        self.language = language
        self.text = text
        self.blocks = blocks ?? Block.paragraphs(of: text, title: title)
        dateline = Dateline(in: text, blocks: self.blocks)
    }
}
