import HearsayCore

/// What a page says of itself: JSON-LD first, then meta tags, then marked elements.
struct PageHead {
    var title: String?
    /// The element that shows the title; 0 where none does.
    var heading = 0
    /// What it gives as the story in a sentence or two.
    var summaries: [String] = []
    var byline: String?
    var outlet: String?
    var url: String?
    var published: Day?
    var language: String?
    /// The article's text as JSON-LD gives it.
    var body: String?

    private let tree: PageTree
    /// Objects of JSON-LD that are articles, the most telling first.
    private var articles: [JSON] = []
    private var meta: [String: String] = [:]

    init(_ tree: PageTree) {
        self.tree = tree
        for index in tree.all(.meta) {
            let attributes = tree[index].attributes
            guard let content = attributes[.content], !content.trimmed.isEmpty else { continue }
            for name in [attributes[.property], attributes[.name], attributes[.itemprop]].compactMap({ $0 }) {
                let key = name.trimmed.lowercased()
                if meta[key] == nil { meta[key] = content.trimmed }
            }
        }
        articles = LinkedData.articles(in: tree)
        (title, heading) = findTitle()
        byline = findByline()
        outlet = findOutlet()
        url = findAddress()
        published = findDay()
        if let given = tree.all(.html).first.flatMap({ tree[$0].attributes[.lang] }) {
            let code = given.lowercased().prefix { $0.isLetter }
            if code.count == 2 { language = String(code) }
        }
        summaries =
            articles.compactMap { Self.string($0["description"]) }
            + ["description", "og:description", "twitter:description"].compactMap { meta[$0] }
        body = articles.compactMap { Self.string($0["articleBody"]) }.max { $0.utf8.count < $1.utf8.count }
    }

    private func first(_ names: [String]) -> String? { names.lazy.compactMap { meta[$0] }.first }

    // MARK: title

    /// The title, and the element that shows it to a reader.
    private func findTitle() -> (title: String?, heading: Int) {
        let outlet = findOutlet()
        let headings = (tree.all(.h1).prefix(20) + tree.all(.h2).prefix(6)).map { ($0, Self.oneLine(tree.text(of: $0))) }.filter { !$0.1.isEmpty }
        let tab = tree.all(.title).first.map { Self.oneLine(tree.text(of: $0)) }.flatMap { $0.isEmpty ? nil : $0 }
        let given =
            articles.lazy.compactMap { Self.string($0["headline"]) }.first
            ?? first(["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title"])
        let told = [given, tab].compactMap { $0 }.map { PageTrimming.key($0) }
        // The heading that a reader sees, where it is what the page says of itself.
        for (index, words) in headings where told.contains(PageTrimming.key(words)) { return (words, index) }
        let tops = headings.filter { tree[$0.0].tag == .h1 && PageTrimming.key($0.1) != outlet.map(PageTrimming.key) }
        if tops.count == 1, tops[0].1.split(separator: " ").count >= 4, Self.areAlike(tops[0].1, [given, tab].compactMap { $0 }) {
            // A heading may open with the section's name.
            let isLonger = given.map { PageTrimming.key(tops[0].1).hasSuffix(PageTrimming.key($0)) && $0.split(separator: " ").count >= 4 } ?? false
            return (isLonger ? given.map(Self.oneLine) : tops[0].1, tops[0].0)
        }
        let likely = headings.filter { _, words in
            let key = PageTrimming.key(words)
            return key.count > 12 && key != outlet.map(PageTrimming.key) && told.contains { $0.hasPrefix(key) || $0.hasSuffix(key) }
        }
        if let longest = likely.max(by: { $0.1.count < $1.1.count }) { return (longest.1, longest.0) }
        let marked = tree.elements.indices.first { tree[$0].attributes[.itemprop] == "headline" && tree[$0].tag != .meta }
        let shown = marked ?? (tops.count == 1 ? tops[0].0 : nil)
        if let given { return (Self.withoutOutlet(Self.oneLine(given), outlet: outlet), shown ?? 0) }
        if let shown { return (Self.oneLine(tree.text(of: shown)), shown) }
        return (tab.map { Self.withoutOutlet($0, outlet: outlet) }, 0)
    }

    /// Whether a heading shares three words with what the page calls itself.
    private static func areAlike(_ heading: String, _ titles: [String]) -> Bool {
        let words = Set(heading.lowercased().split(whereSeparator: \.isWhitespace))
        return titles.isEmpty || titles.contains { words.intersection($0.lowercased().split(whereSeparator: \.isWhitespace)).count >= 3 }
    }

