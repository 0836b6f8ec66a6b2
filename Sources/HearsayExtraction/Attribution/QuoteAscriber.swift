internal import HearsayCore

/// Gives every quotation to the attribution that brings it: the one in its sentence, or the one that it goes on from.
struct QuoteAscriber {
    let story: Story
    let quotes: Quotes
    let words: ReportingWords
    /// Attributions outside quotations; those of verbs that only their place ties to a quotation are added.
    private(set) var found: [Ascription]
    /// Index in `found`, by index of the quotation.
    private(set) var owners: [Int: Int] = [:]
    private var bySentence: [Int: [Int]] = [:]
    private var dropped: Set<Int> = []

    init(story: Story, quotes: Quotes, words: ReportingWords, found: [Ascription]) {
        self.story = story
        self.quotes = quotes
        self.words = words
        self.found = found
        for (index, ascription) in found.enumerated() { bySentence[ascription.sentence, default: []].append(index) }
    }

    private var text: Text { story.document.text }
    private func span(_ sentence: Int) -> Span { story.sentences[sentence].parse.span }

    mutating func run() {
        var before: Int?
        var next = quotes.spans.startIndex
        for block in story.sentencesByBlock {
            let start = span(block[0]).start
            let end = span(block[block.count - 1]).end
            var last: Int?
            var hasQuotes = false
            while next < quotes.spans.count, quotes.spans[next].end <= end + 1 {
                defer { next += 1 }
                guard quotes.spans[next].start >= start else { continue }
                hasQuotes = true
                last = ascribe(next, block, last: last, before: before)
            }
            before = last ?? (hasQuotes ? nil : attributions(block[block.count - 1]).first)
        }
        for index in dropped { found[index].contentSpans = [] }
    }

    /// Attributions of a sentence that bring speech.
    private func attributions(_ sentence: Int) -> [Int] {
        (bySentence[sentence] ?? []).filter { !dropped.contains($0) && found[$0].takesQuotations && found[$0].kind != .according }
    }

    /// The outermost attitude of a sentence with somebody who holds it.
    private func attitude(_ sentence: Int) -> Int? {
        (bySentence[sentence] ?? []).first { index in
            !dropped.contains(index) && !found[index].sourceSpans.isEmpty && !found[index].contentSpans.isEmpty
                && [.object, .phrase, .infinitive, .predicate, .takenAs, .carrier, .adjective].contains(found[index].kind)
        }
    }

    /// The attribution that the next quotation of the paragraph goes on from.
    private mutating func ascribe(_ quote: Int, _ block: [Int], last: Int?, before: Int?) -> Int? {
        let span = quotes.spans[quote]
        let touching = block.filter { self.span($0).start < span.end && self.span($0).end > span.start }
        let opens = opensSentence(span, touching)
        let count = quotes.words(quote, text)
        if let owner = owner(of: quote, touching, count) {
            guard count >= 3 || opens else { return last }
            add(span, to: owner)
            owners[quote] = owner
            return opens || count > 6 ? owner : last
        }
        if count >= 3, let owner = follower(of: span, touching, block) {
            owners[quote] = owner
            return owner
        }
        guard opens, count >= 3 else { return last }
        let whole = Span(self.span(block[0]).start, self.span(block[block.count - 1]).end)
        var target = last ?? (span.length * 10 > whole.length * 7 ? before : nil)
        if target == nil, let first = touching.first, first > 0 { target = opener(first - 1, block, span) }
        guard let target else {
            // "The mayor praised the truce. “We need it.”": what was told goes on, but the text names no speech: no claim takes a speaker from it.
            if let first = touching.first, block.contains(first - 1), let told = attitude(first - 1),
                quotes.index(containing: self.span(first - 1).end - 1) == nil
            {
                found[told].contentSpans = Text.joined(found[told].contentSpans + [span], in: text)
            }
            return last
        }
        found[target].contentSpans = Text.joined(found[target].contentSpans + [span], in: text)
        owners[quote] = target
        return target
    }

    private func opensSentence(_ quote: Span, _ touching: [Int]) -> Bool {
        guard let first = touching.first else { return false }
        if touching.contains(where: { span($0).start == quote.start }) { return true }
        return text.scalars[min(span(first).start, quote.start)..<quote.start].allSatisfy { [" ", "—", "-"].contains($0) }
    }

    /// The outermost attribution whose content the quotation meets, or a verb of saying beside it that has none.
    private mutating func owner(of quote: Int, _ touching: [Int], _ count: Int) -> Int? {
        let span = quotes.spans[quote]
        let meeting = touching.flatMap { bySentence[$0] ?? [] }.filter { index in
            !dropped.contains(index) && found[index].takesQuotations && found[index].contentSpans.contains { $0.overlaps(span) }
        }
        if let best = meeting.min(by: { found[$0].rank < found[$1].rank }) { return best }
        guard count >= 3 else { return nil }
        for sentence in touching {
            for verb in sayers(sentence, words.say) where !(bySentence[sentence] ?? []).contains(where: { found[$0].head == verb }) {
                let own = story.sentences[sentence].tokens[verb].span
                if min(abs(own.start - span.end), abs(span.start - own.end)) < 60 { return append(.nearby, sentence, verb, span) }
            }
        }
        return nil
    }

