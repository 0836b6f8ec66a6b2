public import HearsayCore

/// The day of publication, where the text itself settles it.
///
/// A guess would date every event of the article wrongly, so all must agree, or the article stays undated.
public enum Publication {
    /// The day, and whether a dateline names it outright.
    public static func infer(in text: Text) -> Day? {
        let expressions = DateFinder().expressions(in: text, within: Span(0, text.count))
        return dateline(expressions, in: text) ?? numbered(expressions, in: text) ?? settled(expressions, in: text)
    }

    /// "2010-09-CA-012" above "KABUL (Sept. 1) –": a release's number tells year and month, the head of its text the day.
    private static func numbered(_ expressions: [DateExpression], in text: Text) -> Day? {
        guard let number = releaseMonth(in: text) else { return nil }
        for expression in expressions where expression.isTimex && expression.span.start < 600 && expression.signal == nil {
            guard case .calendar(let parts) = expression.meaning, parts.year == nil, let month = parts.month, let day = parts.day,
                isOutsideSentence(expression.span, in: text)
            else { continue }
            // Numbered on the last of a month, dated the first of the next.
            let apart = (month - number.month + 12) % 12
            guard apart <= 1 || apart == 11 else { return nil }
            let year = number.year + (apart == 1 && month == 1 ? 1 : 0) - (apart == 11 && month == 12 ? 1 : 0)
            return Day(year, month, day)
        }
        return nil
    }

    /// Year and month of a number such as "2010-09-CA-012" in the first lines; "2010-09-12" is a day.
    private static func releaseMonth(in text: Text) -> (year: Int, month: Int)? {
        let head = text[Span(0, min(text.count, 600))]
        for word in head.split(whereSeparator: { $0.isWhitespace || $0 == "#" || $0 == "(" || $0 == ")" }) {
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count >= 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
                (1900...2100).contains(year), (1...12).contains(month), parts[2].allSatisfy({ $0.isLetter && $0.isUppercase }), !parts[2].isEmpty
            else { continue }
            return (year, month)
        }
        return nil
    }

    /// A full date at the head of the text: "KABUL, 4 March 2011 (Agency) –", "Published: 2019-06-02", "GENEVA (May 18, 2011) -".
    ///
    /// It stands outside any sentence: after capitals only, and before a dash, a bracket or the end of its line.
    private static func dateline(_ expressions: [DateExpression], in text: Text) -> Day? {
        for expression in expressions.prefix(6) where expression.isTimex && expression.span.start < 400 && expression.signal == nil {
            guard case .calendar(let parts) = expression.meaning, let year = parts.year, let month = parts.month, let day = parts.day,
                let date = Day(year, month, day), parts.weekday.map({ $0 == date.weekday }) ?? true
            else { continue }
            if isOutsideSentence(expression.span, in: text) { return date }
        }
        return nil
    }

    private static func isOutsideSentence(_ span: Span, in text: Text) -> Bool {
        var index = span.end
        while index < text.count, text.scalars[index] == " " || text.scalars[index] == "," { index += 1 }
        guard index >= text.count || "-–—()\n:|._/".unicodeScalars.contains(text.scalars[index]) else { return false }
        // "On 4 March 2011." ends a sentence; a full stop closes no dateline but a bare one.
        var start = span.start
        while start > 0, text.scalars[start - 1] != "\n" { start -= 1 }
        let before = WordScanner.words(of: text, within: Span(start, span.start))
        guard before.count <= 8 else { return false }
        let small: Set<String> = ["of", "de", "al", "el", "updated", "published", "posted", "dated"]
        guard before.allSatisfy({ $0.kind != .letters || $0.isCapital || small.contains($0.lower) }) else { return false }
        let sentence: Set<String> = ["on", "in", "since", "the", "by", "after", "before", "until", "from", "during"]
        return !(before.first.map { sentence.contains($0.lower) } ?? false)
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
                // Only "on 19 September": a dateline's "(Sept. 1)" is the day after the one it tells of.
                if let month = parts.month, let day = parts.day, parts.year == nil, expression.tense != .future, expression.signal == .at {
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
        // A bare day at the head of the text ("KABUL (Sept. 1) -") is the day of publication, and the weekdays may be others.
        let heads = expressions.contains { expression in
            guard case .calendar(let parts) = expression.meaning, parts.month != nil, parts.day != nil, parts.year == nil else { return false }
            return expression.signal == nil && isOutsideSentence(expression.span, in: text)
        }
        guard !heads, let latest, (1000...9900).contains(latest), !weekdays.isEmpty, weekdays.count == 1 || (weekdays.count <= 3 && dates.count > 1),
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
