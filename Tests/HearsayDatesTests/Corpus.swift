/// Duckling's way: many phrasings for each value, with a fixed today, Wednesday 6 March 2024.
///
/// `value` is TIMEX3's, `days` EDTF ("-" where no days follow from the words).
struct Phrasing: Sendable, CustomStringConvertible {
    var phrase: String
    var value: String
    var days: String
    var description: String { phrase }

    static func of(_ value: String, _ days: String, _ phrases: [String]) -> [Phrasing] {
        phrases.map { Phrasing(phrase: $0, value: value, days: days) }
    }
}

enum Corpus {
    static let all = days + relativeDays + weeks + months + years + parts + clocks + lengths + sets + open + pairs + holidays + wars + calendars

    static let days: [Phrasing] =
        Phrasing.of(
            "2024-03-05", "2024-03-05",
            [
                "on Tuesday", "Tuesday", "yesterday", "on March 5", "March 5th", "on 5 March", "5th March", "the 5th of March",
                "the fifth of March", "Mar. 5", "on Tuesday, March 5", "Tuesday, 5 March", "Tuesday 5 March 2024", "March 5, 2024",
                "5 March 2024", "5 March, 2024", "5/3/2024", "05.03.2024", "2024-03-05", "last Tuesday", "a day ago", "one day ago",
                "this past Tuesday", "Tuesday last", "Tues., March 5", "on the 5th of this month", "Tuesday the 5th",
            ])
        + Phrasing.of(
            "2024-03-06", "2024-03-06",
            [
                "today", "on Wednesday", "Wednesday, March 6", "6 March", "earlier today", "this day", "later today", "on 6 March 2024",
            ])
        + Phrasing.of(
            "2023-09-19", "2023-09-19",
            [
                "on 19 September", "September 19", "Sept. 19", "Sept 19", "19 Sept.", "19th of September", "September 19, 2023",
                "19/9/2023", "9/19/2023", "2023-09-19", "19.9.2023", "19-9-2023", "Tuesday, September 19", "Tue 19 September 2023",
                "on the nineteenth of September", "the 19th of September 2023", "19 September of 2023",
            ])
        + Phrasing.of("1994-05-12", "1994-05-12", ["May 12, 1994", "12 May 1994", "on 12th May 1994", "12 May of 1994", "the 12th of May, 1994"])
        + Phrasing.of("2024-03-15", "2024-03-15", ["the 15th of this month", "March 15"])
        + Phrasing.of("2001-09-11", "2001-09-11", ["11 September 2001", "September 11, 2001", "Sept. 11, 2001"])

    static let relativeDays: [Phrasing] =
        Phrasing.of("2024-03-07", "2024-03-07", ["tomorrow", "this coming Thursday", "next Thursday"])
        + Phrasing.of("2024-03-04", "2024-03-04", ["on Monday", "two days ago", "the day before yesterday", "2 days ago", "Monday of this week"])
        + Phrasing.of("2024-03-08", "2024-03-08", ["the day after tomorrow", "next Friday", "this Friday", "two days from now", "in two days' time"])
        + Phrasing.of("2024-02-25", "2024-02-25", ["ten days ago", "10 days ago", "on 25 February", "Feb. 25"])
        + Phrasing.of("2024-03-01", "2024-03-01", ["Friday", "last Friday", "five days ago", "March 1"])
        + Phrasing.of("2024-02-21", "2024-02-21~", ["two weeks ago", "2 weeks ago", "a fortnight ago"])
        + Phrasing.of("2024-02-28", "2024-02-28~", ["a week ago", "one week ago"])
        + Phrasing.of("2024-02-26", "2024-02-26", ["Monday last week", "on Monday of last week"])

    static let weeks: [Phrasing] =
        Phrasing.of("2024-W09", "2024-02-26/2024-03-03", ["last week", "in the week of 1 March", "the week of February 27"])
        + Phrasing.of("2024-W10", "2024-03-04/2024-03-10", ["this week", "the week", "the current week"])
        + Phrasing.of("2024-W11", "2024-03-11/2024-03-17", ["next week", "in the coming week"])
        + Phrasing.of("2024-W10", "2024-03-04/2024-03-05", ["earlier this week"])
        + Phrasing.of("2024-W10", "2024-03-07/2024-03-10", ["later this week"])
        + Phrasing.of("2024-W09-WE", "2024-03-02/2024-03-03", ["at the weekend", "last weekend", "over the weekend"])
        + Phrasing.of("2024-W11-WE", "2024-03-16/2024-03-17", ["next weekend"])

