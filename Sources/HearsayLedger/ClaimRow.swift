internal import GRDB
import HearsayCore

/// A claim as the tables hold it: the whole as JSON, and its fields in columns that queries reach.
struct ClaimRow {
    let uid: String
    let json: String
    let claim: Claim

    init(_ claim: Claim, of documentUID: String) {
        self.claim = claim
        json = Claim.unlabelled(claim.json)
        uid = Claim.uid(of: json, in: documentUID)
    }

    func insert(into database: Database, document: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO claim (uid, document_id, type, mode, status, trigger_start, trigger_end, trigger_text, date_from, date_to, edtf, date_text,
                  place, place_code, country, latitude, longitude, precision, place_text, json)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: StatementArguments([uid, document] + columns + [json]))
    }

    /// type … place_text, in the table's order.
    var columns: [(any DatabaseValueConvertible)?] {
        let range = claim.date?.range
        let place = claim.place
        return [
            claim.type, claim.mode, claim.status.rawValue, claim.trigger.span.start, claim.trigger.span.end, claim.trigger.text,
            range?.from?.description, range?.to?.description, range?.edtf, claim.date?.excerpt.text, place?.name, place?.code, place?.country,
            place?.latitude, place?.longitude, place?.precision.rawValue, place?.excerpt.text,
        ]
    }

    func insertParts(into database: Database, claim id: Int64) throws {
        for (role, parties) in [("actor", claim.actors), ("recipient", claim.recipients)] {
            let statement = try database.cachedStatement(sql: "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for (position, party) in parties.enumerated() {
                try statement.execute(arguments: [
                    id, role, position, party.name, Fold.name(party.name), party.code, party.excerpt.span.start, party.excerpt.span.end,
                    party.excerpt.text,
                ])
            }
        }
        for (position, speaker) in claim.speakers.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO speaker VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                id, position, speaker.name, speaker.name.map(Fold.name), speaker.code, speaker.excerpt?.span.start, speaker.excerpt?.span.end,
                speaker.excerpt?.text, speaker.cue?.text, speaker.isQuote,
            ])
        }
        for name in claim.place.map({ Set([$0.name, $0.excerpt.text] + $0.names).sorted() }) ?? [] {
            try database.cachedStatement(sql: "INSERT INTO place_name VALUES (?, ?, ?)").execute(arguments: [id, Fold.name(name), name])
        }
        for (position, figure) in claim.figures.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                id, position, figure.harm.rawValue, figure.who, figure.low, figure.high, figure.isVague, figure.partOf, figure.excerpt.span.start,
                figure.excerpt.span.end, figure.excerpt.text,
            ])
        }
        for (position, finding) in claim.verification.enumerated() {
            try database.cachedStatement(sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                id, position, finding.by, finding.kind.rawValue, finding.excerpt.span.start, finding.excerpt.span.end, finding.excerpt.text,
            ])
        }
    }
}
