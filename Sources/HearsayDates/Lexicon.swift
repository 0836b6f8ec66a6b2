internal import HearsayCore

/// Stretches of time that have a name of their own.
enum Unit: Int, Sendable, Comparable {
    case second, minute, hour, day, weekend, week, fortnight, month, quarter, half, season, year, decade, century, millennium

    static func < (a: Unit, b: Unit) -> Bool { a.rawValue < b.rawValue }

    /// TIMEX3's letters: "T" marks what is shorter than a day.
    func duration(_ count: String) -> String {
        switch self {
        case .second: "PT\(count)S"
        case .minute: "PT\(count)M"
        case .hour: "PT\(count)H"
        case .day: "P\(count)D"
        case .weekend: "P\(count)WE"
        case .week: "P\(count)W"
        case .fortnight: "P\(Int(count).map { String($0 * 2) } ?? count)W"
        case .month: "P\(count)M"
        case .quarter: "P\(count)Q"
        case .half: "P\(count)H"
        case .season: "P\(count)SE"
        case .year: "P\(count)Y"
        case .decade: "P\(count)DE"
        case .century: "P\(count)CE"
        case .millennium: "P\(count)ML"
        }
    }
}

enum Season: String, Sendable {
    case spring = "SP", summer = "SU", autumn = "FA", winter = "WI"
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}

/// Parts of a day in TIMEX3's letters.
enum DayPart: String, Sendable {
    case morning = "TMO", midday = "TMI", afternoon = "TAF", evening = "TEV", night = "TNI", daytime = "TDT"
}

/// Which stretch of a longer one is meant.
enum Part: String, Sendable {
    case early, mid, late, start, end
    /// "earlier this month", "later that year", "the rest of the week".
    case earlier, later, rest
    case firstHalf, secondHalf
    /// TIMEX3's `mod`.
    var modifier: String? {
        switch self {
        case .early, .start, .firstHalf: "START"
        case .mid: "MID"
        case .late, .end, .secondHalf: "END"
        case .earlier, .later, .rest: nil
        }
    }
}

enum Lexicon {
    static let months: [String: Int] = {
        var table: [String: Int] = [:]
        let names = [
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ]
        for (index, forms) in names.enumerated() {
            for form in forms.split(separator: " ") { table[String(form)] = index + 1 }
        }
        return table
    }()
    static let fullMonths: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]
    static let shortWeekdays: [String: Int] = [
        "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
    ]
    static let pluralWeekdays: [String: Int] = Dictionary(uniqueKeysWithValues: weekdays.map { ($0 + "s", $1) })

    static let units: [String: Unit] = [
        "second": .second, "minute": .minute, "hour": .hour, "day": .day, "weekend": .weekend, "week": .week, "fortnight": .fortnight,
        "month": .month, "quarter": .quarter, "year": .year, "decade": .decade, "century": .century,
        "millennium": .millennium,
    ]
    static let plurals: [String: Unit] = [
        "seconds": .second, "minutes": .minute, "hours": .hour, "days": .day, "weekends": .weekend, "weeks": .week, "fortnights": .fortnight,
        "months": .month, "quarters": .quarter, "years": .year, "decades": .decade, "centuries": .century,
        "millennia": .millennium, "yrs": .year, "mins": .minute, "hrs": .hour,
    ]
    static let seasons: [String: Season] = [
        "spring": .spring, "springtime": .spring, "summer": .summer, "summertime": .summer, "autumn": .autumn,
        "fall": .autumn, "winter": .winter, "wintertime": .winter,
    ]
    static let dayParts: [String: DayPart] = [
        "morning": .morning, "dawn": .morning, "daybreak": .morning, "sunrise": .morning, "forenoon": .morning,
        "afternoon": .afternoon, "midafternoon": .afternoon, "evening": .evening, "dusk": .evening, "sunset": .evening,
        "nightfall": .evening, "sundown": .evening, "night": .night, "nighttime": .night, "overnight": .night,
        "daytime": .daytime, "midmorning": .morning,
    ]
    static let zones: Set<String> = [
        "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "eet", "eest", "msk",
        "ist", "et", "pt", "z", "jst", "kst", "hkt", "aest", "wat", "cat", "eat", "sast", "zulu", "gst",
    ]
    /// Numbers that count people or things, not years, when one of these follows.
    static let counted: Set<String> = [
        "people", "men", "women", "children", "troops", "soldiers", "police", "militants", "rebels", "civilians",
        "fighters", "refugees", "km", "kilometers", "kilometres", "miles", "metres", "meters", "feet", "percent", "per",
        "tons", "tonnes", "pounds", "dollars", "euros", "rounds", "others", "dead", "deaths", "wounded", "injured",
        "killed", "missing", "members", "homes", "houses", "vehicles", "tanks", "more", "hectares", "acres", "jobs",
        "personnel", "guns", "prisoners", "students", "workers", "villagers", "families", "residents", "barrels",
        "points", "votes", "protesters", "demonstrators", "casualties", "square", "cubic", "feet", "yards", "dunams",
        "strong", "or", "vessels", "ships", "missiles", "bombs", "shells", "times", "hours", "days", "weeks", "months",
        "years", "million", "billion", "thousand", "hundred", "dozen", "inmates", "detainees", "passengers", "officers",
        "aircraft", "planes", "victims", "employees", "shares", "pupils", "patients", "locations", "sites", "copies",
    ]
    static let islamicMonths: [String: Int] = [
        "muharram": 1, "safar": 2, "ramadan": 9, "ramadhan": 9, "ramzan": 9, "shaban": 8, "sha'ban": 8, "shaaban": 8,
        "rajab": 7, "shawwal": 10, "qadah": 11, "qi'dah": 11, "qa'dah": 11, "qada": 11, "qa'da": 11, "qaada": 11,
        "hijjah": 12, "hijja": 12, "hajj": 12,
    ]
    static let persianMonths: [String: Int] = [
        "farvardin": 1, "ordibehesht": 2, "khordad": 3, "tir": 4, "mordad": 5, "shahrivar": 6, "mehr": 7, "aban": 8,
        "azar": 9, "dey": 10, "bahman": 11, "esfand": 12,
        "hamal": 1, "sawr": 2, "saur": 2, "jawza": 3, "saratan": 4, "asad": 5, "sunbula": 6, "mizan": 7, "aqrab": 8, "qaws": 9,
        "jadi": 10, "dalw": 11, "hut": 12,
    ]
    /// Words for numbers that news leaves open.
    static let vague: Set<String> = ["few", "several", "many", "some", "dozens", "scores", "various"]
}
