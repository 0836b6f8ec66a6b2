internal import HearsayCodebook
internal import HearsayCore

/// Finds who, within its own sentence, is said to have told of an act: climbs from the trigger to the root.
struct SpeechClimber: Sendable {
    let graph: ClauseGraph
    let sentence: Int
    let words: ReportingWords
    /// Cue triggers of the sentence by token: speech acts of the codebook ("accused", "demanded").
    let cues: [Int: Trigger]
    let lexicon: WordClasses

    /// Links from the innermost to the outermost.
    func links(from token: Int) -> [SpeechLink] {
        var links: [SpeechLink] = []
        var used: Set<Int> = [token]
        var child = token
        var path: Set<Int> = [token]
        // Relations between the trigger and the current word say whether what hangs here still covers the trigger.
        while true {
            for link in hanging(on: child, path: path, used: &used, isTrigger: child == token) { links.append(link) }
            guard let up = graph.head(child), !path.contains(up) else { break }
            if let link = link(from: child, to: up, trigger: token, used: &used) { links.append(link) }
            path.insert(up)
            child = up
            if !links.isEmpty, isAside(up) { break }
        }
        return links
    }

    /// "denied …, as both sides reported shelling": a telling beside another is no part of it.
    private func isAside(_ verb: Int) -> Bool {
        let lemma = graph.tokens[verb].lemma.lowercased()
        return graph.relation[verb] == "advcl" && ["as", "while", "whereas", "although", "though"].contains(graph.marker(verb))
            && !graph.children(verb, "nsubj").isEmpty && (words.say.contains(lemma) || words.passive.contains(lemma))
    }

    // MARK: What hangs on a word and speaks of it

    private func hanging(on index: Int, path: Set<Int>, used: inout Set<Int>, isTrigger: Bool) -> [SpeechLink] {
        var out: [SpeechLink] = []
        for child in graph.parse.children[index] where !path.contains(child) && !used.contains(child) {
            let token = graph.tokens[child]
            let lemma = token.lemma.lowercased()
            switch graph.relation[child] {
            case "parataxis", "discourse", "dep":
                // '"…", the ministry said' and "…, officials said."
                if words.say.contains(lemma), graph.isVerb(child), ownContent(child) == nil {
                    used.insert(child)
                    out.append(spoken(by: child))
                }
            case "advcl":
                if token.form.lowercased() == "according" {
                    used.insert(child)
                    let heads = graph.children(child, "obl").flatMap(graph.nominals)
                    out.append(link(heads, cue: child, tokens: [child], rule: "speaker.according-to"))
                } else if graph.marker(child) == "as", words.say.contains(lemma), ownContent(child) == nil {
                    used.insert(child)
                    out.append(spoken(by: child))
                }
            case "obl", "nmod":
                let preposition = graph.preposition(child)
                if words.accordingTo.contains(preposition) {
                    used.insert(child)
                    let cues = graph.children(child, "case").flatMap { [$0] + graph.children($0, "fixed") }
                    out.append(
                        link(documentOwners(child) ?? graph.nominals(child), cue: cues.first, tokens: cues.sorted(), rule: "speaker.according-to"))
                } else if ["amid", "despite", "after", "following", "on"].contains(preposition), words.reportNouns.contains(lemma),
                    graph.children(child, "acl", "nmod").isEmpty, ["amid"].contains(preposition)
                {
                    used.insert(child)
                    out.append(link([], cue: child, tokens: [child], rule: "speaker.amid-reports"))
                }
            case "advmod":
                if words.adverbs.contains(token.form.lowercased()), isTrigger || graph.isPredicate(index) {
                    used.insert(child)
                    out.append(link([], cue: child, tokens: [child], rule: "speaker.adverb"))
                }
            case "amod":
                if isTrigger, words.reportAdjectives.contains(token.form.lowercased()) || words.reportAdjectives.contains(lemma) {
                    used.insert(child)
                    out.append(link([], cue: child, tokens: [child], rule: "speaker.adjective"))
                }
            default: break
            }
        }
        return out
    }

    /// The clause or noun that a verb reports, within its own subtree.
    private func ownContent(_ verb: Int) -> Int? {
        graph.children(verb, "ccomp").first
    }

    // MARK: One step up

    /// Does only light grammar lie between the trigger and the word under the cue? What lies deeper the speech act presupposes:
    /// "called for an end to the shelling" speaks of the end.
    private func isDirect(_ child: Int, from trigger: Int) -> Bool {
        var current = trigger
        for _ in 0..<6 {
            if current == child { return true }
            guard let up = graph.head(current) else { return false }
            let relation = graph.relation[current]
            let isLight =
                ["conj", "xcomp", "ccomp"].contains(relation) || relation == "obj" && graph.isVerb(up)
                || relation == "nmod" && graph.preposition(current) == "of" && lexicon.isQuantityNoun(graph.tokens[up].lemma)
                || relation == "nsubj" && graph.isVerb(up) || relation == "advcl" && graph.isVerb(up)
            guard isLight else { return false }
            current = up
        }
        return false
    }

