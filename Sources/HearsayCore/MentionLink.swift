/// A word or phrase that points back, tied to what it stands for within the document.
///
/// "They" after "India and Pakistan traded fire" gives India and Pakistan, by "coreference.pronoun".
public struct MentionLink: Sendable, Hashable {
    /// A phrase of the text and the offset of its head word.
    public struct Mention: Sendable, Hashable {
        public var excerpt: Excerpt
        public var head: Int
        /// Name and code as claims give them; nil where the phrase is nobody.
        public var name: String?
        public var code: String?
        public init(_ excerpt: Excerpt, head: Int, name: String? = nil, code: String? = nil) {
            self.excerpt = excerpt
            self.head = head
            self.name = name
            self.code = code
        }
    }

    public var anaphor: Mention
    /// One for each entity; empty where the text does not name it ("Washington said" in a text without the United States).
    public var antecedents: [Mention]
    /// The rule that made the link: "coreference.surname".
    public var rule: String

    public init(anaphor: Mention, antecedents: [Mention], rule: String) {
        self.anaphor = anaphor
        self.antecedents = antecedents
        self.rule = rule
    }

    public var json: JSON {
        .object([
            .init("anaphor", Self.json(anaphor)), .init("antecedents", .array(antecedents.map(Self.json))),
            .init("code", (anaphor.code ?? (antecedents.count == 1 ? antecedents[0].code : nil)).map { .string($0) } ?? .null),
            .init("rule", .string(rule)),
        ])
    }

    private static func json(_ mention: Mention) -> JSON {
        .object([
            .init("start", .int(mention.excerpt.span.start)), .init("end", .int(mention.excerpt.span.end)), .init("head", .int(mention.head)),
            .init("text", .string(mention.excerpt.text)), .init("name", mention.name.map { .string($0) } ?? .null),
            .init("code", mention.code.map { .string($0) } ?? .null),
        ])
    }
}
