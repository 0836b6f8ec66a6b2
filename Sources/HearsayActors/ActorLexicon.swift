import HearsayCore

/// The tables of who is who: countries, peoples, organisations, office-holders and role nouns.
///
/// Plain tables under Data/actors; a folder of additions beside the ledger is read first and so prevails.
public struct ActorLexicon: Sendable {
    /// What a name may stand for.
    enum Sense: Int, Sendable { case country, adjective, people, capital, seat, group, folk }

    struct Country: Sendable {
        var code: String
        var name: String
        var adjective: String
        /// Seat of its government.
        var capital: String?
    }

    struct Meaning: Sendable {
        var sense: Sense
        var table: Int
        var row: Int
        var spelling: NameIndex.Spelling
    }

    private(set) var countries: [String: Country] = [:]
    private(set) var names: NameIndex
    private(set) var agents: NameIndex
    private(set) var leaders: NameIndex
    private(set) var tables: [Table] = []
    /// Rows of office-holders by country.
    private(set) var holders: [String: [Int]] = [:]
    private(set) var movements: [Movement] = []
    /// UCDP's number of a country's government, as "ucdp:3".
    private(set) var governments: [String: String] = [:]

    /// A separatist movement: whose people it speaks for, where it fights.
    struct Movement: Sendable {
        var people: String
        var theatre: String
        var name: String
        var code: ActorCode
    }

    /// Tables from $HEARSAY_DATA, beside the executable, in ../share/hearsay or in the package.
    public init(additions: String? = nil) throws {
        guard let found = DataFiles.find("actors/countries.tsv", folder: "Data") else { throw ActorTableError.notFound() }
        try self.init(directory: String(found.dropLast("/countries.tsv".count)), additions: additions)
    }

    /// Tables from a folder that holds countries.tsv and its neighbours; tables in `additions` prevail over them.
    public init(directory: String, additions: String? = nil) throws {
        names = NameIndex(capacity: 32_768)
        agents = NameIndex(capacity: 8192)
        leaders = NameIndex(capacity: 8192)
        guard let base = try Table(directory + "/countries.tsv", columns: 7) else { throw ActorTableError.missing(directory) }
        if let additions {
            _ = try UserTables.tables(in: additions, known: ActorLexicon.additionNames)
        }
        let folders = [additions, directory].compactMap { $0 }
        func each(_ files: [String], columns: Int, _ body: (Int, Table) throws -> Void) throws {
            for file in files {
                for folder in folders {
                    let table = file == "countries.tsv" && folder == directory ? base : try Table(folder + "/" + file, columns: columns)
                    guard let table else { continue }
                    tables.append(table)
                    try body(tables.count - 1, table)
                }
            }
        }
        try each(["countries.tsv"], columns: 7) { try addCountries($0, $1) }
        try each(["groups.tsv", "groups-ucdp.tsv"], columns: 6) { try addGroups($0, $1) }
        try each(["peoples.tsv", "peoples-ucdp.tsv"], columns: 5) { try addPeoples($0, $1) }
        try each(["groups-phoenix.tsv"], columns: 6) { try addGroups($0, $1) }
        try each(["agents.tsv", "agents-phoenix.tsv"], columns: 6) { try addAgents($0, $1) }
        var added: Set<String> = []
        try each(["leaders.tsv", "leaders-factbook.tsv"], columns: 7) { number, table in
            let isAdded = additions.map { table.path.hasPrefix($0 + "/") } ?? false
            try addLeaders(number, table, isAdded: isAdded, &added)
        }
        try each(["governments-ucdp.tsv"], columns: 3) { _, table in
            for row in 0..<table.count where governments[table[row, 0]] == nil { governments[table[row, 0]] = table[row, 2] }
        }
        try each(["movements.tsv"], columns: 5) { _, table in
            for row in 0..<table.count {
                guard let code = ActorCode(table[row, 3]) else {
                    throw ActorTableError.code(table.path, line: table.line(row), table[row, 3])
                }
                movements.append(Movement(people: table[row, 0], theatre: table[row, 1], name: table[row, 2], code: code))
            }
        }
    }

    /// Tables that a user can add to.
    static let additionNames = ["countries.tsv", "groups.tsv", "peoples.tsv", "agents.tsv", "leaders.tsv", "movements.tsv"]

    /// How many names, role nouns and office-holders' names the tables hold.
    public var counts: (names: Int, agents: Int, leaders: Int) { (names.count, agents.count, leaders.count) }

    // MARK: reading

    static func pack(_ sense: Int, _ table: Int, _ row: Int) -> Int { sense << 26 | table << 20 | row }
    private static func unpack(_ value: Int) -> (Int, Int, Int) { (value >> 26, value >> 20 & 63, value & 0xFFFFF) }

