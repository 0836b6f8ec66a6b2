internal import HearsayCodebook
internal import HearsayCore

/// The reporting words of the codebook, ready to be asked.
struct ReportingWords: Sendable {
    let say: Set<String>
    /// Of these, the ones that with a plain object are something else ("carry wounded", "run a school").
    let needsClause: Set<String>
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

    /// A verb of saying that with a plain object is something else.
    func isOtherAct(_ verb: Int, _ graph: ClauseGraph) -> Bool {
        needsClause.contains(graph.tokens[verb].lemma.lowercased()) && !graph.children(verb, "obj").isEmpty && graph.children(verb, "ccomp").isEmpty
    }

    init(_ lexicon: Lexicon) {
        let records = lexicon.records["say"] ?? []
        say = Set(records.flatMap { $0.list("verb") }).union(lexicon.groups["say"] ?? [])
        needsClause = Set(records.filter { $0.value("needs") == "clause" }.flatMap { $0.list("verb") })
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
