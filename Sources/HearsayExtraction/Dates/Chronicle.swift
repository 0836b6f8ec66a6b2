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
        // The day last named: "within hours", "minutes before" are that day.
        var lastDay: DateRange?
        var lastSentence = 0
        for (sentence, expressions) in found.enumerated() {
            let graph = story.sentences[sentence]
            // Together, so that two that make one stretch ("from May to July") are joined.
            let days = resolver.resolve(expressions) { expression in
                Chronicle.tokens(graph, expression.phrase).flatMap { Chronicle.tense(graph, Chronicle.head(of: $0, graph)) }
            }
            var dated: [DatedExpression] = []
            for resolved in days {
                let expression = resolved.expression
                guard let tokens = Chronicle.tokens(graph, expression.phrase) else { continue }
                func add(_ range: DateRange, _ kind: DatedExpression.Kind = .time) {
                    dated.append(
                        DatedExpression(
                            sentence: sentence, tokens: tokens, head: Chronicle.head(of: tokens, graph),
                            mention: DateMention(story.excerpt(expression.span), range), kind: kind))
                }
                // "the latest figures as of Monday": when something was counted.
                if Chronicle.wordBefore(expression.span, story) == "of", Chronicle.wordBefore(expression.span, story, skipping: 1) == "as" {
                    continue
                }
                if let length = Chronicle.length(resolved, story) {
                    // "fought for a third day" says when, "in its third day" for how long.
                    add(length, Chronicle.wordBefore(expression.span, story) == "for" ? .time : .lasting)
                    continue
                }
                if Chronicle.isSameDay(resolved, story) {
                    if let lastDay { add(lastDay) }
                    continue
                }
                // A set ("every day") or a bare length ("two hours") dates nothing; nor do two open ends.
                guard resolved.type != .set || expression.rule == "past-seasons", !Chronicle.saysNothing(expression, resolved, story),
                    !Chronicle.followsSuperlative(graph, tokens), let range = resolved.range, range.from != nil || range.to != nil
                else { continue }
                // "before dawn on Sunday" is on Sunday, not before it.
                var days = range
                if resolved.type == .time, expression.signal == .before, let value = resolved.value, let day = Day(iso: value.prefix(10)) {
                    days = DateRange(day)
                }
                // "shortly before two o'clock": of the day that the passage tells of.
                if expression.rule == "clock", let lastDay, sentence - lastSentence <= 2, resolved.range?.from == story.document.published {
                    days = lastDay
                }
                if days.from != nil, days.from == days.to { (lastDay, lastSentence) = (days, sentence) }
                add(days)
            }
            if !dated.isEmpty { bySentence[sentence] = Chronicle.joined(dated, story) }
        }
        self.bySentence = bySentence
    }

    /// "on Wednesday and Thursday": two days named together are one stretch.
    private static func joined(_ dated: [DatedExpression], _ story: Story) -> [DatedExpression] {
        var out: [DatedExpression] = []
        for next in dated {
            if let last = out.last, last.kind == .time, next.kind == .time, let from = last.mention.range.from, from == last.mention.range.to,
                let to = next.mention.range.to, to == next.mention.range.from, from < to,
                story.document.text[Span(last.mention.excerpt.span.end, next.mention.excerpt.span.start)] == " and "
            {
                out[out.count - 1] = DatedExpression(
                    sentence: last.sentence, tokens: last.tokens.lowerBound..<next.tokens.upperBound, head: last.head,
                    mention: DateMention(
                        story.excerpt(Span(last.mention.excerpt.span.start, next.mention.excerpt.span.end)), DateRange(from, to)))
            } else {
                out.append(next)
            }
        }
        return out
    }

    /// "its eighth day", "eight days of fighting", "the 8-month-old truce": how long something has gone on by the day of publication.
    private static func length(_ resolved: ResolvedDate, _ story: Story) -> DateRange? {
        guard let published = story.document.published else { return nil }
        let rule = resolved.expression.rule
        if rule.hasPrefix("nth-day") { return resolved.lasted(until: published) }
        guard rule == "age" || resolved.type == .duration && wordAfter(resolved.expression.span, story) == "of", !resolved.isApproximate,
            resolved.modifier == nil
        else { return nil }
        return resolved.lasted(until: published)
    }

    /// "within hours", "minutes before, …": a time of the day last named.
    private static func isSameDay(_ resolved: ResolvedDate, _ story: Story) -> Bool {
        guard resolved.type == .duration, resolved.value?.hasPrefix("PT") ?? false else { return false }
        let span = resolved.expression.span
        if wordBefore(span, story) == "within" || resolved.expression.rule == "within-the-hour" { return true }
        return false
    }

    /// "hours after …", "once", "recent": no day to be had from them.
    private static func saysNothing(_ expression: DateExpression, _ resolved: ResolvedDate, _ story: Story) -> Bool {
        if resolved.type == .duration, resolved.range?.from == nil, expression.signal == nil,
            !["for", "over", "in"].contains(wordBefore(expression.span, story))
        {
            return true
        }
        // "for hours", "a nighttime curfew", "a second night": no day is said.
        if resolved.type == .duration, resolved.value?.hasPrefix("PT") ?? false, resolved.range?.from == nil { return true }
        if expression.rule == "daypart", ["night", "nighttime", "night-time", "daytime"].contains(story.document.text[expression.span].lowercased()),
            wordBefore(expression.span, story) != "the"
        {
            return true
        }
        // "soon after being captured"
        if story.document.text[expression.span].lowercased() == "soon", ["after", "before"].contains(wordAfter(expression.span, story)) {
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

    private static func wordBefore(_ span: Span, _ story: Story, skipping: Int = 0) -> String {
        let text = story.document.text
        var end = span.start
        while end > 0, text.scalars[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, text.scalars[start - 1].properties.isAlphabetic { start -= 1 }
        return skipping == 0 ? text[Span(start, end)].lowercased() : wordBefore(Span(start, end), story, skipping: skipping - 1)
    }

    private static func wordAfter(_ span: Span, _ story: Story) -> String {
        let text = story.document.text
        var start = span.end
        while start < text.count, text.scalars[start] == " " { start += 1 }
        var end = start
        while end < text.count, text.scalars[end].properties.isAlphabetic { end += 1 }
        return text[Span(start, end)].lowercased()
    }

    func dates(in sentence: Int) -> [DatedExpression] { bySentence[sentence] ?? [] }

    /// "will disarm by the end of the year": what is still to come begins no earlier than the day of publication.
    static func narrowed(_ mention: DateMention, _ status: Claim.Status, _ published: Day?) -> DateMention {
        guard status == .planned || status == .possible, mention.range.from == nil, let to = mention.range.to, let published, published <= to else {
            return mention
        }
        return DateMention(mention.excerpt, DateRange(published, to))
    }

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
