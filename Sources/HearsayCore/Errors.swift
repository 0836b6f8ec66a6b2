/// What is wrong with a report that was read from JSON, and where in it.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// "claims[3].date.from"; empty for the report itself.
    public let path: String
    public let message: String

    public var description: String { path.isEmpty ? message : "\(path): \(message)" }

    static func missing(_ path: String) -> ReportError { ReportError(path: path, message: "is missing; hearsay/report/1 requires it") }

    static func wrongKind(_ path: String, wanted: String, found: JSON) -> ReportError {
        ReportError(path: path, message: "expected \(wanted), found \(kind(of: found))")
    }

    static func unknownWord(_ path: String, _ word: String, known: [String]) -> ReportError {
        ReportError(path: path, message: "'\(word)' is none of \(known.joined(separator: ", "))")
    }

    static func noDay(_ path: String, _ word: String) -> ReportError {
        ReportError(path: path, message: "'\(word)' is no day; write it as 2023-09-19")
    }

    static func backward(_ path: String, _ start: Int, _ end: Int) -> ReportError {
        ReportError(path: path, message: "starts at \(start) and ends at \(end); a span ends behind its start")
    }

    static func outside(_ path: String, _ end: Int, length: Int) -> ReportError {
        ReportError(path: path, message: "ends at \(end), behind the end of the text (\(length)); offsets count Unicode scalars")
    }

    static func schema(_ found: String) -> ReportError {
        ReportError(path: "schema", message: "'\(found)' is not hearsay/report/1, the form that this version reads")
    }

    private static func kind(of json: JSON) -> String {
        switch json {
        case .null: "null"
        case .bool: "true or false"
        case .int, .double: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
