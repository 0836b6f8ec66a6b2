/// What an act has to do with besides itself: "election", "territory", "human_security"; PLOVER's contexts.
public struct ClaimContext: Sendable {
    public let id: String
    public let means: String
    /// Words and phrases, each as its lemmas in order.
    public let words: [[String]]
    /// "TYPE/mode": acts that have it by themselves.
    public let modes: Set<String>
    /// Sectors of actors or recipients that bring it along ("MIL").
    public let sectors: Set<String>
    public let examples: [Example]
}

/// Reads contexts.yaml.
struct ContextReader {
    static let file = "contexts.yaml"
    let lists: [String: Set<String>]
    let types: [EventType]

    private static let keys = ["id", "means", "words", "modes", "sectors", "examples"]
    private static let sectors = [
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "UAF", "OPP", "CIV", "MED", "NGO", "BUS", "REL", "CRM", "REF",
    ]

    func read(_ yaml: YAMLReader) throws -> [ClaimContext] {
        var out: [ClaimContext] = []
        for entry in try yaml.items(Self.file) {
            let context = try context(entry)
            if out.contains(where: { $0.id == context.id }) { throw entry.fail("context '\(context.id)' stands twice") }
            out.append(context)
        }
        return out
    }

    private func context(_ yaml: YAMLReader) throws -> ClaimContext {
        var values: [String: YAMLReader] = [:]
        for (key, value) in try yaml.pairs("a context", known: Self.keys) { values[key] = value }
        guard let id = try values["id"]?.string("id") else { throw yaml.fail("a context needs an id") }
        guard let means = try values["means"]?.string("means") else {
            throw yaml.fail("context '\(id)' needs 'means': one sentence that defines it")
        }
        let reader = TypeReader(fileName: Self.file, lists: Set(lists.keys))
        let examples = try values["examples"]?.items("examples").map(reader.example) ?? []
        guard examples.contains(where: { !$0.gives.isEmpty }), examples.contains(where: { $0.none != nil }) else {
            throw yaml.fail("context '\(id)' needs an example that has it ('gives') and one that has it not ('none')")
        }
        return ClaimContext(
            id: id, means: means, words: try values["words"].map(words) ?? [],
            modes: Set(try values["modes"].map(modes) ?? []), sectors: Set(try values["sectors"].map(sectors) ?? []), examples: examples)
    }

    private func words(_ yaml: YAMLReader) throws -> [[String]] {
        try yaml.strings("words").flatMap { word -> [[String]] in
            guard word.hasPrefix("@") else { return [Self.lemmas(word)] }
            guard let list = lists[String(word.dropFirst())] else {
                throw yaml.fail("no word list '\(word)'; lists are the files of words/*.txt")
            }
            return list.sorted().map(Self.lemmas)
        }
    }

    private static func lemmas(_ phrase: String) -> [String] { phrase.lowercased().split(separator: " ").map(String.init) }

    private func modes(_ yaml: YAMLReader) throws -> [String] {
        let known = types.flatMap { type in [type.id] + type.modes.map { "\(type.id)/\($0.name)" } }
        return try yaml.strings("modes").map { try choice($0, known, "type or mode", yaml) }
    }

    private func sectors(_ yaml: YAMLReader) throws -> [String] {
        try yaml.strings("sectors").map { try choice($0, Self.sectors, "sector", yaml) }
    }

    private func choice(_ word: String, _ known: [String], _ what: String, _ yaml: YAMLReader) throws -> String {
        guard known.contains(word) else {
            let near = CodebookError.closest(to: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
            throw yaml.fail("unknown \(what) '\(word)'\(near)")
        }
        return word
    }
}