    /// A speech act that is itself only demanded, planned or possible ("urged him to press …") has not been spoken.
    private func isUnrealised(_ cue: Int) -> Bool {
        guard graph.isVerb(cue), graph.relation[cue] == "xcomp" || graph.relation[cue] == "acl" || graph.relation[cue] == "advcl",
            graph.marker(cue) == "to"
        else { return false }
        return true
    }

    private func link(from child: Int, to up: Int, trigger: Int, used: inout Set<Int>) -> SpeechLink? {
        guard !used.contains(up) else { return nil }
        let lemma = graph.tokens[up].lemma.lowercased()
        let relation = graph.relation[child]
        if let cue = cues[up], isContent(child, of: cue), isDirect(child, from: trigger) {
            used.insert(up)
            var made = link(
                cueSpeakers(cue), cue: up, tokens: [up], rule: "speaker.cue:" + cue.pattern.id, inner: cue.pattern.inner ?? "happened")
            made.isSilent = !cue.pattern.speaks || isUnrealised(up)
            if isUnrealised(up), made.inner == "happened" { made = made.with(inner: "possible") }
            return made
        }
        if graph.isVerb(up) {
            // "It was reported that …": the clause is the passive verb's subject.
            let isClause =
                relation == "ccomp" || (relation == "csubj" && graph.isPassive(up))
                || (relation == "parataxis" && child > up && (ownContent(up).map { child > $0 && graph.followsColon(child) } ?? true))
            if words.say.contains(lemma) || words.find.contains(lemma)
                || words.belief.contains(lemma) && relation == "ccomp" && isSpeaker(graph.surfaceSubjects(up))
            {
                if isPresupposed(trigger) { return nil }
                // "hear speakers demand", "saw troops fire": seeing an act is not telling of it.
                if words.find.contains(lemma), !words.say.contains(lemma), relation == "ccomp",
                    graph.tokens[child].has("VerbForm=Inf")
                        || graph.marker(child).isEmpty && graph.children(child, "aux").isEmpty && !graph.tokens[child].has("VerbForm=Fin")
                {
                    return nil
                }
                if isClause || (relation == "xcomp" && graph.isPassive(up)) {
                    used.insert(up)
                    return spoken(by: up)
                }
                // "reported explosions", "explosions were reported": an act as the object of reporting.
                if words.passive.contains(lemma) {
                    let isObject = relation == "obj" || relation == "nsubj" && graph.isPassive(up)
                    if isObject, graph.isNominal(child) {
                        used.insert(up)
                        return spoken(by: up)
                    }
                }
            } else if words.passive.contains(lemma), graph.isPassive(up), ["xcomp", "ccomp", "nsubj"].contains(relation) {
                used.insert(up)
                return spoken(by: up)
            }
            // "put the death toll at 12", "called the raid a crime", "spoke of dozens of dead".
            let isTold =
                ["put", "call", "describe", "label", "term", "brand", "claim"].contains(lemma) && relation == "obj"
                || ["speak", "talk", "tell", "hear"].contains(lemma) && relation == "obl" && graph.preposition(child) == "of"
            if isTold, graph.isNominal(child), isSpeaker(graph.surfaceSubjects(up)) {
                used.insert(up)
                return spoken(by: up)
            }
            return nil
        }
        // "reports that …", "claims of …", "a statement saying …".
        if graph.tokens[up].upos == .NOUN, words.reportNouns.contains(lemma) {
            let isContent =
                relation == "acl" && !graph.tokens[child].relation.hasSuffix("relcl") && graph.marker(child) == "that" || relation == "ccomp"
                || relation == "nmod" && ["of", "about"].contains(graph.preposition(child))
            if isContent {
                used.insert(up)
                return link(reportOwners(up), cue: up, tokens: [up], rule: "speaker.report-noun")
            }
        }
        return nil
    }

    /// Is a word inside what a speech act reports, not its speaker or addressee?
    private func isContent(_ child: Int, of cue: Trigger) -> Bool {
        switch graph.relation[child] {
        case "ccomp", "xcomp": return true
        case "obj", "nmod", "obl":
            if graph.tokens[child].relation == "nmod:poss" || graph.tokens[child].relation == "obl:agent" { return false }
            if graph.relation[child] == "obj" { return cue.pattern.kind == .verb }
            // A time or place of speaking ("warned after the attack") is not what is said.
            return ["of", "for", "against", "about", "over", "on", "to", "at", "that", "from", "regarding", "into"].contains(graph.preposition(child))
        case "nsubj": return graph.isPassive(cue.token) && cue.pattern.kind == .verb
        case "advcl":
            // "called for an air strike, killing three": what came of it, not what was asked for.
            if cue.pattern.type == "REQUEST", graph.marker(child).isEmpty, graph.tokens[child].form.lowercased().hasSuffix("ing") { return false }
            return ["of", "for", "about", "over", "from", "against", "that", "to", "with", ""].contains(graph.marker(child)) && child > cue.token
        case "acl": return cue.pattern.kind == .noun
        case "parataxis": return child > cue.token
        default: return false
        }
    }

