internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// Pronouns: agreement, what grammar forbids, and of the rest whoever is most in mind.
extension CoreferencePass {
    mutating func resolve(_ pronoun: Pronoun, at site: Site, _ graph: ClauseGraph, _ quote: Int?) {
        if pronoun.of == .speaker {
            if let quote, let speakers = quoteSpeakers[quote], let first = speakers.first,
                first.sentence != site.sentence || first.token != site.token
            {
                link(site, [first], [], Rule.quote)
            }
            return
        }
        if Pleonasm(graph: graph).isEmpty(site.token) { return }
        let role = reader.role(graph, site.token)
        if pronoun.isReflexive, let own = reflexive(site, graph), pronoun.of == .he || pronoun.of == .she || agrees(pronoun, entities[own]) != nil {
            if pronoun.of == .he || pronoun.of == .she { entities[own].kind = .person }
            link(site, [entities[own].last], [own], Rule.reflexive)
            occur(site, own, role, quote, isNominal: false)
            return
        }
        let frame = Frame(pronoun, site, graph, role, quote)
        let best = best(for: frame)
        if let target = subjectBehind(pronoun, site, graph), best == nil || best!.score < 1.5 {
            awaited[target, default: []].append(site)
            return
        }
        guard let best else { return }
        // Things are attacked, but act no more than places do.
        let likeliest = role == .object ? best.entity : best.actor
        link(site, antecedents(best.entity), isJoined(likeliest) ? entities[likeliest].members : [likeliest], Rule.pronoun)
        occur(site, best.entity, role, quote, isNominal: false)
        entities[best.entity].count += 1
        if entities[best.entity].gender == .unknown {
            if pronoun.of == .he { entities[best.entity].gender = .male }
            if pronoun.of == .she { entities[best.entity].gender = .female }
        }
    }

    /// A phrase that stands for several is itself the antecedent; "A and B" are each one.
    private func antecedents(_ entity: Int) -> [Site] {
        isJoined(entity) ? entities[entity].members.map { entities[$0].last } : [entities[entity].last]
    }

    private func isJoined(_ entity: Int) -> Bool { !entities[entity].members.isEmpty && links[entities[entity].last]?.link.rule != Rule.pair }

    private func reflexive(_ site: Site, _ graph: ClauseGraph) -> Int? {
        guard let verb = graph.verbAbove(site.token) else { return nil }
        return graph.surfaceSubjects(verb).lazy.compactMap { entityAt[Site(sentence: site.sentence, token: $0)] }.first
    }

    /// What is known around a pronoun, once for all its candidates.
    struct Frame {
        let pronoun: Pronoun
        let site: Site
        let role: Mention.Role
        let quote: Int?
        /// Subjects of its own verb: no antecedent of an object, the likeliest of a possessive.
        let localSubjects: Set<Int>
        let clauseMates: Set<Int>
        /// Subjects of the verbs of saying above it.
        let tellers: Set<Int>
        /// It says, thinks or does something that things do not.
        let acts: Bool
        let possessed: Int?
        /// Nouns of whose clause it is a part.
        let described: Set<Int>
        /// Nouns of whose own phrase it is a part.
        let containers: Set<Int>

        init(_ pronoun: Pronoun, _ site: Site, _ graph: ClauseGraph, _ role: Mention.Role, _ quote: Int?) {
            self.pronoun = pronoun
            self.site = site
            self.role = role
            self.quote = quote
            let verb = graph.verbAbove(site.token)
            localSubjects = verb.map { Set(graph.surfaceSubjects($0)) } ?? []
            clauseMates = graph.head(site.token).map { Set(graph.children($0, "nsubj", "obj", "iobj", "obl").filter { $0 != site.token }) } ?? []
            var tellers: Set<Int> = []
            var described: Set<Int> = []
            var containers: Set<Int> = []
            var current = site.token
            var isOwnPhrase = true
            for up in graph.ancestors(site.token).dropFirst() {
                if graph.relation[current] == "acl", graph.isNominal(up) { described.insert(up) }
                // "Musa Bello and his brother": what is joined is no part of what it is joined to.
                if graph.isPredicate(up) || graph.relation[current] == "conj" { isOwnPhrase = false }
                if isOwnPhrase, graph.isNominal(up) { containers.insert(up) }
                if graph.relation[current] == "ccomp" || graph.relation[current] == "xcomp" { tellers.formUnion(graph.surfaceSubjects(up)) }
                // "…, the army said": the teller stands beside.
                for aside in graph.children(up, "parataxis") where aside != current { tellers.formUnion(graph.surfaceSubjects(aside)) }
                current = up
            }
            self.tellers = tellers
            self.described = described
            self.containers = containers
            acts = role == .subject && verb.map { !graph.isPassive($0) && graph.isVerb($0) } ?? false
            possessed = pronoun.isPossessive ? graph.head(site.token) : nil
        }
    }

