internal import HearsayCodebook
internal import HearsayCore

/// What an act of force was done with, and the things that it fell on.
///
/// "A car bomb exploded outside the bank" gives the bomb and the bank; those hurt are recipients, not targets.
struct ThingFinder: Sendable {
    let graph: ClauseGraph
    let lexicon: WordClasses

    // MARK: Arms

    /// Heads of the phrases for arms around an act, in order of the text.
    func weapons(of trigger: Trigger, actors: [Int]) -> [Int] {
        guard trigger.pattern.type == "ASSAULT" else { return [] }
        var found: Set<Int> = []
        for word in [trigger.token, trigger.lightVerb].compactMap({ $0 }) {
            if graph.isVerb(word) {
                // A rocket that is shot down is no weapon of that act.
                let isDestroyed = trigger.pattern.mode == "destroy" && word == trigger.token
                found.formUnion(graph.surfaceSubjects(word).flatMap(arms))
                if !isDestroyed { found.formUnion(graph.children(word, "obj").flatMap(graph.nominals).flatMap(arms)) }
                // "fired on the bus with rifles", "killed the guards using grenades".
                for clause in graph.children(word, "advcl", "xcomp", "acl") where Self.wielding.contains(graph.tokens[clause].lemma.lowercased()) {
                    found.formUnion(wielded(clause))
                }
            } else if trigger.lightVerb != word {
                found.formUnion(graph.parse.children[word].filter { $0 < word }.flatMap(modifyingArms))
                if isArm(word) { found.insert(word) }
            }
            for (preposition, head) in graph.prepositional(word) where Self.prepositions.contains(preposition) {
                found.formUnion(graph.nominals(head).flatMap(arms))
            }
        }
        // "The explosion was caused by a car bomb".
        if trigger.pattern.kind == .noun, graph.relation[trigger.token] == "nsubj", let verb = graph.head(trigger.token), graph.isPassive(verb),
            ["cause", "produce", "trigger"].contains(graph.tokens[verb].lemma.lowercased())
        {
            found.formUnion(graph.subjects(verb).flatMap(arms))
        }
        // "Two devices exploded": what bursts is an arm there.
        if trigger.pattern.id == "assault.explode" || trigger.pattern.id == "assault.detonate" {
            let burst = graph.surfaceSubjects(trigger.token) + graph.objects(trigger.token)
            found.formUnion(burst.filter { ["device", "charge", "load", "artifact", "artefact"].contains(graph.tokens[$0].lemma.lowercased()) })
        }
        for companion in trigger.companions { found.formUnion(arms(companion)) }
        // "men armed with machineguns attacked".
        for actor in actors {
            for clause in graph.children(actor, "acl", "amod") where Self.wielding.contains(graph.tokens[clause].lemma.lowercased()) {
                found.formUnion(wielded(clause))
            }
        }
        return found.sorted()
    }

    private static let prepositions: Set<String> = ["with", "by", "using", "of", "from", "in", "through", "by means of"]
    private static let wielding: Set<String> = [
        "use", "employ", "fire", "throw", "hurl", "toss", "lob", "launch", "shoot", "arm", "armed", "carry", "wield", "brandish", "plant", "place",
        "detonate",
        "explode", "set", "drop", "bear", "load", "fill", "pack",
    ]

    private func wielded(_ clause: Int) -> [Int] {
        (graph.children(clause, "obj") + graph.prepositional(clause).filter { ["with", "of"].contains($0.preposition) }.map(\.head))
            .flatMap(graph.nominals).flatMap(arms)
    }

    /// The arm that a noun is or holds: "a bomb", "sticks of dynamite", "machinegun fire", "a car loaded with explosives".
    private func arms(_ index: Int) -> [Int] {
        if isArm(index) { return [index] }
        guard graph.tokens[index].upos == .NOUN || graph.tokens[index].upos == .PROPN else { return [] }
        var out = graph.parse.children[index].filter { $0 < index }.flatMap(modifyingArms)
        for (preposition, head) in graph.prepositional(index) where preposition == "of" || preposition == "with" {
            out += graph.nominals(head).filter(isArm)
        }
        // "a car full of dynamite".
        for full in graph.children(index, "amod", "acl") where graph.tokens[full].lemma.lowercased() == "full" {
            out += graph.prepositional(full).filter { $0.preposition == "of" }.flatMap { graph.nominals($0.head) }.filter(isArm)
        }
        for clause in graph.children(index, "acl") where ["load", "fill", "pack", "lace", "make"].contains(graph.tokens[clause].lemma.lowercased()) {
            out += wielded(clause)
        }
        return out
    }

    /// "bomb" of "bomb attack", with what is joined to it: "mortar and rifle fire".
    private func modifyingArms(_ child: Int) -> [Int] {
        guard ["compound", "amod", "nmod"].contains(graph.relation[child]) else { return [] }
        return graph.conjuncts(child).filter(isArm)
    }

