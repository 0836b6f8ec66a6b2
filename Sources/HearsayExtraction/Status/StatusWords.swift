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
    /// Governors that make nothing of a plain noun: "called the raid a crime".
    let clauseOnly: Set<String>
    /// What is known is so: "did not know that".
    let factive: Set<String>
    /// "was able to": told as done, what they govern was done.
    let enabling: Set<String>
    /// "rejected reports of".
    let denials: Set<String>
    /// Nouns of telling: "reports", "claims".
    let tellings: Set<String>
    /// Nouns of speech acts, which were spoken though they are rejected: "the offer".
    let speech: Set<String>
    /// "lack of", "absence of".
    let missing: Set<String>
    let perception: Set<String>
    let ending: Set<String>
    let endNouns: Set<String>
    let possibleAdverbs: Set<String>
    let negatedAdverbs: Set<String>
    let plannedAdverbs: Set<String>
    /// "seems to", "tends to": as they themselves are told.
    let raising: Set<String>
    /// Verbs that settle what follows them, whether so or otherwise: "managed to", "forced them to".
    let settling: Set<String>
    /// Verbs whose object was there before: "dispersed a rally".
    let presupposing: Set<String>
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

    init(_ lexicon: Lexicon, saying: Set<String>, belief: Set<String>, tellings: Set<String>, happen: Set<String>, lasting: Set<String>) {
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
        clauseOnly = words("governors.clause-only")
        factive = words("factive")
        enabling = words("enabling")
        denials = words("denials")
        speech = words("nouns.speech")
        missing = words("nouns.missing")
        perception = words("perception")
        ending = words("enders.verb")
        endNouns = words("enders.noun")
        possibleAdverbs = words("adverbs.possible")
        plannedAdverbs = words("adverbs.planned")
        raising = words("raising")
        settling = words("governors.happened", "raising", "enabling", "enders.verb", "perception")
        presupposing = words("presupposing")
        negatedAdverbs = words("adverbs.negated")
        self.tellings = tellings
        self.happen = happen
        self.lasting = lasting
        plainSaying = saying
        believing = belief
    }
}
