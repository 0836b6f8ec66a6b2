/// Why a document, or a field of it, could not be taken in: where, what, and the way out.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case cannotRead(String)
        case tooLarge(bytes: Int, limit: Int)
        case notJSON(String)
        case noText(keys: [String])
        case unreadableDate(String, field: String)
        case isEmpty
        case notPage
        case tooDeep(limit: Int)
        case noArticle
    }

    /// The file, or "standard input".
    public var file: String
    /// Line of a JSON Lines file, counted from 1.
    public var line: Int?
    public var reason: Reason

    public init(file: String, line: Int? = nil, _ reason: Reason) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        switch reason {
        case .cannotRead(let why): return "\(place): cannot be read: \(why); give the path of a file, or - for standard input"
        case .tooLarge(let bytes, let limit):
            return "\(place): \(bytes) bytes are over the limit of \(limit) a document; cut it into documents, or raise --max-bytes"
        case .notJSON(let why): return "\(place): not JSON: \(why); give one object a line (.jsonl) or one a file (.json)"
        case .noText(let keys):
            let seen = keys.isEmpty ? "it has no fields" : "its fields are \(keys.joined(separator: ", "))"
            return "\(place): no text: \(seen); put the article into 'text'"
        case .unreadableDate(let date, let field):
            return "\(place): unreadable date '\(date)' in '\(field)': the document stays undated; write it as 2023-09-19, or leave it out"
        case .notPage: return "\(place): not a web page: it holds bytes that are no text; save the page as HTML, or its words as .txt"
        case .tooDeep(let limit):
            return "\(place): its elements are nested over \(limit) deep; no page for readers is, save its words as .txt"
        case .noArticle: return "\(place): no running text on the page; save it when its article is shown, or its words as .txt"
        case .isEmpty: return "\(place): no text in it; nothing to read"
        }
    }
}
