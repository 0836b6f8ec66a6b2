import ArgumentParser
import HearsayActors
import HearsayCore

/// `hearsay actor PHRASE`: whom a phrase points to.
struct ActorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actor", abstract: "Says whom a phrase points to: name, code and the rule behind them.",
        discussion: "A single dash reads phrases from standard input, one a line.")

    @Argument(help: "A noun phrase, such as \"Baku's security services\".")
    var phrase: String

    @Option(help: "Day of publication (2023-09-19): office-holders are those of that day.")
    var published: String?

    @Option(help: "Country of the story (ISO 3166 alpha-3); repeat it for more, the theatre first.")
    var country: [String] = []

    @Option(help: "Folder of tables that prevail over the program's own.")
    var additions: String?

    @Flag(help: "Write one JSON object a phrase.")
    var json = false

    func run() throws {
        var day: Day?
        if let published {
            guard let parsed = Day(iso: published) else {
                throw ValidationError("'\(published)' is no day; write it as 2023-09-19")
            }
            day = parsed
        }
        let resolver = ActorResolver(try ActorLexicon(additions: additions))
        for code in country where resolver.countryName(code) == nil {
            throw ValidationError("'\(code)' is no country; write its ISO 3166 alpha-3 code, such as ARM")
        }
        let context = ActorContext(published: day, theatre: country)
        if phrase == "-" {
            while let line = readLine() { show(line, resolver.resolve(line, in: context)) }
        } else {
            show(phrase, resolver.resolve(phrase, in: context))
        }
    }

    private func show(_ phrase: String, _ actor: ResolvedActor) {
        if json {
            let fields: [(String, String?)] = [
                ("phrase", phrase), ("name", actor.name), ("code", actor.code), ("sector", actor.sector),
                ("kind", actor.kind.rawValue), ("office", actor.office), ("rule", actor.rule),
            ]
            let body = fields.map { "\(quoted($0.0)):\($0.1.map(quoted) ?? "null")" }.joined(separator: ",")
            print("{\(body)}")
        } else {
            print("\(actor.name)\t\(actor.code ?? "-")\t\(actor.kind.rawValue)\t\(actor.rule)")
        }
    }

    private func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