    /// How well an entity's kind and number fit; nil where they forbid it.
    func agrees(_ pronoun: Pronoun, _ entity: Entity) -> Double? {
        switch pronoun.of {
        case .he, .she:
            guard entity.kind == .person, entity.number == .one else { return nil }
            let wanted: Mention.Gender = pronoun.of == .he ? .male : .female
            if entity.gender == .unknown { return pronoun.of == .she && entity.sector == "MIL" ? -0.5 : 0 }
            return entity.gender == wanted ? 0.7 : nil
        case .it:
            guard entity.number != .many, entity.kind != .person || entity.members.isEmpty && entity.labels.contains("baby") else { return nil }
            return entity.kind == .body || entity.kind == .country ? 1 : entity.kind == .place ? -0.7 : -1.2
        case .they:
            if entity.number == .many {
                if !entity.members.isEmpty { return entity.kind == .person || entity.kind == .country || entity.kind == .body ? 1 : -2 }
                return entity.kind == .person ? 1 : entity.kind == .body ? 0.8 : -2.2
            }
            switch entity.kind {
            case .body: return entity.sector == "COP" || entity.sector == "REB" || !entity.isNamed ? -0.7 : -2.8
            case .country: return -5
            default: return nil
            }
        case .speaker: return nil
        }
    }

    /// The likeliest antecedent, and the likeliest that can be somebody.
    private func best(for frame: Frame) -> (entity: Int, actor: Int, score: Double)? {
        var best: (entity: Int, score: Double)?
        var bestActor: (entity: Int, score: Double)?
        var seen: [Int: Double] = [:]
        let within = frame.pronoun.of == .he || frame.pronoun.of == .she ? 5 : frame.pronoun.of == .they ? 4 : 3
        let isGeneric = isHearsay(frame)
        let forbidden = forbidden(frame)
        for occurrence in recent(frame.site, within: within) {
            let entity = entities[occurrence.entity]
            guard let fit = agrees(frame.pronoun, entity), !isContainer(occurrence, frame), !forbidden.contains(occurrence.entity),
                forbidden.isDisjoint(with: entity.members)
            else { continue }
            if isGeneric, entity.kind != .person && entity.kind != .body || occurrence.role != .subject { continue }
            let score = fit + salience(occurrence, entity, frame)
            // The strongest mention of an entity counts, and more than one a little.
            guard seen[occurrence.entity].map({ score > $0 }) ?? true else { continue }
            seen[occurrence.entity] = score
            if best == nil || score > best!.score { best = (occurrence.entity, score) }
            if entity.kind != .thing && entity.kind != .place || lexicon.isActor(story.sentences[entity.last.sentence], entity.last.token),
                bestActor == nil || score > bestActor!.score
            {
                bestActor = (occurrence.entity, score)
            }
        }
        guard let best, best.score > -5 else { return nil }
        return (best.entity, bestActor?.entity ?? best.entity, best.score)
    }

    private func salience(_ occurrence: Occurrence, _ entity: Entity, _ frame: Frame) -> Double {
        let graph = story.sentences[frame.site.sentence]
        let distance = frame.site.sentence - occurrence.site.sentence
        // "It" seldom reaches far.
        var score = frame.pronoun.of == .it ? -3.2 * Double(distance) : -2.6 * Double(min(distance, 1)) - 2.0 * Double(max(0, distance - 1))
        if distance > 0, story.block(occurrence.site.sentence) != story.block(frame.site.sentence) { score -= 0.8 }
        switch occurrence.role {
        case .subject: score += frame.pronoun.of != .he && frame.pronoun.of != .she && distance > 0 && isSource(occurrence) ? 1.6 : 3
        case .object: score += 1.2
        case .owner: score += occurrence.isNominal && !isHeadFit(occurrence, frame.pronoun) ? 1.8 : 0.6
        case .other: break
        }
        if occurrence.isMain { score += 0.6 }
        if entity.isNamed { score += 0.5 }
        score += 0.3 * Double(min(entity.count - 1, 3))
        if occurrence.role == frame.role { score += 0.7 }
        if distance == 0 {
            // "His lawyer said that he …": whose lawyer it is.
            if occurrence.role == .owner, frame.pronoun.of == .he || frame.pronoun.of == .she, let owned = graph.head(occurrence.site.token),
                frame.tellers.contains(owned), graph.tokens[owned].upos == .NOUN, lexicon.actors.role(of: graph.tokens[owned].lemma)?.kind == .person,
                Self.kin.contains(graph.tokens[owned].lemma.lowercased())
            {
                score += 5.5
            }
            if frame.tellers.contains(occurrence.site.token), frame.quote == nil || frame.quote == occurrence.quote { score += 2 }
            // "Surin, known for its silk", "the rebels who lost their town".
            if frame.described.contains(occurrence.site.token) { score += 2 }
            if frame.possessed != nil, frame.localSubjects.contains(occurrence.site.token) { score += 1.5 }
            // "driven people from their homes"
            if let possessed = frame.possessed, occurrence.role == .object, graph.head(possessed) == graph.head(occurrence.site.token) { score += 1 }
            score -= 0.02 * Double(frame.site.token - occurrence.site.token)
        }
        // Who speaks a quote says "I" of himself; who is spoken of in one is seldom spoken of outside it.
        if let quote = frame.quote {
            let speakers = (quoteSpeakers[quote] ?? []).compactMap { entityAt[$0] }
            if speakers.contains(occurrence.entity) { score -= 4 }
            // "They dropped their bombs", said the army's spokesman: not his own.
            if frame.pronoun.of == .they, entity.kind == .body, let country = entity.country,
                speakers.contains(where: { entities[$0].country == country })
            {
                score -= 4
            }
        } else if occurrence.quote != nil {
            score -= 1.5
        }
        score += suits(occurrence, entity, frame)
        if entity.kind == .thing || entity.kind == .place {
            if frame.acts, let verb = graph.verbAbove(frame.site.token) {
                let lemma = graph.tokens[verb].lemma.lowercased()
                if saying.contains(lemma) { score -= 4 } else if !lexicon.codebook.matches(.verb, head: lemma).isEmpty { score -= 1.5 }
            }
            if let possessed = frame.possessed, lexicon.isActor(graph, possessed) { score -= entity.kind == .thing ? 3 : 0.5 }
        }
        return score
    }

