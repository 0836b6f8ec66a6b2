import HearsayCore

/// The words of a DOCX: paragraphs in their order, headings known by their style.
final class WordDocument: XMLReading {
    static let path = "word/document.xml"
    static let properties = "docProps/core.xml"

    private(set) var lines: [Page.Line] = []
    private(set) var title: String?

    /// Paragraphs that are open: a text box stands inside another's.
    private var open: [(words: String, style: String)] = []
    private var isText = false
    /// Levels inside what no reader sees: deleted words, a second form of a drawing.
    private var hidden = 0
    private var isHiddenRun = false

    func open(_ name: XMLName, _ attributes: [String: String]) {
        if hidden > 0 {
            hidden += 1
            return
        }
        switch name.local {
        case "del", "moveFrom", "Fallback", "delText", "instrText": hidden = 1
        case "p": open.append(("", ""))
        case "pStyle": if !open.isEmpty { open[open.count - 1].style = attributes["val"] ?? "" }
        case "r": isHiddenRun = false
        case "vanish": isHiddenRun = attributes["val"].map { ["1", "true", "on"].contains($0) } ?? true
        case "t": isText = true
        case "tab", "br", "cr": add(" ")
        case "noBreakHyphen": add("-")
        default: break
        }
    }

    func text(_ words: String) { if isText, hidden == 0 { add(words) } }

    func close(_ name: XMLName) {
        if hidden > 0 {
            hidden -= 1
            return
        }
        if name.local == "t" { isText = false }
        guard name.local == "p", let paragraph = open.popLast() else { return }
        let words = PageHead.oneLine(paragraph.words)
        guard !words.isEmpty else { return }
        let style = paragraph.style.lowercased()
        if title == nil, style == "title" || lines.isEmpty && style == "heading1" {
            title = words
            lines.append((words, .headline))
        } else if style == "subtitle", lines.count == 1, title != nil {
            lines.append((words, .standfirst))
        } else {
            lines.append((words, style.hasPrefix("heading") || style == "title" ? .subheading : .body))
        }
    }

    private func add(_ words: String) {
        guard !open.isEmpty, !isHiddenRun else { return }
        open[open.count - 1].words += words
    }
}

/// Title and author as Word keeps them beside the text.
private final class WordProperties: XMLReading {
    var found: [String: String] = [:]
    private var words = ""
    func open(_ name: XMLName, _ attributes: [String: String]) { words = "" }
    func text(_ words: String) { self.words += words }
    func close(_ name: XMLName) { if found[name.local] == nil { found[name.local] = PageHead.oneLine(words) } }
}

extension Intake {
    /// - Parameter bytes: the whole archive.
    func word(
        _ bytes: [UInt8], _ words: ZipDirectory.File, _ properties: ZipDirectory.File?, _ location: Location, _ given: Given
    ) -> Result<Document, IntakeError> {
        do throws(Fault) {
            let store = MemoryStore(bytes)
            var within = limits
            within.unpacked = min(limits.unpacked, limits.document)
            let reader = WordDocument()
            let xml: [UInt8]
            do throws(Fault) { xml = try ZipFile.bytes(store, words, limits: within) } catch {
                // It is the limit of a document that was met.
                if case .unpacksTooFar = error.reason, words.unpacked > limits.document {
                    throw Fault(.tooLarge(bytes: words.unpacked, limit: limits.document))
                }
                throw error
            }
            if let fault = try XMLReader.read(PageCharset.text(xml), limits: limits, into: reader) { throw fault }
            let known = WordProperties()
            // A document is read without its properties where those are damaged.
            if let properties, let xml = try? ZipFile.bytes(store, properties, limits: within) {
                _ = try? XMLReader.read(PageCharset.text(xml), limits: limits, into: known)
            }
            guard !reader.lines.isEmpty else { throw Fault(.isEmpty) }
            var document = wordText(reader)
            document.byline = known.found["creator"].flatMap { $0.isEmpty ? nil : $0 }
            document.url = given.url
            document.publisher = given.publisher ?? defaults.publisher
            document.publish(given.published ?? defaults.published)
            document.language = Language.guess(document.text)
            return .success(document)
        } catch {
            return .failure(IntakeError(location, error.reason))
        }
    }

    /// Where no style names a title, the text is looked at as plain text is.
    private func wordText(_ reader: WordDocument) -> Document {
        if let title = reader.title { return Page.document(of: reader.lines, title: title) }
        var document = Page.document(of: reader.lines, title: nil)
        guard let title = PlainText.headline(document.text, document.blocks) else { return document }
        document.title = title
        document.blocks[0].role = .headline
        return document
    }
}
