import HearsayCore

/// A report of ReliefWeb's as its interface gives it (version 1 or 2), saved to a file.
///
/// The issuing bodies stand as the outlet: a report that many sites show has one origin.
struct ReliefWeb {
    private let id: String?
    private let fields: JSON
    private let location: Location

    /// nil where an object is no such report.
    init?(_ json: JSON, at location: Location) {
        guard let fields = json["fields"], case .object = fields, fields["title"] != nil || fields["body"] != nil || fields["body-html"] != nil,
            json["id"] != nil
        else { return nil }
        id = ReliefWeb.word(json["id"])
        self.fields = fields
        self.location = location
    }

    /// The reports of an answer, a list or a single one; nil where it is none.
    static func reports(in answer: JSON) -> [JSON]? {
        guard case .array(let values)? = answer["data"], answer["href"] != nil || answer["totalCount"] != nil || answer["count"] != nil,
            values.allSatisfy({ $0["fields"] != nil })
        else { return nil }
        return values
    }

    func document(_ defaults: Intake.Defaults) throws(IntakeError) -> Document {
        let title = ReliefWeb.word(fields["title"]).map(PageHead.oneLine)
        var lines: [Page.Line] = []
        do throws(Fault) {
            if let marked = ReliefWeb.word(fields["body-html"]) {
                lines = try Fragment.lines(marked, title: title)
            }
            if lines.isEmpty, let plain = ReliefWeb.word(fields["body"]) {
                lines = PlainText.lines(plain)
            }
        } catch {
            throw IntakeError(location, error.reason)
        }
        guard !lines.isEmpty else {
            var keys: [String] = []
            if case .object(let members) = fields { keys = members.map(\.key) }
            throw IntakeError(location, .noReport(keys: Array(keys.prefix(12))))
        }
        if let title { lines.insert((title, .headline), at: 0) }
        let (day, notices) = published
        var document = Page.document(of: lines, title: title)
        if let id { document.id = "reliefweb:" + id }
        document.publisher = outlet ?? defaults.publisher
        document.url = ReliefWeb.word(fields["url"]) ?? ReliefWeb.word(fields["url_alias"])
        document.publish(day ?? defaults.published)
        document.language = Page.language(document.text, given: language)
        document.notices = notices
        return document
    }

    /// "UNHCR, WFP": short names, in the order given.
    private var outlet: String? {
        guard case .array(let sources)? = fields["source"] else { return nil }
        let names = sources.compactMap { ReliefWeb.word($0["shortname"]) ?? ReliefWeb.word($0["name"]) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private var language: String? {
        guard case .array(let languages)? = fields["language"] else { return nil }
        let codes = languages.compactMap { ReliefWeb.word($0["code"]) }
        // A report in several languages is told by its words.
        return codes.count == 1 ? codes[0] : nil
    }

    /// The day on which its issuer published it, before the day on which ReliefWeb did.
    private var published: (Day?, [String]) {
        var notices: [String] = []
        for key in ["original", "created"] {
            guard let words = ReliefWeb.word(fields["date"]?[key]) else { continue }
            if let day = PublishedDate.day(words) { return (day, []) }
            notices.append(IntakeError(location, .unreadableDate(words, field: "date.\(key)")).description)
        }
        return (nil, notices)
    }

    private static func word(_ value: JSON?) -> String? {
        switch value {
        case .string(let words)? where !words.trimmed.isEmpty: words
        case .int(let number)?: String(number)
        default: nil
        }
    }
}
