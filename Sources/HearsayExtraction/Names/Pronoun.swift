internal import HearsayCore

/// A pronoun by what it asks of its antecedent.
struct Pronoun {
    enum Class { case he, she, it, they, speaker }

    let form: String
    let of: Class
    let isPossessive: Bool
    let isReflexive: Bool

    init?(_ token: Token) {
        // "US" is no pronoun.
        guard token.upos == .PRON || token.upos == .DET, token.form != "US" else { return nil }
        form = token.form.lowercased()
        switch form {
        case "he", "him", "his", "himself": of = .he
        case "she", "her", "hers", "herself": of = .she
        case "it", "its", "itself": of = .it
        case "they", "them", "their", "theirs", "themselves": of = .they
        case "i", "me", "my", "mine", "we", "us", "our", "ours", "ourselves", "myself": of = .speaker
        default: return nil
        }
        isPossessive = token.relation == "nmod:poss" || ["his", "its", "their", "my", "our"].contains(form)
        isReflexive = form.hasSuffix("self") || form.hasSuffix("selves")
    }
}

/// Where "it" and "they" stand for nothing: "it is clear that", "it rained", "they say".
struct Pleonasm {
    let graph: ClauseGraph

    private static let weather: Set<String> = ["rain", "snow", "hail", "thunder", "drizzle", "freeze", "thaw"]
    private static let seeming: Set<String> = ["seem", "appear", "turn", "happen", "emerge", "transpire", "remain"]
    private static let spans: Set<String> = ["hour", "day", "week", "month", "year", "minute", "time", "courage", "decade", "effort", "while"]

    func isEmpty(_ index: Int) -> Bool {
        guard graph.tokens[index].form.lowercased() == "it" else { return false }
        if graph.relation[index] == "expl" { return true }
        guard let verb = graph.head(index), graph.relation[index] == "nsubj" || graph.relation[index] == "obj" else { return false }
        let lemma = graph.tokens[verb].lemma.lowercased()
        if Self.weather.contains(lemma), graph.relation[index] == "nsubj" { return true }
        let clauses = graph.children(verb, "csubj", "ccomp", "advcl", "acl", "xcomp").filter { $0 > verb }
        guard graph.relation[index] == "nsubj" else { return false }
        let hasSubjectClause = !graph.children(verb, "csubj").isEmpty
        if hasSubjectClause { return true }
        let isThat = clauses.contains { ["that", "whether", "if"].contains(graph.marker($0)) }
        let isTo = clauses.contains { graph.marker($0) == "to" || graph.marker($0) == "for" }
        let isWh = clauses.contains { clause in
            graph.parse.subtree(clause).first.map {
                ["who", "what", "when", "where", "why", "how", "whether", "which"].contains(graph.tokens[$0].form.lowercased())
            } ?? false
        }
        if !graph.children(verb, "cop").isEmpty {
            // "it is unclear who", "it was possible to", "it was X that did"; a name is no adjective.
            if graph.tokens[verb].upos == .ADJ { return isThat || isTo || isWh }
            let isCleft = graph.parse.children[verb].contains {
                $0 > verb && graph.tokens[$0].relation.hasSuffix("relcl")
                    && graph.parse.children[$0].contains {
                        ["that", "who"].contains(graph.tokens[$0].form.lowercased()) && graph.isRelativePronoun($0)
                    }
            }
            let isNamed = graph.tokens[verb].upos == .PROPN || graph.tokens[verb].upos == .PRON || graph.isPerson(verb)
            let isForTo = graph.preposition(verb) == "for" && isTo
            return isCleft
                && (isNamed || graph.tokens[verb].upos != .NOUN || graph.children(verb, "det").allSatisfy { graph.tokens[$0].lemma != "a" })
                || isThat || isForTo
        }
        if graph.isPassive(verb) { return isThat || isWh }
        if Self.seeming.contains(lemma) { return isThat || isTo || isWh }
        if ["take", "cost"].contains(lemma) {
            return isTo || graph.children(verb, "obj", "obl").contains { Self.spans.contains(graph.tokens[$0].lemma.lowercased()) }
        }
        return false
    }
}

extension ClauseGraph {
    /// A plural noun of people is often what a cleft is about: "it was Afghan troops who asked".
    func isPerson(_ index: Int) -> Bool { tokens[index].has("Number=Plur") }

    /// The nearest predicate above a word, not itself.
    func verbAbove(_ index: Int) -> Int? {
        var current = index
        for _ in 0..<tokens.count {
            guard let up = head(current) else { return nil }
            if isPredicate(up) { return up }
            current = up
        }
        return nil
    }
}
