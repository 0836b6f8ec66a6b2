internal import HearsayCodebook
internal import HearsayCore

/// What the verb of a pronoun says of it: those who attack are armed, those attacked were told of as such.
extension CoreferencePass {
    func suits(_ occurrence: Occurrence, _ entity: Entity, _ frame: Frame) -> Double {
        let graph = story.sentences[frame.site.sentence]
        guard !frame.pronoun.isPossessive, let verb = graph.head(frame.site.token), graph.isVerb(verb) else { return 0 }
        let lemma = graph.tokens[verb].lemma.lowercased()
        let isMachine = ["vehicle", "aircraft", "ship", "munition", "weapon", "heavy-weapon", "explosive"].contains { list in
            lexicon.codebook.lists[list].map { !$0.isDisjoint(with: entity.labels) } ?? false
        }
        if entity.kind == .thing, isMachine, Self.falling.contains(lemma) { return 3 }
        guard lexicon.codebook.matches(.verb, head: lemma).contains(where: { ["ASSAULT", "COERCE"].contains($0.pattern.type) }) else { return 0 }
        if frame.role == .subject, !graph.isPassive(verb) {
            // Those who were taken or hurt are seldom those who take and hurt: "Men were led away. 'They took my son.'"
            if isHarmed(occurrence) { return -2 }
            if entity.kind == .thing { return isMachine ? 3.2 : 0 }
            switch entity.sector {
            case "REB"?, "MIL"?, "UAF"?, "COP"?, "CRM"?: return 0.8
            case "CIV"?, "MED"?, "NGO"?, "REF"?: return -1
            default: return 0
            }
        }
        // Who was hurt or taken goes on being so: "kidnapped a mayor. He was beaten."
        guard occurrence.site.sentence < frame.site.sentence else { return 0 }
        if occurrence.role == .object { return 1 }
        return occurrence.role == .subject && isUndergone(occurrence) ? 0.7 : 0
    }

    /// Told of as somebody to whom an attack or an arrest was done.
    private func isHarmed(_ occurrence: Occurrence) -> Bool {
        let graph = story.sentences[occurrence.site.sentence]
        var head = occurrence.site.token
        while graph.relation[head] == "conj", let first = graph.head(head) { head = first }
        guard graph.relation[head] == "obj" || graph.tokens[head].relation == "nsubj:pass", let verb = graph.head(head), graph.isVerb(verb) else {
            return false
        }
        return lexicon.codebook.matches(.verb, head: graph.tokens[verb].lemma.lowercased()).contains {
            ["ASSAULT", "COERCE"].contains($0.pattern.type)
        }
    }

    private func isUndergone(_ occurrence: Occurrence) -> Bool {
        story.sentences[occurrence.site.sentence].tokens[occurrence.site.token].relation == "nsubj:pass"
    }

    private static let falling: Set<String> = ["fall", "land", "explode", "detonate", "crash", "strike", "hit", "miss", "burn", "sink"]
}
