public import HearsayCore

/// A tree for people: one word a line under the word that it depends on, in the order of the sentence.
///
/// ```
/// ● shelled  VERB  root
/// ├─ Rebels  NOUN  nsubj
/// ╰─ Saraqib  PROPN  obj  [LOC]
/// ```
public enum TreePrinter {
    /// Deeper branches are printed flat: a degenerate tree must not fill the memory with its own indent.
    private static let deepest = 60

    /// Appends a sentence's text and its tree, a blank line at the end.
    public static func write(_ parse: Parse, document: Document, to out: inout String) {
        guard !parse.tokens.isEmpty else { return }
        out += oneLine(document.text[parse.span]) + "\n"
        var names: [Int: String] = [:]
        for entity in parse.entities {
            for index in entity.tokens { names[index] = entity.kind.rawValue }
        }
        // A stack and not recursion: the depth of a tree is the text's, not ours.
        struct Frame {
            var token: Int
            var indent: String
            var isLast: Bool
            var depth: Int
        }
        var seen = [Bool](repeating: false, count: parse.tokens.count)
        let roots = parse.tokens.indices.filter { !(0..<parse.tokens.count).contains(parse.tokens[$0].head) }
        var stack = roots.reversed().map { Frame(token: $0, indent: "", isLast: true, depth: 0) }
        while let frame = stack.popLast() {
            guard !seen[frame.token] else { continue }
            seen[frame.token] = true
            let token = parse.tokens[frame.token]
            let branch = frame.depth == 0 ? "● " : frame.isLast ? "╰─ " : "├─ "
            out += frame.indent + branch + token.form + "  " + token.upos.rawValue + "  " + token.relation
            if let name = names[frame.token] { out += "  [\(name)]" }
            out += "\n"
            let isDeep = frame.depth >= deepest
            let indent = frame.depth == 0 ? "" : isDeep ? frame.indent : frame.indent + (frame.isLast ? "   " : "│  ")
            let children = parse.children[frame.token]
            for (position, child) in children.enumerated().reversed() {
                stack.append(
                    Frame(token: child, indent: indent, isLast: position == children.count - 1, depth: frame.depth + 1))
            }
        }
        out += "\n"
    }

    /// A sentence of which only the words are known: between bars.
    public static func write(_ sentence: Sentence, document: Document, to out: inout String) {
        out += oneLine(document.text[sentence.span]) + "\n  "
        out += sentence.words.map { oneLine($0.form) }.joined(separator: " | ") + "\n\n"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
