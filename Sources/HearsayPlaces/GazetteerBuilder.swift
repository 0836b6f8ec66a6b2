import Foundation
import HearsayCore

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
    let additions: Additions

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
    /// - Parameter additions: a user's own tables, which prevail over those of the folder.
    public static func build(from folder: String, additions: Additions = Additions(), to path: String) throws {
        try additions.check()
        var builder = GazetteerBuilder(folder: folder, additions: additions)
        try builder.readCountries()
        try builder.readAdmin()
        try builder.readPlaces()
        try builder.readOwn()
        try builder.readShapes()
        try builder.joinNames()
        let bytes = builder.compiled(stamp: try stamp(of: folder, additions: additions))
        try write(bytes, to: path)
    }

    /// A user's own tables: a folder of tables with the names of ours, and one of towns by itself.
    public struct Additions: Sendable {
        public var folder: String?
        /// With the columns of `towns.tsv`.
        public var towns: String?

        public init(folder: String? = nil, towns: String? = nil) {
            self.folder = folder
            self.towns = towns
        }

        var isEmpty: Bool { folder == nil && towns == nil }

        /// Tables that rows can be added to.
        static let names = ownTables.map { $0 + ".tsv" } + ["aliases.tsv", "disputed.tsv", "rivals.tsv"]

        func check() throws { if let folder { _ = try UserTables.tables(in: folder, known: Additions.names) } }

        /// The rows that go with a table of ours, where there are any.
        func tables(_ name: String) throws -> [SourceTable] {
            var paths: [String] = []
            if let folder, FileManager.default.fileExists(atPath: folder + "/" + name) { paths.append(folder + "/" + name) }
            if let towns, name == "towns.tsv" { paths.append(towns) }
            return try paths.map { try SourceTable(path: $0) }
        }
    }

    /// A number that changes with the tables: the names and sizes of ours, and all bytes of a user's.
    public static func stamp(of folder: String, additions: Additions = Additions()) throws -> UInt64 {
        var bytes = Array("format \(Layout.format);".utf8)
        for name in tables {
            let path = SourceTable.present(folder + "/" + name)
            guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber else {
                throw PlacesError.cannotReadTable(path: path, reason: "there is no such file, or it may not be read")
            }
            bytes.append(contentsOf: "\(name):\(size.int64Value);".utf8)
        }
        for name in Additions.names {
            for table in try additions.tables(name) { bytes += Array("\(name)+\(table.bytes.count):".utf8) + table.bytes }
        }
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

    /// Every row of a table of ours and of what a user adds to it; `isAdded` for the latter.
    func eachRow(_ name: String, _ body: (SourceTable.Row, _ isAdded: Bool) throws -> Void) throws {
        try table(name).forEachRow { try body($0, false) }
        for table in try additions.tables(name) { try table.forEachRow { try body($0, true) } }
    }

    init(folder: String, additions: Additions) {
        self.folder = folder
        self.additions = additions
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