    private static func spelling(_ bytes: ArraySlice<UInt8>) -> NameIndex.Spelling {
        var upper = false
        var lower = false
        for byte in bytes {
            if (0x41...0x5A).contains(byte) { upper = true }
            if (0x61...0x7A).contains(byte) || byte >= 0xC3 { lower = true }
        }
        return !upper ? [] : lower ? .capital : [.capital, .allCapitals]
    }

    /// A name whose last word is written small, and which is more than one word.
    private static func isDescription(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let space = bytes.lastIndex(of: 0x20), space + 3 < bytes.endIndex else { return false }
        let isArticle = bytes[space + 1] == UInt8(ascii: "a") && bytes[space + 3] == UInt8(ascii: "-")
        return (0x61...0x7A).contains(bytes[space + 1]) && !isArticle
    }

    private static func add(_ range: Range<Int>, of table: Table, value: Int, to index: inout NameIndex) {
        var key: [UInt8] = []
        table.bytes[range].withUnsafeBufferPointer { Fold.append($0, to: &key) }
        var spelling = spelling(table.bytes[range])
        if isDescription(table.bytes[range]) { spelling.insert(.description) }
        index.add(key, value, spelling)
    }

    private mutating func addCountries(_ number: Int, _ table: Table) throws {
        for row in 0..<table.count {
            guard let code = ActorCode(table[row, 0]), let country = code.country, code.sector == nil else {
                throw ActorTableError.code(table.path, line: table.line(row), table[row, 0])
            }
            if countries[country] == nil {
                let name = table[row, 1]
                let adjectives = table.list(row, 3)
                // "US" is how Americans are called in a name's front: "US police".
                countries[country] = Country(
                    code: country, name: name, adjective: adjectives.first ?? name, capital: table.list(row, 5).first)
            }
            for (column, sense) in [(1, Sense.country), (2, .country), (3, .adjective), (4, .people), (5, .capital), (6, .seat)] {
                for part in table.parts(row, column) {
                    ActorLexicon.add(part, of: table, value: ActorLexicon.pack(sense.rawValue, number, row), to: &names)
                }
            }
        }
    }

    private mutating func addGroups(_ number: Int, _ table: Table) throws {
        for row in 0..<table.count {
            for part in table.parts(row, 2) where part.count != 1 || table.bytes[part.lowerBound] != UInt8(ascii: "*") {
                guard ActorCode(table.string(part)) != nil else {
                    throw ActorTableError.code(table.path, line: table.line(row), table.string(part))
                }
            }
            for column in 0...1 {
                for part in table.parts(row, column) {
                    ActorLexicon.add(part, of: table, value: ActorLexicon.pack(Sense.group.rawValue, number, row), to: &names)
                }
            }
        }
    }

    private mutating func addPeoples(_ number: Int, _ table: Table) throws {
        for row in 0..<table.count {
            for column in 0...1 {
                for part in table.parts(row, column) {
                    ActorLexicon.add(part, of: table, value: ActorLexicon.pack(Sense.folk.rawValue, number, row), to: &names)
                }
            }
        }
    }

    private mutating func addAgents(_ number: Int, _ table: Table) throws {
        for row in 0..<table.count {
            let sector = table[row, 1]
            guard sector == "-" || ActorCode.sectors.contains(sector) else {
                throw ActorTableError.sector(table.path, line: table.line(row), sector)
            }
            guard Agent.Kind(rawValue: table[row, 2]) != nil else {
                throw ActorTableError.kind(table.path, line: table.line(row), table[row, 2])
            }
            for part in table.parts(row, 0) {
                ActorLexicon.add(part, of: table, value: ActorLexicon.pack(0, number, row), to: &agents)
            }
        }
    }

    /// - Parameter added: offices with their holders that a user's own table tells of; our rows about them are left out.
    private mutating func addLeaders(_ number: Int, _ table: Table, isAdded: Bool, _ added: inout Set<String>) throws {
        for row in 0..<table.count {
            guard let code = ActorCode(table[row, 0]) else {
                throw ActorTableError.code(table.path, line: table.line(row), table[row, 0])
            }
            let term = "\(table[row, 0])\t\(table[row, 1])\t\(table[row, 3])"
            if isAdded { added.insert(term) } else if added.contains(term) { continue }
            for column in [4, 5] where !table.range(row, column).isEmpty {
                guard Term.day(table[row, column], isEnd: false) != nil else {
                    throw ActorTableError.date(table.path, line: table.line(row), table[row, column])
                }
            }
            let value = ActorLexicon.pack(0, number, row)
            holders[code.isInternational ? table[row, 0] : code.country ?? "", default: []].append(value)
            for column in 1...2 {
                for part in table.parts(row, column) { ActorLexicon.add(part, of: table, value: value, to: &leaders) }
            }
        }
    }

    // MARK: asking

    func meanings(_ key: [UInt8]) -> [Meaning] {
        var out: [Meaning] = []
        names.find(key) { value, spelling in
            let (sense, table, row) = ActorLexicon.unpack(value)
            out.append(Meaning(sense: Sense(rawValue: sense)!, table: table, row: row, spelling: spelling))
        }
        return out
    }

