internal import HearsayCore
internal import HearsayDates

/// Every time expression of a story, resolved in the order of the text.
struct Chronicle: Sendable {
    private let bySentence: [Int: [DatedExpression]]

    init(story: Story) {
        let finder = DateFinder()
        let found = story.sentences.indices.map { sentence in
            finder.expressions(in: story.document.text, within: story.sentences[sentence].parse.span)
        }
        let style = DateResolver.style(of: found.flatMap { $0 }, published: story.document.published)
        var resolver = DateResolver(published: story.document.published, style: style)
        var bySentence: [Int: [DatedExpression]] = [:]
        for (sentence, expressions) in found.enumerated() {
            let graph = story.sentences[sentence]
            // Together, so that two that make one stretch ("from May to July") are joined.
            let days = resolver.resolve(expressions) { expression in
                Chronicle.tokens(graph, expression.phrase).flatMap { Chronicle.tense(graph, Chronicle.head(of: $0, graph)) }
            }
            for resolved in days {
                let expression = resolved.expression
                guard let tokens = Chronicle.tokens(graph, expression.phrase) else { continue }
                let head = Chronicle.head(of: tokens, graph)
                // A set ("every day") or a bare length ("two hours") dates nothing; nor do two open ends.
                guard resolved.type != .set, !Chronicle.saysNothing(expression, resolved, story), !Chronicle.followsSuperlative(graph, tokens),
                    let range = resolved.range,
                    range.from != nil || range.to != nil
                else { continue }
                // "before dawn on Sunday" is on Sunday, not before it.
                var days = range
                if resolved.type == .time, expression.signal == .before, let value = resolved.value, let day = Day(iso: value.prefix(10)) {
                    days = DateRange(day)
                }
                bySentence[sentence, default: []].append(
                    DatedExpression(sentence: sentence, tokens: tokens, head: head, mention: DateMention(story.excerpt(expression.span), days)))
            }
        }
        self.bySentence = bySentence
    }

    /// "hours after …", "once", "recent": no day to be had from them.
    private static func saysNothing(_ expression: DateExpression, _ resolved: ResolvedDate, _ story: Story) -> Bool {
        if resolved.type == .duration, resolved.range?.from == nil, expression.signal == nil,
            !["for", "over", "in"].contains(wordBefore(expression.span, story))
        {
            return true
        }
        return ["once", "at once", "recent", "now", "current", "currently"].contains(story.document.text[expression.span].lowercased())
    }

    /// "the deadliest in the region for decades": how long there was nothing like it.
    private static func followsSuperlative(_ graph: ClauseGraph, _ tokens: Range<Int>) -> Bool {
        let before = max(0, tokens.lowerBound - 8)..<tokens.lowerBound
        return ["decade", "year", "month", "generation"].contains(graph.tokens[tokens.upperBound - 1].lemma.lowercased())
            && before.contains {
                graph.tokens[$0].has("Degree=Sup") || graph.tokens[$0].form.lowercased().hasSuffix("iest")
                    || graph.tokens[$0].form.lowercased() == "worst"
            }
    }

    private static func wordBefore(_ span: Span, _ story: Story) -> String {
        let text = story.document.text
        var end = span.start
        while end > 0, text.scalars[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, text.scalars[start - 1].properties.isAlphabetic { start -= 1 }
        return text[Span(start, end)].lowercased()
    }

    func dates(in sentence: Int) -> [DatedExpression] { bySentence[sentence] ?? [] }

    /// The token of an expression that the rest hangs on.
    private static func head(of tokens: Range<Int>, _ graph: ClauseGraph) -> Int {
        tokens.first { graph.head($0).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }

    private static func tokens(_ graph: ClauseGraph, _ span: Span) -> Range<Int>? {
        let inside = graph.tokens.indices.filter { graph.tokens[$0].span.overlaps(span) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return first..<(last + 1)
    }

    /// Tense of the clause that an expression stands in: "will meet on Monday" looks forward, "met on Monday" back.
    private static func tense(_ graph: ClauseGraph, _ index: Int) -> Tense? {
        var current = index
        for _ in 0..<8 {
            guard let up = graph.head(current) else { return nil }
            if graph.isVerb(up) {
                let auxiliaries = graph.children(up, "aux").map { graph.tokens[$0].form.lowercased() }
                if auxiliaries.contains(where: { ["will", "shall", "'ll", "’ll"].contains($0) }) { return .future }
                if graph.tokens[up].has("VerbForm=Inf"), graph.relation[up] == "xcomp" || graph.relation[up] == "acl" { return .future }
                if graph.tokens[up].has("Tense=Past") { return .past }
                return nil
            }
            current = up
        }
        return nil
    }

    /// The day of publication that the text itself settles; nil where it does not.
    static func inferredPublication(of document: Document) -> Day? {
        Publication.infer(in: document.text)
    }
}
