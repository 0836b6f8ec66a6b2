internal import HearsayCore

/// A parse with the questions that extraction asks of it.
///
/// Undoes passives, participles, relative clauses, control and coordination, so that patterns speak of the plain
/// active sentence only.
struct ClauseGraph: Sendable {
    let parse: Parse
    /// Universal relation of each token, subtype cut off.
    let relation: [String]

    init(_ parse: Parse) {
        self.parse = parse
        relation = parse.tokens.map { String($0.universalRelation) }
    }

    var tokens: [Token] { parse.tokens }

    func children(_ index: Int, _ relations: String...) -> [Int] {
        parse.children[index].filter { relations.contains(relation[$0]) }
    }

    func head(_ index: Int) -> Int? {
        let head = parse.tokens[index].head
        return head >= 0 && head < parse.tokens.count ? head : nil
    }

    func isVerb(_ index: Int) -> Bool { parse.tokens[index].upos == .VERB || parse.tokens[index].upos == .AUX }
    func isNominal(_ index: Int) -> Bool { [.NOUN, .PROPN, .PRON, .NUM].contains(parse.tokens[index].upos) }

    /// A predicate: a verb, or any word with a subject or a copula.
    func isPredicate(_ index: Int) -> Bool {
        isVerb(index) || parse.children[index].contains { ["nsubj", "csubj", "cop"].contains(relation[$0]) }
    }

    /// The preposition of a phrase, "according to" and "because of" as one; empty where there is none.
    func preposition(_ index: Int) -> String {
        guard let first = children(index, "case").first(where: { tokens[$0].lemma != "'s" && tokens[$0].form != "’s" }) else { return "" }
        let words = [first] + children(first, "fixed")
        return words.map { tokens[$0].form.lowercased() }.joined(separator: " ")
    }

    /// The word that opens a subordinate clause ("if", "after", "of"); empty where there is none.
    func marker(_ index: Int) -> String {
        guard let first = children(index, "mark").first else { return "" }
        let words = [first] + children(first, "fixed")
        return words.map { tokens[$0].form.lowercased() }.joined(separator: " ")
    }

    /// Appositions of a noun: "Yerevan, the capital".
    func appositions(_ index: Int) -> [Int] { children(index, "appos") }

    /// Obliques and noun modifiers with their prepositions.
    func prepositional(_ index: Int) -> [(preposition: String, head: Int)] {
        children(index, "obl", "nmod").filter { tokens[$0].relation != "nmod:poss" }
            .map { (preposition($0), $0) }
    }

    /// Does a clause stand behind a colon ("said this was wrong: it was …")?
    func followsColon(_ index: Int) -> Bool {
        guard let first = parse.subtree(index).first(where: { tokens[$0].upos != .PUNCT }), first > 0 else { return false }
        return tokens[first - 1].form == ":"
    }

    /// A word and those joined to it by "and", "or" and commas.
    func conjuncts(_ index: Int) -> [Int] {
        var out = [index]
        var next = 0
        while next < out.count {
            out.append(contentsOf: children(out[next], "conj").filter { !out.contains($0) })
            next += 1
        }
        return out
    }

    /// A nominal and the nominals joined to it.
    func nominals(_ index: Int) -> [Int] {
        var heads = conjuncts(index)
        // "Secretary of State A and President B": the second may hang on the first one's name.
        for name in children(index, "appos", "flat") { heads += conjuncts(name).dropFirst() }
        return heads.filter { $0 == index || (isNominal($0) && !isPredicate($0)) || tokens[$0].upos == .ADJ }
    }

    /// The words of a predicate's own clause chain from a token up to the root, the token first.
    func ancestors(_ index: Int) -> [Int] {
        var out = [index]
        var current = index
        while let up = head(current), out.count <= parse.tokens.count {
            out.append(up)
            current = up
        }
        return out
    }

    func isRelativePronoun(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.upos == .PRON || token.upos == .DET else { return false }
        return token.has("PronType=Rel")
            || (["who", "which", "that", "whom", "whose"].contains(token.form.lowercased()) && token.upos == .PRON)
    }

    // MARK: Voice

