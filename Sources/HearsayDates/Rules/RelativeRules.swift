internal import HearsayCore

/// What is named from the day of writing or from the date last named: yesterday, last week, the following year.
enum RelativeRules {
    static let all: [Rule] = today + units + weekdays + running + shifts + vague

    static func offset(_ which: String?) -> Int? {
        switch which {
        case "last", "past", "previous", "preceding", "prior", "yester": -1
        case "this", "current", "present", "ongoing", "same", "that": 0
        case "next", "coming", "following", "upcoming", "subsequent", "ensuing", "succeeding", "forthcoming": 1
        default: nil
        }
    }

    private static let today: [Rule] = [
        rule("today", "today") { _ in .today(0) },
        rule("earlier-today", "earlier|later|late|early today") { match in .part(.rest, .today(0)) },
        rule("yesterday", "yesterday") { _ in .today(-1) },
        rule("tomorrow", "tomorrow") { _ in .today(1) },
        rule("before-yesterday", "the? day before yesterday") { _ in .today(-2) },
        rule("after-tomorrow", "the? day after tomorrow") { _ in .today(2) },
        rule("tonight", "earlier|later|late? tonight") { _ in .dayPart(.night, .today(0)) },
        rule("a-week-from", "<amount> <unit> from which:today|now|tomorrow|yesterday") { match in
            guard let (amount, unit) = DurationRules.pair(match), let which = match.word("which") else { return nil }
            let base = which == "tomorrow" ? 1 : which == "yesterday" ? -1 : 0
            return .shift(amount, unit, sign: 1, from: base == 0 ? .publication : .meaning(.today(base)))
        },
    ]

    private static let units: [Rule] = [
        rule("last-unit", "which:last|this|next|coming|current|upcoming <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, let offset = offset(match.word("which")) else { return nil }
            return .unit(unit, offset)
        },
        rule("the-current-unit", "the|its|their|his|her which:current|present|coming|upcoming|forthcoming fiscal|calendar|financial? <unit>") {
            match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, let offset = offset(match.word("which")) else { return nil }
            return .unit(unit, offset)
        },
        rule("last-fiscal-year", "which:last|this|next|current|the fiscal|financial|calendar <unit>") { match in
            guard let unit = match.unit(), unit == .year || unit == .quarter else { return nil }
            return .unit(unit, offset(match.word("which")) ?? 0)
        },
        // "the year ended 31 March" is a length; its end is the date.
        rule("the-year-ended", "the its|full|fiscal|financial? year which:ended|ending") { _ in .duration(Amount(count: 1), .year, .none) },
        // "the past year" is the twelve months up to now, which the data sets write as the year before.
        rule("the-past-unit", "the which:past|last <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .hour else { return nil }
            return unit >= .decade || unit <= .day ? .duration(Amount(count: 1), unit, .past) : .pastUnit(unit)
        },
        rule("this-past-unit", "this past <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day else { return nil }
            return unit == .weekend ? .unit(unit, -1) : .pastUnit(unit)
        },
        rule("last-month-name", "which:last|this|next|past|coming <month> ( <dnum> )?") { match in
            guard let month = match.number("month"), let offset = offset(match.word("which")) else { return nil }
            if let day = match.number("dnum") {
                return .shift(Amount(count: day - 1), .day, sign: 1, from: .meaning(.part(.start, .month(month, offset))))
            }
            return .month(month, offset)
        },
        rule("last-season", "which:last|this|next|past|coming <season>") { match in
            guard let season = match.season(), let offset = offset(match.word("which")) else { return nil }
            return .season(season, offset)
        },
        rule("the-past-season", "the which:past|previous|following|next|coming <season>") { match in
            guard let season = match.season(), let offset = offset(match.word("which")) else { return nil }
            return .season(season, offset)
        },
        rule("last-quarter-ordinal", "which:last|this|next year 's fiscal? <ord> quarter") { match in
            guard let number = match.number("ord"), (1...4).contains(number), let offset = offset(match.word("which")) else { return nil }
            return .quarter(number, offset)
        },
        rule("year-ago-quarter", "a|the? year - ago|earlier ( <ord> )? quarter|period|month|half") { _ in
            .shift(Amount(count: 1), .year, sign: -1, from: .running)
        },
        rule("year-ago", "a|the? year - ago|earlier") { _ in .shift(Amount(count: 1), .year, sign: -1, from: .running) },
        rule(
            "same-period-last-year",
            "the same|corresponding|comparable period|quarter|month|time of|in|a|the? which:last|previous|prior|year year|earlier|ago"
        ) { _ in
            .shift(Amount(count: 1), .year, sign: -1, from: .running)
        },
        rule("the-latest-quarter", "the latest quarter|period") { _ in .latestQuarter },
        rule("the-most-recent-quarter", "the most? recent quarter|period") { _ in .latestQuarter },
        rule("the-unit", "the <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, [.week, .month, .year, .quarter, .weekend].contains(unit) else { return nil }
            return .theUnit(unit)
        },
        rule("year-end", "the? year -|'s? end") { _ in .part(.end, .theUnit(.year)) },
        rule("the-full-year", "the? full|whole|entire <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit == .year || unit == .month || unit == .week else { return nil }
            return .theUnit(unit)
        },
    ]

