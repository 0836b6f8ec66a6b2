internal import HearsayCore

/// Longer phrases around a date: "the end of May", "early on Tuesday", "the day after Christmas", "the week of 5 May".
enum PartRules {
    static func part(_ word: String?) -> Part? {
        switch word {
        case "early": .early
        case "mid", "middle", "midst": .mid
        case "late": .late
        case "start", "beginning", "onset", "outset": .start
        case "end", "close", "ending", "conclusion": .end
        case "earlier": .earlier
        case "later": .later
        case "rest", "remainder", "course", "duration", "whole", "entirety": .rest
        default: nil
        }
    }

    private static func make(_ match: Match) -> Meaning? {
        guard let part = part(match.word("part")), let meaning = match.meaning() else { return nil }
        return .part(part, meaning)
    }

    static let all: [Rule] = [
        rule("early", tier: 1, "the? part:early|mid|late|middle|earlier|later -? ( part|stages|days|months of )? ( on|in )? <date>", make),
        rule("early-in", tier: 1, "part:early|late|earlier|later on|in|this|that <date>", make),
        rule("the-end-of", tier: 1, "the? very? part:end|beginning|start|middle|close|onset|rest|remainder|ending|outset of|to <date>", make),
        rule("at-end", tier: 1, "part:mid - <date>", make),
        rule(
            "the-latter-part", tier: 1,
            "the which:latter|first|second|early|late|last|final|closing part|half|stages|months|weeks|days|days of <date>"
        ) { match in
            guard let meaning = match.meaning(), let which = match.word("which") else { return nil }
            return .part(which == "first" || which == "early" ? .firstHalf : .secondHalf, meaning)
        },
        rule("first-amount-of", tier: 1, "the which:first|last|final|opening|closing <amount>? <unit> of <date>") { match in
            guard let unit = match.unit(), let meaning = match.meaning() else { return nil }
            let count = match.amount()?.count ?? (match.isPlural ? nil : 1)
            guard let count else { return .part(match.word("which") == "last" || match.word("which") == "final" ? .end : .start, meaning) }
            let isLast = match.word("which") == "last" || match.word("which") == "final" || match.word("which") == "closing"
            if count == 1 { return .part(isLast ? .end : .start, meaning) }
            return .duration(Amount(count: count), unit, .none)
        },
        rule("day-after", tier: 1, "the|a <unit> which:before|after|following|preceding <date>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, let meaning = match.meaning(), let which = match.word("which") else {
                return nil
            }
            return .shift(Amount(count: 1), unit, sign: which == "before" || which == "preceding" ? -1 : 1, from: .meaning(meaning))
        },
        rule("amount-after", tier: 1, "<amount> <unit> which:before|after|following|preceding|since|from <date>") { match in
            guard let (amount, unit) = DurationRules.pair(match), let meaning = match.meaning(), let which = match.word("which") else { return nil }
            return .shift(amount, unit, sign: which == "before" || which == "preceding" ? -1 : 1, from: .meaning(meaning))
        },
        rule("the-eve-of", tier: 1, "the? eve of <date>") { match in
            match.meaning().map { .shift(Amount(count: 1), .day, sign: -1, from: .meaning($0)) }
        },
        rule("week-of", tier: 1, "the? <unit> of|beginning|starting|ending|ended ( on )? <date>") { match in
            guard let unit = match.unit(), !match.isPlural, unit == .week || unit == .weekend, let meaning = match.meaning() else { return nil }
            return .shift(Amount(count: 0), unit, sign: 1, from: .meaning(meaning))
        },
        rule("nth-week-of", tier: 1, "the? <ord> week of|in <date>") { match in
            guard let number = match.number("ord"), (1...5).contains(number), let meaning = match.meaning(), let parts = meaning.parts,
                parts.month != nil, parts.day == nil
            else { return nil }
            return .weekOf(number, meaning)
        },
        // "day 12 of the war", "week three of the siege"
        rule("unit-n", "unit:day|week|month <anynum> of|in the|its|a|his|her|their") { match in
            guard let number = match.number("anynum"), number > 0, let word = match.word("unit"), let unit = Lexicon.units[word] else { return nil }
            return .nth(number, unit)
        },
        rule("around", tier: 2, "around|about|circa|ca|c .? <point>") { match in match.meaning().map { .about($0) } },
        rule("part-of-part", tier: 2, "the? part:earlier|later|early|mid|late -? of|in|on? <point>", make),
        rule("end-of-part", tier: 2, "the? very? part:end|beginning|start|middle of <point>", make),
        rule("part-of-point", tier: 2, "early|late in|on the <daypart> of|on <point>") { match in
            guard let part = match.dayPart() else { return nil }
            return .dayPart(part, match.meaning())
        },
        rule("clock-of-point", tier: 2, "<clock> ,? on? <point>") { match in
            guard let clock = match.clock(), let meaning = match.meaning() else { return nil }
            return .clock(clock, meaning)
        },
        rule("amount-into", "<amount> <unit> into the|its|a|his|her|their") { match in
            guard let (amount, unit) = DurationRules.pair(match) else { return nil }
            return .unanchored(unit.duration(amount.text))
        },
        rule("nth-day-of", "the <ord> <adjective>? <unit> of|running|in") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, unit != .quarter, unit != .century else { return nil }
            return .nth(match.number("ord") ?? 0, unit)
        },
        rule("nth-day", "the|a|its|his|their|her <ord> <adjective>? <unit>") { match in
            guard let unit = match.unit(), !match.isPlural, unit >= .day, unit <= .year else { return nil }
            return unit == .quarter || unit == .century ? nil : .nth(match.number("ord") ?? 0, unit)
        },
    ]
}
