/// One published text, never changed; a correction is a new Document.
public struct Document: Sendable {
    /// How the date of publication is known.
    public enum PublishedBy: String, Sendable { case given, inferred }

    public var id: String
    public var title: String?
    /// Who published it: the outlet, not the speaker.
    public var publisher: String?
    public var url: String?
    public var published: Day?
    public var publishedBy: PublishedBy?
    /// ISO 639-1; nil where it could not be told.
    public var language: String?
    public let text: Text
    /// What each stretch of the text is, in order; covers every paragraph.
    public var blocks: [Block]

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
    }
}

/// One paragraph of a document and what it is for.
public struct Block: Hashable, Sendable {
    public enum Role: String, Sendable { case headline, standfirst, subheading, body }
    public var span: Span
    public var role: Role

    public init(_ span: Span, _ role: Role) {
        self.span = span
        self.role = role
    }

    /// One block a line; a first line equal to the title is the headline, short lines without a final stop are headings.
    public static func paragraphs(of text: Text, title: String?) -> [Block] {
        var blocks: [Block] = []
        var start = 0
        func close(at end: Int) {
            var lower = start
            var upper = end
            while lower < upper, text.scalars[lower].properties.isWhitespace { lower += 1 }
            while upper > lower, text.scalars[upper - 1].properties.isWhitespace { upper -= 1 }
            if lower < upper { blocks.append(Block(Span(lower, upper), .body)) }
        }
        for (offset, scalar) in text.scalars.enumerated() where scalar == "\n" {
            close(at: offset)
            start = offset + 1
        }
        close(at: text.scalars.count)
        let wanted = title.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        for index in blocks.indices {
            let words = text[blocks[index].span]
            if index == 0, let wanted, words.split(whereSeparator: \.isWhitespace).joined(separator: " ") == wanted {
                blocks[index].role = .headline
            } else if !endsLikeASentence(words), blocks[index].span.length < 200, blocks.count > 2 {
                blocks[index].role = index == 0 ? .headline : index == 1 ? .standfirst : .subheading
            }
        }
        return blocks
    }

    private static func endsLikeASentence(_ words: String) -> Bool {
        guard let last = words.unicodeScalars.last(where: { !"\"'”’)]»".unicodeScalars.contains($0) }) else { return false }
        return ".!?:;…,".unicodeScalars.contains(last)
    }
}