    private static let weekdays: [Rule] = [
        rule("last-weekday", "which:last|this|next|past|coming <weekday>") { match in
            guard let day = match.number("weekday"), let offset = offset(match.word("which")) else { return nil }
            return .weekday(day, offset)
        },
        rule("the-past-weekday", "the which:past|previous|following|next|coming <weekday>") { match in
            guard let day = match.number("weekday"), let which = match.word("which") else { return nil }
            if which == "following" || which == "next" || which == "previous" {
                return .shift(Amount(count: day), .weekend, sign: which == "previous" ? -1 : 1, from: .running)
            }
            return .weekday(day, offset(which) ?? 0)
        },
        rule("weekday-last", "<weekday> which:last|next") { match in
            guard let day = match.number("weekday"), let offset = offset(match.word("which")) else { return nil }
            return .weekday(day, offset)
        },
        rule("weekday-last-week", "<weekday> of? which:last|this|next week") { match in
            guard let day = match.number("weekday"), let offset = offset(match.word("which")) else { return nil }
            return .shift(Amount(count: day - 1), .day, sign: 1, from: .meaning(.part(.start, .unit(.week, offset))))
        },
        rule("weekday-week", "a week ago|last <weekday>") { match in
            match.number("weekday").map { .weekday($0, -1) }
        },
    ]

    private static let running: [Rule] = [
        rule("that-unit", "that very|same? <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day else { return nil }
            return .running(unit, 0)
        },
        rule("that-same-unit", "the|this very|same <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day else { return nil }
            return .running(unit, 0)
        },
        rule("that-weekday", "that|the same? <weekday>") { match in
            match.number("weekday").map { day in
                .calendar(
                    {
                        var p = CalendarParts(); p.weekday = day; return p
                    }())
            }
        },
        rule("that-season", "that|the same? <season>") { match in
            match.season().map { season in
                var parts = CalendarParts()
                parts.season = season
                return .ofRunningYear(parts)
            }
        },
        rule("the-following-unit", "the which:following|next|previous|preceding|prior|subsequent|ensuing|succeeding <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, let offset = offset(match.word("which")) else { return nil }
            return .running(unit, offset)
        },
        rule("later-in-the-day", "earlier|later|late|early in the day") { _ in .running(.day, 0) },
        rule("next-day", "next|following day") { _ in .running(.day, 1) },
        rule("the-day-after", "the|a <unit> which:earlier|later|afterwards") { match in beside(match) },
        // "the day before, …" counts from the date last named; "the day before the attack" from the attack, whose day is not in the words.
        rule("the-day-after", "the|a <unit> which:before|after END") { match in beside(match) },
        rule("the-day-after-event", "the day before|after") { _ in .unanchored("XXXX-XX-XX") },
    ]

    private static func beside(_ match: Match) -> Meaning? {
        guard let unit = match.unit(), !match.isPlural, unit >= .day, let which = match.word("which") else { return nil }
        let sign = which == "before" || which == "earlier" ? -1 : 1
        return unit == .day ? .running(unit, sign) : .shift(Amount(count: 1), unit, sign: sign, from: .running)
    }

