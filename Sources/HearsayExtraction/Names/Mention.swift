internal import HearsayActors
internal import HearsayCodebook
internal import HearsayCore

/// A phrase that names or describes somebody or something, with what agreement asks of it.
struct Mention: Sendable {
    typealias Site = SpeechLink.Site

    enum Kind: Sendable { case person, body, country, place, thing }
    enum Number: Sendable { case one, many, either }
    enum Gender: Sendable { case male, female, unknown }
    /// Place in its clause; what stands higher is picked up sooner.
    enum Role: Sendable { case subject, object, other, owner }

    let site: Site
    let kind: Kind
    let number: Number
    let gender: Gender
    let role: Role
    let lemma: String
    /// Every word that it may be called by later: its head, the words of its name, its titles and appositions.
    let labels: Set<String>
    /// The words that head it: its noun, the words of its name, its titles; no words in front of them.
    let heads: Set<String>
    /// Plain words in front of its head.
    let modifiers: Set<String>
    let isNamed: Bool
    /// The words of its name.
    let name: [String]
    let country: String?
    let sector: String?
    /// A capital that stands for its government ("Moscow said").
    let isCapital: Bool
    /// It says itself whose or which it is: a possessor, a clause, an "of".
    let isComplete: Bool
}

/// Finds mentions and says what they are.
struct MentionReader: Sendable {
    typealias Site = SpeechLink.Site

    let story: Story
    let lexicon: WordClasses
    /// Verbs of saying.
    let saying: Set<String>

    /// The mention whose head is a token; nil where the token heads none.
    func mention(at site: Site) -> Mention? {
        let graph = story.sentences[site.sentence]
        let token = graph.tokens[site.token]
        guard isHead(graph, site.token) else { return nil }
        let entity = graph.parse.entities.first { $0.tokens.contains(site.token) }
        let lemma = token.lemma.lowercased()
        // "Peace" of "the Organisation for Peace in Sinai" is a part of a name.
        if let entity, [.ORG, .LOC, .PER].contains(entity.kind), let up = graph.head(site.token), entity.tokens.contains(up) { return nil }
        if entity?.kind == .DATE || Self.times.contains(lemma) { return nil }
        let isNamed = entity != nil && token.upos != .NOUN
        let name = isNamed ? nameWords(graph, entity, site.token) : []
        let meaning = isNamed ? lexicon.actors.meaning(of: name.joined(separator: " ")) : nil
        let noun = token.upos == .NOUN || meaning == nil ? lexicon.actors.role(of: lemma) : nil
        let isPlural = token.has("Number=Plur") || token.upos == .NUM && !["one", "1"].contains(token.form.lowercased())
        let kind = self.kind(graph, site.token, entity?.kind, meaning, noun)
        let titles = graph.parse.children[site.token].filter { isTitle(graph, $0, of: site.token) }
        var labels: Set<String> = isFormer(graph, site.token) ? [] : [lemma]
        for word in name { labels.insert(word.lowercased()) }
        var gender = self.gender(token, lemma)
        for title in titles where !isFormer(graph, title) { labels.formUnion(Self.inFull(graph.tokens[title].lemma.lowercased())) }
        let heads = labels
        for title in titles where !isFormer(graph, title) {
            for word in graph.children(title, "amod", "compound") { labels.insert(graph.tokens[word].lemma.lowercased()) }
            if gender == .unknown { gender = self.gender(graph.tokens[title], graph.tokens[title].lemma.lowercased()) }
        }
        if kind == .person, gender == .unknown, let given = name.first { gender = givenGender(given) }
        let front = graph.children(site.token, "amod", "compound", "nmod").filter { $0 < site.token && graph.tokens[$0].relation != "nmod:poss" }
        let modifiers = Set(front.map { graph.tokens[$0].lemma.lowercased() })
        labels.formUnion(modifiers)
        let number: Mention.Number =
            switch kind {
            case .person: isPlural || noun?.kind == .people || entity?.kind == .NORP && token.form.lowercased().hasSuffix("s") ? .many : .one
            case .body: isPlural && !isNamed ? .many : .either
            default: isPlural && !isNamed ? .many : .one
            }
        return Mention(
            site: site, kind: kind, number: number, gender: gender, role: role(graph, site.token), lemma: lemma, labels: labels, heads: heads,
            modifiers: modifiers, isNamed: isNamed, name: name,
            country: meaning?.country
                ?? front.lazy.compactMap { lexicon.actors.meaning(of: graph.words(around: $0))?.country }.first,
            sector: titles.lazy.compactMap { lexicon.actors.role(of: graph.tokens[$0].lemma.lowercased())?.sector }.first
                ?? meaning?.sector ?? noun?.sector,
            isCapital: meaning?.isCapital ?? false && kind == .country,
            isComplete: graph.parse.children[site.token].contains { child in
                graph.tokens[child].relation == "nmod:poss" || graph.relation[child] == "nmod" && child > site.token
                    || ["acl", "appos"].contains(graph.relation[child])
            })
    }

