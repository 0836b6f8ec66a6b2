/// A stretch of a page that stands on lines of its own.
struct PageBlock {
    enum Kind { case paragraph, heading, item, quote, code, cell }

    /// White space as single spaces.
    var text: String
    /// Letters and signs in all, and those inside links.
    var count: Int
    var linked: Int
    var kind: Kind
    /// The element that makes it a block.
    var element: Int

    /// More than half of it leads elsewhere.
    var isLink: Bool { linked * 2 > count }

    /// Reads as running text: long, or a whole sentence, and no list of links.
    var isProse: Bool { !isLink && kind != .heading && (count >= 90 || count >= 30 && endsSentence) }

    var endsSentence: Bool {
        guard let last = text.unicodeScalars.last(where: { !"\"'”’»)] ".unicodeScalars.contains($0) }) else { return false }
        return ".!?…:。！？".unicodeScalars.contains(last)
    }
}

/// Elements → blocks, in the order of the page.
struct PageBlocks {
    private let tree: PageTree
    private let isDropped: [Bool]
    private var blocks: [PageBlock] = []
    private var words = String.UnicodeScalarView()
    private var count = 0
    private var linked = 0
    private var isAfterSpace = true
    private var isAfterBreak = false

    /// - Parameter isDropped: by element; what stands inside one is left out too.
    static func blocks(of tree: PageTree, in container: Int = 0, without isDropped: [Bool]) -> [PageBlock] {
        var reader = PageBlocks(tree: tree, isDropped: isDropped)
        reader.read(container, kind: .paragraph, block: container, link: false)
        reader.flush(.paragraph, container)
        return reader.blocks
    }

    private init(tree: PageTree, isDropped: [Bool]) {
        self.tree = tree
        self.isDropped = isDropped
    }

    /// Calls itself once a level; `PageParser.deepest` bounds that.
    private mutating func read(_ index: Int, kind: PageBlock.Kind, block: Int, link: Bool) {
        for child in tree[index].children {
            switch child {
            case .text(let text): add(text, link: link)
            case .element(let inner):
                if isDropped[inner] { continue }
                let tag = tree[inner].tag
                if tag == .br {
                    // Two line breaks in a row part paragraphs; one is a space.
                    if isAfterBreak { flush(kind, block) } else { add(" ", link: link) }
                    isAfterBreak = true
                } else if let own = Self.kind(tag) {
                    flush(kind, block)
                    let innerKind = own == .paragraph && [.item, .quote, .cell].contains(kind) ? kind : own
                    read(inner, kind: innerKind, block: inner, link: link)
                    flush(innerKind, inner)
                } else {
                    read(inner, kind: kind, block: block, link: link || tag == .a)
                }
            }
        }
    }

    /// nil for elements that run on in their line.
    private static func kind(_ tag: PageTree.Tag) -> PageBlock.Kind? {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: .heading
        case .li, .dt, .dd: .item
        case .blockquote: .quote
        case .pre: .code
        case .td, .th: .cell
        case .html, .body, .article, .main, .section, .aside, .nav, .header, .footer, .address, .div, .p, .hr, .ul, .ol, .dl, .table,
            .thead, .tbody, .tfoot, .tr, .caption, .figure, .figcaption, .details, .summary, .form, .fieldset, .legend, .dialog, .center,
            .title, .video, .audio, .iframe, .object, .select, .option:
            .paragraph
        default: nil
        }
    }

    private mutating func add(_ text: String, link: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 9, 10, 12, 13, 32, 0xA0, 0x2028, 0x2029, 0x85, 0x2002...0x200A, 0x202F, 0x3000:
                if !isAfterSpace { words.append(" ") }
                isAfterSpace = true
            // Signs that nobody sees: soft hyphens, marks of width none, controls.
            case 0..<32, 0x7F..<0xA0, 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC: continue
            default:
                words.append(scalar)
                count += 1
                if link { linked += 1 }
                isAfterSpace = false
                isAfterBreak = false
            }
        }
    }

    private mutating func flush(_ kind: PageBlock.Kind, _ element: Int) {
        if words.last == " " { words.removeLast() }
        if !words.isEmpty {
            blocks.append(PageBlock(text: String(words), count: count, linked: linked, kind: kind, element: element))
        }
        words = String.UnicodeScalarView()
        count = 0
        linked = 0
        isAfterSpace = true
        isAfterBreak = false
    }
}
