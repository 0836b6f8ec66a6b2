internal import HearsayCodebook
internal import HearsayCore

/// Dictionary forms that the codebook's own words settle.
///
/// A model guesses the lemma of a word that it never met ("raped" → "rap", "invaded" → "invad"). The codebook names
/// thousands of such words, so a regular inflection of one of them takes that word as its lemma.
struct Lemmas: Sendable {
    /// Inflected form → lemma.
    private let verbs: [String: String]
    private let nouns: [String: String]

    private static let irregular = [
        "fled": "flee", "burnt": "burn", "slew": "slay", "hung": "hang", "slit": "slit", "strewn": "strew", "sunk": "sink", "sank": "sink",
        "swore": "swear", "forbade": "forbid", "forbidden": "forbid", "withdrew": "withdraw", "withdrawn": "withdraw", "overran": "overrun",
        "withheld": "withhold", "beset": "beset", "strode": "stride", "wove": "weave", "besought": "beseech",
    ]

    init(_ codebook: Codebook) {
        let patterns = codebook.types.flatMap(\.patterns)
        let verbHeads = patterns.filter { $0.kind == .verb }.flatMap { $0.entries.map(\.head) }
        let nounHeads = patterns.flatMap { pattern in
            pattern.entries.flatMap { entry in
                (pattern.kind == .noun ? [entry.head] : []) + [entry.ofNoun].compactMap { $0 }
            }
        }
        verbs = Self.table(Set(verbHeads), Self.verbForms).merging(Self.irregular.filter { verbHeads.contains($0.value) }) { regular, _ in regular }
        nouns = Self.table(Set(nounHeads).union(codebook.lists.values.reduce(into: Set()) { $0.formUnion($1) }), Self.plurals)
    }

    /// The same for any list of verbs.
    init(verbs words: Set<String>) {
        verbs = Self.table(words, Self.verbForms).merging(Self.irregular.filter { words.contains($0.value) }) { regular, _ in regular }
        nouns = [:]
    }

    /// The parse with lemmas set where the codebook knows better.
    func mended(_ parse: Parse) -> Parse {
        var parse = parse
        for index in parse.tokens.indices {
            let form = parse.tokens[index].form.lowercased()
            let lemma: String? =
                switch parse.tokens[index].upos {
                case .VERB: verbs[form]
                case .NOUN: nouns[form]
                default: nil
                }
            if let lemma { parse.tokens[index].lemma = lemma }
        }
        for index in parse.tokens.indices.dropFirst(2) where parse.tokens[index - 1].form == "-" {
            // "cease-fire" is three tokens to a treebank and one word to the codebook; "ceasefire" where it knows that too.
            let table = parse.tokens[index].upos == .VERB ? verbs : nouns
            let first = parse.tokens[index - 2].form.lowercased()
            for word in [parse.tokens[index].form.lowercased(), parse.tokens[index].lemma.lowercased()] {
                guard let lemma = table[first + word] ?? table[first + "-" + word] else { continue }
                parse.tokens[index].lemma = lemma
                break
            }
        }
        return parse
    }

    /// What a verb and its noun share: "shell" and "shelling", "abduct" and "abduction", "kidnap" and "kidnapping".
    static func family(_ lemma: String) -> String {
        var stem = Substring(lemma)
        for ending in ["ing", "ment", "ion"] where stem.count > ending.count + 3 && stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.count)
            let last = stem.suffix(2)
            if ending == "ing", last.count == 2, last.first == last.last, !["l", "s"].contains(last.last) { stem = stem.dropLast() }
            break
        }
        return String(stem.hasSuffix("e") ? stem.dropLast() : stem)
    }

    /// Forms that only one word has: "lies" of two words settles nothing.
    private static func table(_ words: Set<String>, _ forms: (String) -> [String]) -> [String: String] {
        // A word as it stands in the dictionary is its own lemma; but "lay" may be the past of "lie", "talks" a plural.
        let plain = words.filter { $0.count > 2 && !$0.contains(" ") && $0 != "lay" && (!$0.hasSuffix("s") || $0.hasSuffix("ss")) }
        var out = Dictionary(uniqueKeysWithValues: plain.map { ($0, $0) })
        var shared: Set<String> = []
        for word in words where word.count > 2 && !word.contains(" ") {
            for form in forms(word) where !words.contains(form) {
                if out.updateValue(word, forKey: form) != nil { shared.insert(form) }
            }
        }
        return out.filter { !shared.contains($0.key) }
    }

    private static func plurals(_ noun: String) -> [String] {
        if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") || noun.hasSuffix("sh") { return [noun + "es"] }
        if noun.hasSuffix("y"), !isVowel(noun.dropLast().last) { return [noun.dropLast() + "ies"] }
        return [noun + "s"]
    }

    private static func verbForms(_ verb: String) -> [String] {
        let present = plurals(verb)
        if verb.hasSuffix("e") { return present + [verb + "d", verb.dropLast() + "ing"] }
        if verb.hasSuffix("y"), !isVowel(verb.dropLast().last) { return present + [verb.dropLast() + "ied", verb + "ing"] }
        var stems = [verb]
        if doubles(verb), let last = verb.last {
            // "stab" gives "stabbed" alone; "level" both "leveled" and "levelled".
            let doubled = verb + String(last)
            stems = syllables(verb) == 1 ? [doubled] : [verb, doubled]
        }
        return present + stems.flatMap { [$0 + "ed", $0 + "ing"] }
    }

    /// Ends in one vowel and one consonant.
    private static func doubles(_ verb: String) -> Bool {
        let ending = Array(verb.suffix(3))
        return ending.count == 3 && !isVowel(ending[0]) && isVowel(ending[1]) && !isVowel(ending[2]) && !"wxy".contains(ending[2])
    }

    private static func syllables(_ word: String) -> Int {
        var count = 0
        var wasVowel = false
        for letter in word {
            if isVowel(letter), !wasVowel { count += 1 }
            wasVowel = isVowel(letter)
        }
        return count
    }

    private static func isVowel(_ letter: Character?) -> Bool { letter.map { "aeiou".contains($0) } ?? false }
}
