internal import HearsayCore

/// Days that have a name, and the months of the Islamic and the Persian calendar.
enum HolidayRules {
    private static func day(_ holiday: Holiday) -> @Sendable (Match) -> Meaning? {
        { .holiday(holiday, year: $0.number("year")) }
    }

    static let all: [Rule] = [
        rule("christmas", "orthodox? christmas day|season|time|holiday? ,? <year>?", day(.christmas)),
        rule("orthodox-christmas", "orthodox christmas day? <year>?", day(.orthodoxChristmas)),
        rule("christmas-eve", "christmas eve ,? <year>?", day(.christmasEve)),
        rule("boxing-day", "boxing day ,? <year>?", day(.boxingDay)),
        rule("new-year", "new year 's|s? day ,? <year>?", day(.newYear)),
        rule("new-years", "new year 's", day(.newYear)),
        rule("new-year-eve", "new year 's|s? eve ,? <year>?", day(.newYearEve)),
        rule("easter", "easter sunday|day? ,? <year>?", day(.easter)),
        rule("easter-monday", "easter monday ,? <year>?", day(.easterMonday)),
        rule("easter-week", "easter|holy week ,? <year>?", day(.easterWeek)),
        rule("good-friday", "good friday ,? <year>?", day(.goodFriday)),
        rule("palm-sunday", "palm sunday ,? <year>?", day(.palmSunday)),
        rule("thanksgiving", "thanksgiving day? ,? <year>?", day(.thanksgiving)),
        rule("labor-day", "labor day ,? <year>?", day(.laborDay)),
        rule("may-day", "may day ,? <year>?", day(.labourDay)),
        rule("memorial-day", "memorial day ,? <year>?", day(.memorialDay)),
        rule("election-day", "election day ,? <year>?", day(.electionDay)),
        rule("armistice", "armistice|veterans|remembrance|veteran ' day ,? <year>?", day(.veteransDay)),
        rule("armistice-plain", "armistice|veterans|remembrance day ,? <year>?", day(.veteransDay)),
        rule("valentine", "valentine 's? day ,? <year>?", day(.valentine)),
        rule("halloween", "halloween ,? <year>?", day(.halloween)),
        rule("womens-day", "international women 's day ,? <year>?", day(.womensDay)),
        rule("st-patrick", "st .? patrick 's day ,? <year>?", day(.stPatrick)),
        rule("bastille-day", "bastille day ,? <year>?", day(.bastilleDay)),
        rule("mlk", "martin luther king jr? .? day ,? <year>?", day(.mlk)),
        rule("victory-day", "victory day ,? <year>?", day(.victoryDay)),
        rule("epiphany", "epiphany ,? <year>?", day(.epiphany)),
        rule("ramadan", "the? holy|fasting|muslim? month? of? ramadan|ramadhan|ramzan ,|in|of? <year>?", day(.ramadan)),
        rule("eid-al-fitr", "eid al|ul|el -? fitr ,|in|of? <year>?", day(.eidFitr)),
        rule("eid-fitr", "eid -? al|ul|el - fitr ,|in|of? <year>?", day(.eidFitr)),
        rule("eid-al-adha", "eid -? al|ul|el -? adha|azha ,|in|of? <year>?", day(.eidAdha)),
        rule("ashura", "ashura|ashoura day|holiday? ,|in|of? <year>?", day(.ashura)),
        rule("arbaeen", "arbaeen|arba'een|arbain ,|in|of? <year>?", day(.arbaeen)),
        rule("mawlid", "mawlid|mawlid al|an? -? nabi? ,|in|of? <year>?", day(.mawlid)),
        rule("nowruz", "nowruz|nowrooz|norouz|newroz|navruz|noruz ,|in|of? <year>?", day(.nowruz)),
        rule("islamic-month", "the? ( <dnum> of? )? m:muharram|safar|rajab|shaban|sha'ban|shawwal|ramadan ,? ( <anynum> )?") { match in
            guard let word = match.word("m"), let month = Lexicon.islamicMonths[word] else { return nil }
            if let year = match.number("anynum"), !(1300...1600).contains(year) { return nil }
            return .islamic(month: month, day: match.number("dnum"), year: match.number("anynum"))
        },
        rule("dhu-al-hijjah", "( <dnum> of? )? dhu -? m:al -? hijjah|hijja|qadah|qi'dah ,? ( <anynum> )?") { match in
            .islamic(month: 12, day: match.number("dnum"), year: match.number("anynum"))
        },
        rule("persian-month", "( <dnum> of? )? m:farvardin|ordibehesht|khordad|mordad|shahrivar|bahman|esfand ,? ( <anynum> )?") { match in
            guard let word = match.word("m"), let month = Lexicon.persianMonths[word] else { return nil }
            if let year = match.number("anynum"), !(1200...1500).contains(year) { return nil }
            return .persian(month: month, day: match.number("dnum"), year: match.number("anynum"))
        },
        // Tir, Mehr, Aban, Azar and Dey are also names and words: they need their day or year.
        rule("persian-month-dated", "<dnum> of? m:tir|mehr|aban|azar|dey ,? ( <anynum> )?") { match in
            guard let word = match.word("m"), let month = Lexicon.persianMonths[word] else { return nil }
            return .persian(month: month, day: match.number("dnum"), year: match.number("anynum"))
        },
        rule("nth-anniversary", inner: true, "the? <ord> anniversary of") { _ in nil },
    ]
}
