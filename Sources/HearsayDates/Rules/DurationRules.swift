internal import HearsayCore

/// Lengths of time: "three days", "a five-day visit", "the past two weeks", "for months".
enum DurationRules {
    /// The amount and unit of a match; a fortnight is two weeks.
    static func pair(_ match: Match) -> (Amount, Unit)? {
        guard var amount = match.amount(), let unit = match.unit() else { return nil }
        guard unit == .fortnight else { return (amount, unit) }
        amount.count = amount.count.map { $0 * 2 }
        return (amount, .week)
    }

    private static func direction(_ which: String?) -> Meaning.Direction {
        switch which {
        case "past", "last", "previous", "preceding", "recent": .past
        case "next", "coming", "following", "ensuing", "upcoming", "subsequent": .future
        default: .none
        }
    }

    @Sendable private static func age(_ match: Match) -> Meaning? {
        guard let (amount, unit) = pair(match) else { return nil }
        return .duration(amount, unit, .none)
    }

    static let all: [Rule] = [
        rule("duration", "<amount> <adjective>? <adjective>? <unit>") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("within-the-hour", "within the <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit < .day else { return nil }
            return .duration(Amount(count: 1), unit, .none)
        },
        rule("duration-or-so", "<amount> <adjective>? <unit> or so|more|less|longer") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("a-year-or-two", "<amount> <unit> or anynum:<anynum>") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("duration-and-half", "<amount> <unit> and a half") { match in
            guard var (amount, unit) = pair(match) else { return nil }
            amount.isHalf = true
            return .duration(amount, unit, .none)
        },
        rule("hyphenated", "<amount> - <unit> ( -? long )?") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("age", loose: true, "<amount> - <unit> - old") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("age-apart", loose: true, "<amount> <unit> old", age),
        rule("of-age", loose: true, "<amount> <unit> of age", age),
        rule("unit-long", "<unit> - long|old") { match in
            guard let unit = match.unit() else { return nil }
            return .duration(Amount(count: match.isPlural ? nil : 1), unit, .none)
        },
        rule(
            "the-past-amount",
            "the|its|his|her|their? which:past|last|next|coming|following|first|final|latest|previous|preceding|ensuing|subsequent|opening|initial <amount> <adjective>? <unit> ( or so )?"
        ) { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, direction(match.word("which")))
        },
        rule("the-amount", "the|these|those <amount> <adjective>? <unit>") { match in
            guard let (amount, unit) = pair(match), amount.count != nil || match.isPlural else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("recent-units", "the? recent|past|last|few? <units>") { match in
            match.unit().map { .duration(Amount(count: nil), $0, .recent) }
        },
        rule("coming-units", "the? coming|next|following|ensuing <units>") { match in
            match.unit().map { .duration(Amount(count: nil), $0, .future) }
        },
        rule("first-units", "the first|last|final|early|opening|intervening|closing <units>") { match in
            match.unit().map { .duration(Amount(count: nil), $0, .none) }
        },
        rule("units", "the? <units>") { match in
            match.unit().map { .duration(Amount(count: nil), $0, .none) }
        },
        rule("unit-of-amount", "a period of <amount> <unit>") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
        rule("amount-unit-period", "the|a|an? <amount> - <unit> period") { match in
            guard let (amount, unit) = pair(match) else { return nil }
            return .duration(amount, unit, .none)
        },
    ]
}
