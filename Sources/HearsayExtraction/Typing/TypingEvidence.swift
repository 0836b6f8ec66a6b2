/// What the typing of a sentence rests on, for those who weigh it anew: `hearsay type --evidence`.
public struct TypingEvidence: Hashable, Sendable {
    /// A claim of the sentence, and how well it fits the two parties.
    public struct Candidate: Hashable, Sendable {
        public var type: String
        /// The root that `roots.yaml` files it under.
        public var root: String
        public var mode: String?
        public var status: String
        public var pattern: String
        public var lemma: String
        public var points: Double
        public var steps: [String]
        /// Auxiliaries, adverbs and governing words that stand with it, in order of the alphabet.
        public var told: [String]
        /// Types of the acts right below it, in order of the alphabet.
        public var inner: [String]
    }

    /// A word on the way from one party to the other.
    public struct Step: Hashable, Sendable {
        public enum Direction: String, Sendable { case up, top, down }
        public var lemma: String
        public var tag: String
        /// Its relation to the word that it hangs on.
        public var relation: String
        public var direction: Direction
    }

    /// A pattern that knows a word of the way, whether its conditions hold or not.
    public struct Known: Hashable, Sendable {
        public var pattern: String
        public var type: String
        public var failures: Int
    }

    /// A word of the text, by sentence and place in it.
    public struct Site: Hashable, Sendable {
        public var sentence: Int
        public var token: Int
    }

    /// Words that belong together.
    public struct Part: Hashable, Sendable {
        public var name: String
        public var sites: [Site]
    }

    /// Best first; those that fit alike in order of the text.
    public var candidates: [Candidate] = []
    public var path: [Step] = []
    public var known: [Known] = []
    /// The sentence's lemmas; a party's words are one word, "SOURCE" or "TARGET".
    public var lemmas: [String] = []
    /// "act", "path", "source", "target", "others".
    public var parts: [Part] = []
}
