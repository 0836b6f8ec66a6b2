internal import HearsayCore

/// The words around a number: which bound they make of it, and which of them say that it counts no people.
extension QuantityReader {
    /// Words before a number, longest first, and the bound they make of it.
    private static let before: [([String], Quantity.Basis)] = [
        (["no", "fewer", "than"], .atLeast), (["no", "less", "than"], .atLeast), (["not", "less", "than"], .atLeast),
        (["not", "fewer", "than"], .atLeast), (["in", "excess", "of"], .atLeast), (["a", "minimum", "of"], .atLeast),
        (["no", "more", "than"], .atMost), (["not", "more", "than"], .atMost), (["a", "maximum", "of"], .atMost),
        (["as", "many", "as"], .atMost), (["as", "much", "as"], .atMost), (["as", "few", "as"], .atLeast),
        (["at", "the", "least"], .atLeast), (["well", "more", "than"], .atLeast), (["far", "more", "than"], .atLeast),
        (["much", "more", "than"], .atLeast), (["a", "total", "of"], .exact), (["an", "estimated"], .about),
        (["a", "reported"], .exact), (["a", "further"], .exact), (["an", "additional"], .exact),
        (["at", "least"], .atLeast), (["more", "than"], .atLeast), (["greater", "than"], .atLeast),
        (["upwards", "of"], .atLeast), (["upward", "of"], .atLeast), (["well", "over"], .atLeast), (["just", "over"], .atLeast),
        (["north", "of"], .atLeast), (["at", "most"], .atMost), (["up", "to"], .atMost), (["fewer", "than"], .atMost),
        (["less", "than"], .atMost), (["close", "to"], .atMost), (["just", "under"], .atMost), (["well", "under"], .atMost),
        (["just", "short", "of"], .atMost), (["short", "of"], .atMost), (["somewhere", "between"], .range), (["anywhere", "from"], .range),
        (["over"], .atLeast), (["above"], .atLeast), (["exceeding"], .atLeast), (["minimum"], .atLeast),
        (["nearly"], .atMost), (["almost"], .atMost), (["under"], .atMost), (["below"], .atMost), (["maximum"], .atMost),
        (["about"], .about), (["around"], .about), (["some"], .about), (["roughly"], .about), (["approximately"], .about),
        (["approx"], .about), (["circa"], .about), (["estimated"], .about), (["perhaps"], .about), (["possibly"], .about),
        (["maybe"], .about), (["between"], .range), (["from"], .range), (["exactly"], .exact), (["only"], .exact), (["just"], .exact),
        (["another"], .exact), (["additional"], .exact), (["all"], .exact), (["the"], .exact), (["other"], .exact),
    ]
    private static let after: [([String], Quantity.Basis)] = [
        (["or", "more"], .atLeast), (["at", "least"], .atLeast), (["and", "counting"], .atLeast), (["or", "so"], .about),
        (["or", "fewer"], .atMost), (["or", "less"], .atMost), (["at", "most"], .atMost), (["at", "the", "most"], .atMost),
        (["plus"], .atLeast), (["+"], .atLeast), (["-", "plus"], .atLeast), (["-", "odd"], .about), (["odd"], .about), (["-odd"], .about),
    ]

    /// Where the words before a number that begin here end.
    func leading(at index: Int) -> Int? {
        for (phrase, basis) in QuantityReader.before where matches(phrase, at: index) {
            let next = index + phrase.count
            // "the" and "all" lead to a number only where one follows at once.
            if basis == .exact || phrase.count == 1 || ["a", "an"].contains(phrase[0]) {
                guard leading(at: next) != nil || core(at: next) != nil, phrase != ["the"] || Numerals.read(words, at: next) != nil else { continue }
            }
            return next
        }
        return nil
    }

    private func matches(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= lower.count else { return false }
        return zip(phrase, lower[index...]).allSatisfy { $0 == $1 }
    }

