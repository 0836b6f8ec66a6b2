public import HearsayCore

/// The days on which an event is said to have happened, by RECORD's settled cases.
///
/// The clause's own expression decides; what has none happened some time up to the day of publication, which says nothing,
/// so it gets no range at all (never the day of publication by default).
public enum EventDating {
    /// "on Tuesday" with a past verb gives the nearest Tuesday up to publication, with a future verb the next.
    public static func interval(of expression: DateExpression?, published: Day?, tense: Tense, reference: ResolvedDate? = nil) -> DateRange? {
        guard let expression else { return nil }
        var resolver = DateResolver(published: published)
        if let value = reference?.range?.from, reference?.range?.from == reference?.range?.to { resolver.running = .day(value) }
        return interval(of: resolver.resolve(expression, tense: tense), published: published, tense: tense)
    }

    /// The event's days, once the expression is resolved in the order of its text.
    public static func interval(of date: ResolvedDate, published: Day?, tense: Tense) -> DateRange? {
        guard var range = date.range, range.from != nil || range.to != nil else { return nil }
        switch date.type {
        case .set where range.from == nil && range.to == nil: return nil
        case .set, .duration:
            // "for months": open at the front, up to now. A bare length ("a three-day battle") does not say which days.
            return range
        case .date, .time: break
        }
        guard let published, tense == .past || tense == .present else { return range }
        // What has happened, happened by the day of publication: "this week" ends there, "since October" too.
        if let from = range.from, from > published { return range }
        if let to = range.to { if to > published { range.to = published } } else { range.to = published }
        return range
    }
}
