import HearsayCore

/// A mail → its words, and the documents attached to it; a page that a browser saved as one.
extension Intake {
    /// A file that is one mail.
    func mail(_ stream: Buffered, _ unread: Unread, isPage: Bool) throws(Fault) -> any Container {
        let bytes = try stream.readAll(limit: limits.document)
        return Ready(mail(bytes, unread, isPage: isPage))
    }

    /// - Parameter raw: the bytes as they lay in a mailbox, where those differ from the mail's.
    func mail(_ bytes: [UInt8], _ unread: Unread, isPage: Bool = false, raw: [UInt8]? = nil) -> [Content] {
        let raw = raw ?? bytes
        let location = unread.location
        let whole = MailPart(bytes[...])
        do throws(Fault) {
            guard !whole.head.isEmpty else { throw Fault(.notMail) }
            let leaves = try whole.leaves(limits: limits)
            if isPage || whole.head.isSavedPage { return [.entry(savedPage(whole, leaves, raw, location))] }
            let shown = leaves.filter { !$0.isAttachment && ["text/html", "text/plain", ""].contains($0.type.value) }
            let entry = Entry(location, bytes: raw, seen: unread.given.seen) { letter(whole.head, shown, location) }
            return [.entry(entry)] + attached(leaves, unread)
        } catch {
            return [.entry(Entry(IntakeError(location, error.reason), bytes: raw))]
        }
    }

    /// The words that a reader sees: HTML before plain text, which often says only where the HTML is.
    private func letter(_ head: MailHead, _ parts: [MailPart], _ location: Location) -> Result<Document, IntakeError> {
        do throws(Fault) {
            let title = head["subject"].map { PageHead.oneLine(HeadWords.decoded($0)) }.flatMap { $0.isEmpty ? nil : $0 }
            var lines: [Page.Line] = []
            for part in parts where part.type.value == "text/html" {
                lines += try Fragment.lines(PageCharset.text(part.content, header: part.type["charset"]), title: title)
            }
            if lines.isEmpty {
                for part in parts where part.type.value != "text/html" { lines += PlainText.lines(part.text) }
            }
            guard !lines.isEmpty else { throw Fault(.isEmpty) }
            var document = Page.document(of: (title.map { [($0, .headline)] } ?? []) + lines, title: title)
            document.publisher = head["from"].flatMap(HeadWords.sender) ?? defaults.publisher
            let day = head["date"].flatMap(PublishedDate.day)
            if let words = head["date"], day == nil {
                document.notices = [IntakeError(location, .unreadableDate(words, field: "Date")).description]
            }
            document.publish(day ?? defaults.published)
            document.language = Language.guess(document.text)
            return .success(document)
        } catch {
            return .failure(IntakeError(location, error.reason))
        }
    }

    /// The page itself is the part that the head names, else the first; the others are its pictures and frames.
    private func savedPage(_ whole: MailPart, _ leaves: [MailPart], _ bytes: [UInt8], _ location: Location) -> Entry {
        let start = whole.type["start"]
        let pages = leaves.filter { ["text/html", "application/xhtml+xml"].contains($0.type.value) }
        let page = pages.first { start != nil && $0.head["content-id"] == start } ?? pages.first
        var given = Given()
        given.seen = whole.head["date"]
        let address = page?.head["content-location"] ?? whole.head["snapshot-content-location"]
        given.url = address.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
        given.charset = page?.type["charset"]
        return Entry(location, bytes: bytes, seen: given.seen) { [given] in
            guard let page else { return .failure(IntakeError(location, .noArticle)) }
            return self.page(page.content, location, given)
        }
    }

    private static let attachable: Set<String> = [
        "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "message/rfc822", "text/html",
    ]
    private static let endings = [".pdf", ".docx", ".eml", ".html", ".htm", ".mht", ".mhtml", ".txt"]

    /// Documents that came with the mail; pictures, calendars and sheets are passed over.
    private func attached(_ leaves: [MailPart], _ unread: Unread) -> [Content] {
        var contents: [Content] = []
        for (index, part) in leaves.enumerated() {
            let isMail = part.type.value == "message/rfc822"
            guard isMail || part.isAttachment || part.name != nil && !part.type.value.hasPrefix("text/") else { continue }
            let name = part.name ?? "part \(index + 1)" + (isMail ? ".eml" : "")
            guard Intake.attachable.contains(part.type.value) || Intake.endings.contains(where: name.lowercased().hasSuffix) else { continue }
            let found = Unread(
                at: unread.location.step(.name(name)), name: isMail ? name + ".eml" : name, depth: unread.depth + 1,
                open: { () throws(Fault) in MemoryStream(part.content) })
            contents.append(.file(found))
        }
        return contents
    }
}
