public import HearsayCore

/// What sort of thing a place is.
public enum PlaceKind: UInt8, Sendable, CaseIterable {
    /// A city, town or village.
    case town = 0
    /// A second-order unit: a county, district, raion.
    case district = 1
    /// A first-order unit: a province, state, governorate.
    case region = 2
    case country = 3
    /// A continent, or a part of the world with several countries.
    case area = 4
    /// A region that is no unit of administration, or is one in somebody's eyes only: Donbas, Kurdistan, Upper Nile.
    case territory = 5
    /// A sea, gulf, strait or lake.
    case water = 6
    case river = 7
    case island = 8
    case mountain = 9
    /// A building, plant, airport, oil field, dam, crossing, camp or base.
    case site = 10
    /// A strip of land that one passes along: the Lachin corridor, a road, a front line.
    case corridor = 11
    /// A part of a town.
    case quarter = 12
    /// A country that is no more: the Soviet Union.
    case formerCountry = 13

    /// For messages.
    static let wordsForKinds =
        "write town, village, district, province, country, area, region, sea, strait, lake, gulf, water, river, island, mountain, desert, "
        + "valley, site, seat, camp, crossing, base, dam, corridor, quarter or former"

    /// The word for it in the hand-written tables.
    init?(word: some StringProtocol) {
        switch word {
        case "town", "village": self = .town
        case "district": self = .district
        case "province": self = .region
        case "country": self = .country
        case "area": self = .area
        case "region": self = .territory
        case "sea", "strait", "lake", "gulf", "water": self = .water
        case "river": self = .river
        case "island": self = .island
        case "mountain", "desert", "valley": self = .mountain
        case "site", "seat", "camp", "crossing", "base", "dam": self = .site
        case "corridor": self = .corridor
        case "quarter": self = .quarter
        case "former": self = .formerCountry
        default: return nil
        }
    }
}

/// Whose country somebody takes a place to be part of.
///
/// Crimea: Russia says RUS, Ukraine says UKR; neither is put first.
public struct Viewpoint: Hashable, Sendable, Comparable {
    public enum Stance: String, Sendable { case administers, claims, recognises }
    /// Whose view it is: ISO alpha-3, "UN", or the name of an authority without a code.
    public var holder: String
    public var stance: Stance
    /// ISO alpha-3 of the country that the place belongs to in this view; nil where the authority has no code.
    public var country: String?
    /// First and last day, as far as they are known: "2014-03-18", "1992", nil.
    public var from: String?
    public var to: String?

    public init(holder: String, stance: Stance, country: String?, from: String? = nil, to: String? = nil) {
        self.holder = holder
        self.stance = stance
        self.country = country
        self.from = from
        self.to = to
    }

    public static func < (a: Viewpoint, b: Viewpoint) -> Bool {
        (a.holder, a.stance.rawValue, a.from ?? "", a.to ?? "") < (b.holder, b.stance.rawValue, b.from ?? "", b.to ?? "")
    }

    /// Whether the view was held on a day ("2023-09-19"); without a day every view counts that has not ended.
    public func holds(on day: String?) -> Bool {
        guard let day else { return to == nil }
        if let from, day < from { return false }
        if let to, day.prefix(to.utf8.count) > to { return false }
        return true
    }
}

/// A name of a place, and who uses it.
public struct UsedName: Hashable, Sendable, Comparable {
    public var name: String
    /// ISO alpha-3 codes, or words ("until 2016", "unionists"); empty where it is everybody's.
    public var usedBy: [String]

    public init(_ name: String, usedBy: [String] = []) {
        self.name = name
        self.usedBy = usedBy
    }
    public static func < (a: UsedName, b: UsedName) -> Bool { a.name < b.name }
}

/// One entry of the gazetteer; reads its fields from the mapped file when they are asked for.
public struct Place: Sendable {
    let file: GazetteerFile
    let index: Int
    private var record: Int { file.places.lowerBound + index * Layout.placeSize }

    init(_ file: GazetteerFile, _ index: Int) {
        self.file = file
        self.index = index
    }

