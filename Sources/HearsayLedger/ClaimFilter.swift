internal import GRDB
public import HearsayCore

/// Which claims are asked for: all that fit every condition.
public struct ClaimFilter: Sendable {
    /// Type or mode ("ASSAULT", "drone", "ASSAULT/drone"), or the beginning of the word that tells the act ("shell").
    public var about: [About] = []
    /// Any of a place's names, or its code in the gazetteer.
    public var at: [PlaceKey] = []
    public var within: Circle?
    /// ISO 3166 alpha-3: a disputed place is found under each country that views give.
    public var country: String?
    public var since: Day?
    public var until: Day?
    /// Name or code of anyone in the chain of speakers.
    public var saidBy: String?
    /// Name or code of whoever does it, undergoes it, or either.
    public var actor: String?
    public var recipient: String?
    public var party: String?
    public var statuses: [Claim.Status] = []
    public var findings: [Finding.Kind] = []
    public var harms: [HarmRange] = []
    public var outlet: String?
    public var document: String?
    /// Words of the article, as full-text search takes them.
    public var words: String?
    /// What was published by then: nothing later, and of each address the version that stood.
    public var asOf: Day?
    /// Also claims of versions of an article that a later one replaced.
    public var includesReplaced = false

    public init() {}

    public enum About: Sendable, Hashable {
        case type(String, mode: String?)
        /// A mode ("drone"), or the word that tells the act: "shelling" asks for "shelled" too.
        case word(String)
    }
    public enum PlaceKey: Sendable, Hashable { case name(String), code(String) }
    public struct Circle: Sendable, Hashable {
        public var kilometres: Double
        public var latitude: Double
        public var longitude: Double
        public init(kilometres: Double, latitude: Double, longitude: Double) {
            self.kilometres = kilometres
            self.latitude = latitude
            self.longitude = longitude
        }
    }
    /// "killed: at least 20, at most 50": somebody says a number in between.
    public struct HarmRange: Sendable, Hashable {
        public var harm: Figure.Harm
        public var atLeast: Int?
        public var atMost: Int?
        public init(_ harm: Figure.Harm, atLeast: Int?, atMost: Int?) {
            self.harm = harm
            self.atLeast = atLeast
            self.atMost = atMost
        }
    }
}

/// Conditions of SQL and their arguments, joined by AND.
struct Conditions {
    private(set) var parts: [String] = []
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []

    mutating func add(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) {
        parts.append("(\(sql))")
        arguments += values
    }

    mutating func any(_ alternatives: [(String, [(any DatabaseValueConvertible)?])]) {
        guard !alternatives.isEmpty else { return }
        add(alternatives.map { "(\($0.0))" }.joined(separator: " OR "), alternatives.flatMap(\.1))
    }

    var sql: String { parts.isEmpty ? "1" : parts.joined(separator: " AND ") }
}

