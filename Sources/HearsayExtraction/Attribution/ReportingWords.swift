internal import HearsayCodebook

/// The reporting words of the codebook, ready to be asked.
struct ReportingWords: Sendable {
    let say: Set<String>
    let accordingTo: Set<String>
    let reportNouns: Set<String>
    let adverbs: Set<String>
    let passive: Set<String>
    let belief: Set<String>
    let find: Set<String>
    let documents: Set<String>

    let reportAdjectives: Set<String>
    /// Documents and people that stand before a colon.
    let announcers: Set<String>
    let attitudes: AttitudeWords
    let lemmas: Lemmas

    init(_ lexicon: Lexicon) {
        let records = lexicon.records["say"] ?? []
        say = Set(records.flatMap { $0.list("verb") }).union(lexicon.groups["say"] ?? [])
        accordingTo = lexicon.words("according-to")
        reportNouns = lexicon.words("report-nouns")
        adverbs = lexicon.words("report-adverbs")
        reportAdjectives = lexicon.words("report-adjectives")
        passive = lexicon.words("passive-report")
        belief = lexicon.words("belief")
        find = lexicon.words("find")
        documents = lexicon.words("documents")
        announcers = lexicon.words("documents").union(lexicon.words("spokespeople"))
        attitudes = AttitudeWords(lexicon)
        lemmas = Lemmas(verbs: say.union(find).union(belief).union(attitudes.clause))
    }
}
