internal import GRDB
import HearsayCore

/// A claim as the tables hold it: the whole as JSON, and its fields in columns that queries reach. What is written is also what
/// a check of the ledger expects to find.
struct ClaimRow {
    let uid: String
    let json: String
    private let claim: Claim

    init(_ claim: Claim, of documentUID: String) {
        self.claim = claim
        json = Claim.unlabelled(claim.json)
        uid = Claim.uid(of: json, in: documentUID)
    }

    static let columnNames = [
        "type", "mode", "status", "trigger_start", "trigger_end", "trigger_text", "date_from", "date_to", "edtf", "date_text", "place", "place_code",
        "country", "latitude", "longitude", "precision", "place_text",
    ]

    /// In the order of their names.
    var columns: [(any DatabaseValueConvertible)?] {
        let range = claim.date?.range
        let place = claim.place
        return [
            claim.type, claim.mode, claim.status.rawValue, claim.trigger.span.start, claim.trigger.span.end, claim.trigger.text,
            range?.from?.description, range?.to?.description, range?.edtf, claim.date?.excerpt.text, place?.name, place?.code, place?.country,
            place?.latitude, place?.longitude, place?.precision.rawValue, place?.excerpt.text,
        ]
    }

    /// The rows of the tables that hang on a claim, in their columns' order.
    func parts(claim id: Int64) -> [(table: String, rows: [[(any DatabaseValueConvertible)?]])] {
        func words(_ excerpt: Excerpt?) -> [(any DatabaseValueConvertible)?] { [excerpt?.span.start, excerpt?.span.end, excerpt?.text] }
        func parties(_ role: String, _ parties: [ActorMention]) -> [[(any DatabaseValueConvertible)?]] {
            parties.enumerated().map { [id, role, $0, $1.name, Fold.name($1.name), $1.code] + words($1.excerpt) }
        }
        let names = claim.place.map { Set([$0.name, $0.excerpt.text] + $0.names).sorted() } ?? []
        return [
            ("party", parties("actor", claim.actors) + parties("recipient", claim.recipients)),
            (
                "speaker",
                claim.speakers.enumerated().map { position, speaker in
                    [id, position, speaker.name, speaker.name.map(Fold.name), speaker.code] + words(speaker.excerpt)
                        + [speaker.cue?.text, speaker.isQuote]
                }
            ),
            ("place_name", names.map { [id, Fold.name($0), $0] }),
            (
                "figure",
                claim.figures.enumerated().map { position, figure in
                    [id, position, figure.harm.rawValue, figure.who, figure.low, figure.high, figure.isVague, figure.partOf] + words(figure.excerpt)
                }
            ),
            ("finding", claim.verification.enumerated().map { [id, $0, $1.by, $1.kind.rawValue] + words($1.excerpt) }),
        ]
    }
}
