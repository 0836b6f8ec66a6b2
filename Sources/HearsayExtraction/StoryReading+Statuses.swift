internal import HearsayCodebook
internal import HearsayCore

/// How the words of a story are told.
extension StoryReading {
    func status(_ word: StatusReader.Word, _ sentence: Int, _ links: [SpeechLink]) -> StatusReader.Reading {
        extractor.statuses.read(
            word, in: story.sentences[sentence], inner: links.first.flatMap(\.inner), isHeadline: story.role(sentence) != .body,
            cues: Set(triggers[sentence].filter(\.pattern.isCue).map(\.token)))
    }

    /// Every verb, noun and predicate of the story, in order of the text.
    func toldWords() -> [ToldWord] {
        story.sentences.indices.flatMap { sentence in
            let graph = story.sentences[sentence]
            let acts = Dictionary(triggers[sentence].map { ($0.token, $0) }) { first, _ in first }
            return graph.tokens.indices.filter { isAsked(graph, $0) }.map { token in
                let trigger = acts[token]
                let site = SpeechLink.Site(sentence: sentence, token: token)
                let reading = status(trigger.map(StatusReader.Word.init) ?? .init(token, in: graph), sentence, chain(for: site))
                return ToldWord(
                    word: story.excerpt(graph.tokens[token].span), status: reading.status, rule: reading.rule, act: trigger?.pattern.type)
            }
        }
    }

    private func isAsked(_ graph: ClauseGraph, _ token: Int) -> Bool {
        switch graph.tokens[token].upos {
        case .VERB, .NOUN: true
        case .AUX: !["aux", "cop"].contains(graph.relation[token])
        default: graph.isPredicate(token)
        }
    }
}
