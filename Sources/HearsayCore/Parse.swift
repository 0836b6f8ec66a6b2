/// A sentence cut into words, before anything is known about them.
public struct Sentence: Sendable {
    /// One syntactic word as Universal Dependencies has it: "don't" is two, "do" and "n't".
    public struct Word: Sendable, Hashable {
        public var form: String
        public var span: Span
        public init(_ form: String, _ span: Span) {
            self.form = form
            self.span = span
        }
    }

    public var span: Span
    /// Index into the document's blocks.
    public var block: Int
    public var words: [Word]
    /// Ranges of words that are written as one ("don't"): CoNLL-U's multiword tokens.
    public var multiwords: [Range<Int>]

    public init(span: Span, block: Int, words: [Word], multiwords: [Range<Int>] = []) {
        self.span = span
        self.block = block
        self.words = words
        self.multiwords = multiwords
    }
}

/// Universal part-of-speech tags.
public enum UPOS: String, Sendable, CaseIterable {
    case ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X
}

/// One syntactic word with its place in the tree.
public struct Token: Sendable {
    public var form: String
    public var span: Span
    public var lemma: String
    public var upos: UPOS
    /// As in CoNLL-U, "Number=Sing|Person=3"; empty where there are none.
    public var features: String
    /// Index of the head in the sentence, -1 for the root.
    public var head: Int
    /// Full relation, subtype included: "nsubj:pass".
    public var relation: String

    public init(
        form: String, span: Span, lemma: String, upos: UPOS, features: String = "", head: Int, relation: String
    ) {
        self.form = form
        self.span = span
        self.lemma = lemma
        self.upos = upos
        self.features = features
        self.head = head
        self.relation = relation
    }

    /// The relation without its subtype: "nsubj" for "nsubj:pass".
    public var universalRelation: Substring { relation.prefix { $0 != ":" } }
    public func has(_ feature: String) -> Bool { features.split(separator: "|").contains(Substring(feature)) }
}

/// A stretch of a sentence that names someone, somewhere, some day.
public struct Entity: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case PER, ORG, LOC, NORP, DATE, EVENT, MISC }
    public var kind: Kind
    public var tokens: Range<Int>
    public init(_ kind: Kind, _ tokens: Range<Int>) {
        self.kind = kind
        self.tokens = tokens
    }
}

/// A sentence with tags, lemmas, a tree and names.
public struct Parse: Sendable {
    public var span: Span
    public var block: Int
    public var tokens: [Token]
    public var multiwords: [Range<Int>]
    public var entities: [Entity]
    /// children[i]: indices of the tokens whose head is i, in order.
    public private(set) var children: [[Int]]
    public private(set) var root: Int
    /// All letters are capitals, as in wires of old and in headlines: capitals say nothing about a word there.
    public let isInCapitals: Bool

    public init(span: Span, block: Int, tokens: [Token], multiwords: [Range<Int>] = [], entities: [Entity] = []) {
        self.span = span
        self.block = block
        self.tokens = tokens
        self.multiwords = multiwords
        self.entities = entities
        children = Array(repeating: [], count: tokens.count)
        root = 0
        isInCapitals = tokens.count > 2 && !tokens.contains { $0.form.unicodeScalars.contains { $0.properties.isLowercase } }
        for (index, token) in tokens.enumerated() {
            if token.head >= 0, token.head < tokens.count { children[token.head].append(index) } else { root = index }
        }
    }

    /// Span of a range of tokens.
    public func span(_ range: Range<Int>) -> Span {
        precondition(!range.isEmpty, "an empty range of tokens has no span")
        return Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }

    /// All tokens under one, itself included, in order of the sentence.
    public func subtree(_ index: Int) -> [Int] {
        var out: [Int] = []
        var stack = [index]
        while let top = stack.popLast() {
            out.append(top)
            stack.append(contentsOf: children[top])
        }
        return out.sorted()
    }
}
