import HearsayCore

/// The fields of a document in JSON, under the names that files use for them.
struct Fields {
    private static let identifiers = ["id", "doc_id", "docid", "document_id", "doc", "uid", "guid", "_id"]
    private static let titles = ["title", "headline", "head", "hl"]
    private static let publishers = [
        "publisher", "outlet", "source_office", "source_name", "source", "sitename", "site_name", "publication", "agency", "newspaper",
    ]
    private static let dates = [
        "published", "date", "dct", "pub_date", "pubdate", "publication_date", "published_at", "publishedAt", "date_published",
        "datePublished", "published_date", "source_date", "publish_date", "created", "timestamp",
    ]
    private static let addresses = ["url", "source_url", "link", "uri", "permalink", "web_url", "href"]
    private static let texts = [
        "text", "body", "content", "event_text", "article", "article_text", "full_text", "fulltext", "maintext", "story", "sentence",
        "snippet",
    ]
    private static let languages = ["language", "lang"]

    private let json: JSON
    private let location: Location

    init(_ json: JSON, at location: Location) {
        var inner = json
        for key in ["document", "article", "doc"] {
            if let found = json[key], case .object = found {
                inner = found
                break
            }
        }
        self.json = inner
        self.location = location
    }

    /// The text stays exactly as it is given: spans point into it.
    func document(_ defaults: Intake.Defaults) throws(IntakeError) -> Document {
        guard let words = string(Fields.texts) else {
            var keys: [String] = []
            if case .object(let members) = json { keys = members.map(\.key) }
            throw IntakeError(location, .noText(keys: Array(keys.prefix(12))))
        }
        let text = Text(words)
        let title = string(Fields.titles)
        var blocks = Block.paragraphs(of: text, title: title)
        let marks = Furniture.marks(blocks.map { $0.span.length > 150 ? "…" : text[$0.span] })
        blocks = zip(blocks, marks).filter { !$0.1 }.map(\.0)
        guard !blocks.isEmpty else { throw IntakeError(location, .isEmpty) }
        let (published, notices) = published
        var document = Document(
            id: string(Fields.identifiers) ?? Intake.identifier(of: words), title: title,
            publisher: string(Fields.publishers) ?? defaults.publisher, url: string(Fields.addresses),
            published: published ?? defaults.published, language: language ?? Language.guess(text), text: text,
            blocks: blocks)
        document.notices = notices.map(\.description)
        return document
    }

    private var language: String? {
        guard let given = string(Fields.languages)?.lowercased() else { return nil }
        if given == "english" || given == "eng" { return "en" }
        let code = given.prefix { $0.isLetter }
        return code.count == 2 ? String(code) : nil
    }

    /// The day of publication, and what was given as one and is none: the document is read all the same, undated.
    private var published: (day: Day?, notices: [IntakeError]) {
        var notices: [IntakeError] = []
        for key in Fields.dates {
            let day: Day?
            switch json[key] {
            case .string(let words)?:
                if words.trimmed.isEmpty { continue }
                day = PublishedDate.day(words)
                if day == nil { notices.append(IntakeError(location, .unreadableDate(words, field: key))) }
            case .int(let stamp)?: day = PublishedDate.day(Double(stamp))
            case .double(let stamp)?: day = PublishedDate.day(stamp)
            default: day = nil
            }
            if let day { return (day, []) }
        }
        return (nil, notices)
    }

    private func string(_ keys: [String]) -> String? {
        for key in keys {
            switch json[key] {
            case .string(let words)? where !words.trimmed.isEmpty: return words
            case .int(let number)?: return String(number)
            // "source": {"name": "Reuters"}, as news interfaces write it.
            case .object?: if case .string(let name)? = json[key]?["name"] { return name }
            default: continue
            }
        }
        return nil
    }
}
