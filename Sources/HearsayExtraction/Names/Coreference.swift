internal import HearsayCore

/// Ties pronouns and bare definite phrases ("the group", "the ministry") to what they stand for within the document.
struct Coreference: Sendable {
    typealias Site = SpeechLink.Site

    private let story: Story
    private let lexicon: WordClasses
    /// Everything that may be an antecedent, in order of the text.
    private let mentions: [Mention]

    private struct Mention: Sendable {
        let site: Site
        let isPerson: Bool
        let isBody: Bool
        let isPlural: Bool
        let isSubject: Bool
        let lemma: String
        let hasModifiers: Bool
        let isNamed: Bool
        /// Lemmas of the plain words before it, and how many say whose it is.
        let modifiers: Set<String>
        let owners: Int
    }

    init(story: Story, lexicon: WordClasses) {
        self.story = story
        self.lexicon = lexicon
        var found: [Mention] = []
        for (sentence, graph) in story.sentences.enumerated() {
            for index in graph.tokens.indices
            where Coreference.isMentionHead(graph, index) && graph.tokens[index].upos != .PRON && lexicon.isActor(graph, index) {
                let token = graph.tokens[index]
                let entity = lexicon.entity(graph, index)
                let isPlural =
                    token.has("Number=Plur") || entity == .NORP && token.form.hasSuffix("s")
                    || graph.children(index, "conj").contains { graph.isNominal($0) }
                let isPerson = entity == .PER || entity == nil && lexicon.actors.isPersonNoun(token.lemma.lowercased()) && !isPlural
                found.append(
                    Mention(
                        site: Site(sentence: sentence, token: index), isPerson: isPerson,
                        isBody: entity == .ORG || entity == .LOC || entity == nil && !isPerson, isPlural: isPlural,
                        isSubject: graph.relation[index] == "nsubj", lemma: token.lemma.lowercased(),
                        hasModifiers: graph.parse.children[index].contains { ["amod", "compound", "nmod", "flat"].contains(graph.relation[$0]) },
                        isNamed: entity != nil,
                        modifiers: Set(graph.children(index, "amod", "compound").map { graph.tokens[$0].lemma.lowercased() }),
                        owners: graph.parse.children[index].filter {
                            graph.tokens[$0].relation == "nmod:poss" || graph.tokens[$0].upos == .PROPN || lexicon.entity(graph, $0) == .NORP
                        }.count))
            }
        }
        mentions = found
    }

    private static func isMentionHead(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.isNominal(index) && !["compound", "flat", "fixed", "goeswith"].contains(graph.relation[index])
    }

    /// What a pronoun or a bare definite phrase stands for; nil where nothing fits.
    func antecedent(of site: Site) -> Site? {
        let graph = story.sentences[site.sentence]
        let token = graph.tokens[site.token]
        let form = token.form.lowercased()
        if token.upos == .PRON || token.upos == .DET {
            switch form {
            case "he", "she", "him", "her", "his", "hers", "himself", "herself":
                return nearest(before: site) { $0.isPerson && !$0.isPlural }
            case "they", "them", "their", "themselves", "theirs":
                return nearest(before: site) { $0.isPlural } ?? nearest(before: site) { $0.isBody }
            case "it", "its", "itself":
                return nearest(before: site) { !$0.isPerson && !$0.isPlural && $0.isBody }
            default: return nil
            }
        }
        guard token.upos == .NOUN else { return nil }
        let lemma = token.lemma.lowercased()
        if let kind = modifiersOfDefinite(graph, site.token), !kind.isEmpty {
            // "the foreign ministry" after "Armenia's foreign ministry".
            return nearest(before: site, within: 12) { $0.lemma == lemma && $0.site != site && $0.owners > 0 && kind.isSubset(of: $0.modifiers) }
        }
        guard isBare(graph, site.token) else { return nil }
        if Self.groups.contains(lemma) {
            return nearest(before: site, within: 6) { $0.isNamed && $0.isBody && !$0.isPerson }
        }
        return nearest(before: site, within: 12) { $0.lemma == lemma && $0.hasModifiers && $0.site != site }
    }

    private static let groups: Set<String> = [
        "group", "movement", "organisation", "organization", "militia", "alliance", "bloc", "party", "faction", "country", "nation", "agency", "body",
    ]

    /// "the ministry", "this group": a determiner and nothing else that says which.
    private func isBare(_ graph: ClauseGraph, _ index: Int) -> Bool {
        let children = graph.parse.children[index]
        let isDefinite = children.contains {
            graph.relation[$0] == "det" && ["the", "this", "that", "these", "those", "both"].contains(graph.tokens[$0].form.lowercased())
        }
        return isDefinite && !children.contains { ["amod", "compound", "nmod", "flat", "nummod", "acl", "appos"].contains(graph.relation[$0]) }
    }

    /// The plain modifiers of a definite phrase that names no owner ("the foreign ministry": foreign); nil for others.
    private func modifiersOfDefinite(_ graph: ClauseGraph, _ index: Int) -> Set<String>? {
        let children = graph.parse.children[index]
        guard children.contains(where: { graph.relation[$0] == "det" && graph.tokens[$0].form.lowercased() == "the" }) else { return nil }
        let modifiers = children.filter { ["amod", "compound"].contains(graph.relation[$0]) }
        guard !modifiers.isEmpty,
            modifiers.allSatisfy({
                graph.tokens[$0].upos != .PROPN && lexicon.entity(graph, $0) == nil && !lexicon.actors.isDemonym(graph.tokens[$0].form)
            }),
            !children.contains(where: { ["nmod", "acl", "appos", "nummod"].contains(graph.relation[$0]) })
        else { return nil }
        return Set(modifiers.map { graph.tokens[$0].lemma.lowercased() })
    }

    private func nearest(before site: Site, within sentences: Int = 3, _ fits: (Mention) -> Bool) -> Site? {
        var best: (site: Site, score: Int)?
        for mention in mentions {
            let distance = site.sentence - mention.site.sentence
            guard distance >= 0, distance <= sentences, fits(mention) else { continue }
            if distance == 0 {
                guard mention.site.token < site.token else { continue }
                // A pronoun's own clause-mate object is no antecedent of its subject.
                let graph = story.sentences[site.sentence]
                if graph.head(mention.site.token) == graph.head(site.token), graph.relation[site.token] != "nmod",
                    graph.tokens[site.token].relation != "nmod:poss"
                {
                    continue
                }
            }
            var score = -4 * distance
            if mention.isSubject { score += 3 }
            if mention.isNamed { score += 1 }
            if mention.isPerson { score += 1 }
            // Later beats earlier among equals.
            if best == nil || score >= best!.score { best = (mention.site, score) }
        }
        return best?.site
    }
}