    private static let shifts: [Rule] = [
        rule("ago", "the? <amount> <adjective>? <unit> ( or so|two|more )? ago") { match in
            guard let (amount, unit) = DurationRules.pair(match) else { return nil }
            return .shift(amount, unit, sign: -1, from: .publication)
        },
        rule("year-and-half-ago", "<amount> <unit> and a half which:ago|earlier|later|before|after") { match in
            guard var (amount, unit) = DurationRules.pair(match), let which = match.word("which") else { return nil }
            amount.isHalf = true
            return .shift(amount, unit, sign: which == "later" || which == "after" ? 1 : -1, from: which == "ago" ? .publication : .running)
        },
        rule("units-ago", "<units> ago") { match in
            match.unit().map { .shift(Amount(count: nil), $0, sign: -1, from: .publication) }
        },
        rule(
            "later",
            "some|just|only? <amount> <adjective>? <unit> ( or so|two|more )? which:later|earlier|afterwards|afterward|beforehand|previously|thereafter"
        ) { match in
            guard let (amount, unit) = DurationRules.pair(match), let which = match.word("which") else { return nil }
            return .shift(amount, unit, sign: ["earlier", "beforehand", "previously"].contains(which) ? -1 : 1, from: .running)
        },
        // Only where the phrase ends there: "two weeks after the attack" counts from the attack.
        rule("weeks-before", "<amount> <adjective>? <unit> which:before|after END") { match in
            guard let (amount, unit) = DurationRules.pair(match), let which = match.word("which") else { return nil }
            return .shift(amount, unit, sign: which == "before" ? -1 : 1, from: .running)
        },
        rule("units-before", "<units> which:before|after END") { match in
            guard let unit = match.unit(), let which = match.word("which") else { return nil }
            return .shift(Amount(count: nil), unit, sign: which == "before" ? -1 : 1, from: .running)
        },
        rule("units-later", "<units> which:later|earlier|afterwards|afterward") { match in
            guard let unit = match.unit(), let which = match.word("which") else { return nil }
            return .shift(Amount(count: nil), unit, sign: which == "earlier" || which == "before" ? -1 : 1, from: .running)
        },
        rule("in-future-units", "in|within <amount> <unit> 's|'? time") { match in
            guard let (amount, unit) = DurationRules.pair(match) else { return nil }
            return .shift(amount, unit, sign: 1, from: .publication)
        },
        rule("from-now", "<amount> <unit> from now") { match in
            guard let (amount, unit) = DurationRules.pair(match) else { return nil }
            return .shift(amount, unit, sign: 1, from: .publication)
        },
    ]

    private static let vague: [Rule] = [
        rule("now", "just|right|until|till|by|for|up? now") { _ in .present },
        rule("currently", "currently|nowadays|presently") { _ in .present },
        rule("current", "current") { _ in .present },
        rule("at-present", "at present") { _ in .present },
        rule("the-present", "the present time|day?") { _ in .present },
        rule("at-the-moment", "at the|this present|very? moment") { _ in .present },
        rule("these-days", "these days|weeks|years") { _ in .present },
        rule("this-moment", "this moment") { _ in .present },
        rule("this-point", loose: true, "this|that point|juncture|time") { _ in .runningSame },
        rule("this-period", "this|that period") { _ in .thatPeriod },
        rule("this-adjective-moment", "this <adjective> moment|time") { _ in .present },
        rule("to-date", "to date") { _ in .present },
        rule("recently", "most|more|quite|very|until|as? recently") { _ in .past },
        rule("recent", "recent") { _ in .past },
        rule("lately", "lately|of late") { _ in .past },
        rule("the-past", "the recent|distant|near|not|too? distant|recent? past") { _ in .past },
        rule("past-years", "past <units>") { _ in .past },
        rule("long-ago", loose: true, "long|not|too|so? long? ago") { _ in .past },
        rule("previously", loose: true, "previously|formerly|beforehand|hitherto|heretofore") { _ in .past },
        rule("in-the-future", "the near|immediate|distant|not|too? distant|near? future") { _ in .future },
        rule("foreseeable-future", loose: true, "the foreseeable future") { _ in .future },
        rule("in-future", "in future") { _ in .future },
        rule("soon", loose: true, "soon") { _ in .future },
        rule("later-date", "a later|future|undetermined date|time|stage") { _ in .future },
        rule("one-day", "one|some day") { _ in .future },
        rule("then", loose: true, "then") { _ in .runningSame },
        rule("some-time", "quite? some time") { _ in .duration(Amount(count: nil), .month, .none) },
        rule("a-while", "quite? a long|short|little|considerable? while") { _ in .duration(Amount(count: nil), .month, .none) },
        rule("a-long-time", "a very? long|short|considerable time") { _ in .duration(Amount(count: nil), .month, .none) },
    ]
}