    static let months: [Phrasing] =
        Phrasing.of(
            "2024-03", "2024-03",
            ["this month", "in March", "March 2024", "in March of 2024", "the month of March", "March this year", "March, 2024"])
        + Phrasing.of(
            "2024-02", "2024-02", ["last month", "in February", "last February", "Feb. 2024", "a month ago", "one month ago", "during February"])
        + Phrasing.of("2024-04", "2024-04", ["next month", "next April"])
        + Phrasing.of(
            "2023-10", "2023-10",
            ["in October", "last October", "October 2023", "October of last year", "in October last year", "five months ago", "during October"])
        + Phrasing.of("2024-03", "2024-03-01/2024-03-05", ["earlier this month"])
        + Phrasing.of("2024-03", "2024-03-07/2024-03-31", ["later this month"])
        + Phrasing.of(
            "2023-05", "2023-05-01/2023-05-10",
            ["early May 2023", "in early May 2023", "early in May 2023", "at the beginning of May 2023", "the start of May 2023"])
        + Phrasing.of("2023-05", "2023-05-11/2023-05-20", ["mid-May 2023", "in the middle of May 2023", "mid May 2023"])
        + Phrasing.of("2023-05", "2023-05-21/2023-05-31", ["late May 2023", "at the end of May 2023", "late in May 2023", "in late May 2023"])
        + Phrasing.of("2023-05", "2023-05-01/2023-05-15", ["in the first half of May 2023"])
        + Phrasing.of("2022-11", "2022-11", ["November 2022", "Nov. 2022", "November of 2022", "Nov 2022"])

    static let years: [Phrasing] =
        Phrasing.of("2023", "2023", ["last year", "in 2023", "the year 2023", "a year ago", "one year ago", "throughout 2023", "the 2023"])
        + Phrasing.of("2024", "2024", ["this year", "the current year", "in 2024", "the year"])
        + Phrasing.of("2025", "2025", ["next year", "in 2025", "the coming year"])
        + Phrasing.of("2024", "2024-01-01/2024-03-05", ["earlier this year", "earlier in the year"])
        + Phrasing.of("2024", "2024-03-07/2024-12-31", ["later this year"])
        + Phrasing.of("2014", "2014", ["ten years ago", "10 years ago", "in 2014", "twenty fourteen", "in fiscal 2014"])
        + Phrasing.of("1998", "1998", ["in 1998", "nineteen ninety-eight", "in '98", "the year 1998"])
        + Phrasing.of("1942", "1942-09-01/1942-12-31", ["late 1942", "in late 1942", "the end of 1942", "late in 1942"])
        + Phrasing.of("1942", "1942-01-01/1942-04-30", ["early 1942", "at the start of 1942", "the beginning of 1942"])
        + Phrasing.of("1942", "1942-05-01/1942-08-31", ["mid-1942", "the middle of 1942"])
        + Phrasing.of("1942-SU", "1942-06-01/1942-08-31", ["the summer of 1942", "summer 1942", "in the summer of 1942"])
        + Phrasing.of("1942-WI", "1942-12-01/1943-02-28", ["the winter of 1942", "winter 1942"])
        + Phrasing.of("2023-FA", "2023-09-01/2023-11-30", ["last autumn", "in autumn 2023", "the fall of 2023", "last fall"])
        + Phrasing.of("2024-SU", "2024-06-01/2024-08-31", ["this summer", "next summer", "the coming summer"])
        + Phrasing.of("2024-SP", "2024-03-01/2024-05-31", ["this spring", "the spring of 2024"])
        + Phrasing.of("199", "1990-01-01/1999-12-31", ["the 1990s", "the nineties", "in the 90s", "during the 1990s", "in the '90s"])
        + Phrasing.of("199", "1990-01-01/1993-12-31", ["the early 1990s", "the early nineties", "early in the 1990s"])
        + Phrasing.of("19", "1901-01-01/2000-12-31", ["the 20th century", "the twentieth century", "in the 20th century"])
        + Phrasing.of("18", "1801-01-01/1900-12-31", ["the 19th century", "the nineteenth century"])
        + Phrasing.of(
            "2023-Q3", "2023-07-01/2023-09-30",
            ["the third quarter of 2023", "third-quarter 2023", "Q3 2023", "the 2023 third quarter", "last year's third quarter"])
        + Phrasing.of("2023-H1", "2023-01-01/2023-06-30", ["the first half of 2023"])
        + Phrasing.of("2023-H2", "2023-07-01/2023-12-31", ["the second half of 2023"])
        + Phrasing.of("BC0490", "-", ["490 BC", "in 490 BC", "490 BCE"])

