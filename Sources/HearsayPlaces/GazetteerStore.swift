import Foundation
import HearsayCore

extension Gazetteer {
    /// The gazetteer of this installation, compiled first where that has not been done since its tables changed.
    ///
    /// Looked for beside the tables (`Data/places/gazetteer.bin`), then in the user's cache folder.
    ///
    /// Places of the table in $HEARSAY_PLACES (columns as in `towns.tsv`) are added.
    ///
    /// - Parameter explicit: a compiled file that somebody asked for: taken as it is.
    /// - Parameter additions: a folder of a user's own tables, which prevail.
    public static func standard(explicit: String? = nil, additions: String? = nil) throws -> Gazetteer {
        if let explicit { return try Gazetteer(contentsOf: explicit) }
        let compiled = DataFiles.find("places/gazetteer.bin", folder: "Data")
        guard let tables = DataFiles.find("places/countries.tsv", folder: "Data") else {
            if let compiled { return try Gazetteer(contentsOf: compiled) }
            throw PlacesError.cannotReadTable(
                path: "places/countries.tsv", reason: "not found; set HEARSAY_DATA to the folder that holds 'places'")
        }
        let folder = String(tables.dropLast("/countries.tsv".count))
        let more = ProcessInfo.processInfo.environment["HEARSAY_PLACES"].flatMap { $0.isEmpty ? nil : $0 }
        let added = GazetteerBuilder.Additions(folder: additions, towns: more)
        try added.check()
        let stamp = try GazetteerBuilder.stamp(of: folder, additions: added)
        let cached = cacheFolder() + "/gazetteer-\(String(stamp, radix: 16)).bin"
        for path in [compiled, cached] {
            if let path, let gazetteer = try? Gazetteer(contentsOf: path), gazetteer.file.stamp == stamp { return gazetteer }
        }
        let target = added.isEmpty && FileManager.default.isWritableFile(atPath: folder) ? folder + "/gazetteer.bin" : cached
        try GazetteerBuilder.build(from: folder, additions: added, to: target)
        return try Gazetteer(contentsOf: target)
    }

    private static func cacheFolder() -> String {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["HEARSAY_CACHE"], !named.isEmpty { return named }
        if let named = environment["XDG_CACHE_HOME"], !named.isEmpty { return named + "/hearsay" }
        return NSHomeDirectory() + "/.cache/hearsay"
    }
}
