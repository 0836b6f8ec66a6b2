/// Why a document, or a field of it, could not be taken in: where, what, and the way out.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case cannotRead(String)
        case noMatch
        case notFile
        case unknownForm(looksLike: String?)
        case tooLarge(bytes: Int, limit: Int)
        case unpacksTooFar(limit: Int)
        case tooDense(limit: Int)
        case tooManyEntries(Int, limit: Int)
        case tooNested(limit: Int)
        case tooManyLevels(limit: Int)
        case tooManyParts(limit: Int)
        case notJSON(String)
        case noText(keys: [String])
        case noReport(keys: [String])
        case unreadableDate(String, field: String)
        case isEmpty
        case notPage
        case tooDeep(limit: Int)
        case noArticle
        case brokenXML(String, line: Int)
        case notFeed(root: String)
        case noWords
        case notMail
        case brokenPacking(String)
        case brokenZip(String)
        case brokenRecord(String)
        case unknownCoding(String)
        case notWord
        case noPDFReader
        case brokenPDF(String)
        case tooSlow(seconds: Int)
        case noTextLayer
    }

    public var location: Location
    public var reason: Reason

    public init(_ location: Location, _ reason: Reason) {
        self.location = location
        self.reason = reason
    }

    public init(file: String, line: Int? = nil, _ reason: Reason) {
        self.init(Location(file, line.map { [.line($0)] } ?? []), reason)
    }

    /// The file, or "standard input".
    public var file: String { location.file }
    /// Line of a JSON Lines file, counted from 1.
    public var line: Int? { if case .line(let number)? = location.steps.last { number } else { nil } }

    public var description: String { "\(location): \(reason.words)" }
}

extension IntakeError.Reason {
    /// What is wrong; way out.
    var words: String {
        switch self {
        case .cannotRead(let why): "cannot be read: \(why); give the path of a file, or - for standard input"
        case .noMatch: "no file has such a name; mend the pattern, or give the path of a file or folder"
        case .notFile: "neither a file nor a folder; passed over"
        case .unknownForm(let likeness):
            "\(likeness.map { "\($0), which" } ?? "its bytes are of no form that") Hearsay \(likeness == nil ? "knows" : "does not read"); "
                + "it reads \(Form.list); save it as one of these, or name its form with --as"
        case .tooLarge(let bytes, let limit):
            "\(bytes) bytes are over the limit of \(limit) a document; cut it into documents, or raise --max-bytes"
        case .unpacksTooFar(let limit):
            "unpacks to more than the limit of \(limit) bytes an entry; unpack it yourself, or raise --max-unpacked"
        case .tooDense(let limit): "unpacks to over \(limit) times its size, as no news does; raise --max-ratio if you trust it"
        case .tooManyEntries(let count, let limit): "its \(count) entries are over the limit of \(limit); cut it up, or raise --max-entries"
        case .tooNested(let limit): "lies in more than \(limit) archives or mails, one in another; unpack the outer ones, or raise --max-depth"
        case .tooManyLevels(let limit): "its XML elements are nested over \(limit) deep; raise --max-levels if you trust it"
        case .tooManyParts(let limit): "its parts are nested over \(limit) deep; raise --max-parts if you trust it"
        case .notJSON(let why): "not JSON: \(why); give one object a line (.jsonl) or one a file (.json)"
        case .noText(let keys):
            "no text: \(keys.isEmpty ? "it has no fields" : "its fields are \(keys.joined(separator: ", "))"); put the article into 'text'"
        case .noReport(let keys):
            "no text in the report: its fields are \(keys.joined(separator: ", ")); ask the interface for body-html or body as well"
        case .unreadableDate(let date, let field):
            "unreadable date '\(date)' in '\(field)': the document stays undated; write it as 2023-09-19, or leave it out"
        case .notPage: "not a web page: it holds bytes that are no text; save the page as HTML, or its words as .txt"
        case .tooDeep(let limit): "its elements are nested over \(limit) deep; no page for readers is, save its words as .txt"
        case .noArticle: "no running text on the page; save it when its article is shown, or its words as .txt"
        case .isEmpty: "no text in it; nothing to read"
        case .brokenXML(let why, let line):
            "broken XML at its line \(line): \(why); what stands behind may be missing, save the file anew"
        case .notFeed(let root): "XML whose outermost element is '\(root)'; of XML, RSS, Atom and RDF feeds are read"
        case .noWords: "its story has no words; read the page that it leads to"
        case .notMail: "no mail: it does not begin with header lines; give the mail as it was saved (.eml), or its words as .txt"
        case .brokenPacking(let why): "cannot be unpacked: \(why); get the file anew, or unpack it yourself"
        case .brokenZip(let why): "\(why); get the archive anew, or unpack it yourself"
        case .brokenRecord(let why): "broken record: \(why); the records that follow are read"
        case .unknownCoding(let name): "packed as '\(name)', which Hearsay does not unpack; save the page anew"
        case .notWord: "no Word document: word/document.xml is missing; save it as .docx"
        case .noPDFReader: "PDF is read by pdftotext, which is not installed; install the package poppler-utils"
        case .brokenPDF(let why): "pdftotext cannot read it: \(why); save its words as .txt"
        case .tooSlow(let seconds): "its pages took over \(seconds) seconds; raise --max-seconds, or save its words as .txt"
        case .noTextLayer: "its pages are pictures without words; run it through text recognition (ocrmypdf)"
        }
    }
}
