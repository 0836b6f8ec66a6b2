import Foundation

/// Tells which place each name of a document means.
///
/// Names are weighed together: the countries that the document speaks of, the units named beside a town, the places
/// near each other, renown and people. One name means one place throughout, unless its own words say otherwise.
public struct PlaceResolver: Sendable {
    public let gazetteer: Gazetteer

    public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

    /// One place for each mention, in their order; nil where the gazetteer has none.
    public func resolve(_ mentions: [PlaceQuery], hints: PlaceHints = PlaceHints()) -> [ResolvedPlace?] {
        var resolver = Resolver(gazetteer, mentions, hints)
        return resolver.resolve()
    }
}

/// The state of resolving one document.
struct Resolver {
    let gazetteer: Gazetteer
    let hints: PlaceHints
    var mentions: [Mention] = []
    var senses: [Sense] = []

    struct Mention {
        var query: PlaceQuery
        var around: Surroundings
        /// Index of its name's sense; nil where nothing bears the name.
        var sense: Int?
        /// What its own words add to each candidate of the sense.
        var local: [Double] = []
    }

    /// One name of the document and what it may mean.
    struct Sense {
        var name: String
        var candidates: [Gazetteer.Candidate]
        var units: [Unit]
        var priors: [Double]
        var weights: [Double]
        var count = 0
    }

    /// The little of a place that is weighed again and again.
    struct Unit {
        var country: Int
        var admin1: Int
        var admin2: Int
        var latitude: Double
        var longitude: Double
        var kind: PlaceKind

        init(_ place: Place) {
            country = place.countryIndex
            admin1 = place.admin1Index
            admin2 = place.admin2Index
            latitude = place.latitude
            longitude = place.longitude
            kind = place.kind
        }
    }

    init(_ gazetteer: Gazetteer, _ queries: [PlaceQuery], _ hints: PlaceHints) {
        self.gazetteer = gazetteer
        self.hints = hints
        var known: [[UInt8]: Int] = [:]
        for query in queries {
            var mention = Mention(query: query, around: Surroundings(of: query))
            let (name, candidates) = find(query, &mention.around)
            if !candidates.isEmpty {
                let key = Folding.close(name)
                if let sense = known[key] {
                    mention.sense = sense
                } else {
                    mention.sense = senses.count
                    known[key] = senses.count
                    senses.append(sense(name, candidates))
                }
                if let sense = mention.sense { senses[sense].count += 1 }
            }
            mentions.append(mention)
        }
    }

    // MARK: candidates

    /// The places that a mention may mean, and the name under which they are filed.
    func find(_ query: PlaceQuery, _ around: inout Surroundings) -> (String, [Gazetteer.Candidate]) {
        var name = query.name.trimmed
        if name.lowercased().hasPrefix("the ") { name = String(name.dropFirst(4)) }
        for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
        // "Lachin" before "corridor": the two together may be a place of their own.
        if let feature = around.feature {
            let whole = name + " " + feature
            let found = gazetteer.matches(for: whole).filter { $0.match != .loose }
            if !found.isEmpty { return (whole, found) }
        }
        let found = gazetteer.matches(for: name).filter { $0.match != .short || Resolver.looksShort(name) }
        let isSure = found.contains { $0.match <= .people && (around.feature == nil || $0.match != .other) }
        if isSure || (!found.isEmpty && around.feature == nil && !name.contains(" ")) { return (name, found) }
        // "Lanchin corridor": a slip in a name that says what it is leaves one place.
        if Surroundings.Words.features.contains(name.split(separator: " ").last?.lowercased() ?? "") || around.feature != nil {
            for whole in [name, name + " " + (around.feature ?? "")] where whole.utf8.count >= 10 && whole.contains(" ") {
                let near = gazetteer.slips(of: whole).filter { $0.place.kind != .town }
                if near.count == 1 { return (whole, near) }
            }
        }
        // "Karak district", "northern Iraq", "Province of X": the name without the words that say what it is.
        var words = name.split(separator: " ").map(String.init)
        if words.count > 1, let last = words.last?.lowercased() {
            if Surroundings.Words.units.contains(last) || Surroundings.Words.towns.contains(last) || Surroundings.Words.features.contains(last) {
                words.removeLast()
                if Surroundings.Words.units.contains(last) { around.unit = last }
                around.sort = Surroundings.Words.units.contains(last) ? .unit : Surroundings.Words.towns.contains(last) ? .town : around.sort
                let found = gazetteer.matches(for: words.joined(separator: " "))
                if !found.isEmpty { return (words.joined(separator: " "), found) }
            }
        }
        if words.count > 1, let first = words.first?.lowercased() {
            if let part = Surroundings.Words.parts[first] {
                around.part = part
                words.removeFirst()
            } else if ["central", "downtown", "greater", "mid", "upper", "lower", "inner", "metropolitan"].contains(first) {
                words.removeFirst()
            } else if words.count > 2, words[1].lowercased() == "of" {
                around.sort = Surroundings.Words.towns.contains(first) ? .town : .unit
                words.removeFirst(2)
            } else {
                return (name, found)
            }
            let rest = words.joined(separator: " ")
            return (rest, gazetteer.matches(for: rest))
        }
        return (name, found)
    }

