public import HearsayCore

/// Which parts read a document, each named by its content: another row in a table gives another version.
public struct Versions: Sendable, Hashable {
    public var model: String
    public var codebook: String
    public var actors: String
    public var places: String

    public var json: JSON {
        .object([
            .init("model", .string(model)), .init("codebook", .string(codebook)), .init("actors", .string(actors)), .init("places", .string(places)),
        ])
    }
}