    static let parts: [Phrasing] =
        Phrasing.of(
            "2024-03-05TMO", "2024-03-05",
            [
                "on Tuesday morning", "yesterday morning", "early on Tuesday morning", "the morning of March 5", "at dawn on Tuesday",
                "in the early hours of Tuesday", "the early hours of 5 March",
            ])
        + Phrasing.of(
            "2024-03-05TAF", "2024-03-05", ["Tuesday afternoon", "yesterday afternoon", "on the afternoon of March 5", "late Tuesday afternoon"])
        + Phrasing.of("2024-03-05TEV", "2024-03-05", ["Tuesday evening", "on the evening of Tuesday", "yesterday evening", "at dusk on Tuesday"])
        + Phrasing.of("2024-03-05TNI", "2024-03-05", ["Tuesday night", "last night", "late Tuesday night", "yesterday night"])
        + Phrasing.of(
            "2024-03-05TNI", "2024-03-05/2024-03-06",
            ["the night of March 5", "on the night of Tuesday", "overnight into Wednesday", "overnight to Wednesday"])
        + Phrasing.of(
            "2024-03-04TNI", "2024-03-04/2024-03-05",
            ["overnight into Tuesday", "overnight from Monday to Tuesday", "the night from Monday to Tuesday"])
        + Phrasing.of("2024-03-06TNI", "2024-03-06", ["tonight", "Wednesday night"])
        + Phrasing.of("2024-03-06TMO", "2024-03-06", ["this morning", "Wednesday morning", "earlier this morning"])
        + Phrasing.of("2024-03-06TEV", "2024-03-06", ["this evening"])
        + Phrasing.of("2024-03-06TNI", "2024-03-05/2024-03-06", ["overnight"])
        + Phrasing.of("2024-03-05", "2024-03-05", ["early Tuesday", "early on Tuesday", "late on Tuesday", "late Tuesday", "earlier on Tuesday"])

    static let clocks: [Phrasing] =
        Phrasing.of(
            "2024-03-06T03:00", "2024-03-06", ["at 0300 GMT", "at 3 a.m.", "at 3:00 a.m.", "at 3am", "at three o'clock", "at 03:00", "at 03:00 GMT"])
        + Phrasing.of(
            "2024-03-05T22:30", "2024-03-05",
            [
                "at 10:30 p.m. on Tuesday", "10:30 p.m. Tuesday", "22:30 on Tuesday", "Tuesday at 10:30 p.m.", "10.30pm on Tuesday",
                "2230 GMT on Tuesday", "Tuesday at around 10:30 p.m.",
            ])
        + Phrasing.of("2024-03-06T12:00", "2024-03-06", ["at noon", "at midday", "noon"])
        + Phrasing.of("2024-03-05T12:00", "2024-03-05", ["noon Tuesday", "at noon on Tuesday", "midday on Tuesday"])
        + Phrasing.of("2024-03-05T24:00", "2024-03-05", ["midnight Tuesday", "at midnight on Tuesday"])
        + Phrasing.of("2024-03-06T15:00", "2024-03-06", ["at 1500 hours", "at 3 p.m.", "at 1500 GMT", "at 3 pm local time"])

