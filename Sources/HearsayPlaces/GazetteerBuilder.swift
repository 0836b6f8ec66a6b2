import Foundation

/// Compiles the tables of Data/places into the one file that look-ups map.
///
/// The same tables give the same bytes: nothing depends on time, locale, hashing or the order of a folder.
public struct GazetteerBuilder {
    /// Tables of our own: regions, sites, front towns. All have the same columns.
    static let ownTables = ["regions", "waters", "sites", "towns", "former"]

    var drafts: [Draft] = []
    var countries: [CountryDraft] = []
    var countryNumber: [String: Int] = [:]
    var admin1: [Int] = []
    var admin2: [Int] = []
    var unitNumber: [String: Int] = [:]
    var shapes: [String: Shape] = [:]
    var disputes: [(name: String, viewpoints: [Viewpoint])] = []
    var rivals: [Int: [UsedName]] = [:]
    /// More names for places, found when all tables are read: name, how it belongs, place.
    var extraNames: [(name: String, flags: UInt32, draft: Int)] = []
    /// What each disputed area covers: "cc:XK", "adm1:UA.11", a shape's id.
    var selectors: [(String, Int)] = []
    /// Places that a row of disputed areas names itself: no wider area takes them over.
    var named: Set<Int> = []
    let folder: String
    let more: String?

    /// A place while it is being put together.
    struct Draft {
        var name: String
        var alternates: [String] = []
        var latitude: Double
        var longitude: Double
        var population = 0
        var kind: PlaceKind
        /// GeoNames' number; nil for ours.
        var geonames: Int?
        var ours = ""
        var country: Int
        var admin1 = 0
        var admin2 = 0
        var radius = 0
        var renown = 0
        var flags: UInt8 = 0
        var dispute = 0
    }

    struct CountryDraft {
        var iso2: String
        var iso3: String
        var continent = ""
        var neighbours = ""
        var draft: Int?
    }

    static let noCountry = 0xFFFF

    /// Reads the tables in `folder` and writes the gazetteer to `path`.
    ///
    /// - Parameter more: a user's own table of places, with the columns of `towns.tsv`.
    public static func build(from folder: String, more: String? = nil, to path: String) throws {
        var builder = GazetteerBuilder(folder: folder, more: more)
        try builder.readCountries()
        try builder.readAdmin()
        try builder.readPlaces()
        try builder.readOwn()
        try builder.readShapes()
        try builder.joinNames()
        let bytes = builder.compiled(stamp: try stamp(of: folder, more: more))
        try write(bytes, to: path)
    }

    /// A number that changes with the tables: their names and sizes, and all of a user's own table.
    public static func stamp(of folder: String, more: String? = nil) throws -> UInt64 {
        var bytes = Array("format \(Layout.format);".utf8)
        for name in tables {
            let path = SourceTable.present(folder + "/" + name)
            guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber else {
                throw PlacesError.cannotReadTable(path: path, reason: "there is no such file, or it may not be read")
            }
            bytes.append(contentsOf: "\(name):\(size.int64Value);".utf8)
        }
        if let more { bytes += try SourceTable(path: more).bytes }
        return Folding.hash(bytes)
    }

    static let tables =
        ["countries.tsv", "admin.tsv.gz", "places.tsv.gz", "ne-disputed.tsv.gz", "aliases.tsv", "disputed.tsv", "rivals.tsv"]
        + ownTables.map { $0 + ".tsv" }

