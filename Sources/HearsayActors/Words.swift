import HearsayCore

/// The closed words of noun phrases: what is skipped, what joins, what turns a meaning round.
enum Words {
    static let determiners: Set<String> = [
        "the", "a", "an", "this", "that", "these", "those", "some", "any", "all", "both", "each", "every", "no", "many",
        "several", "few", "most", "more", "much", "other", "others", "another", "such", "certain", "various", "numerous",
        "his", "her", "its", "their", "our", "my", "your", "own", "same", "whose",
    ]
    /// Words before a number, and judgements that do not change who is meant.
    static let hedges: Set<String> = [
        "at", "least", "than", "about", "around", "nearly", "almost", "over", "up", "to", "roughly", "approximately", "some",
        "only", "just", "fewer", "less", "as", "between", "suspected", "alleged", "so-called", "so", "called", "reported",
        "purported", "presumed", "self-proclaimed", "self-declared", "self-styled", "innocent", "unnamed", "unidentified",
        "unknown", "unspecified", "further", "additional", "different", "total", "entire", "whole", "first", "second", "third",
        "apparently", "including", "mostly", "mainly", "even", "also",
    ]
    static let numbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty",
        "seventy", "eighty", "ninety", "hundred", "thousand", "million", "dozen", "half",
    ]
    static let prepositions: Set<String> = [
        "of", "in", "for", "from", "at", "to", "on", "with", "by", "near", "inside", "within", "across", "around", "under",
        "against", "outside", "among", "over", "after", "before", "during", "behind", "between", "about", "into", "along",
        "including", "who", "which", "that", "loyal", "accused", "wearing", "carrying", "armed", "travelling", "fleeing",
        "affiliated", "linked", "belonging", "backed", "fighting", "allied", "close", "stationed", "based", "trapped", "living",
    ]
    /// After these, the words that follow say whose or from where somebody is.
    static let belonging: Set<String> = [
        "of", "in", "for", "from", "at", "inside", "within", "across", "near", "around", "on", "loyal", "affiliated", "linked",
        "belonging", "fighting", "allied", "outside", "based", "stationed", "living", "with", "to", "along", "by", "led", "commanded", "headed",
        "run", "controlled",
    ]
    static let possessives: Set<String> = ["'s", "’s", "'", "’", "'S", "’S", "`s"]
    /// "Armenian-backed forces": the words before stand behind them and are not they.
    static let backed: Set<String> = [
        "backed", "supported", "aligned", "allied", "funded", "financed", "trained", "armed", "sponsored", "linked", "friendly",
        "affiliated", "leaning", "equipped", "supplied", "inspired", "installed", "appointed", "recognized", "recognised",
        "mediated", "brokered", "dominated", "owned", "made", "built", "flagged", "drafted", "proposed", "imposed",
    ]
    static let led: Set<String> = ["led"]
    /// "rebel-held", "Hamas-run": the words before do the act.
    static let run: Set<String> = ["run", "held", "controlled", "occupied", "administered", "ruled", "born", "based", "speaking"]
    static let former: Set<String> = ["former", "ex", "ex-", "onetime", "one-time", "late", "then", "outgoing", "ousted", "deposed"]
    /// Role nouns written as acronyms: "Ngo" and "Pm" are names.
    static let acronyms: Set<String> = ["ngo", "pm", "mp", "ceo", "mep", "gi", "pow", "idp", "tv", "mla", "dig"]
    /// "supported by Russia", "led by a general": what follows is told of the head, and is not it.
    static let participles: Set<String> = [
        "supported", "led", "run", "held", "controlled", "sponsored", "funded", "financed", "trained", "operated", "killed",
        "wounded", "injured", "arrested", "detained", "displaced", "captured", "suspected", "wanted", "known", "commanded",
        "headed", "owned", "accused", "charged", "convicted", "armed", "appointed", "employed", "dressed", "disguised",
    ]
    static let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
    static let particles: Set<String> = [
        "al", "el", "bin", "ben", "ibn", "abu", "van", "von", "der", "den", "de", "da", "dos", "du", "la", "le", "ul", "ud",
        "bint", "ter", "di", "del", "y", "e", "and",
    ]
    static let pronouns: Set<String> = [
        "he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me", "who", "whom", "his", "her", "its", "their",
        "our", "themselves", "himself", "herself", "itself", "ourselves", "those", "these", "that", "this", "which", "everyone",
        "everybody", "someone", "somebody", "anyone", "anybody", "nobody", "none",
    ]

    static func isNumber(_ word: String) -> Bool {
        guard let first = word.utf8.first else { return false }
        if (48...57).contains(first) { return word.utf8.allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 || $0 == 45 } }
        let low = word.lowercased()
        return numbers.contains(low)
            || low.split(separator: "-").allSatisfy { numbers.contains(String($0)) } && !low.isEmpty && low != "-"
    }

    /// The kind of a word that nobody has tagged.
    static func guess(_ word: String) -> UPOS {
        let low = word.lowercased()
        if prepositions.contains(low) { return .ADP }
        if determiners.contains(low) { return .DET }
        if isNumber(word) { return .NUM }
        if pronouns.contains(low) { return .PRON }
        if word.first?.isUppercase ?? false { return .PROPN }
        if word.first.map({ $0.isLetter || $0.isNumber }) ?? false { return .NOUN }
        return .PUNCT
    }
}
