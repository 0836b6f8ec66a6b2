internal import HearsayCore

/// All that a meaning is read against.
struct Context {
    var published: Day?
    var style: DateResolver.Style
    var running: Moment?
    var quarter: Moment?
    /// The day last named, where a bare year came after it.
    var lastDay: Day?
    /// The day last named stands close before: a time of day without its own belongs to it.
    var isDayNear = false
    var tense: Tense
    /// The tense is the words' guess, not a parse's.
    var isGuess = false
    var signal: DateExpression.Signal?

    var today: Moment? { published.map { .day($0) } }
    /// What "last year" or "in April" counts from.
    var anchor: Moment? { style == .narrative ? running ?? today : today ?? running }

    func resolve(_ meaning: Meaning) -> Outcome {
        switch meaning {
        case .calendar(let parts): return calendar(parts)
        case .today(let offset):
            // A history is read years after it was written; its "today" stands in a quotation.
            if style == .narrative { return Outcome(value: offset == 0 ? "PRESENT_REF" : "XXXX-XX-XX") }
            guard let published else { return Outcome(value: "XXXX-XX-XX") }
            return Outcome(.day(published.adding(offset)))
        case .unit(let unit, let offset): return thisUnit(unit, offset)
        case .theUnit(let unit): return theUnit(unit)
        case .pastUnit(let unit):
            var outcome = thisUnit(unit, -1)
            if let published { outcome.range = DateRange(back(published, 1, unit), published) }
            outcome.remembers = false
            return outcome
        case .latestQuarter:
            if let quarter { return Outcome(quarter) }
            return anchor?.shifted(-1, .quarter).map { Outcome($0) } ?? Outcome(value: nil)
        case .weekday(let day, let which): return self.weekday(day, which)
        case .month(let month, let which): return self.month(month, which)
        case .season(let season, let which): return self.season(season, which)
        case .quarter(let number, let offset):
            guard let anchor else { return Outcome(value: "XXXX-Q\(number)") }
            return Outcome(.quarter(Moment.shift(anchor.year, offset), number))
        case .running(let unit, let offset): return runningUnit(unit, offset)
        case .runningSame: return (running ?? today).map { Outcome($0) } ?? Outcome(value: nil)
        case .thatPeriod: return Outcome(value: nil, range: (running ?? today)?.range)
        case .shift(let amount, let unit, let sign, let from): return shift(amount, unit, sign, from)
        case .duration(let amount, let unit, let direction): return duration(amount, unit, direction)
        case .past:
            return Outcome(value: "PAST_REF", range: published.map { DateRange(nil, $0.adding(-1)) })
        case .present: return Outcome(value: "PRESENT_REF", range: published.map { DateRange($0) })
        case .future: return Outcome(value: "FUTURE_REF", range: published.map { DateRange($0, nil) })
        case .clock(let clock, let inner):
            var outcome = withinDay(inner, clock.text)
            // "at 2300 GMT" without a day: in another zone, and by the time of writing, that may be the day before.
            if inner == nil, clock.zone != nil, clock.hour >= 20, style == .news, !isDayNear, let published {
                outcome.range = DateRange(published.adding(-1), published)
            }
            return outcome
        case .dayPart(let part, let inner): return dayPart(part, inner)
        case .nightInto(let inner):
            guard case .day(let day)? = resolve(inner).moment else { return Outcome(value: "XXXX-XX-XXTNI") }
            var outcome = Outcome(.day(day))
            outcome.value = day.adding(-1).description + "TNI"
            outcome.range = DateRange(day.adding(-1), day)
            return outcome
        case .nightOf(let inner):
            var outcome = withinDay(inner, "TNI")
            if case .day(let day)? = outcome.moment { outcome.range = DateRange(day, day.adding(1)) }
            return outcome
        case .part(let part, let inner): return self.part(part, inner)
        case .set(let value): return Outcome(value: value)
        case .pastSeasons(let count, let season):
            var outcome = Outcome(value: "XXXX-" + season.rawValue)
            if let last = self.season(season, -1).moment, let to = last.range?.to, today != nil {
                outcome.range = DateRange(count.flatMap { last.shifted(1 - $0, .year)?.range?.from }, to)
            }
            return outcome
        case .holiday(let holiday, let year): return self.holiday(holiday, year)
        case .islamic(let month, let day, let year): return foreign(.islamic, month, day, year)
        case .persian(let month, let day, let year): return foreign(.persian, month, day, year)
        case .unanchored(let value): return Outcome(value: value)
        case .weekOf(let number, let inner):
            guard let from = resolve(inner).moment?.range?.from else { return Outcome(value: nil) }
            let first = from.adding(7 * (number - 1))
            var outcome = Outcome(.week(first.adding(3)))
            outcome.range = DateRange(first, first.adding(6))
            return outcome
        case .anniversary(let years, let inner):
            guard case .day(let day)? = resolve(inner).moment,
                let then = Day(day.year + years, day.month, min(day.day, Day.length(of: day.month, in: day.year + years)))
            else { return resolve(.shift(Amount(count: years), .year, sign: 1, from: .meaning(inner))) }
            return Outcome(.day(then))
        case .ofRunningYear(var parts):
            if style == .news, let running { parts.year = running.year }
            return calendar(parts)
        case .nth(_, let unit):
            return Outcome(value: unit == .day ? "XXXX-XX-XX" : "XXXX")
        case .about(let inner):
            var outcome = resolve(inner)
            // "about 10:35" leaves the day exact.
            outcome.isApproximate = outcome.type != .time
            outcome.modifier = outcome.modifier ?? "APPROX"
            return outcome
        }
    }

