public import HearsayCore

/// Finds and resolves every time expression of a text in one go.
public struct DateReader: Sendable {
    private let finder = DateFinder()

    public init() {}

    /// All expressions of a text, resolved in order. Without a style, the text's own habits tell a history from news.
    public func read(
        _ text: Text, published: Day?, style: DateResolver.Style? = nil, tense: (DateExpression) -> Tense? = { _ in nil }
    ) -> [ResolvedDate] {
        let expressions = finder.expressions(in: text, within: Span(0, text.count))
        let style = style ?? DateResolver.style(of: expressions, published: published)
        var resolver = DateResolver(published: published, style: style)
        return resolver.resolve(expressions, tense: tense)
    }
}
