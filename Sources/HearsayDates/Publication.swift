public import HearsayCore

/// The day of publication, where the text itself settles it.
///
/// A guess would date every event of the article wrongly, so all must agree, or the article stays undated.
public enum Publication {
    /// The day, and whether a dateline names it outright.
    public static func infer(in text: Text) -> Day? {
        let expressions = DateFinder().expressions(in: text, within: Span(0, text.count))
        return dateline(expressions, in: text) ?? settled(expressions, in: text)
    }

    /// A full date at the very head of the text: "KABUL, 4 March 2011 (Agency) –", "Published: 2019-06-02".
    private static func dateline(_ expressions: [DateExpression], in text: Text) -> Day? {
        guard let first = expressions.first(where: \.isTimex), first.span.start < 120, first.signal == nil,
            case .calendar(let parts) = first.meaning, let year = parts.year, let month = parts.month, let day = parts.day,
            let date = Day(year, month, day), parts.weekday.map({ $0 == date.weekday }) ?? true
        else { return nil }
        // It stands before the first sentence: only capitals, names, commas before it, a dash, bracket or line's end after.
        var index = first.span.end
        while index < text.count, text.scalars[index] == " " || text.scalars[index] == "," { index += 1 }
        let closes = index >= text.count || ["-", "–", "—", "(", "\n", ":", "|", ".", "_"].contains(text.scalars[index])
        let before = WordScanner.words(of: text, within: Span(0, first.span.start)).suffix(6)
        let opens = before.allSatisfy { $0.kind != .letters || $0.isCapital || ["on", "at", "of"].contains($0.lower) }
        // Three letters a word at least look like a place or "Published", not like "The" of a sentence.
        let startsSentence = before.first.map { ["on", "in", "since", "the", "by", "after", "before", "until"].contains($0.lower) } ?? false
        return closes && opens && !startsSentence ? date : nil
    }

    /// "on Tuesday" … "On 19 September" … "in 2020": the first year after the latest past year named in which 19 September is
    /// one of the weekdays the text speaks of.
    ///
    /// Reason: news names the weekday of what has just happened and the day of the month of the same; a year it names as past
    /// is over (or runs). The weekdays of one story lie within a week of one another, so each must lie at most six days from
    /// the day found, and the day itself must be named as a weekday. Two days of the month that would give different years
    /// settle nothing.
    private static func settled(_ expressions: [DateExpression], in text: Text) -> Day? {
        var weekdays: Set<Int> = []
        var dates: Set<[Int]> = []
        var latest: Int?
        for expression in expressions where expression.isTimex {
            switch expression.meaning {
            case .calendar(let parts):
                if let weekday = parts.weekday, parts.month == nil, expression.tense != .future { weekdays.insert(weekday) }
                if let month = parts.month, let day = parts.day, parts.year == nil, expression.tense != .future,
                    expression.signal == .at || expression.signal == nil
                {
                    if let weekday = parts.weekday { weekdays.insert(weekday) }
                    dates.insert([month, day])
                }
                if let year = parts.year, expression.tense != .future || year < (latest ?? 0) { latest = max(latest ?? year, year) }
            case .dayPart(_, .calendar(let parts)?), .clock(_, .calendar(let parts)?), .part(_, .calendar(let parts)),
                .nightInto(.calendar(let parts)):
                if let weekday = parts.weekday, parts.month == nil { weekdays.insert(weekday) }
                if let year = parts.year { latest = max(latest ?? year, year) }
            default: break
            }
        }
        guard let latest, (1000...9900).contains(latest), !weekdays.isEmpty, weekdays.count == 1 || (weekdays.count <= 3 && dates.count > 1),
            !dates.isEmpty, dates.count <= 3
        else { return nil }
        var found: Set<Day> = []
        for date in dates {
            // The year named last may be the year of writing: where the date fits there too, nothing is settled.
            if let same = Day(latest, date[0], date[1]), weekdays.contains(same.weekday) { return nil }
            let years = (latest + 1)...min(latest + 11, 9998)
            guard let day = years.lazy.compactMap({ Day($0, date[0], date[1]) }).first(where: { weekdays.contains($0.weekday) }) else { return nil }
            found.insert(day)
        }
        guard let last = found.max(), let first = found.min(), last - first <= 6 else { return nil }
        // The day of publication: the latest day named that is both a weekday and a day of the month.
        return last
    }
}
