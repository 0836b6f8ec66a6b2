import ArgumentParser
import HearsayCore
import HearsayLedger
import HearsayPlaces

/// `hearsay claims syria.ledger --about shelling`: who says what happened.
struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims", abstract: "Lists a ledger's claims: who says what happened, where and when.",
        discussion: """
            EXAMPLES
              hearsay claims syria.ledger --about shelling --since 2024-01-01
              hearsay claims syria.ledger --said-by "the army" --denied
              hearsay claims syria.ledger --within 30,Saraqib --figure killed:10
              hearsay claims syria.ledger --as-of 2024-02-01 --json | jq .type

            To a terminal the claims are laid out for a person; into a pipe each is one JSON object: its lasting name (claim), its \
            document, and the fields of hearsay/report/1. Claims stand by the day on which they are said to have happened.
            """)

    @OptionGroup var file: LedgerOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions
    @Flag(help: "Only say how many there are.")
    var count = false

    func run() throws {
        let ledger = try file.opened()
        let filter = try filter.filter(place: Gazetteers.point)
        if count {
            print(try LedgerOption.asking { try ledger.count(filter) })
            return
        }
        let console = Console()
        if listing.isTable(console) {
            let found = try LedgerOption.asking {
                try ledger.claims(filter, limit: listing.limit ?? 200, offset: listing.offset)
            }
            let total = try LedgerOption.asking { try ledger.count(filter) }
            if found.isEmpty {
                print("No claims match.")
            } else {
                try LedgerOption.asking { try lay(found, ledger, console) }
            }
            if found.count < total { print("\(found.count) of \(total) claims; --limit and --offset show others.") }
        } else {
            try LedgerOption.asking {
                try ledger.eachClaim(filter, limit: listing.limit ?? .max, offset: listing.offset) { Console.write($0.line.line + "\n") }
            }
        }
    }

    private func lay(_ claims: [ClaimRecord], _ ledger: Ledger, _ console: Console) throws {
        var reports: [String: Report] = [:]
        for record in claims {
            if reports[record.document.uid] == nil { reports[record.document.uid] = try ledger.report(of: record.document.uid) }
            guard let report = reports[record.document.uid], let claim = report.claims.first(where: { $0.id == record.label }) else { continue }
            Console.write(TerminalReport(report: report, output: console).claim(claim, named: record.uid) + "\n")
        }
    }
}

extension ClaimRecord {
    /// One line of JSON Lines: the claim's lasting name, its document, its fields.
    var line: JSON {
        guard case .object(let members) = json else { return json }
        let about: [JSON.Member] = [
            .init("claim", .string(uid)),
            .init(
                "document",
                .object([
                    .init("id", .string(document.uid)), .init("name", .string(document.name)), .init("publisher", JSON(document.outlet)),
                    .init("title", JSON(document.title)), .init("url", JSON(document.url)), .init("published", JSON(document.published)),
                ])),
        ]
        return .object(about + members)
    }
}

/// The point of a place named in an option.
enum Gazetteers {
    static func point(_ name: String) throws -> (latitude: Double, longitude: Double)? {
        let text = Text(name)
        guard let place = PlaceResolver(try Gazetteer.standard()).resolve([PlaceQuery(in: text, at: Span(0, text.count))], hints: PlaceHints())[0]
        else { throw ValidationError("no place is known by the name '\(name)'; give a point, as 50,39.8,46.7") }
        let mention = place.mention(Excerpt(Span(0, 0), name))
        guard let latitude = mention.latitude, let longitude = mention.longitude else {
            throw ValidationError("the place '\(name)' has no point; give one, as 50,39.8,46.7")
        }
        return (latitude, longitude)
    }
}
