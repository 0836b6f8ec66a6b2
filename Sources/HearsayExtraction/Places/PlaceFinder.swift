internal import HearsayCodebook
internal import HearsayCore

/// A place named in a sentence, resolved.
struct NamedPlace: Sendable {
    let sentence: Int
    let tokens: Range<Int>
    /// The token of the name that the rest hangs on.
    let head: Int
    let mention: PlaceMention
}

/// Finds where an act took place: by the phrases around its words, not by nearness alone.
struct PlaceFinder: Sendable {
    let graph: ClauseGraph
    let places: [NamedPlace]
    let lexicon: WordClasses
    /// Places named in the sentences before, in order: what "the town" and "there" point to.
    let earlier: [NamedPlace]

    private static let prepositions: Set<String> = [
        "in", "at", "near", "outside", "inside", "on", "across", "throughout", "around", "along", "off", "over", "into", "within",
        "north of", "south of", "east of", "west of", "close to", "next to", "outside of", "through", "between", "towards", "toward", "to", "from",
        "onto", "against", "of", "beyond", "under", "upon", "for",
    ]
    /// Prepositions that place an act whatever its kind; "to", "from", "of", "for" only do so for movements or with a place noun.
    private static let strong: Set<String> = [
        "in", "at", "near", "outside", "inside", "on", "across", "throughout", "around", "along", "off", "over", "within", "north of",
        "south of", "east of", "west of", "close to", "next to", "outside of", "through", "into", "towards", "toward",
    ]

    /// Nouns whose place is that of the name before them: "the Kabul region", "Syria's north".
    private static let areas: Set<String> = [
        "region", "province", "district", "area", "city", "town", "village", "border", "north", "south", "east", "west", "capital", "side", "coast",
        "corridor",
        "river", "valley", "county", "territory", "state", "governorate", "suburb", "airport", "countryside", "peninsula", "island", "strip", "front",
        "soil", "port",
    ]

