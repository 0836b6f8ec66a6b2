internal import HearsayCore

/// Days with names, computed: nothing is looked up.
enum HolidayCalendar {
    static func day(_ holiday: Holiday, in year: Int) -> Day? {
        switch holiday {
        case .christmas: Day(year, 12, 25)
        case .christmasEve: Day(year, 12, 24)
        case .boxingDay: Day(year, 12, 26)
        case .orthodoxChristmas: Day(year, 1, 7)
        case .newYear: Day(year, 1, 1)
        case .newYearEve: Day(year, 12, 31)
        case .epiphany: Day(year, 1, 6)
        case .easter: easter(year)
        case .easterWeek: easter(year)?.adding(-6)
        case .easterMonday: easter(year)?.adding(1)
        case .goodFriday: easter(year)?.adding(-2)
        case .palmSunday: easter(year)?.adding(-7)
        case .labourDay: Day(year, 5, 1)
        case .victoryDay: Day(year, 5, 9)
        case .bastilleDay: Day(year, 7, 14)
        case .independenceDay: Day(year, 7, 4)
        case .veteransDay: Day(year, 11, 11)
        case .valentine: Day(year, 2, 14)
        case .stPatrick: Day(year, 3, 17)
        case .womensDay: Day(year, 3, 8)
        case .halloween: Day(year, 10, 31)
        case .thanksgiving: nth(4, weekday: 4, year, 11)
        case .laborDay: nth(1, weekday: 1, year, 9)
        case .mlk: nth(3, weekday: 1, year, 1)
        case .electionDay: nth(1, weekday: 1, year, 11)?.adding(1)
        case .memorialDay: Day(year, 5, 31).map { $0.adding(1 - $0.weekday) }
        case .nowruz: ForeignCalendar.persian.range(year - 621, 1, 1)?.from
        case .newroz: Day(year, 3, 21)
        case .passover: HebrewCalendar.newYear(inAutumnOf: year)?.adding(-163)
        case .shavuot: HebrewCalendar.newYear(inAutumnOf: year)?.adding(-113)
        case .roshHashanah: HebrewCalendar.newYear(inAutumnOf: year)
        case .yomKippur: HebrewCalendar.newYear(inAutumnOf: year)?.adding(9)
        case .sukkot: HebrewCalendar.newYear(inAutumnOf: year)?.adding(14)
        case .simchatTorah: HebrewCalendar.newYear(inAutumnOf: year)?.adding(21)
        case .eidFitr: islamic(10, 1, year)
        case .eidAdha: islamic(12, 10, year)
        case .ashura: islamic(1, 10, year)
        case .arbaeen: islamic(2, 20, year)
        case .mawlid: islamic(3, 12, year)
        case .ramadan: islamic(9, 1, year)
        case .qudsDay:
            // The last Friday of Ramadan.
            islamic(10, 1, year).map { $0.adding(-(($0.weekday - 5 + 6) % 7) - 1) }
        }
    }

    /// The first such day of the Islamic calendar in a year of ours.
    private static func islamic(_ month: Int, _ day: Int, _ year: Int) -> Day? {
        guard let middle = Day(year, 7, 1) else { return nil }
        let around = ForeignCalendar.islamic.year(of: middle)
        return (-1...1).compactMap { ForeignCalendar.islamic.range(around + $0, month, day)?.from }.first { $0.year == year }
    }

    private static func nth(_ count: Int, weekday: Int, _ year: Int, _ month: Int) -> Day? {
        guard let first = Day(year, month, 1) else { return nil }
        return first.adding((weekday - first.weekday + 7) % 7 + (count - 1) * 7)
    }

    /// Gregorian Easter by the anonymous computus.
    static func easter(_ year: Int) -> Day? {
        guard (1...9999).contains(year) else { return nil }
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 19 * l) / 433
        let n = (h + l - 7 * m + 90) / 25
        return Day(year, n, (h + l - 7 * m + 33 * n + 19) % 32)
    }
}

/// The Hebrew calendar as far as the days of news need it: its new year, from which the others are counted.
enum HebrewCalendar {
    /// The first of Tishri: the day of the mean new moon, put off by the four rules.
    static func newYear(inAutumnOf year: Int) -> Day? {
        guard (1...9000).contains(year) else { return nil }
        let hebrew = year + 3761
        return Day(number: delay(hebrew) - 2_092_590)
    }

    /// Days from the calendar's beginning to the new year.
    private static func delay(_ year: Int) -> Int {
        let last = elapsed(year - 1)
        let this = elapsed(year)
        let next = elapsed(year + 1)
        return this + (next - this == 356 ? 2 : this - last == 382 ? 1 : 0)
    }

    private static func elapsed(_ year: Int) -> Int {
        let months = (235 * year - 234) / 19
        let parts = 12_084 + 13_753 * months
        let day = months * 29 + parts / 25_920
        return (3 * (day + 1)) % 7 < 3 ? day + 1 : day
    }
}

/// The Islamic calendar by its thirty-year table and the Persian by its 2820-year cycle.
enum ForeignCalendar: Sendable {
    case islamic, persian

    /// The calendar's year that a day lies in.
    func year(of day: Day) -> Int {
        switch self {
        case .islamic:
            // Mean length of the lunar year, then set right.
            var year = (day.number - islamicStart(1, 1)) * 30 / 10631 + 1
            while islamicStart(year + 1, 1) <= day.number { year += 1 }
            while islamicStart(year, 1) > day.number { year -= 1 }
            return year
        case .persian:
            var year = day.year - 622
            while persianStart(year + 1) <= day.number { year += 1 }
            while persianStart(year) > day.number { year -= 1 }
            return year
        }
    }

    /// The days of a month, or one day of it.
    func range(_ year: Int, _ month: Int, _ day: Int?) -> DateRange? {
        guard (1...9000).contains(year), (1...12).contains(month) else { return nil }
        let first: Int
        let length: Int
        switch self {
        case .islamic:
            first = islamicStart(year, month)
            length = month == 12 ? islamicStart(year + 1, 1) - first : islamicStart(year, month + 1) - first
        case .persian:
            first = persianStart(year) + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30)
            length = month <= 6 ? 31 : month < 12 ? 30 : persianStart(year + 1) - first
        }
        guard let day else { return DateRange(Day(number: first), Day(number: first + length - 1)) }
        guard day >= 1, day <= length else { return nil }
        return DateRange(Day(number: first + day - 1))
    }

    /// Civil epoch: 16 July 622 Julian, 19 July 622 Gregorian.
    private func islamicStart(_ year: Int, _ month: Int) -> Int {
        let epoch = 1_948_440 - 2_440_588
        return (month - 1) * 29 + month / 2 + (year - 1) * 354 + (3 + 11 * year).flooredBy(30) + epoch - 0
    }

    /// First of Farvardin (Birashk's cycle of 2820 years, right for the years of news).
    private func persianStart(_ year: Int) -> Int {
        let base = year - 474
        let cycle = 474 + base - base.flooredBy(2820) * 2820
        return (cycle * 682 - 110).flooredBy(2816) + (cycle - 1) * 365 + base.flooredBy(2820) * 1_029_983 + 1_948_320 - 2_440_588 + 1
    }
}

extension Int {
    /// Division that rounds towards minus infinity.
    fileprivate func flooredBy(_ divisor: Int) -> Int { self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor) }
}
