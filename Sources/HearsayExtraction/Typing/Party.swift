internal import HearsayCore

/// Somebody or something named by the words of a sentence, as a list of events gives them.
struct Party: Sendable {
    let sentence: Int
    let tokens: ClosedRange<Int>
    /// The word that the others hang on.
    let head: Int

    /// Where a text names somebody first; nil where it does not use these words.
    init?(_ words: String, in story: Story) {
        let wanted = Self.pieces(words)
        guard !wanted.isEmpty else { return nil }
        for (index, graph) in story.sentences.enumerated() {
            let forms = graph.tokens.map { Self.bare($0.form) }
            guard let range = Self.find(wanted, in: forms) else { continue }
            sentence = index
            tokens = range
            head = Self.head(of: range, graph)
            return
        }
        return nil
    }

    /// The word of a stretch that hangs on a word outside it; of several the one that most of the stretch hangs on.
    private static func head(of range: ClosedRange<Int>, _ graph: ClauseGraph) -> Int {
        let tops = range.filter { token in
            graph.tokens[token].upos != .PUNCT && graph.head(token).map { !range.contains($0) } ?? true
        }
        let nominal = tops.filter { ![.ADP, .DET, .CCONJ, .PART, .AUX].contains(graph.tokens[$0].upos) }
        let choice = nominal.isEmpty ? tops : nominal
        return choice.max { a, b in
            (graph.parse.subtree(a).count { range.contains($0) }, b) < (graph.parse.subtree(b).count { range.contains($0) }, a)
        } ?? range.lowerBound
    }

    private static func find(_ wanted: [String], in forms: [String]) -> ClosedRange<Int>? {
        let text = wanted.joined()
        for start in forms.indices where !forms[start].isEmpty && text.hasPrefix(forms[start]) {
            var joined = ""
            var end = start
            while end < forms.count, joined.count < text.count {
                joined += forms[end]
                end += 1
            }
            if joined == text { return start...(end - 1) }
            // "Japan" of "Japan's" written as one, "UN" of "UN-backed".
            if joined.hasPrefix(text), start < end { return start...(end - 1) }
        }
        return nil
    }

    private static func pieces(_ text: String) -> [String] { text.split(separator: " ").map { bare(String($0)) }.filter { !$0.isEmpty } }

    private static func bare(_ word: String) -> String {
        String(String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }
}
