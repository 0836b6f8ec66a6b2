import Foundation

/// The files of paths, in their order: a folder's sorted by name, all the way down, and a pattern's.
///
/// Names that begin with a dot are passed over, and so is the folder that a browser saves beside a page ("story_files").
final class Paths: Container {
    private let intake: Intake
    /// What is still to be visited; taken from the end.
    private var pending: [(path: String, isGiven: Bool)]

    init(_ paths: [String], intake: Intake) {
        self.intake = intake
        pending = paths.reversed().map { ($0, true) }
    }

    func next() -> Content? {
        while let (path, isGiven) = pending.popLast() {
            let location = Location(path == "-" ? "standard input" : path)
            if path == "-" { return .file(Unread(at: location, name: path) { () throws(Fault) in try FileStream(path) }) }
            switch kind(path) {
            case .folder: if let fault = visit(path) { return .entry(Entry(IntakeError(location, fault.reason))) }
            case .file: return .file(Unread(at: location, name: path) { () throws(Fault) in try FileStream(path) })
            // A pipe that the user names is read; one that lies in a folder would wait for ever.
            case .other where isGiven: return .file(Unread(at: location, name: path) { () throws(Fault) in try FileStream(path) })
            case .other: return .entry(Entry(IntakeError(location, .notFile)))
            case .missing(let why):
                guard isGiven, path.contains(where: { "*?[".contains($0) }) else {
                    return .entry(Entry(IntakeError(location, .cannotRead(why))))
                }
                let found = Paths.matches(path)
                if found.isEmpty { return .entry(Entry(IntakeError(location, .noMatch))) }
                pending += found.reversed().map { ($0, true) }
            }
        }
        return nil
    }

    private enum Kind { case folder, file, other, missing(String) }

    private func kind(_ path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing(String(cString: strerror(errno))) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    private func visit(_ folder: String) -> Fault? {
        guard let names = Paths.names(in: folder) else { return Fault(.cannotRead(String(cString: strerror(errno)))) }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let all = Set(names)
        for name in names.sorted(by: Paths.isBefore).reversed() where !name.hasPrefix(".") {
            if name.hasSuffix("_files") {
                let story = name.dropLast("_files".count)
                if [".html", ".htm", ".xhtml"].contains(where: { all.contains(story + $0) }) { continue }
            }
            // A link to a folder may lead round in a ring.
            if Paths.isLinkToFolder(base + name) { continue }
            pending.append((base + name, false))
        }
        return nil
    }

    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func isLinkToFolder(_ path: String) -> Bool {
        var link = stat()
        var target = stat()
        guard lstat(path, &link) == 0, link.st_mode & S_IFMT == S_IFLNK, stat(path, &target) == 0 else { return false }
        return target.st_mode & S_IFMT == S_IFDIR
    }

    /// The paths that a pattern of the shell's stands for.
    private static func matches(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }.sorted(by: isBefore)
    }

    /// By bytes, so that no locale has a say.
    private static func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
