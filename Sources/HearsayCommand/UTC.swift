import Foundation

/// Times as a ledger notes them: "2023-09-20T08:00:00Z". Only what happens to the file has a time; no result depends on it.
enum UTC {
    static var now: String { Date.now.ISO8601Format() }

    /// Written in full, in this one form.
    static func isTime(_ text: String) -> Bool { (try? Date(text, strategy: .iso8601))?.ISO8601Format() == text }
}