    func isPassive(_ verb: Int) -> Bool {
        let token = tokens[verb]
        guard token.upos == .VERB || token.upos == .ADJ else { return false }
        for child in parse.children[verb] {
            let full = tokens[child].relation
            if full == "nsubj:pass" || full == "aux:pass" || full == "csubj:pass" || full == "obl:agent" { return true }
        }
        // "82 were killed and 1,700 injured": those counted share the auxiliary too.
        if relation[verb] == "conj", let up = head(verb), isPassive(up),
            !parse.children[verb].contains(where: { ["aux", "obj"].contains(relation[$0]) }),
            parse.children[verb].contains(where: {
                relation[$0] == "nsubj" && (tokens[$0].upos == .NUM || parse.children[$0].contains { relation[$0] == "nummod" })
            })
        {
            return true
        }
        guard isPastParticiple(verb) else { return false }
        switch relation[verb] {
        // "10 dead and 60 wounded".
        case "conj" where !children(verb, "nummod").isEmpty && children(verb, "nsubj", "aux", "obj").isEmpty: return true
        case "acl" where tokens[verb].relation != "acl:relcl": return true
        case "amod": return true
        case "conj":
            // "were killed and wounded": the second shares the first one's auxiliary.
            if let up = head(verb), !parse.children[verb].contains(where: { ["nsubj", "aux", "obj"].contains(relation[$0]) }) {
                return isPassive(up)
            }
            return false
        case "advcl", "xcomp", "dep", "root", "parataxis", "ccomp":
            let active = parse.children[verb].contains { ["obj", "aux"].contains(relation[$0]) }
            let hasSubject = !children(verb, "nsubj").isEmpty
            // Headlines drop the auxiliary: "Two soldiers killed in ambush".
            let isHeadline = tokens.last.map { ![".", "!", "?", "”", "\"", "''"].contains($0.form) } ?? false
            return !active && (!hasSubject || isHeadline && tokens[verb].has("VerbForm=Part"))
        default: return false
        }
    }

    func isPastParticiple(_ verb: Int) -> Bool {
        let token = tokens[verb]
        // "Asked whether …, she said no": an adverbial clause without a subject is no finite one, whatever its tag.
        if token.has("Tense=Past"), token.has("VerbForm=Fin"), relation[verb] == "advcl", children(verb, "nsubj", "expl", "aux", "conj").isEmpty {
            return marker(verb).isEmpty || ["when", "if", "as", "though", "although"].contains(marker(verb))
        }
        return token.has("VerbForm=Part") && !token.has("Tense=Pres") && !token.form.lowercased().hasSuffix("ing")
    }

    /// "could kill", "to kill": neither done nor being done.
    func isUnrealised(_ verb: Int) -> Bool {
        let auxiliaries = children(verb, "aux").map { tokens[$0].form.lowercased() }
        if auxiliaries.contains("have") { return false }
        return tokens[verb].has("VerbForm=Inf")
            || auxiliaries.contains { ["could", "may", "might", "would", "can", "will", "shall", "should", "must"].contains($0) }
    }

    // MARK: Who does it, to whom

    /// Heads of the phrases that do an act, undone from passive and inherited where the grammar leaves them out.
    func subjects(_ verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 8 else { return [] }
        if isPassive(verb) {
            let agents = parse.children[verb].filter {
                tokens[$0].relation == "obl:agent" || (relation[$0] == "obl" && preposition($0) == "by" && !isTime($0))
            }
            if agents.isEmpty,
                let hands = prepositional(verb).first(where: { $0.preposition == "at" && tokens[$0.head].form.lowercased() == "hands" })
            {
                // "were killed at the hands of the junta"
                return children(hands.head, "nmod").filter { preposition($0) == "of" }.flatMap(nominals)
            }
            return agents.flatMap(nominals)
        }
        return surfaceSubjects(verb, depth: depth)
    }

