internal import HearsayCore

/// "Minister: …" in headlines and transcripts, and the name below a quotation.
struct Headings: Sendable {
    let story: Story
    let words: ReportingWords

    func ascriptions() -> [Ascription] {
        var out: [Ascription] = []
        var before: [Int] = []
        let blocks = story.sentencesByBlock
        // A headline is one line above the text.
        let colons = blocks.map { colon($0, isFirst: $0[0] == 0 && $0.count == 1 && blocks.count > 1) }
        // One "PESHAWAR: …" is a dateline; several names with colons are a transcript.
        let isTranscript = colons.dropFirst().count { $0 != nil } > 1
        for (block, found) in zip(blocks, colons) {
            if let found, block[0] == 0 && block.count == 1 || isTranscript { out.append(found) }
            if let found = signature(block, below: before) { out.append(found) }
            before = block
        }
        return out
    }

    private func colon(_ block: [Int], isFirst: Bool) -> Ascription? {
        let graph = story.sentences[block[0]]
        let forms = graph.tokens.map { $0.form.lowercased() }
        guard let colon = forms.prefix(9).firstIndex(of: ":"), (1...7).contains(colon) else { return nil }
        let before = Array(0..<colon)
        let named = before.filter { graph.tokens[$0].upos != .PUNCT }
        let entities = graph.parse.entities.filter { $0.tokens.lowerBound < colon }
        let isName =
            entities.contains { [.PER, .ORG, .NORP].contains($0.kind) }
            || entities.isEmpty && named.allSatisfy { graph.tokens[$0].upos == .PROPN }
        let isAnnouncer = before.contains { words.announcers.contains(graph.tokens[$0].lemma.lowercased()) }
        let isInterview = colon == 1 && ["q", "a"].contains(forms[0])
        let isShortName = isName && colon <= 4 && named.allSatisfy { graph.tokens[$0].upos == .PROPN }
        guard !before.contains(where: graph.isVerb), isName || isAnnouncer || isInterview, isFirst || isInterview || isShortName else { return nil }
        // "Minister on the strike: …": the speaker stands before the preposition.
        let cut = before.first { graph.tokens[$0].upos == .ADP && ["on", "to", "about", "after"].contains(forms[$0]) } ?? colon
        let source = Array(before[..<cut])
        let next =
            colon + 1 < graph.tokens.count
            ? graph.tokens[colon + 1].span.start : block.dropFirst().first.map { story.sentences[$0].parse.span.start }
        guard !source.isEmpty, let start = next else { return nil }
        var end = story.sentences[block[block.count - 1]].parse.span.end
        if isFirst, story.document.text.scalars[end - 1] == "." { end -= 1 }
        guard end - start > 12 else { return nil }
        return made(.colon, sentence: block[0], head: colon, source: source, content: Span(start, end), rankedAs: block[0])
    }

    private func signature(_ block: [Int], below before: [Int]) -> Ascription? {
        let graph = story.sentences[block[0]]
        guard block.count == 1, graph.tokens.count <= 7, ["-", "—", "–", "--"].contains(graph.tokens[0].form),
            graph.parse.entities.contains(where: { $0.kind == .PER }), let first = before.first, let last = before.last
        else { return nil }
        let quotation = Span(story.sentences[first].parse.span.start, story.sentences[last].parse.span.end)
        let scalars = story.document.text.scalars
        guard "\"“".unicodeScalars.contains(scalars[quotation.start]), "\"”".unicodeScalars.contains(scalars[quotation.end - 1]) else { return nil }
        let source = graph.tokens.indices.dropFirst().filter { graph.tokens[$0].upos != .PUNCT }
        return made(.signature, sentence: block[0], head: 0, source: source, content: quotation, rankedAs: first)
    }

    private func made(
        _ kind: Ascription.Kind, sentence: Int, head: Int, source: [Int], content: Span, rankedAs: Int
    ) -> Ascription {
        let graph = story.sentences[sentence]
        let inside = Set(source)
        let heads = source.filter { !inside.contains(graph.tokens[$0].head) }
        var out = Ascription(sentence: sentence, head: head, kind: kind, cue: [head], holders: heads, source: source, content: [])
        out.sourceSpans = graph.spans(source)
        out.contentSpans = [content]
        out.rank = Ascription.Rank(isQuoted: false, sentence: rankedAs, depth: -2, head: head)
        return out
    }
}

extension Story {
    /// The sentences of each block that has any, in order.
    var sentencesByBlock: [[Int]] {
        var out: [[Int]] = []
        for sentence in sentences.indices {
            if let last = out.last?.last, block(last) == block(sentence) {
                out[out.count - 1].append(sentence)
            } else {
                out.append([sentence])
            }
        }
        return out
    }
}
