/// Reads one event type's file.
struct TypeReader {
    let fileName: String
    let lists: Set<String>

    private static let typeKeys = ["id", "means", "not", "modes", "patterns", "examples"]
    private static let patternKeys = [
        "id", "verb", "noun", "adjective", "actor", "recipient", "place", "mutual", "mode", "harm", "with", "without", "status",
        "cue", "speaks", "inner", "finding", "priority",
    ]
    static let harms = ["killed", "injured", "missing", "captured", "displaced"]
    static let statuses = ["happened", "ongoing", "planned", "possible", "negated"]
    static let findings = ["unverified", "verified", "denied", "disputed", "retracted", "responsibility"]

    func read(_ yaml: YAMLReader) throws -> EventType {
        var id = ""
        var means = ""
        var not = ""
        var modes: [(name: String, words: Set<String>)] = []
        var patterns: [Pattern] = []
        var examples: [Example] = []
        let pairs = try yaml.pairs("an event type", known: Self.typeKeys)
        guard let idPair = pairs.first(where: { $0.key == "id" }) else { throw yaml.fail("an event type needs an id") }
        id = try idPair.value.string("id")
        for (key, value) in pairs {
            switch key {
            case "means": means = try value.string("means")
            case "not": not = try value.string("not")
            case "modes":
                for (name, words) in try value.pairs("modes") {
                    modes.append((name, words.isNull ? [] : Set(try words.strings("mode '\(name)'").map { $0.lowercased() })))
                }
            default: break
            }
        }
        let modeNames = Set(modes.map(\.name))
        for (key, value) in pairs {
            switch key {
            case "patterns":
                for entry in try value.items("patterns") { patterns.append(try pattern(entry, type: id, modes: modeNames)) }
            case "examples":
                for entry in try value.items("examples") { examples.append(try example(entry)) }
            default: break
            }
        }
        if means.isEmpty { throw yaml.fail("event type '\(id)' needs 'means': one sentence that defines it") }
        return EventType(id: id, means: means, not: not, modes: modes, patterns: patterns, examples: examples)
    }

    private func pattern(_ yaml: YAMLReader, type: String, modes: Set<String>) throws -> Pattern {
        let pairs = try yaml.pairs("a pattern", known: Self.patternKeys)
        var values: [String: YAMLReader] = [:]
        for (key, value) in pairs { values[key] = value }
        guard let id = try values["id"]?.string("id") else { throw yaml.fail("a pattern needs an id") }
        let kinds = ["verb", "noun", "adjective"].filter { values[$0] != nil }
        guard kinds.count == 1, let kind = Pattern.Kind(rawValue: kinds[0]), let words = values[kinds[0]] else {
            throw yaml.fail("pattern '\(id)' needs exactly one of verb, noun, adjective")
        }
        let entries = try words.strings(kinds[0]).map { try entry($0, kind: kind, at: words) }
        func choice(_ key: String, _ known: [String]) throws -> String? {
            guard let value = values[key] else { return nil }
            let word = try value.string(key)
            guard known.contains(word) else {
                let near = CodebookError.closest(to: word, in: known).map { "; did you mean '\($0)'?" } ?? "; one of \(known.joined(separator: ", "))"
                throw value.fail("unknown \(key) '\(word)' in pattern '\(id)'\(near)")
            }
            return word
        }
        let defaults = Self.defaults(kind)
        return Pattern(
            id: id, type: type, kind: kind, entries: entries, mode: try choice("mode", modes.sorted()),
            actor: try values["actor"].map { try slots($0, "actor") } ?? defaults.actor,
            recipient: try values["recipient"].map { try slots($0, "recipient") } ?? defaults.recipient,
            place: try values["place"].map { try slots($0, "place") } ?? [],
            isMutual: try values["mutual"]?.flag("mutual") ?? false, harm: try choice("harm", Self.harms),
            with: try values["with"].map { try conditions($0, "with") } ?? [],
            without: try values["without"].map { try conditions($0, "without") } ?? [],
            status: try choice("status", Self.statuses), isCue: try values["cue"]?.flag("cue") ?? false,
            speaks: try values["speaks"]?.flag("speaks") ?? true,
            inner: try choice("inner", Self.statuses), finding: try choice("finding", Self.findings),
            priority: try values["priority"]?.integer("priority") ?? 0, origin: yaml.place)
    }