    /// "Army denies raid | Example News" gives "Army denies raid".
    private static func withoutOutlet(_ title: String, outlet: String?) -> String {
        for mark in [" | ", " – ", " — ", " - ", " :: ", " « ", " » "] {
            guard let parts = title.split(apart: mark) else { continue }
            if let outlet, PageTrimming.key(parts.after) == PageTrimming.key(outlet) { return parts.before }
            if parts.before.split(separator: " ").count >= 4, parts.after.split(separator: " ").count <= 4, mark != " - " || parts.after.count < 25 {
                return parts.before
            }
        }
        return title
    }

    // MARK: who

    private func findByline() -> String? {
        for article in articles {
            let names = Self.names(article["author"])
            if !names.isEmpty { return names.map(Self.withoutBy).joined(separator: ", ") }
        }
        if let name = first([
            "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "article:author_name",
        ]),
            !name.contains("://")
        {
            return Self.withoutBy(Self.oneLine(name))
        }
        for index in tree.elements.indices {
            let attributes = tree[index].attributes
            let isMarked =
                attributes[.itemprop] == "author" || attributes[.rel] == "author"
                || PageWords.words(attributes[.class] ?? "").contains { $0 == "byline" || $0 == "author" }
            guard isMarked, tree[index].tag != .body, tree[index].tag != .meta else { continue }
            let words = Self.oneLine(tree.text(of: index))
            if (3...80).contains(words.count) { return Self.withoutBy(words) }
        }
        return nil
    }

    private static func withoutBy(_ name: String) -> String {
        name.lowercased().hasPrefix("by ") ? String(name.dropFirst(3)).trimmed : name
    }

    private func findOutlet() -> String? {
        let given = articles.lazy.compactMap { Self.names($0["publisher"]).first }.first
        return (given ?? first(["og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name"])).map(Self.oneLine)
    }

    static func names(_ value: JSON?) -> [String] {
        switch value {
        case .string(let name)?: name.contains("://") || name.trimmed.isEmpty ? [] : [oneLine(name)]
        case .array(let values)?: values.flatMap { names($0) }
        case .object?: names(value?["name"])
        default: []
        }
    }

    // MARK: where

    private func findAddress() -> String? {
        let links = tree.all(.link).filter { tree[$0].attributes[.rel]?.lowercased() == "canonical" }
        let given =
            links.lazy.compactMap { tree[$0].attributes[.href] }.first ?? first(["og:url", "twitter:url"])
            ?? articles.lazy.compactMap { Self.string($0["url"]) }.first
        guard let given = given?.trimmed, given.hasPrefix("http://") || given.hasPrefix("https://") else { return nil }
        return given
    }

    // MARK: when

    private func findDay() -> Day? {
        for article in articles {
            if let day = Self.string(article["datePublished"]).flatMap(PublishedDate.day) { return day }
        }
        let names = [
            "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
            "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created",
            "sailthru.date", "pubdate", "publishdate", "publish_date", "publish-date", "published_date", "publication_date",
            "publicationdate", "article.published", "article:publication_date", "article_date_original", "originalpublicationdate",
            "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date", "ptime", "pdate", "displaydate", "date",
            "date_published", "bt:pubdate", "rnews:datepublished", "news_date", "datecreated",
        ]
        for name in names {
            if let day = meta[name].flatMap(PublishedDate.day) { return day }
        }
        return PageDay.find(tree, address: url, heading: heading) ?? articles.lazy.compactMap {
            Self.string($0["dateCreated"]).flatMap(PublishedDate.day)
        }.first
            ?? first(["article:modified_time", "og:updated_time", "last-modified", "datemodified", "dcterms.modified"]).flatMap(PublishedDate.day)
            ?? articles.lazy.compactMap { Self.string($0["dateModified"]).flatMap(PublishedDate.day) }.first
    }

    // MARK: words

    static func string(_ value: JSON?) -> String? {
        switch value {
        case .string(let words)? where !words.trimmed.isEmpty: words
        case .array(let values)?: values.lazy.compactMap { string($0) }.first
        default: nil
        }
    }

    static func oneLine(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 32 }.map { String($0) }.joined(separator: " ")
    }
}

extension String {
    /// The parts before and after the last occurrence of a mark.
    fileprivate func split(apart mark: String) -> (before: String, after: String)? {
        let wanted = Array(mark.unicodeScalars)
        let scalars = Array(unicodeScalars)
        guard scalars.count > wanted.count else { return nil }
        for at in stride(from: scalars.count - wanted.count, to: 0, by: -1) where scalars[at..<at + wanted.count].elementsEqual(wanted) {
            var (before, after) = (String.UnicodeScalarView(), String.UnicodeScalarView())
            before.append(contentsOf: scalars[..<at])
            after.append(contentsOf: scalars[(at + wanted.count)...])
            return (String(before).trimmed, String(after).trimmed)
        }
        return nil
    }
}
