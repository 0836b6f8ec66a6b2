/// A form in which files hold documents.
public enum Form: String, CaseIterable, Sendable {
    case text, html, json, jsonl, feed, eml, mhtml, mbox, warc, zip, docx, pdf

    static let list =
        "text, HTML, JSON, JSON Lines, RSS and Atom feeds, mail (EML, MBOX), MHTML, WARC, WACZ and zip archives, DOCX and PDF"

    /// What the bytes say for certain, then what the name says, then what the bytes look like; nil where they are no text.
    ///
    /// - Parameter head: the beginning of the bytes.
    init?(name: String, head: ArraySlice<UInt8>) {
        if let certain = Signs.certain(head) {
            self = certain
        } else if let named = Form(extension: name, head: head) {
            self = named
        } else if let guess = Signs.guess(head) {
            self = guess
        } else {
            return nil
        }
    }

    private init?(extension name: String, head: ArraySlice<UInt8>) {
        let low = name.lowercased()
        guard let dot = low.lastIndex(of: "."), let form = Form.extensions[String(low[low.index(after: dot)...])] else { return nil }
        switch form {
        // A story in many lines, one object each, is often named so.
        case .json: self = Signs.isLines(head) ? .jsonl : .json
        // Pages in strict XML.
        case .feed: self = Page.isPage(Array(head.prefix(Signs.reach))) ? .html : .feed
        case .text: if Signs.isBinary(head) { return nil } else { self = .text }
        default: self = form
        }
    }

    /// Of the forms that have a sign of their own, the name says nothing where that sign is missing.
    private static let extensions: [String: Form] = [
        "txt": .text, "text": .text, "md": .text, "html": .html, "htm": .html, "xhtml": .html, "json": .json, "jsonl": .jsonl,
        "ndjson": .jsonl, "rss": .feed, "atom": .feed, "rdf": .feed, "xml": .feed, "eml": .eml, "mht": .mhtml, "mhtml": .mhtml,
        "mbox": .mbox,
    ]
}