    /// Heads of the phrases that an act is done to.
    func objects(_ verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 8 else { return [] }
        if isPassive(verb) {
            let own = surfaceSubjects(verb, depth: depth)
            return own.isEmpty ? own : own + companions(of: verb, after: verb)
        }
        let direct = children(verb, "obj").filter { !isRelativePronoun($0) }
        if let last = direct.last { return direct.flatMap(nominals) + companions(of: verb, after: last) }
        // "injured over 5,000": a bare number right behind the verb, whatever the tree calls it.
        if let count = children(verb, "obl").first(where: { isBareCount($0, behind: verb) }) { return [count] }
        // "stopped and detained two men": an object behind both verbs is done both to.
        if relation[verb] == "conj", let up = head(verb), isVerb(up), children(verb, "ccomp", "xcomp").isEmpty {
            let shared = children(up, "obj").filter { $0 > verb && !isRelativePronoun($0) }
            if let last = shared.last { return shared.flatMap(nominals) + companions(of: up, after: last) + companions(of: verb, after: last) }
        }
        if tokens[verb].relation == "acl:relcl", let antecedent = head(verb) {
            let relativeSubject = children(verb, "nsubj").contains(where: isRelativePronoun)
            let relativeObject = children(verb, "obj").contains(where: isRelativePronoun)
            let hasSubject = !children(verb, "nsubj").isEmpty
            if relativeObject
                || (hasSubject && !relativeSubject
                    && !children(verb, "obl").contains(where: { !children($0, "case").isEmpty && isRelativePronoun($0) }))
            {
                return nominals(antecedent)
            }
        }
        // "attacked and looted the shop": a shared object stands with the last verb.
        for other in children(verb, "conj") where isVerb(other) && children(verb, "obj").isEmpty {
            let shared = children(other, "obj")
            if !shared.isEmpty, shared.allSatisfy({ $0 > other }), other == parse.children[verb].last(where: { relation[$0] == "conj" }) {
                return shared.flatMap(nominals)
            }
        }
        return []
    }

    /// "detained the leader along with two aides": those to whom the same is done.
    private func companions(of verb: Int, after index: Int) -> [Int] {
        let near = parse.children[verb] + children(verb, "obj").flatMap { parse.children[$0] }
        let phrases = near.filter { phrase in
            guard phrase > index, relation[phrase] == "obl" || relation[phrase] == "nmod" else { return false }
            let words = children(phrase, "case").flatMap { [$0] + children($0, "fixed") }.map { tokens[$0].form.lowercased() }
            return Self.together.contains(words)
        }
        return phrases.flatMap(nominals)
    }

    private static let together: Set<[String]> = [["along", "with"], ["together", "with"], ["as", "well", "as"]]

    /// "killed between 30 and 40 men": right behind the verb a number, with what bounds it, is no place.
    private func isBareCount(_ index: Int, behind verb: Int) -> Bool {
        guard index > verb, index - verb <= 8, let first = parse.subtree(index).min(), first == verb + 1 else { return false }
        let cases = children(index, "case").map { tokens[$0].form.lowercased() }
        guard cases.allSatisfy(Self.bounding.contains), !parse.entities.contains(where: { $0.tokens.contains(index) && $0.kind == .DATE }) else {
            return false
        }
        if tokens[index].upos == .NUM { return true }
        return tokens[index].upos == .NOUN && first + 1 < index && Self.bounding.contains(tokens[first].form.lowercased())
            && tokens[first + 1].upos == .NUM && tokens[index].lemma.lowercased() != "o'clock"
    }

    private static let bounding: Set<String> = ["between", "over", "around", "about", "under", "above"]

    /// "10 dead and 60 wounded": the number before an adjective that stands for those it tells of.
    func ownCount(_ adjective: Int) -> Int? {
        guard adjective > 0, children(adjective, "cop", "aux", "nsubj").isEmpty else { return nil }
        return children(adjective, "nummod").first ?? (tokens[adjective - 1].upos == .NUM ? adjective - 1 : nil)
    }

