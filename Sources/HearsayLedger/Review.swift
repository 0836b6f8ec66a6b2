internal import GRDB

/// A person's decision on a claim: added, never changed; an undo is a decision of its own.
public struct Review: Sendable, Hashable {
    public enum Decision: String, Sendable, CaseIterable { case accept, reject, correct, defer_ = "defer", undo }

    public var claim: String
    public var reviewer: String
    public var decision: Decision
    /// What was corrected, and from what to what.
    public var field: String?
    public var old: String?
    public var new: String?
    public var reason: String?
    /// UTC, ISO 8601.
    public var at: String

    public init(
        of claim: String, by reviewer: String, _ decision: Decision, field: String? = nil, old: String? = nil, new: String? = nil,
        reason: String? = nil, at: String
    ) {
        self.claim = claim
        self.reviewer = reviewer
        self.decision = decision
        self.field = field
        self.old = old
        self.new = new
        self.reason = reason
        self.at = at
    }
}

extension Ledger {
    /// Returns when the decision is on the disk.
    public func record(_ review: Review) throws(LedgerError) {
        try writing { database in
            var writer = try Writer(database, seen: review.at)
            try writer.add(review)
        }
    }

    /// All decisions on a claim, in the order in which they were made.
    public func reviews(of claim: String) throws(LedgerError) -> [Review] {
        try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM review WHERE claim_uid = ? ORDER BY id", arguments: [claim]).map { ReviewRow($0).review }
        }
    }
}

struct ReviewRow {
    let review: Review
    /// The decisions before it, so that the same decision made twice has two names.
    let place: Int64

    init(_ row: Row) {
        review = Review(
            of: row["claim_uid"], by: row["reviewer"], Review.Decision(rawValue: row["decision"]) ?? .undo, field: row["field"], old: row["old"],
            new: row["new"], reason: row["reason"], at: row["at"])
        place = row["id"]
    }

    init(_ review: Review, place: Int64) {
        self.review = review
        self.place = place
    }

    var uid: String {
        let optional = [review.field, review.old, review.new, review.reason].map(Identity.part)
        return Identity.of("v", [String(place), review.claim, review.reviewer, review.decision.rawValue] + optional + [review.at])
    }
}

extension Writer {
    mutating func add(_ review: Review) throws {
        let place = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM review") ?? 0) + 1
        let uid = ReviewRow(review, place: place).uid
        try insert(
            "INSERT INTO review (id, uid, claim_uid, reviewer, decision, field, old, new, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                place, uid, review.claim, review.reviewer, review.decision.rawValue, review.field, review.old, review.new, review.reason, review.at,
            ])
        try log(.review, place, uid)
    }
}