    /// A time on a day: the one named, else the day last named where it is near, else the day of publication.
    private func withinDay(_ inner: Meaning?, _ suffix: String) -> Outcome {
        let base: Outcome
        if let inner {
            base = resolve(inner)
        } else if style == .narrative {
            guard case .day? = running, let running else { return Outcome(value: "XXXX-XX-XX" + suffix) }
            base = Outcome(running)
        } else if let today, !isDayNear || lastDay == nil {
            base = Outcome(today)
        } else if isDayNear, let lastDay {
            base = Outcome(.day(lastDay))
        } else if case .day? = running, let running {
            base = Outcome(running)
        } else {
            return Outcome(value: "XXXX-XX-XX" + suffix)
        }
        var outcome = base
        switch base.moment {
        case .day(let day)?: outcome.value = day.description + suffix
        case .month?, .season?, .year?: outcome.value = (base.value ?? "XXXX") + (base.moment?.unit == .month ? "-XX" : "-XX-XX") + suffix
        default: outcome.value = "XXXX-XX-XX" + suffix
        }
        outcome.type = .time
        return outcome
    }

    private func dayPart(_ part: DayPart, _ inner: Meaning?) -> Outcome {
        var outcome = withinDay(inner, part.rawValue)
        if inner == nil {
            outcome.remembers = false
            // "overnight" alone: the night up to the day of publication.
            if part == .night, style == .news, !isDayNear, let published { outcome.range = DateRange(published.adding(-1), published) }
        }
        return outcome
    }

    private func part(_ part: Part, _ inner: Meaning) -> Outcome {
        var outcome = resolve(inner)
        outcome.modifier = part.modifier
        guard let moment = outcome.moment, let range = moment.range, let from = range.from, let to = range.to else { return outcome }
        if case .day = moment { return outcome }
        if case .dayPart = inner { return outcome }
        switch part {
        case .earlier:
            // RECORD: from the first day to the day before publication.
            if let published, from < published, published <= to { outcome.range = DateRange(from, published.adding(-1)) }
            if style == .narrative || !contains(range, published), let end = running?.range?.from, from < end, end <= to {
                outcome.range = DateRange(from, end)
            }
        case .later:
            if let published, from <= published, published < to { outcome.range = DateRange(published.adding(tense == .past ? 0 : 1), to) }
            if !contains(range, published), let start = running?.range?.to, from <= start, start < to { outcome.range = DateRange(start, to) }
        case .rest:
            if let published, from <= published, published <= to { outcome.range = DateRange(published, to) }
        default: outcome.range = Context.slice(range, part, moment.unit)
        }
        return outcome
    }

    private func contains(_ range: DateRange, _ day: Day?) -> Bool {
        guard let day, let from = range.from, let to = range.to else { return false }
        return from <= day && day <= to
    }