    private static func defaults(_ kind: Pattern.Kind) -> (actor: [Slot], recipient: [Slot]) {
        switch kind {
        case .verb: ([.subject], [.object])
        case .noun:
            (
                [.possessive, .preposition("by"), .adjective],
                [.preposition("on"), .preposition("against"), .preposition("of")]
            )
        case .adjective: ([.subject], [.none])
        }
    }

    private func entry(_ words: String, kind: Pattern.Kind, at yaml: YAMLReader) throws -> Pattern.Entry {
        let parts = words.lowercased().split(separator: " ").map(String.init)
        guard !parts.isEmpty else { throw yaml.fail("an empty word in a list of \(kind.rawValue)s") }
        if kind == .noun, let of = parts.firstIndex(of: "of"), of > 0, of + 1 < parts.count {
            return Pattern.Entry(head: parts[of - 1], companions: Array(parts[..<(of - 1)]), ofNoun: parts[parts.count - 1])
        }
        return kind == .noun
            ? Pattern.Entry(head: parts[parts.count - 1], companions: Array(parts.dropLast()), ofNoun: nil)
            : Pattern.Entry(head: parts[0], companions: Array(parts.dropFirst()), ofNoun: nil)
    }

    private func slots(_ yaml: YAMLReader, _ owner: String) throws -> [Slot] {
        try yaml.strings(owner).map(slot)
    }

    private func slot(_ word: String) -> Slot { Slot.named[word] ?? .preposition(word.lowercased()) }

    private func conditions(_ yaml: YAMLReader, _ owner: String) throws -> [SlotCondition] {
        try yaml.pairs(owner).map { key, value in
            SlotCondition(slot: slot(key), terms: try value.strings("\(owner) \(key)").map { try term($0, at: value) })
        }
    }

    private func term(_ word: String, at yaml: YAMLReader) throws -> Term {
        guard word.hasPrefix("@") else { return .lemma(word.lowercased()) }
        let name = String(word.dropFirst())
        switch name {
        case "actor": return .actor
        case "person": return .person
        case "organisation": return .organisation
        case "place": return .place
        case "number": return .number
        case "act": return .act
        case "clause": return .clause
        default:
            guard lists.contains(name) else {
                throw yaml.fail("no class or word list '@\(name)'; lists are the files of words/*.txt")
            }
            return .list(name)
        }
    }

    func example(_ yaml: YAMLReader) throws -> Example {
        var says: String?
        var gives: [[(key: String, value: String)]] = []
        var none: String?
        var known: String?
        for (key, value) in try yaml.pairs("an example", known: ["says", "gives", "none", "known"]) {
            switch key {
            case "says": says = try value.string("says")
            case "none": none = try value.string("none")
            case "known": known = try value.string("known")
            default:
                for expectation in value.isSequence ? try value.items("gives") : [value] {
                    gives.append(
                        try expectation.pairs("gives", known: Self.giveKeys).map { ($0.key, try $0.value.string($0.key)) })
                }
            }
        }
        guard let says else { throw yaml.fail("an example needs 'says': a sentence") }
        guard !gives.isEmpty || none != nil else { throw yaml.fail("an example needs 'gives' or 'none'") }
        return Example(says: says, gives: gives, none: none, known: known, origin: yaml.place)
    }

    private static let giveKeys =
        ["by", "type", "mode", "actor", "recipient", "weapon", "target", "speaker", "place", "date", "status", "finding", "context"] + harms
}