    private func isSpeaker(_ heads: [Int]) -> Bool { heads.contains { lexicon.isActor(graph, $0) } }

    /// An act that the sentence takes as known ("talks on the fighting", "at the time of the attack"): nobody tells of it here.
    func isPresupposed(_ trigger: Int) -> Bool {
        guard graph.isNominal(trigger), ["nmod", "obl"].contains(graph.relation[trigger]) else { return false }
        return [
            "on", "over", "about", "during", "before", "after", "since", "despite", "following", "regarding", "concerning", "as part of", "ahead of",
            "until",
        ].contains(graph.preposition(trigger))
    }

    private func cueSpeakers(_ cue: Trigger) -> [Int] {
        let filler = SlotFiller(graph: graph, lexicon: lexicon)
        for slot in cue.pattern.actor {
            let heads = filler.candidates(slot, of: cue.token, kind: cue.pattern.kind, lightVerb: cue.lightVerb)
            if !heads.isEmpty { return heads.flatMap { documentOwners($0) ?? [$0] } }
        }
        if cue.pattern.kind == .noun {
            if let light = cue.lightVerb { return graph.subjects(light) }
            // "with Armenia trading accusations", "in its condemnation": the owner of the noun.
            return graph.owner(of: cue.token)
        }
        return []
    }

    // MARK: Who speaks

    /// The speakers of a reporting verb.
    func spoken(by verb: Int) -> SpeechLink {
        let subjects = graph.isPassive(verb) ? graph.subjects(verb) : graph.surfaceSubjects(verb)
        var heads: [Int] = []
        for subject in subjects {
            if let owners = documentOwners(subject) { heads += owners } else if !isRumour(subject) { heads.append(subject) }
        }
        return link(heads, cue: verb, tokens: [verb], rule: graph.isPassive(verb) ? "speaker.passive-report" : "speaker.verb")
    }

    /// An attribution as a step of a chain.
    func link(_ ascription: Ascription) -> SpeechLink {
        let holders = ascription.holders.flatMap { documentOwners($0) ?? graph.nominals($0) }.filter { !graph.isRelativePronoun($0) }
        let own = graph.isVerb(ascription.head) ? spoken(by: ascription.head) : nil
        if let own, !own.speakers.isEmpty || holders.isEmpty { return own }
        return link(holders, cue: ascription.head, tokens: ascription.cue, rule: "speaker." + ascription.kind.rawValue)
    }

    /// "a statement by the ministry said": the statement's owner speaks; nil where the word is no document or has no owner.
    func documentOwners(_ noun: Int) -> [Int]? {
        guard words.documents.contains(graph.tokens[noun].lemma.lowercased()), graph.tokens[noun].upos == .NOUN else { return nil }
        let owners = reportOwners(noun)
        return owners.isEmpty ? nil : owners
    }

    /// "Reports said": somebody tells, whom nobody names.
    private func isRumour(_ noun: Int) -> Bool {
        graph.tokens[noun].upos == .NOUN && graph.tokens[noun].has("Number=Plur") && words.reportNouns.contains(graph.tokens[noun].lemma.lowercased())
            && graph.children(noun, "det", "nmod", "compound").isEmpty && reportOwners(noun).isEmpty
    }

    private func reportOwners(_ noun: Int) -> [Int] {
        let possessors = graph.parse.children[noun].filter { graph.tokens[$0].relation == "nmod:poss" }
        if !possessors.isEmpty { return possessors.flatMap(graph.nominals) }
        let by = graph.prepositional(noun).filter { ["by", "from"].contains($0.preposition) }
        if !by.isEmpty { return by.flatMap { graph.nominals($0.head) } }
        let adjectives = graph.parse.children[noun].filter {
            $0 < noun && ["amod", "compound"].contains(graph.relation[$0]) && lexicon.isActor(graph, $0)
        }
        if !adjectives.isEmpty { return adjectives }
        if let up = graph.head(noun), graph.isVerb(up), graph.relation[noun] == "obj" { return graph.subjects(up) }
        return []
    }

    private func link(_ heads: [Int], cue: Int?, tokens: [Int], rule: String, inner: String? = nil) -> SpeechLink {
        SpeechLink(
            speakers: heads.map { .init(sentence: sentence, token: $0) },
            cue: cue.map { .init(sentence: sentence, token: $0) }, cueTokens: tokens, inner: inner, rule: rule)
    }
}
