internal import HearsayCodebook
internal import HearsayCore

/// A place named in a sentence, resolved.
struct NamedPlace: Sendable {
    let sentence: Int
    let tokens: Range<Int>
    /// The token of the name that the rest hangs on.
    let head: Int
    let mention: PlaceMention
    /// Names where the story was filed.
    var isDateline = false
    /// The first-order unit around a town: what "the province" points to.
    var region: PlaceMention?
    /// What the text calls it: "the market of X", "X, a temple".
    var sorts: Set<String> = []
}

/// Finds where an act took place: by the phrases around its words, not by nearness alone.
struct PlaceFinder: Sendable {
    let graph: ClauseGraph
    let places: [NamedPlace]
    let lexicon: WordClasses
    /// Places named in the sentences before, in order: what "the town" and "there" point to.
    let earlier: [NamedPlace]
    /// Acts of the sentence, by token.
    let acts: [Int: Trigger]
    let words: EventWords

    private static let prepositions: Set<String> = [
        "in", "at", "near", "outside", "inside", "on", "across", "throughout", "around", "along", "off", "over", "into", "within",
        "north of", "south of", "east of", "west of", "close to", "next to", "outside of", "through", "between", "towards", "toward", "to", "from",
        "onto", "against", "of", "beyond", "under", "upon", "for", "out", "out of",
    ]
    /// Prepositions that place an act whatever its kind; "to", "from", "of", "for" only do so for movements or with a place noun.
    static let strong: Set<String> = [
        "in", "at", "near", "outside", "inside", "on", "across", "throughout", "around", "along", "off", "over", "within", "north of",
        "south of", "east of", "west of", "close to", "next to", "outside of", "through", "into", "towards", "toward",
    ]

    /// Nouns whose place is that of the name before them: "the Kabul region", "Syria's north".
    /// "the police chief of X": one person's post is no place of what befalls him.
    private func isOfficer(_ index: Int) -> Bool {
        graph.tokens[index].has("Number=Sing") && lexicon.actors.isPersonNoun(graph.tokens[index].lemma.lowercased())
    }

    /// What "there" points to: the last town or region of this sentence or the one before, else the last place named at all.
    private func lastNamed(before index: Int) -> NamedPlace? {
        let named = (earlier + places.filter { $0.head < index }).filter { $0.mention.latitude != nil && !$0.isDateline }
        let sentence = places.first?.sentence ?? (earlier.last?.sentence ?? 0) + 1
        return named.last { $0.mention.precision != .country && sentence - $0.sentence <= 1 } ?? named.last { $0.mention.precision != .country }
            ?? named.last
    }

    /// "hills west of X", "ten miles south of X": a point of the compass carries the name.
    func byWay(_ index: Int) -> NamedPlace? {
        for way in graph.children(index, "advmod", "obl", "nmod") where Self.ways.contains(graph.tokens[way].lemma.lowercased()) {
            for (preposition, head) in graph.prepositional(way) where preposition == "of" { if let found = named(under: head) { return found } }
        }
        return nil
    }

    static let areas: Set<String> = [
        "region", "province", "district", "area", "city", "town", "village", "border", "north", "south", "east", "west", "capital", "side", "coast",
        "corridor",
        "river", "valley", "county", "territory", "state", "governorate", "suburb", "airport", "countryside", "peninsula", "island", "strip", "front",
        "soil", "port",
    ]

    func rank(_ place: NamedPlace) -> Int {
        // A name that no gazetteer knows is still narrower than a country.
        if place.mention.latitude == nil { return 4 }
        switch place.mention.precision {
        // "posts near X and a depot in Y": the first named of two, however near.
        case .place, .near: return 0
        case .district: return 2
        case .region: return 3
        case .area: return 5
        case .country: return 6
        }
    }

    private static let spoken: Set<String> = ["ACCUSE", "REQUEST", "THREATEN", "REJECT"]
    private static let verbal: Set<String> = ["AGREE", "SUPPORT", "CONCEDE"]

