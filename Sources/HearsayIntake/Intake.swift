public import HearsayCore

/// Bytes → documents.
///
/// Of folders, files and standard input, whatever their form (see `Form`): text, web pages, JSON, feeds, mail, archives, Word and
/// PDF. One bad entry never stops the rest.
public struct Intake: Sendable {
    /// What holds for documents that do not say it themselves.
    public struct Defaults: Sendable {
        public var published: Day?
        public var publisher: String?
        public init(published: Day? = nil, publisher: String? = nil) {
            self.published = published
            self.publisher = publisher
        }
    }

    public static let usualLimit = Limits.usualDocument

    public var limits: Limits
    public var defaults: Defaults
    /// The form of every input, whatever it looks like; nil to know it by its bytes and its name.
    public var form: Form?

    public init(limits: Limits, defaults: Defaults = Defaults(), form: Form? = nil) {
        self.limits = limits
        self.defaults = defaults
        self.form = form
    }

    /// - Parameter limit: most bytes of one document.
    public init(limit: Int = Intake.usualLimit, defaults: Defaults = Defaults()) {
        self.init(limits: Limits(document: limit), defaults: defaults)
    }

    /// The entries of files, folders and patterns ("saved/*.html"), "-" being standard input; in the order of the paths, a
    /// folder's sorted by name, a container's in its own.
    public func entries(at paths: [String]) -> Entries { Entries(intake: self, paths: paths) }

    /// The documents of a file or folder, "-" being standard input; each is read when it is asked for.
    public func documents(at path: String) -> Documents { Documents(entries: entries(at: [path])) }

    /// The entries in bytes that are already here.
    ///
    /// - Parameter name: the file's name, which helps to tell the form and stands in locations.
    public func entries(in bytes: [UInt8], named name: String) -> [Entry] {
        let unread = Unread(at: Location(name), name: name) { () throws(Fault) in MemoryStream(bytes) }
        var iterator = Entries.Iterator(intake: self, start: Ready([.file(unread)]))
        var entries: [Entry] = []
        while let entry = iterator.next() { entries.append(entry) }
        return entries
    }

    /// The documents in bytes that are already here.
    public func documents(in bytes: [UInt8], named name: String) -> [Result<Document, IntakeError>] {
        entries(in: bytes, named: name).map { $0.document() }
    }

    static func identifier(of text: String) -> String { "sha256:" + SHA256.hex(text.utf8) }
}
