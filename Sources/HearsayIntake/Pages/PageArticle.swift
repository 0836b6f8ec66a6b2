/// Which part of a page is its article, and which of its blocks are the article's own.
struct PageArticle {
    let tree: PageTree
    private var isDropped: [Bool]
    /// All blocks that a reader may see; furniture is among them.
    private var shown: [PageBlock] = []

    init(_ tree: PageTree) {
        self.tree = tree
        isDropped = tree.elements.map(Self.isNeverShown)
        // Figures are pictures with their captions, but for tables set in one.
        for index in tree.all(.figure) where tree.all(.table, in: index..<tree[index].end).isEmpty { isDropped[index] = true }
        shown = PageBlocks.blocks(of: tree, without: isDropped)
    }

    /// All that a reader may see.
    var everything: [PageBlock] { shown }

    /// The body, a block a paragraph; empty where the page has no running text.
    ///
    /// - Parameter heading: the element that shows the title, 0 where none does.
    mutating func body(title: String?, heading: Int) -> [PageBlock] {
        dropFurniture(heading: heading)
        dropOtherStories(heading: heading)
        let container = container()
        let blocks = PageBlocks.blocks(of: tree, in: container.element, without: isDropped)
        return PageTrimming.trimmed(blocks, title: title, isNamed: container.isNamed)
    }

    /// The line under the headline, where it is what the page gives as its summary and no paragraph of the body.
    func standfirst(_ summaries: [String], heading: Int, body: [PageBlock]) -> String? {
        guard let first = body.first(where: \.isProse) else { return nil }
        let wanted = Set(summaries.map(PageTrimming.key))
        return kept().first { block in
            block.element >= heading && block.element < first.element && block.count >= 25 && wanted.contains(PageTrimming.key(block.text))
                && tree[block.element].parent != tree[first.element].parent && !body.contains { $0.text == block.text }
        }?.text
    }

    // MARK: what is left out

    /// Code, controls and what the page hides: never a word of the article.
    private static func isNeverShown(_ element: PageTree.Element) -> Bool {
        switch element.tag {
        case .head, .script, .style, .noscript, .template, .nav, .aside, .button, .select, .option, .textarea, .input, .svg, .canvas,
            .iframe, .object, .embed, .video, .audio, .map, .dialog, .figcaption, .footer, .title:
            return true
        default: break
        }
        if element.attributes[.hidden] != nil || element.attributes[.ariaHidden] == "true" { return true }
        if let role = element.attributes[.role], ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert"].contains(role)
        {
            return true
        }
        guard let style = element.attributes[.style]?.lowercased() else { return false }
        let plain = String(style.unicodeScalars.filter { $0 != " " })
        return plain.hasPrefix("display:none") || plain.contains(";display:none") || plain.contains("visibility:hidden")
    }

    /// Parts whose names say that they are furniture, unless most of the page's running text stands in them.
    private mutating func dropFurniture(heading: Int) {
        let prose = sums(shown) { $0.isProse ? $0.count - $0.linked : 0 }
        let total = prose[0]
        for index in tree.elements.indices where !isDropped[index] {
            let element = tree[index]
            guard ![.root, .html, .body, .main, .article].contains(element.tag) else { continue }
            if element.tag == .header, !tree.isInside(heading, index), prose[index] * 10 <= total * 3 {
                isDropped[index] = true
                continue
            }
            let names = [Attribute.class, .id, .component, .testid, .itemprop].compactMap { element.attributes[$0] }.joined(separator: " ")
            guard !names.isEmpty else { continue }
            let words = PageWords.words(names)
            let isHidden = names.split(separator: " ").contains { $0 == "hide" || $0 == "hidden" }
            guard isHidden || words.contains(where: PageWords.furniture.contains), !PageWords.isBody(words), !PageWords.isEmbed(words) else {
                continue
            }
            let isComment = words.contains { $0.hasPrefix("comment") || $0 == "disqus" }
            if prose[index] * 10 <= total * (isComment ? 9 : 3) { isDropped[index] = true }
        }
    }