    /// Beside the wanted file first, then renamed, so that a reader never sees half of it.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
        } catch {
            throw PlacesError.cannotWrite(path: path, reason: error.localizedDescription)
        }
        guard rename(temporary, path) == 0 else {
            throw PlacesError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
    }

    func table(_ name: String) throws -> SourceTable { try SourceTable(path: folder + "/" + name) }

    init(folder: String, more: String?) {
        self.folder = folder
        self.more = more
    }

    // MARK: countries and units

    private mutating func readCountries() throws {
        try table("countries.tsv").forEachRow { row in
            guard let id = Int(row[2]) else { throw row.problem("'\(row[2])' is no GeoNames number") }
            guard let latitude = Double(row[4]), let longitude = Double(row[5]) else { return }
            let area = Double(row[6]) ?? 0
            var draft = Draft(
                name: row[3], alternates: row.list(11), latitude: latitude, longitude: longitude,
                population: Int(row[7]) ?? 0, kind: .country, geonames: id, country: countries.count)
            draft.radius = Int((area / Double.pi).squareRoot())
            draft.renown = 255
            countryNumber[row[0]] = countries.count
            countryNumber[row[1]] = countries.count
            countries.append(CountryDraft(iso2: row[0], iso3: row[1], continent: row[9], neighbours: row[10], draft: drafts.count))
            for people in row.list(12) { addPeople(people, drafts.count) }
            drafts.append(draft)
        }
    }

    /// "Syrian" and "Syrians" point to Syria.
    mutating func addPeople(_ people: String, _ draft: Int) {
        extraNames.append((people, Layout.peopleName, draft))
        guard let last = people.unicodeScalars.last, !"shzS".unicodeScalars.contains(last) else { return }
        if last == "y", !people.hasSuffix("ey") {
            extraNames.append((people.dropLast() + "ies", Layout.peopleName, draft))
        } else {
            extraNames.append((people + "s", Layout.peopleName, draft))
        }
    }

    /// The number of a country or of several ("TUR/SYR"), by ISO codes.
    mutating func country(_ codes: String, _ row: SourceTable.Row) throws -> Int {
        if codes.isEmpty { return GazetteerBuilder.noCountry }
        if let known = countryNumber[codes] { return known }
        let parts = try codes.split(separator: "/").map { code in
            guard let number = countryNumber[String(code)] else { throw row.problem("'\(code)' is no ISO code of a country") }
            return countries[number].iso3
        }
        let joined = parts.sorted().joined(separator: "/")
        if let known = countryNumber[joined] { return known }
        countryNumber[joined] = countries.count
        countryNumber[codes] = countries.count
        countries.append(CountryDraft(iso2: joined, iso3: joined))
        return countries.count - 1
    }

    private mutating func readAdmin() throws {
        try table("admin.tsv.gz").forEachRow { row in
            let parts = row[0].split(separator: ".")
            guard parts.count >= 2, let id = Int(row[1]), let country = countryNumber[String(parts[0])] else { return }
            // A unit no place of which is known cannot be put on the map.
            guard let latitude = Double(row[3]), let longitude = Double(row[4]) else { return }
            var draft = Draft(
                name: row[2], alternates: row.list(7), latitude: latitude, longitude: longitude,
                population: Int(row[6]) ?? 0, kind: parts.count == 2 ? .region : .district, geonames: id, country: country)
            draft.radius = Int(row[5]) ?? 25
            draft.renown = min(255, draft.alternates.count * 4 + (parts.count == 2 ? 20 : 2))
            if parts.count == 2 {
                admin1.append(drafts.count)
                unitNumber[row[0]] = admin1.count
                draft.admin1 = admin1.count
            } else {
                admin2.append(drafts.count)
                unitNumber[row[0]] = admin2.count
                draft.admin1 = unitNumber[parts[0] + "." + parts[1]] ?? 0
                draft.admin2 = admin2.count
            }
            drafts.append(draft)
        }
    }

    // MARK: places

    /// Our own rows; one that a list already has gives it its names instead of standing beside it.
    private mutating func readOwn() throws {
        var rows: [(draft: Draft, people: [String])] = []
        var wanted: [[UInt8]: [Int]] = [:]
        var sources = try GazetteerBuilder.ownTables.map { try table($0 + ".tsv") }
        if let more { sources.append(try SourceTable(path: more)) }
        for source in sources {
            try source.forEachRow { row in
                guard let kind = PlaceKind(word: row[2]) else { throw row.problem("'\(row[2])' is no kind of place") }
                var draft = Draft(
                    name: bare(row[1]), alternates: row.list(8).map(bare), latitude: try row.latitude(3), longitude: try row.longitude(4),
                    kind: kind, ours: row[0], country: try country(row[6], row))
                draft.radius = Int(try row.number(5))
                draft.renown = 30
                draft.flags = Layout.isOurs | (row[2] == "seat" ? Layout.isGovernment : 0)
                for name in [draft.name] + draft.alternates { for key in keys(name) { wanted[key] = [] } }
                rows.append((draft, row.list(7)))
            }
        }
        for (index, draft) in drafts.enumerated() where draft.kind == .town || draft.kind == .region || draft.kind == .district {
            for name in [draft.name] + draft.alternates {
                for key in keys(name) where wanted[key] != nil && wanted[key]?.last != index { wanted[key]?.append(index) }
            }
        }
        for (draft, people) in rows {
            let index = listed(draft, wanted) ?? drafts.count
            if index == drafts.count {
                drafts.append(draft)
            } else {
                for name in [draft.name] + draft.alternates { extraNames.append((name, Layout.ourName, index)) }
            }
            for name in people { addPeople(name, index) }
        }
    }

    /// "Andriivka (Bakhmut)" is told apart from others for the reader of the table only.
    func bare(_ name: String) -> String { name.split(separator: " (").first.map(String.init) ?? name }

    func keys(_ name: String) -> [[UInt8]] {
        let words = Folding.words(name)
        return [Folding.close(words), Folding.loose(words)].filter { !$0.isEmpty }
    }

    /// The town, or the unit, of the lists that one of our rows speaks of too.
    private func listed(_ row: Draft, _ wanted: [[UInt8]: [Int]]) -> Int? {
        var best: (distance: Double, index: Int)?
        for name in row.kind == .town || row.kind == .quarter ? [row.name] + row.alternates : [row.name] {
            for key in keys(name) {
                for index in wanted[key] ?? [] {
                    let draft = drafts[index]
                    let limit: Double
                    switch (row.kind, draft.kind) {
                    case (.town, .town), (.quarter, .town): limit = 12
                    case (.territory, .region), (.island, .region), (.region, .region), (.district, .district), (.district, .region):
                        guard key == Folding.close(draft.name) || draft.alternates.contains(where: { Folding.close($0) == key }) else { continue }
                        limit = max(150, Double(row.radius))
                    default: continue
                    }
                    guard draft.country == row.country else { continue }
                    let distance = Sphere.kilometres(row.latitude, row.longitude, draft.latitude, draft.longitude)
                    if distance <= limit, best.map({ (distance, index) < $0 }) ?? true { best = (distance, index) }
                }
            }
        }
        return best?.index
    }

    private mutating func readPlaces() throws {
        var country = 0
        var first = 0
        var second = 0
        try table("places.tsv.gz").forEachRow { row in
            if row[0].hasPrefix("@") {
                let code = String(row[0].dropFirst())
                country = countryNumber[code] ?? GazetteerBuilder.noCountry
                first = unitNumber[code + "." + row[1]] ?? 0
                second = row[2].isEmpty ? 0 : unitNumber[code + "." + row[1] + "." + row[2]] ?? 0
                return
            }
            guard let id = Int(row[0]) else { throw row.problem("'\(row[0])' is no GeoNames number") }
            var draft = Draft(
                name: row[1], alternates: row.list(7), latitude: try row.latitude(2), longitude: try row.longitude(3),
                population: Int(row[4]) ?? 0, kind: .town, geonames: id, country: country)
            draft.admin1 = first
            draft.admin2 = second
            draft.renown = min(255, Int(row[5]) ?? 0)
            draft.radius = max(1, Int((Double(draft.population) / 10_000).squareRoot()))
            switch row[6] {
            case "C": draft.flags |= Layout.isCapital
            case "a", "c": draft.flags |= Layout.isSeat
            default: break
            }
            drafts.append(draft)
        }
    }

    private mutating func readShapes() throws {
        try table("ne-disputed.tsv.gz").forEachRow { row in shapes[row[0]] = Shape(rings: row[5]) }
    }
}
