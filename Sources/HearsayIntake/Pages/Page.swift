import HearsayCore

/// A saved web page → the article on it.
enum Page {
    static func document(_ bytes: [UInt8], given: Given = Given(), defaults: Intake.Defaults) throws(Fault) -> Document {
        guard !bytes.prefix(1024).contains(0) || PageCharset.hasMark(bytes) || given.charset != nil else { throw Fault(.notPage) }
        guard let tree = PageParser.tree(PageCharset.text(bytes, header: given.charset)) else {
            throw Fault(.tooDeep(limit: PageParser.deepest))
        }
        let head = PageHead(tree)
        let title = given.title ?? head.title
        var article = PageArticle(tree)
        let shown = article.body(title: title, heading: head.heading)
        let body = paragraphs(shown, given: head.body)
        guard !body.isEmpty else { throw Fault(.noArticle) }
        var lines: [Line] = []
        if let title { lines.append((title, .headline)) }
        if let line = article.standfirst(head.summaries, heading: head.heading, body: shown) { lines.append((line, .standfirst)) }
        var document = document(of: lines + body, title: title)
        document.publisher = given.publisher ?? head.outlet ?? defaults.publisher
        document.url = given.url ?? head.url
        document.publish(given.published ?? head.published ?? defaults.published)
        document.byline = given.byline ?? head.byline
        document.language = language(document.text, given: given.language ?? head.language)
        document.notices = given.notices
        return document
    }

    /// A line of a text, and what it is for.
    typealias Line = (text: String, role: Block.Role)

    /// A document whose text is these lines.
    static func document(of lines: [Line], title: String?) -> Document {
        var blocks: [Block] = []
        var text = String.UnicodeScalarView()
        var at = 0
        for (index, line) in lines.enumerated() {
            if index > 0 {
                text.append("\n")
                at += 1
            }
            let scalars = line.text.unicodeScalars
            text.append(contentsOf: scalars)
            blocks.append(Block(Span(at, at + scalars.count), line.role))
            at += scalars.count
        }
        let whole = Text(String(text))
        return Document(id: Intake.identifier(of: whole.string), title: title, language: nil, text: whole, blocks: blocks)
    }

    /// The page's own text, or that of its JSON-LD where the page itself shows too little of it.
    private static func paragraphs(_ blocks: [PageBlock], given: String?) -> [Line] {
        let shown: [Line] = blocks.map { ($0.text, $0.kind == .heading ? .subheading : .body) }
        guard let given else { return shown }
        let told = given.split(whereSeparator: \.isNewline).map { PageHead.oneLine(String($0)) }.filter { !$0.isEmpty }
        let size = shown.reduce(0) { $0 + $1.text.utf8.count }
        guard size * 2 < told.reduce(0, { $0 + $1.utf8.count }) else { return shown }
        return told.map { ($0, .body) }
    }

    /// The words tell; what the page says of itself is often its template's.
    static func language(_ text: Text, given: String?) -> String? {
        if let guess = Language.guess(text) { return guess }
        return given == "en" ? nil : given
    }

    /// Whether bytes begin as a page does.
    static func isPage(_ head: [UInt8]) -> Bool {
        var rest = Substring(String(decoding: head.prefix(2048), as: UTF8.self).lowercased()).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        for _ in 0..<20 {
            let end: String
            if rest.hasPrefix("<!--") { end = "-->" } else if rest.hasPrefix("<?xml") { end = "?>" } else { break }
            guard let close = rest.firstRange(of: end) else { return false }
            rest = rest[close.upperBound...].drop { $0.isWhitespace }
        }
        return ["<!doctype html", "<html", "<head", "<body"].contains { rest.hasPrefix($0) }
    }
}

extension Document {
    mutating func publish(_ day: Day?) {
        published = day
        publishedBy = day == nil ? nil : .given
    }
}