    /// “Why now?” the mayor asked.: a short sentence of its own right behind the quotation.
    private mutating func follower(of quote: Span, _ touching: [Int], _ block: [Int]) -> Int? {
        guard let next = touching.last.map({ $0 + 1 }), block.contains(next), span(next).start - quote.end <= 1 else { return nil }
        let graph = story.sentences[next]
        guard graph.tokens.count <= 14, let verb = sayers(next, words.say).first, graph.relation[verb] == "root",
            graph.children(verb, "ccomp", "obj", "xcomp", "parataxis").isEmpty,
            !(bySentence[next] ?? []).contains(where: { found[$0].head == verb })
        else { return nil }
        return append(.nearby, next, verb, quote)
    }

    /// Verbs of saying with a subject of their own, outside quotations.
    private func sayers(_ sentence: Int, _ lemmas: Set<String>) -> [Int] {
        let graph = story.sentences[sentence]
        return graph.tokens.indices.filter {
            graph.tokens[$0].upos == .VERB && lemmas.contains(graph.tokens[$0].lemma.lowercased()) && !graph.children($0, "nsubj").isEmpty
                && !words.isOtherAct($0, graph)
                && quotes.index(containing: graph.tokens[$0].span.start) == nil
        }
    }

    /// What opens a quotation from the sentence before: "He said:", or speech in the same paragraph.
    private mutating func opener(_ sentence: Int, _ block: [Int], _ quote: Span) -> Int? {
        if text.scalars[span(sentence).end - 1] == ":" {
            guard let verb = sayers(sentence, words.say.union(["have", "put", "offer", "go"])).first else { return nil }
            for index in bySentence[sentence] ?? [] where found[index].head == verb { dropped.insert(index) }
            return append(.opening, sentence, verb, quote)
        }
        return block.contains(sentence) ? attributions(sentence).first : nil
    }

    private mutating func append(_ kind: Ascription.Kind, _ sentence: Int, _ verb: Int, _ quote: Span) -> Int {
        let graph = story.sentences[sentence]
        let finder = AscriptionFinder(graph: graph, sentence: sentence, words: words, quotes: quotes, text: text)
        let holders = finder.holders(verb)
        let source = finder.sourceTokens(holders, of: verb).filter { !quote.contains(graph.tokens[$0].span.start) }
        var made = Ascription(
            sentence: sentence, head: verb, kind: kind, cue: finder.cueTokens(verb), holders: holders, source: source, content: [])
        made.sourceSpans = graph.spans(source)
        made.contentSpans = [quote]
        made.rank = Ascription.Rank(isQuoted: false, sentence: sentence, depth: 0, head: verb)
        found.append(made)
        bySentence[sentence, default: []].append(found.count - 1)
        return found.count - 1
    }

    // MARK: A quotation within its sentence

    private static let notOfSource: Set<String> = [
        "in", "on", "during", "at", "after", "before", "adding", "noting", "as", "while", "when", "and", "but",
    ]

    private mutating func add(_ quote: Span, to index: Int) {
        var ascription = found[index]
        let sentence = span(ascription.sentence)
        let isBehind = story.sentences[ascription.sentence].tokens[ascription.head].span.start >= quote.end
        let ends = text[Span(max(quote.start, quote.end - 3), quote.end)]
        if isBehind, ends.contains(where: { ",?!.".contains($0) }) { ascription = cut(ascription, behind: quote) }
        // "…, he added, “We …”": a quotation behind a comma that begins with a capital is all that was said.
        var place = quote.start - 1
        while place >= 0, [" ", "\u{A0}"].contains(text.scalars[place]) { place -= 1 }
        let first = text[quote].unicodeScalars.first { !"\"“‘`'".unicodeScalars.contains($0) }
        if isBehind, place >= sentence.start, [",", ":", "-", "—"].contains(text.scalars[place]), first?.properties.isUppercase == true {
            ascription.contentSpans = ascription.contentSpans.filter { $0.start >= quote.start }
        }
        ascription.contentSpans = Text.joined(ascription.contentSpans + [quote], in: text)
        let outside = ascription.sourceSpans.filter { !quote.contains($0.start) }
        if !outside.isEmpty { ascription.sourceSpans = outside }
        found[index] = ascription
    }

    /// “…,” said A, a farmer, in B.: what stands behind a closed quotation and its speaker is not said; an apposition is the speaker's.
    private func cut(_ ascription: Ascription, behind quote: Span) -> Ascription {
        var out = ascription
        var kept: [Span] = []
        var rest: [Span] = ascription.contentSpans.filter { $0.start >= quote.end }
        for span in ascription.contentSpans where span.start < quote.end {
            kept.append(Span(span.start, min(span.end, quote.end)))
            if span.end > quote.end { rest.append(Span(quote.end, span.end)) }
        }
        for var span in rest {
            if quotes.index(containing: span.start) != nil || quotes.index(containing: max(span.start, min(span.start + 2, span.end - 1))) != nil {
                kept.append(span)
                continue
            }
            guard let source = out.sourceSpans.last, span.start >= source.end, span.length > 2 else { continue }
            let between = text[Span(source.end, span.start)].filter { $0 != " " }
            let words = text[span].drop { $0 == "," || $0 == " " }
            let first = words.prefix { $0 != " " }
            guard between.isEmpty || between == ",", !words.isEmpty, !Self.notOfSource.contains(String(first)) else { continue }
            while [",", " "].contains(text.scalars[span.start]) { span.start += 1 }
            out.sourceSpans[out.sourceSpans.count - 1].end = span.end
        }
        out.contentSpans = kept
        return out
    }
}
