import Foundation
import HearsayCore
import HearsayLedger

/// A folder for one test, gone with it.
final class Folder {
    let path: String
    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "hearsay-ledger-tests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func file(_ name: String) -> String { path + "/" + name }
}

enum Stories {
    static let run = RunVersions(program: "hearsay test", model: "m1", codebook: "c1", actors: "a1", places: "p1")
    static let seen = "2024-03-07T08:00:00Z"

    /// A report with one claim, its spans where the words stand.
    static func report(
        _ id: String = "n1", _ text: String = "Rebels shelled Saraqib on Tuesday, killing three civilians, the army said. A spokesman denied it.",
        type: String = "ASSAULT", mode: String? = "heavy-weapons", trigger: String = "shelled", actor: String = "Rebels", code: String? = "SYR.REB",
        place: String? = "Saraqib", point: (Double, Double) = (35.86, 36.8), country: String = "SYR", day: Day? = Day(2024, 3, 5),
        killed: (Int?, Int?)? = (3, 3), speaker: String? = "the army", denial: String? = "denied", status: Claim.Status = .happened,
        outlet: String = "Gazette", published: Day? = Day(2024, 3, 6), url: String? = nil
    ) -> Report {
        let document = Document(id: id, title: "Shells on a town", publisher: outlet, url: url, published: published, text: Text(text))
        func excerpt(_ words: String) -> Excerpt {
            let range = text.range(of: words)!
            let start = text[..<range.lowerBound].unicodeScalars.count
            return Excerpt(Span(start, start + words.unicodeScalars.count), words)
        }
        var claim = Claim(id: "c1", incident: "i1", type: type, mode: mode, trigger: excerpt(trigger), status: status)
        claim.actors = [ActorMention(excerpt(actor), name: actor, code: code)]
        if let place {
            claim.place = PlaceMention(
                excerpt(place), name: place, names: [place, "Serakib"], latitude: point.0, longitude: point.1, code: "geonames:1", country: country)
        }
        if let day { claim.date = DateMention(excerpt("on Tuesday"), DateRange(day, day)) }
        if let killed { claim.figures = [Figure(.killed, who: "civilian", low: killed.0, high: killed.1, excerpt: excerpt("three civilians"))] }
        if let speaker { claim.speakers = [Speaker(excerpt: excerpt(speaker), name: speaker, code: "SYR.MIL", cue: excerpt("said"))] }
        if let denial { claim.verification = [Finding(by: "spokesman", .denied, excerpt: excerpt(denial))] }
        claim.evidence = [Evidence("type", "assault.shell.verb")]
        return Report(document: document, claims: [claim], names: [])
    }

    static func recorded(_ report: Report, at location: String = "a.txt") -> Recorded {
        Recorded(report.document, raw: Array(report.document.text.string.utf8), location: location, .read(report))
    }
}
