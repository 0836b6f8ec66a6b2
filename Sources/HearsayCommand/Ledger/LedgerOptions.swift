import ArgumentParser
import Foundation
import HearsayCore
import HearsayLedger

/// The ledger that a command works on.
struct LedgerOption: ParsableArguments {
    @Argument(help: "The ledger file.")
    var ledger: String

    func opened() throws -> Ledger { try Self.open(ledger, .read) }

    static func open(_ path: String, _ access: Ledger.Access) throws -> Ledger { try asking { try Ledger(at: path, access) } }

    /// What a ledger answers; what is wrong with the file is said, and the exit code is 4.
    static func asking<Answer>(_ question: () throws -> Answer) throws -> Answer {
        do { return try question() } catch let error as LedgerError {
            Console.complain("\(error)")
            throw ExitCode(4)
        }
    }
}

/// A table to a person, JSON Lines to a pipe.
struct ListingOptions: ParsableArguments {
    @Flag(help: "JSON Lines to a terminal too.")
    var json = false

    @Flag(help: "A table into a pipe too.")
    var text = false

    @Option(help: "At most so many rows.")
    var limit: Int?

    @Option(help: "Leave out so many rows at the front.")
    var offset = 0

    func validate() throws {
        if json, text { throw ValidationError("--json and --text are two forms of one output; name one") }
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): give a number of rows") }
        if offset < 0 { throw ValidationError("--offset \(offset): give a number of rows") }
    }

    func isTable(_ console: Console) -> Bool { !json && (text || console.isTerminal) }
}

/// Which claims are asked for: all that fit every option.
struct FilterOptions: ParsableArguments {
    @Option(
        help:
            "A type, a mode or both (ASSAULT, drone, ASSAULT/drone), or the beginning of the word that tells the act (shell). May be repeated: any of them."
    )
    var about: [String] = []

    @Option(help: "A place, by any of its names or by its code (geonames:171035). May be repeated: any of them.")
    var at: [String] = []

    @Option(help: "Not further than so many kilometres from a point or a place: 50,39.8,46.7 or 50,Khojavend.")
    var within: String?

    @Option(help: "ISO 3166 alpha-3; a place that several states claim is found under each.")
    var country: String?

    @Option(help: "Said to have happened on or after this day.")
    var since: String?

    @Option(help: "Said to have happened on or before this day.")
    var until: String?

    @Option(help: "Anyone in the chain of speakers: a name, or a code (AZE.GOV; AZE for all under it).")
    var saidBy: String?

    @Option(help: "Who does it: a name or a code.")
    var actor: String?

    @Option(help: "To whom it is done: a name or a code.")
    var recipient: String?

    @Option(help: "Who does or undergoes it: a name or a code.")
    var party: String?

    @Option(help: "happened, ongoing, planned, possible or negated. May be repeated: any of them.")
    var status: [String] = []

    @Flag(help: "Only claims that somebody denies.")
    var denied = false

    @Option(help: "Only claims with such a finding: unverified, verified, denied, disputed, retracted, responsibility. May be repeated: any of them.")
    var finding: [String] = []

    @Option(help: "Numbers that somebody says: killed:20, killed:20-50, injured:-10. May be repeated: all of them.")
    var figure: [String] = []

    @Option(help: "Published by this outlet.")
    var outlet: String?

    @Option(help: "Of one document: its name in the ledger, the id it came with, or its address.")
    var document: String?

    @Option(help: "All of these words stand in the article.")
    var words: String?

    @Option(help: "What had been published by that day.")
    var asOf: String?

    @Flag(help: "Also claims of versions of an article that a later version replaced.")
    var allVersions = false

    func validate() throws { _ = try filter(place: { _ in nil }) }

    /// - Parameter place: finds a place's point.
    func filter(place: (String) throws -> (latitude: Double, longitude: Double)?) throws -> ClaimFilter {
        var out = ClaimFilter()
        out.about = about.map(Self.about)
        out.at = at.map { $0.contains(":") ? .code($0) : .name($0) }
        if let within { out.within = try Self.circle(within, place) }
        out.country = country?.uppercased()
        out.since = try Self.day(since, "--since")
        out.until = try Self.day(until, "--until")
        out.asOf = try Self.day(asOf, "--as-of")
        (out.saidBy, out.actor, out.recipient, out.party) = (saidBy, actor, recipient, party)
        (out.outlet, out.document, out.words, out.includesReplaced) = (outlet, document, words, allVersions)
        out.statuses = try status.map { try Self.known($0, "--status") }
        out.findings = try finding.map { try Self.known($0, "--finding") } + (denied ? [.denied] : [])
        out.harms = try figure.map(Self.harm)
        return out
    }

    private static func about(_ text: String) -> ClaimFilter.About {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2 { return .type(parts[0].uppercased(), mode: parts[1]) }
        return text == text.uppercased() ? .type(text, mode: nil) : .word(text)
    }

    private static func circle(_ text: String, _ place: (String) throws -> (latitude: Double, longitude: Double)?) throws
        -> ClaimFilter.Circle?
    {
        let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let kilometres = parts.first.flatMap(Double.init), kilometres >= 0, parts.count >= 2 else {
            throw ValidationError("--within '\(text)': write kilometres and a point or a place, as 50,39.8,46.7 or 50,Khojavend")
        }
        if parts.count == 3, let latitude = Double(parts[1]), let longitude = Double(parts[2]) {
            guard abs(latitude) <= 90, abs(longitude) <= 180 else { throw ValidationError("--within '\(text)': no such point; latitude comes first") }
            return ClaimFilter.Circle(kilometres: kilometres, latitude: latitude, longitude: longitude)
        }
        return try place(parts.dropFirst().joined(separator: ", ")).map {
            ClaimFilter.Circle(kilometres: kilometres, latitude: $0.latitude, longitude: $0.longitude)
        }
    }

    private static func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else { throw ValidationError("\(option) '\(text)' is no day; write it as 2023-09-19") }
        return day
    }

    private static func known<Kind: RawRepresentable & CaseIterable>(_ text: String, _ option: String) throws -> Kind where Kind.RawValue == String {
        guard let kind = Kind(rawValue: text.lowercased()) else {
            throw ValidationError("\(option) '\(text)' is not known; one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return kind
    }

    private static func harm(_ text: String) throws -> ClaimFilter.HarmRange {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let fault = ValidationError("--figure '\(text)': write a harm and a number or a range, as killed:20, killed:20-50 or injured:-10")
        guard parts.count == 2, let harm = Figure.Harm(rawValue: parts[0].lowercased()) else { throw fault }
        let ends = parts[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
        case (1, let least?, _): return .init(harm, atLeast: least, atMost: nil)
        case (2, let least, let most) where least != nil || most != nil: return .init(harm, atLeast: least, atMost: most)
        default: throw fault
        }
    }
}
