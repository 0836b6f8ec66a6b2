import Foundation
import HearsayCodebook
import Testing

/// The table that carries types and modes over to the codes of other schemes.
@Suite struct MappingTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Codebook")
    private static let rows: [[String]] = {
        guard let text = try? String(contentsOf: folder.appendingPathComponent("mappings.tsv"), encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }()
    private static let codebook: Codebook = {
        do { return try Codebook(directory: folder.path) } catch { fatalError("\(error)") }
    }()

    private static let acled: [String: Set<String>] = [
        "Battles": ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
        "Explosions/Remote violence": [
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
        ],
        "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
        "Protests": ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
        "Riots": ["Violent demonstration", "Mob violence"],
        "Strategic developments": [
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
            "Looting/property destruction", "Non-violent transfer of territory", "Other",
        ],
    ]

    @Test func `the table has its columns`() {
        #expect(
            Self.rows.first == [
                "type", "mode", "cameo", "plover_type", "plover_mode", "acled_event_type", "acled_sub_event_type", "ucdp_type_of_violence",
            ])
        for row in Self.rows { #expect(row.count == 8, "\(row)") }
    }

    @Test func `every type has a row to fall back on, and every mode a row`() {
        let keys = Self.rows.dropFirst().map { "\($0[0]) \($0[1])" }
        #expect(Set(keys).count == keys.count, "a type and mode stand twice")
        for type in Self.codebook.types {
            #expect(keys.contains("\(type.id) "), "\(type.id) has no row")
            for mode in type.modes { #expect(keys.contains("\(type.id) \(mode.name)"), "\(type.id)/\(mode.name) has no row") }
        }
    }

    @Test func `no row speaks of a type or mode that is not there`() {
        for row in Self.rows.dropFirst() {
            let type = Self.codebook.type(row[0])
            #expect(type != nil, "\(row[0])")
            #expect(row[1].isEmpty || type?.modes.contains { $0.name == row[1] } ?? false, "\(row[0])/\(row[1])")
        }
    }

    @Test func `every code is one of its scheme`() {
        let plover = Set(Self.codebook.types.map(\.id))
        for row in Self.rows.dropFirst() {
            for code in row[2].split(separator: ",") {
                let root = Int(code.prefix(2)) ?? 0
                #expect(
                    (1...20).contains(root) && (2...4).contains(code.count) && code.allSatisfy(\.isNumber), "CAMEO \(code) of \(row[0])/\(row[1])")
            }
            #expect(row[3].isEmpty || plover.contains(row[3]), "PLOVER \(row[3])")
            #expect(row[5].isEmpty == row[6].isEmpty, "ACLED \(row[5]) / \(row[6])")
            #expect(row[5].isEmpty || Self.acled[row[5]]?.contains(row[6]) ?? false, "ACLED \(row[5]) / \(row[6])")
            for code in row[7].split(separator: ",") { #expect(["1", "2", "3"].contains(code), "UCDP \(code)") }
        }
    }
}
