internal import HearsayCore

/// Times counted from the day of publication or from the date last named, and lengths.
extension Context {
    /// "last week", "this month", "next year".
    func thisUnit(_ unit: Unit, _ offset: Int) -> Outcome {
        guard let anchor else { return Outcome(value: offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF") }
        if unit == .season || unit == .fortnight || unit < .day { return Outcome(value: nil) }
        if unit == .weekend, case .day(let day) = anchor {
            let monday = day.adding(1 - day.weekday)
            switch offset {
            case ..<0: return Outcome(.weekend(monday.adding(-7)))
            case 0: return Outcome(.weekend(tense == .past && day.weekday < 6 ? monday.adding(-7) : monday))
            default: return Outcome(.weekend(monday.adding(7)))
            }
        }
        guard let moment = anchor.within(unit)?.shifted(offset, unit) else { return Outcome(value: nil) }
        var outcome = Outcome(moment)
        // What happened "this week" happened by now; "this month" before the day of publication, which would be "today".
        if offset == 0, unit > .day, tense == .past, let published, let from = outcome.range?.from, from <= published {
            outcome.range = DateRange(from, unit < .month ? published : max(from, published.adding(-1)))
        }
        return outcome
    }

    func theUnit(_ unit: Unit) -> Outcome {
        if unit == .quarter, let quarter { return Outcome(quarter) }
        if unit == .weekend, style == .news, let published {
            let monday = published.adding(1 - published.weekday)
            let isAhead = tense == .future || published.weekday >= 6
            return Outcome(.weekend(isAhead ? monday : monday.adding(-7)))
        }
        if style == .narrative, let inside = running?.within(unit) { return Outcome(inside) }
        return thisUnit(unit, 0)
    }

    /// "that day", "the following week", "the previous year".
    func runningUnit(_ unit: Unit, _ offset: Int) -> Outcome {
        guard let base = running ?? today else { return Outcome(value: offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : nil) }
        if let inside = base.within(unit), let moment = inside.shifted(offset, unit) { return Outcome(moment) }
        // In news a bare year says nothing of days: "the previous month" is told from the day of publication then.
        if style == .news, base.unit >= .year, offset != 0, let moment = today?.within(unit)?.shifted(offset, unit) { return Outcome(moment) }
        // "that day" after "in May": some day of it.
        var outcome = Outcome(value: unit == .day ? (base.unit == .month ? base.value + "-XX" : "XXXX-XX-XX") : nil)
        if offset == 0 { outcome.range = base.range }
        if offset == 0, tense != .future, let published, let from = base.range?.from, let to = base.range?.to, from < published, published <= to {
            outcome.range = DateRange(from, published.adding(-1))
        }
        return outcome
    }

    func shift(_ amount: Amount, _ unit: Unit, _ sign: Int, _ from: Meaning.Anchor) -> Outcome {
        let base: Moment?
        switch from {
        case .publication: base = style == .narrative ? running ?? today : today ?? running
        case .running: base = running ?? today
        case .meaning(.part(.start, let inner)):
            // The n-th of a month, a weekday of a week: counted from its first day.
            base = resolve(inner).moment?.range?.from.map { .day($0) }
        case .meaning(let inner): base = resolve(inner).moment
        }
        // "the following Monday": the count carries the weekday.
        if unit == .weekend, case .running = from, let weekday = amount.count, (1...7).contains(weekday) {
            guard case .day(let day)? = base else { return Outcome(value: "XXXX-WXX-\(weekday)") }
            let step = sign > 0 ? (weekday - day.weekday + 6) % 7 + 1 : -((day.weekday - weekday + 6) % 7 + 1)
            return Outcome(.day(day.adding(step)))
        }
        // A quarter is compared with the same one "a year ago".
        if unit == .year, amount.count == 1, sign < 0, style == .news, let quarter, from == .publication || from == .running,
            let past = quarter.shifted(-1, .year)
        {
            return Outcome(past)
        }
        guard let base else { return Outcome(value: sign < 0 ? "PAST_REF" : "FUTURE_REF") }
        guard let count = amount.count else {
            var outcome = Outcome(value: sign < 0 ? "PAST_REF" : "FUTURE_REF")
            // "a few hours later" is the same day, or the next; no more is said.
            if unit < .day {
                outcome.range = base.range
                return outcome
            }
            outcome.range = sign < 0 ? DateRange(nil, base.range?.from?.adding(-1)) : DateRange(base.range?.to?.adding(1), nil)
            return outcome
        }
        if count == 0, let inside = base.within(unit) { return Outcome(inside) }
        if amount.isHalf, unit > .day { return half(base, count, unit, sign) }
        if unit < .day { return Outcome(base) }
        if unit == .millennium { return Outcome(value: nil) }
        let count2 = unit == .fortnight ? count * 2 : count
        let plain = unit == .fortnight ? Unit.week : unit
        guard let moment = base.shifted(sign * count2, plain) ?? base.within(plain)?.shifted(sign * count2, plain) else {
            // Days counted from a month: within it or after it, no more is said.
            var outcome = Outcome(value: base.unit == .month && unit <= .week ? base.value + "-XX" : nil)
            if let from = base.range?.from, let to = base.range?.to {
                outcome.range = sign > 0 ? DateRange(from, ahead(to, count, unit)) : DateRange(back(from, count, unit), to)
            }
            return outcome
        }
        var outcome = Outcome(moment)
        outcome.isApproximate = amount.isApproximate || unit == .week
        if let high = amount.high, let other = base.shifted(sign * high, plain), let a = outcome.range, let b = other.range {
            outcome.range = sign < 0 ? DateRange(b.from, a.to) : DateRange(a.from, b.to)
        }
        return outcome
    }

    private func half(_ base: Moment, _ count: Int, _ unit: Unit, _ sign: Int) -> Outcome {
        let months: Int
        switch unit {
        case .year: months = count * 12 + 6
        case .decade: months = count * 120 + 60
        case .month:
            guard case .day(let day) = base else { return Outcome(value: nil) }
            return Outcome(.day(ahead(day, sign * count, .month).adding(sign * 15)))
        default: return Outcome(value: nil)
        }
        let moment = base.shifted(sign * months, .month) ?? base.shifted(sign * (months / 12), .year)
        guard let moment else { return Outcome(value: nil) }
        var outcome = Outcome(moment)
        outcome.isApproximate = true
        return outcome
    }

    func duration(_ amount: Amount, _ unit: Unit, _ direction: Meaning.Direction) -> Outcome {
        var outcome = Outcome(value: unit.duration(amount.text))
        if unit == .fortnight { outcome.value = Unit.week.duration(amount.count.map { String($0 * 2) } ?? "X") }
        outcome.type = .duration
        outcome.modifier = amount.isApproximate ? "APPROX" : nil
        guard let published else { return outcome }
        switch direction {
        case .past:
            outcome.range = DateRange(amount.count.map { back(published, amount.high ?? $0, unit) }, published)
        case .future:
            outcome.range = DateRange(
                amount.count == nil ? published.adding(1) : published, amount.count.map { ahead(published, amount.high ?? $0, unit) })
        case .recent: outcome.range = DateRange(nil, published)
        case .none:
            // "for months": open at the front, up to now (RECORD). "for three days" does not say which.
            if amount.count == nil, signal == .during, tense != .future { outcome.range = DateRange(nil, published) }
        }
        return outcome
    }
}