    /// Other stories that stand on the page: articles inside the article or beside the one with the title, lists of teasers.
    private mutating func dropOtherStories(heading: Int) {
        let blocks = kept()
        let prose = sums(blocks) { $0.isProse ? $0.count - $0.linked : 0 }
        let stories = tree.all(.article).filter { !isDropped[$0] }
        let own = stories.last { heading > 0 && tree.isInside(heading, $0) && prose[$0] >= 250 }
        for story in stories where story != own {
            if let own {
                // Not those around it.
                if !tree.isInside(own, story), !tree.isInside(heading, story) { isDropped[story] = true }
            } else if let outer = tree.ancestor(of: story, where: { tree[$0].tag == .article && !isDropped[$0] }), prose[outer] - prose[story] >= 400,
                prose[story] * 2 < prose[outer] || tree[story].parent == outer
            {
                isDropped[story] = true
            }
        }
        let links = sums(blocks) { $0.isLink && $0.count >= 15 ? 1 : 0 }
        let passages = sums(blocks) { $0.isProse ? 1 : 0 }
        let bodies = namedBodies().filter { prose[$0] * 2 > prose[0] }
        for index in tree.elements.indices where prose[index] > 0 && prose[index] * 10 < prose[0] * 9 && !tree.isInside(heading, index) {
            if bodies.contains(where: { tree.isInside(index, $0) }) { continue }
            var teasers: [Int] = []
            var others = 0
            for case .element(let child) in tree[index].children where !isDropped[child] {
                if links[child] > 0, passages[child] <= 2, prose[child] <= 600, prose[child] > 0 || links[child] == 1 {
                    teasers.append(child)
                } else if prose[child] > 0 {
                    others += 1
                }
            }
            guard teasers.count >= 3, teasers.count > others * 2, teasers.contains(where: { prose[$0] > 0 }) else { continue }
            for child in teasers { isDropped[child] = true }
        }
    }
    private typealias Attribute = PageTree.Attribute

    /// The blocks that stand in no part that was left out since.
    private func kept() -> [PageBlock] {
        var isInside = isDropped
        for index in tree.elements.indices where index > 0 && isInside[tree[index].parent] { isInside[index] = true }
        return shown.filter { !isInside[$0.element] }
    }

    /// What blocks are worth, summed up the tree.
    private func sums(_ blocks: [PageBlock], _ worth: (PageBlock) -> Int) -> [Int] {
        var sums = [Int](repeating: 0, count: tree.elements.count)
        for block in blocks { sums[block.element] += worth(block) }
        for index in tree.elements.indices.reversed() where index > 0 { sums[tree[index].parent] += sums[index] }
        return sums
    }

    // MARK: where it stands

    /// Elements that say of themselves that they hold an article's text.
    private func namedBodies() -> [Int] {
        tree.elements.indices.filter { index in
            guard !isDropped[index], tree[index].tag != .p, tree[index].tag != .body else { return false }
            let attributes = tree[index].attributes
            return attributes[.itemprop]?.lowercased() == "articlebody"
                || PageWords.isBody(PageWords.words((attributes[.class] ?? "") + " " + (attributes[.id] ?? "")))
        }
    }

    /// The smallest element that holds the running text and little else.
    private func container() -> (element: Int, isNamed: Bool) {
        let blocks = kept()
        let prose = sums(blocks) { $0.isProse ? $0.count - $0.linked : 0 }
        let worth = sums(blocks) { block in
            if block.isProse { return block.count - block.linked }
            if block.isLink { return -min(block.count, 40) - 10 }
            return block.kind == .heading ? 0 : -10
        }
        var best = 0
        for index in tree.elements.indices where !isDropped[index] && worth[index] >= worth[best] { best = index }
        // The element that says it is the body, where it holds most of that.
        let named = namedBodies().filter { prose[$0] > 0 && prose[$0] * 10 >= prose[best] * 8 }
        let most = named.map { prose[$0] }.max() ?? 0
        if let inner = named.last(where: { prose[$0] * 10 >= most * 8 }) { return (inner, true) }
        return (best, false)
    }
}
