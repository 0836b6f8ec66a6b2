internal import HearsayCore

/// Everything in a story that is told as somebody's word or thought.
struct Attributions: Sendable {
    /// In order of the text; what stands inside another's content is there too.
    let all: [Ascription]
    /// Index in `all` of the attribution that a quotation belongs to, by index of the quotation.
    let quoted: [Int: Int]
    private let story: Story

    init(story: Story, quotes: Quotes, words: ReportingWords) {
        var found: [Ascription] = []
        for sentence in story.sentences.indices {
            let finder = AscriptionFinder(
                graph: story.sentences[sentence], sentence: sentence, words: words, quotes: quotes, text: story.document.text)
            for var ascription in finder.ascriptions() {
                ascription.content = finder.withoutTail(ascription)
                found.append(Attributions.placed(ascription, story, quotes))
            }
        }
        found += Headings(story: story, words: words).ascriptions()
        found.sort { $0.rank < $1.rank }
        let split = found.firstIndex { $0.rank.isQuoted } ?? found.count
        var ascriber = QuoteAscriber(story: story, quotes: quotes, words: words, found: Array(found[..<split]))
        ascriber.run()
        var order = Array(ascriber.found.indices)
        order.sort { (ascriber.found[$0].rank, $0) < (ascriber.found[$1].rank, $1) }
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        all = (order.map { ascriber.found[$0] } + found[split...])
        quoted = ascriber.owners.compactMapValues { place[$0] }
        self.story = story
    }

    /// With its spans in the document and its place in the order.
    static func placed(_ ascription: Ascription, _ story: Story, _ quotes: Quotes) -> Ascription {
        var out = ascription
        let graph = story.sentences[ascription.sentence]
        out.sourceSpans = graph.spans(ascription.source)
        out.contentSpans = graph.spans(ascription.content)
        out.rank = Ascription.Rank(
            isQuoted: quotes.index(containing: graph.tokens[ascription.head].span.start) != nil, sentence: ascription.sentence,
            depth: ascription.kind == .according ? -1 : graph.ancestors(ascription.head).count - 1, head: ascription.head)
        return out
    }

    /// Whose speech covers a word: outermost last. Thoughts and wishes are no speech.
    ///
    /// - Parameter isClause: the word is a clause of its own, which "called the raid an answer to those who fired" covers too.
    func speech(covering offset: Int, isClause: Bool, words: ReportingWords) -> [Ascription] {
        all.filter { isSpeech($0, isClause, words) && $0.contentSpans.contains { $0.contains(offset) } }.reversed()
    }

    private func isSpeech(_ ascription: Ascription, _ isClause: Bool, _ words: ReportingWords) -> Bool {
        switch ascription.kind {
        case .according: return true
        // Who answers in an interview speaks as its publisher does in a statement: no chain is told.
        case .colon: return story.role(ascription.sentence) != .body
        case .clause, .aside, .asSaid, .quotation, .nearby, .opening:
            let lemma = story.sentences[ascription.sentence].tokens[ascription.head].lemma.lowercased()
            return words.say.contains(lemma) || ascription.kind == .opening
        case .predicate:
            let lemma = story.sentences[ascription.sentence].tokens[ascription.head].lemma.lowercased()
            return isClause && words.attitudes.further.contains(lemma)
        default: return false
        }
    }

    /// Attributions for people to read: the outermost alone, or with those inside them.
    func attributions(nested: Bool) -> [Attribution] {
        var taken: [Span] = []
        var used: Set<SpeechLink.Site> = []
        var out: [Attribution] = []
        for ascription in all where !ascription.contentSpans.isEmpty {
            let graph = story.sentences[ascription.sentence]
            let offset = graph.tokens[ascription.head].span.start
            // Somebody's own words, by nobody that the text names: what they want and praise in them is not told of anybody.
            if !nested, ascription.rank.isQuoted, ascription.kind != .clause || isFirstPerson(ascription, graph) { continue }
            if !nested, taken.contains(where: { $0.contains(offset) }) { continue }
            let cue = ascription.cue.filter { !used.contains(.init(sentence: ascription.sentence, token: $0)) }
            guard !cue.isEmpty else { continue }
            taken += ascription.contentSpans
            used.formUnion(cue.map { .init(sentence: ascription.sentence, token: $0) })
            out.append(
                Attribution(
                    source: source(ascription), cue: self.cue(cue, ascription, graph), content: ascription.contentSpans.sorted(),
                    rule: "attribution." + ascription.kind.rawValue))
        }
        return out.sorted { ($0.cue[0], $0.cue.count) < ($1.cue[0], $1.cue.count) }
    }

    private func isFirstPerson(_ ascription: Ascription, _ graph: ClauseGraph) -> Bool {
        ascription.holders.contains { ["i", "we"].contains(graph.tokens[$0].form.lowercased()) }
    }

    /// The comma that closes an apposition belongs to the source ("Smith, a farmer, said").
    private func source(_ ascription: Ascription) -> [Span] {
        var spans = Text.joined(ascription.sourceSpans, in: nil)
        guard let first = spans.first, let last = spans.last else { return [] }
        let text = story.document.text
        let isConjunct = story.sentences[ascription.sentence].relation[ascription.head] == "conj"
        if !isConjunct, text[Span(first.start, last.end)].contains(","), last.end < text.count, text.scalars[last.end] == "," {
            spans[spans.count - 1].end += 1
        }
        return spans
    }

    private func cue(_ cue: [Int], _ ascription: Ascription, _ graph: ClauseGraph) -> [Span] {
        var spans = graph.spans(cue)
        let end = spans[spans.count - 1].end
        let takesColon = [.clause, .quotation, .aside, .nearby, .opening].contains(ascription.kind)
        if takesColon, end < story.document.text.count, story.document.text.scalars[end] == ":" { spans[spans.count - 1].end += 1 }
        return spans
    }
}

extension ClauseGraph {
    /// One span for each run of tokens.
    func spans(_ tokens: [Int]) -> [Span] {
        var out: [Span] = []
        var last = -2
        for token in tokens.sorted() {
            let span = self.tokens[token].span
            if token == last + 1, !out.isEmpty { out[out.count - 1].end = max(out[out.count - 1].end, span.end) } else { out.append(span) }
            last = token
        }
        return out
    }
}

extension Text {
    /// Spans that touch become one; with a text, so do those that only blanks on one line part.
    static func joined(_ spans: [Span], in text: Text?) -> [Span] {
        var out: [Span] = []
        for span in spans.sorted() {
            if let last = out.last {
                let between = text.map { $0.scalars[min(last.end, span.start)..<span.start] } ?? []
                let isBlank = text != nil && between.allSatisfy { $0 == " " || $0 == "\u{A0}" }
                if span.start <= last.end || isBlank {
                    out[out.count - 1].end = max(last.end, span.end)
                    continue
                }
            }
            out.append(span)
        }
        return out
    }
}