    /// "Ky.", "NSW", "U.S.": an abbreviation has a stop or no small letters; "In" and "Or" are words.
    static func looksShort(_ name: String) -> Bool {
        name.count > 5 || name.contains(".") || !name.unicodeScalars.contains { $0.properties.isLowercase }
    }

    func sense(_ name: String, _ candidates: [Gazetteer.Candidate]) -> Sense {
        let priors = candidates.map { Resolver.prior($0) }
        // "San José" is borne by hundreds of places; the tail never wins but by its own words.
        let kept = candidates.indices.sorted { (priors[$0], candidates[$1].place.index) > (priors[$1], candidates[$0].place.index) }.prefix(150)
        let chosen = kept.map { candidates[$0] }
        let twins = Resolver.seats(chosen)
        let hasUsual = chosen.contains { $0.match == .usual }
        return Sense(
            name: name, candidates: chosen,
            units: chosen.map { Unit($0.place) },
            priors: zip(kept, twins).map { item, isTwin in
                priors[item] - (isTwin ? Weights.twin : 0) - (hasUsual && candidates[item].match == .other ? Weights.besideUsual : 0)
            }, weights: [])
    }

    /// Which candidates are units that are little more than a town of the same name: "Kidal" is the town first.
    static func seats(_ candidates: [Gazetteer.Candidate]) -> [Bool] {
        candidates.map { candidate in
            let unit = candidate.place
            guard unit.kind == .region || unit.kind == .district else { return false }
            return candidates.contains { other in
                other.place.kind == .town && other.match <= candidate.match && other.place.admin1Index == unit.admin1Index
                    && other.place.countryIndex == unit.countryIndex && (unit.kind == .region || other.place.admin2Index == unit.admin2Index)
                    && other.place.population * 8 >= unit.population
            }
        }
    }

    /// How likely a place is meant by its name alone: people, renown, kind, and how the name belongs to it.
    static func prior(_ candidate: Gazetteer.Candidate) -> Double {
        let place = candidate.place
        var score = Weights.people * log10(Double(place.population) + 10) + Weights.renown * log(Double(place.renown) + 1)
        switch place.kind {
        case .country: score += Weights.country
        case .region: score += Weights.region
        case .district: score += Weights.district
        case .area, .formerCountry: score = Weights.area
        case .water: score = place.radius >= 100 ? Weights.sea : Weights.territory
        case .territory, .river, .island, .mountain, .corridor: score = Weights.territory
        // A seat is known the world over by its English name.
        case .site, .quarter: score = Weights.site + (place.isSeatOfGovernment ? 3 : 0)
        case .town: break
        }
        if place.isAdded { score += Weights.added }
        if place.isCapital { score += Weights.capital }
        if place.isRegionalSeat { score += Weights.seat }
        switch candidate.match {
        case .usual: break
        case .short, .people: score += 1
        case .other: score -= Weights.otherName
        case .loose: score -= Weights.looseName
        case .slip: score -= Weights.slip
        }
        return score
    }

    /// A name by which few would know the place.
    static func isLesserName(_ candidate: Gazetteer.Candidate) -> Bool {
        let place = candidate.place
        if candidate.match == .loose { return !place.isCapital }
        return candidate.match == .other && place.kind == .town && place.population < 20_000 && place.rivalNames.isEmpty && !place.isRegionalSeat
    }

    // MARK: weighing

