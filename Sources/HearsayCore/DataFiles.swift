#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds the files that Hearsay reads beside its program: the language model, the lists of names.
///
/// A bundle of resources would tie them to the place where they were built, so they are looked for at run time, in:
/// a path that was given; the folder in `HEARSAY_DATA`; the program's own folder; `../share/hearsay` from there; and, for
/// programs that were built but not installed, the folders above the program and above the working folder.
public enum DataFiles {
    /// The path of a file, or nil. `folder` is where the sources keep it ("Models").
    ///
    /// - Parameter explicit: a path that somebody asked for: taken as it is, and never replaced by another.
    public static func find(_ name: String, folder: String, explicit: String? = nil) -> String? {
        if let explicit { return isReadable(explicit) ? explicit : nil }
        return candidates(name, folder: folder).first(where: isReadable)
    }

    /// Where `find` looks, in order: also what an error message should name.
    public static func candidates(_ name: String, folder: String) -> [String] {
        var out: [String] = []
        if let data = getenv("HEARSAY_DATA"), data.pointee != 0 {
            let path = String(cString: data)
            out.append(path + "/" + name)
            out.append(path + "/" + folder + "/" + name)
        }
        var starts: [String] = []
        if let program = programFolder() {
            out.append(program + "/" + name)
            out.append(parent(of: program) + "/share/hearsay/" + name)
            starts.append(program)
        }
        if let here = workingFolder() { starts.append(here) }
        for start in starts {
            var folderPath = start
            while true {
                out.append((folderPath == "/" ? "" : folderPath) + "/" + folder + "/" + name)
                if folderPath == "/" || folderPath.isEmpty { break }
                folderPath = parent(of: folderPath)
            }
        }
        return out
    }

    /// The names of the files with an ending in the folders where `find` looks, without it, each once, sorted.
    public static func names(ending: String, folder: String) -> [String] {
        var names: Set<String> = []
        for path in Set(candidates("", folder: folder)) {
            guard let listing = opendir(path) else { continue }
            defer { closedir(listing) }
            while let entry = readdir(listing) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name.hasSuffix(ending), name.utf8.count > ending.utf8.count { names.insert(String(name.dropLast(ending.count))) }
            }
        }
        return names.sorted()
    }

    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func isReadable(_ path: String) -> Bool {
        guard access(path, R_OK) == 0, let folder = opendir(path) else { return access(path, R_OK) == 0 }
        closedir(folder)
        return false
    }

    static func programFolder() -> String? {
        #if os(Linux)
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return parent(of: String(cString: path))
        #else
        guard let path = realpath(CommandLine.arguments.first ?? "", nil) else { return nil }
        defer { free(path) }
        return parent(of: String(cString: path))
        #endif
    }

    static func workingFolder() -> String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
