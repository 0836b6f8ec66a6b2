import HearsayCore

/// A page copied as text → the article alone: headline, standfirst, body, one paragraph a line.
enum PlainText {
    /// Paragraphs on a line each, hard wraps joined, furniture dropped, NULs and other controls gone.
    static func article(_ raw: String) -> Text {
        let text = Text(withoutControls(raw))
        let paragraphs = Block.paragraphs(of: text, title: nil).map { oneLine(text, $0.span) }
        let marks = Furniture.marks(paragraphs)
        let kept = zip(paragraphs, marks).filter { !$0.1 }.map { Furniture.trimmed($0.0) }
        return Text(kept.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    /// The paragraphs of a text whose headline stands elsewhere.
    static func lines(_ raw: String) -> [Page.Line] {
        let text = article(raw)
        return Block.paragraphs(of: text, title: nil).map { (text[$0.span], $0.role == .body ? .body : .subheading) }
    }

    /// The first line where it looks like a headline and a body follows.
    static func headline(_ text: Text, _ blocks: [Block]) -> String? {
        guard let first = blocks.first, blocks.count > 1, first.span.length >= 8, Block.isHeading(text, first.span) else {
            return nil
        }
        guard blocks.dropFirst().contains(where: { Block.endsLikeASentence(text.scalars, $0.span) }) else { return nil }
        return text[first.span]
    }

    /// White space of any width, line breaks too, as one space.
    private static func oneLine(_ text: Text, _ span: Span) -> String {
        var view = String.UnicodeScalarView()
        var isAfterSpace = false
        for scalar in text.scalars[span.start..<span.end] {
            let isSpace = scalar.properties.isWhitespace
            if !isSpace { view.append(scalar) } else if !isAfterSpace { view.append(" ") }
            isAfterSpace = isSpace
        }
        return String(view)
    }

    /// Line ends as "\n"; no NULs nor other controls.
    private static func withoutControls(_ raw: String) -> String {
        var view = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in raw.unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0xA: if previous != "\r" { view.append("\n") }
            case 0xD, 0xB, 0xC, 0x85, 0x2028, 0x2029: view.append("\n")
            case 0x9: view.append("\t")
            case 0..<0x20, 0x7F, 0xFEFF: break
            default: view.append(scalar)
            }
        }
        return String(view)
    }
}