    /// The number with the bound that the words around it make.
    func bounded(_ core: Core) -> (Quantity, Range<Int>)? {
        var basis: Quantity.Basis = core.isVague ? .vague : core.high == 0 ? .none : core.isRange ? .range : .exact
        var bound: Quantity.Basis?
        var start = core.words.lowerBound
        var end = core.words.upperBound
        var steps = 0
        while steps < 4, let (count, found) = ending(at: start) {
            // "the 12", "another 12": part of the phrase, no bound. The outermost bound wins: "at least about 20".
            start -= count
            if found == .atLeast || found == .atMost || (found == .about && bound == nil) { bound = found }
            steps += 1
        }
        for (phrase, found) in QuantityReader.after where matches(phrase, at: end) {
            end += phrase.count
            bound = found == .about ? bound ?? found : found
            break
        }
        if let bound { basis = bound }
        let words = start..<end
        switch basis {
        case .atLeast: return (Quantity(low: core.low, high: nil, isVague: core.isVague, basis: .atLeast), words)
        case .atMost: return (Quantity(low: nil, high: core.isOpen ? nil : core.high, isVague: core.isVague, basis: .atMost), words)
        case .vague: return (Quantity(low: core.low, high: core.isOpen ? nil : core.high, isVague: true, basis: .vague), words)
        default: return (Quantity(low: core.low, high: core.isOpen ? nil : core.high, isVague: core.isVague, basis: basis), words)
        }
    }

    /// The words that lead to a number and end just before it.
    private func ending(at start: Int) -> (Int, Quantity.Basis)? {
        for (phrase, basis) in QuantityReader.before where start - phrase.count >= 0 && matches(phrase, at: start - phrase.count) {
            if phrase == ["the"] || phrase == ["all"] || phrase == ["other"] || phrase == ["from"] || phrase == ["between"] {
                // They stand in the phrase only with a range ("from 12 to 15"); otherwise they are the noun's own.
                guard basis == .range, at(start).first?.isNumber ?? false || Numerals.word(at(start)) != nil else { return nil }
            }
            return (phrase.count, basis)
        }
        return nil
    }

    // MARK: what counts no people

    private static let units: Set<String> = [
        "%", "percent", "per", "percentage", "pc", "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles",
        "meter", "meters", "metre", "metres", "m", "ft", "foot", "feet", "yard", "yards", "inch", "inches", "mm", "cm", "kg", "kilogram",
        "kilograms", "kilo", "kilos", "ton", "tons", "tonne", "tonnes", "pound", "pounds", "lb", "lbs", "litre", "litres", "liter", "liters",
        "gallons", "barrels", "hectare", "hectares", "acre", "acres", "dunams", "degree", "degrees", "knots", "mph", "kph", "megawatts", "mw",
        "rounds", "round", "shells", "bullets", "rockets", "missiles", "mortars", "grenades", "bombs", "caliber", "calibre", "mm.",
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
        "decade", "decades", "century", "centuries", "night", "nights", "o'clock", "am", "pm", "a.m.", "p.m.", "gmt", "utc", "hrs",
        "times", "time", "dollar", "dollars", "euro", "euros", "ruble", "rubles", "roubles", "yen", "rupees", "dirhams", "riyals", "shekels",
        "pounds", "cents", "points", "votes", "seats", "km/h", "°", "th", "st", "nd", "rd", "year-old", "years-old", "-year-old", "square", "cubic",
        "billion-dollar",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan",
        "jan.", "feb", "feb.", "mar.", "apr", "apr.", "jun.", "jul.", "aug", "aug.", "sept", "sept.", "sep", "sep.", "oct", "oct.", "nov",
        "nov.", "dec", "dec.",
    ]
    private static let designators: Set<String> = [
        "no", "no.", "number", "resolution", "article", "flight", "battalion", "brigade", "division", "regiment", "corps", "route", "highway",
        "road", "room", "unit", "area", "camp", "zone", "phase", "hill", "point", "checkpoint", "block", "line", "tower", "channel", "page",
        "chapter", "paragraph", "section", "protocol", "psalm", "boeing", "airbus", "aged", "age", "ages", "version", "type", "group", "squad",
        "column", "sector", "gate", "terminal", "level", "grade", "district", "ward", "bulletin", "nato-led", "mig", "su", "il",
    ]
    private static let money: Set<String> = ["$", "£", "€", "¥", "₽", "₹", "usd", "us$", "eur", "rs", "rs.", "c$", "a$", "au$", "₪"]

