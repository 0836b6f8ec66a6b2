internal import HearsayCodebook
internal import HearsayCore

/// Speech that runs on over sentences: quotes continued in the next sentence or paragraph, and statements opened by a colon.
struct Discourse: Sendable {
    /// Link that covers a whole sentence from outside it, by sentence.
    let opened: [Int: SpeechLink]
    /// Speaker of each quote, by index in `quotes.spans`.
    let quoteLinks: [Int: SpeechLink]
    let quotes: Quotes

    init(story: Story, quotes: Quotes, words: ReportingWords, attributions: Attributions, climbers: [SpeechClimber]) {
        self.quotes = quotes
        var opened: [Int: SpeechLink] = [:]
        var quoteLinks: [Int: SpeechLink] = [:]
        let sayers = story.sentences.indices.map { Discourse.sayers(story, $0, words, climbers[$0]) }

        // A quote's speaker: that of the attribution that brings it; else the nearest reporting verb outside the quotes in a
        // sentence that the quote touches, else in the same paragraph, else the speaker of the quote before.
        var lastLink: SpeechLink?
        var next = 0
        for (index, quote) in quotes.spans.enumerated() {
            while next < story.sentences.count, story.sentences[next].parse.span.end <= quote.start { next += 1 }
            let touching = Array((next..<story.sentences.count).prefix { story.sentences[$0].parse.span.start < quote.end })
            var link = attributions.quoted[index].flatMap { owner -> SpeechLink? in
                let ascription = attributions.all[owner]
                let link = climbers[ascription.sentence].link(ascription)
                return link.speakers.isEmpty ? nil : link
            }
            var nearestDistance = link == nil ? Int.max : 0
            for sentence in touching {
                for sayer in sayers[sentence] where quotes.index(containing: sayer.span.start) == nil {
                    let distance = min(abs(sayer.span.start - quote.end), abs(quote.start - sayer.span.end))
                    if distance < nearestDistance { (nearestDistance, link) = (distance, sayer.link) }
                }
            }
            // A few words in quotation marks are quoted by their own sentence or by nobody.
            let isScare = story.document.text[quote].split(separator: " ").count < 4
            if link == nil, !isScare, let first = touching.first {
                let block = story.block(first)
                // "…," he said. "…": the sentence before in the same paragraph, or one after it.
                let before = (0..<first).reversed().prefix { story.block($0) == block }.first { !sayers[$0].isEmpty }
                let last = touching.last ?? first
                let after = (last + 1..<max(last + 1, story.sentences.count)).prefix { story.block($0) == block }.first { !sayers[$0].isEmpty }
                if let before { link = sayers[before].last?.link } else if let after { link = sayers[after].first?.link }
                let isWholeParagraph =
                    story.document.blocks.indices.contains(block) && quote.length * 10 >= story.document.blocks[block].span.length * 7
                if link == nil, isWholeParagraph { link = lastLink }
            }
            if let link {
                quoteLinks[index] = link
                lastLink = link
            }
        }

        // "The minister said:" opens a statement that runs through the paragraphs that follow.
        var standing: SpeechLink?
        for sentence in story.sentences.indices {
            let graph = story.sentences[sentence]
            if let link = standing {
                // Somebody speaks in the third person outside quotes: the statement is over.
                let isOutside = sayers[sentence].contains { quotes.index(containing: $0.span.start) == nil && $0.isTelling }
                if isOutside || story.role(sentence) != .body { standing = nil } else { opened[sentence] = link }
            }
            let closes = graph.tokens.last.map { $0.form == ":" } ?? false
            if closes, let sayer = sayers[sentence].last { standing = sayer.link }
        }
        self.opened = opened
        self.quoteLinks = quoteLinks
    }

    private struct Sayer {
        let span: Span
        let link: SpeechLink
        /// "he said", "the ministry told …" in the outlet's own voice.
        let isTelling: Bool
    }

    /// The reporting verbs of a sentence with their speakers.
    private static func sayers(_ story: Story, _ sentence: Int, _ words: ReportingWords, _ climber: SpeechClimber) -> [Sayer] {
        let graph = story.sentences[sentence]
        var out: [Sayer] = []
        for index in graph.tokens.indices where graph.isVerb(index) && words.say.contains(graph.tokens[index].lemma.lowercased()) {
            let subjects = graph.surfaceSubjects(index)
            guard !subjects.isEmpty, !words.isOtherAct(index, graph) else { continue }
            let link = climber.spoken(by: index)
            let isTelling =
                ["say", "tell", "add", "state"].contains(graph.tokens[index].lemma.lowercased())
                && !subjects.contains {
                    ["i", "we", "which", "that"].contains(graph.tokens[$0].form.lowercased())
                        || graph.tokens[$0].upos == .NOUN && words.documents.contains(graph.tokens[$0].lemma.lowercased())
                }
            out.append(Sayer(span: graph.tokens[index].span, link: link, isTelling: isTelling))
        }
        return out
    }
}
