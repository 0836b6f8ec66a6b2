import HearsayCore
import Testing

@Suite struct `Reports read from JSON` {
    /// A report that fills every field of the record.
    private static let full = Report(
        document: Document(
            id: "sha256:ab", title: "Town shelled", publisher: "Hill Post", url: "https://hill.example/1", published: Day(2024, 3, 6),
            publishedBy: .inferred, language: "en", text: Text("Rebels shelled Saraqib with mortars on Tuesday, killing dozens, 😀 the army said.")),
        claims: [claim, Claim(id: "c2", incident: "i1", type: "ASSAULT", trigger: Excerpt(Span(48, 55), "killing"), status: .negated)],
        names: [NamePair(name: "Stepanakert", also: "Khankendi", usedBy: nil, span: Span(0, 6))])

    private static var claim: Claim {
        var claim = Claim(
            id: "c1", incident: "i1", type: "ASSAULT", mode: "heavy-weapons", trigger: Excerpt(Span(7, 14), "shelled"),
            actors: [ActorMention(Excerpt(Span(0, 6), "Rebels"), name: "Rebels", code: "SYR.REB")],
            recipients: [ActorMention(Excerpt(Span(15, 22), "Saraqib"), name: "Saraqib", code: nil)],
            weapons: [Excerpt(Span(28, 35), "mortars")], targets: [Excerpt(Span(15, 22), "Saraqib")],
            place: PlaceMention(
                Excerpt(Span(15, 22), "Saraqib"), name: "Saraqib", names: ["Saraqib", "Saraqeb"], latitude: 35.0, longitude: 36.80123,
                code: "geonames:1", country: "SYR", precision: .near),
            date: DateMention(Excerpt(Span(39, 46), "Tuesday"), DateRange(nil, Day(2024, 3, 5))),
            figures: [
                Figure(.killed, who: "people", low: 24, high: 99, isVague: true, excerpt: Excerpt(Span(56, 62), "dozens")),
                Figure(.killed, who: "child", low: nil, high: 3, excerpt: Excerpt(Span(56, 62), "dozens"), partOf: 0),
            ],
            speakers: [
                Speaker(
                    excerpt: Excerpt(Span(66, 74), "the army"), name: "Syrian army", code: "SYR.MIL", cue: Excerpt(Span(75, 79), "said"),
                    isQuote: true),
                Speaker(excerpt: nil, name: nil, code: nil, cue: nil),
            ], status: .possible, verification: [Finding(by: nil, .disputed, excerpt: Excerpt(Span(75, 79), "said"))],
            evidence: [Evidence("type", "shelling.verb"), Evidence("date", "date.near")])
        claim.contexts = ["territory", "human_security"]
        claim.confidence = [FieldConfidence("type", share: 0.93, signs: ["word verb"]), FieldConfidence("place", share: nil, signs: [])]
        return claim
    }

    @Test(arguments: [false, true]) func `come back with the same bytes`(signs: Bool) throws {
        let line = Self.full.json(signs: signs).line
        #expect(try Report(line: line).json(signs: signs).line == line)
        #expect(line.contains("\"vague\":true") && line.contains("\"weapons\""))
    }

    @Test func `may lack what the text does not give`() throws {
        let line = """
            {"schema":"hearsay/report/1","document":{"id":"d","text":"They fought."},"claims":[{"id":"c1","incident":"i1","type":"ASSAULT",\
            "trigger":{"start":5,"end":11,"text":"fought"},"status":"happened","date":null,"unheard-of":[1]}]}
            """
        let report = try Report(line: line)
        #expect(report.document.published == nil && report.document.language == nil && report.names.isEmpty)
        #expect(report.claims[0].date == nil && report.claims[0].speakers.isEmpty)
    }

    /// A word of the full report's line, what stands there instead, and what is then said of it.
    @Test(arguments: [
        (#""from":null"#, #""from":"2024-02-30""#, "claims[0].date.from: '2024-02-30' is no day; write it as 2023-09-19"),
        (#""from":null"#, #""from":7"#, "claims[0].date.from: expected a string, found a number"),
        (#""type":"ASSAULT","mode":"heavy-weapons""#, #""mode":null"#, "claims[0].type: is missing; hearsay/report/1 requires it"),
        (#""status":"possible""#, #""status":"true""#, "claims[0].status: 'true' is none of happened, ongoing, planned, possible, negated"),
        (#""start":7,"end":14"#, #""start":14,"end":7"#, "claims[0].trigger: starts at 14 and ends at 7; a span ends behind its start"),
        (
            #""start":28,"end":35"#, #""start":28,"end":3500"#,
            "claims[0].weapons[0]: ends at 3500, behind the end of the text (80); offsets count Unicode scalars"
        ),
        (#""lat":35.0"#, #""lat":"north""#, "claims[0].place.lat: expected a number, found a string"),
        (#""figures":[{"#, #""figures":[7,{"#, "claims[0].figures[0]: expected an object, found a number"),
        (#""names":["Saraqib","Saraqeb"]"#, #""names":"Saraqib""#, "claims[0].place.names: expected a list, found a string"),
        (#""quote":true"#, #""quote":1"#, "claims[0].speakers[0].quote: expected true or false, found a number"),
        (#"hearsay/report/1"#, "hearsay/report/2", "schema: 'hearsay/report/2' is not hearsay/report/1, the form that this version reads"),
    ]) func `name the place of a fault`(words: String, other: String, message: String) throws {
        let line = Self.full.json.line
        let start = try #require(line.firstRange(of: words))
        let wrong = line.replacingCharacters(in: start, with: other)
        let error = #expect(throws: ReportError.self) { try Report(line: wrong) }
        #expect(error?.description == message)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with words: String) -> String {
        self[..<range.lowerBound] + words + self[range.upperBound...]
    }
}