    func isRefused(_ range: Range<Int>) -> Bool {
        let first = at(range.lowerBound)
        let before = at(range.lowerBound - 1)
        let next = at(range.upperBound)
        let form = words[range.lowerBound]
        let isNumeral = Numerals.digits(first) != nil || Numerals.word(first) != nil || first.first?.isNumber ?? false
        if QuantityReader.money.contains(before) || (first.unicodeScalars.first.map { QuantityReader.money.contains(String($0)) } ?? false) {
            return true
        }
        if QuantityReader.units.contains(next), !(["second", "minute", "hour", "time"].contains(next) && !isNumeral && first != "a") {
            // "12 times" and "three days" count no people; "a second man" counts one.
            if next == "second", first == "a" { return false }
            return true
        }
        // "two 500-pound bombs": the next numeral is the length's, not ours.
        if next == "-" || next == "–", let unit = Optional(at(range.upperBound + 1)),
            QuantityReader.units.contains(unit) || unit == "year" || unit == "old"
        {
            return true
        }
        if next.hasPrefix("-year") || next.hasPrefix("-day") || next.hasPrefix("%") { return true }
        if isNumeral, QuantityReader.months.contains(next), next != "may" || words[range.upperBound].first?.isUppercase ?? false { return true }
        if isNumeral, QuantityReader.months.contains(before), words[range.lowerBound - 1].first?.isUppercase ?? false,
            Numerals.digits(first).map({ $0 <= 31 || ($0 >= 1900 && $0 <= 2100) }) ?? false
        {
            // "In April 25 people were killed": a noun of people follows.
            return !(next.hasSuffix("s") || ["people", "men", "women", "children", "civilians"].contains(next))
                || (Numerals.digits(first) ?? 0) > 1900
        }
        if isNumeral, QuantityReader.designators.contains(before) { return true }
        if before == "-" || before == "–" || before == "/" || before == ":" {
            // "T-72", "10:35", "24/7": one designation in three forms. "12 - 15" was read as a range already.
            let other = at(range.lowerBound - 2)
            if other.last?.isLetter ?? false || other.last?.isNumber ?? false { return true }
        }
        if next == ":" || next == "/", at(range.upperBound + 1).first?.isNumber ?? false { return true }
        // A bare year: "in 2020", "the 2020 war".
        if form.count == 4, let year = Numerals.digits(first), year >= 1900, year <= 2100, range.count == 1, !form.contains(",") {
            let counts = [
                "people", "men", "women", "children", "civilians", "soldiers", "troops", "others", "more", "fighters", "police", "militants",
                "refugees", "rebels",
            ]
            if !counts.contains(next) { return true }
        }
        // "Ahmed Khalil, 25, a teacher": an age between commas after a name.
        if isNumeral, before == ",", next == "," || next == ".", range.lowerBound >= 2, words[range.lowerBound - 2].first?.isUppercase ?? false,
            let age = Numerals.digits(first), age <= 110
        {
            return true
        }
        // "one in five", "two out of three": a share.
        if isNumeral, next == "in" || (next == "out" && at(range.upperBound + 1) == "of"),
            Numerals.read(words, at: range.upperBound + (next == "in" ? 1 : 2)) != nil
        {
            return true
        }
        // "two-thirds", "three quarters of"
        if ["thirds", "third", "quarters", "fifths", "tenths", "half", "halves", "quarter", "-thirds", "-quarters"].contains(next)
            || (next == "-" && ["thirds", "third", "quarters", "fifths"].contains(at(range.upperBound + 1)))
        {
            return true
        }
        if Numerals.ordinal(first) != nil { return true }
        if first == "a" || first == "an", ["lot", "little", "great", "total", "minimum", "maximum", "bit"].contains(next) { return true }
        return false
    }
}
