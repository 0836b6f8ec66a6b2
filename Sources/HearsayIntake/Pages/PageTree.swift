/// A page's elements in the order in which they open, and the text between them.
///
/// One flat array: a subtree is the range from an element to its `end`, so that no depth of nesting can cost a stack.
struct PageTree {
    struct Element {
        var tag: Tag
        var parent: Int
        /// Levels below the root.
        var depth: Int
        /// One past the last element inside this one.
        var end: Int
        var attributes: [Attribute: String]
        /// Elements and runs of text inside, in order.
        var children: [Child] = []
    }

    enum Child {
        case element(Int)
        case text(String)
    }

    /// The elements that mean something to us.
    enum Tag: String {
        case root, html, head, body, title, meta, link, base, script, style, noscript, template
        case article, main, section, aside, nav, header, footer, address, div, p, br, hr, h1, h2, h3, h4, h5, h6
        case ul, ol, li, dl, dt, dd, blockquote, pre, table, thead, tbody, tfoot, tr, td, th, caption, figure, figcaption, details, summary
        case a, b, strong, em, i, span, small, sup, sub, time, img, picture, video, audio, source, iframe, object, embed, svg, canvas, map
        case form, button, input, select, option, textarea, label, fieldset, legend, dialog, center
        case other
    }

    /// The attributes that are kept.
    enum Attribute: String {
        case id, `class`, itemprop, itemtype, role, style, hidden, href, property, name, content, rel, type, datetime, lang, pubdate, title
        case ariaHidden = "aria-hidden"
        case ariaLabel = "aria-label"
        case component = "data-component"
        case testid = "data-testid"
    }

    var elements: [Element] = [Element(tag: .root, parent: -1, depth: 0, end: 1, attributes: [:])]

    subscript(_ index: Int) -> Element { elements[index] }

    /// Elements of a tag, in order.
    func all(_ tag: Tag, in range: Range<Int>? = nil) -> [Int] {
        (range ?? elements.indices).filter { elements[$0].tag == tag }
    }

    /// The text inside an element, as it stands; no more than a title, a name or a day could be.
    func text(of index: Int) -> String {
        var text = ""
        gather(index, into: &text)
        return text
    }

    private func gather(_ index: Int, into text: inout String) {
        for child in elements[index].children {
            guard text.utf8.count < 2000 else { return }
            switch child {
            case .text(let words): text += words.utf8.count < 2000 ? words : String(words.unicodeScalars.prefix(2000))
            case .element(let inner):
                let tag = elements[inner].tag
                if tag != .script, tag != .style { gather(inner, into: &text) }
                if tag == .br { text += " " }
            }
        }
    }

    /// The nearest element around this one that is asked for.
    func ancestor(of index: Int, where isWanted: (Int) -> Bool) -> Int? {
        var at = elements[index].parent
        while at >= 0 {
            if isWanted(at) { return at }
            at = elements[at].parent
        }
        return nil
    }

    func isInside(_ index: Int, _ container: Int) -> Bool { index >= container && index < elements[container].end }
}
