internal import HearsayCore

/// Days, months, years, decades as the calendar names them, in every order that news uses.
enum CalendarRules {
    static let all: [Rule] = days + years + quarters + eras

    private static func parts(_ fill: (inout CalendarParts) -> Void) -> Meaning {
        var parts = CalendarParts()
        fill(&parts)
        return .calendar(parts)
    }

    private static func date(_ match: Match) -> Meaning {
        parts {
            $0.weekday = match.number("weekday") ?? match.number("wday")
            $0.day = match.number("dnum")
            $0.month = match.number("month")
            $0.year = match.number("year")
        }
    }

    /// 19/9/2023: a number above 12 can only be a day. Otherwise day first, as most of the world writes.
    private static func numeric(_ match: Match) -> Meaning? {
        guard let first = match.number("first"), let second = match.number("second"), var year = match.number("y") else { return nil }
        if year < 100 { year += year < 50 ? 2000 : 1900 }
        guard (1000...2100).contains(year), (1...31).contains(first), (1...31).contains(second) else { return nil }
        let isMonthFirst = second > 12
        let (day, month) = isMonthFirst ? (second, first) : (first, second)
        guard Day(year, month, day) != nil else { return nil }
        return parts { ($0.year, $0.month, $0.day) = (year, month, day) }
    }

    private static let days: [Rule] = [
        rule("iso-day", "y:<d4> - m:<d2> - d:<d2>") { match in
            guard let year = match.number("y"), let month = match.number("m"), let day = match.number("d"),
                Day(year, month, day) != nil, year >= 1000
            else { return nil }
            return parts { ($0.year, $0.month, $0.day) = (year, month, day) }
        },
        rule("slashed-iso-day", "y:<d4> / m:<d2> / d:<d2>") { match in
            guard let year = match.number("y"), let month = match.number("m"), let day = match.number("d"), Day(year, month, day) != nil, year >= 1000
            else { return nil }
            return parts { ($0.year, $0.month, $0.day) = (year, month, day) }
        },
        rule("day-month-short-year", "<dnum> <month> y:<d2>") { match in
            guard let short = match.number("y"), let day = match.number("dnum"), let month = match.number("month") else { return nil }
            let year = short + (short < 50 ? 2000 : 1900)
            guard Day(year, month, day) != nil else { return nil }
            return parts { ($0.year, $0.month, $0.day) = (year, month, day) }
        },
        rule("numeric-day", "first:<d2> / second:<d2> / y:<d4>", numeric),
        rule("numeric-day-short", "first:<d2> / second:<d2> / y:<d2>", numeric),
        rule("dotted-day", "first:<d2> . second:<d2> . y:<d4>", numeric),
        rule("dashed-day", "first:<d2> - second:<d2> - y:<d4>", numeric),
        rule("day-month-year", "( <wday> ,? )? the? <dnum> day? of? <month> ,? of? <year>", date),
        rule("day-month", "( <wday> ,? )? ( the? )? <dnum> ( day? of )? <month>", date),
        rule("weekday-day-month", "<wday> ,? the? <dnum> of? <month>", date),
        rule("month-day-year", "( <wday> ,? )? <month> the? <dnum> ,? <year>", date),
        rule("month-day", "( <wday> ,? )? <month> the? <dnum>", date),
        rule("month-day-day", "( <wday> ,? )? ( the )? <ord> of <month> ( ,? <year> )?") { match in
            guard let day = match.number("ord"), (1...31).contains(day) else { return nil }
            return parts {
                ($0.weekday, $0.day, $0.month, $0.year) = (match.number("wday"), day, match.number("month"), match.number("year"))
            }
        },
        rule("month-of-year", "<month> ,|of|in? the? year? <year>", date),
        rule("month-dash-year", "<month> - <year>", date),
        rule("month", "<month>", date),
        rule("the-month-of", "the month of <month> ( ,? <year> )?", date),
        rule("month-of-running-year", "<month> of|in that|the same? year") { match in
            var parts = CalendarParts()
            parts.month = match.number("month")
            return .ofRunningYear(parts)
        },
        rule("month-last-year", "( <dnum> )? <month> ( <dnum> )? ,? ( of )? which:last|this|next|the year") { match in
            guard let month = match.number("month"), let which = match.word("which"), which != "the" else { return nil }
            let offset = which == "last" ? -1 : which == "next" ? 1 : 0
            return parts { ($0.month, $0.day, $0.yearOffset) = (month, match.number("dnum"), offset) }
        },
        rule("weekday", "<weekday>", date),
        rule("short-weekday", "wday:<wday> ,? clock:<clock>") { match in
            guard let clock = match.clock() else { return nil }
            return .clock(clock, date(match))
        },
        rule("weekday-the-nth", "<wday> ,? the <ord>") { match in
            guard let day = match.number("ord"), (1...31).contains(day) else { return nil }
            return parts { ($0.weekday, $0.day) = (match.number("wday"), day) }
        },
        rule("nth-of-this-month", "the? <ord> of which:this|last|next|the|that|the month") { match in
            guard let day = match.number("ord"), (1...31).contains(day), let which = match.word("which") else { return nil }
            let offset = which == "last" ? -1 : which == "next" ? 1 : 0
            return .shift(
                Amount(count: day - 1), .day, sign: 1,
                from: .meaning(.part(.start, which == "that" || which == "the" ? .running(.month, 0) : .unit(.month, offset))))
        },
    ]

