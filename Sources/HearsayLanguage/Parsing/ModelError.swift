/// Why a language model could not be read.
public enum ModelError: Error, CustomStringConvertible, Sendable {
    case unknown(name: String, known: [String])
    case missing(path: String, reason: String)
    case notAModel(path: String)
    case version(path: String, found: UInt32, wanted: UInt32)
    case truncated(path: String, bytes: Int, wanted: UInt64)
    case altered(path: String)
    /// The file is whole but does not hold what this version needs.
    case unfit(path: String, what: String)

    public var description: String {
        switch self {
        case .unknown(let name, let known) where known.isEmpty:
            "there is no language model '\(name)', nor any other in Models/ or beside the program; give a file's path or set HEARSAY_DATA"
        case .unknown(let name, let known):
            "there is no language model '\(name)'; give one of \(known.joined(separator: ", ")), or a file's path"
        case .missing(let path, let reason):
            "cannot open the language model \(path): \(reason); give the path of a .hearsay-model file"
        case .notAModel(let path): "\(path) is not a Hearsay language model; give the path of a .hearsay-model file"
        case .version(let path, let found, let wanted):
            "the language model \(path) has format \(found), this program reads format \(wanted); take both from one release"
        case .truncated(let path, let bytes, let wanted):
            "the language model \(path) is incomplete: \(bytes) bytes of \(wanted); fetch it again"
        case .altered(let path): "the language model \(path) is damaged: its checksum does not fit; fetch it again"
        case .unfit(let path, let what):
            "the language model \(path) does not fit this program: \(what); take both from one release"
        }
    }
}
