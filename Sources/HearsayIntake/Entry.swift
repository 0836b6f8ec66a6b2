public import HearsayCore

/// One thing that was taken in: where it lay, its bytes, and the document in them or why there is none.
///
/// The document is read when it is asked for, on the thread that asks, so that many can be read at once.
public struct Entry: Sendable {
    public let location: Location
    /// The bytes as they lay there, unpacked; those of the whole file where an entry has none of its own (a story of a feed,
    /// an object in an array). nil where none could be read.
    public let bytes: [UInt8]?
    /// When an archive or a browser took the page, as it wrote it: "2024-03-06T07:00:00Z". No day of publication.
    public let seen: String?
    private let make: @Sendable () -> Result<Document, IntakeError>

    init(_ location: Location, bytes: [UInt8]?, seen: String? = nil, _ make: @escaping @Sendable () -> Result<Document, IntakeError>) {
        self.location = location
        self.bytes = bytes
        self.seen = seen
        self.make = make
    }

    /// What could not be read at all.
    init(_ error: IntakeError, bytes: [UInt8]? = nil) {
        self.init(error.location, bytes: bytes) { .failure(error) }
    }

    /// Reads the document; each call reads it anew, with the same result.
    public func document() -> Result<Document, IntakeError> { make() }

    /// The digest of the bytes, 64 hexadecimal digits; reckoned anew at each call.
    public var sha256: String? { bytes.map(SHA256.hex) }
}
