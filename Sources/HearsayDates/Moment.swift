internal import HearsayCore

/// A named stretch of the calendar, as fine as the text names it: a day, a week, a month, … a century.
///
/// Years before Christ are negative: 499 BC is -499. There is no year 0.
enum Moment: Hashable, Sendable {
    case day(Day)
    /// By its Monday.
    case week(Day)
    case weekend(Day)
    case month(Int, Int)
    case quarter(Int, Int)
    case half(Int, Int)
    case season(Int, Season)
    case year(Int)
    /// The year divided by ten: the 1990s are 199.
    case decade(Int)
    /// The 20th century is 20.
    case century(Int)

    var unit: Unit {
        switch self {
        case .day: .day
        case .week: .week
        case .weekend: .weekend
        case .month: .month
        case .quarter: .quarter
        case .half: .half
        case .season: .season
        case .year: .year
        case .decade: .decade
        case .century: .century
        }
    }

    var year: Int {
        switch self {
        case .day(let day): day.year
        case .week(let monday), .weekend(let monday): monday.adding(3).year
        case .month(let year, _), .quarter(let year, _), .half(let year, _), .season(let year, _), .year(let year): year
        case .decade(let decade): decade * 10
        case .century(let century): century > 0 ? (century - 1) * 100 + 1 : century * 100
        }
    }

    /// The month, where the moment lies in one.
    var month: Int? {
        switch self {
        case .day(let day): day.month
        case .week(let monday), .weekend(let monday): monday.adding(3).month
        case .month(_, let month): month
        case .quarter(_, let quarter): quarter * 3 - 1
        case .season(_, let season): season.firstMonth == 12 ? 1 : season.firstMonth + 1
        default: nil
        }
    }

    /// TIMEX3's value.
    var value: String {
        switch self {
        case .day(let day): return day.description
        case .week(let monday):
            let (year, week) = Moment.isoWeek(monday)
            return "\(pad(year, 4))-W\(pad(week, 2))"
        case .weekend(let monday): return Moment.week(monday).value + "-WE"
        case .month(let year, let month): return "\(name(year))-\(pad(month, 2))"
        case .quarter(let year, let quarter): return "\(name(year))-Q\(quarter)"
        case .half(let year, let half): return "\(name(year))-H\(half)"
        case .season(let year, let season): return "\(name(year))-\(season.rawValue)"
        case .year(let year): return name(year)
        case .decade(let decade): return decade < 0 ? "BC" + pad(-decade, 3) : pad(decade, 3)
        case .century(let century): return century < 0 ? "BC" + pad(-century - 1, 2) : pad(century - 1, 2)
        }
    }

    /// The days it covers; nil for times before Christ, which Day does not hold.
    var range: DateRange? {
        func days(_ fromYear: Int, _ fromMonth: Int, _ toYear: Int, _ toMonth: Int) -> DateRange? {
            guard let from = Day(fromYear, fromMonth, 1), (1...9999).contains(toYear),
                let to = Day(toYear, toMonth, Day.length(of: toMonth, in: toYear))
            else { return nil }
            return DateRange(from, to)
        }
        switch self {
        case .day(let day): return DateRange(day)
        case .week(let monday): return DateRange(monday, monday.adding(6))
        case .weekend(let monday): return DateRange(monday.adding(5), monday.adding(6))
        case .month(let year, let month): return days(year, month, year, month)
        case .quarter(let year, let quarter): return days(year, quarter * 3 - 2, year, quarter * 3)
        case .half(let year, let half): return days(year, half * 6 - 5, year, half * 6)
        case .season(let year, .winter): return days(year, 12, year + 1, 2)
        case .season(let year, let season): return days(year, season.firstMonth, year, season.firstMonth + 2)
        case .year(let year): return days(year, 1, year, 12)
        case .decade(let decade): return decade < 0 ? nil : days(max(1, decade * 10), 1, decade * 10 + 9, 12)
        case .century(let century): return century < 1 ? nil : days(century * 100 - 99, 1, century * 100, 12)
        }
    }

