internal import HearsayCore

/// Refuses what only looks like a time: "Prime Minister May", "the Sunday Times", "1500 soldiers", "the March 23 Movement".
///
/// Each guard is general; a word list names kinds of things (papers, bodies), never a single text's cases.
struct Guards {
    let words: [Word]

    /// Words before a month or year that make it a time.
    static let support: Set<String> = [
        "in", "since", "until", "till", "by", "of", "from", "through", "during", "last", "next", "this", "early", "late",
        "mid", "every", "each", "before", "after", "between", "around", "into", "throughout", "that", "past", "previous",
        "following", "end", "beginning", "about", "on", "to", "dated", "coming", "late-", "middle", "circa", "ca",
    ]
    private static let papers: Set<String> = [
        "times", "telegraph", "mirror", "mail", "express", "post", "sun", "herald", "independent", "tribune", "world",
        "magazine", "observer", "journal", "star", "gazette", "standard", "people",
    ]
    private static let bodies: Set<String> = [
        "movement", "movements", "brigade", "brigades", "battalion", "battalions", "square", "street", "bridge", "avenue", "road",
        "hospital", "university", "stadium", "airport", "camp", "group", "organization", "organisation", "coalition",
        "alliance", "party", "front", "forces", "regiment", "division", "club", "school", "institute", "college",
        "martyrs", "committee", "council", "foundation", "company", "dam", "district", "village", "barracks", "army",
        "militia", "network", "mosque", "base", "neighborhood", "neighbourhood", "boulevard", "tunnel", "hall", "prison",
    ]
    private static let sites: Set<String> = ["square", "street", "bridge", "avenue", "road", "dam", "boulevard", "tunnel", "airport", "stadium"]
    /// Written small they still name a body after a day and month: "the November 17 group".
    private static let smallBodies: Set<String> = [
        "movement", "brigade", "brigades", "group", "coalition", "alliance", "militia", "guerrillas", "battalion",
    ]
    private static let titles: Set<String> = [
        "minister", "mr", "mrs", "ms", "miss", "president", "secretary", "senator", "gen", "general", "lt", "col", "colonel",
        "capt", "captain", "sgt", "judge", "theresa", "governor", "lord", "sir", "dr", "prof", "professor", "king", "queen",
        "prince", "princess", "mayor", "justice", "brian", "aunt", "chancellor", "premier", "st", "saint", "james", "spokeswoman",
        "spokesman", "representative", "rep", "corporal", "private", "officer", "detective", "ambassador",
    ]

    private func word(_ index: Int) -> Word? { words.indices.contains(index) ? words[index] : nil }
    private func lower(_ index: Int) -> String { word(index)?.lower ?? "" }

    /// A name made with a date: the whole of it is no time, nor is a part of it.
    func isName(_ range: Range<Int>, _ meaning: Meaning) -> Bool {
        guard let next = word(range.upperBound), !next.breaks, next.spaced else { return false }
        if case .holiday(.goodFriday, _) = meaning {
            // The Good Friday Agreement was signed on one, and is none.
            return ["agreement", "accord", "accords", "peace", "deal"].contains(next.lower)
        }
        guard let parts = meaning.parts else { return false }
        if case .dayPart = meaning, next.lower == "live" { return true }
        if parts.day != nil, parts.month != nil, parts.year == nil, Guards.smallBodies.contains(next.lower) { return true }
        guard next.isCapital else { return false }
        if parts.weekday != nil, parts.month == nil, Guards.papers.contains(next.lower) { return true }
        // In a text all in capitals nothing tells a name; "On 12 May Army units" dates what the units did.
        if next.isUpper, range.contains(where: { words[$0].isUpper }) { return false }
        if ["on", "since", "until", "by", "before", "after"].contains(lower(range.lowerBound - 1)), !Guards.sites.contains(next.lower) {
            return false
        }
        return Guards.bodies.contains(next.lower)
            && (parts.year == nil || parts.month == nil && !Guards.support.contains(lower(range.lowerBound - 1)))
    }

