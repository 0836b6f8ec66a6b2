internal import HearsayCore

/// Dates whose year, month or week is left to the reader.
extension Context {
    func calendar(_ parts: CalendarParts) -> Outcome {
        if let century = parts.century {
            var outcome = Outcome(.century(century))
            outcome.remembers = style == .narrative
            return outcome
        }
        if let decade = parts.decade { return Outcome(.decade(decade)) }
        if let short = parts.decadeOfCentury { return Outcome(.decade(decade(short))) }
        let year = parts.year ?? parts.yearOffset.flatMap { offset in anchor.map { Moment.shift($0.year, offset) } }
        if let year { return known(parts, year) }
        if let month = parts.month {
            if let day = parts.day { return monthDay(month, day, parts.weekday) }
            return choose { .month($0, month) } ?? Outcome(value: "XXXX-" + two(month))
        }
        if let season = parts.season { return choose { .season($0, season) } ?? Outcome(value: "XXXX-" + season.rawValue) }
        if let quarter = parts.quarter { return choose { .quarter($0, quarter) } ?? Outcome(value: "XXXX-Q\(quarter)") }
        if let half = parts.half { return choose { .half($0, half) } ?? Outcome(value: "XXXX-H\(half)") }
        if let weekday = parts.weekday { return bare(weekday, day: parts.day) }
        return Outcome(value: nil)
    }

    private func known(_ parts: CalendarParts, _ year: Int) -> Outcome {
        if let month = parts.month {
            guard let day = parts.day else { return Outcome(.month(year, month)) }
            if let exact = Day(year, month, day) { return Outcome(.day(exact)) }
            return Outcome(value: "\(year)-\(two(month))-\(two(day))", range: nil)
        }
        if let season = parts.season { return Outcome(.season(year, season)) }
        if let quarter = parts.quarter { return Outcome(.quarter(year, quarter)) }
        if let half = parts.half { return Outcome(.half(year, half)) }
        return Outcome(.year(year))
    }

    /// "the nineties": the last such decade that had begun.
    private func decade(_ short: Int) -> Int {
        guard let anchor else { return 190 + short }
        let here = max(0, anchor.year) / 10
        let candidate = here / 10 * 10 + short
        return candidate <= here ? candidate : candidate - 10
    }

    private func monthDay(_ month: Int, _ day: Int, _ weekday: Int?) -> Outcome {
        // A weekday beside the date settles the year: of the years around, the nearest in which they agree.
        if let weekday, let year = anchor?.year ?? published?.year {
            let years = (-6...1).map { year + $0 }.sorted { abs($0 - year) < abs($1 - year) || (abs($0 - year) == abs($1 - year) && $0 < $1) }
            if let match = years.lazy.compactMap({ Day($0, month, day) }).first(where: { $0.weekday == weekday }) { return Outcome(.day(match)) }
        }
        return choose { year in Day(year, month, day).map { .day($0) } } ?? Outcome(value: "XXXX-\(two(month))-\(two(day))")
    }

    /// The year for something that comes once a year.
    ///
    /// In a history: the one nearest to the date last named. In news: the last that had begun by the day of publication, or,
    /// where the words point ahead, the next that had not ended. Where they point nowhere: a date just ahead beats one
    /// almost a year back, since news gives the year with dates that old.
    func choose(_ make: (Int) -> Moment?) -> Outcome? {
        if style == .narrative || published == nil {
            guard let running else { return nil }
            // Days go on from day to day, whatever year was named in between ("planned for 1976 … on 11 March").
            if running.unit == .year, let lastDay, lastDay.year != running.year {
                let next = [lastDay.year, lastDay.year + 1].compactMap(make).first { moment in
                    guard case .day(let day) = moment else { return false }
                    return (0...45).contains(day - lastDay)
                }
                if let next { return Outcome(next) }
            }
            let candidates = [running.year, Moment.shift(running.year, 1), Moment.shift(running.year, -1)].compactMap(make)
            guard let first = candidates.first else { return nil }
            guard let here = running.range?.from, let hereEnd = running.range?.to, running.unit < .year else { return Outcome(first) }
            func distance(_ moment: Moment) -> Int {
                guard let range = moment.range, let from = range.from, let to = range.to else { return Int.max }
                return from > hereEnd ? from - hereEnd : to < here ? here - to : 0
            }
            // The year of the date last named, unless the turn of a year lies between and the other is clearly nearer.
            let best = candidates.min { distance($0) < distance($1) } ?? first
            return Outcome(distance(best) + 60 < distance(first) ? best : first)
        }
        return published.flatMap { chooseNews(make, $0) }
    }

    private func chooseNews(_ make: (Int) -> Moment?, _ published: Day) -> Outcome? {
        let candidates = [published.year - 1, published.year, published.year + 1].compactMap(make)
        let begun = candidates.last { ($0.range?.from).map { $0 <= published } ?? false }
        let ahead = candidates.first { ($0.range?.to).map { $0 >= published } ?? false }
        guard let begun else { return ahead.map { Outcome($0) } }
        guard let ahead, ahead != begun, let next = ahead.range?.from, let last = begun.range?.to else { return Outcome(begun) }
        let isAhead: Bool
        let (wait, gone) = (next - published, published - last)
        switch tense {
        // A guessed tense may belong to another verb: the nearer date wins then.
        case .future: isAhead = isGuess ? wait < gone : wait < 300
        case .past where !isGuess: isAhead = false
        case .past, .present, .unknown:
            let isLimit = signal == .by || signal == .until
            isAhead = isLimit ? wait < gone : wait * (tense == .past ? 6 : 3) < gone
        }
        return Outcome(isAhead ? ahead : begun)
    }

