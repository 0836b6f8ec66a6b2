import ArgumentParser
import HearsayCore
import HearsayLedger

/// `hearsay documents`: what a ledger was made from.
struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Lists a ledger's documents by day of publication, with those that were skipped.",
        discussion: "--since, --until, --outlet and --words choose among them; the days are those of publication.")

    @OptionGroup var file: LedgerOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let ledger = try file.opened()
        let filter = try filter.filter(place: { _ in nil })
        let console = Console()
        let isTable = listing.isTable(console)
        let found = try LedgerOption.asking {
            try ledger.documents(filter, limit: listing.limit ?? (isTable ? 200 : .max), offset: listing.offset)
        }
        guard isTable else {
            for document in found { Console.write(document.json.line + "\n") }
            return
        }
        let rows = found.map { document in
            [
                document.published ?? "no day", document.outlet ?? "",
                document.outcome == "skipped" ? document.note ?? "skipped" : "\(document.claims) claims",
                document.title ?? document.name,
            ]
        }
        Console.write(Table(["published", "outlet", "read", "title"], rows).text(console))
    }
}

extension DocumentRecord {
    var json: JSON {
        .object([
            .init("document", .string(uid)), .init("name", .string(name)), .init("publisher", JSON(outlet)), .init("title", JSON(title)),
            .init("byline", JSON(byline)), .init("url", JSON(url)), .init("published", JSON(published)), .init("language", JSON(language)),
            .init("outcome", JSON(outcome)), .init("note", JSON(note)), .init("claims", .int(claims)), .init("first_seen", JSON(firstSeen)),
        ])
    }
}

/// `hearsay actors`: who does, undergoes and says things.
struct ActorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actors", abstract: "Lists who acts, who is acted on and who speaks in a ledger's claims, with how many claims have them.")

    @OptionGroup var file: LedgerOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        try NameListing(file: file, filter: filter, listing: listing, roleHeading: "as").print { ledger, filter, limit in
            try ledger.actors(filter, limit: limit)
        }
    }
}

/// `hearsay places`: where things are said to have happened.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "Lists where a ledger's claims are said to have happened, with how many claims are there.",
        discussion: "A place that several states claim shows all of their codes; their order says nothing.")

    @OptionGroup var file: LedgerOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        try NameListing(file: file, filter: filter, listing: listing, roleHeading: "country").print { ledger, filter, limit in
            try ledger.places(filter, limit: limit)
        }
    }
}

/// Names with how many claims have them.
private struct NameListing {
    let file: LedgerOption
    let filter: FilterOptions
    let listing: ListingOptions
    let roleHeading: String

    func print(_ ask: (Ledger, ClaimFilter, Int) throws -> [NameCount]) throws {
        let ledger = try file.opened()
        let filter = try filter.filter(place: Gazetteers.point)
        let console = Console()
        let isTable = listing.isTable(console)
        let all = try LedgerOption.asking { try ask(ledger, filter, .max) }
        let found = all.dropFirst(listing.offset).prefix(listing.limit ?? (isTable ? 100 : .max))
        guard isTable else {
            for name in found { Console.write(json(name).line + "\n") }
            return
        }
        let rows = found.map { name in
            [
                String(name.claims), name.name, name.code ?? "",
                name.roles.map { $0.role.isEmpty ? "" : name.roles.count == 1 ? $0.role : "\($0.role) \($0.claims)" }.joined(separator: ", "),
            ]
        }
        Console.write(Table(["claims", "name", "code", roleHeading], rows).text(console))
        if found.count < all.count { Swift.print("\(found.count) of \(all.count) names; --limit and --offset show others.") }
    }

    private func json(_ name: NameCount) -> JSON {
        .object([
            .init("name", .string(name.name)), .init("code", JSON(name.code)), .init("claims", .int(name.claims)),
            .init(roleHeading, .object(name.roles.map { .init($0.role, .int($0.claims)) })),
        ])
    }
}

/// Columns as wide as what stands in them; the last is cut at the terminal's edge.
struct Table {
    let heads: [String]
    let rows: [[String]]

    init(_ heads: [String], _ rows: [[String]]) {
        self.heads = heads
        self.rows = rows
    }

    func text(_ console: Console) -> String {
        if rows.isEmpty { return "Nothing matches.\n" }
        let widths = heads.indices.map { column in min(44, ([heads] + rows).reduce(0) { max($0, $1[column].columns) }) }
        func line(_ cells: [String]) -> String {
            var out = cells.indices.map { cut(cells[$0], widths[$0]).padded(to: widths[$0]) }.joined(separator: "  ")
            while out.last == " " { out.removeLast() }
            return out + "\n"
        }
        return console.styled(String(line(heads).dropLast()), .dim) + "\n" + rows.map(line).joined()
    }

    private func cut(_ text: String, _ width: Int) -> String {
        guard text.columns > width else { return text }
        var out = ""
        for character in text where (out + String(character)).columns < width { out.append(character) }
        return out + "…"
    }
}