    /// The grammatical subject, own or inherited; of a passive it is what undergoes the act.
    func surfaceSubjects(_ verb: Int, depth: Int = 0) -> [Int] {
        guard depth < 8 else { return [] }
        let own = children(verb, "nsubj")
        if !own.isEmpty {
            return own.flatMap { subject -> [Int] in
                if isRelativePronoun(subject), let antecedent = antecedent(of: verb) { return nominals(antecedent) }
                return nominals(subject)
            }
        }
        // "82 were killed and 1,700 injured": a bare number before a participle is its subject.
        if isPastParticiple(verb), let count = children(verb, "nummod").first(where: { $0 < verb }) { return [count] }
        guard let up = head(verb) else { return [] }
        switch relation[verb] {
        case "conj":
            return isPredicate(up) ? surfaceSubjects(up, depth: depth + 1) : []
        case "xcomp":
            return controller(up, of: verb, depth: depth)
        case "advcl":
            let marker = marker(verb)
            if ["of", "from", "for", "into"].contains(marker), !objects(up, depth: depth + 1).isEmpty {
                return objects(up, depth: depth + 1)
            }
            return isPredicate(up) ? surfaceSubjects(up, depth: depth + 1) : []
        case "acl":
            if tokens[verb].relation == "acl:relcl" { return nominals(up) }
            // "an embargo as punishment for seizing the town": who is punished, not who punishes.
            if marker(verb) == "for", Self.requitals.contains(tokens[up].lemma.lowercased()) { return [] }
            if !marker(verb).isEmpty { return owner(of: up, depth: depth) }
            if tokens[verb].has("VerbForm=Part") || tokens[verb].has("VerbForm=Ger") || tokens[verb].form.lowercased().hasSuffix("ing") {
                return nominals(up)
            }
            // "a plan to attack", "their decision to withdraw": the owner of the noun acts.
            return owner(of: up, depth: depth)
        case "amod":
            // "the besieged capital"
            return isPastParticiple(verb) ? nominals(up) : []
        case "parataxis", "ccomp", "dep":
            return []
        default:
            return []
        }
    }

    private func antecedent(of verb: Int) -> Int? {
        var current = verb
        for _ in 0..<4 {
            if tokens[current].relation == "acl:relcl" { return head(current) }
            guard relation[current] == "conj" || relation[current] == "xcomp" || relation[current] == "ccomp", let up = head(current) else {
                return nil
            }
            current = up
        }
        return nil
    }

    /// Who is understood as the subject of an infinitive: the object of "force X to", the subject of "try to".
    private func controller(_ up: Int, of verb: Int, depth: Int) -> [Int] {
        if isPassive(up) { return surfaceSubjects(up, depth: depth + 1) }
        let objects = children(up, "obj", "iobj").filter { !isRelativePronoun($0) }
        if !objects.isEmpty, !Self.subjectControl.contains(tokens[up].lemma) { return objects.flatMap(nominals) }
        for (preposition, head) in prepositional(up)
        where ["on", "for", "to"].contains(preposition) && head < verb && Self.appeal.contains(tokens[up].lemma) {
            return nominals(head)
        }
        return surfaceSubjects(up, depth: depth + 1)
    }

    private static let requitals: Set<String> = ["punishment", "retaliation", "revenge", "reprisal", "penalty", "compensation", "blame", "apology"]
    private static let subjectControl: Set<String> = ["promise", "vow", "threaten", "swear", "pledge", "use"]
    private static let appeal: Set<String> = ["call", "appeal", "wait", "pray", "shout", "signal"]

    /// Possessor of a noun, or the subject of the verb that the noun is the object of.
    func owner(of noun: Int, depth: Int = 0) -> [Int] {
        let possessors = parse.children[noun].filter { tokens[$0].relation == "nmod:poss" }
        if !possessors.isEmpty { return possessors.flatMap(nominals) }
        guard depth < 8, let up = head(noun), isPredicate(up) else { return [] }
        switch relation[noun] {
        case "obj", "obl": return subjects(up, depth: depth + 1)
        case "nsubj" where isPassive(up): return subjects(up, depth: depth + 1)
        default: return []
        }
    }

    private func isTime(_ index: Int) -> Bool {
        [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "midnight", "noon", "dawn", "then", "now", "year", "month",
            "week", "evening", "morning", "night", "afternoon",
        ]
        .contains(tokens[index].lemma.lowercased())
    }
}
