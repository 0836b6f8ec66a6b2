public import HearsayCore

/// Sentences and trees as the ten columns of CoNLL-U.
public enum CoNLLU {
    /// The file says something that CoNLL-U does not: where and what.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public var line: Int
        public var message: String
        public var description: String { "line \(line): \(message)" }
    }

    /// The comments in front of a document: its id and the model that read it, where one did.
    public static func writeDocument(_ document: Document, model: String?, to out: inout String) {
        out += "# newdoc id = \(oneLine(document.id))\n"
        if let model { out += modelComment(model) }
    }

    /// A tree with its text, one line a word, a blank line at the end. Names stand in the last column: `NER=B-LOC`.
    ///
    /// - Parameter opensParagraph: the sentence is the first of its block.
    public static func write(
        _ parse: Parse, number: Int, opensParagraph: Bool = false, document: Document, to out: inout String
    ) {
        header(parse.span, number, opensParagraph, document, to: &out)
        let labels = labels(of: parse)
        let spans = parse.tokens.map(\.span)
        for (index, token) in parse.tokens.enumerated() {
            range(at: index, parse.multiwords, spans, document, to: &out)
            let misc = misc(index, parse.multiwords, spans, document, label: labels[index])
            row(
                [
                    String(index + 1), token.form, token.lemma, token.upos.rawValue, "_",
                    token.features.isEmpty ? "_" : token.features, String(token.head + 1), token.relation, "_", misc,
                ], to: &out)
        }
        out += "\n"
    }

    /// A sentence of which only the words are known.
    public static func write(
        _ sentence: Sentence, number: Int, opensParagraph: Bool = false, document: Document, to out: inout String
    ) {
        header(sentence.span, number, opensParagraph, document, to: &out)
        let spans = sentence.words.map(\.span)
        for (index, word) in sentence.words.enumerated() {
            range(at: index, sentence.multiwords, spans, document, to: &out)
            let misc = misc(index, sentence.multiwords, spans, document, label: "")
            row([String(index + 1), word.form, "_", "_", "_", "_", "_", "_", "_", misc], to: &out)
        }
        out += "\n"
    }

    private static func header(
        _ span: Span, _ number: Int, _ opensParagraph: Bool, _ document: Document, to out: inout String
    ) {
        if opensParagraph { out += "# newpar\n" }
        out += sentenceID(number, document) + textComment(span, document)
    }

    static func sentenceID(_ number: Int, _ document: Document) -> String {
        // A digest of 64 digits in front of each sentence helps nobody.
        let id = document.id.hasPrefix("sha256:") ? String(document.id.dropFirst(7).prefix(12)) : document.id
        // CoNLL-U keeps white space and slashes out of the ids of sentences.
        var view = String.UnicodeScalarView()
        for scalar in oneLine(id).unicodeScalars { view.append(scalar.properties.isWhitespace || scalar == "/" ? "_" : scalar) }
        return "# sent_id = \(String(view))-\(number)\n"
    }

    static func textComment(_ span: Span, _ document: Document) -> String { "# text = \(oneLine(document.text[span]))\n" }

    static let modelKey = "# hearsay_model"
    static func modelComment(_ model: String) -> String { "\(modelKey) = \(model)\n" }

    /// One IOB2 label a word, empty outside names.
    static func labels(of parse: Parse) -> [String] {
        var labels = [String](repeating: "", count: parse.tokens.count)
        for entity in parse.entities {
            for index in entity.tokens {
                labels[index] = (index == entity.tokens.lowerBound ? "B-" : "I-") + entity.kind.rawValue
            }
        }
        return labels
    }

    private static func range(
        at index: Int, _ multiwords: [Range<Int>], _ spans: [Span], _ document: Document, to out: inout String
    ) {
        guard let range = multiwords.first(where: { $0.lowerBound == index }) else { return }
        let span = Span(spans[range.lowerBound].start, spans[range.upperBound - 1].end)
        let misc = isGlued(span.end, document) ? "SpaceAfter=No" : "_"
        row(
            ["\(range.lowerBound + 1)-\(range.upperBound)", document.text[span]] + Array(repeating: "_", count: 7) + [misc],
            to: &out)
    }

    private static func misc(
        _ index: Int, _ multiwords: [Range<Int>], _ spans: [Span], _ document: Document, label: String
    ) -> String {
        var parts: [String] = []
        if !label.isEmpty { parts.append("NER=\(label)") }
        // Inside a multiword token the range's line says whether a space follows.
        if !multiwords.contains(where: { $0.contains(index) }), isGlued(spans[index].end, document) {
            parts.append("SpaceAfter=No")
        }
        return parts.isEmpty ? "_" : parts.joined(separator: "|")
    }

    private static func isGlued(_ end: Int, _ document: Document) -> Bool {
        end < document.text.count && !document.text.scalars[end].properties.isWhitespace
    }

    static func row(_ columns: [String], to out: inout String) {
        for (index, column) in columns.enumerated() {
            if index > 0 { out += "\t" }
            out += column.isEmpty ? "_" : column
        }
        out += "\n"
    }

    /// A word may hold no tab; a text no line end.
    static func oneLine(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let breaks = scalar.value < 32 || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
            view.append(breaks ? " " : scalar)
        }
        return String(view)
    }
}
