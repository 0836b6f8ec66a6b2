internal import HearsayCore

/// An attribution while it is put together: tokens of one sentence, then spans of the document.
struct Ascription: Sendable {
    enum Kind: String, Sendable {
        /// "said that …", "…, he said" where the parser hangs what is said on the verb.
        case clause
        /// "…, he said" where the verb hangs on what is said.
        case aside
        /// "…, as he said".
        case asSaid = "as"
        case quotation
        /// A quotation that no grammar ties to the verb beside it.
        case nearby
        /// "He said:" before a quotation.
        case opening
        case according
        /// "Minister: …" in a headline or a transcript.
        case colon
        /// "- Minister" below a quotation.
        case signature
        case infinitive, object, phrase, predicate, takenAs, passive, appearance, noun, carrier, adjective, adverb
    }

    let sentence: Int
    let head: Int
    let kind: Kind
    var cue: [Int]
    /// Heads of the phrases that speak.
    let holders: [Int]
    var source: [Int]
    var content: [Int]
    var sourceSpans: [Span] = []
    var contentSpans: [Span] = []
    var rank = Rank(isQuoted: false, sentence: 0, depth: 0, head: 0)

    /// What stands outside comes first.
    struct Rank: Comparable, Sendable {
        let isQuoted: Bool
        let sentence: Int
        let depth: Int
        let head: Int
        static func < (a: Rank, b: Rank) -> Bool {
            (a.isQuoted ? 1 : 0, a.sentence, a.depth, a.head) < (b.isQuoted ? 1 : 0, b.sentence, b.depth, b.head)
        }
    }

    /// Somebody's words, not only their mind.
    var takesQuotations: Bool { [.clause, .aside, .quotation, .asSaid, .according, .nearby, .opening].contains(kind) }
}