    /// The most specific place stated for a trigger in its sentence.
    func place(for trigger: Trigger, recipients: [Int]) -> (place: NamedPlace, rule: String)? {
        let type = trigger.pattern.type
        // A demand or an accusation is made anywhere; where it is announced is not where anything happens.
        if Self.spoken.contains(type) { return opening(trigger).map { ($0, "place.opening") } }
        if Self.verbal.contains(type) {
            let nouns = trigger.companions.filter(graph.isNominal)
            for word in [trigger.token, trigger.lightVerb].compactMap({ $0 }) + nouns {
                if let found = around(word, onlyStrong: true) { return (found, "place.phrase") }
            }
            for noun in nouns + (trigger.pattern.kind == .noun ? [trigger.token] : []) { if let found = deep(noun) { return (found, "place.party") } }
            return told(of: trigger).map { ($0, "place.relative") }
        }
        // "Kenya will host a summit".
        if type == "CONSULT", let verb = trigger.lightVerb ?? (graph.isVerb(trigger.token) ? trigger.token : nil),
            graph.tokens[verb].lemma.lowercased() == "host",
            let found = graph.surfaceSubjects(verb).lazy.compactMap({ subject in places.first { $0.tokens.contains(subject) } }).first
        {
            return (found, "place.host")
        }
        let filler = SlotFiller(graph: graph, lexicon: lexicon)
        for slot in trigger.pattern.place {
            let heads = filler.candidates(slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb)
            if let found = heads.lazy.compactMap({ self.named(under: $0) }).first(where: { !isOrigin($0, trigger) }) {
                return (found, "place.pattern")
            }
        }
        for slot in trigger.pattern.recipient {
            let heads = filler.candidates(
                slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb, isUndergone: trigger.isUndergone)
            for head in heads where lexicon.entity(graph, head) == .LOC || (lexicon.isPlace(graph, head)) {
                // A country that is attacked is a party, not a spot on the map.
                if let found = named(under: head), found.mention.precision != .country, found.mention.latitude != nil {
                    return (found, "place.target")
                }
            }
        }
        // The most specific of what the act's own phrases name; among equals the nearest to the act.
        var named: [(place: NamedPlace, rule: String)] = []
        if let found = around(trigger.token) { named.append((found, "place.phrase")) }
        if trigger.pattern.kind == .noun, let found = modifier(of: trigger.token) { named.append((found, "place.modifier")) }
        if let light = trigger.lightVerb, let found = around(light) { named.append((found, "place.phrase")) }
        // "43 wounded were treated at a clinic in X": they were hurt elsewhere.
        let isCaredFor =
            trigger.pattern.harm != nil && graph.head(trigger.token).map { Self.caring.contains(graph.tokens[$0].lemma.lowercased()) } ?? false
        if isCaredFor { return named.first }
        // "killed four civilians, including two children, in Kotli": the tree may hang the place on the part.
        let parts = recipients.flatMap { head in graph.children(head, "nmod").filter { graph.preposition($0) == "including" } }
        for recipient in recipients + parts { if let found = around(recipient) { named.append((found, "place.recipient")) } }
        for object in graph.children(trigger.token, "obj", "nsubj", "csubj") {
            // "Cossacks from Kuban whipped": where those who act come from.
            let isActing = graph.relation[object] == "nsubj" && !graph.isPassive(trigger.token) && lexicon.isActor(graph, object)
            if let found = around(object, onlyStrong: isActing) { named.append((found, "place.object")) }
        }
        if let best = named.enumerated().min(by: { (rank($0.element.place), $0.offset) < (rank($1.element.place), $1.offset) })?.element {
            return best
        }
        if let found = told(of: trigger) { return (found, "place.relative") }
        let parties = trigger.pattern.kind == .noun ? [trigger.token] : graph.children(trigger.token, "obj") + harmedSubjects(trigger)
        for party in parties where party == trigger.token || acts[party] == nil { if let found = deep(party) { return (found, "place.party") } }
        if let found = completed(trigger) { return (found, "place.complement") }
        return climbed(from: trigger)
    }

    /// "rockets fired from Gaza landed in Israel": where an attack comes from is not where it falls.
    private func isOrigin(_ place: NamedPlace, _ trigger: Trigger) -> Bool {
        // "there" may point to a place of another sentence, whose words say nothing here.
        guard places.contains(where: { $0.sentence == place.sentence && $0.head == place.head }) else { return false }
        return trigger.pattern.type == "ASSAULT" && trigger.pattern.mode != "abduct"
            && ["from", "out of", "out"].contains(graph.preposition(place.head))
    }

