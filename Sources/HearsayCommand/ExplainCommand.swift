import ArgumentParser
import Hearsay
import HearsayCore
import HearsayLanguage

/// `hearsay explain`: the tree of a sentence, and the words, pattern and rule behind every field.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Shows how a sentence is read: its tree, its claims, and the rule behind every field.")

    @Argument(help: "A sentence, or several.")
    var words: [String]

    @Option(help: "Day of publication (2024-03-06).")
    var published: String?

    @OptionGroup var parts: ReaderOptions

    func run() throws {
        let day = published.flatMap { Day(iso: $0) }
        if let published, day == nil { throw ValidationError("--published '\(published)' is no day; write it as 2024-03-06") }
        let reader = try parts.reader()
        let document = Document(id: "explain", published: day ?? CodebookChecker.today, text: Text(words.joined(separator: " ")))
        var out = ""
        for parse in reader.parse(document) { TreePrinter.write(parse, document: document, to: &out) }
        let report = reader.read(document)
        if report.claims.isEmpty { out += "\nno claim: no pattern of the codebook matches a word of it\n" }
        for claim in report.claims { out += "\n" + describe(claim) }
        Console.write(out)
    }

    private func describe(_ claim: Claim) -> String {
        var rows: [(String, String, String)] = []
        func rules(_ field: String) -> String { claim.evidence.filter { $0.field == field }.map(\.rule).joined(separator: ", ") }
        rows.append(("type", claim.mode.map { "\(claim.type) / \($0)" } ?? claim.type, rules("type")))
        rows.append(("trigger", "“\(claim.trigger.text)”", "\(claim.trigger.span.start)–\(claim.trigger.span.end)"))
        for actor in claim.actors { rows.append(("actor", "“\(actor.excerpt.text)” → \(actor.name) \(actor.code ?? "no code")", rules("actors"))) }
        for actor in claim.recipients {
            rows.append(("recipient", "“\(actor.excerpt.text)” → \(actor.name) \(actor.code ?? "no code")", rules("recipients")))
        }
        for weapon in claim.weapons { rows.append(("weapon", "“\(weapon.text)”", rules("weapons"))) }
        for target in claim.targets { rows.append(("target", "“\(target.text)”", rules("targets"))) }
        if let place = claim.place {
            rows.append(("place", "“\(place.excerpt.text)” → \(place.name) \(place.code ?? "not in the gazetteer")", rules("place")))
        }
        if let date = claim.date { rows.append(("date", "“\(date.excerpt.text)” → \(date.range.edtf)", rules("date"))) }
        for figure in claim.figures {
            rows.append(
                (
                    "figure",
                    "“\(figure.excerpt.text)” → \(figure.harm.rawValue) \(figure.low.map(String.init) ?? "?")–\(figure.high.map(String.init) ?? "?") \(figure.who)",
                    rules("figures")
                ))
        }
        for speaker in claim.speakers {
            rows.append(
                (
                    "speaker",
                    "“\(speaker.excerpt?.text ?? "")” → \(speaker.name ?? "nobody named") \(speaker.code ?? ""), cue “\(speaker.cue?.text ?? "")”\(speaker.isQuote ? ", quoted" : "")",
                    rules("speakers")
                ))
        }
        rows.append(("status", claim.status.rawValue, rules("status")))
        for finding in claim.verification {
            rows.append(("finding", "\(finding.kind.rawValue) by \(finding.by ?? "nobody named"): “\(finding.excerpt.text)”", ""))
        }
        if !claim.contexts.isEmpty { rows.append(("contexts", claim.contexts.joined(separator: ", "), rules("contexts"))) }
        let width = rows.map { $0.1.columns }.max() ?? 0
        return rows.map { "  \($0.0.padded(to: 10)) \($0.1.padded(to: min(width, 76)))  \($0.2)" }.joined(separator: "\n") + "\n"
    }
}