extension ClaimFilter {
    /// Over `claim` and its `document`.
    func conditions() -> Conditions {
        var out = Conditions()
        out.any(about.map(Self.condition))
        out.any(
            at.map { key in
                switch key {
                case .name(let name): ("claim.id IN (SELECT claim_id FROM place_name WHERE name_key = ?)", [Fold.name(name)])
                case .code(let code): ("claim.place_code = ?", [code])
                }
            })
        if let within {
            // The box first: it has an index. A degree of longitude is at least as long as at the box's far edge.
            let height = within.kilometres / 111
            let cosine = max(0.01, (90 - min(89.9, abs(within.latitude) + height)) / 90)
            let width = height / cosine
            out.add(
                "claim.latitude BETWEEN ? AND ? AND claim.longitude BETWEEN ? AND ? AND distance(claim.latitude, claim.longitude, ?, ?) <= ?",
                [
                    within.latitude - height, within.latitude + height, within.longitude - width, within.longitude + width, within.latitude,
                    within.longitude, within.kilometres,
                ])
        }
        if let country { out.add("instr('/' || claim.country || '/', '/' || ? || '/') > 0", [country]) }
        if let since { out.add("coalesce(claim.date_to, claim.date_from) >= ?", [since.description]) }
        if let until { out.add("coalesce(claim.date_from, claim.date_to) <= ?", [until.description]) }
        if let saidBy { out.add("claim.id IN (SELECT claim_id FROM speaker WHERE \(Self.named))", Self.named(saidBy)) }
        if let actor { out.add("claim.id IN (SELECT claim_id FROM party WHERE role = 'actor' AND \(Self.named))", Self.named(actor)) }
        if let recipient { out.add("claim.id IN (SELECT claim_id FROM party WHERE role = 'recipient' AND \(Self.named))", Self.named(recipient)) }
        if let party { out.add("claim.id IN (SELECT claim_id FROM party WHERE \(Self.named))", Self.named(party)) }
        out.any(statuses.map { ("claim.status = ?", [$0.rawValue]) })
        out.any(findings.map { ("claim.id IN (SELECT claim_id FROM finding WHERE kind = ?)", [$0.rawValue]) })
        for harm in harms {
            var figure = Conditions()
            figure.add("harm = ? AND NOT is_vague", [harm.harm.rawValue])
            if let least = harm.atLeast { figure.add("coalesce(high, low) >= ?", [least]) }
            if let most = harm.atMost { figure.add("coalesce(low, high) <= ?", [most]) }
            out.add("claim.id IN (SELECT claim_id FROM figure WHERE \(figure.sql))", figure.arguments)
        }
        if let outlet { out.add("document.outlet = ? COLLATE NOCASE", [outlet]) }
        if let document { out.add("? IN (document.uid, document.name, document.url)", [document]) }
        if let words { out.add("document.id IN (SELECT rowid FROM words WHERE words MATCH ?)", [Self.query(words)]) }
        if let asOf { out.add(Self.knownBy("document"), [asOf.description, asOf.description]) }
        if !includesReplaced {
            // Of one address the version recorded last stands; as of a day, the last of those known by then.
            let known = asOf == nil ? "" : " AND " + Self.knownBy("newer")
            out.add(
                "NOT EXISTS (SELECT 1 FROM document AS newer WHERE newer.url = document.url AND newer.id > document.id\(known))",
                asOf.map { [$0.description, $0.description] } ?? [])
        }
        return out
    }

    private static func condition(_ about: About) -> (String, [(any DatabaseValueConvertible)?]) {
        switch about {
        case .type(let type, let mode?): ("claim.type = ? AND claim.mode = ?", [type, mode])
        case .type(let type, nil): ("claim.type = ?", [type])
        case .word(let word):
            ("claim.mode = ? OR instr(' ' || lower(claim.trigger_text), ' ' || lower(?)) > 0", [word, stem(word)])
        }
    }

    private static func stem(_ word: String) -> String {
        for end in ["ing", "ed", "es", "s"] where word.hasSuffix(end) && word.count - end.count >= 4 { return String(word.dropLast(end.count)) }
        return word
    }

    private static func knownBy(_ table: String) -> String {
        // An undated article was known when it was first seen.
        """
        (\(table).published IS NOT NULL AND \(table).published <= ? OR \(table).published IS NULL
          AND (SELECT min(substr(seen, 1, 10)) FROM capture WHERE capture.document_id = \(table).id) <= ?)
        """
    }

    /// A code ("SYR.MIL", "SYR") stands for all codes under it; a name is itself, however it is spelt; so are the article's own words.
    private static let named = "(name_key = ? OR code = ? OR substr(code, 1, length(?) + 1) = ? || '.' OR lower(text) = lower(?))"
    private static func named(_ value: String) -> [(any DatabaseValueConvertible)?] {
        // "the army" stands in the article, whatever army it is resolved to.
        let words = value.lowercased().hasPrefix("the ") ? String(value.dropFirst(4)) : value
        return [Fold.name(value), value, value, value, words]
    }

    /// Each word as a string of its own, so that no sign in it is an operator; all must be there.
    static func query(_ words: String) -> String {
        words.split(separator: " ").map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " ")
    }
}
