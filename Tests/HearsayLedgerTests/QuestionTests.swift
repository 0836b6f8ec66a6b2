import HearsayCore
import HearsayLedger
import Testing

/// What is asked of a ledger finds what fits and nothing else.
@Suite struct QuestionTests {
    let folder: Folder
    let ledger: Ledger

    init() throws {
        folder = try Folder()
        ledger = try Ledger(at: folder.file("t.ledger"), .create)
        let stories = [
            Stories.report("shelling"),
            Stories.report(
                "raid", "Troops raided Ganja on Tuesday, residents said, and three civilians were held.", type: "COERCE", mode: "arrest",
                trigger: "raided", actor: "Troops", code: "AZE.MIL", place: "Ganja", point: (40.68, 46.36), country: "AZE", day: Day(2024, 3, 12),
                killed: nil, speaker: "residents", denial: nil, outlet: "Morning", published: Day(2024, 3, 13)),
            Stories.report(
                "talks", "Envoys plan to meet in Kotor on Tuesday, officials said.", type: "CONSULT", mode: nil, trigger: "meet", actor: "Envoys",
                code: nil, place: "Kotor", point: (42.42, 18.77), country: "MNE/SRB", day: nil, killed: nil, speaker: "officials", denial: nil,
                status: .planned, published: Day(2024, 3, 4)),
        ]
        try ledger.record(stories.map { Stories.recorded($0) }, by: Stories.run, seen: Stories.seen)
    }

    private func found(_ change: (inout ClaimFilter) -> Void) throws -> [String] {
        var filter = ClaimFilter()
        change(&filter)
        let names = try ledger.claims(filter).map(\.document.name)
        #expect(try ledger.count(filter) == names.count)
        return names
    }

    @Test func `all, in order of the day that is told, or else of publication`() throws {
        #expect(try found { _ in } == ["talks", "shelling", "raid"])
        #expect(try ledger.claims(ClaimFilter(), limit: 1, offset: 1).map(\.document.name) == ["shelling"])
    }
    @Test func `by type, mode and word`() throws {
        #expect(try found { $0.about = [.type("ASSAULT", mode: nil)] } == ["shelling"])
        #expect(try found { $0.about = [.type("COERCE", mode: "arrest"), .type("CONSULT", mode: nil)] } == ["talks", "raid"])
        #expect(try found { $0.about = [.word("heavy-weapons")] } == ["shelling"])
        #expect(try found { $0.about = [.word("shelling")] } == ["shelling"])
        #expect(try found { $0.about = [.word("hell")] } == [])
    }
    @Test func `by any name of a place, by its code, by distance, by each country that claims it`() throws {
        #expect(try found { $0.at = [.name("saraqib")] } == ["shelling"])
        #expect(try found { $0.at = [.name("SERAKIB"), .name("Kotor")] } == ["talks", "shelling", "raid"])
        #expect(try found { $0.at = [.code("geonames:1")] }.count == 3)
        #expect(try found { $0.within = .init(kilometres: 20, latitude: 35.9, longitude: 36.7) } == ["shelling"])
        #expect(try found { $0.within = .init(kilometres: 5, latitude: 35.9, longitude: 36.7) } == [])
        #expect(try found { $0.within = .init(kilometres: 20_000, latitude: -80, longitude: 179) }.count == 3)
        #expect(try found { $0.country = "MNE" } == ["talks"])
        #expect(try found { $0.country = "SRB" } == ["talks"])
    }
    @Test func `by days: what may have been then`() throws {
        #expect(try found { $0.since = Day(2024, 3, 5) } == ["shelling", "raid"])
        #expect(try found { $0.until = Day(2024, 3, 11) } == ["shelling"])
    }
    @Test func `by who says, does and suffers it`() throws {
        #expect(try found { $0.saidBy = "The Army" } == ["shelling"])
        #expect(try found { $0.actor = "AZE" } == ["raid"])
        #expect(try found { $0.party = "SYR.REB" } == ["shelling"])
        #expect(try found { $0.recipient = "SYR.REB" } == [])
    }
    @Test func `by status, denial, numbers and outlet`() throws {
        #expect(try found { $0.statuses = [.planned] } == ["talks"])
        #expect(try found { $0.findings = [.denied] } == ["shelling"])
        #expect(try found { $0.harms = [.init(.killed, atLeast: 3, atMost: nil)] } == ["shelling"])
        #expect(try found { $0.harms = [.init(.killed, atLeast: 4, atMost: nil)] } == [])
        #expect(try found { $0.harms = [.init(.killed, atLeast: nil, atMost: 2)] } == [])
        #expect(try found { $0.outlet = "morning" } == ["raid"])
    }
    @Test func `by words of the article, whatever signs stand in them`() throws {
        #expect(try found { $0.words = "residents raided" } == ["raid"])
        for words in ["\"", "army OR", "NEAR(", "a*", "title:x", "-", "said\" OR \"1"] {
            #expect(throws: Never.self) { try found { $0.words = words } }
        }
    }
    @Test func `no value is taken for SQL`() throws {
        for value in ["x' OR '1'='1", "%", "_", "'; DROP TABLE claim; --"] {
            #expect(try found { $0.saidBy = value } == [], "\(value)")
            #expect(try found { $0.outlet = value } == [], "\(value)")
            #expect(try found { $0.at = [.name(value)] } == [], "\(value)")
        }
    }
    @Test func `a later version of an address replaces the earlier, as of its day`() throws {
        let first = Stories.report("v1", published: Day(2024, 3, 6), url: "https://gazette.example/1")
        let second = Stories.report("v2", killed: (5, 5), published: Day(2024, 3, 8), url: "https://gazette.example/1")
        for report in [first, second] { try ledger.record([Stories.recorded(report)], by: Stories.run, seen: Stories.seen) }
        #expect(try Set(found { $0.about = [.word("shelled")] }) == ["shelling", "v2"])
        #expect(
            try Set(
                found {
                    $0.asOf = Day(2024, 3, 7); $0.about = [.word("shelled")]
                }) == ["shelling", "v1"])
        #expect(
            try Set(
                found {
                    $0.includesReplaced = true; $0.about = [.word("shelled")]
                }) == ["shelling", "v1", "v2"])
    }
    @Test func `actors and places come with how many claims have them`() throws {
        let actors = try ledger.actors(ClaimFilter())
        #expect(actors.first { $0.name == "the army" }?.roles.map(\.role) == ["speaker"])
        #expect(try ledger.places(ClaimFilter()).map(\.claims) == [1, 1, 1])
    }
}
