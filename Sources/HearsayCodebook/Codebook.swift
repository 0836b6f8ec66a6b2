import Foundation
import HearsayCore

/// All data on how to code: event types with their patterns, reporting words, words of status, word lists.
public struct Codebook: Sendable {
    public let types: [EventType]
    public let attribution: Lexicon
    public let status: Lexicon
    /// Under which root of PLOVER a claim goes where a sentence gets one root only.
    public let roots: Lexicon
    public let contexts: [ClaimContext]
    /// How sure a field is, by its signs.
    public let confidence: FieldWeights
    /// words/NAME.txt by name.
    public let lists: [String: Set<String>]
    /// The folder it came from, for messages.
    public let directory: String

    /// Names what its files hold, for a Run's record.
    public var version: String {
        var hash = SHA256()
        for folder in ["", "events", "words"] {
            let path = folder.isEmpty ? directory : directory + "/" + folder
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".txt") }
            for name in names.sorted() {
                let bytes = FileManager.default.contents(atPath: path + "/" + name) ?? Data()
                hash.update(Array("\(folder)/\(name):\(bytes.count)\n".utf8))
                hash.update(bytes)
            }
        }
        return String(hash.hexDigest().prefix(16))
    }

    private let index: [Pattern.Kind: [String: [Match]]]

    /// One entry of one pattern, found by its head lemma.
    public struct Match: Sendable {
        public let pattern: Pattern
        public let entry: Pattern.Entry
    }

    public init(directory: String) throws {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue else {
            throw CodebookError.missing(directory)
        }
        func files(_ folder: String, _ ending: String) -> [String] {
            ((try? manager.contentsOfDirectory(atPath: directory + "/" + folder)) ?? [])
                .filter { $0.hasSuffix(ending) }.sorted().map { "\(directory)/\(folder)/\($0)" }
        }
        func text(_ path: String) throws -> String {
            guard let data = manager.contents(atPath: path) else { throw CodebookError.unreadable(path, "no such file") }
            return String(decoding: data, as: UTF8.self)
        }
        var lists: [String: Set<String>] = [:]
        for path in files("words", ".txt") {
            let name = String(path.split(separator: "/").last!.dropLast(4))
            lists[name] = Set(
                try text(path).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
                    .filter { !$0.isEmpty && !$0.hasPrefix("#") })
        }
        self.lists = lists
        var types: [EventType] = []
        for path in files("events", ".yaml") {
            let shown = "events/" + path.split(separator: "/").last!
            let reader = TypeReader(fileName: shown, lists: Set(lists.keys))
            types.append(try reader.read(YAMLReader(file: shown, text: text(path))))
        }
        guard !types.isEmpty else { throw CodebookError.noTypes(directory) }
        try Codebook.checkIdentifiers(types)
        self.types = types
        attribution = try Lexicon(file: "attribution.yaml", directory: directory)
        status = try Lexicon(file: "status.yaml", directory: directory)
        roots = try Lexicon(file: "roots.yaml", directory: directory)
        let contextFile = ContextReader.file
        contexts =
            try manager.contents(atPath: directory + "/" + contextFile).map { data in
                try ContextReader(lists: lists, types: types).read(YAMLReader(file: contextFile, text: String(decoding: data, as: UTF8.self)))
            } ?? []
        confidence = try FieldWeights(directory: directory)
        self.directory = directory
        var index: [Pattern.Kind: [String: [Match]]] = [:]
        for pattern in types.flatMap(\.patterns) {
            for entry in pattern.entries {
                index[pattern.kind, default: [:]][entry.head, default: []].append(Match(pattern: pattern, entry: entry))
            }
        }
        self.index = index
    }

    /// Pattern entries whose head is a lemma.
    public func matches(_ kind: Pattern.Kind, head: String) -> [Match] { index[kind]?[head] ?? [] }

    public func type(_ id: String) -> EventType? { types.first { $0.id == id } }

    private static func checkIdentifiers(_ types: [EventType]) throws {
        var seen: [String: String] = [:]
        for pattern in types.flatMap(\.patterns) {
            if let first = seen[pattern.id] {
                throw CodebookError.at(pattern.origin, "pattern id '\(pattern.id)' stands already at \(first)")
            }
            seen[pattern.id] = pattern.origin
        }
    }
}

extension Codebook {
    /// Patterns that no example names in `by`: words that nobody has shown to work.
    public var patternsWithoutExample: [Pattern] {
        let shown = Set(types.flatMap(\.examples).flatMap(\.gives).flatMap { $0 }.filter { $0.key == "by" }.map(\.value))
        return types.flatMap(\.patterns).filter { !shown.contains($0.id) }
    }
}

extension Codebook {
    /// Folder of the codebook that comes with Hearsay; where it is not found, the name it should have.
    public static func standardFolder() -> String {
        let file = "attribution.yaml"
        return DataFiles.find(file, folder: "Codebook").map { String($0.dropLast(file.count + 1)) } ?? "Codebook"
    }
}
