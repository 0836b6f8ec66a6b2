internal import HearsayCore

/// Says which entity of the document a mention points to: pronouns, "the group", "its spokesman", surnames, acronyms, demonyms,
/// capitals, "the two sides".
///
/// One pass over the story in its order, with a window of what was mentioned last: a document twice as long takes twice as long.
struct Coreference: Sendable {
    typealias Site = SpeechLink.Site

    /// What an anaphor points to, and by which rule.
    struct Link: Sendable {
        let site: Site
        /// Heads of its antecedents, each the last phrase that names or describes the entity; none for a demonym of a country that the
        /// text does not name.
        let antecedents: [Site]
        /// Where each entity is named best.
        var fullest: [Site]
        let country: String?
        let rule: String
    }

    private let links: [Site: Link]

    /// Who speaks a quote, by the quote's number.
    init(story: Story, lexicon: WordClasses, saying: Set<String>, quotes: Quotes, speakers: (Int) -> [Site]) {
        var pass = CoreferencePass(story: story, lexicon: lexicon, saying: saying, quotes: quotes)
        for sentence in story.sentences.indices { pass.read(sentence, speakers: speakers) }
        links = pass.finished()
    }

    func link(of site: Site) -> Link? { links[site] }

    /// All links in the order of the text.
    var all: [Link] { links.values.sorted { ($0.site.sentence, $0.site.token) < ($1.site.sentence, $1.site.token) } }

    /// The phrases to read in place of a pronoun or a phrase that only points back; empty where the phrase speaks for itself.
    func substitutes(of site: Site) -> [Site] {
        guard let link = links[site], Self.substituting.contains(link.rule) else { return [] }
        return expanded(link.fullest.isEmpty ? link.antecedents : link.fullest, depth: 0).filter { $0 != site }
    }

    /// "the two sides" taken apart, "he" led on.
    private func expanded(_ sites: [Site], depth: Int) -> [Site] {
        guard depth < 4 else { return sites }
        var out: [Site] = []
        for site in sites {
            let inner = links[site].map { Self.substituting.contains($0.rule) ? ($0.fullest.isEmpty ? $0.antecedents : $0.fullest) : [] } ?? []
            for found in inner.isEmpty ? [site] : expanded(inner.filter { $0 != site }, depth: depth + 1) where !out.contains(found) {
                out.append(found)
            }
        }
        return out
    }

    /// Where whoever a surname alone points to is named in full.
    func fullName(of site: Site) -> Site? {
        guard let link = links[site], link.rule == CoreferencePass.Rule.surname, let full = link.fullest.first, full != site else { return nil }
        return full
    }

    /// The two of whom a phrase speaks together: "both armies".
    func pair(at site: Site) -> [Site] {
        guard let link = links[site], link.rule == CoreferencePass.Rule.pair else { return [] }
        return expanded(link.fullest, depth: 0)
    }

    /// The body for which "a spokesman" speaks, where the phrase does not say it.
    func body(behind site: Site) -> Site? {
        guard let link = links[site], link.rule == CoreferencePass.Rule.spokesman else { return nil }
        return expanded(link.fullest, depth: 0).first
    }

    private static let substituting: Set<String> = [
        CoreferencePass.Rule.pronoun, CoreferencePass.Rule.cataphora, CoreferencePass.Rule.reflexive, CoreferencePass.Rule.quote,
        CoreferencePass.Rule.label, CoreferencePass.Rule.kind, CoreferencePass.Rule.pair,
    ]
}
