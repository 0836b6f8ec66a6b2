/// One story of a feed, as the feed gives it.
struct FeedStory {
    var title = ""
    var link = ""
    var id = ""
    var authors: [String] = []
    /// Days under their names, the day of publication first.
    var days: [String: String] = [:]
    /// "content:encoded" or Atom's "content".
    var content = ""
    /// "description" or Atom's "summary".
    var summary = ""
    /// Who it was taken from, where the feed gathers others' stories.
    var source = ""
    var language = ""
}

/// RSS 2.0, RSS 1.0 (RDF) and Atom → stories.
final class FeedReader: XMLReading {
    private(set) var stories: [FeedStory] = []
    private(set) var outlet = ""
    private(set) var language = ""
    private(set) var root = ""
    private var story: FeedStory?
    private var path: [XMLName] = []
    private var words = ""
    /// Levels inside an element whose marked-up words are gathered as they stand.
    private var markup = 0
    /// The words between its tags are words, not tags written out.
    private var isXHTML = false
    private static let marked: Set<String> = ["encoded", "content", "description", "summary"]

    private enum Space {
        static let content = "http://purl.org/rss/1.0/modules/content/"
        static let dublinCore = "http://purl.org/dc/elements/1.1/"
        static let media = "http://search.yahoo.com/mrss/"
    }

    func open(_ name: XMLName, _ attributes: [String: String]) {
        if path.isEmpty {
            root = name.local
            language = attributes["lang"] ?? ""
        }
        path.append(name)
        if markup > 0 {
            markup += 1
            words += "<\(name.local)>"
            return
        }
        if name.local == "item" || name.local == "entry", story == nil {
            story = FeedStory()
            story?.language = attributes["lang"] ?? ""
        }
        words = ""
        if story != nil, name.space != Space.media, FeedReader.marked.contains(name.local) || attributes["type"] == "xhtml" {
            markup = 1
            isXHTML = attributes["type"] == "xhtml"
        }
        guard name.local == "link", let target = attributes["href"], story?.link == "" else { return }
        if (attributes["rel"] ?? "alternate") == "alternate" { story?.link = target }
    }

    func text(_ words: String) {
        self.words += isXHTML && markup > 0 ? words.replacing("&", with: "&amp;").replacing("<", with: "&lt;") : words
    }

    func close(_ name: XMLName) {
        path.removeLast()
        if markup > 1 {
            markup -= 1
            words += "</\(name.local)>"
            return
        }
        markup = 0
        let value = words.trimmed
        words = ""
        if story != nil { take(name, value) } else { takeOfFeed(name, value) }
        guard name.local == "item" || name.local == "entry", let done = story, !path.contains(name) else { return }
        stories.append(done)
        story = nil
    }

    private func takeOfFeed(_ name: XMLName, _ value: String) {
        guard let parent = path.last?.local, parent == "channel" || parent == "feed", name.space != Space.media else { return }
        if name.local == "title", outlet.isEmpty { outlet = value }
        if name.local == "language", language.isEmpty { language = value }
    }

    private func take(_ name: XMLName, _ value: String) {
        guard !value.isEmpty, name.space != Space.media, let parent = path.last?.local else { return }
        switch (name.local, parent) {
        case ("title", "item"), ("title", "entry"): if story?.title == "" { story?.title = value }
        case ("link", "item"): if story?.link == "" { story?.link = value }
        case ("guid", "item"), ("id", "entry"): story?.id = value
        case ("encoded", "item"): if name.space == Space.content { story?.content = value }
        case ("content", "entry"): story?.content = value
        case ("description", "item"), ("summary", "entry"): if story?.summary == "" { story?.summary = value }
        case ("creator", _), ("name", "author"): story?.authors.append(value)
        case ("author", "item"): if story?.authors.isEmpty == true { story?.authors = [value] }
        case ("pubDate", _), ("published", _), ("issued", _), ("date", _), ("updated", "entry"), ("modified", "entry"):
            if story?.days[name.local] == nil { story?.days[name.local] = value }
        case ("source", "item"), ("title", "source"): story?.source = value
        case ("language", "item"): story?.language = value
        default: break
        }
    }
}
