public import HearsayCore

/// Names as two columns, word and IOB2 label, a blank line between sentences.
public enum BIO {
    /// Appends a sentence: "Las\tB-LOC", "Anod\tI-LOC", ".\tO".
    public static func write(_ parse: Parse, to out: inout String) {
        for (token, label) in zip(parse.tokens, CoNLLU.labels(of: parse)) {
            out += "\(token.form)\t\(label.isEmpty ? "O" : label)\n"
        }
        out += "\n"
    }
}
