import Yams

/// A YAML node with its file, so that every message can say where.
struct YAMLReader {
    let file: String
    let node: Node

    init(file: String, text: String) throws {
        self.file = file
        do {
            guard let node = try Yams.compose(yaml: text) else { throw CodebookError.yaml(file, "the file is empty") }
            self.node = node
        } catch let error as YamlError {
            throw CodebookError.yaml(file, String(describing: error).split(separator: "\n").first.map(String.init) ?? "")
        }
    }

    private init(file: String, node: Node) {
        self.file = file
        self.node = node
    }

    var place: String { node.mark.map { "\(file):\($0.line):\($0.column)" } ?? file }

    func fail(_ what: String) -> CodebookError { .at(place, what) }

    /// The pairs of a mapping whose keys must be among the known ones.
    func pairs(_ owner: String, known: [String]? = nil) throws -> [(key: String, value: YAMLReader)] {
        guard let mapping = node.mapping else { throw fail("\(owner) must be a mapping of key: value") }
        var out: [(String, YAMLReader)] = []
        var seen: Set<String> = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw fail("\(owner) has a key that is not a word") }
            let keyPlace = key.mark.map { "\(file):\($0.line):\($0.column)" } ?? place
            if let known, !known.contains(name) {
                throw CodebookError.unknownKey(keyPlace, name, in: owner, known: known)
            }
            if !seen.insert(name).inserted { throw CodebookError.at(keyPlace, "key '\(name)' stands twice in \(owner)") }
            out.append((name, YAMLReader(file: file, node: value)))
        }
        return out
    }

    func items(_ owner: String) throws -> [YAMLReader] {
        guard let sequence = node.sequence else { throw fail("\(owner) must be a list") }
        return sequence.map { YAMLReader(file: file, node: $0) }
    }

    func string(_ owner: String) throws -> String {
        guard let scalar = node.scalar else { throw fail("\(owner) must be one word or phrase") }
        return scalar.string
    }

    /// A scalar or a list of scalars.
    func strings(_ owner: String) throws -> [String] {
        if let scalar = node.scalar { return [scalar.string] }
        return try items(owner).map { try $0.string("an entry of \(owner)") }
    }

    func flag(_ owner: String) throws -> Bool {
        switch try string(owner) {
        case "true", "yes": return true
        case "false", "no": return false
        case let other: throw fail("\(owner) must be true or false, not '\(other)'")
        }
    }

    func integer(_ owner: String) throws -> Int {
        let words = try string(owner)
        guard let number = Int(words) else { throw fail("\(owner) must be a whole number, not '\(words)'") }
        return number
    }

    var isMapping: Bool { node.mapping != nil }
    var isSequence: Bool { node.sequence != nil }
    var isNull: Bool { node.scalar.map { $0.string.isEmpty || $0.string == "null" || $0.string == "~" } ?? false }
}