    /// Countries in which this reading of a name is at home.
    func home(_ meaning: Meaning) -> [String] {
        switch meaning.sense {
        case .group: list(meaning, 4) + list(meaning, 2).compactMap { ActorCode($0)?.country }.filter { $0 != "IGO" }
        case .folk: list(meaning, 2)
        default: [cell(meaning, 0)]
        }
    }

    func cell(_ meaning: Meaning, _ column: Int) -> String { tables[meaning.table][meaning.row, column] }
    func list(_ meaning: Meaning, _ column: Int) -> [String] { tables[meaning.table].list(meaning.row, column) }

    func agent(_ key: [UInt8]) -> Agent? {
        var found: Int?
        agents.find(key) { value, _ in found = found ?? value }
        guard let found else { return nil }
        let (_, table, row) = ActorLexicon.unpack(found)
        return Agent(tables[table], row)
    }

    func leaderRows(_ key: [UInt8]) -> [Int] {
        var out: [Int] = []
        leaders.find(key) { value, _ in if !out.contains(value) { out.append(value) } }
        return out
    }

    func term(_ value: Int) -> Term {
        let (_, table, row) = ActorLexicon.unpack(value)
        return Term(tables[table], row)
    }
}

extension ActorLexicon: CustomStringConvertible, CustomDebugStringConvertible {
    // Printed whole, the tables would be megabytes.
    public var description: String {
        "ActorLexicon(\(names.count) names, \(agents.count) role nouns, \(leaders.count) names of office-holders)"
    }
    public var debugDescription: String { description }
}

/// A role noun: what it says of whom it names.
struct Agent: Sendable {
    enum Kind: String, Sendable {
        /// person: "gunman"; people: "troops", "villagers"; body: "ministry"; office: "president"; part: "members of";
        /// site: "barracks", which is no person but stands for those who hold it.
        case person, people, body, office, part, site
    }
    var noun: String
    var sector: String?
    var kind: Kind
    /// A word before it decides the sector: "rebel commander".
    var isWeak: Bool
    /// It speaks or acts for another and takes the other's code whole: "spokesman for".
    var isProxy: Bool
    /// Its own sector stands whatever it is joined to: "Hamas supporters" are civilians.
    var isStrong: Bool
    /// It takes the country of the story where none is named: "police".
    var takesTheatre: Bool
    /// "Government of %", or "@president" for an office; nil where the phrase names itself.
    var name: String?

    private static let strong = ["CIV", "MED", "REF", "REL", "NGO", "BUS", "CRM", "JUD", "LEG"]

    init(_ table: Table, _ row: Int) {
        noun = table[row, 0]
        let sector = table[row, 1]
        self.sector = sector.isEmpty || sector == "-" ? nil : sector
        kind = Kind(rawValue: table[row, 2]) ?? .person
        let flags = table[row, 3]
        isWeak = flags.contains("w")
        isProxy = flags.contains("p")
        isStrong = flags.contains("s") || !isWeak && !isProxy && self.sector.map(Agent.strong.contains) ?? false
        takesTheatre = !flags.contains("n") && self.sector != nil && !["MED", "NGO", "BUS"].contains(self.sector!)
        let name = table[row, 4]
        self.name = name.isEmpty ? nil : name
    }

    /// The office, and the one country that calls it so, where there is one ("Secretary of State").
    var office: (name: String, country: String?)? {
        guard let name, name.hasPrefix("@") else { return nil }
        let parts = name.dropFirst().split(separator: ":")
        guard let first = parts.first else { return nil }
        return (String(first), parts.count > 1 ? String(parts[1]) : nil)
    }
}

/// Somebody's term in an office.
struct Term: Sendable {
    var code: ActorCode
    var name: String
    var office: String
    var from: Day?
    var to: Day?

    init(_ table: Table, _ row: Int) {
        code = ActorCode(table[row, 0]) ?? ActorCode(country: nil, sector: nil)
        name = table[row, 1]
        office = table[row, 3]
        from = Term.day(table[row, 4], isEnd: false)
        to = Term.day(table[row, 5], isEnd: true)
    }

    func holds(_ day: Day, slack: Int = 0) -> Bool {
        (from.map { $0.adding(-slack) <= day } ?? true) && (to.map { day <= $0.adding(slack) } ?? true)
    }

    /// "1998", "1998-03" or "1998-03-08": its first or last day.
    static func day(_ text: String, isEnd: Bool) -> Day? {
        let parts = text.split(separator: "-").map { Int($0) ?? 0 }
        switch parts.count {
        case 1: return isEnd ? Day(parts[0], 12, 31) : Day(parts[0], 1, 1)
        case 2:
            guard (1...12).contains(parts[1]) else { return nil }
            return Day(parts[0], parts[1], isEnd ? Day.length(of: parts[1], in: parts[0]) : 1)
        case 3: return Day(parts[0], parts[1], parts[2])
        default: return nil
        }
    }
}
