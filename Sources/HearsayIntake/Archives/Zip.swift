import HearsayCore

/// A zip archive: files in its own order. Of a WACZ the web archives alone are read, their indexes hold no stories.
final class Zip: Container {
    private let store: any ByteStore
    private let unread: Unread
    private let limits: Limits
    /// Taken from the end.
    private var files: [(file: ZipDirectory.File, location: Location)]

    init(_ store: any ByteStore, _ directory: ZipDirectory, _ unread: Unread, limits: Limits) {
        self.store = store
        self.unread = unread
        self.limits = limits
        let isWACZ = Zip.isWACZ(directory)
        var times: [String: Int] = [:]
        files = directory.files.filter { !$0.isFolder && (isWACZ ? Zip.isArchive($0.name) : $0.fault != nil || !Zip.isHidden($0.name)) }.map { file in
            times[file.name, default: 0] += 1
            let location = unread.location.step(.name(file.name))
            // Two files of one name are told apart.
            return (file, times[file.name] == 1 ? location : location.step(.record(times[file.name]!)))
        }.reversed()
    }

    func next() -> Content? {
        guard let (file, location) = files.popLast() else { return nil }
        let (store, limits) = (store, limits)
        return .file(
            Unread(at: location, name: file.name, depth: unread.depth + 1) { () throws(Fault) in try ZipFile(store, file, limits: limits) })
    }

    private static func isWACZ(_ directory: ZipDirectory) -> Bool {
        directory.files.contains { $0.name == "datapackage.json" } && directory.files.contains { isArchive($0.name) }
    }

    private static func isArchive(_ name: String) -> Bool {
        name.hasPrefix("archive/") && (name.hasSuffix(".warc") || name.hasSuffix(".warc.gz"))
    }

    /// As in folders, and what macOS puts beside files.
    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != ".." || $0 == "__MACOSX" }
    }
}

extension Intake {
    /// A zip archive of any kind: files, a WACZ, a Word document.
    func zip(_ stream: Buffered, _ unread: Unread, form: Form) throws(Fault) -> any Container {
        let store: any ByteStore
        if let file = (stream.stream as? FileStream)?.store {
            store = file
        } else {
            store = MemoryStore(try stream.readAll(limit: limits.unpacked, over: .unpacksTooFar(limit: limits.unpacked)))
        }
        let directory = try ZipDirectory(store, limits: limits)
        if let words = directory.files.first(where: { $0.name == WordDocument.path }) {
            guard store.count <= limits.document else { throw Fault(.tooLarge(bytes: store.count, limit: limits.document)) }
            let bytes = try store.bytes(at: 0, count: store.count)
            let properties = directory.files.first { $0.name == WordDocument.properties }
            let (location, given) = (unread.location, unread.given)
            return Ready([Entry(location, bytes: bytes, seen: given.seen) { word(bytes, words, properties, location, given) }])
        }
        if form == .docx { throw Fault(.notWord) }
        if directory.files.contains(where: { $0.name == "[Content_Types].xml" }) {
            throw Fault(.unknownForm(looksLike: "an Office file that is no Word document"))
        }
        if directory.files.first?.name == "mimetype" { throw Fault(.unknownForm(looksLike: "an OpenDocument or EPUB file")) }
        return Zip(store, directory, unread, limits: limits)
    }
}