    func accepts(_ range: Range<Int>, _ meaning: Meaning, rule: Rule) -> Bool {
        let first = range.lowerBound
        let next = word(range.upperBound)
        switch meaning {
        case .calendar(let parts):
            if rule.name == "day-month-short-year", !shortYear(range) { return false }
            if parts.month != nil, !month(range, parts) { return false }
            if parts.year != nil, range.count <= 2, rule.name == "year", !year(range) { return false }
            if parts.season != nil, parts.year == nil, !season(range, parts) { return false }
            if rule.name.hasSuffix("bc") || rule.name.hasSuffix("-ad") || rule.name == "year-ad-after" {
                guard range.contains(where: { ["bc", "bce", "ad", "ce"].contains(words[$0].lower) && words[$0].isUpper }) else {
                    return rule.name == "century-ad"
                }
            }
            if parts.decadeOfCentury != nil || parts.decade != nil,
                lower(first - 1) == "-" && !words[first].spaced || ["his", "her", "their", "my", "our", "your"].contains(lower(first - 1))
            {
                return false
            }
            if parts.weekday != nil, range.count == 1 {
                // "Bloody Sunday", "Black Friday", "Super Tuesday": names of days long past, or of none.
                if let before = word(first - 1), before.isCapital,
                    ["black", "bloody", "super", "cyber", "sheffield", "holy", "ash"].contains(before.lower)
                {
                    return false
                }
            }
            // "second half" of a match has no year; only "the first half of the year" and "first-half results" speak of one.
            return true
        // "scheduled to last 45 minutes": a verb.
        case .duration(_, _, .past)
        where words[first].lower == "last"
            && ["to", "will", "would", "could", "can", "may", "might", "should", "not", "must"].contains(lower(first - 1)):
            return false
        case .past where rule.name == "lately": return next?.lower != "-"
        case .duration(let amount, let unit, _): return duration(range, amount, unit)
        case .clock(_, nil): return clock(range)
        case .dayPart(_, nil):
            // "Good evening", "pre-dawn", "$35 a night", "Saturday Night Live".
            let before = lower(first - 1)
            if before == "good" || before == "-" || next?.lower == "live" { return false }
            if range.count == 1, words[first].isCapital, let earlier = word(first - 1), earlier.isCapital, !words[first].breaks { return false }
            return !(before == "a" && word(first - 2)?.number != nil)
        // "the Communist Party daily Granma" is a paper.
        case .set
        where range.count == 1 && (!words[first].isUpper || next?.isUpper == false) && next?.isCapital == true && next?.kind == .letters
            && next?.breaks == false:
            return false
        case .set: return !(range.count == 2 && lower(range.upperBound - 1) == "second")
        case .holiday(let holiday, _):
            guard words[first].isCapital || words[range.upperBound - 1].isCapital else { return false }
            if let next, next.isCapital, ["island", "islands", "rising", "uprising"].contains(next.lower),
                holiday != .easter || next.lower.hasPrefix("island")
            {
                return false
            }
            return !(next?.isCapital == true && Guards.bodies.contains(lower(range.upperBound)))
        case .islamic, .persian: return words[first].isCapital || range.count > 1
        case .part(let part, let inner):
            if case .running = inner, part == .mid || part == .early, range.count < 2 { return false }
            return true
        case .unanchored: return lower(range.upperBound - 1) != "second"
        default: return true
        }
    }

    /// "22 MAR 89 --": two digits are a year where no count could stand and no noun follows.
    private func shortYear(_ range: Range<Int>) -> Bool {
        guard let number = words[range.upperBound - 1].number, let next = word(range.upperBound), !next.breaks else { return true }
        return next.kind == .mark && next.lower != "%" || number > 31 && !Lexicon.counted.contains(next.lower) && !looksPlural(next.lower)
    }

    private func month(_ range: Range<Int>, _ parts: CalendarParts) -> Bool {
        guard let index = range.first(where: { Lexicon.months[words[$0].lower] != nil }) else { return true }
        let before = lower(range.lowerBound - 1)
        if parts.day != nil {
            // "25 May Have Died" in a headline; "second March" of two.
            if parts.year == nil, words[index].lower == "may", index == range.upperBound - 1,
                ["have", "be", "not", "die", "face", "need", "become", "also", "soon", "never", "still"].contains(lower(range.upperBound)),
                word(range.upperBound)?.isCapital == true
            {
                return false
            }
            let isSpelled = range.contains { words[$0].kind == .letters && Numerals.ordinal(words[$0].lower) != nil }
            if isSpelled, !range.contains(where: { words[$0].lower == "of" || words[$0].lower == "the" }), index > range.lowerBound { return false }
            return true
        }
        guard parts.year == nil, parts.yearOffset == nil else { return true }
        let name = words[index].lower
        if name == "september", before == "black" { return false }
        if Guards.titles.contains(before) || (before == "." && Guards.titles.contains(lower(range.lowerBound - 2))) { return false }
        let isSupported = isSupported(range.lowerBound) || range.count > 1 || opensStretch(range.upperBound)
        if ["may", "march", "mar", "jan", "dec", "sep", "oct", "nov", "apr", "jun", "jul", "aug", "feb"].contains(name) {
            guard isSupported || (["the", "a"].contains(before) && name.count > 3 || name == "may" && before == "the"),
                isSupported || isAttribute(range.upperBound)
            else { return false }
        }
        if ["april", "june", "august", "may", "jan"].contains(name), let next = word(range.upperBound), next.isCapital,
            next.kind == .letters, next.spaced
        {
            // "April Johnson" is a woman; "in April Johnson said" is a date.
            guard isSupported, before != "by", before != "of", before != "to", before != "from" || name != "april" else { return false }
        }
        return true
    }

