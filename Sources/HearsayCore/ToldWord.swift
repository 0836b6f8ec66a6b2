/// A word of the text and how what it names is told.
///
/// "Rebels refused to leave": "refused" happened, "leave" negated, by "status.governor".
public struct ToldWord: Sendable, Hashable {
    public let word: Excerpt
    public let status: Claim.Status
    /// The rule that gave the status.
    public let rule: String
    /// Type of the act, where the codebook knows the word.
    public let act: String?

    public init(word: Excerpt, status: Claim.Status, rule: String, act: String?) {
        self.word = word
        self.status = status
        self.rule = rule
        self.act = act
    }

    public var json: JSON {
        .object([
            .init("start", .int(word.span.start)), .init("end", .int(word.span.end)), .init("text", .string(word.text)),
            .init("status", .string(status.rawValue)), .init("rule", .string(rule)), .init("act", act.map { .string($0) } ?? .null),
        ])
    }
}
