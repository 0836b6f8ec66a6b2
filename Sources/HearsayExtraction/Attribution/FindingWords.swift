internal import HearsayCodebook
internal import HearsayCore

/// Words of one kind of finding, as a line of attribution.yaml has them.
struct FindingWords: Sendable {
    let kind: Finding.Kind
    /// Must it be negated ("could not verify")? Where nothing is said, it must not.
    let isNegated: Bool
    let verbs: Phrases
    let nouns: Phrases
    let adjectives: Phrases
    /// Nouns that such a finding speaks of; any where none is named.
    let of: Set<String>

    init?(_ record: Lexicon.Record) {
        guard let kind = record.value("finding").flatMap(Finding.Kind.init(rawValue:)) else { return nil }
        self.kind = kind
        isNegated = record.value("negated") == "true"
        verbs = Phrases(record.list("verb"))
        nouns = Phrases(record.list("noun"))
        adjectives = Phrases(record.list("adjective"))
        of = Set(record.list("of"))
    }

    /// Words and phrases; a phrase is found where its words hang together.
    struct Phrases: Sendable {
        private let words: Set<String>
        private let phrases: [[String]]

        init(_ entries: [String]) {
            words = Set(entries.filter { !$0.contains(" ") })
            phrases = entries.filter { $0.contains(" ") }.map { $0.split(separator: " ").map(String.init) }.sorted {
                ($1.count, $0[0]) < ($0.count, $1[0])
            }
        }

        /// The tokens of an entry that has its first or last word at an index; the longest entry wins.
        func tokens(at index: Int, _ graph: ClauseGraph) -> [Int]? {
            for phrase in phrases {
                if let found = Self.tokens(of: phrase, at: index, graph) ?? Self.modified(phrase, at: index, graph) { return found }
            }
            return words.contains { Self.matches($0, index, graph) } ? [index] : nil
        }

        /// Is there such an entry, word for word?
        func holds(_ phrase: [String]) -> Bool { phrases.contains(phrase) }

        private static func matches(_ word: String, _ index: Int, _ graph: ClauseGraph) -> Bool {
            graph.tokens[index].lemma.lowercased() == word || graph.tokens[index].form.lowercased() == word
        }

        /// "await confirmation", "cast doubt on": the first word, and the others below it.
        private static func tokens(of phrase: [String], at index: Int, _ graph: ClauseGraph) -> [Int]? {
            guard matches(phrase[0], index, graph) else { return nil }
            var out = [index]
            let below = graph.parse.subtree(index).filter { $0 > index && $0 < index + 9 }
            for word in phrase.dropFirst() {
                guard let next = below.first(where: { $0 > out[out.count - 1] && matches(word, $0, graph) }) else { return nil }
                out.append(next)
            }
            return out
        }

        /// "conflicting reports": the last word, and the others before it.
        private static func modified(_ phrase: [String], at index: Int, _ graph: ClauseGraph) -> [Int]? {
            guard matches(phrase[phrase.count - 1], index, graph) else { return nil }
            var out = [index]
            for word in phrase.dropLast() {
                guard let modifier = graph.children(index, "amod", "compound").first(where: { matches(word, $0, graph) }) else { return nil }
                out.append(modifier)
            }
            return out.sorted()
        }
    }
}
