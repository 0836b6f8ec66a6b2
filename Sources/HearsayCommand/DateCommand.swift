import ArgumentParser
import Foundation
import HearsayCore
import HearsayDates

/// `hearsay date PHRASE`: what a phrase of time stands for.
struct DateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Resolve phrases of time, or every time expression of a file of documents.")

    @Argument(help: "Words with a time in them: \"overnight into Tuesday\".") var phrase: String?
    @Option(help: "Day of publication, as in 2023-09-19.") var published: String?
    @Option(help: "Tense of the verb: past, present, future or unknown.") var tense: String?
    @Option(help: "JSON lines with doc, text and dct; writes doc and timexes.") var mentions: String?
    @Option(help: "How times are counted: news or narrative; told from the text if left out.") var style: String?
    @Flag(help: "Write JSON lines.") var json = false

    func run() throws {
        if let mentions { return try writeMentions(of: mentions) }
        guard let phrase else { throw ValidationError("give a phrase of time, or --mentions FILE") }
        var day: Day?
        if let published {
            guard let read = Day(iso: published) else { throw ValidationError("no such day: '\(published)'; write it as 2023-09-19") }
            day = read
        }
        let hint = tense.flatMap(Tense.init(rawValue:))
        let dates = DateReader().read(Text(phrase), published: day, style: style.flatMap(DateResolver.Style.init(rawValue:)), tense: { _ in hint })
        if dates.isEmpty, !json { print("no time in these words") }
        let text = Text(phrase)
        for date in dates {
            let days = date.edtf ?? "-"
            let fields = [
                text[date.expression.phrase], date.type.rawValue, date.value ?? "-", days,
                "ucdp " + (date.ucdpPrecision.map(String.init) ?? "-"), "acled " + (date.acledPrecision.map(String.init) ?? "-"),
                date.expression.rule,
            ]
            if json {
                let object: [String: Any] = [
                    "text": fields[0], "type": fields[1], "value": date.value ?? NSNull(), "edtf": date.edtf ?? NSNull(),
                    "date_prec": date.ucdpPrecision ?? NSNull(), "time_precision": date.acledPrecision ?? NSNull(), "rule": fields[6],
                ]
                let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
                print(String(decoding: data, as: UTF8.self))
            } else {
                print(fields.joined(separator: "\t"))
            }
        }
    }

    private func writeMentions(of path: String) throws {
        let reader = DateReader()
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        for line in lines {
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let string = object["text"] as? String
            else { continue }
            let dct = (object["dct"] as? String ?? published).flatMap { Day(iso: $0) } ?? Publication.infer(in: Text(string))
            let dates = reader.read(Text(string), published: dct, style: style.flatMap(DateResolver.Style.init(rawValue:)))
            let timexes: [[String: Any]] = dates.filter(\.expression.isTimex).map { date in
                [
                    "span": [date.expression.span.start, date.expression.span.end], "type": date.type.rawValue,
                    "value": date.value ?? NSNull(), "mod": date.modifier ?? NSNull(), "edtf": date.edtf ?? NSNull(),
                    "rule": date.expression.rule,
                ]
            }
            let out: [String: Any] = ["doc": object["doc"] ?? NSNull(), "published": dct?.description ?? NSNull(), "timexes": timexes]
            let data = try JSONSerialization.data(withJSONObject: out, options: [.sortedKeys])
            print(String(decoding: data, as: UTF8.self))
        }
    }
}
