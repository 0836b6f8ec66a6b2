public import HearsayCore

/// Bytes → documents.
///
/// A `.json` file holds one document or an array of them, a `.jsonl` or `.ndjson` file one a line, a `.html` file is a
/// saved web page, anything else is one article in plain text. One bad document never stops the rest.
public struct Intake: Sendable {
    /// What holds for documents that do not say it themselves.
    public struct Defaults: Sendable {
        public var published: Day?
        public var publisher: String?
        public init(published: Day? = nil, publisher: String? = nil) {
            self.published = published
            self.publisher = publisher
        }
    }

    /// Twenty million bytes: a thousand times a long article.
    public static let usualLimit = 20_000_000
    /// What holds for a web page where no other limit is set: twice the largest that news sites send.
    public static let usualPageLimit = 5_000_000

    /// Most bytes of one document.
    public var limit: Int
    public var defaults: Defaults

    public init(limit: Int = Intake.usualLimit, defaults: Defaults = Defaults()) {
        self.limit = limit
        self.defaults = defaults
    }

    /// The documents of a file, "-" being standard input; each is read when it is asked for.
    public func documents(at path: String) -> Documents { Documents(path: path, intake: self) }

    /// The documents in bytes that are already here.
    ///
    /// - Parameter name: the file's name, which tells the format and stands in errors.
    public func documents(in bytes: [UInt8], named name: String) -> [Result<Document, IntakeError>] {
        switch Format(name: name, head: bytes) {
        case .text: [article(bytes, file: name)]
        case .page: [page(bytes, file: name)]
        case .json: json(bytes, file: name)
        case .jsonLines:
            bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
                line(Array($0.element), file: name, number: $0.offset + 1)
            }
        }
    }

    enum Format {
        case text, page, json, jsonLines

        init(name: String, head: [UInt8]) {
            let low = name.lowercased()
            if low.hasSuffix(".jsonl") || low.hasSuffix(".ndjson") {
                self = .jsonLines
            } else if low.hasSuffix(".json") {
                self = .json
            } else if [".html", ".htm", ".xhtml"].contains(where: { low.hasSuffix($0) }) {
                self = .page
            } else if low.hasSuffix(".txt") {
                self = .text
            } else {
                self = Format.guess(head)
            }
        }

        /// A stream without a name is JSON where its first line is a whole object, or the beginning of one.
        private static func guess(_ head: [UInt8]) -> Format {
            guard let first = head.first(where: { ![0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF].contains($0) }) else { return .text }
            if first == UInt8(ascii: "<"), Page.isPage(head) { return .page }
            guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return .text }
            let line = head.prefix { $0 != 0x0A }
            if case .object? = try? JSON(reading: line) { return .jsonLines }
            let after = head.drop { $0 != first }.dropFirst().first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
            // "[Editor's note] …" is an article; "[{" and "{\"" are JSON.
            return after == (first == UInt8(ascii: "{") ? UInt8(ascii: "\"") : UInt8(ascii: "{")) ? .json : .text
        }
    }

    func article(_ bytes: [UInt8], file: String) -> Result<Document, IntakeError> {
        guard bytes.count <= limit else { return .failure(tooLarge(bytes.count, file, nil)) }
        let text = PlainText.article(Decoding.text(bytes))
        guard text.count > 0 else { return .failure(IntakeError(file: file, .isEmpty)) }
        var blocks = Block.paragraphs(of: text, title: nil)
        let title = PlainText.headline(text, blocks)
        if title != nil { blocks = Block.paragraphs(of: text, title: title) }
        return .success(
            Document(
                id: Intake.identifier(of: text.string), title: title, publisher: defaults.publisher,
                published: defaults.published, language: Language.guess(text), text: text, blocks: blocks))
    }

    func page(_ bytes: [UInt8], file: String) -> Result<Document, IntakeError> {
        let most = limit == Intake.usualLimit ? Intake.usualPageLimit : limit
        guard bytes.count <= most else { return .failure(IntakeError(file: file, .tooLarge(bytes: bytes.count, limit: most))) }
        do {
            return .success(try Page.document(bytes, file: file, defaults: defaults))
        } catch {
            return .failure(error)
        }
    }

    func json(_ bytes: [UInt8], file: String) -> [Result<Document, IntakeError>] {
        do {
            let value = try JSON(reading: Decoding.text(bytes).utf8)
            guard case .array(let values) = value else { return [document(value, size: bytes.count, file, nil)] }
            // An array is many documents; no one of them can be larger than the whole.
            return values.map { document($0, size: min(bytes.count, limit), file, nil) }
        } catch {
            return [.failure(IntakeError(file: file, .notJSON(error.description)))]
        }
    }

    /// One line of JSON Lines; nil where it is blank.
    func line(_ bytes: [UInt8], file: String, number: Int) -> Result<Document, IntakeError>? {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
        guard bytes.count <= limit else { return .failure(tooLarge(bytes.count, file, number)) }
        do {
            return document(try JSON(reading: Decoding.text(bytes).utf8), size: bytes.count, file, number)
        } catch {
            return .failure(IntakeError(file: file, line: number, .notJSON(error.description)))
        }
    }

    private func document(_ json: JSON, size: Int, _ file: String, _ line: Int?) -> Result<Document, IntakeError> {
        guard size <= limit else { return .failure(tooLarge(size, file, line)) }
        do {
            return .success(try Fields(json, file: file, line: line).document(defaults))
        } catch {
            return .failure(error)
        }
    }

    func tooLarge(_ bytes: Int, _ file: String, _ line: Int?) -> IntakeError {
        IntakeError(file: file, line: line, .tooLarge(bytes: bytes, limit: limit))
    }

    static func identifier(of text: String) -> String { "sha256:" + SHA256.hex(text.utf8) }
}
