import HearsayCore

/// Marked-up words that are an article and nothing else: a story in a feed, the body of a report.
enum Fragment {
    /// Its paragraphs; where nothing in it is running text, all its lines.
    static func lines(_ marked: String, title: String?) throws(Fault) -> [Page.Line] {
        guard let tree = PageParser.tree(marked) else { throw Fault(.tooDeep(limit: PageParser.deepest)) }
        let shown = PageArticle(tree).everything
        let trimmed = PageTrimming.trimmed(shown, title: title, isNamed: true)
        let kept = trimmed.contains(where: \.isProse) ? trimmed : shown.filter { !$0.isLink }
        return kept.map { ($0.text, $0.kind == .heading ? .subheading : .body) }
    }

    /// A title, whose letters may be written as HTML writes them; nil where nothing is left.
    static func plain(_ marked: String) throws(Fault) -> String? {
        guard marked.contains(where: { $0 == "<" || $0 == "&" }) else { return PageHead.oneLine(marked) }
        guard let tree = PageParser.tree(marked) else { throw Fault(.tooDeep(limit: PageParser.deepest)) }
        let words = PageHead.oneLine(tree.text(of: 0))
        return words.isEmpty ? nil : words
    }
}