    /// "…, residents said": who is named last only as the source is not what the sentence was about.
    private func isSource(_ occurrence: Occurrence) -> Bool {
        let graph = story.sentences[occurrence.site.sentence]
        guard graph.relation[occurrence.site.token] == "nsubj", let verb = graph.head(occurrence.site.token),
            saying.contains(graph.tokens[verb].lemma.lowercased())
        else { return false }
        return graph.relation[verb] == "parataxis" || graph.children(verb, "ccomp").contains { $0 < occurrence.site.token }
    }

    /// "Moretti's delegate … it": the head of an owner's phrase does not fit, its owner may.
    private func isHeadFit(_ occurrence: Occurrence, _ pronoun: Pronoun) -> Bool {
        guard let head = story.sentences[occurrence.site.sentence].head(occurrence.site.token),
            let entity = entityAt[Site(sentence: occurrence.site.sentence, token: head)]
        else { return true }
        return agrees(pronoun, entities[entity]) != nil
    }

    /// People who speak of another: "his lawyer said that he was beaten".
    private static let kin: Set<String> = [
        "lawyer", "attorney", "doctor", "driver", "aide", "wife", "husband", "father", "mother", "brother", "sister", "son", "daughter", "family",
        "relative", "friend", "neighbour", "neighbor", "cousin", "uncle", "aunt", "colleague", "widow",
    ]

    /// Whom grammar forbids: the subject of its own verb and what stands beside it, by whatever words they were mentioned before.
    private func forbidden(_ frame: Frame) -> Set<Int> {
        if frame.pronoun.isPossessive { return [] }
        let beside = frame.role == .subject ? frame.clauseMates : frame.clauseMates.union(frame.localSubjects)
        return Set(beside.filter { $0 < frame.site.token }.compactMap { entityAt[Site(sentence: frame.site.sentence, token: $0)] })
    }

    /// Behind the pronoun, or the phrase that it is part of: "the leader of his party" is not the party.
    private func isContainer(_ occurrence: Occurrence, _ frame: Frame) -> Bool {
        guard occurrence.site.sentence == frame.site.sentence else { return false }
        return occurrence.site.token >= frame.site.token || frame.pronoun.isPossessive && frame.containers.contains(occurrence.site.token)
    }

    /// "They say …": nobody, unless the sentence before was about several.
    private func isHearsay(_ frame: Frame) -> Bool {
        let graph = story.sentences[frame.site.sentence]
        guard frame.pronoun.form == "they", frame.quote == nil, graph.relation[frame.site.token] == "nsubj", let verb = graph.head(frame.site.token)
        else { return false }
        return graph.tokens[verb].form.lowercased() == "say" && graph.children(verb, "aux").isEmpty && graph.relation[verb] == "root"
    }

    /// The subject behind a pronoun in a clause or phrase that opens its sentence ("In his speech, the president …").
    private func subjectBehind(_ pronoun: Pronoun, _ site: Site, _ graph: ClauseGraph) -> Site? {
        for verb in graph.ancestors(site.token).dropFirst() where graph.isPredicate(verb) {
            guard let subject = graph.children(verb, "nsubj").first, subject > site.token else { continue }
            let behind = Site(sentence: site.sentence, token: subject)
            guard Pronoun(graph.tokens[subject]) == nil, let mention = reader.mention(at: behind) else { return nil }
            let entity = Entity(
                kind: mention.kind, number: mention.number, gender: mention.gender, labels: mention.labels, country: nil, sector: mention.sector,
                isNamed: mention.isNamed, fullest: behind, last: behind)
            // The pronoun stands in front of the verb, inside something else that hangs on it.
            guard verb > site.token, graph.parse.subtree(subject).first! > site.token else { return nil }
            return agrees(pronoun, entity) == nil ? nil : behind
        }
        return nil
    }
}