    private func isArm(_ index: Int) -> Bool {
        let token = graph.tokens[index]
        guard token.upos == .NOUN || token.upos == .PROPN || token.upos == .ADJ, lexicon.entity(graph, index) == nil || !isName(index) else {
            return false
        }
        if lexicon.contains("arm", token) { return true }
        guard lexicon.contains("charge", token) else { return false }
        return graph.parse.children[index].contains { child in
            (child < index && ["compound", "amod", "nmod"].contains(graph.relation[child]) || graph.preposition(child) == "of")
                && (lexicon.contains("arm", graph.tokens[child]) || graph.tokens[child].lemma.lowercased() == "incendiary")
        }
    }

    /// A name that models of arms are not read as: persons, places, bodies of more than one word.
    private func isName(_ index: Int) -> Bool {
        guard let name = graph.parse.entities.first(where: { $0.tokens.contains(index) }) else { return false }
        return name.kind != .ORG || name.tokens.count > 1
    }

    // MARK: Things hit

    /// Heads of the phrases for things that an act fell on, in order of the text.
    func targets(of trigger: Trigger, harmed: [Int], mode: String?) -> [Int] {
        if trigger.pattern.type == "COERCE", mode == "seize" { return harmed.flatMap(behind).filter(isThing) }
        guard trigger.pattern.type == "ASSAULT", trigger.pattern.harm == nil, mode != "abduct" else { return [] }
        var found = harmed.flatMap(behind).filter(isThing)
        let filler = SlotFiller(graph: graph, lexicon: lexicon)
        for slot in trigger.pattern.place + trigger.pattern.recipient {
            found += filler.candidates(
                slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb, isUndergone: trigger.isUndergone
            ).flatMap(behind).filter(isThing)
        }
        let blows = mode.map { ["explosives", "heavy-weapons", "aerial", "drone", "suicide-attack", "destroy"].contains($0) } ?? false
        let isBomb = mode == "explosives" || mode == "suicide-attack"
        for word in [trigger.token, trigger.lightVerb, happening(trigger)].compactMap({ $0 }) {
            for (preposition, head) in graph.prepositional(word)
            where Self.against.contains(preposition) || isBomb && Self.beside.contains(preposition) {
                found += graph.nominals(head).flatMap { behind($0) }.filter(isThing)
            }
            if blows, graph.isVerb(word) { found += graph.objects(word).flatMap(behind).filter(isThing) }
            if isBomb {
                // "placed a bomb at the bank": the place may hang on the bomb.
                for object in graph.children(word, "obj", "nsubj") {
                    for (preposition, head) in graph.prepositional(object)
                    where Self.beside.contains(preposition) || Self.against.contains(preposition) {
                        found += graph.nominals(head).flatMap { behind($0) }.filter(isThing)
                    }
                }
            }
        }
        return Set(found).sorted()
    }

    /// "occurred" of "the explosion occurred outside the ministry".
    private func happening(_ trigger: Trigger) -> Int? {
        guard trigger.pattern.kind == .noun, graph.relation[trigger.token] == "nsubj", let verb = graph.head(trigger.token),
            lexicon.contains("happen-verb", graph.tokens[verb]) || lexicon.contains("occur-verb", graph.tokens[verb])
        else { return nil }
        return verb
    }

    private static let against: Set<String> = ["against", "on", "at", "upon", "into"]
    private static let beside: Set<String> = [
        "in", "at", "near", "outside", "inside", "in front of", "under", "underneath", "next to", "by", "beside", "close to", "on", "within",
        "opposite",
        "outside of",
    ]

    /// "the front of the embassy", "the door of a bank": what the part belongs to.
    private func behind(_ index: Int) -> [Int] {
        guard Self.parts.contains(graph.tokens[index].lemma.lowercased()) else { return [index] }
        let wholes = graph.prepositional(index).filter { $0.preposition == "of" }.flatMap { graph.nominals($0.head) }
        return wholes.isEmpty ? [index] : wholes
    }

    private static let parts: Set<String> = [
        "front", "top", "door", "gate", "entrance", "wall", "window", "side", "roof", "basement", "lobby", "back", "rear", "corner", "vicinity",
        "premises",
        "series", "number", "group", "part", "dozen", "hundred", "several", "section", "stretch", "portion",
    ]

    /// Something built or driven, that is hit and is nobody.
    func isThing(_ index: Int) -> Bool {
        let token = graph.tokens[index]
        guard token.upos == .NOUN || token.upos == .PROPN, lexicon.entity(graph, index) != .PER, lexicon.entity(graph, index) != .DATE else {
            return false
        }
        return ["building", "vehicle", "ship", "aircraft", "works", "premises"].contains { lexicon.contains($0, token) }
    }
}

extension WordClasses {
    func contains(_ list: String, _ token: Token) -> Bool {
        codebook.lists[list].map { $0.contains(token.lemma.lowercased()) || $0.contains(token.form.lowercased()) } ?? false
    }
}