    /// A title with the word that it is short for: "Gen." is a general, "Lt. Col." a colonel.
    private static func inFull(_ title: String) -> [String] {
        let short = title.hasSuffix(".") ? String(title.dropLast()) : title
        return titles[short].map { [title, $0] } ?? [title]
    }

    private static let titles = [
        "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "cpt": "captain", "maj": "major", "sgt": "sergeant",
        "cpl": "corporal", "adm": "admiral", "cmdr": "commander", "cdr": "commander", "brig": "brigadier", "sen": "senator", "rep": "representative",
        "gov": "governor", "pres": "president", "prof": "professor", "dr": "doctor", "rev": "reverend", "msgr": "monsignor", "supt": "superintendent",
    ]

    static let times: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "midnight", "noon", "dawn", "dusk", "year", "month", "week",
        "day", "hour", "minute", "second", "evening", "morning", "night", "afternoon", "time", "moment", "today", "yesterday", "tomorrow", "decade",
        "spring", "summer", "autumn", "winter", "weekend",
    ]

    private func isHead(_ graph: ClauseGraph, _ index: Int) -> Bool {
        let token = graph.tokens[index]
        guard [.NOUN, .PROPN, .NUM].contains(token.upos) || token.upos == .X && lexicon.entity(graph, index) != nil else { return false }
        if ["compound", "flat", "fixed", "goeswith", "nummod", "amod", "case"].contains(graph.relation[index]) { return false }
        if graph.tokens[index].relation == "nmod:desc" { return false }
        // "dozens of children", "13 of its soldiers": those counted are the mention.
        if isCount(graph, index) { return graph.prepositional(index).allSatisfy { $0.preposition != "of" } && token.upos != .NOUN }
        return true
    }

    private func isCount(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.tokens[index].upos == .NUM
            || StoryReading.counting.contains(graph.tokens[index].lemma.lowercased()) && graph.tokens[index].lemma != "group"
                // "a member of the council" is somebody.
                && !(graph.tokens[index].lemma == "member" && graph.tokens[index].has("Number=Sing"))
    }

    /// "the former president" is the president no more.
    private func isFormer(_ graph: ClauseGraph, _ index: Int) -> Bool {
        graph.children(index, "amod", "advmod").contains { ["former", "ex", "late", "then"].contains(graph.tokens[$0].lemma.lowercased()) }
            || graph.tokens[index].form.lowercased().hasPrefix("former-") || graph.tokens[index].form.lowercased().hasPrefix("ex-")
    }

    /// "General" of "General Omar Fayad", "Mr." of "Mr. Machar".
    private func isTitle(_ graph: ClauseGraph, _ child: Int, of head: Int) -> Bool {
        graph.tokens[child].relation == "nmod:desc" || graph.relation[child] == "flat" && child < head
            || graph.relation[child] == "compound" && graph.tokens[child].upos != .ADJ && lexicon.entity(graph, head) == .PER
                && lexicon.entity(graph, child) == nil
    }

    private func nameWords(_ graph: ClauseGraph, _ entity: Entity?, _ index: Int) -> [String] {
        guard let entity else { return [graph.tokens[index].form] }
        let words = entity.tokens.map { graph.tokens[$0].form }.filter { !["-", "'s", "’s", "the", "The", "THE"].contains($0) }
        return words.isEmpty ? [graph.tokens[index].form] : words
    }

    private func kind(
        _ graph: ClauseGraph, _ index: Int, _ entity: Entity.Kind?, _ meaning: NameMeaning?, _ noun: NounRole?
    ) -> Mention.Kind {
        let token = graph.tokens[index]
        if token.upos == .NUM { return .person }
        if token.upos != .NOUN {
            switch entity {
            case .PER? where meaning?.isCapital == true && meaning?.isCountry == true:
                // "Paris said": taken for a person's name.
                return standsForGovernment(index, graph) ? .country : .place
            // A name that the tables know as a group's: "al-Shabaab said", taken for somebody.
            case .PER?: return meaning?.isBody == true ? .body : .person
            case .ORG?:
                return meaning?.isCapital == true && meaning?.isBody == false ? (standsForGovernment(index, graph) ? .country : .place) : .body
            case .NORP?: return token.form.lowercased().hasSuffix("s") && meaning?.isBody != true ? .person : .body
            case .LOC? where meaning?.isCapital == true: return standsForGovernment(index, graph) ? .country : .place
            case .LOC?: return meaning?.isCountry == true ? .country : meaning?.isBody == true ? .body : .place
            default: break
            }
        }
        // Dead bodies do nothing.
        if token.lemma.lowercased() == "body", token.has("Number=Plur") { return .thing }
        switch noun?.kind {
        // "the brigade", "a crew" are one of several.
        case .people? where !token.has("Number=Plur"): return .body
        case .person?, .people?, .office?: return .person
        case .body?: return .body
        case .part?: return .person
        default: break
        }
        if ["country", "nation", "republic", "kingdom", "state"].contains(token.lemma.lowercased()) { return .country }
        if lexicon.isPlace(graph, index) { return .place }
        let lists = lexicon.codebook.lists
        let form = token.lemma.lowercased()
        return ["female", "male", "people", "worker", "fighter"].contains { lists[$0]?.contains(form) == true }
            || Self.personEndings.contains { form.hasSuffix($0) } ? .person : .thing
    }

    /// What is done to a town, not to a government.
    private static let goings: Set<String> = [
        "leave", "reach", "enter", "visit", "hit", "bomb", "shell", "strike", "take", "retake", "capture", "seize", "storm", "hold", "quit", "flee",
        "besiege", "surround", "encircle", "approach", "shake", "rock",
    ]

    private static let personEndings = ["man", "woman", "ist", "seeker", "structor", "holder", "keeper", "maker", "dweller", "goer"]

    /// "Moscow said", "urged Ankara", "Tehran's troops"; not "in Moscow", "left Ankara", "Tehran was hit".
    private func standsForGovernment(_ index: Int, _ graph: ClauseGraph) -> Bool {
        guard let up = graph.head(index) else { return false }
        switch graph.relation[index] {
        case "conj": return standsForGovernment(up, graph)
        case "nsubj": return graph.isVerb(up) && !graph.isPassive(up)
        case "obj", "iobj":
            let lemma = graph.tokens[up].lemma.lowercased()
            return saying.contains(lemma)
                || !Self.goings.contains(lemma) && lexicon.codebook.matches(.verb, head: lemma).contains { $0.pattern.isCue }
        case "obl", "nmod":
            let lemma = graph.tokens[up].lemma.lowercased()
            if graph.tokens[index].relation == "nmod:poss" {
                return lexicon.isActor(graph, up) && lexicon.actors.role(of: lemma)?.kind != .site
                    || lexicon.codebook.lists["policy"]?.contains(lemma) == true
            }
            if graph.tokens[index].relation == "obl:agent" { return true }
            return ["with", "by", "against"].contains(graph.preposition(index)) || graph.preposition(index) == "on" && lemma == "call"
        default: return false
        }
    }

    func role(_ graph: ClauseGraph, _ index: Int) -> Mention.Role {
        if graph.tokens[index].relation == "nmod:poss" { return .owner }
        switch graph.relation[index] {
        case "nsubj": return .subject
        case "obj", "iobj": return .object
        case "obl" where graph.tokens[index].relation == "obl:agent": return .object
        case "appos", "conj":
            return graph.head(index).map { graph.relation[$0] == graph.relation[index] ? .other : role(graph, $0) } ?? .other
        case "nmod":
            // "13 of its soldiers": the soldiers stand where the number stands.
            if graph.preposition(index) == "of", let up = graph.head(index), isCount(graph, up) { return role(graph, up) }
            // "a commander of the YPG": as near as an owner.
            if graph.preposition(index) == "of" || graph.preposition(index) == "for" { return .owner }
            return .other
        case "root": return .subject
        default: return .other
        }
    }

    private func gender(_ token: Token, _ lemma: String) -> Mention.Gender {
        let form = token.form.lowercased()
        let lists = lexicon.codebook.lists
        if lists["female"]?.contains(lemma) == true || lists["female"]?.contains(form) == true { return .female }
        if lists["male"]?.contains(lemma) == true || lists["male"]?.contains(form) == true { return .male }
        return .unknown
    }

    private func givenGender(_ name: String) -> Mention.Gender {
        let name = name.lowercased()
        if lexicon.codebook.lists["female-name"]?.contains(name) == true { return .female }
        return lexicon.codebook.lists["male-name"]?.contains(name) == true ? .male : .unknown
    }
}