    /// WGS84 degrees.
    public var latitude: Double { Double(Int32(bitPattern: file.u32(record))) / 100_000 }
    public var longitude: Double { Double(Int32(bitPattern: file.u32(record + 4))) / 100_000 }
    /// People living there; 0 where it is not known.
    public var population: Int { Int(file.u32(record + 8)) }
    /// Distance within which most of the place lies.
    public var radius: Double { Double(file.u16(record + 30)) }
    public var kind: PlaceKind { PlaceKind(rawValue: file.u8(record + 26)) ?? .town }
    /// In how many names of the world's languages it is known, up to 255: a measure of renown.
    var renown: Int { Int(file.u8(record + 27)) }
    private var flags: UInt8 { file.u8(record + 28) }
    var disputedArea: Int { Int(file.u8(record + 29)) }

    public var name: String { file.string(at: Int(file.u32(record + 12))).text }

    /// All names, the usual one first, the others in no order that says anything.
    public var names: [String] {
        var (name, next) = file.string(at: Int(file.u32(record + 12)))
        var names = [name]
        let count = Int(file.u8(file.strings.lowerBound + next))
        next += 1
        for _ in 0..<count {
            (name, next) = file.string(at: next)
            names.append(name)
        }
        return names
    }

    /// "geonames:585221", or our own "hearsay:lachin-corridor".
    public var code: String {
        let value = Int(file.u32(record + 16))
        return flags & Layout.isOurs != 0 ? "hearsay:" + file.string(at: value).text : "geonames:\(value)"
    }
    /// nil for places of our own tables.
    public var geonamesID: Int? { flags & Layout.isOurs != 0 ? nil : Int(file.u32(record + 16)) }

    /// As a claim has it, under words that point to it without its name ("the capital").
    public func mention(_ excerpt: Excerpt) -> PlaceMention {
        PlaceMention(
            excerpt, name: name, names: rivalNames.map(\.name), latitude: latitude, longitude: longitude, code: code,
            country: countryCodes.isEmpty ? nil : countryCodes.joined(separator: "/"), precision: Outcome.usual(self))
    }

    public var isCountry: Bool { kind == .country }
    /// Seat of a country's government.
    public var isCapital: Bool { flags & Layout.isCapital != 0 }
    /// A building whose name often stands for those who sit there: the Kremlin, the Pentagon, Downing Street.
    public var isSeatOfGovernment: Bool { flags & Layout.isGovernment != 0 }
    /// From a user's own table, whose readers know which place of that name they mean.
    var isAdded: Bool { flags & Layout.isAdded != 0 }
    /// Seat of a first-order unit.
    public var isRegionalSeat: Bool { flags & Layout.isSeat != 0 }

    var countryIndex: Int { Int(file.u16(record + 20)) }
    var admin1Index: Int { Int(file.u16(record + 22)) }
    var admin2Index: Int { Int(file.u16(record + 24)) }

    /// ISO alpha-3 in GeoNames' view or our tables'; see `viewpoints` where views differ.
    public var countryCodes: [String] {
        let field = file.country(countryIndex)
        return field.map { $0.iso3.split(separator: "/").map(String.init) } ?? []
    }
    /// The first-order unit that it lies in.
    public var admin1: Place? { file.unit(admin1Index, in: file.admin1).map { Place(file, $0) } }
    public var admin2: Place? { file.unit(admin2Index, in: file.admin2).map { Place(file, $0) } }

    /// Who says whose it is; empty where nobody disagrees. The order says nothing.
    public var viewpoints: [Viewpoint] { file.dispute(disputedArea)?.viewpoints ?? [] }
    /// The disputed area that it lies in or is.
    public var disputedAreaName: String? { file.dispute(disputedArea)?.name }
    /// Names that different sides use; empty where there is no rivalry. The order says nothing.
    public var rivalNames: [UsedName] { flags & Layout.hasRivals != 0 ? file.rivals(of: index) : [] }
}

extension Place: Hashable {
    public static func == (a: Place, b: Place) -> Bool { a.index == b.index && a.file === b.file }
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}
