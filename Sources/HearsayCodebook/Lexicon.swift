import Foundation

/// Named groups of words from one YAML file: attribution.yaml or status.yaml.
///
/// Each group is a list of words and phrases, or of small records ({verb: [say, tell], negated: true}).
public struct Lexicon: Sendable {
    public struct Record: Sendable {
        public let words: [String: [String]]
        public func list(_ key: String) -> [String] { words[key] ?? [] }
        public func value(_ key: String) -> String? { words[key]?.first }
    }

    public let groups: [String: Set<String>]
    public let records: [String: [Record]]

    init(file: String, directory: String) throws {
        var groups: [String: Set<String>] = [:]
        var records: [String: [Record]] = [:]
        // A user's own codebook may leave these files out; it then knows no reporting words of its own.
        if let data = FileManager.default.contents(atPath: directory + "/" + file) {
            let yaml = try YAMLReader(file: file, text: String(decoding: data, as: UTF8.self))
            for (name, value) in try yaml.pairs(file) {
                if value.isNull {
                    groups[name] = []
                } else if value.isMapping {
                    for (sub, words) in try value.pairs(name) {
                        groups["\(name).\(sub)"] = words.isNull ? [] : Set(try words.strings(sub).map { $0.lowercased() })
                    }
                } else {
                    for entry in try value.items(name) {
                        if entry.isMapping {
                            var words: [String: [String]] = [:]
                            for (key, list) in try entry.pairs(name) {
                                words[key] = try list.strings(key).map { $0.lowercased() }
                            }
                            records[name, default: []].append(Record(words: words))
                        } else {
                            groups[name, default: []].insert(try entry.string(name).lowercased())
                        }
                    }
                }
            }
        }
        self.groups = groups
        self.records = records
    }

    /// All words of a group, whether plain or in records' lists.
    public func words(_ name: String) -> Set<String> {
        var out = groups[name] ?? []
        for record in records[name] ?? [] { for list in record.words.values { out.formUnion(list) } }
        return out
    }
}