    static let lengths: [Phrasing] =
        Phrasing.of(
            "P3D", "-",
            [
                "three days", "for three days", "a three-day siege", "about three days", "nearly three days", "at least three days",
                "three long days", "more than three days",
            ])
        + Phrasing.of(
            "P3D", "2024-03-03/2024-03-06",
            ["the past three days", "over the past three days", "in the last three days", "during the last 3 days", "the last three days"])
        + Phrasing.of("P3D", "2024-03-06/2024-03-09", ["the next three days", "over the coming three days"])
        + Phrasing.of("P2W", "-", ["two weeks", "a two-week campaign", "a fortnight", "two more weeks", "a couple of weeks"])
        + Phrasing.of("P1Y", "-", ["a year", "one year", "a one-year deal", "a full year", "the year ended"])
        + Phrasing.of("P20Y", "-", ["twenty years", "20 years", "a 20-year war", "some 20 years", "twenty long years"])
        + Phrasing.of("PT24H", "2024-03-05/2024-03-06", ["the last 24 hours", "in the past 24 hours", "over the past twenty-four hours"])
        + Phrasing.of("PXM", "../2024-03-06", ["for months", "in recent months", "over recent months"])
        + Phrasing.of("PXD", "../2024-03-06", ["in recent days", "for days", "over recent days"])
        + Phrasing.of("PXY", "../2024-03-06", ["for years", "in recent years", "for several years", "for many years"])
        + Phrasing.of("PXD", "-", ["several days", "a few days", "many days"])
        + Phrasing.of("P1DE", "2014-03-06/2024-03-06", ["the past decade", "over the last decade"])
        + Phrasing.of("PT2H", "-", ["two hours", "a two-hour battle", "for two hours", "at least two hours"])
        + Phrasing.of("P3W", "-", ["three weeks into the war", "three weeks into its campaign"])
        + Phrasing.of("P1.5Y", "-", ["a year and a half", "one and a half years"])

    static let sets: [Phrasing] =
        Phrasing.of(
            "P1D", "-",
            ["every day", "daily", "each day", "almost daily", "twice a day", "three times a day", "every single day", "nearly every day"])
        + Phrasing.of("P1W", "-", ["every week", "weekly", "each week", "once a week", "per week"])
        + Phrasing.of("P1M", "-", ["every month", "monthly", "twice a month", "each month"])
        + Phrasing.of("P1Y", "-", ["every year", "annually", "each year", "once a year", "yearly"])
        + Phrasing.of("XXXX-WXX-5", "-", ["every Friday", "each Friday", "on Fridays", "Fridays"])
        + Phrasing.of("XXXX-07", "-", ["each July", "every July"])
        + Phrasing.of("P2D", "-", ["every two days", "every other day"])
        + Phrasing.of("XXXX-SU", "-", ["every summer", "each summer"])

    static let open: [Phrasing] =
        Phrasing.of("2023-10", "2023-10-01/2024-03-06", ["since October", "since last October", "since October 2023", "since about October"])
        + Phrasing.of("2024-03-02", "2024-03-02/2024-03-06", ["since Saturday", "since last Saturday", "since March 2"])
        + Phrasing.of("2014", "2014-01-01/2024-03-06", ["since 2014"])
        + Phrasing.of("2024-02-12", "../2024-02-12", ["by 12 February", "until February 12", "till 12 February"])
        + Phrasing.of("2024-02-12", "../2024-02-11", ["before 12 February", "prior to February 12"])
        + Phrasing.of("2024-02-12", "2024-02-12~", ["around 12 February", "about February 12", "on or about February 12"])
        + Phrasing.of("PAST_REF", "../2024-03-05", ["in the past", "previously", "formerly", "in the recent past", "recently"])
        + Phrasing.of("PRESENT_REF", "2024-03-06", ["now", "currently", "at present", "right now", "at the moment", "these days", "nowadays"])
        + Phrasing.of("FUTURE_REF", "2024-03-06/..", ["in the future", "in the near future", "soon"])

    static let pairs: [Phrasing] =
        Phrasing.of(
            "2023-05-05", "2023-05-05/2023-05-07",
            [
                "from 5 to 7 May 2023", "between 5 and 7 May 2023", "5-7 May 2023", "May 5-7, 2023", "from May 5 to May 7, 2023", "May 5 to 7, 2023",
                "between May 5 and 7, 2023",
            ])
        + Phrasing.of(
            "2023-05", "2023-05-01/2023-07-31",
            [
                "from May to July 2023", "between May and July 2023", "May-July 2023", "May through July 2023", "May to July 2023",
                "from May 2023 to July 2023",
            ])
        + Phrasing.of(
            "1939", "1939-01-01/1945-12-31",
            ["from 1939 to 1945", "between 1939 and 1945", "1939-1945", "1939–1945", "1939-45", "from 1939 until 1945"])
        + Phrasing.of("2024-03-02", "2024-03-02/2024-03-05", ["from Saturday to Tuesday", "between Saturday and Tuesday"])

