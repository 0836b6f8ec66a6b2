import Hearsay
import HearsayCore
import Testing

/// The reader that ships, loaded once for all tests.
enum Shipped {
    static let reader: Reader = {
        do { return try Reader() } catch { fatalError("the reader's parts are needed for its tests: \(error)") }
    }()
}

/// News in: a text as if published on Wednesday 2024-03-06, the codebook's day.
func read(_ news: String, published: Day? = Day(2024, 3, 6), title: String? = nil) -> Report {
    Shipped.reader.read(Document(id: "test", title: title, published: published, text: Text(news)))
}

/// Claims out, one a line:
///
///     ASSAULT/heavy-weapons | 'shelled' | rebels -> two farmers | @Saraqib | 2024-03-05 | killed 2 | < a spokesman < the army | planned
///
/// Words are those of the text; an article before a name may be left out. Each of the pieces between the bars can be asked for
/// alone, and so can what a field lacks: "@-" is no place, "undated" no date, "unharmed" no figure, "< -" no speaker; "< ?" is a
/// speaker whom nobody names. A chain reads from the inside out: "< a spokesman < the army" is what the army tells of what a
/// spokesman said.
struct Notation: CustomStringConvertible {
    let claim: Claim

    var type: String { claim.mode.map { "\(claim.type)/\($0)" } ?? claim.type }
    var who: String {
        let sides = [claim.actors, claim.recipients].map { $0.map(\.excerpt.text).joined(separator: "; ") }
        return "\(sides[0]) -> \(sides[1])".trimming(" ")
    }
    var place: String { "@\(claim.place?.excerpt.text ?? "-")" }
    var date: String { claim.date?.range.edtf ?? "undated" }
    var figures: [String] { claim.figures.isEmpty ? ["unharmed"] : claim.figures.map(Self.figure) }
    var chain: String {
        claim.speakers.isEmpty ? "< -" : claim.speakers.reversed().map { "< \($0.excerpt?.text ?? "?")" }.joined(separator: " ")
    }
    var findings: [String] { claim.verification.map { "\($0.kind.rawValue) by \($0.by ?? "?")" } }

    var description: String {
        ([type, "'\(claim.trigger.text)'", who, place, date] + figures + [chain, claim.status.rawValue] + findings)
            .joined(separator: " | ")
    }

    /// "killed 2", "killed 20+", "injured ..30", "missing 12..15", "displaced ~hundreds", "killed 2 of 25".
    private static func figure(_ figure: Figure) -> String {
        let count =
            switch (figure.low, figure.high) {
            case _ where figure.isVague: "~"
            case (let low?, let high?): low == high ? "\(low)" : "\(low)..\(high)"
            case (let low?, nil): "\(low)+"
            case (nil, let high?): "..\(high)"
            case (nil, nil): "?"
            }
        return "\(figure.harm.rawValue) \(count)" + (figure.partOf == nil ? "" : " of these")
    }

    /// What one may ask for: the pieces of the line, the type without its mode, the names that words are resolved to ("They = Rebels"),
    /// a place's names ("@ = Khankendi"), codes ("Rebels: SYR.REB"), words of a quote ("quoted").
    var pieces: Set<String> {
        var out: Set<String> = [claim.type, type, "'\(claim.trigger.text)'", who, place, date, chain, claim.status.rawValue]
        out.formUnion(figures)
        out.formUnion(findings)
        out.formUnion(claim.verification.map(\.kind.rawValue))
        if claim.verification.isEmpty { out.insert("no finding") }
        for actor in claim.actors + claim.recipients {
            out.insert("\(actor.excerpt.text) = \(actor.name)")
            out.insert("\(actor.excerpt.text): \(actor.code ?? "-")")
        }
        for speaker in claim.speakers {
            out.insert("< \(speaker.excerpt?.text ?? "?") = \(speaker.name ?? "-")")
            out.insert("< \(speaker.excerpt?.text ?? "?"): \(speaker.code ?? "-")")
            out.insert(speaker.isQuote ? "quoted" : "unquoted")
        }
        for figure in claim.figures { out.insert("who \(figure.who)") }
        if let place = claim.place {
            out.formUnion((place.names + [place.name]).map { "@ = \($0)" })
            out.insert("in \(place.country ?? "-")")
            out.insert(place.precision.rawValue)
        }
        return Set(out.map(\.withoutArticles))
    }
}

/// What was told: claims that can be asked for in the notation.
struct Told: CustomStringConvertible {
    let report: Report
    var claims: [Notation] { report.claims.map(Notation.init) }

    /// Is there one claim with all the pieces of a line?
    func contains(_ line: String) -> Bool {
        let wanted = line.pieces
        return claims.contains { claim in
            let pieces = claim.pieces
            return wanted.allSatisfy(pieces.contains)
        }
    }

    func count(_ line: String) -> Int {
        let wanted = line.pieces
        return claims.count { claim in
            let pieces = claim.pieces
            return wanted.allSatisfy(pieces.contains)
        }
    }

    /// Do the claims with these lines stand in one incident?
    func isOneIncident(_ lines: String...) -> Bool {
        let incidents = lines.map { line in
            Set(report.claims.filter { claim in line.pieces.allSatisfy(Notation(claim: claim).pieces.contains) }.map(\.incident))
        }
        return Set(incidents).count == 1 && incidents[0].count == 1
    }

    var description: String { claims.isEmpty ? "nothing" : claims.map(\.description).joined(separator: "\n") }
}

func told(_ news: String, published: Day? = Day(2024, 3, 6), title: String? = nil) -> Told {
    Told(report: read(news, published: published, title: title))
}

/// Records an issue for each line that no claim of the text has, and for each unwanted line that one has; shows all claims.
func expect(
    _ news: String, tells lines: String..., never unwanted: [String] = [], published: Day? = Day(2024, 3, 6),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let told = told(news, published: published)
    for line in lines where !told.contains(line) {
        Issue.record("\(news)\nshould tell   \(line)\nbut tells\n\(told)", sourceLocation: sourceLocation)
    }
    for line in unwanted where told.contains(line) {
        Issue.record("\(news)\nshould never tell   \(line)\nbut tells\n\(told)", sourceLocation: sourceLocation)
    }
}

extension String {
    fileprivate var pieces: [String] { split(separator: "|").map { String($0).trimming(" ").withoutArticles } }

    /// "the army -> a convoy; the driver" as "army -> convoy; driver": where a mention begins is no matter of these tests.
    fileprivate var withoutArticles: String {
        var words: [Substring] = []
        for word in split(separator: " ") {
            let isFirst = words.last.map { ["->", "<", "by"].contains($0) || $0.hasSuffix(";") } ?? true
            if isFirst, ["the", "a", "an"].contains(word.lowercased()) { continue }
            words.append(word)
        }
        return words.joined(separator: " ")
    }

    fileprivate func trimming(_ character: Character) -> String {
        var text = Substring(self)
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
