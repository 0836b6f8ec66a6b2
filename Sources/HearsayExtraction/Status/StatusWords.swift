internal import HearsayCodebook

/// The codebook's words that make an act planned, possible, negated or ongoing.
struct StatusWords: Sendable {
    let plannedAuxiliaries: Set<String>
    let possibleAuxiliaries: Set<String>
    let planning: Set<String>
    let doubting: Set<String>
    let negating: Set<String>
    let continuing: Set<String>
    let attempting: Set<String>
    let plannedNouns: Set<String>
    let possibleNouns: Set<String>
    let plannedAdjectives: Set<String>
    let possibleAdjectives: Set<String>
    let negatedAdjectives: Set<String>
    let ongoingAdjectives: Set<String>
    let conditional: Set<String>
    /// "on the brink of", "in case of".
    let possiblePrepositions: Set<String>
    /// "without", "instead of".
    let negatedPrepositions: Set<String>
    /// Verbs that say that an act takes place: "fighting broke out".
    let happen: Set<String>
    /// Nouns of affairs that last: "war", "talks", "siege".
    let lasting: Set<String>
    /// Saying verbs, whose content keeps its own status.
    let plainSaying: Set<String>
    /// Verbs of holding something for true without saying it: "are believed to have fled".
    let believing: Set<String>

    init(_ lexicon: Lexicon, saying: Set<String>, belief: Set<String>, happen: Set<String>, lasting: Set<String>) {
        func words(_ names: String...) -> Set<String> { names.reduce(into: []) { $0.formUnion(lexicon.words($1)) } }
        plannedAuxiliaries = words("auxiliaries.planned")
        possibleAuxiliaries = words("auxiliaries.possible", "obligation")
        planning = words("governors.planned", "governing-adjectives.planned")
        doubting = words("governors.possible", "governing-adjectives.possible").union(belief)
        negating = words("governors.negated", "governing-adjectives.negated", "nouns.negated")
        continuing = words("governors.ongoing")
        attempting = words("attempts.verb", "attempts.noun")
        plannedNouns = words("nouns.planned")
        possibleNouns = words("nouns.possible")
        plannedAdjectives = words("adjectives.planned")
        possibleAdjectives = words("adjectives.possible")
        negatedAdjectives = words("adjectives.negated")
        ongoingAdjectives = words("adjectives.ongoing")
        conditional = words("subordinators.possible")
        possiblePrepositions = words("prepositions.possible")
        negatedPrepositions = words("prepositions.negated")
        self.happen = happen
        self.lasting = lasting
        plainSaying = saying
        believing = belief
    }
}
