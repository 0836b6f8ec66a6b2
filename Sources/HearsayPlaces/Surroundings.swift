/// What the words around a name say about the place: its kind, what it lies in, and how far off the event was.
struct Surroundings {
    enum Sort { case unit, town }
    enum Direction: Double {
        case north = 0, northeast = 45, east = 90, southeast = 135, south = 180, southwest = 225, west = 270, northwest = 315
    }

    /// "province", "city of": the kind that the text says it is.
    var sort: Sort?
    /// The word itself, where it is one for a unit: "district".
    var unit: String?
    /// "corridor", "river", "camp" right after the name: part of its name perhaps.
    var feature: String?
    /// "near", "outside", "towards": the event was not in the place itself.
    var isNear = false
    /// "30 km": how far off.
    var distance: Double?
    /// "north of": which way off.
    var direction: Direction?
    /// "northern Iraq", "south Beirut": which part of it.
    var part: Direction?

    init(of query: PlaceQuery) {
        let after = Surroundings.words(query.after.prefix(60), stopAtPunctuation: true)
        let before = Array(Surroundings.words(query.before.suffix(80), stopAtPunctuation: false).suffix(9))
        readAfter(after)
        readBefore(before)
    }

    /// Lower-case words; a hyphen keeps its word whole.
    static func words(_ text: Substring, stopAtPunctuation: Bool) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || (scalar.value >= 48 && scalar.value <= 57) || (scalar == "-" && !word.isEmpty) {
                word.unicodeScalars.append(scalar)
            } else if scalar == ".", let last = word.unicodeScalars.last, last.value >= 48, last.value <= 57 {
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
                if stopAtPunctuation, ",.;:()\"“”\n".unicodeScalars.contains(scalar) { return words }
            }
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }

    private mutating func readAfter(_ words: [String]) {
        guard let first = words.first else { return }
        if Words.units.contains(first) {
            sort = .unit
            unit = first
        }
        if Words.towns.contains(first) { sort = .town }
        if Words.features.contains(first) { feature = first }
        if ["area", "outskirts", "countryside", "suburbs", "axis", "front", "frontline", "direction"].contains(first) { isNear = true }
    }

    private mutating func readBefore(_ words: [String]) {
        var rest = words
        while let last = rest.last, ["the", "a"].contains(last) { rest.removeLast() }
        if let last = rest.last, let way = Words.parts[last] {
            part = way
            rest.removeLast()
            while rest.last == "the" { rest.removeLast() }
        }
        guard let last = rest.last else { return }
        if last == "of", rest.count >= 2 {
            let noun = rest[rest.count - 2]
            if Words.units.contains(noun) {
                sort = .unit
                unit = noun
            }
            if Words.towns.contains(noun) { sort = .town }
            if let way = Words.directions[noun] {
                direction = way
                isNear = true
                readDistance(rest.dropLast(2))
            }
            if [
                "outskirts", "vicinity", "suburbs", "countryside", "suburb", "edge", "edges", "gates", "outside", "kilometers", "kilometres", "km",
                "miles",
            ].contains(noun) {
                isNear = true
                if let way = rest.dropLast(2).last.flatMap({ Words.parts[$0] }) { direction = way }
                readDistance(rest.dropLast(1))
            }
            return
        }
        if Words.towns.contains(last) { sort = .town }
        if Words.near.contains(last) { isNear = true }
        if ["to", "from"].contains(last) {
            let joined = rest.suffix(4).joined(separator: " ")
            if ["close to", "next to", "way to", "road to", "route to", "highway to", "border to"].contains(where: { joined.hasSuffix($0) }) {
                isNear = true
            }
            if last == "from" {
                let head = rest.dropLast()
                let withoutWay = head.last.map { Words.directions[$0] != nil } == true ? head.dropLast() : head
                readDistance(withoutWay)
                if distance != nil {
                    isNear = true
                    direction = head.last.flatMap { Words.directions[$0] }
                }
            }
        }
    }

    /// "30 km", "7.5 kilometers", "20-mile": the last number with a unit of length.
    private mutating func readDistance(_ words: ArraySlice<String>) {
        var words = words
        while let last = words.last, ["about", "away", "to", "the", "further", "some", "just"].contains(last) { words.removeLast() }
        guard let unit = words.last else { return }
        var length = 0.0
        if let scale = Words.lengths[unit] {
            length = scale
            words.removeLast()
        } else if let scale = Words.lengths.first(where: { unit.hasSuffix($0.key) && Double(unit.dropLast($0.key.count)) != nil }) {
            distance = (Double(unit.dropLast(scale.key.count)) ?? 0) * scale.value
            return
        }
        guard length > 0, let number = words.last, let value = Double(number) ?? Words.numbers[number], value < 2000 else { return }
        distance = value * length
    }

    enum Words {
        static let units: Set<String> = [
            "province", "provinces", "governorate", "state", "oblast", "region", "county", "district", "districts", "raion", "rayon",
            "prefecture", "department", "municipality", "voivodeship", "wilaya", "canton", "division", "commune", "territory", "parish",
        ]
        static let towns: Set<String> = [
            "city", "town", "village", "hamlet", "capital", "settlement", "neighborhood", "neighbourhood", "suburb", "port", "villages", "towns",
            "cities",
        ]
        static let features: Set<String> = [
            "corridor", "river", "dam", "camp", "crossing", "strait", "straits", "sea", "gulf", "island", "islands", "peninsula", "valley",
            "mountains",
            "mountain", "heights", "hills", "strip", "airport", "airbase", "base", "plain", "plains", "desert", "basin", "canal", "bridge",
            "refinery",
            "prison", "pass", "triangle", "lake", "delta", "region", "province", "governorate", "highlands", "plateau", "forest",
            "county", "district", "state", "oblast", "city",
        ]
        static let near: Set<String> = [
            "near", "outside", "around", "toward", "towards", "beyond", "surrounding", "nearby", "off", "encircling", "besieging", "bordering",
            "approaching",
        ]
        static let parts: [String: Direction] = [
            "northern": .north, "southern": .south, "eastern": .east, "western": .west, "north": .north, "south": .south, "east": .east,
            "west": .west, "northeastern": .northeast, "northwestern": .northwest, "southeastern": .southeast, "southwestern": .southwest,
            "north-eastern": .northeast, "north-western": .northwest, "south-eastern": .southeast, "south-western": .southwest,
            "northeast": .northeast, "northwest": .northwest, "southeast": .southeast, "southwest": .southwest,
        ]
        static let directions: [String: Direction] = parts.merging(
            ["north-east": .northeast, "north-west": .northwest, "south-east": .southeast, "south-west": .southwest], uniquingKeysWith: { a, _ in a })
        static let lengths: [String: Double] = [
            "km": 1, "kms": 1, "kilometer": 1, "kilometers": 1, "kilometre": 1, "kilometres": 1, "mile": 1.609, "miles": 1.609, "mi": 1.609,
        ]
        static let numbers: [String: Double] = [
            "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15,
            "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "several": 5, "few": 3,
        ]
    }
}
