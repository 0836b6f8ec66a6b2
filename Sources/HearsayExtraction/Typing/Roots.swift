internal import HearsayCodebook
internal import HearsayCore

/// Under which root of PLOVER a claim goes where a sentence gets one root only.
///
/// "Will meet" is an agreement to come, "will not release" a refusal: `roots.yaml` says so, first rule first.
struct Roots: Sendable {
    private struct Rule: Sendable {
        let id: String
        let gives: String
        let conditions: [(key: String, values: Set<String>)]
    }

    private let rules: [Rule]
    /// Verbs by which an act is ended ("suspended its aid").
    private let enders: Set<String>
    /// Where nothing at all is known.
    let fallback: String

    init(_ lexicon: Lexicon) {
        enders = lexicon.groups["enders"] ?? []
        fallback = lexicon.groups["fallback"]?.first?.uppercased() ?? "CONSULT"
        rules = (lexicon.records["rules"] ?? []).compactMap { record in
            guard let id = record.value("id"), let gives = record.value("gives") else { return nil }
            return Rule(
                id: id, gives: gives.uppercased(),
                conditions: ["type", "mode", "status", "by", "told", "form", "inner"].compactMap { key in
                    let values = record.list(key)
                    return values.isEmpty ? nil : (key, Set(values))
                })
        }
    }

    /// What is known of a claim when its root is settled.
    struct Facts {
        var type: String
        var mode: String?
        var status: String
        var pattern: String?
        /// "will", "must", "not" and the like that stand with the trigger.
        var told: Set<String>
        /// "verb", "noun" or "adjective".
        var form: String
        /// Types of the acts right below it ("called for sanctions").
        var inner: Set<String> = []
    }

    /// The auxiliaries and negations of a predicate, and the words that it hangs on as their complement or object.
    func told(_ token: Int, _ graph: ClauseGraph) -> Set<String> {
        var out: Set<String> = []
        var current = token
        for _ in 0..<4 {
            for child in graph.parse.children[current] {
                let lemma = graph.tokens[child].lemma.lowercased()
                if ["aux", "advmod", "cop"].contains(graph.relation[child]) {
                    let form = graph.tokens[child].form.lowercased()
                    out.formUnion([lemma, ["n't", "n’t"].contains(form) ? "not" : form == "wo" || form == "'ll" ? "will" : form])
                }
                // "are to sign" will.
                if graph.relation[child] == "mark", lemma == "to", graph.children(current, "aux").contains(where: { graph.tokens[$0].lemma == "be" })
                {
                    out.insert("will")
                }
                // "suspended aid" has ended.
                if graph.relation[child] == "amod", enders.contains(lemma) { out.insert("ended") }
            }
            guard let up = graph.head(current), ["xcomp", "acl", "obj"].contains(graph.relation[current]) else { break }
            // A noun that is an object is told by its verb's own mood too: "is considering sanctions".
            if graph.relation[current] == "obj", !graph.isVerb(up) || graph.isVerb(current) { break }
            let lemma = graph.tokens[up].lemma.lowercased()
            let particle = graph.children(up, "compound").first.map { lemma + " " + graph.tokens[$0].lemma.lowercased() }
            out.insert(lemma)
            if enders.contains(lemma) || particle.map(enders.contains) ?? false { out.insert("ended") }
            current = up
        }
        return out
    }

    func root(of facts: Facts) -> (root: String, rule: String?) {
        for rule in rules where rule.conditions.allSatisfy({ holds($0, facts) }) { return (rule.gives, rule.id) }
        return (facts.type, nil)
    }

    private func holds(_ condition: (key: String, values: Set<String>), _ facts: Facts) -> Bool {
        switch condition.key {
        case "type": condition.values.contains(facts.type.lowercased())
        case "mode": condition.values.contains(facts.mode ?? "none")
        case "status": condition.values.contains(facts.status)
        case "by": facts.pattern.map(condition.values.contains) ?? false
        case "inner": !condition.values.isDisjoint(with: facts.inner)
        case "told": !condition.values.isDisjoint(with: facts.told)
        default: condition.values.contains(facts.form)
        }
    }
}
