/// One paragraph of a document and what it is for.
public struct Block: Hashable, Sendable {
    public enum Role: String, Sendable { case headline, standfirst, subheading, body }
    public var span: Span
    public var role: Role

    public init(_ span: Span, _ role: Role) {
        self.span = span
        self.role = role
    }

    /// The paragraphs of a text: one a line, or several lines each where the text is hard-wrapped as old wires are.
    ///
    /// A first line equal to the title is the headline; short lines without a final stop are headings.
    public static func paragraphs(of text: Text, title: String?) -> [Block] {
        let spans = Lines(text).paragraphs()
        var blocks = spans.map { Block($0, .body) }
        let wanted = title.map(words)
        for index in blocks.indices {
            let span = blocks[index].span
            if index == 0, let wanted, span.length < 1000, words(text[span]) == wanted {
                blocks[index].role = .headline
            } else if blocks.count > 2, isHeading(text, span) {
                blocks[index].role = index == 0 ? .headline : index == 1 && blocks[0].role == .headline ? .standfirst : .subheading
            }
        }
        return blocks
    }

    /// A short line that does not end as a sentence does and is no dateline.
    public static func isHeading(_ text: Text, _ span: Span) -> Bool {
        guard span.length < 200, !endsLikeASentence(text.scalars, span) else { return false }
        return Dateline(in: text, paragraph: span) == nil
    }

    /// Whether a paragraph's last sign, quotes and brackets aside, is one that ends or introduces speech.
    public static func endsLikeASentence(_ scalars: [Unicode.Scalar], _ span: Span) -> Bool {
        var end = span.end
        while end > span.start, "\"'”’)]»".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end > span.start && ".!?:;…,".unicodeScalars.contains(scalars[end - 1])
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// The lines of a text, trimmed, and the paragraphs that they make.
struct Lines {
    private struct Line {
        /// Without the white space around it; empty for a blank line.
        var span: Span
        var isIndented: Bool
        var isBlank: Bool { span.isEmpty }
    }

    private var lines: [Line] = []
    private let scalars: [Unicode.Scalar]

    init(_ text: Text) {
        scalars = text.scalars
        var start = 0
        for index in 0...scalars.count where index == scalars.count || Lines.breaksLine(scalars[index]) {
            var lower = start
            var upper = index
            while lower < upper, Lines.isWhite(scalars[lower]) { lower += 1 }
            while upper > lower, Lines.isWhite(scalars[upper - 1]) { upper -= 1 }
            lines.append(Line(span: Span(lower, upper), isIndented: lower - start >= 2))
            start = index + 1
        }
    }

    /// Where a paragraph of several lines is one: only in hard-wrapped text.
    func paragraphs() -> [Span] {
        guard isWrapped else { return lines.filter { !$0.isBlank }.map(\.span) }
        let width = wrapWidth
        let indented = lines.filter { $0.isIndented && !$0.isBlank }.count
        // Where most lines are indented, an indent says nothing.
        let indentOpens = indented * 2 < lines.count
        var spans: [Span] = []
        var previous: Line?
        for line in lines {
            defer { previous = line }
            guard !line.isBlank else { continue }
            let joins: Bool
            if let previous, !previous.isBlank, !(indentOpens && line.isIndented) {
                // A line cut well short of the margin ended its paragraph.
                let isShort = previous.span.length + firstWord(line.span) + 12 < width
                joins = !isShort
            } else {
                joins = false
            }
            if joins, let last = spans.last {
                spans[spans.count - 1] = Span(last.start, line.span.end)
            } else {
                spans.append(line.span)
            }
        }
        return spans
    }

    private var wrapWidth: Int { lines.reduce(0) { max($0, $1.span.length) } }

    /// Lines of one width that break off inside sentences.
    private var isWrapped: Bool {
        let width = wrapWidth
        guard (50...100).contains(width) else { return false }
        var followed = 0
        var full = 0
        var open = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
            followed += 1
            if line.span.length + firstWord(next.span) + 12 >= width { full += 1 }
            if !Block.endsLikeASentence(scalars, line.span) { open += 1 }
        }
        return followed >= 2 && full * 10 >= followed * 7 && open * 10 >= followed * 5
    }

    private func firstWord(_ span: Span) -> Int {
        var end = span.start
        while end < span.end, !Lines.isWhite(scalars[end]) { end += 1 }
        return end - span.start
    }

    static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA, 0xB, 0xC, 0xD, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar.value == 32 || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
    }
}
