internal import HearsayCore

/// Mends what no reading of a sentence allows: a name with two heads, a subject beyond its verb, a verb with the subject of the
/// verb that reports it.
///
/// The parser attaches each word by itself, so nothing in it forbids two subjects.
struct TreeMender: Sendable {
    /// Verbs of saying.
    let saying: Set<String>
    /// Is this the name of a group or body?
    let isBody: @Sendable (String) -> Bool

    func mended(_ parse: Parse) -> Parse {
        var tokens = parse.tokens
        var isChanged = joinNames(&tokens, parse.entities)
        var entities = parse.entities
        if joinParts(&tokens, &entities) { isChanged = true }
        if liftOverVerbs(&tokens) { isChanged = true }
        if joinTitles(&tokens, parse.entities) { isChanged = true }
        if joinPrepositions(&tokens) { isChanged = true }
        for verb in tokens.indices where tokens[verb].upos == .VERB && saying.contains(tokens[verb].lemma.lowercased()) {
            if giveSubject(to: verb, &tokens) || openClause(behind: verb, &tokens) { isChanged = true }
            if lowerOpening(of: verb, &tokens) { isChanged = true }
        }
        guard isChanged else { return parse }
        return Parse(span: parse.span, block: parse.block, tokens: tokens, multiwords: parse.multiwords, entities: entities)
    }

    /// "Boko Haram abducted …": the second word of a name hangs on the first, not on the verb beside it.
    private func joinNames(_ tokens: inout [Token], _ entities: [Entity]) -> Bool {
        var isChanged = false
        for entity in entities where [.PER, .ORG, .LOC, .NORP].contains(entity.kind) && entity.tokens.count > 1 {
            let heads = entity.tokens.filter { !entity.tokens.contains(tokens[$0].head) && tokens[$0].upos == .PROPN && tokens[$0].head >= 0 }
            guard let first = heads.first else { continue }
            for other in heads.dropFirst() where tokens[other].head == tokens[first].head && tokens[other].relation == tokens[first].relation {
                tokens[other].head = first
                tokens[other].relation = "flat"
                isChanged = true
            }
        }
        return isChanged
    }

    /// "Islamic State of Iraq and the Levant terrorists": a name with an "and" in it is one, and what follows it is its men.
    private func joinParts(_ tokens: inout [Token], _ entities: inout [Entity]) -> Bool {
        for entity in entities where entity.kind == .ORG {
            let first = entity.tokens.lowerBound
            guard let head = entity.tokens.first(where: { !entity.tokens.contains(tokens[$0].head) }),
                let joined = tokens.indices.first(where: { $0 > head && tokens[$0].head == head && tokens[$0].universalRelation == "conj" }),
                joined >= entity.tokens.upperBound, joined - first < 12,
                let last = (entity.tokens.upperBound...joined).last(where: {
                    tokens[$0].upos == .PROPN && ($0 == joined || tokens[$0].head == joined)
                }),
                last > entity.tokens.upperBound, (entity.tokens.upperBound..<last).contains(where: { tokens[$0].lemma.lowercased() == "and" }),
                isBody(tokens[first...last].map(\.form).joined(separator: " "))
            else { continue }
            if last < joined {
                (tokens[joined].head, tokens[joined].relation) = (tokens[head].head, tokens[head].relation)
                (tokens[head].head, tokens[head].relation) = (joined, "compound")
                for index in tokens.indices where tokens[index].head == joined && index < last && index != head {
                    guard tokens[index].universalRelation != "case" else { continue }
                    tokens[index].head = head
                }
                for index in tokens.indices where tokens[index].head == head && tokens[index].universalRelation == "case" && index < first {
                    tokens[index].head = joined
                }
                (tokens[last].head, tokens[last].relation) = (head, "flat")
            } else {
                tokens[joined].relation = "flat"
            }
            entities = entities.filter { !$0.tokens.overlaps(first..<last + 1) || $0.tokens == entity.tokens }
                .map { $0.tokens == entity.tokens ? Entity(.ORG, first..<last + 1) : $0 }
            return true
        }
        return false
    }

    private func isNamed(_ index: Int, _ entities: [Entity]) -> Bool { entities.contains { $0.tokens.contains(index) } }

    /// "Director of the bureau Mary Okello said": the name after an office is no second subject.
    private func joinTitles(_ tokens: inout [Token], _ entities: [Entity]) -> Bool {
        var isChanged = false
        for entity in entities where entity.kind == .PER {
            guard let name = entity.tokens.first(where: { !entity.tokens.contains(tokens[$0].head) }), tokens[name].universalRelation == "nsubj",
                let office = tokens.indices.first(where: {
                    $0 < name && tokens[$0].head == tokens[name].head && tokens[$0].relation == tokens[name].relation
                        && (tokens[$0].upos == .NOUN || tokens[$0].upos == .PROPN && !isNamed($0, entities))
                }),
                // Nothing stands between them that is not part of the office's own phrase.
                (office..<entity.tokens.lowerBound).allSatisfy({ isBelow($0, office, tokens) && tokens[$0].form != "," })
            else { continue }
            tokens[name].head = office
            tokens[name].relation = "appos"
            isChanged = true
        }
        return isChanged
    }

