#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where Hearsay's data files lie.
public enum DataFiles {
    /// Path of "actors/countries.tsv": in $HEARSAY_DATA, beside the program, in ../share/hearsay, or in the package's Data.
    public static func find(_ relative: String) -> String? {
        var folders: [String] = []
        if let named = getenv("HEARSAY_DATA") { folders.append(String(cString: named)) }
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        if length > 0 {
            var folder = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // A test or a debug build lies some folders deep in the package.
            for depth in 0..<6 {
                guard let slash = folder.lastIndex(of: "/") else { break }
                folder = String(folder[..<slash])
                if depth == 0 { folders.append(folder) }
                if depth == 1 { folders.append(folder + "/share/hearsay") }
                folders.append(folder + "/Data")
            }
        }
        folders.append("Data")
        return folders.map { $0 + "/" + relative }.first { access($0, R_OK) == 0 }
    }
}
