import HearsayCore

/// Files that are one document: an article in plain text, a saved page.
extension Intake {
    func article(_ bytes: [UInt8], _ location: Location, _ given: Given = Given()) -> Result<Document, IntakeError> {
        article(given.charset == nil ? Decoding.text(bytes) : PageCharset.text(bytes, only: given.charset), location, given)
    }

    func article(_ raw: String, _ location: Location, _ given: Given) -> Result<Document, IntakeError> {
        var document: Document
        if let title = given.title {
            let body = PlainText.lines(raw)
            guard !body.isEmpty else { return .failure(IntakeError(location, .isEmpty)) }
            document = Page.document(of: [(title, .headline)] + body, title: title)
        } else {
            let text = PlainText.article(raw)
            guard text.count > 0 else { return .failure(IntakeError(location, .isEmpty)) }
            var blocks = Block.paragraphs(of: text, title: nil)
            let title = PlainText.headline(text, blocks)
            if title != nil { blocks = Block.paragraphs(of: text, title: title) }
            document = Document(id: Intake.identifier(of: text.string), title: title, text: text, blocks: blocks)
        }
        document.language = Language.guess(document.text) ?? (given.language == "en" ? nil : given.language)
        document.publisher = given.publisher ?? defaults.publisher
        document.byline = given.byline
        document.url = given.url
        document.publish(given.published ?? defaults.published)
        document.notices = given.notices
        return .success(document)
    }

    func page(_ bytes: [UInt8], _ location: Location, _ given: Given = Given()) -> Result<Document, IntakeError> {
        do throws(Fault) {
            guard bytes.count <= limits.page else { throw Fault(.tooLarge(bytes: bytes.count, limit: limits.page)) }
            return .success(try Page.document(bytes, given: given, defaults: defaults))
        } catch {
            return .failure(IntakeError(location, error.reason))
        }
    }
}
