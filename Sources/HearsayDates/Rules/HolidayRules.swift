internal import HearsayCore

/// Days that have a name, and the months of the Islamic and the Persian calendar.
enum HolidayRules {
    private static func day(_ holiday: Holiday) -> @Sendable (Match) -> Meaning? {
        { .holiday(holiday, year: $0.number("year")) }
    }

    @Sendable private static func islamicMonth(_ match: Match) -> Meaning? {
        guard let word = match.word("m") else { return nil }
        if let year = match.number("anynum"), !(1300...1600).contains(year) { return nil }
        let month: Int?
        switch word {
        case "rabi", "jumada":
            let isSecond = match.word("n").map { ["thani", "thaniya", "akhir", "akhira"].contains($0) } ?? false
            month = (word == "rabi" ? 3 : 5) + (isSecond ? 1 : 0)
        default: month = Lexicon.islamicMonths[word]
        }
        return month.map { .islamic(month: $0, day: match.number("dnum"), year: match.number("anynum")) }
    }

    @Sendable private static func persianMonth(_ match: Match) -> Meaning? {
        guard let word = match.word("m"), let month = Lexicon.persianMonths[word] else { return nil }
        if let year = match.number("anynum"), !(1200...1500).contains(year) { return nil }
        return .persian(month: month, day: match.number("dnum"), year: match.number("anynum"))
    }

    static let all: [Rule] = [
        rule("christmas", "christmas day|season|time|holiday? ,? <year>?", day(.christmas)),
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
        rule("nowruz", "nowruz|nowrooz|norouz|navruz|noruz ,|in|of? <year>?", day(.nowruz)),
        rule("newroz", "newroz|nawroz|nevruz ,|in|of? <year>?", day(.newroz)),
        rule("quds-day", "al? -? quds|jerusalem day ,? <year>?", day(.qudsDay)),
        rule("passover", "passover|pesach ,|in|of? <year>?", day(.passover)),
        rule("shavuot", "shavuot ,|in|of? <year>?", day(.shavuot)),
        rule("rosh-hashanah", "rosh hashanah|hashana ,|in|of? <year>?", day(.roshHashanah)),
        rule("yom-kippur", "yom kippur ,|in|of? <year>?", day(.yomKippur)),
        rule("sukkot", "sukkot|sukkoth ,|in|of? <year>?", day(.sukkot)),
        rule("simchat-torah", "simchat torah ,|in|of? <year>?", day(.simchatTorah)),
        rule(
            "islamic-month",
            "the? ( <dnum> of? )? ( islamic|muslim|hijri|holy? month of )? m:muharram|safar|rajab|shaban|sha'ban|shaaban|shawwal|ramadan ,|ah? "
                + "( <anynum> )? ah|hijri?", islamicMonth
        ),
        rule(
            "islamic-month-two",
            "the? ( <dnum> of? )? ( islamic|muslim|hijri? month of )? m:rabi|jumada -? al|ath|ul|as? -? n:awwal|awal|ula|thani|thaniya|akhir|akhira ,? "
                + "( <anynum> )? ah|hijri?", islamicMonth
        ),
        rule(
            "dhu-al-hijjah",
            "the? ( <dnum> of? )? ( islamic|muslim|hijri? month of )? dhu|dhul|zul -? al|l|ul? -? m:hijjah|hijja|hajj|qadah|qi'dah|qa'dah|qada|qa'da|qaada ,? "
                + "( <anynum> )? ah|hijri?", islamicMonth
        ),
        rule(
            "persian-month",
            "the? ( <dnum> of? )? ( persian|iranian|afghan|solar? month of )? m:farvardin|ordibehesht|khordad|mordad|shahrivar|bahman|esfand ,? "
                + "( <anynum> )?", persianMonth
        ),
        rule("persian-month-named", "the persian|iranian month of m:tir|mehr|aban|azar|dey ,? ( <anynum> )?", persianMonth),
        rule("persian-month-year", "m:tir|mehr|aban|azar|dey <anynum>") { match in
            (1300...1500).contains(match.number("anynum") ?? 0) ? persianMonth(match) : nil
        },
        // The months that Afghans name after the zodiac.
        rule("afghan-month", "<dnum> of? m:hamal|sawr|saur|jawza|saratan|sunbula|mizan|aqrab|qaws|jadi|dalw ,? ( <anynum> )?", persianMonth),
        // Tir, Mehr, Aban, Azar and Dey are also names and words: they need their day or year.
        rule("persian-month-dated", "<dnum> of? m:tir|mehr|aban|azar|dey ,? ( <anynum> )?") { match in
            guard let word = match.word("m"), let month = Lexicon.persianMonths[word] else { return nil }
            return .persian(month: month, day: match.number("dnum"), year: match.number("anynum"))
        },
        rule("nth-anniversary", tier: 1, "the|its|their? <ord> anniversary of the? <date>") { match in
            guard let years = match.number("ord"), years > 0, let meaning = match.meaning(), meaning.parts?.year != nil else { return nil }
            return .anniversary(years, meaning)
        },
        rule("amount-anniversary", tier: 1, "the? <num> - year|years anniversary of the? <date>") { match in
            guard let years = match.number("num"), years > 0, let meaning = match.meaning(), meaning.parts?.year != nil else { return nil }
            return .anniversary(years, meaning)
        },
    ]
}
