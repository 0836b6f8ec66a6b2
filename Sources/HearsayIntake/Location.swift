/// Where an entry lies: a file, and the way inside it.
///
/// "saved/a.html"; line 3 of "a.jsonl" is "a.jsonl:3"; the twelfth record of an archive inside another is
/// "evidence.wacz!archive/data.warc.gz#12".
public struct Location: Hashable, Sendable, CustomStringConvertible {
    public enum Step: Hashable, Sendable {
        /// An entry that has a name: a file in a zip, an attachment.
        case name(String)
        /// One of many without a name, counted from 1: a story of a feed, a mail of a mailbox, a record of an archive.
        case record(Int)
        /// A line, counted from 1.
        case line(Int)
    }

    /// The file's path, or "standard input".
    public var file: String
    public var steps: [Step]

    public init(_ file: String, _ steps: [Step] = []) {
        self.file = file
        self.steps = steps
    }

    public func step(_ step: Step) -> Location { Location(file, steps + [step]) }

    public var description: String {
        steps.reduce(into: file) { text, step in
            switch step {
            case .name(let name): text += "!\(name)"
            case .record(let number): text += "#\(number)"
            case .line(let number): text += ":\(number)"
            }
        }
    }
}