    /// Thirds of a stretch: "early May" is the 1st to the 10th, "late 1942" September to December.
    static func slice(_ range: DateRange, _ part: Part, _ unit: Unit) -> DateRange {
        guard let from = range.from, let to = range.to else { return range }
        if unit == .month {
            let middle = Day(from.year, from.month, 11) ?? from
            let late = Day(from.year, from.month, 21) ?? to
            switch part {
            case .early, .start: return DateRange(from, middle.adding(-1))
            case .mid: return DateRange(middle, late.adding(-1))
            case .late, .end: return DateRange(late, to)
            case .firstHalf: return DateRange(from, from.adding(14))
            case .secondHalf: return DateRange(from.adding(15), to)
            default: return range
            }
        }
        if unit == .year, part != .firstHalf, part != .secondHalf {
            let year = from.year
            switch part {
            case .early, .start: return DateRange(from, Day(year, 4, 30))
            case .mid: return DateRange(Day(year, 5, 1), Day(year, 8, 31))
            case .late, .end: return DateRange(Day(year, 9, 1), to)
            default: return range
            }
        }
        if unit == .decade, part != .firstHalf, part != .secondHalf {
            let year = from.year
            switch part {
            case .early, .start: return DateRange(from, Day(year + 3, 12, 31))
            case .mid: return DateRange(Day(year + 4, 1, 1), Day(year + 6, 12, 31))
            case .late, .end: return DateRange(Day(year + 7, 1, 1), to)
            default: return range
            }
        }
        let length = to - from + 1
        let third = max(1, length / 3)
        switch part {
        case .early, .start: return DateRange(from, from.adding(third - 1))
        case .mid: return DateRange(from.adding(third), to.adding(-third))
        case .late, .end: return DateRange(to.adding(1 - third), to)
        case .firstHalf: return DateRange(from, from.adding(max(0, length / 2 - 1)))
        case .secondHalf: return DateRange(from.adding(length / 2), to)
        default: return range
        }
    }

    /// What the word before an expression makes of its days.
    func apply(_ signal: DateExpression.Signal, to outcome: Outcome) -> DateRange? {
        guard let range = outcome.range else { return nil }
        if outcome.value == "PRESENT_REF" || outcome.value == "PAST_REF" || outcome.value == "FUTURE_REF" { return range }
        // "before dawn on Sunday", "after midnight on Friday": on that day all the same.
        if outcome.type == .time, signal == .before || signal == .after { return range }
        switch signal {
        case .since:
            guard let from = range.from else { return range }
            guard let published, from <= published else { return DateRange(from, nil) }
            return DateRange(from, published)
        case .from:
            guard let from = range.from else { return range }
            if tense == .past, let published, from <= published { return DateRange(from, published) }
            return DateRange(from, nil)
        case .until, .by: return DateRange(nil, range.to)
        // "before the end of the year" leaves the whole year open.
        case .before: return DateRange(nil, outcome.modifier == "END" ? range.to : range.from?.adding(-1))
        case .after:
            guard let from = range.to else { return range }
            if tense != .future, let published, from <= published { return DateRange(from, published) }
            return DateRange(from, nil)
        case .at, .during, .about, .between: return range
        }
    }

    /// The day so many units before.
    func back(_ day: Day, _ count: Int, _ unit: Unit) -> Day { ahead(day, -count, unit) }
    func ahead(_ day: Day, _ count: Int, _ unit: Unit) -> Day {
        let count = min(max(count, -1_000_000), 1_000_000)
        switch unit {
        case .second, .minute: return day
        case .hour: return day.adding(count < 0 ? -((-count + 23) / 24) : (count + 23) / 24)
        case .day: return day.adding(count)
        case .week, .weekend: return day.adding(count * 7)
        case .fortnight: return day.adding(count * 14)
        case .month: return months(day, count)
        case .quarter, .season: return months(day, count * 3)
        case .half: return months(day, count * 6)
        case .year: return months(day, count * 12)
        case .decade: return months(day, count * 120)
        case .century: return months(day, count * 1200)
        case .millennium: return months(day, count * 12_000)
        }
    }
    private func months(_ day: Day, _ count: Int) -> Day {
        let total = min(max(day.year * 12 + day.month - 1 + count, 12), 119_987)
        let (year, month) = (total / 12, total % 12 + 1)
        return Day(year, month, min(day.day, Day.length(of: month, in: year))) ?? day
    }
}
