public import HearsayCore

/// Names as two columns, word and IOB2 label, a blank line between sentences.
public enum BIO {
    public static func write(_ parse: Parse, to out: inout String) {
        var labels = [String](repeating: "O", count: parse.tokens.count)
        for entity in parse.entities {
            for index in entity.tokens {
                labels[index] = (index == entity.tokens.lowerBound ? "B-" : "I-") + entity.kind.rawValue
            }
        }
        for (token, label) in zip(parse.tokens, labels) { out += "\(token.form)\t\(label)\n" }
        out += "\n"
    }
}
