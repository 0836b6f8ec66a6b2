public import HearsayCore

extension CoNLLU {
    /// The lines of a sentence of a CoNLL-U file, to be written again around another tree.
    ///
    /// Comments, words, ranges, empty nodes ("8.1") and the columns that the model does not fill stay as they were.
    public struct Frame: Sendable, Hashable {
        var comments: [String] = []
        var rows: [[String]] = []

        /// The comments name the document that begins here.
        public var opensDocument: Bool { comments.contains { $0.hasPrefix("# newdoc") } }
    }

    /// A tree in the place of the one that the frame held.
    ///
    /// - Parameters:
    ///   - number: stands in the sentence's id where the frame gives none.
    ///   - model: named at the beginning of each document.
    public static func write(
        _ parse: Parse, number: Int, in frame: Frame, model: String?, document: Document, to out: inout String
    ) {
        comments(frame, parse.span, number, model, document, to: &out)
        let labels = labels(of: parse)
        for var row in frame.rows {
            if let id = Int(row[0]) {
                let token = parse.tokens[id - 1]
                row.replaceSubrange(2...3, with: [token.lemma, token.upos.rawValue])
                row.replaceSubrange(5...7, with: [token.features, String(token.head + 1), token.relation])
                row[9] = misc(row[9], label: labels[id - 1])
            }
            CoNLLU.row(row, to: &out)
        }
        out += "\n"
    }

    /// The frame's words alone.
    public static func write(_ sentence: Sentence, number: Int, in frame: Frame, document: Document, to out: inout String) {
        comments(frame, sentence.span, number, nil, document, to: &out)
        for var row in frame.rows {
            if Int(row[0]) != nil {
                row.replaceSubrange(2...8, with: Array(repeating: "_", count: 7))
                row[9] = misc(row[9], label: "")
            }
            CoNLLU.row(row, to: &out)
        }
        out += "\n"
    }

    /// Comments behind the last sentence.
    public static func write(_ frame: Frame, to out: inout String) {
        for comment in frame.comments { out += comment + "\n" }
    }

    private static func comments(
        _ frame: Frame, _ span: Span, _ number: Int, _ model: String?, _ document: Document, to out: inout String
    ) {
        if number == 1, !frame.opensDocument { writeDocument(document, model: model, to: &out) }
        for comment in frame.comments where !comment.hasPrefix(modelKey) {
            out += comment + "\n"
            if comment.hasPrefix("# newdoc"), let model { out += modelComment(model) }
        }
        if !frame.comments.contains(where: { $0.hasPrefix("# sent_id") }) { out += sentenceID(number, document) }
        if !frame.comments.contains(where: { $0.hasPrefix("# text =") }) { out += textComment(span, document) }
    }

    /// What else stood in the last column stays; names that others found do not stand beside ours.
    private static func misc(_ old: String, label: String) -> String {
        let kept = old == "_" ? [] : old.split(separator: "|").filter { !$0.hasPrefix("NER=") }.map(String.init)
        return ((label.isEmpty ? [] : ["NER=\(label)"]) + kept).joined(separator: "|")
    }
}
