import Foundation
import HearsayCore

/// Weights of the evidence; set by hand on the development sets, the same for every document.
enum Weights {
    static let people = 1.0
    static let renown = 0.45
    static let country = 4.0
    static let region = 1.4
    static let district = -0.3
    static let area = 8.0
    static let territory = 6.5
    static let sea = 9.0
    static let site = 6.5
    static let twin = 2.0
    static let capital = 1.3
    static let seat = 0.2
    static let added = 4.0
    static let otherName = 2.2
    static let besideUsual = 1.0
    static let looseName = 3.5
    static let slip = 5.0
    static let within = 8.0
    static let ofCountry = 2.0
    static let saidSort = 2.5
    static let unsaidUnit = 0.25
    static let sameCountry = 5.0
    static let sameUnit = 5.0
    static let nearby = 3.0
    static let neighbour = 0.15
}

/// What a document says as a whole: shares of countries and units, and where its places lie.
struct Context {
    private var countries: [Int: Double] = [:]
    private var units: [Int: Double] = [:]
    private var total = 0.0
    private let neighbours: [[Int]]
    /// Country and unit weight that each sense gave, to take out again when it is judged itself.
    private var given: [[Int: Double]] = []
    private var givenUnits: [[Int: Double]] = []

    init(_ senses: [Resolver.Sense], _ hints: PlaceHints, _ gazetteer: Gazetteer) {
        let table = gazetteer.file.countries
        neighbours = table.map(\.neighbours)
        for sense in senses {
            var mine: [Int: Double] = [:]
            var mineUnits: [Int: Double] = [:]
            let say = Double(sense.count).squareRoot()
            for (item, weight) in sense.weights.enumerated() where weight > 0.01 {
                let unit = sense.units[item]
                mine[unit.country, default: 0] += say * weight
                if unit.admin1 > 0 { mineUnits[unit.admin1, default: 0] += say * weight }
            }
            for (country, weight) in mine.sorted(by: { $0.key < $1.key }) { countries[country, default: 0] += weight }
            for (unit, weight) in mineUnits.sorted(by: { $0.key < $1.key }) { units[unit, default: 0] += weight }
            total += say
            given.append(mine)
            givenUnits.append(mineUnits)
        }
        for (code, count) in hints.countries.sorted(by: { $0.key < $1.key }) {
            guard let index = table.firstIndex(where: { $0.iso3 == code }) else { continue }
            countries[index, default: 0] += Double(count).squareRoot()
            total += Double(count).squareRoot()
        }
        if let code = hints.outletCountry, let index = table.firstIndex(where: { $0.iso3 == code }) {
            countries[index, default: 0] += 0.5
            total += 0.5
        }
    }

    /// The part of the document that speaks of a country, 0 to 1.
    func share(of country: Int) -> Double { total > 0 ? (countries[country] ?? 0) / total : 0 }

    /// The same, without what one name says of it.
    func share(of country: Int, without sense: Int) -> Double {
        let rest = (countries[country] ?? 0) - (given[sense][country] ?? 0)
        return rest > 0.01 ? rest / max(0.5, total) : 0
    }

    /// Whether the rest of the document speaks of countries, and neither of this one nor of any beside it.
    func isElsewhere(_ country: Int, without sense: Int) -> Bool {
        let own = given[sense].values.reduce(0, +)
        guard total - own > 0.9, share(of: country, without: sense) == 0 else { return false }
        guard country < neighbours.count else { return true }
        return !neighbours[country].contains { share(of: $0, without: sense) > 0 }
    }

    /// What the rest of the document adds to one reading of a name.
    func support(_ sense: Int, _ item: Int, _ senses: [Resolver.Sense]) -> Double {
        let unit = senses[sense].units[item]
        let own = Double(senses[sense].count).squareRoot()
        let rest = max(0.5, total - own)
        var score = Weights.sameCountry * max(0, (countries[unit.country] ?? 0) - (given[sense][unit.country] ?? 0)) / rest
        if unit.country < neighbours.count {
            for other in neighbours[unit.country] {
                score += Weights.neighbour * Weights.sameCountry * max(0, (countries[other] ?? 0) - (given[sense][other] ?? 0)) / rest
            }
        }
        if unit.admin1 > 0 {
            score += Weights.sameUnit * max(0, (units[unit.admin1] ?? 0) - (givenUnits[sense][unit.admin1] ?? 0)) / rest
        }
        var close = 0.0
        for (index, other) in senses.enumerated() where index != sense {
            guard let best = other.weights.indices.max(by: { (other.weights[$0], $1) < (other.weights[$1], $0) }), other.weights[best] > 0.3 else {
                continue
            }
            let there = other.units[best]
            if there.kind == .country || there.kind == .area { continue }
            let distance = Sphere.kilometres(unit.latitude, unit.longitude, there.latitude, there.longitude)
            close += other.weights[best] * exp(-distance / 150)
        }
        return score + Weights.nearby * min(1, close / 2)
    }
}

