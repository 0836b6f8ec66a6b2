import HearsayCore

/// The day of publication as a page shows it to its readers.
enum PageDay {
    private static let words: Set<String> = [
        "date", "published", "publish", "pubdate", "posted", "time", "timestamp", "datetime", "dateline", "meta", "byline", "created", "pub",
    ]

    static func find(_ tree: PageTree, address: String?, heading: Int) -> Day? {
        for index in tree.elements.indices where tree[index].attributes[.itemprop]?.lowercased() == "datepublished" {
            if let day = day(tree, index) { return day }
        }
        if let day = address.flatMap(inAddress) { return day }
        let times = tree.all(.time)
        for index in times where tree[index].attributes[.pubdate] != nil { if let day = day(tree, index) { return day } }
        // The first time shown behind the heading; one before it may stand in a bar of other stories.
        for index in times.filter({ $0 > heading }) + times.filter({ $0 <= heading }) { if let day = day(tree, index) { return day } }
        for isNear in [true, false] {
            for index in tree.elements.indices.dropFirst(isNear ? heading : 0) {
                let element = tree[index]
                guard element.tag != .body, element.tag != .html, element.tag != .meta, element.end - index < 12 else { continue }
                let names = (element.attributes[.class] ?? "") + " " + (element.attributes[.id] ?? "")
                guard PageWords.words(names).contains(where: words.contains) else { continue }
                if let day = day(tree, index) { return day }
            }
        }
        return nil
    }

    private static func day(_ tree: PageTree, _ index: Int) -> Day? {
        for given in [Attribute.datetime, .content, .title].compactMap({ tree[index].attributes[$0] }) {
            if let day = PublishedDate.day(given) { return day }
        }
        let shown = PageHead.oneLine(tree.text(of: index))
        guard shown.utf8.count < 120 else { return nil }
        return inWords(shown) ?? PublishedDate.day(shown)
    }

    /// "Written: 2023-11-07 15:03, updated 2023-11-08" gives 2023-11-07.
    private static func inWords(_ shown: String) -> Day? {
        for word in shown.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let parts = word.split { $0 == "-" || $0 == "/" || $0 == "." }
            if parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
                let found = Day(year, month, day)
            {
                return found
            }
        }
        return nil
    }

    private typealias Attribute = PageTree.Attribute

    /// "https://example.org/2023/09/19/raid" gives 2023-09-19.
    private static func inAddress(_ address: String) -> Day? {
        let parts = address.split(separator: "/")
        for at in parts.indices where at + 2 < parts.endIndex {
            guard parts[at].utf8.count == 4, let year = Int(parts[at]), (1990...2100).contains(year) else { continue }
            let month = Int(parts[at + 1]) ?? PublishedDate.month(parts[at + 1])
            if let month, let day = Int(parts[at + 2]), let found = Day(year, month, day) { return found }
        }
        return nil
    }
}
