internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// Who acts, and to whom it is done.
extension StoryReading {
    /// "X must withdraw", said by somebody: the speaker asks it of X; nobody asks anything of "we" or of things.
    func obligation(_ trigger: Trigger, _ graph: ClauseGraph, _ speakers: [Speaker], _ country: String?) -> ([ActorMention], [ActorMention]) {
        guard let speaker = speakers.last, let name = speaker.name, let excerpt = speaker.excerpt, let verb = graph.head(trigger.token) else {
            return ([], [])
        }
        let obliged = graph.surfaceSubjects(verb).filter { head in
            graph.tokens[head].upos != .PRON && extractor.classes.isActor(graph, head)
        }
        return (
            [ActorMention(excerpt, name: name, code: speaker.code)],
            mentions(obliged, trigger.sentence, speakers: speakers, country: country)
        )
    }

    /// The phrases in the first slot that holds somebody fit; where none does, whatever stands in the first that is filled.
    func heads(_ slots: [Slot], _ trigger: Trigger, _ filler: SlotFiller, takesAll: Bool, fits: (Int) -> Bool = { _ in true }) -> [Int] {
        var out: [Int] = []
        var spare: [Int] = []
        for slot in slots {
            let found = filler.candidates(
                slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb, isUndergone: trigger.isUndergone
            )
            // "general strike" names no general; "withdrawal of troops" does name troops.
            .filter { $0 > trigger.token || !trigger.companions.contains($0) }
            if !takesAll, !found.contains(where: fits) {
                if spare.isEmpty { spare = found }
                continue
            }
            out += found
            if !found.isEmpty, !takesAll { break }
        }
        return unique(out.isEmpty ? spare : out)
    }

    /// "the Doha talks": a seat of government before a meeting says where it is held.
    func isVenue(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.tokens[index].upos == .PROPN && extractor.actors.resolve(graph.tokens[index].form).rule == "actor.capital"
    }

    /// "the Nairobi bombing", "the Kenya blast": a name before an attack may say where it was.
    func isScene(_ graph: ClauseGraph, _ index: Int, of trigger: Trigger) -> Bool {
        guard graph.head(index) == trigger.token, graph.relation[index] == "compound", graph.tokens[index].upos == .PROPN,
            extractor.classes.entity(graph, index) == .LOC
        else { return false }
        // "a U.S. bombing", "a UK raid": letters stand for those who act.
        let isAbbreviated = graph.tokens[index].form.allSatisfy { $0.isUppercase || $0 == "." }
        return isVenue(graph, index) || trigger.pattern.mode == "explosives" && !isAbbreviated
    }

    /// Whose means an act is: "supports the army with air strikes", "killed sixty in air strikes".
    func wielders(_ trigger: Trigger, _ graph: ClauseGraph) -> [Int] {
        guard trigger.pattern.kind == .noun, trigger.pattern.type == "ASSAULT", trigger.lightVerb == nil, graph.relation[trigger.token] == "obl",
            ["with", "in", "by", "through"].contains(graph.preposition(trigger.token)), let verb = graph.head(trigger.token), graph.isVerb(verb),
            // "grieved for those killed in the attack" is no blow of the mourner's.
            graph.preposition(trigger.token) != "in" || isHarming(verb, trigger.sentence),
            !graph.isPassive(verb), !graph.objects(verb).isEmpty, trigger.pattern.actor != [.none]
        else { return [] }
        return graph.subjects(verb)
    }

    private func isHarming(_ verb: Int, _ sentence: Int) -> Bool {
        triggers[sentence].contains { ($0.token == verb || $0.lightVerb == verb) && ["ASSAULT", "COERCE"].contains($0.pattern.type) }
    }

    /// "The two blamed each other": each of them is also the other.
    func isReciprocal(_ trigger: Trigger, _ graph: ClauseGraph) -> Bool {
        guard !trigger.pattern.isMutual, trigger.pattern.recipient.contains(.object) else { return false }
        return graph.children(trigger.token, "obj", "obl").contains { object in
            ["each", "one"].contains(graph.tokens[object].form.lowercased()) && object + 1 < graph.tokens.count
                && ["other", "another"].contains(graph.tokens[object + 1].form.lowercased())
        }
    }

    /// Who is told to have done what a noun tells: "is responsible for the murder", "accused X of the attack", "blamed the bombing on X".
    func blamed(_ trigger: Trigger, _ graph: ClauseGraph) -> [Int] {
        let noun = trigger.token
        guard trigger.pattern.kind == .noun, trigger.pattern.type == "ASSAULT", trigger.lightVerb == nil, trigger.pattern.actor != [.none],
            let up = graph.head(noun)
        else { return [] }
        let lemma = graph.tokens[up].lemma.lowercased()
        let preposition = graph.preposition(noun)
        switch graph.relation[noun] {
        case "obl", "nmod":
            // "accused X of being responsible for the attack": the grammar hands X on.
            if lemma == "responsible", preposition == "for" { return graph.surfaceSubjects(up) }
            if ["accuse", "blame", "suspect", "charge", "implicate", "indict", "convict"].contains(lemma), graph.isVerb(up),
                ["of", "for", "with", "in"].contains(preposition)
            {
                return graph.objects(up)
            }
        case "obj", "nsubj":
            if ["attribute", "ascribe", "blame", "pin"].contains(lemma), graph.relation[noun] == "obj" || graph.isPassive(up) {
                return graph.prepositional(up).filter { ["to", "on"].contains($0.preposition) }.flatMap { graph.nominals($0.head) }
            }
        default: break
        }
        return []
    }

