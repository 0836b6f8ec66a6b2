public import HearsayCore

/// Cuts a document into sentences and words as Universal Dependencies has them.
///
/// "Baku's forces didn't stop." gives one sentence: Baku | 's | forces | did | n't | stop | . with two multiword ranges.
/// Every scalar that is not white lies in exactly one word; a block's end always ends a sentence.
public struct Tokenizer: Sendable {
    /// No sentence is longer: a table or a text without stops must not become one giant tree.
    public static let longestSentence = 250

    /// A tokenizer needs no model and holds nothing: make one wherever it is needed.
    public init() {}

    /// The sentences of a document's blocks, in order, their words as spans of its text.
    public func sentences(of document: Document) -> [Sentence] {
        let letters = Letters(document.text.scalars)
        var sentences: [Sentence] = []
        for (index, block) in document.blocks.enumerated() {
            let end = min(block.span.end, letters.count)
            let start = min(max(0, block.span.start), end)
            var pieces = Pieces()
            WordSplitter(letters: letters).split(start..<end, into: &pieces)
            guard pieces.count > 0 else { continue }
            // A dateline stands alone: "KABUL, Afghanistan (AP) _" is no part of the sentence behind it.
            let story = document.dateline.flatMap { dateline in
                block.span.contains(dateline.span) ? pieces.spans.firstIndex { $0.start >= dateline.span.end } : nil
            }
            let splitter = SentenceSplitter(scalars: document.text.scalars, letters: letters, pieces: pieces)
            let ends = splitter.ends(longest: Tokenizer.longestSentence, after: story)
            var first = 0
            for last in ends {
                sentences.append(sentence(pieces, first..<last, block: index, in: document.text))
                first = last
            }
        }
        return sentences
    }

    private func sentence(_ pieces: Pieces, _ range: Range<Int>, block: Int, in text: Text) -> Sentence {
        var words: [Sentence.Word] = []
        var multiwords: [Range<Int>] = []
        words.reserveCapacity(range.count)
        var token = 0
        for index in range {
            if index == range.lowerBound || !pieces.continues[index] { token = words.count }
            words.append(Sentence.Word(text[pieces.spans[index]], pieces.spans[index]))
            let isLast = index + 1 == range.upperBound || !pieces.continues[index + 1]
            if isLast, words.count - token > 1 { multiwords.append(token..<words.count) }
        }
        let span = Span(pieces.spans[range.lowerBound].start, pieces.spans[range.upperBound - 1].end)
        return Sentence(span: span, block: block, words: words, multiwords: multiwords)
    }
}

/// The words of one block before they are gathered into sentences.
struct Pieces {
    var spans: [Span] = []
    /// Whether a word belongs to the same written token as the one before it: the "n't" of "didn't".
    var continues: [Bool] = []
    var count: Int { spans.count }

    mutating func append(_ start: Int, _ end: Int, continues isContinued: Bool = false) {
        spans.append(Span(start, end))
        continues.append(isContinued)
    }
}