    /// "May-July", "March to May"
    private func opensStretch(_ index: Int) -> Bool {
        ["-", "to", "through", "and", "until", "or"].contains(lower(index)) && Lexicon.months[lower(index + 1)] != nil
            && word(index + 1)?.isCapital == true
    }

    /// "the March offensive": a small word follows that can be what the month belongs to.
    private func isAttribute(_ index: Int) -> Bool {
        guard let next = word(index), next.kind == .letters, !next.isCapital, !next.breaks else { return false }
        return ![
            "of", "in", "on", "to", "from", "for", "and", "by", "at", "be", "not", "have", "is", "was", "has", "had", "with", "against", "toward",
            "towards", "through", "began", "will",
        ].contains(next.lower)
    }

    private func isSupported(_ index: Int) -> Bool {
        let before = lower(index - 1)
        if Guards.support.contains(before) { return true }
        if before == "-", !["", "."].contains(lower(index - 2)) {
            return Guards.support.contains(lower(index - 2)) || Lexicon.months[lower(index - 2)] != nil || word(index - 2)?.number != nil
        }
        guard ["and", "or", ",", "(", "/"].contains(before) else { return false }
        return before == "(" || Lexicon.months[lower(index - 2)] != nil || (word(index - 2)?.number ?? 0) > 1000
            || Lexicon.seasons[lower(index - 2)] != nil
    }

    private func year(_ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        let word = words[first]
        if word.lower == "'" {
            // "the '60 Minutes' team": a short year stands after a month or a small word.
            let before = lower(first - 1)
            return (Guards.support.contains(before) || Lexicon.months[before] != nil || before == "summer" || before == "the")
                && self.word(range.upperBound)?.lower != "minutes"
        }
        guard word.kind == .number else { return true }
        let number = word.number ?? 0
        let before = lower(first - 1)
        let beforeWord = self.word(first - 1)
        let next = self.word(range.upperBound)
        let glued = !word.spaced
        if glued, ["$", "£", "€", "#", "¥", ".", ":", "/", "+", "=", "@", "_"].contains(before), before != "/" || (self.word(first - 2)?.digits != 4)
        {
            return false
        }
        if [
            "no", "number", "flight", "boeing", "resolution", "resolutions", "room", "channel", "article", "highway", "route",
            "page", "hill", "unit", "grid", "box", "order", "law", "decree", "nearly", "almost", "than", "least", "approximately",
            "roughly", "some", "another", "estimated", "additional", "us", "$", "rs", "airbus", "psalm",
        ].contains(before) {
            return false
        }
        if before == ".", lower(first - 2) == "no" { return false }
        if glued, before == "-", let other = self.word(first - 2) {
            // "T-1000", "555-1234": no years; "1939-1945" and "mid-1998" are.
            if other.kind == .letters, !other.spaced || other.isUpper, !["mid", "early", "late", "pre", "post"].contains(other.lower),
                Lexicon.months[other.lower] == nil
            {
                return false
            }
            if other.kind == .number, other.digits != 4, !(beforeWord?.spaced ?? true) {
                return (1...31).contains(other.number ?? 0) == false ? other.digits <= 3 && number < 0 : true
            }
        }
        guard let next else { return true }
        // "2010-09-CA-012" numbers a paper.
        if next.lower == "-", !next.spaced, self.word(range.upperBound + 1)?.number != nil, lower(range.upperBound + 2) == "-",
            self.word(range.upperBound + 2)?.spaced == false
        {
            return false
        }
        if next.lower == "%" || next.lower == "°" { return false }
        if next.kind == .mark, !next.spaced, next.lower == ":" || next.lower == "/" {
            return lower(range.upperBound + 1).count <= 2 && next.lower == "/"
        }
        let strong: Set<String> = [
            "in", "since", "during", "until", "till", "the", "'s", "early", "late", "mid", "before", "after", "between", "by", "year", "throughout",
        ]
        if Lexicon.counted.contains(next.lower), !next.breaks, next.spaced { return before == "in" && next.lower == "or" || before == "since" }
        if strong.contains(before) { return true }
        if next.kind == .letters, !next.isCapital, next.spaced, !next.breaks, looksPlural(next.lower), number % 100 == 0 || number < 1900 {
            return false
        }
        if number < 1700 || number > 2060 || number % 500 == 0 {
            return ["of", "to", "from", "and", "-", "(", ","].contains(before) && (next.kind == .mark || next.breaks || !looksPlural(next.lower))
        }
        return true
    }

