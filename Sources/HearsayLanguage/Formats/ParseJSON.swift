public import HearsayCore

extension Parse {
    /// The tree as one JSON object; `head` counts from 0 and is -1 for the root, spans count Unicode scalars.
    public func json(number: Int, document: Document) -> JSON {
        .object([
            .init("document", .string(document.id)), .init("sentence", .int(number)), .init("block", .int(block)),
            .init("start", .int(span.start)), .init("end", .int(span.end)), .init("text", .string(document.text[span])),
            .init(
                "tokens",
                .array(
                    tokens.map { token in
                        .object([
                            .init("form", .string(token.form)), .init("start", .int(token.span.start)),
                            .init("end", .int(token.span.end)), .init("lemma", .string(token.lemma)),
                            .init("upos", .string(token.upos.rawValue)), .init("features", .string(token.features)),
                            .init("head", .int(token.head)), .init("relation", .string(token.relation)),
                        ])
                    })),
            .init("multiwords", JSON.ranges(multiwords)),
            .init(
                "entities",
                .array(
                    entities.map { entity in
                        let span = self.span(entity.tokens)
                        return .object([
                            .init("kind", .string(entity.kind.rawValue)), .init("first", .int(entity.tokens.lowerBound)),
                            .init("after", .int(entity.tokens.upperBound)), .init("start", .int(span.start)),
                            .init("end", .int(span.end)), .init("text", .string(document.text[span])),
                        ])
                    })),
        ])
    }
}

extension Sentence {
    /// The words alone as one JSON object.
    public func json(number: Int, document: Document) -> JSON {
        .object([
            .init("document", .string(document.id)), .init("sentence", .int(number)), .init("block", .int(block)),
            .init("start", .int(span.start)), .init("end", .int(span.end)), .init("text", .string(document.text[span])),
            .init(
                "tokens",
                .array(
                    words.map { word in
                        .object([
                            .init("form", .string(word.form)), .init("start", .int(word.span.start)),
                            .init("end", .int(word.span.end)),
                        ])
                    })),
            .init("multiwords", JSON.ranges(multiwords)),
        ])
    }
}

extension JSON {
    static func ranges(_ ranges: [Range<Int>]) -> JSON {
        .array(ranges.map { .array([.int($0.lowerBound), .int($0.upperBound)]) })
    }
}