    /// The stretch of another size around it: the week of a day, the year of a month. nil where it is not in one.
    func within(_ unit: Unit) -> Moment? {
        switch unit {
        case .day:
            if case .day = self { return self }
            return nil
        case .week, .weekend:
            switch self {
            case .day(let day):
                let monday = day.adding(1 - day.weekday)
                return unit == .week ? .week(monday) : .weekend(monday)
            case .week(let monday), .weekend(let monday): return unit == .week ? .week(monday) : .weekend(monday)
            default: return nil
            }
        case .month: return month.map { .month(year, $0) }
        case .quarter: return month.map { .quarter(year, ($0 + 2) / 3) }
        case .half: return month.map { .half(year, $0 <= 6 ? 1 : 2) }
        case .season:
            guard let month else { return nil }
            if month <= 2 { return .season(Moment.shift(year, -1), .winter) }
            return .season(year, month <= 5 ? .spring : month <= 8 ? .summer : month <= 11 ? .autumn : .winter)
        case .year: return unit < self.unit ? nil : .year(year)
        case .decade: return self.unit > .decade ? nil : .decade(year < 0 ? -(-year / 10) : year / 10)
        case .century: return self.unit > .century ? nil : .century(year < 0 ? -((-year - 1) / 100 + 1) : (year - 1) / 100 + 1)
        default: return nil
        }
    }

    /// So many units on or back. The grain stays, or grows to the unit: two years after a day in May is a year.
    func shifted(_ count: Int, _ unit: Unit) -> Moment? {
        let count = min(max(count, -100_000), 100_000)
        switch unit {
        case .second, .minute, .hour: return self
        case .day:
            guard case .day(let day) = self else { return nil }
            return .day(day.adding(count))
        case .week, .weekend:
            switch self {
            case .day(let day): return unit == .week ? .day(day.adding(count * 7)) : within(.weekend)?.shifted(count, .weekend)
            case .week(let monday): return .week(monday.adding(count * 7))
            case .weekend(let monday): return .weekend(monday.adding(count * 7))
            default: return nil
            }
        case .fortnight: return shifted(count * 2, .week)
        case .month:
            guard let month else { return nil }
            let total = (year < 0 ? year + 1 : year) * 12 + month - 1 + count
            let shifted = total >= 0 ? total / 12 : (total - 11) / 12
            return .month(shifted <= 0 ? shifted - 1 : shifted, total - shifted * 12 + 1)
        case .quarter:
            guard case .quarter(let year, let quarter)? = within(.quarter) else { return nil }
            let total = year * 4 + quarter - 1 + count
            return .quarter(total / 4, total % 4 + 1)
        case .half:
            guard case .half(let year, let half)? = within(.half) else { return nil }
            return .half((year * 2 + half - 1 + count) / 2, (year * 2 + half - 1 + count) % 2 + 1)
        case .season:
            guard case .season(let year, let season)? = within(.season) else { return nil }
            return .season(Moment.shift(year, count), season)
        case .year:
            switch self {
            case .quarter(let year, let quarter): return .quarter(Moment.shift(year, count), quarter)
            case .season(let year, let season): return .season(Moment.shift(year, count), season)
            case .decade, .century: return nil
            default: return .year(Moment.shift(year, count))
            }
        case .decade:
            guard case .decade(let decade)? = within(.decade) else { return nil }
            return .decade(decade + (decade < 0 ? count : count))
        case .century:
            guard case .century(let century)? = within(.century) else { return nil }
            return .century(century + count)
        case .millennium: return nil
        }
    }

    /// A year so many later; there is no year 0 to step on.
    static func shift(_ year: Int, _ count: Int) -> Int {
        let linear = (year < 0 ? year + 1 : year) + count
        return linear <= 0 ? linear - 1 : linear
    }

    /// ISO 8601: a week belongs to the year of its Thursday.
    static func isoWeek(_ monday: Day) -> (year: Int, week: Int) {
        let thursday = monday.adding(3)
        let first = Day(thursday.year, 1, 1) ?? thursday
        return (thursday.year, (thursday - first) / 7 + 1)
    }

    private func name(_ year: Int) -> String { year < 0 ? "BC" + pad(-year, 4) : pad(year, 4) }
    private func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
