internal import CLibXML2

/// Text of a page → its elements.
///
/// libxml2 reads the tags and calls us; it builds no tree, opens no file or connection, and knows no entity but HTML's own
/// letters, so that there is nothing to expand.
enum PageParser {
    /// Deeper than any page for readers; the parser's time grows with the depth.
    static let deepest = 500

    /// nil where the elements are nested deeper than `deepest`.
    static func tree(_ text: String) -> PageTree? {
        guard isReady else { return nil }
        guard let context = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(context) }
        let builder = TreeBuilder()
        builder.stop = { xmlStopParser(context) }
        var handler = htmlSAXHandler()
        handler.startElement = { user, name, attributes in TreeBuilder.from(user).open(name, attributes) }
        handler.endElement = { user, name in TreeBuilder.from(user).close(name) }
        handler.characters = { user, bytes, count in TreeBuilder.from(user).add(bytes, count) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        context.pointee.sax.pointee = handler
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                _ = htmlCtxtReadMemory(context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(options))
            }
        }
        builder.stop = {}
        return builder.isTooDeep ? nil : builder.finished()
    }

    /// The library's own set-up, which is not safe to run twice at once.
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()
}

/// Gathers what the parser calls out.
private final class TreeBuilder {
    private var tree = PageTree()
    private var open = [0]
    private var names = ["root"]
    private var text: [UInt8] = []
    private(set) var isTooDeep = false
    var stop: () -> Void = {}

    static func from(_ user: UnsafeMutableRawPointer?) -> TreeBuilder { Unmanaged<TreeBuilder>.fromOpaque(user!).takeUnretainedValue() }

    func open(_ name: UnsafePointer<xmlChar>?, _ given: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let name, !isTooDeep else { return }
        closeText()
        let word = String(cString: name)
        var attributes: [PageTree.Attribute: String] = [:]
        var at = 0
        while let given, let key = given[at] {
            if let attribute = PageTree.Attribute(rawValue: String(cString: key)), attributes[attribute] == nil {
                attributes[attribute] = given[at + 1].map { String(cString: $0) } ?? ""
            }
            at += 2
        }
        let index = tree.elements.count
        let parent = open[open.count - 1]
        tree.elements.append(
            .init(tag: .init(rawValue: word) ?? .other, parent: parent, depth: open.count, end: index + 1, attributes: attributes))
        tree.elements[parent].children.append(.element(index))
        open.append(index)
        names.append(word)
        if open.count > PageParser.deepest {
            isTooDeep = true
            stop()
        }
    }

    func close(_ name: UnsafePointer<xmlChar>?) {
        guard let name, !isTooDeep else { return }
        let word = String(cString: name)
        closeText()
        guard let at = names.lastIndex(of: word), at > 0 else { return }
        while open.count > at { closeLast() }
    }

    func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let bytes, count > 0, !isTooDeep else { return }
        // The parser gives a long text in pieces.
        text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private func closeText() {
        guard !text.isEmpty else { return }
        tree.elements[open[open.count - 1]].children.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }

    private func closeLast() {
        tree.elements[open.removeLast()].end = tree.elements.count
        names.removeLast()
    }

    func finished() -> PageTree {
        closeText()
        while open.count > 0 { closeLast() }
        return tree
    }
}