    private func looksPlural(_ word: String) -> Bool {
        word.hasSuffix("s") && word.count > 3 && !["was", "this", "does", "across", "against", "always", "thus", "perhaps", "whereas"].contains(word)
    }

    private func season(_ range: Range<Int>, _ parts: CalendarParts) -> Bool {
        guard let index = range.first(where: { Lexicon.seasons[words[$0].lower] != nil }) else { return true }
        let hasArticle = range.count > 1 && words[range.lowerBound].lower == "the"
        let before = lower(range.lowerBound - 1)
        let next = word(range.upperBound)
        switch words[index].lower {
        case "fall":
            if next?.lower == "of" || next?.lower == "from" { return false }
            if words[index].isCapital { return false }
            if hasArticle { return ["in", "by", "during", "until", "since", "early", "late", "through", "this", "for", "of"].contains(before) }
            return range.count > 1 || ["in", "by", "during", "early", "late", "mid", "since", "until"].contains(before)
        case "spring":
            if words[index].isCapital, before != "in", range.lowerBound > 0 { return false }
            if hasArticle || range.count > 1 { return !["of", "from"].contains(lower(range.upperBound)) || before == "in" }
            return Guards.support.contains(before) && before != "to" && before != "from"
                || ["and", ",", "-"].contains(before) && Lexicon.seasons[lower(range.lowerBound - 2)] != nil
                || ["offensive", "campaign", "rains", "harvest", "thaw", "fighting", "planting"].contains(next?.lower ?? "")
        default:
            if let next, next.isCapital, ["olympics", "olympic", "games", "palace", "school"].contains(next.lower) { return false }
            return true
        }
    }

    private func duration(_ range: Range<Int>, _ amount: Amount, _ unit: Unit) -> Bool {
        // "the 1988 quarter" is no count.
        if let count = amount.count, count > 1500, count < 2100, Lexicon.plurals[lower(range.upperBound - 1)] == nil { return false }
        let last = lower(range.upperBound - 1)
        let next = lower(range.upperBound)
        // "a minute amount" is a small one; "a second attack" counts attacks.
        if unit == .minute, last == "minute", ["amount", "amounts", "quantity", "quantities", "detail", "fraction", "traces"].contains(next) {
            return false
        }
        if unit == .second, last == "second" { return ["one"].contains(lower(range.upperBound - 2)) && !["of"].contains(next) }
        if unit == .quarter {
            if next == "of" || next == "mile" || next == "million" || next == "century" || next == "finals" { return false }
            return last == "quarters" && lower(range.upperBound - 2) != "three" && amount.count != nil
                || words[range.lowerBound].lower == "the" && range.count > 2
        }
        // "60 Minutes", "24 Hours" are programmes and papers.
        if let word = word(range.upperBound - 1), word.isCapital, !word.isUpper, range.count == 2, words[range.lowerBound].kind == .number {
            return false
        }
        // "the minutes of the meeting", "the seconds": no length without a number.
        if amount.count == nil, last == "minutes" || last == "seconds", range.count == 1 {
            return ["within", "for", "in", "of"].contains(lower(range.lowerBound - 1))
        }
        return true
    }

    /// "10:35" alone may be a score or a verse: it needs a preposition, a zone, or "a.m.".
    private func clock(_ range: Range<Int>) -> Bool {
        let text = range.map { words[$0].lower }
        if text.contains(where: {
            $0 == "am" || $0 == "pm" || $0.hasSuffix("am") || $0.hasSuffix("pm") || Lexicon.zones.contains($0) || $0 == "o'clock"
        }) {
            return true
        }
        if text.contains(where: { ["noon", "midday", "midnight", "noontime", "time", "hours", "hrs"].contains($0) || $0.hasSuffix("gmt") }) {
            return true
        }
        return [
            "at", "by", "until", "till", "around", "about", "from", "to", "before", "after", "since", "between", "and", "-", "(", "near", "circa",
        ].contains(lower(range.lowerBound - 1))
    }
}
