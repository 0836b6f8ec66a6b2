internal import HearsayCore

/// What a time expression says before anything is known about the day it was written.
indirect enum Meaning: Hashable, Sendable {
    /// Parts of the calendar as named; what is missing is filled in by the resolver.
    case calendar(CalendarParts)
    /// today 0, yesterday -1
    case today(Int)
    /// this week 0, last month -1, next year 1
    case unit(Unit, Int)
    /// "last Monday" -1, "this Monday" 0, "next Monday" 1
    case weekday(Int, Int)
    case month(Int, Int)
    case season(Season, Int)
    case quarter(Int, Int)
    /// "that day" 0, "the following week" 1, "the previous year" -1: counted from the date last named
    case running(Unit, Int)
    /// "the year", "the week": of publication in news, of the date last named in a history
    case theUnit(Unit)
    /// "the past year": the twelve months up to now
    case pastUnit(Unit)
    /// "the latest quarter"
    case latestQuarter
    /// "since then": the date last named, as it stands
    case runningSame
    /// "during this period": the stretch last named, without a value of its own
    case thatPeriod
    /// "two weeks ago", "three days after the election on 5 May"
    case shift(Amount, Unit, sign: Int, from: Anchor)
    case duration(Amount, Unit, Direction)
    case past, present, future
    case clock(Clock, Meaning?)
    case dayPart(DayPart, Meaning?)
    /// "overnight into Tuesday": the day before, through that day
    case nightInto(Meaning)
    /// "the night of 5 May": may reach past midnight
    case nightOf(Meaning)
    case part(Part, Meaning)
    /// A TIMEX3 value for what returns: "P1D", "XXXX-WXX-5"
    case set(String)
    /// "the past three summers"
    case pastSeasons(Int?, Season)
    case holiday(Holiday, year: Int?)
    case islamic(month: Int, day: Int?, year: Int?)
    case persian(month: Int, day: Int?, year: Int?)
    /// Typed, but its anchor is not in the words: "three weeks into the war", "the fourth day of the siege".
    case unanchored(String)
    /// "the eighth day of the siege": typed, and its first day can be counted back from the day of publication.
    case nth(Int, Unit)
    /// "the second week of March": the eighth to the fourteenth.
    case weekOf(Int, Meaning)
    /// "the third anniversary of 24 February 2022"
    case anniversary(Int, Meaning)
    /// "July of that year", "that winter": in the year last named.
    case ofRunningYear(CalendarParts)
    /// "around 12 May"
    case about(Meaning)

    enum Anchor: Hashable, Sendable {
        case publication, running
        case meaning(Meaning)
    }
    enum Direction: Hashable, Sendable { case past, future, none, recent }
}

struct CalendarParts: Hashable, Sendable {
    var year: Int?
    var month: Int?
    var day: Int?
    var weekday: Int?
    var season: Season?
    var quarter: Int?
    var half: Int?
    /// Year divided by ten.
    var decade: Int?
    /// "the nineties": the decade within a century that is not named.
    var decadeOfCentury: Int?
    var century: Int?
    /// "in May last year": counted from the year of publication.
    var yearOffset: Int?
    var isFiscal = false
}

/// How many of a unit: nil where the text leaves it open ("several days").
struct Amount: Hashable, Sendable {
    var count: Int?
    var isHalf = false
    /// "two or three": the larger.
    var high: Int?
    /// "about", "some", "nearly": the count is not exact.
    var isApproximate = false

    /// As TIMEX3 writes it.
    var text: String {
        guard let count else { return "X" }
        return isHalf ? "\(count).5" : String(count)
    }
}

struct Clock: Hashable, Sendable {
    var hour: Int
    var minute: Int?
    var zone: String?
    var text: String {
        let hours = hour < 10 ? "0\(hour)" : String(hour)
        guard let minute else { return "T" + hours }
        return "T" + hours + (minute < 10 ? ":0\(minute)" : ":\(minute)")
    }
}

enum Holiday: String, Hashable, Sendable {
    case christmas, christmasEve, newYear, newYearEve, easter, goodFriday, palmSunday, thanksgiving, labourDay,
        independenceDay, victoryDay, veteransDay, valentine, halloween, womensDay, eidFitr, eidAdha, ashura, arbaeen,
        mawlid, nowruz, epiphany, orthodoxChristmas, memorialDay, electionDay, laborDay, easterMonday, easterWeek, mlk,
        qudsDay, bastilleDay, stPatrick, ramadan, boxingDay, newroz, passover, shavuot, roshHashanah, yomKippur, sukkot, simchatTorah
}
