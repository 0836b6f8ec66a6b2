public import HearsayCore

/// A time expression with the days it stands for.
public struct ResolvedDate: Hashable, Sendable {
    public var expression: DateExpression
    public var type: TimexType
    /// TIMEX3's value; nil where nothing is known.
    public var value: String?
    /// TIMEX3's mod: START, MID, END, APPROX.
    public var modifier: String?
    /// The days, the word before it taken in: "since Saturday" reaches to the day of publication. nil where the text settles
    /// none.
    public var range: DateRange?
    /// "around 12 May"
    public var isApproximate: Bool

    /// EDTF level 1 with `..`; "2024-05-12~" where it is approximate.
    public var edtf: String? {
        guard let range, range.from != nil || range.to != nil else { return nil }
        return isApproximate && range.from == range.to ? range.edtf + "~" : range.edtf
    }
    /// For the ledger: the words, preposition taken in, and their days; nil where there are none.
    public func mention(in text: Text) -> DateMention? {
        guard let range, range.from != nil || range.to != nil else { return nil }
        return DateMention(Excerpt(expression.phrase, text[expression.phrase]), range)
    }
    /// The days that a length covers up to now: "eight days of fighting" and "its eighth day", told on the 21st, began on the 14th; nil
    /// for vague lengths.
    public func lasted(until published: Day) -> DateRange? {
        if case .nth(let count, .day) = expression.meaning, count > 0 { return DateRange(published.adding(1 - count), published) }
        guard type == .duration, let value, value.hasPrefix("P"), let count = Int(value.dropFirst().dropLast()), (1...400).contains(count) else {
            return nil
        }
        switch value.last {
        case "D": return DateRange(published.adding(1 - count), published)
        case "W": return DateRange(published.adding(1 - count * 7), published)
        // Months and years are counted whole.
        case "M":
            let total = published.year * 12 + published.month - 1 - count
            return DateRange(Day(total / 12, total % 12 + 1, 1), published)
        case "Y": return DateRange(Day(published.year - count, 1, 1), published)
        default: return nil
        }
    }
    public var ucdpPrecision: Int? { range.flatMap { DatePrecision.ucdp($0, isApproximate: isApproximate) } }
    public var acledPrecision: Int? { range.flatMap { DatePrecision.acled($0, isApproximate: isApproximate) } }
}

/// The codes by which conflict data sets say how exact a date is (TRUST 1.5).
public enum DatePrecision {
    /// UCDP date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 up to a year; nil where an end is open.
    public static func ucdp(_ range: DateRange, isApproximate: Bool = false) -> Int? {
        guard let from = range.from, let to = range.to, from <= to else { return nil }
        switch to - from + 1 {
        case 1: return isApproximate ? 2 : 1
        case 2...6: return 2
        case 7: return 3
        case 8...31: return 4
        case 32...366: return 5
        default: return nil
        }
    }
    /// ACLED time_precision: 1 a day, 2 up to a week, 3 up to a month; nil beyond.
    public static func acled(_ range: DateRange, isApproximate: Bool = false) -> Int? {
        guard let from = range.from, let to = range.to, from <= to else { return nil }
        switch to - from + 1 {
        case 1: return isApproximate ? 2 : 1
        case 2...7: return 2
        case 8...31: return 3
        default: return nil
        }
    }
}

/// Turns expressions into days, in the order of the text: each date named becomes what "that day" points to.
public struct DateResolver: Sendable {
    /// News counts from the day of publication; a history ("In April", "the next day") from the date last named.
    public enum Style: String, Sendable { case news, narrative }

    public var published: Day?
    public var style: Style
    /// The date last named.
    var running: Moment?
    /// Last quarter named: business news compares with it.
    var runningQuarter: Moment?
    private var lastDay: Day?
    private var lastDayEnd = -1_000_000

    public init(published: Day?, style: Style = .news) {
        self.published = published
        self.style = style
    }

    /// Resolves one expression and remembers its date. A nil tense takes the words' own guess.
    public mutating func resolve(_ expression: DateExpression, tense: Tense? = nil) -> ResolvedDate {
        let distance = expression.span.start - lastDayEnd
        var context = Context(
            published: published, style: style, running: running, quarter: runningQuarter, lastDay: lastDay, tense: tense ?? expression.tense,
            isGuess: tense == nil, signal: expression.signal)
        context.isDayNear = (0...160).contains(distance)
        let outcome = context.resolve(expression.meaning)
        if expression.isTimex, let moment = outcome.moment, outcome.remembers, !looksBack(expression) {
            // "December 7, … 1941": the year alone does not make the day forgotten.
            if !(moment.unit == .year && running.map { $0.unit < .year && $0.year == moment.year } ?? false) { running = moment }
            if case .day(let day) = moment {
                lastDay = day
                lastDayEnd = expression.span.end
            }
            if context.tense != .future, case .quarter = moment, case .calendar = expression.meaning { runningQuarter = moment }
        }
        // "For the nine months" turns the comparison from the quarter to the year.
        if case .duration(let amount, .month, _) = expression.meaning, amount.count ?? 0 >= 6 { runningQuarter = nil }
        var range = outcome.range
        if let signal = expression.signal, !expression.opensPair { range = context.apply(signal, to: outcome) }
        return ResolvedDate(
            expression: expression, type: outcome.type ?? expression.type, value: outcome.value, modifier: outcome.modifier,
            range: range, isApproximate: outcome.isApproximate || (expression.signal == .about && outcome.type != .time))
    }

    /// A history looks back ("a decade earlier", "since 513") without leaving its place.
    private func looksBack(_ expression: DateExpression) -> Bool {
        guard style == .narrative else { return false }
        switch expression.meaning {
        case .shift(_, let unit, let sign, _): return sign < 0 && unit >= .year
        case .running(let unit, let offset): return offset < 0 && unit >= .year
        default: return expression.signal == .since
        }
    }

    /// Resolves all expressions of a text; two that make one stretch ("from May to July") get its whole range.
    public mutating func resolve(_ expressions: [DateExpression], tense: (DateExpression) -> Tense? = { _ in nil }) -> [ResolvedDate] {
        var out: [ResolvedDate] = []
        for expression in expressions { out.append(resolve(expression, tense: tense(expression))) }
        for index in out.indices.dropLast() where out[index].expression.opensPair {
            guard let from = out[index].range?.from, let to = out[index + 1].range?.to, from <= to else { continue }
            out[index].range = DateRange(from, to)
            out[index + 1].range = out[index].range
        }
        return out
    }

    /// A history names years again and again and hardly a weekday or "today"; news does the opposite.
    public static func style(of expressions: [DateExpression], published: Day?) -> Style {
        var years = 0
        var days = 0
        for expression in expressions {
            switch expression.meaning {
            case .calendar(let parts):
                if let year = parts.year { years += abs(year - (published?.year ?? 0)) > 1 ? 1 : 0 }
                if parts.weekday != nil, parts.month == nil { days += 1 }
            case .today, .weekday, .unit: days += 1
            default: break
            }
        }
        return years >= 6 && years > 4 * days ? .narrative : .news
    }
}

/// What one meaning comes to.
struct Outcome {
    var value: String?
    var range: DateRange?
    var moment: Moment?
    var type: TimexType?
    var modifier: String?
    var isApproximate = false
    var remembers = true

    init(_ moment: Moment) {
        self.moment = moment
        value = moment.value
        range = moment.range
    }
    init(value: String?, range: DateRange? = nil) {
        self.value = value
        self.range = range
    }
}
