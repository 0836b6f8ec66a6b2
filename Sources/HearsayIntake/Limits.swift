/// What an input may cost before it is refused; every error names the option that raises its limit.
public struct Limits: Hashable, Sendable {
    /// Twenty million bytes: a thousand times a long article.
    public static let usualDocument = 20_000_000
    /// What holds for a web page where no other limit is set: twice the largest that news sites send.
    static let usualPage = 5_000_000

    /// Most bytes of one document.
    public var document = Limits.usualDocument
    /// Most bytes that one compressed entry may unpack to.
    public var unpacked = 256 << 20
    /// Most bytes that a compressed byte may unpack to.
    public var ratio = 100
    /// Most entries of one zip, parts of one mail.
    public var entries = 10_000
    /// Most containers around a document: an archive in a zip is two.
    public var depth = 2
    /// Most elements of XML around one another.
    public var levels = 200
    /// Most parts of a mail around one another.
    public var parts = 20
    /// Most seconds for the pages of one PDF.
    public var seconds = 60
    /// Most bytes of memory for them.
    public var memory = 1 << 30

    public init() {}
    public init(document: Int) { self.document = document }

    /// Of one web page.
    var page: Int { document == Limits.usualDocument ? Limits.usualPage : document }

    /// A small text of one word over and over is no bomb.
    static let looseUnpacked = 1 << 20

    /// Holds what was unpacked against what it was unpacked from.
    func check(unpacked count: Int, of packed: Int) throws(Fault) {
        if count > unpacked { throw Fault(.unpacksTooFar(limit: unpacked)) }
        if count > Limits.looseUnpacked, count / ratio > packed { throw Fault(.tooDense(limit: ratio)) }
    }
}

/// A reason on its way to the place that knows the location.
struct Fault: Error {
    let reason: IntakeError.Reason
    init(_ reason: IntakeError.Reason) { self.reason = reason }
}