    private func rank(_ place: NamedPlace) -> Int {
        // A name that no gazetteer knows is still narrower than a country.
        if place.mention.latitude == nil { return 4 }
        switch place.mention.precision {
        case .place: return 0
        case .near: return 1
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
        if Self.spoken.contains(type) { return nil }
        if Self.verbal.contains(type) { return around(trigger.token, onlyStrong: true).map { ($0, "place.phrase") } }
        let filler = SlotFiller(graph: graph, lexicon: lexicon)
        for slot in trigger.pattern.place {
            let heads = filler.candidates(slot, of: trigger.token, kind: trigger.pattern.kind, lightVerb: trigger.lightVerb)
            if let found = heads.lazy.compactMap({ self.named(under: $0) }).first { return (found, "place.pattern") }
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
        for recipient in recipients { if let found = around(recipient) { named.append((found, "place.recipient")) } }
        for object in graph.children(trigger.token, "obj", "nsubj") { if let found = around(object) { named.append((found, "place.object")) } }
        if let best = named.enumerated().min(by: { (rank($0.element.place), $0.offset) < (rank($1.element.place), $1.offset) })?.element {
            return best
        }
        return climbed(from: trigger.token)
    }

    /// Places of the clauses that an act belongs to: of its governor, its coordinate, the noun it describes.
    private func climbed(from token: Int) -> (place: NamedPlace, rule: String)? {
        var current = token
        for _ in 0..<8 {
            guard let up = graph.head(current) else { return nil }
            let relation = graph.relation[current]
            // What somebody says elsewhere is not where it happened.
            guard !["ccomp", "parataxis"].contains(relation), graph.tokens[current].relation != "acl:relcl" || graph.isNominal(up) else { return nil }
            // "marched to protest the killings", "met to discuss the attack": what is spoken of lies elsewhere.
            let isFirst = current == token && !graph.isVerb(token)
            if isFirst, relation == "obj" || relation == "nmod" && !["of", "in", "during"].contains(graph.preposition(current)) { return nil }
            // A clause with a subject of its own tells its own story.
            if ["conj", "advcl"].contains(relation), graph.isVerb(current), !graph.children(current, "nsubj").isEmpty { return nil }
            if ["conj", "xcomp", "nsubj", "obj", "obl", "nmod", "advcl", "acl", "appos", "compound"].contains(relation) {
                if graph.isPredicate(up) || graph.isNominal(up), let found = around(up) { return (found, "place.clause") }
                for object in graph.children(up, "obj") where object != current { if let found = around(object) { return (found, "place.clause") } }
            }
            current = up
        }
        return nil
    }

    /// A place in a prepositional phrase that hangs on a word.
    private func around(_ index: Int, onlyStrong: Bool = false) -> NamedPlace? {
        var weak: NamedPlace?
        for (preposition, head) in graph.prepositional(index) {
            guard Self.prepositions.contains(preposition) || preposition.isEmpty == false && preposition.hasSuffix(" of") else { continue }
            guard let found = named(under: head) else { continue }
            // "talks with Israel": a country as a partner is no place; and a government named by its capital neither.
            if Self.strong.contains(preposition) { return found }
            if !onlyStrong, weak == nil, preposition == "to" || preposition == "from" || preposition == "of" && lexicon.isPlace(graph, head) {
                weak = found
            }
        }
        if graph.children(index, "advmod").contains(where: { graph.tokens[$0].lemma.lowercased() == "there" }),
            let last = earlier.last(where: { $0.mention.latitude != nil && $0.mention.precision != .country })
        {
            return last
        }
        for adverb in graph.children(index, "advmod", "obl") where graph.preposition(adverb).isEmpty {
            if let found = places.first(where: { $0.head == adverb }) { return found }
        }
        return weak
    }

    /// "the Gaza fighting", "Ukraine's war", "the war in Ukraine".
    private func modifier(of noun: Int) -> NamedPlace? {
        for child in graph.parse.children[noun] where ["compound", "amod", "nmod"].contains(graph.relation[child]) {
            guard let found = places.first(where: { $0.tokens.contains(child) }), lexicon.entity(graph, child) == .LOC else { continue }
            // "a U.S. attack": a country before an act is who does it; "the Ukraine war" where it is.
            if found.mention.precision == .country, graph.preposition(child).isEmpty,
                !["war", "conflict", "crisis", "violence", "fighting"].contains(graph.tokens[noun].lemma.lowercased())
            {
                continue
            }
            return found
        }
        return nil
    }

    /// The name in a phrase: the head itself, or the nearest name below it ("the town of X", "the X region").
    private func named(under head: Int) -> NamedPlace? {
        if let own = places.first(where: { $0.tokens.contains(head) }) {
            // "Portadown's Garvaghy Road": a street that no gazetteer knows is in the town that owns it.
            if own.mention.latitude == nil,
                let owner = graph.parse.children[head].compactMap({ child in places.first { $0.tokens.contains(child) } }).first(where: {
                    $0.mention.latitude != nil
                })
            {
                return owner
            }
            return own
        }
        guard graph.isNominal(head) else { return nil }
        let isPlaceNoun = lexicon.isPlace(graph, head) || graph.tokens[head].upos == .NOUN
        guard isPlaceNoun else { return nil }
        // "a Russian base", "the interior ministry in Kabul": only through place words or direct modifiers.
        // "the U.S. embassy in Kenya" is in Kenya.
        // "the town of X in northern Y": the most specific of what the phrase names.
        let inner = graph.prepositional(head).filter { Self.strong.contains($0.preposition) || $0.preposition == "of" }.compactMap {
            named(under: $0.head)
        }
        if let best = inner.enumerated().min(by: { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) })?.element { return best }
        let isArea = Self.areas.contains(graph.tokens[head].lemma.lowercased())
        let below = graph.parse.children[head].filter { child in
            guard ["compound", "nmod", "amod", "appos", "flat"].contains(graph.relation[child]) else { return false }
            return isArea || graph.relation[child] != "compound" && graph.relation[child] != "amod" && graph.tokens[child].relation != "nmod:poss"
                || places.first { $0.tokens.contains(child) }.map { $0.mention.precision != .country } ?? true
        }
        // "Nigeria's commercial capital Lagos": the most specific of the names.
        let names = below.compactMap { child in places.first { $0.tokens.contains(child) } }
        if let best = names.enumerated().min(by: { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) })?.element { return best }
        for child in below where graph.relation[child] == "nmod" || graph.relation[child] == "appos" {
            if let found = named(under: child) { return found }
        }
        return pointedTo(by: head)
    }

    /// "the town", "the province": the last place of that size that the story named.
    private func pointedTo(by noun: Int) -> NamedPlace? {
        let lemma = graph.tokens[noun].lemma.lowercased()
        let isDefinite = graph.children(noun, "det").contains { ["the", "this", "that"].contains(graph.tokens[$0].form.lowercased()) }
        guard isDefinite, !graph.parse.children[noun].contains(where: { ["compound", "nmod", "appos"].contains(graph.relation[$0]) }) else {
            return nil
        }
        let before = places.filter { $0.head < noun }
        let candidates = (earlier + before).reversed().filter { $0.mention.latitude != nil }
        if ["town", "city", "village", "hamlet", "settlement", "suburb"].contains(lemma) {
            return candidates.first { [.place, .near].contains($0.mention.precision) }
        }
        if ["region", "province", "territory", "enclave", "strip", "island", "peninsula", "district", "state", "governorate", "county"].contains(
            lemma)
        {
            return candidates.first { [.region, .district, .area].contains($0.mention.precision) }
        }
        return nil
    }
}
