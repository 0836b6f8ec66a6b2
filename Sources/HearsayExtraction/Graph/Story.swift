internal import HearsayCore

/// A document with its parses, ready to be asked.
struct Story: Sendable {
    let document: Document
    let sentences: [ClauseGraph]

    init(document: Document, parses: [Parse]) {
        self.document = document
        sentences = parses.map(ClauseGraph.init)
    }

    func role(_ sentence: Int) -> Block.Role {
        let block = sentences[sentence].parse.block
        return document.blocks.indices.contains(block) ? document.blocks[block].role : .body
    }

    func excerpt(_ span: Span) -> Excerpt { Excerpt(span, document.text[span]) }

    func excerpt(_ sentence: Int, _ tokens: Range<Int>) -> Excerpt { excerpt(sentences[sentence].parse.span(tokens)) }

    func block(_ sentence: Int) -> Int { sentences[sentence].parse.block }
}