    static let holidays: [Phrasing] =
        Phrasing.of("2023-12-25", "2023-12-25", ["on Christmas Day", "Christmas", "Christmas Day 2023"])
        + Phrasing.of("2024-01-01", "2024-01-01", ["on New Year's Day", "New Year's Day 2024"])
        + Phrasing.of("2023-12-31", "2023-12-31", ["New Year's Eve"])
        + Phrasing.of("2023-04-09", "2023-04-09", ["Easter Sunday 2023", "Easter 2023"])
        + Phrasing.of("2023-04-07", "2023-04-07", ["Good Friday 2023"])
        + Phrasing.of("2023-11-23", "2023-11-23", ["Thanksgiving", "on Thanksgiving Day"])
        + Phrasing.of("2024-05-09", "2024-05-09", ["Victory Day 2024"])
        + Phrasing.of("2023-03-21", "2023-03-21", ["at Nowruz 2023", "Newroz 2023"])
        + Phrasing.of("2024-03-20", "2024-03-20", ["at Nowruz", "on Nowruz 2024"])
        + Phrasing.of("2024-01-07", "2024-01-07", ["on Orthodox Christmas", "Orthodox Christmas Day 2024"])
        + Phrasing.of("1973-10-06", "1973-10-06", ["on Yom Kippur 1973", "Yom Kippur in 1973"])
        + Phrasing.of("2023-10-07", "2023-10-07", ["on Simchat Torah 2023"])
        + Phrasing.of("2023-04-06", "2023-04-06", ["Passover 2023", "on Passover in 2023"])

    static let wars: [Phrasing] =
        Phrasing.of(
            "2025-02-24", "2025-02-24",
            [
                "on the third anniversary of 24 February 2022", "the third anniversary of the 24 February 2022 invasion",
                "the 3-year anniversary of February 24, 2022",
            ])
        + Phrasing.of("2024-03-03TNI", "2024-03-03/2024-03-04", ["on the night of 3 to 4 March", "the night of March 3-4", "overnight of 3-4 March"])
        + Phrasing.of("2024-03-04TMO", "2024-03-04", ["in the predawn hours of Monday", "in the pre-dawn hours of Monday"])
        + Phrasing.of("2022-W08", "2022-02-15/2022-02-21", ["the third week of February 2022", "in the third week of February 2022"])
        + Phrasing.of("XXXX-XX-XX", "-", ["on day 12 of the war"])
        + Phrasing.of("2024-W09-WE", "2024-03-02/2024-03-03", ["this past weekend"])

    static let calendars: [Phrasing] =
        Phrasing.of(
            "2025-01-31/2025-02-28", "2025-01-31/2025-02-28",
            ["in the month of Sha'ban 1446", "Shaban 1446", "the Islamic month of Shaban 1446", "Sha'ban, 1446 AH"])
        + Phrasing.of("2024-09-05/2024-10-04", "2024-09-05/2024-10-04", ["Rabi al-Awwal 1446", "in Rabi al-awal 1446"])
        + Phrasing.of("2024-11-03/2024-12-02", "2024-11-03/2024-12-02", ["Jumada al-Ula 1446", "Jumada al-Awwal 1446"])
        + Phrasing.of("2024-05-11", "2024-05-11~", ["3 Dhu al-Qa'dah 1445", "on 3 Dhul Qadah 1445"])
        + Phrasing.of(
            "2023-09-23/2023-10-22", "2023-09-23/2023-10-22",
            [
                "in the Persian month of Mehr", "Mehr 1402", "the Iranian month of Mehr 1402",
            ])
        + Phrasing.of("2024-04-03", "2024-04-03", ["15 Hamal 1403", "15 Farvardin 1403", "on the 15th of Farvardin 1403"])
        + Phrasing.of("2024-03-29", "2024-03-29", ["on Good Friday"])
}
