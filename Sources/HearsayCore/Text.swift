/// A document's text, addressed by Unicode scalar.
///
/// Swift's String counts grapheme clusters and finds the n-th only by walking; spans need scalars in constant time.
public struct Text: Hashable, Sendable {
    public let string: String
    public let scalars: [Unicode.Scalar]

    public init(_ string: String) {
        self.string = string
        self.scalars = Array(string.unicodeScalars)
    }

    public var count: Int { scalars.count }

    /// The words at a span; a span outside the text gives what lies inside it.
    public subscript(_ span: Span) -> String {
        let start = min(max(0, span.start), scalars.count)
        let end = min(max(start, span.end), scalars.count)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }
}
