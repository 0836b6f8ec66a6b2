import HearsayCore
import HearsayDates

/// The time expressions of a document as the data sets of TIMEX3 write them.
enum TimeMentions {
    static func found(in document: Document, style: DateResolver.Style? = nil) -> [ResolvedDate] {
        let published = document.published ?? Publication.infer(in: document.text)
        return DateReader().read(document.text, published: published, style: style).filter(\.expression.isTimex)
    }

    static func json(_ date: ResolvedDate) -> JSON {
        func word(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
        return .object([
            .init("span", .array([.int(date.expression.span.start), .int(date.expression.span.end)])),
            .init("type", .string(date.type.rawValue)), .init("value", word(date.value)), .init("mod", word(date.modifier)),
            .init("edtf", word(date.edtf)), .init("rule", .string(date.expression.rule)),
        ])
    }
}
