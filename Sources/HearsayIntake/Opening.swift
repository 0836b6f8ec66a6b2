import HearsayCore

/// Bytes of a form to be told → what is in them.
extension Intake {
    /// Opens a file; what goes wrong is its one entry.
    func container(_ unread: Unread) -> any Container {
        do throws(Fault) {
            if unread.depth > limits.depth { throw Fault(.tooNested(limit: limits.depth)) }
            var unread = unread
            var stream = Buffered(try unread.open())
            if Signs.isGzip(try stream.peek(3)) {
                if unread.name.lowercased().hasSuffix(".gz") { unread.name.removeLast(3) }
                let members = Gunzip(stream, limits: limits)
                let first = Buffered(members)
                // A web archive goes on where its first member is damaged.
                if unread.name.hasSuffix(".warc") || form == .warc { return WebArchive(intake: self, first, members: members, unread) }
                _ = try members.nextMember()
                if Signs.certain(try first.peek(16)) == .warc { return WebArchive(intake: self, first, members: members, unread) }
                stream = Buffered(GunzipAll(members, first: first))
            }
            return try container(unread, stream, form: unread.depth == 0 ? form : nil)
        } catch {
            return Ready(IntakeError(unread.location, error.reason))
        }
    }

    private func container(_ unread: Unread, _ stream: Buffered, form wanted: Form?) throws(Fault) -> any Container {
        var form = wanted
        if form == nil {
            // A stream of JSON Lines must not wait for more than its first line.
            let first = try stream.peekLine(unread.name == "-" ? limits.document : 0)
            if unread.name == "-", Signs.isObject(first.prefix { $0 != 0x0A }) { return JSONLines(intake: self, stream, unread) }
            let head = try stream.peek(Signs.reach)
            form = Form(name: unread.name, head: head)
            if form == nil { throw Fault(.unknownForm(looksLike: Signs.likeness(head))) }
        }
        switch form {
        case .jsonl: return JSONLines(intake: self, stream, unread)
        case .json: return try objects(stream.readAll(limit: limits.document), unread)
        case .feed: return try feed(stream.readAll(limit: limits.document), unread)
        case .eml: return try mail(stream, unread, isPage: false)
        case .mhtml: return try mail(stream, unread, isPage: true)
        case .mbox: return Mailbox(intake: self, stream, unread)
        case .warc: return WebArchive(intake: self, stream, members: nil, unread)
        case .pdf: return try one(stream, unread) { $0.pdf($1, $2, $3) }
        case .zip, .docx: return try zip(stream, unread, form: form!)
        case .html: return try one(stream, unread) { $0.page($1, $2, $3) }
        default: return try one(stream, unread) { $0.article($1, $2, $3) }
        }
    }

    /// A file that is one document.
    func one(
        _ stream: Buffered, _ unread: Unread,
        _ read: @escaping @Sendable (Intake, [UInt8], Location, Given) -> Result<Document, IntakeError>
    ) throws(Fault) -> any Container {
        let bytes = try stream.readAll(limit: limits.document)
        let (location, given) = (unread.location, unread.given)
        return Ready([Entry(location, bytes: bytes, seen: given.seen) { read(self, bytes, location, given) }])
    }
}