    mutating func resolve() -> [ResolvedPlace?] {
        for index in mentions.indices { mentions[index].local = local(mentions[index]) }
        for index in senses.indices {
            senses[index].weights = softmax(senses[index].priors.indices.map { senses[index].priors[$0] + shared(index, $0) })
        }
        for _ in 0..<3 {
            let context = Context(senses, hints, gazetteer)
            var next: [[Double]] = []
            for index in senses.indices {
                next.append(
                    softmax(senses[index].priors.indices.map { senses[index].priors[$0] + shared(index, $0) + context.support(index, $0, senses) }))
            }
            for index in senses.indices { senses[index].weights = next[index] }
        }
        let context = Context(senses, hints, gazetteer)
        return mentions.indices.map { index in
            let mention = mentions[index]
            guard let sense = mention.sense else { return slip(mention, context) }
            var scores = senses[sense].priors.indices.map { item in
                senses[sense].priors[item] + context.support(sense, item, senses) + 0.7 * shared(sense, item) + mention.local[item]
            }
            let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
            guard let best = order.first else { return nil }
            scores = []
            let chosen = senses[sense].candidates[best]
            // Known there only by a lesser name, in a country that the document never speaks of: a slip nearer by is likelier.
            if chosen.match == .loose || chosen.match == .other, context.share(of: chosen.place.countryIndex, without: sense) == 0,
                let nearer = slip(mention, context, besides: Resolver.prior(chosen))
            {
                return nearer
            }
            // "Dahyan" in a story of Yemen is no Dazhou of China, "Lanchin" in one of Syria no Lanchyn: another spelling, or a lesser name
            // of a small town, leads only where the story or its neighbours are.
            if Resolver.isLesserName(chosen), context.isElsewhere(chosen.place.countryIndex, without: sense),
                mention.local[best] < Weights.within / 2,
                !senses[sense].candidates.contains(where: { !Resolver.isLesserName($0) })
            {
                return nil
            }
            let others = order.dropFirst().prefix(5).map { senses[sense].candidates[$0].place }
            return Outcome.make(mention, chosen, Array(others), hints)
        }
    }

    /// What the words around any mention of a name add to a candidate.
    private func shared(_ sense: Int, _ item: Int) -> Double {
        var best = 0.0
        for mention in mentions where mention.sense == sense && mention.local.indices.contains(item) {
            if abs(mention.local[item]) > abs(best) { best = mention.local[item] }
        }
        return best
    }

    private func softmax(_ scores: [Double]) -> [Double] {
        guard let top = scores.max() else { return [] }
        let powers = scores.map { exp(min(0, $0 - top)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// What a mention's own words say for each candidate: ", Texas", "the Syrian city of", "province".
    private func local(_ mention: Mention) -> [Double] {
        guard let sense = mention.sense else { return [] }
        // "Russia, Romania" and "Ohio, Indiana" are lists: a name never lies in one of its own kind.
        let within = Container.after(mention.query, gazetteer).filter { container in
            !senses[sense].candidates.indices.contains { item in
                let unit = senses[sense].units[item]
                guard senses[sense].candidates[item].match <= .short else { return false }
                return container.admin1 == 0
                    ? unit.kind == .country : container.admin2 == 0 && unit.kind == .region && unit.country == container.country
            }
        }
        let peoples = Container.before(mention.query, gazetteer)
        return senses[sense].units.map { unit in
            var score = 0.0
            if !within.isEmpty {
                if within.contains(where: { $0.holds(unit) }) { score += Weights.within }
            }
            if peoples.contains(where: { $0.country == unit.country }) { score += Weights.ofCountry }
            switch mention.around.sort {
            case .unit:
                switch unit.kind {
                case .region, .district, .territory: score += Weights.saidSort
                case .country: score -= 1
                default: break
                }
            case .town:
                switch unit.kind {
                case .town, .quarter: score += Weights.saidSort
                default: score -= 1
                }
            case nil:
                if unit.kind == .region || unit.kind == .district { score -= Weights.unsaidUnit }
            }
            return score
        }
    }

    /// No place bears the name: one that differs by a slip may be meant, in a country that the document speaks of.
    ///
    /// - Parameter prior: what speaks for the place that the name leads to without a slip.
    private func slip(_ mention: Mention, _ context: Context, besides prior: Double = 0) -> ResolvedPlace? {
        var name = mention.query.name
        if let feature = mention.around.feature, !name.hasSuffix(feature) { name += " " + feature }
        for spelling in [name, mention.query.name] {
            let near = gazetteer.slips(of: spelling).filter {
                let share = context.share(of: $0.place.countryIndex)
                return prior > 0 ? share > 0.25 && Resolver.prior($0) + Weights.slip > prior : share > 0.04
            }
            let best = near.max { a, b in
                let x = Resolver.prior(a) + 6 * context.share(of: a.place.countryIndex)
                let y = Resolver.prior(b) + 6 * context.share(of: b.place.countryIndex)
                return (x, b.place.index) < (y, a.place.index)
            }
            if let best { return Outcome.make(mention, best, near.map(\.place).filter { $0 != best.place }, hints) }
        }
        return nil
    }
}