/// A country or unit that the text names around a place to say where it lies.
struct Container {
    var country: Int
    var admin1 = 0
    var admin2 = 0

    init?(_ place: Place) {
        country = place.countryIndex
        switch place.kind {
        case .country, .formerCountry: break
        case .region: admin1 = place.admin1Index
        case .district:
            admin1 = place.admin1Index
            admin2 = place.admin2Index
        default: return nil
        }
    }

    func holds(_ unit: Resolver.Unit) -> Bool {
        // A unit does not lie in itself.
        guard unit.kind != .country, unit.country == country, admin1 == 0 || unit.admin1 == admin1 else { return false }
        if admin2 > 0 { return unit.admin2 == admin2 && unit.kind != .district }
        return admin1 == 0 || unit.kind != .region
    }

    /// "Paris, Texas"; "Sarmada in Idlib province, Syria"; "Aleppo (Syria)": units named right after the name.
    static func after(_ query: PlaceQuery, _ gazetteer: Gazetteer) -> [Container] {
        var rest = query.after[...]
        // ", the US Secretary" goes on about somebody else.
        guard !rest.hasPrefix(", the ") else { return [] }
        for lead in [", in ", ", ", " (", " in the ", " in "] where rest.hasPrefix(lead) {
            rest = rest.dropFirst(lead.count)
            return units(at: rest, gazetteer)
        }
        return []
    }

    /// The longest name of a unit or country that a text starts with.
    private static func units(at text: Substring, _ gazetteer: Gazetteer) -> [Container] {
        var text = text
        for lead in ["the ", "central ", "northern ", "southern ", "eastern ", "western "] where text.hasPrefix(lead) {
            text = text.dropFirst(lead.count)
        }
        let words = text.split(separator: " ", maxSplits: 4).prefix(4)
        for count in stride(from: min(4, words.count), to: 0, by: -1) {
            var name = words.prefix(count).joined(separator: " ")
            guard name.unicodeScalars.first?.properties.isUppercase == true else { return [] }
            while let last = name.unicodeScalars.last, ",;:)\"”".unicodeScalars.contains(last) { name.unicodeScalars.removeLast() }
            for ending in ["'s", "’s"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
            let found = gazetteer.matches(for: name).filter { $0.match <= .short && ($0.match != .short || Resolver.looksShort(name)) }
            let containers = found.compactMap { Container($0.place) }
            if !containers.isEmpty {
                // "Paris, U.S. officials said": a country right before another word is no place of the name before.
                let following = words.count > count && !isEnded(words[count - 1]) ? words[count] : ""
                let goesOn = following.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
                if goesOn, found.contains(where: \.place.isCountry), !joining.contains(String(following)) { return [] }
                return containers
            }
        }
        return []
    }

    /// Whether a word is cut off from the next by a mark.
    private static func isEnded(_ word: Substring) -> Bool { word.unicodeScalars.last.map { ",;:)\"”\n".unicodeScalars.contains($0) } ?? false }

    /// Words that may follow a country that a place lies in: "Sarmada, Syria on Monday".
    private static let joining: Set<String> = [
        "on", "in", "and", "at", "where", "after", "before", "when", "during", "last", "this", "to", "for", "as", "by", "from", "since", "who",
        "which", "is", "was", "were", "has", "have", "had", "with", "killing", "leaving", "near", "but", "or", "while", "until", "late", "early",
    ]

    /// "Syria's", "the Syrian city of", "in Iraqi": countries named in the few words before.
    static func before(_ query: PlaceQuery, _ gazetteer: Gazetteer) -> [Container] {
        let words = query.before.split(whereSeparator: { $0.isWhitespace }).suffix(6)
        var found: [Container] = []
        for word in words where word.unicodeScalars.first?.properties.isUppercase == true {
            var name = String(word)
            for ending in ["'s", "’s", ",", "'", "’"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
            found += gazetteer.matches(for: name).filter { ($0.match == .people || $0.match == .usual) && $0.place.isCountry }.compactMap {
                Container($0.place)
            }
        }
        return found
    }
}