    /// Who is behind a subject that does not act itself: an event's own agents ("air strikes killed"), a document's owner.
    func agents(behind head: Int, _ trigger: Trigger, _ filler: SlotFiller, _ climber: SpeechClimber) -> [Int] {
        if let owners = climber.documentOwners(head) { return owners }
        let graph = story.sentences[trigger.sentence]
        // "a series of U.S. airstrikes"
        let counted =
            extractor.classes.isQuantityNoun(graph.tokens[head].lemma)
            ? graph.prepositional(head).first { $0.preposition == "of" }?.head ?? head : head
        guard let other = triggers[trigger.sentence].first(where: { $0.token == counted && $0.pattern.kind == .noun }), other.token != trigger.token
        else { return [head] }
        return heads(other.pattern.actor, other, filler, takesAll: false)
    }

    /// "a Turkish strike hit two vehicles": what the blow's own verb is done to.
    func hit(by trigger: Trigger, _ graph: ClauseGraph) -> [Int] {
        guard trigger.pattern.kind == .noun, trigger.pattern.type == "ASSAULT", trigger.lightVerb == nil, trigger.pattern.recipient != [.none],
            graph.relation[trigger.token] == "nsubj", let verb = graph.head(trigger.token), graph.isVerb(verb), !graph.isPassive(verb),
            ["hit", "strike", "target", "damage", "destroy", "flatten", "wreck", "demolish"].contains(graph.tokens[verb].lemma.lowercased()),
            !triggers[trigger.sentence].contains(where: { $0.token == verb })
        else { return [] }
        return graph.objects(verb)
    }

    /// Whose the thing is that is backed, blamed or turned down: "Iraqi unity", "the army's attack", "the policy of the junta".
    func owners(of objects: [Int], _ trigger: Trigger, _ filler: SlotFiller) -> [Int] {
        guard Self.aimedAtOwners.contains(trigger.pattern.type), trigger.pattern.recipient.contains(.object) else { return [] }
        let graph = story.sentences[trigger.sentence]
        return objects.flatMap { object -> [Int] in
            guard graph.tokens[object].upos == .NOUN else { return [] }
            if let act = triggers[trigger.sentence].first(where: { $0.token == object && $0.pattern.kind == .noun }) {
                return act.pattern.isMutual ? [] : heads(act.pattern.actor, act, filler, takesAll: false)
            }
            let near =
                filler.candidates(.possessive, of: object, kind: .noun, lightVerb: nil)
                + filler.candidates(.adjective, of: object, kind: .noun, lightVerb: nil)
            return near.isEmpty ? filler.candidates(.preposition("of"), of: object, kind: .noun, lightVerb: nil) : near
        }
    }

    private static let aimedAtOwners: Set<String> = ["SUPPORT", "ACCUSE", "REJECT"]

    func unique(_ heads: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return heads.filter { seen.insert($0).inserted }
    }

