/// What holds many entries: a folder, a file of lines, a mailbox, an archive.
protocol Container: AnyObject {
    /// The next thing in it; nil at the end.
    func next() -> Content?
}

enum Content {
    case entry(Entry)
    /// Bytes under a name, whose form is not known yet.
    case file(Unread)
}

/// A file, or what an archive holds as one, before it is opened.
struct Unread {
    var location: Location
    /// Whose ending may tell the form; "-" for standard input.
    var name: String
    /// Containers around it.
    var depth = 0
    var given = Given()
    var open: () throws(Fault) -> any ByteStream

    init(
        at location: Location, name: String, depth: Int = 0, given: Given = Given(), open: @escaping () throws(Fault) -> any ByteStream
    ) {
        self.location = location
        self.name = name
        self.depth = depth
        self.given = given
        self.open = open
    }
}

/// Entries that are here already.
final class Ready: Container {
    /// Taken from the end.
    private var entries: [Content]
    init(_ entries: [Content]) { self.entries = entries.reversed() }
    convenience init(_ entries: [Entry]) { self.init(entries.map { Content.entry($0) }) }
    convenience init(_ error: IntakeError, bytes: [UInt8]? = nil) { self.init([Entry(error, bytes: bytes)]) }
    func next() -> Content? { entries.popLast() }
}
