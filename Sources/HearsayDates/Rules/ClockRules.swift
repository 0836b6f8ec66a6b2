internal import HearsayCore

/// Times and parts of the day, alone or with their day.
enum ClockRules {
    private static func clock(_ match: Match) -> Meaning? {
        guard var clock = match.clock() else { return nil }
        clock.zone = clock.zone ?? match.word("zone")
        return .clock(clock, match.meaning())
    }
    private static func night(_ match: Match) -> Meaning? {
        guard let part = match.dayPart(), let meaning = match.meaning() else { return nil }
        return part == .night ? .nightOf(meaning) : .dayPart(part, meaning)
    }
    /// "the night of 3 to 4 March": into the second.
    @Sendable private static func nightOfTwo(_ match: Match) -> Meaning? {
        guard let first = match.number("dnum"), let second = match.number("second"), second == first + 1 || second == 1 else { return nil }
        var parts = CalendarParts()
        (parts.year, parts.month, parts.day) = (match.number("year"), match.number("month"), second)
        return .nightInto(.calendar(parts))
    }
    private static func part(_ match: Match) -> Meaning? { match.dayPart().map { .dayPart($0, match.meaning()) } }

    static let all: [Rule] = [
        rule("clock", "<clock>", clock),
        rule("clock-day", tier: 1, "<clock> ,? zone:<zone>? ,? on|of? <date>", clock),
        rule("clock-paren-day", tier: 1, "<clock> LP <clock> RP ,? on? <date>", clock),
        rule("clock-paren", "<clock> LP <clock> RP", clock),
        rule("day-clock", tier: 1, "<date> ,? at about|around|approximately|roughly|precisely|exactly? <clock>", clock),
        rule("clock-o-in-part", "<clock> in the|this? <daypart> ( of|on? )?") { match in
            guard var clock = match.clock(), let part = match.dayPart() else { return nil }
            if clock.hour < 12, part == .afternoon || part == .evening { clock.hour += 12 }
            return .clock(clock, nil)
        },
        rule("this-part", "which:this|that|the|last|yesterday|tomorrow same|very? <daypart>") { match in
            guard let part = match.dayPart(), let which = match.word("which") else { return nil }
            switch which {
            case "this": return .dayPart(part, .today(0))
            case "last": return part == .night || part == .evening ? .dayPart(part, .today(-1)) : nil
            case "yesterday": return .dayPart(part, .today(-1))
            case "tomorrow": return .dayPart(part, .today(1))
            default: return .dayPart(part, .running(.day, 0))
            }
        },
        rule("later-this-part", "earlier|later|early|late this <daypart>") { match in
            match.dayPart().map { .dayPart($0, .today(0)) }
        },
        rule("the-night-before", "the which:previous|following|next|preceding <daypart>") { match in
            guard let part = match.dayPart(), let offset = RelativeRules.offset(match.word("which")) else { return nil }
            return .dayPart(part, .running(.day, offset))
        },
        rule("night-before-last", "the night before last") { _ in .dayPart(.night, .today(-2)) },
        rule("night-before", "the <daypart> which:before|after") { match in
            match.dayPart().map { .dayPart($0, .running(.day, match.word("which") == "before" ? -1 : 1)) }
        },
        rule("daypart", "late|early|mid? -? <daypart>", part),
        rule("early-hours", "the? early|wee|small|pre morning? -|dawn? hours", { _ in .dayPart(.morning, nil) }),
        rule("early-hours-of", tier: 1, "the? early|wee|small morning|predawn? hours of|on <date>") { match in
            match.meaning().map { .dayPart(.morning, $0) }
        },
        rule("predawn-hours-of", tier: 1, "the? predawn hours of|on <date>") { match in match.meaning().map { .dayPart(.morning, $0) } },
        rule("predawn-hyphen-hours-of", tier: 1, "the? pre - dawn hours of|on <date>") { match in match.meaning().map { .dayPart(.morning, $0) } },
        rule("predawn-hours", "the? predawn hours", { _ in .dayPart(.morning, nil) }),
        rule("night-of-two-days", "overnight|night of|from? <dnum> to|-|and|/|into second:<dnum> of? <month> ,? ( <year> )?", nightOfTwo),
        rule("the-night-of-two-days", "the night of|from? <dnum> to|-|and|/|into second:<dnum> of? <month> ,? ( <year> )?", nightOfTwo),
        rule("night-of-month-days", "the? overnight|night of|from? <month> <dnum> to|-|and|/|into second:<dnum> ,? ( <year> )?", nightOfTwo),
        rule("part-of-day", tier: 1, "the|this|that? early|late|mid? -? <daypart> hours? of|on|, <date>", night),
        rule("part-then-day", tier: 1, "early|late|mid? -? <daypart> <date>", part),
        rule("the-part-of-day", tier: 1, "early|late in|on the <daypart> of|on <date>", part),
        rule("day-part", tier: 1, "early|late? <date> 's? early|late? <daypart>", part),
        rule("small-hours-day", tier: 1, "<date> in the early|small hours") { match in match.meaning().map { .dayPart(.morning, $0) } },
        rule("overnight-into", tier: 1, "overnight|overnights into|to <date>") { match in match.meaning().map { .nightInto($0) } },
        rule("overnight-from", tier: 1, "overnight from? first:<date> to|into|-|and <date>") { match in
            guard case .meaning(let last)? = match.captures.last?.value, last.parts != nil || last.isToday,
                match.meaning()?.parts != nil || match.meaning()?.isToday == true
            else { return nil }
            return .nightInto(last)
        },
        rule("night-from-to", tier: 1, "the? night of|from? first:<date> to|into|-|and <date>") { match in
            guard case .meaning(let last)? = match.captures.last?.value, last.parts != nil || last.isToday,
                match.meaning()?.parts != nil || match.meaning()?.isToday == true
            else { return nil }
            return .nightInto(last)
        },
        rule("overnight-day", tier: 1, "overnight on? <date>", part),
    ]
}
