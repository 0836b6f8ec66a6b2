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

    @OptionGroup var tables: TablesOption

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
        let lexicon = try ActorLexicon(additions: try tables.chosen()?.actors)
        let resolver = ActorResolver(lexicon)
        for code in country where resolver.countryName(code) == nil {
            throw ValidationError("'\(code)' is no country; write its ISO 3166 alpha-3 code, such as ARM")
        }
        let context = ActorContext(published: day, theatre: country)
        if phrase == "-" {
            while let line = readLine() { show(line, resolver.resolve(line, in: context), lexicon) }
        } else {
            show(phrase, resolver.resolve(phrase, in: context), lexicon)
        }
    }

    private func show(_ phrase: String, _ actor: ResolvedActor, _ lexicon: ActorLexicon) {
        guard json else { return print("\(actor.name)\t\(actor.code ?? "-")\t\(actor.kind.rawValue)\t\(actor.rule)") }
        func word(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
        let ucdp = actor.kind == .person ? [] : lexicon.ucdpCodes(of: actor.name, code: actor.code)
        print(
            JSON.object([
                .init("phrase", .string(phrase)), .init("name", .string(actor.name)), .init("code", word(actor.code)),
                .init("sector", word(actor.sector)), .init("cameo", word(actor.cameo)), .init("ucdp", .array(ucdp.map(JSON.string))),
                .init("kind", .string(actor.kind.rawValue)), .init("office", word(actor.office)), .init("rule", .string(actor.rule)),
            ]).line)
    }
}
