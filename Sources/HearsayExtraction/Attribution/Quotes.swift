internal import HearsayCore

/// The stretches of a document that stand in quotation marks.
struct Quotes: Sendable {
    let spans: [Span]

    init(_ document: Document) {
        var found: [Span] = []
        for block in document.blocks { found += Quotes.quoted(in: document.text, block.span) }
        spans = found
    }

    /// By halving: a long document has many quotes, and each of its words asks.
    func index(containing offset: Int) -> Int? {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].contains(offset) ? low : nil
    }

    /// How many words stand in a quotation.
    func words(_ index: Int, _ text: Text) -> Int { text[spans[index]].split(whereSeparator: \.isWhitespace).count }

    /// Pairs marks within one paragraph; a quote left open runs to the paragraph's end, as in speech over several paragraphs.
    private static func quoted(in text: Text, _ block: Span) -> [Span] {
        var out: [Span] = []
        var start: Int?
        var offset = block.start
        while offset < block.end {
            let scalar = text.scalars[offset]
            let next = offset + 1 < block.end ? text.scalars[offset + 1] : "\0"
            switch scalar {
            case "“", "«", "„":
                if start == nil { start = offset }
            case "”", "»":
                if let from = start {
                    out.append(Span(from, offset + 1))
                    start = nil
                }
            case "`" where next == "`":
                if start == nil { start = offset }
                offset += 1
            case "'" where next == "'":
                if let from = start {
                    out.append(Span(from, offset + 2))
                    start = nil
                } else {
                    // Some archives write '' on both sides.
                    start = offset
                }
                offset += 1
            case "\"":
                // Doubled marks are an artefact of tables; they open or close once.
                var end = offset + 1
                while end < block.end, text.scalars[end] == "\"" { end += 1 }
                if let from = start {
                    out.append(Span(from, end))
                    start = nil
                } else {
                    start = offset
                }
                offset = end - 1
            default: break
            }
            offset += 1
        }
        if let from = start, from + 1 < block.end { out.append(Span(from, block.end)) }
        return out
    }
}