    private static let caring: Set<String> = [
        "treat", "receive", "admit", "visit", "hospitalise", "hospitalize", "comfort", "operate", "mourn", "bury",
    ]

    private func harmedSubjects(_ trigger: Trigger) -> [Int] { graph.isPassive(trigger.token) ? graph.children(trigger.token, "nsubj") : [] }

    /// "clashes between police and rebels in X", "a pocket of resistance near X": the place may hang on the last noun of the phrase.
    private func deep(_ noun: Int, depth: Int = 0) -> NamedPlace? {
        guard depth < 3 else { return nil }
        for (preposition, head) in graph.prepositional(noun) where Self.inner.contains(preposition) && acts[head] == nil {
            for party in graph.conjuncts(head).reversed() where lexicon.entity(graph, party) != .LOC || depth == 0 {
                if let found = around(party, onlyStrong: true) ?? deep(party, depth: depth + 1) { return found }
            }
        }
        return nil
    }

    private static let inner: Set<String> = ["between", "by", "with", "against", "of", "among", "on"]

    /// A place in a prepositional phrase that hangs on a word.
    func around(_ index: Int, onlyStrong: Bool = false) -> NamedPlace? {
        var weak: NamedPlace?
        for (word, head) in graph.prepositional(index) {
            // "east of the lagoon": the way may hang on the name.
            let isWay = word == "of" && graph.children(head, "advmod").contains { Self.ways.contains(graph.tokens[$0].lemma.lowercased()) }
            let preposition = isWay ? "near" : word
            guard Self.prepositions.contains(preposition) || preposition.isEmpty == false && preposition.hasSuffix(" of") else { continue }
            guard let found = named(under: head) else { continue }
            if ["from", "out", "out of"].contains(preposition), acts[index].map({ isOrigin(found, $0) }) ?? false { continue }
            // "talks with Israel": a country as a partner is no place; and a government named by its capital neither.
            if Self.strong.contains(preposition) { return found }
            if !onlyStrong, weak == nil,
                ["to", "from", "out", "out of"].contains(preposition)
                    || preposition == "of" && lexicon.isPlace(graph, head) && !isOfficer(index)
            {
                weak = found
            }
        }
        if graph.children(index, "advmod").contains(where: { graph.tokens[$0].lemma.lowercased() == "there" }),
            let last = lastNamed(before: index)
        {
            return last
        }
        if let found = byWay(index) { return found }
        for adverb in graph.children(index, "advmod", "obl") where graph.preposition(adverb).isEmpty {
            if let found = places.first(where: { $0.head == adverb }) { return found }
        }
        return weak
    }

    private static let ways: Set<String> = [
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west",
        "mile", "kilometre", "kilometer", "km",
    ]
    private static let missions: Set<String> = ["embassy", "consulate", "mission", "base", "headquarters", "ship", "aircraft"]

    /// "the Gaza fighting", "Ukraine's war", "the war in Ukraine".
    func modifier(of noun: Int) -> NamedPlace? {
        for child in graph.parse.children[noun] where ["compound", "amod", "nmod"].contains(graph.relation[child]) {
            guard let found = places.first(where: { $0.tokens.contains(child) }), lexicon.entity(graph, child) == .LOC else { continue }
            // "talks with Russia" are not in Russia.
            guard graph.preposition(child).isEmpty || Self.strong.contains(graph.preposition(child)) else { continue }
            // "a U.S. attack": a country before an act is who does it; "the Ukraine war" where it is.
            if found.mention.precision == .country, graph.preposition(child).isEmpty,
                !["war", "conflict", "crisis", "violence", "fighting"].contains(graph.tokens[noun].lemma.lowercased())
            {
                continue
            }
            return found
        }
        // "the Kabul airport bombing": what was hit stands where the name before it says.
        for target in graph.children(noun, "compound") where lexicon.isTarget(graph.tokens[target].lemma) {
            let named = places.first { $0.tokens.upperBound == target && graph.head($0.head).map { [noun, target].contains($0) } ?? false }
            // A country before an embassy says whose it is.
            if let named, named.mention.precision != .country || !Self.missions.contains(graph.tokens[target].lemma.lowercased()) { return named }
        }
        return nil
    }
}
