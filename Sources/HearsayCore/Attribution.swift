/// Whose word or thought something is told as: who, by which words, and what.
///
/// "Officials said the bridge was closed": source "Officials", cue "said", content "the bridge was closed".
public struct Attribution: Sendable, Hashable {
    /// Empty where nobody is named ("reportedly").
    public let source: [Span]
    public let cue: [Span]
    /// More than one where the cue stands inside it, or a quotation goes on behind it.
    public let content: [Span]
    /// The rule that found it.
    public let rule: String

    public init(source: [Span], cue: [Span], content: [Span], rule: String) {
        self.source = source
        self.cue = cue
        self.content = content
        self.rule = rule
    }

    public var json: JSON {
        .object([
            .init("source", Attribution.json(source)), .init("cue", Attribution.json(cue)), .init("content", Attribution.json(content)),
            .init("rule", .string(rule)),
        ])
    }

    private static func json(_ spans: [Span]) -> JSON { .array(spans.map { .array([.int($0.start), .int($0.end)]) }) }
}
