/// Why places cannot be looked up, and the way out.
public enum PlacesError: Error, CustomStringConvertible, Equatable {
    case cannotOpen(path: String, reason: String)
    case notAGazetteer(path: String)
    case otherVersion(path: String, found: Int, wanted: Int)
    case truncated(path: String, found: Int, wanted: Int)
    case altered(path: String)
    case cannotReadTable(path: String, reason: String)
    case badRow(path: String, line: Int, problem: String)
    case cannotWrite(path: String, reason: String)

    public var description: String {
        let again = "build it again with 'hearsay gazetteer'"
        return switch self {
        case .cannotOpen(let path, let reason): "\(path): cannot open the gazetteer: \(reason); \(again)"
        case .notAGazetteer(let path): "\(path): not a gazetteer of Hearsay; \(again)"
        case .otherVersion(let path, let found, let wanted):
            "\(path): gazetteer of format \(found), this Hearsay reads format \(wanted); \(again)"
        case .truncated(let path, let found, let wanted):
            "\(path): gazetteer is \(found) bytes long, should be \(wanted); \(again)"
        case .altered(let path): "\(path): the gazetteer is not as it was built (checksum differs); \(again)"
        case .cannotReadTable(let path, let reason): "\(path): cannot read this table of places: \(reason)"
        case .badRow(let path, let line, let problem): "\(path):\(line): \(problem)"
        case .cannotWrite(let path, let reason): "\(path): cannot write the gazetteer: \(reason); set HEARSAY_CACHE to a folder you can write to"
        }
    }
}