    /// The nearest weekday up to the day of publication; with a future verb the nearest from it on.
    private func bare(_ weekday: Int, day: Int?) -> Outcome {
        let base: Day
        if style == .news, let published {
            base = published
        } else if case .day(let last)? = running {
            // In a history a bare weekday goes on from the date last named.
            return Outcome(.day(last.adding((weekday - last.weekday + 7) % 7)))
        } else if let published {
            base = published
        } else {
            return Outcome(value: "XXXX-WXX-\(weekday)")
        }
        if let day {
            let near = (-45...45).map { base.adding($0) }.filter { $0.day == day && $0.weekday == weekday }
            if let match = near.last(where: { $0 <= base }) ?? near.first { return Outcome(.day(match)) }
        }
        // "gave them until Tuesday": the verb may look back, the limit still lies ahead where that is nearer.
        let isLimit = signal == .until && (tense != .past || isGuess && (weekday - base.weekday + 7) % 7 < (base.weekday - weekday + 7) % 7)
        if tense == .future || isLimit { return Outcome(.day(base.adding((weekday - base.weekday + 7) % 7))) }
        return Outcome(.day(base.adding(-((base.weekday - weekday + 7) % 7))))
    }

    func weekday(_ weekday: Int, _ which: Int) -> Outcome {
        guard case .day(let base)? = style == .narrative ? running ?? today : today ?? running else {
            return Outcome(value: "XXXX-WXX-\(weekday)")
        }
        let backward = (base.weekday - weekday + 7) % 7
        let forward = (weekday - base.weekday + 7) % 7
        switch which {
        case ..<0: return Outcome(.day(base.adding(backward == 0 ? -7 : -backward)))
        case 0: return Outcome(.day(tense == .past ? base.adding(-backward) : base.adding(forward)))
        default: return Outcome(.day(base.adding(forward == 0 ? 7 : forward)))
        }
    }

    /// "last May": the latest that is over; "next May": the first still to come.
    func month(_ month: Int, _ which: Int) -> Outcome {
        guard let anchor else { return Outcome(value: "XXXX-" + two(month)) }
        let here = anchor.month ?? 12
        switch which {
        case ..<0: return Outcome(.month(month < here ? anchor.year : Moment.shift(anchor.year, -1), month))
        case 0: return Outcome(.month(anchor.year, month))
        default: return Outcome(.month(month > here ? anchor.year : Moment.shift(anchor.year, 1), month))
        }
    }

    func season(_ season: Season, _ which: Int) -> Outcome {
        guard let anchor else { return Outcome(value: "XXXX-" + season.rawValue) }
        let years = [-2, -1, 0, 1].map { Moment.season(Moment.shift(anchor.year, $0), season) }
        guard case .day(let base)? = today ?? running else {
            return Outcome(.season(Moment.shift(anchor.year, which < 0 ? -1 : which > 0 ? 1 : 0), season))
        }
        let chosen: Moment?
        switch which {
        case ..<0: chosen = years.last { ($0.range?.to).map { $0 < base } ?? false }
        case 0:
            chosen = years.first { ($0.range).map { contains($0, base) } ?? false } ?? .season(base.year, season)
        default: chosen = years.first { ($0.range?.from).map { $0 > base } ?? false }
        }
        return Outcome(chosen ?? .season(anchor.year, season))
    }

    private func contains(_ range: DateRange, _ day: Day) -> Bool {
        guard let from = range.from, let to = range.to else { return false }
        return from <= day && day <= to
    }

    func holiday(_ holiday: Holiday, _ year: Int?) -> Outcome {
        if holiday == .easterWeek {
            if let year, let easter = HolidayCalendar.day(.easter, in: year) { return Outcome(.week(easter.adding(-6))) }
            return choose { HolidayCalendar.day(.easter, in: $0).map { .week($0.adding(-6)) } } ?? Outcome(value: nil)
        }
        if holiday == .ramadan {
            if let year { return foreign(.islamic, 9, nil, year) }
            return foreign(.islamic, 9, nil, nil)
        }
        if let year, let day = HolidayCalendar.day(holiday, in: year) { return Outcome(.day(day)) }
        return choose { HolidayCalendar.day(holiday, in: $0).map { .day($0) } } ?? Outcome(value: nil)
    }

    /// A month of the Islamic or Persian calendar, computed by table: the sighted moon may differ by a day, so it is approximate.
    func foreign(_ kind: ForeignCalendar, _ month: Int, _ day: Int?, _ year: Int?) -> Outcome {
        func outcome(_ range: DateRange) -> Outcome {
            var outcome: Outcome
            if let from = range.from, range.from == range.to {
                outcome = Outcome(.day(from))
            } else {
                outcome = Outcome(value: range.edtf, range: range)
            }
            outcome.isApproximate = kind == .islamic
            return outcome
        }
        if let year, year < 1700 { return kind.range(year, month, day).map(outcome) ?? Outcome(value: nil) }
        // A year of ours: the month that begins in it.
        if let year {
            let around = kind.year(of: Day(max(1, min(year, 9998)), 7, 1) ?? Day(number: 0))
            let fits = (-1...1).compactMap { kind.range(around + $0, month, day) }.first { $0.from?.year == year }
            return fits.map(outcome) ?? Outcome(value: nil)
        }
        guard let base = anchor?.range?.from else { return Outcome(value: nil) }
        let around = kind.year(of: base)
        let all = (-2...2).compactMap { kind.range(around + $0, month, day) }
        let begun = all.last { ($0.from).map { $0 <= base } ?? false }
        let ahead = all.first { ($0.to).map { $0 >= base } ?? false }
        return ((tense == .future ? ahead : begun) ?? begun ?? ahead).map(outcome) ?? Outcome(value: nil)
    }

    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