    func canAct(_ graph: ClauseGraph, _ head: Int, _ trigger: Trigger) -> Bool {
        let token = graph.tokens[head]
        if token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()) { return true }
        if extractor.classes.isActor(graph, head) { return true }
        // "Russian jets", "Iranian gunboats": a machine of somebody's acts for them; "the Yemen crisis" does not.
        if token.upos == .NOUN, trigger.pattern.type != "CONSULT",
            graph.parse.children[head].contains(where: {
                ["amod", "compound", "nmod"].contains(graph.relation[$0]) && $0 < head && extractor.classes.isActingModifier(graph, $0)
            })
        {
            return true
        }
        // "its planes": a machine of theirs who are spoken of.
        if token.upos == .NOUN, trigger.pattern.type != "CONSULT", extractor.classes.isMachine(token.lemma),
            graph.parse.children[head].contains(where: {
                graph.tokens[$0].relation == "nmod:poss" && ["its", "their"].contains(graph.tokens[$0].form.lowercased())
            })
        {
            return true
        }
        // A town as a subject stands for those who hold it.
        return extractor.classes.entity(graph, head) == .LOC && graph.relation[head] == "nsubj"
    }

    static let counting: Set<String> = [
        "dozens", "dozen", "scores", "score", "hundred", "hundreds", "thousand", "thousands", "several", "many", "some", "others", "number", "group",
        "member", "majority", "rest", "most", "few", "couple", "both", "total",
    ]

    func canUndergo(_ graph: ClauseGraph, _ head: Int, _ trigger: Trigger) -> Bool {
        let token = graph.tokens[head]
        if extractor.classes.entity(graph, head) == .LOC {
            return extractor.classes.actors.isCountry(graph.words(around: head)) || (trigger.pattern.isCue && extractor.classes.isActor(graph, head))
        }
        // "25 people", "82": a count says how many, not who.
        if token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()) || Self.nobodies.contains(token.form.lowercased()) { return false }
        if ["people", "person", "other", "victim"].contains(token.lemma.lowercased()), trigger.pattern.harm != nil {
            return hasModifier(graph, head)
        }
        // "A place attacked is a place, not a recipient."
        if Self.spots.contains(token.lemma.lowercased()) { return false }
        if extractor.classes.isActor(graph, head) { return true }
        return extractor.classes.isTarget(token.lemma)
    }

    /// "the number of dead": nobody is named.
    private static let nobodies: Set<String> = ["dead", "killed"]

    static let spots: Set<String> = [
        "village", "town", "city", "airfield", "target", "site", "house", "home", "street", "market", "road", "area", "position", "bridge", "runway",
        "capital", "neighbourhood", "neighborhood", "district", "building", "infrastructure", "those", "website", "court",
    ]

    /// "13 of its soldiers", "hundreds of thousands of villagers": those counted, not the count.
    func counted(_ graph: ClauseGraph, _ head: Int) -> Int {
        var current = head
        for _ in 0..<3 {
            let token = graph.tokens[current]
            guard token.upos == .NUM || Self.counting.contains(token.lemma.lowercased()),
                let next = graph.prepositional(current).first(where: { $0.preposition == "of" && graph.tokens[$0.head].upos != .NUM })
            else { break }
            current = next.head
        }
        return current
    }

    /// "people of the town", "Rohingya people": words that say who they are.
    func hasModifier(_ graph: ClauseGraph, _ head: Int) -> Bool {
        graph.parse.children[head].contains { ["amod", "compound"].contains(graph.relation[$0]) && extractor.classes.isActor(graph, $0) }
    }

    /// "the air force had struck", said by a minister: his own country's, where it is a side of the story.
    private func ownCountry(_ head: Int, _ sentence: Int, _ speakers: [Speaker]) -> String? {
        let graph = story.sentences[sentence]
        guard let code = speakers.last?.code, code.hasSuffix(".GOV") || code.hasSuffix(".MIL"),
            ["force", "army", "navy", "troop", "military"].contains(graph.tokens[head].lemma.lowercased()),
            graph.children(head, "det").contains(where: { graph.tokens[$0].form.lowercased() == "the" }),
            graph.children(head, "amod", "nmod").isEmpty
        else { return nil }
        let country = String(code.prefix(3))
        return gazette.theatre.prefix(2).contains(country) ? country : nil
    }

    /// "Pakistan captured a pilot": soldiers that a side of the story takes or kills are the other side's.
    func otherSide(than actors: [ActorMention], _ heads: [Int], _ sentence: Int) -> String? {
        let sides = gazette.theatre.prefix(2)
        guard let code = actors.first?.code, actors.count == 1, sides.count == 2, sides.contains(String(code.prefix(3))),
            heads.allSatisfy({
                ["soldier", "pilot", "troop", "airman", "sailor", "marine"].contains(story.sentences[sentence].tokens[$0].lemma.lowercased())
            })
        else { return nil }
        return sides.first { $0 != String(code.prefix(3)) }
    }

    func mentions(_ heads: [Int], _ sentence: Int, speakers: [Speaker], country: String?) -> [ActorMention] {
        var out: [ActorMention] = []
        for head in heads where story.sentences[sentence].tokens[head].upos != .VERB {
            let form = story.sentences[sentence].tokens[head].form.lowercased()
            let bodies = actorReader.bodies(at: Site(sentence: sentence, token: head))
            if !bodies.isEmpty {
                out += bodies
                continue
            }
            let own = ownCountry(head, sentence, speakers)
            let found = actorReader.actors(at: Site(sentence: sentence, token: head), country: own ?? country).map(\.mention)
            if found.count > 1 {
                out += found.filter { mention in !out.contains { $0.name == mention.name && $0.code == mention.code } }
                continue
            }
            var mention = found[0]
            if story.sentences[sentence].tokens[head].upos == .PRON, ["we", "i", "us", "our", "my", "me"].contains(form),
                story.sentences[sentence].tokens[head].form != "US"
            {
                if let speaker = speakers.last(where: { $0.name != nil && !["we", "i"].contains($0.name!.lowercased()) }) {
                    mention.name = speaker.name!
                    mention.code = speaker.code
                } else if let publisher = story.document.publisher {
                    let resolved = extractor.actors.resolve(publisher)
                    mention.name = resolved.name
                    mention.code = resolved.code
                }
            }
            if !out.contains(where: { $0.name == mention.name && $0.code == mention.code }) { out.append(mention) }
        }
        return out
    }
}