    private static let years: [Rule] = [
        rule("year", "<year>", date),
        rule("the-year", "the? year|years of? <year>", date),
        rule("year-end", "year-end|yearend <year>", date),
        rule("fiscal-year", "fiscal|financial year? <year>") { match in
            parts { ($0.year, $0.isFiscal) = (match.number("year"), true) }
        },
        rule("decade", "the? <decade>") { match in
            guard let decade = match.number("decade") else { return nil }
            // Two digits ("the 90s") come as a negative number.
            return parts { if decade < 0 { $0.decadeOfCentury = decade + 100 } else { $0.decade = decade } }
        },
        rule("decade-apostrophe", "the? ' <decade>") { match in
            guard let decade = match.number("decade"), decade < 0 else { return nil }
            return parts { $0.decadeOfCentury = decade + 100 }
        },
        rule("decade-word", "the decade:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", decadeWord),
        rule("decade-word-inner", inner: true, "decade:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", decadeWord),
        rule("century", "the? <ord> - century") { match in century(match, isBefore: false) },
        rule("century-bc", "the? <ord> -? century bc|bce") { match in century(match, isBefore: true) },
        rule("century-ad", "the? <ord> century ad|ce?") { match in century(match, isBefore: false) },
    ]

    @Sendable private static func decadeWord(_ match: Match) -> Meaning? {
        let names = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
        guard let word = match.word("decade"), let index = names.firstIndex(of: word) else { return nil }
        return parts { $0.decadeOfCentury = index + 2 }
    }

    private static func century(_ match: Match, isBefore: Bool) -> Meaning? {
        guard let number = match.number("ord"), (1...21).contains(number) else { return nil }
        return parts { $0.century = isBefore ? -number : number }
    }

    private static func quarter(_ match: Match) -> Meaning? {
        guard let number = match.number("ord") ?? match.number("q"), (1...4).contains(number) else { return nil }
        return parts { ($0.quarter, $0.year) = (number, match.number("year")) }
    }

    private static let quarters: [Rule] = [
        rule("quarter", "the|its|their? fiscal? -? <ord> -|fiscal|calendar? quarter ( of|, <year> )?", quarter),
        rule("quarter-plain-year", "the? fiscal? -? <ord> -? quarter <year>", quarter),
        rule("year-quarter", "the? <year> 's? <ord> -? quarter", quarter),
        rule("year-quarter-of", "which:last|this|next year 's <ord> -? quarter") { match in
            guard let number = match.number("ord"), (1...4).contains(number), let which = match.word("which") else { return nil }
            return .quarter(number, which == "last" ? -1 : which == "next" ? 1 : 0)
        },
        rule("quarter-of-year", "the? <ord> -? quarter of which:last|this|next|the year") { match in
            guard let number = match.number("ord"), (1...4).contains(number), let which = match.word("which") else { return nil }
            return .quarter(number, which == "last" ? -1 : which == "next" ? 1 : 0)
        },
        rule("q-quarter", "q:q1|q2|q3|q4 of? <year>?") { match in
            guard let word = match.word("q"), let number = word.last?.wholeNumberValue else { return nil }
            return parts { ($0.quarter, $0.year) = (number, match.number("year")) }
        },
        rule("half-of-year", "the? h:first|second|latter -? half of <year>") { match in
            parts { ($0.half, $0.year) = (match.word("h") == "first" ? 1 : 2, match.number("year")) }
        },
        rule("half-of-this-year", "the? h:first|second|latter half of the year") { match in
            parts { $0.half = match.word("h") == "first" ? 1 : 2 }
        },
        rule("first-half", "the? h:first|second - half") { match in
            parts { $0.half = match.word("h") == "first" ? 1 : 2 }
        },
        rule("season-year", "the? <season> ,|of|in? the? year? <year>") { match in
            parts { ($0.season, $0.year) = (match.season(), match.number("year")) }
        },
        rule("season", "the? <season>") { match in parts { $0.season = match.season() } },
        rule("season-of-running-year", "the? <season> of that|the same? year") { match in
            var parts = CalendarParts()
            parts.season = match.season()
            return .ofRunningYear(parts)
        },
        rule("season-of-next-year", "the? <season> of which:last|this|next year") { match in
            guard let season = match.season(), let which = match.word("which") else { return nil }
            return parts { ($0.season, $0.yearOffset) = (season, which == "last" ? -1 : which == "next" ? 1 : 0) }
        },
    ]

    private static let eras: [Rule] = [
        rule("month-bc", "( <dnum> )? <month> <anynum> bc|bce") { match in
            guard let year = match.number("anynum"), (1...9999).contains(year) else { return nil }
            return parts { ($0.year, $0.month) = (-year, match.number("month")) }
        },
        rule("season-bc", "the? <season> of? <anynum> bc|bce") { match in
            guard let year = match.number("anynum"), (1...9999).contains(year) else { return nil }
            return parts { ($0.year, $0.season) = (-year, match.season()) }
        },
        rule("year-bc", "<anynum> bc|bce") { match in
            guard let year = match.number("anynum"), (1...9999).contains(year) else { return nil }
            return parts { $0.year = -year }
        },
        rule("decade-bc", "the? <decade> bc|bce") { match in
            guard let decade = match.number("decade") else { return nil }
            return parts { $0.decade = -(decade < 0 ? decade + 100 : decade) }
        },
        rule("year-ad", "ad|ce <anynum>") { match in
            guard let year = match.number("anynum"), (1...2100).contains(year) else { return nil }
            return parts { $0.year = year }
        },
        rule("year-ad-after", "<anynum> ad|ce") { match in
            guard let year = match.number("anynum"), (1...2100).contains(year) else { return nil }
            return parts { $0.year = year }
        },
    ]
}
