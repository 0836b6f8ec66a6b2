internal import HearsayCodebook
internal import HearsayCore

/// Which place a phrase names.
extension PlaceFinder {
    /// The name in a phrase: the head itself, or the nearest name below it ("the town of X", "the X region").
    func named(under head: Int) -> NamedPlace? {
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
        if let found = byWay(head) { return found }
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
    func pointedTo(by noun: Int) -> NamedPlace? {
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
            // Territories that some hold for a country: their sides call them provinces.
            func isUnit(_ place: NamedPlace) -> Bool {
                [.region, .district, .area].contains(place.mention.precision) || place.mention.precision == .country && place.mention.names.count > 1
            }
            if let found = candidates.first(where: isUnit) { return found }
            guard ["province", "region", "state", "governorate"].contains(lemma), let town = candidates.first(where: { $0.region != nil }) else {
                return nil
            }
            return town.region.map { NamedPlace(sentence: town.sentence, tokens: town.tokens, head: town.head, mention: $0) }
        }
        // "the market", "the temple": the place that the text called so.
        if lexicon.isBuilding(lemma) || lexicon.isPlace(graph, noun) {
            return candidates.first { $0.sorts.contains(lemma) && [.place, .near, .district].contains($0.mention.precision) }
        }
        return nil
    }
}
