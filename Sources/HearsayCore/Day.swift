/// One calendar day (proleptic Gregorian), without time or zone.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// nil when there is no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// "2023-09-19", also with a time behind it ("2023-09-19T07:00:00Z"); nil otherwise.
    public init?(iso text: some StringProtocol) {
        let head = text.utf8.prefix(10)
        guard head.count == 10 else { return nil }
        var numbers = [0, 0, 0]
        var part = 0
        for (index, byte) in head.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard byte >= 48, byte <= 57 else { return nil }
                numbers[part] = numbers[part] * 10 + Int(byte - 48)
            }
        }
        let rest = text.utf8.dropFirst(10).first
        guard rest == nil || rest == UInt8(ascii: "T") || rest == UInt8(ascii: " ") else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    /// Days since 1970-01-01.
    public var number: Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return era * 146_097 + doe - 719_468
    }

    /// Clamped to years 1...9999.
    public init(number: Int) {
        let z = min(max(number, -719_162), 2_932_896) + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        day = doy - (153 * mp + 2) / 5 + 1
        month = mp < 10 ? mp + 3 : mp - 9
        year = yoe + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public func adding(_ days: Int) -> Day { Day(number: number + days) }
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }
    public static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    public static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    public var description: String {
        let y = String(year)
        return String(repeating: "0", count: 4 - y.count) + y + "-" + two(month) + "-" + two(day)
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// The days on which something is said to have happened; nil ends are open.
///
/// "for months" gives ...2023-09-19; "overnight into Tuesday" gives 2023-09-18...2023-09-19.
public struct DateRange: Hashable, Sendable {
    public var from: Day?
    public var to: Day?

    public init(_ from: Day?, _ to: Day?) {
        self.from = from
        self.to = to
    }
    public init(_ day: Day) { self.init(day, day) }

    /// EDTF (level 1 and `..`): a day, month or year where the interval is one, an interval otherwise.
    public var edtf: String {
        switch (from, to) {
        case let (from?, to?):
            if from == to { return from.description }
            if from.day == 1, from.year == to.year {
                if from.month == to.month, to.day == Day.length(of: to.month, in: to.year) {
                    return String(from.description.prefix(7))
                }
                if from.month == 1, to.month == 12, to.day == 31 { return String(from.description.prefix(4)) }
            }
            return "\(from)/\(to)"
        case let (from?, nil): return "\(from)/.."
        case let (nil, to?): return "../\(to)"
        case (nil, nil): return "../.."
        }
    }
}
