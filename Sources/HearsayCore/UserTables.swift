#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A user's own tables, laid over those that come with Hearsay: FOLDER/places and FOLDER/actors.
///
/// Plain text, read at start: a new row counts from the next run on, and nothing is built.
public struct UserTables: Sendable, Hashable {
    public let folder: String
    /// The folders that hold tables; nil where there is none.
    public let places: String?
    public let actors: String?

    /// What is wrong with a folder of tables, and the way out.
    public struct Problem: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    public init(_ folder: String) throws(Problem) {
        self.folder = folder
        guard UserTables.isFolder(folder) else {
            throw Problem(description: "\(folder): no such folder of tables; it should hold 'places', 'actors' or both")
        }
        places = UserTables.isFolder(folder + "/places") ? folder + "/places" : nil
        actors = UserTables.isFolder(folder + "/actors") ? folder + "/actors" : nil
        guard places != nil || actors != nil else {
            throw Problem(description: "\(folder): no tables here; put them into \(folder)/places or \(folder)/actors")
        }
    }

    /// The folder that was asked for, else the one in $HEARSAY_TABLES; nil where neither is.
    public static func standard(explicit: String? = nil) throws(Problem) -> UserTables? {
        if let explicit { return try UserTables(explicit) }
        guard let named = getenv("HEARSAY_TABLES"), named.pointee != 0 else { return nil }
        return try UserTables(String(cString: named))
    }

    /// The names of the tables in a folder, sorted; one that is not among those known is an error, since nobody would read it.
    public static func tables(in folder: String, known: [String]) throws(Problem) -> [String] {
        guard let listing = opendir(folder) else { throw Problem(description: "\(folder): this folder may not be read") }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasSuffix(".tsv") { names.append(name) }
        }
        for name in names.sorted() where !known.contains(name) {
            throw Problem(description: "\(folder)/\(name): no table has this name; those that can be added to are \(known.joined(separator: ", "))")
        }
        return names.sorted()
    }

    private static func isFolder(_ path: String) -> Bool {
        guard let listing = opendir(path) else { return false }
        closedir(listing)
        return true
    }
}
