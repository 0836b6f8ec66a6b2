import Foundation
import Hearsay
import HearsayCodebook
import HearsayCore
import Testing

/// The report's JSON: the keys that the record names, in its order, and no others.
@Suite struct RecordTests {
    private static let excerpt = ["start", "end", "text"]
    private static let news = """
        Shots were heard in Stepanakert, which Azerbaijanis call Khankendi. In Stepanakert, Azerbaijani soldiers killed four people, \
        including a child, on Tuesday, the mayor said. The claim could not be independently verified. Dozens were wounded, it was \
        reported.
        """

    private func object(_ any: Any?) throws -> [String: Any] { try #require(any as? [String: Any]) }
    private func objects(_ any: Any?) throws -> [[String: Any]] { try #require(any as? [[String: Any]]) }
    private func report() throws -> [String: Any] {
        try object(JSONSerialization.jsonObject(with: Data(read(Self.news).json.line.utf8)))
    }
    private func keys(_ object: [String: Any], are wanted: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Set(object.keys) == Set(wanted), sourceLocation: sourceLocation)
    }

    @Test func `a report is one line that opens with its schema`() {
        let line = read(Self.news).json.line
        #expect(line.hasPrefix(#"{"schema":"hearsay/report/1","document":{"id":"#))
        #expect(!line.contains("\n"))
    }
    @Test func `a document's keys are the record's`() throws {
        let report = try report()
        keys(report, are: ["schema", "document", "claims", "names"])
        keys(try object(report["document"]), are: ["id", "title", "publisher", "url", "published", "published_by", "language", "text"])
    }
    @Test func `a claim's keys are the record's`() throws {
        let claims = try objects(try report()["claims"])
        #expect(claims.count >= 2)
        let known = [
            "id", "incident", "type", "mode", "trigger", "actors", "recipients", "place", "date", "figures", "speakers", "status", "verification",
            "contexts", "confidence", "evidence",
        ]
        for claim in claims {
            let things = ["weapons", "targets"].filter { claim[$0] != nil }
            keys(claim, are: known + things)
            for thing in things { for excerpt in try objects(claim[thing]) { keys(excerpt, are: Self.excerpt) } }
            keys(try object(claim["trigger"]), are: Self.excerpt)
            for actor in try objects(claim["actors"]) + objects(claim["recipients"]) { keys(actor, are: Self.excerpt + ["name", "code"]) }
            if let place = claim["place"] as? [String: Any] {
                keys(place, are: Self.excerpt + ["name", "names", "lat", "lon", "code", "country", "precision"])
            }
            if let date = claim["date"] as? [String: Any] { keys(date, are: Self.excerpt + ["from", "to", "edtf"]) }
            for figure in try objects(claim["figures"]) {
                let isVague = figure["vague"] != nil
                keys(figure, are: Self.excerpt + ["harm", "who", "low", "high", "part_of"] + (isVague ? ["vague"] : []))
            }
            for speaker in try objects(claim["speakers"]) {
                let isNamed = speaker["text"] != nil
                keys(speaker, are: ["name", "code", "cue", "quote"] + (isNamed ? Self.excerpt : []))
            }
            for finding in try objects(claim["verification"]) { keys(finding, are: Self.excerpt + ["by", "finding"]) }
        }
    }
    @Test func `confidence is a share for every filled field, signs are told only when asked for`() throws {
        let report = read(Self.news)
        for claim in report.claims {
            #expect(claim.confidence.map(\.field).starts(with: ["type", "status"]))
            #expect(claim.confidence.contains { $0.field == "place" } == (claim.place != nil))
            #expect(claim.confidence.allSatisfy { $0.share.map { (0.01...0.99).contains($0) } ?? false }, "\(claim.confidence)")
        }
        #expect(!report.json.line.contains(#""signs":"#))
        #expect(report.json(signs: true).line.contains(#""signs":{"type":["act ASSAULT""#))
    }
    @Test func `pairs of names have the record's keys`() throws {
        let names = try objects(try report()["names"])
        #expect(names.count == 1)
        for pair in names { keys(pair, are: ["name", "also", "used_by", "start", "end"]) }
    }
    @Test func `every field of the record is shown by the sentence read here`() throws {
        let claims = try objects(try report()["claims"])
        for field in ["actors", "figures", "speakers", "verification"] {
            #expect(claims.contains { ($0[field] as? [Any])?.isEmpty == false }, "\(field)")
        }
        for field in ["place", "date"] { #expect(claims.contains { $0[field] is [String: Any] }, "\(field)") }
    }
    @Test func `types, modes and codes are the record's`() {
        let types = [
            "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
            "MOBILIZE", "COERCE", "ASSAULT",
        ]
        #expect(Shipped.reader.codebook.types.map(\.id).sorted() == types.sorted())
        let modes = Dictionary(uniqueKeysWithValues: Shipped.reader.codebook.types.map { ($0.id, Set($0.modes.map(\.name))) })
        let assault: Set = [
            "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone",
            "heavy-weapons", "crowd-control", "unconventional",
        ]
        #expect(modes["ASSAULT"] == assault)
        #expect(
            modes["COERCE"] == [
                "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
            ])
        #expect(modes["RETREAT"] == ["withdraw", "release", "disarm", "ceasefire", "access", "resign"])
    }
}
