internal import HearsayCore

/// What returns: "every day", "weekly", "each Friday", "twice a month".
enum SetRules {
    private static func times(_ match: Match) -> Meaning? {
        guard let unit = match.unit(), unit >= .hour else { return nil }
        return .set(unit.duration("1"))
    }

    static let all: [Rule] = [
        rule("every-unit", "nearly|almost? every|each single|passing? <unit>", times),
        rule("every-other", "every other|second <unit>") { match in match.unit().map { .set($0.duration("2")) } },
        rule("every-amount", "every <amount> <units>") { match in
            guard let (amount, unit) = DurationRules.pair(match) else { return nil }
            return .set(unit.duration(amount.text))
        },
        rule("every-weekday", "every|each <weekday>") { match in match.number("weekday").map { .set("XXXX-WXX-\($0)") } },
        rule("weekdays", "<weekdays>") { match in match.number("weekdays").map { .set("XXXX-WXX-\($0)") } },
        rule("every-month", "every|each <month>") { match in
            match.number("month").map { .set($0 < 10 ? "XXXX-0\($0)" : "XXXX-\($0)") }
        },
        rule("every-month-day", "every|each <month> <dnum>") { match in
            guard let month = match.number("month"), let day = match.number("dnum") else { return nil }
            return .set("XXXX-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        },
        rule("every-season", "every|each <season>") { match in match.season().map { .set("XXXX-\($0.rawValue)") } },
        rule("past-seasons", "the past|last <amount> which:summers|winters|springs|autumns") { match in
            let seasons: [String: Season] = ["summers": .summer, "winters": .winter, "springs": .spring, "autumns": .autumn]
            guard let season = match.word("which").flatMap({ seasons[$0] }) else { return nil }
            return .pastSeasons(match.amount()?.count, season)
        },
        rule("every-daypart", "every|each|most morning|afternoon|evening|night|mornings|evenings|nights") { _ in .set("P1D") },
        rule("weekday-part-set", "<weekday> mornings|afternoons|evenings|nights") { match in
            match.number("weekday").map { .set("XXXX-WXX-\($0)") }
        },
        rule("times-a", "once|twice|thrice a|an|each|every|per <unit>", times),
        rule("amount-times-a", "<amount> times a|an|each|every|per <unit>", times),
        rule("per-unit", "per <unit>", times),
        rule("daily", "almost|nearly|twice? - daily") { _ in .set("P1D") },
        rule("daily-plain", "almost|nearly|twice? daily") { _ in .set("P1D") },
        rule("nightly", "nightly") { _ in .set("P1D") },
        rule("hourly", "hourly") { _ in .set("PT1H") },
        rule("weekly", "weekly") { _ in .set("P1W") },
        rule("biweekly", "biweekly|fortnightly") { _ in .set("P2W") },
        rule("monthly", "monthly") { _ in .set("P1M") },
        rule("quarterly", loose: true, "quarterly") { _ in .set("P3M") },
        rule("annually", "annually|yearly") { _ in .set("P1Y") },
        rule("annual", loose: true, "annual") { _ in .set("P1Y") },
        rule("day-and-night", "day and night") { _ in .set("P1D") },
    ]
}