    /// "the blasts next to the embassies": two words that make one preposition.
    private func joinPrepositions(_ tokens: inout [Token]) -> Bool {
        var isChanged = false
        for first in tokens.indices.dropLast() where ["next", "close"].contains(tokens[first].form.lowercased()) && tokens[first + 1].form == "to" {
            let second = first + 1
            let noun = tokens[second].head
            guard ["advmod", "amod"].contains(tokens[first].universalRelation), tokens.indices.contains(noun), noun > second,
                tokens[noun].head == first
            else { continue }
            let up = tokens[first].head
            tokens[noun].head = up
            tokens[noun].relation = tokens.indices.contains(up) && tokens[up].upos == .NOUN ? "nmod" : "obl"
            (tokens[first].head, tokens[first].relation) = (noun, "case")
            (tokens[second].head, tokens[second].relation) = (first, "fixed")
            isChanged = true
        }
        return isChanged
    }

    /// "warned that Russia was massing tanks": what opens a clause, or is its subject, hangs on its verb, not on a word behind it.
    private func liftOverVerbs(_ tokens: inout [Token]) -> Bool {
        var isChanged = false
        for index in tokens.indices where ["nsubj", "mark"].contains(tokens[index].universalRelation) {
            let noun = tokens[index].head
            guard tokens.indices.contains(noun), ["obj", "obl"].contains(tokens[noun].universalRelation) else { continue }
            let verb = tokens[noun].head
            guard tokens.indices.contains(verb), tokens[verb].upos == .VERB, index < verb, verb < noun else { continue }
            let hasOne = tokens.indices.contains { tokens[$0].head == verb && tokens[$0].universalRelation == tokens[index].universalRelation }
            guard !hasOne else { continue }
            tokens[index].head = verb
            isChanged = true
        }
        return isChanged
    }

    /// "India shelled three villages, Pakistan said": Pakistan says, and does not shell.
    private func giveSubject(to verb: Int, _ tokens: inout [Token]) -> Bool {
        func isSubject(_ index: Int) -> Bool { tokens[index].universalRelation == "nsubj" }
        guard !tokens.indices.contains(where: { tokens[$0].head == verb && isSubject($0) }),
            let act = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].universalRelation == "ccomp" && $0 < verb })
        else { return false }
        let subjects = tokens.indices.filter { tokens[$0].head == act && isSubject($0) }
        guard subjects.count > 1, let last = subjects.last, last > act else { return false }
        let inside = tokens.indices.filter { isBelow($0, last, tokens) }
        // It stands at the verb of saying, on either side.
        guard inside.last == verb - 1 || inside.first == verb + 1 else { return false }
        tokens[last].head = verb
        tokens[last].relation = "nsubj"
        return true
    }

    /// "said two men and a child had died": the child is no second speaker, and nobody says two men.
    private func openClause(behind verb: Int, _ tokens: inout [Token]) -> Bool {
        func children(_ head: Int, _ relation: String) -> [Int] {
            tokens.indices.filter { tokens[$0].head == head && tokens[$0].universalRelation == relation }
        }
        guard tokens[verb].lemma.lowercased() == "say", let object = children(verb, "obj").first, children(verb, "ccomp").isEmpty,
            let act = children(verb, "conj").first(where: { $0 > object }), tokens[act].upos == .VERB || tokens[act].upos == .ADJ,
            let subject = children(act, "nsubj").first, subject > object, children(subject, "cc").isEmpty,
            let joint = tokens.indices.first(where: { $0 > object && $0 < subject && tokens[$0].upos == .CCONJ }), joint == object + 1
        else { return false }
        tokens[object].head = act
        tokens[object].relation = tokens[subject].relation
        tokens[subject].head = object
        tokens[subject].relation = "conj"
        tokens[joint].head = subject
        tokens[act].head = verb
        tokens[act].relation = "ccomp"
        return true
    }

    /// "In Kunduz, gunmen killed a guard, the mayor said": the opening tells where they killed, not where he spoke.
    private func lowerOpening(of verb: Int, _ tokens: inout [Token]) -> Bool {
        guard let act = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].universalRelation == "ccomp" && $0 < verb }),
            let start = tokens.indices.first(where: { isBelow($0, act, tokens) }),
            let speaker = tokens.indices.first(where: { tokens[$0].head == verb && tokens[$0].universalRelation == "nsubj" }), speaker > act
        else { return false }
        let openings = tokens.indices.filter {
            tokens[$0].head == verb && $0 < start && ["obl", "advmod", "advcl"].contains(tokens[$0].universalRelation)
        }
        for opening in openings { tokens[opening].head = act }
        return !openings.isEmpty
    }

    private func isBelow(_ index: Int, _ top: Int, _ tokens: [Token]) -> Bool {
        var current = index
        for _ in 0..<tokens.count {
            if current == top { return true }
            current = tokens[current].head
            guard tokens.indices.contains(current) else { return false }
        }
        return false
    }
}
