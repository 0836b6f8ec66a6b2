import HearsayCore

/// A saved feed: each story a document.
extension Intake {
    func feed(_ bytes: [UInt8], _ unread: Unread) throws(Fault) -> any Container {
        let location = unread.location
        let reader = FeedReader()
        let fault = try XMLReader.read(PageCharset.text(bytes, header: unread.given.charset), limits: limits, into: reader)
        guard ["rss", "feed", "RDF"].contains(reader.root) else {
            throw reader.root.isEmpty ? fault ?? Fault(.isEmpty) : Fault(.notFeed(root: reader.root))
        }
        var entries: [Entry] = []
        for (index, story) in reader.stories.enumerated() {
            let location = location.step(.record(index + 1))
            let (outlet, language) = (reader.outlet, reader.language)
            entries.append(
                Entry(location, bytes: bytes, seen: unread.given.seen) {
                    document(story, outlet: outlet, language: language, location)
                })
        }
        if let fault { entries.append(Entry(IntakeError(location, fault.reason), bytes: bytes)) }
        if entries.isEmpty { throw Fault(.isEmpty) }
        return Ready(entries)
    }

    private func document(_ story: FeedStory, outlet: String, language: String, _ location: Location) -> Result<Document, IntakeError> {
        do throws(Fault) {
            let title = try story.title.isEmpty ? nil : Fragment.plain(story.title)
            var lines: [Page.Line] = []
            for words in [story.content, story.summary] where lines.isEmpty && !words.isEmpty {
                lines = try Fragment.lines(words, title: title)
            }
            guard !lines.isEmpty else { throw Fault(.noWords) }
            if let title { lines.insert((title, .headline), at: 0) }
            var document = Page.document(of: lines, title: title)
            if story.link.hasPrefix("http://") || story.link.hasPrefix("https://") { document.url = story.link }
            let publisher = [story.source, outlet].first { !$0.isEmpty }
            document.publisher = publisher.map(PageHead.oneLine) ?? defaults.publisher
            document.byline = story.authors.isEmpty ? nil : PageHead.oneLine(story.authors.joined(separator: ", "))
            let (day, notices) = story.day(at: location)
            document.publish(day ?? defaults.published)
            document.notices = notices
            let given = [story.language, language].first { !$0.isEmpty }?.lowercased().prefix { $0.isLetter }
            document.language = Page.language(document.text, given: given.flatMap { $0.count == 2 ? String($0) : nil })
            return .success(document)
        } catch {
            return .failure(IntakeError(location, error.reason))
        }
    }
}

extension FeedStory {
    /// The day on which it was published, else the day of its last change.
    fileprivate func day(at location: Location) -> (Day?, [String]) {
        var notices: [String] = []
        for key in ["pubDate", "published", "issued", "date", "updated", "modified"] {
            guard let words = days[key] else { continue }
            if let day = PublishedDate.day(words) { return (day, []) }
            notices.append(IntakeError(location, .unreadableDate(words, field: key)).description)
        }
        return (nil, notices)
    }
}
