/// Which part of a page is its article, and which of its blocks are the article's own.
struct PageArticle {
    let tree: PageTree
    private var isDropped: [Bool]

    init(_ tree: PageTree) {
        self.tree = tree
        isDropped = tree.elements.map(Self.isNeverShown)
    }

    /// The body, a block a paragraph; empty where the page has no running text.
    mutating func body(title: String?) -> [PageBlock] {
        dropFurniture()
        let container = container()
        let blocks = PageBlocks.blocks(of: tree, in: container, without: isDropped)
        return Self.trimmed(blocks, title: title)
    }

    // MARK: what is left out

    /// Code, controls and what the page hides: never a word of the article.
    private static func isNeverShown(_ element: PageTree.Element) -> Bool {
        switch element.tag {
        case .head, .script, .style, .noscript, .template, .nav, .aside, .button, .select, .option, .textarea, .input, .svg, .canvas,
            .iframe, .object, .embed, .video, .audio, .map, .dialog, .figure, .figcaption, .footer, .title:
            return true
        default: break
        }
        if element.attributes[.hidden] != nil || element.attributes[.ariaHidden] == "true" { return true }
        if let role = element.attributes[.role], ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert"].contains(role) {
            return true
        }
        guard let style = element.attributes[.style]?.lowercased() else { return false }
        let plain = String(style.unicodeScalars.filter { $0 != " " })
        return plain.hasPrefix("display:none") || plain.contains(";display:none") || plain.contains("visibility:hidden")
    }

    /// Parts whose names say that they are furniture, unless most of the page's running text stands in them.
    private mutating func dropFurniture() {
        let prose = sums(PageBlocks.blocks(of: tree, without: isDropped)) { $0.isProse ? $0.count - $0.linked : 0 }
        let total = prose[0]
        for index in tree.elements.indices where !isDropped[index] {
            let element = tree[index]
            guard ![.root, .html, .body, .main, .article].contains(element.tag) else { continue }
            let names = [Attribute.class, .id, .component, .testid, .itemprop].compactMap { element.attributes[$0] }.joined(separator: " ")
            guard !names.isEmpty else { continue }
            let words = PageWords.words(names)
            guard words.contains(where: PageWords.furniture.contains), !PageWords.isBody(words) else { continue }
            let isComment = words.contains { $0.hasPrefix("comment") || $0 == "disqus" }
            if prose[index] * 10 <= total * (isComment ? 9 : 3) { isDropped[index] = true }
        }
    }
    private typealias Attribute = PageTree.Attribute

    /// What blocks are worth, summed up the tree.
    private func sums(_ blocks: [PageBlock], _ worth: (PageBlock) -> Int) -> [Int] {
        var sums = [Int](repeating: 0, count: tree.elements.count)
        for block in blocks { sums[block.element] += worth(block) }
        for index in tree.elements.indices.reversed() where index > 0 { sums[tree[index].parent] += sums[index] }
        return sums
    }

    // MARK: where it stands

    /// The smallest element that holds the running text and little else.
    private func container() -> Int {
        let blocks = PageBlocks.blocks(of: tree, without: isDropped)
        let prose = sums(blocks) { $0.isProse ? $0.count - $0.linked : 0 }
        let worth = sums(blocks) { block in
            if block.isProse { return block.count - block.linked }
            if block.isLink { return -min(block.count, 60) - 10 }
            return block.kind == .heading ? 0 : -10
        }
        var best = 0
        for index in tree.elements.indices where !isDropped[index] && worth[index] >= worth[best] { best = index }
        // The element that says it is the body, where it holds most of that.
        var named: Int?
        for index in best..<tree[best].end where !isDropped[index] {
            let element = tree[index]
            let isNamed = element.attributes[.itemprop]?.lowercased() == "articlebody"
                || PageWords.isBody(PageWords.words((element.attributes[.class] ?? "") + " " + (element.attributes[.id] ?? "")))
            if isNamed, prose[index] * 10 >= prose[best] * 6 { named = index }
        }
        return named ?? best
    }

    // MARK: which blocks are its own

    private static func trimmed(_ blocks: [PageBlock], title: String?) -> [PageBlock] {
        var kept: [PageBlock] = []
        let marks = Furniture.marks(blocks.map { $0.count > 150 ? "…" : $0.text })
        let wanted = title.map(key)
        for (block, isFurniture) in zip(blocks, marks) where !isFurniture {
            if block.isLink, block.count < 400 { continue }
            if let wanted, block.count < 400, key(block.text) == wanted { continue }
            kept.append(block)
        }
        // Bylines and dates at the head, headings of lists that are gone at the end.
        if let first = kept.firstIndex(where: \.isProse) {
            let lead = kept[..<first].filter { $0.kind == .heading && $0.endsSentence }
            kept = lead + kept[first...]
        }
        while let last = kept.last, last.kind == .heading { kept.removeLast() }
        return kept
    }

    /// Letters and digits alone, in lower case.
    static func key(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
