import HearsayCore
import Testing

@testable import HearsayPlaces

@Suite struct Resolution {
    @Test func `a name with the unit behind it lies in that unit`() throws {
        #expect(try Fixture.first("A storm hit [Paris], Texas, on Monday.").place.geonamesID == 4717560)
        #expect(try Fixture.first("A storm hit [Paris] on Monday.").place.geonamesID == 2988507)
    }

    @Test func `a list of countries is no nesting`() throws {
        let places = Fixture.resolve("Cases rose in Bulgaria, [Russia], [Romania] and [Georgia].")
        #expect(places.map { $0?.countries } == [["RUS"], ["ROU"], ["GEO"]])
    }

    @Test func `a country of the story decides between namesakes`() throws {
        let syrian = Fixture.resolve("[Syria]'s army shelled [Tripoli] and [Homs]. [Damascus] denied it. [Tripoli] lies in [Lebanon].")
        #expect(syrian[1]?.countries == ["LBN"])
        let libyan = Fixture.resolve("[Libya]'s government in [Tripoli] fought for [Sirte] and [Misrata].")
        #expect(libyan[1]?.countries == ["LBY"])
    }

    @Test func `hints of the caller count as mentions`() throws {
        #expect(try Fixture.first("Fighting near [Bor]", hints: PlaceHints(countries: ["SSD": 4])).countries == ["SSD"])
        #expect(try Fixture.first("Fighting near [Bor]", hints: PlaceHints(countries: ["SRB": 4])).countries == ["SRB"])
    }

    @Test func `a slip is mended where the story is`() throws {
        #expect(try Fixture.first("Azerbaijan closed the [Lanchin corridor].").place.code == "hearsay:lachin-corridor")
        #expect(try Fixture.first("Azerbaijan closed the [Lanchin] corridor.").place.code == "hearsay:lachin-corridor")
        #expect(try Fixture.first("Troops in [Azerbaijan] took [Lanchin].").countries == ["AZE"])
        #expect(Fixture.resolve("[Azerbaijan] said that [Lanchin] was calm.").last??.countries == ["AZE"])
    }

    @Test func `another spelling leads nowhere far from the story`() throws {
        #expect(Fixture.resolve("[Syria] said that [Lanchin] was calm; [Damascus] agreed.")[1] == nil)
        #expect(Fixture.resolve("[Ukraine] said that [Lanchin] was calm.")[1]?.countries == ["UKR"])
        #expect(Fixture.resolve("[Yemen] said that a bus was hit in [Dahyan].")[1]?.countries == ["YEM"])
        #expect(Fixture.resolve("[Yemen]: shells fell on [Hudaydah] and [Mokha].")[1]?.countries == ["YEM"])
    }

    @Test func `the word beside a name says its kind`() throws {
        let district = try Fixture.first("in the district of [Khojavend]", hints: PlaceHints(countries: ["AZE": 2]))
        #expect(district.precision == .district)
        #expect(district.names.map(\.name).contains("Martuni"))
        #expect(try Fixture.first("in [Idlib] province").precision == .region)
        #expect(try Fixture.first("in the city of [Idlib]").precision == .place)
        #expect(try Fixture.first("in [Idlib province]").kind == .region)
    }

    @Test func `the Lachin corridor is near, Nagorno-Karabakh a region, Iraq a country, the Sahel an area`() throws {
        #expect(try Fixture.first("along the [Lachin corridor]").precision == .near)
        #expect(try Fixture.first("in [Nagorno-Karabakh]").precision == .region)
        #expect(try Fixture.first("in [Iraq]").precision == .country)
        #expect(try Fixture.first("across the [Sahel]").precision == .area)
    }

    @Test func `near, outside and a distance give a point with its uncertainty`() throws {
        let raqqa = try Fixture.first("about 30 km north of [Raqqa]")
        #expect(raqqa.precision == .near)
        #expect(abs(raqqa.latitude - (35.95 + 30 / 111.2)) < 0.02)
        #expect(raqqa.uncertainty > 3)
        #expect(try Fixture.first("in a building outside [Mosul]").precision == .near)
        #expect(try Fixture.first("about 6km from [Daquq]").precision == .near)
        #expect(try Fixture.first("on the way to [Raqqa]").precision == .near)
        #expect(try Fixture.first("in [Mosul]").precision == .place)
    }

    @Test func `a part of a country is a region of it`() throws {
        let north = try Fixture.first("in northern [Iraq]")
        #expect(north.precision == .region)
        #expect(north.latitude > 34.5)
        #expect(try Fixture.first("in north [Belfast]").precision == .district)
    }

    @Test func `codes of UCDP and ACLED follow the precision`() throws {
        func codes(_ text: String) throws -> [Int] {
            let place = try Fixture.first(text)
            return [place.ucdpPrecision, place.acledPrecision]
        }
        #expect(try codes("in [Mosul]") == [1, 1])
        #expect(try codes("near [Mosul]") == [2, 2])
        #expect(try codes("in [Idlib] province") == [4, 3])
        #expect(try codes("in [Syria]") == [6, 3])
        #expect(try codes("in the [Red Sea]") == [7, 3])
        #expect(try codes("along the [Lachin corridor]") == [5, 2])
    }

    @Test func `capitals and seats are marked for those who turn them into governments`() throws {
        #expect(try Fixture.first("[Moscow] denied it").mayStandForGovernment)
        #expect(try Fixture.first("the [Kremlin] denied it").mayStandForGovernment)
        #expect(try !Fixture.first("in [Aleppo]").mayStandForGovernment)
    }

    @Test func `the same mentions give the same answer`() {
        let text = "[Tripoli], [Bor], [Georgia], [Santa Ana], [San José], [Springfield], [Victoria]"
        let once = Fixture.resolve(text).map { $0?.code }
        for _ in 0..<5 { #expect(Fixture.resolve(text).map { $0?.code } == once) }
    }
}

@Suite struct Scanning {
    private func names(_ text: String) -> [String] {
        let body = Text(text)
        return Fixture.gazetteer.scan(body).map { body[$0] }
    }

    @Test func `names of places are found, persons and months are not`() {
        #expect(names("Rebels in Jisr al-Shughur shelled Aleppo on Tuesday.") == ["Jisr al-Shughur", "Aleppo"])
        #expect(names("Michael Jordan visited Jordan in May.") == ["Jordan"])
        #expect(names("Mr London spoke in London.") == ["London"])
        #expect(names("Police said that Nice people live there.").isEmpty)
    }

    @Test func `hyphens, possessives and lists are read`() {
        #expect(names("The Russia-Turkey pipeline") == ["Russia", "Turkey"])
        #expect(names("clashes in Nagorno-Karabakh") == ["Nagorno-Karabakh"])
        #expect(names("the People's Republic of China") == ["People's Republic of China"])
        #expect(names("Syria's Idlib and Hama") == ["Syria", "Idlib", "Hama"])
    }
}
