import HearsayCore
import HearsayDates
import Testing

private func values(_ text: String, _ published: Day?, style: DateResolver.Style? = nil) -> [String] {
    DateReader().read(Text(text), published: published, style: style).filter(\.expression.isTimex).map { $0.value ?? "-" }
}
private func days(_ text: String, _ published: Day?, tense: Tense? = nil, style: DateResolver.Style? = nil) -> [String] {
    DateReader().read(Text(text), published: published, style: style, tense: { _ in tense }).map { $0.edtf ?? "-" }
}
private let today = Day(2024, 3, 6)

@Test func `a future verb turns a weekday forward`() {
    #expect(values("The ministers will meet on Monday.", today) == ["2024-03-11"])
    #expect(values("The ministers met on Monday.", today) == ["2024-03-04"])
    #expect(days("on Monday", today, tense: .future) == ["2024-03-11"])
    #expect(values("Monday's attack could end the truce.", today) == ["2024-03-04"])
    #expect(values("They will take part in Friday's vote.", today) == ["2024-03-08"])
    #expect(days("on Wednesday", today, tense: .future) == ["2024-03-06"])
    #expect(values("Talks are scheduled to resume on Friday.", today) == ["2024-03-08"])
    #expect(values("The army said on Friday it would withdraw.", today) == ["2024-03-01"])
}

@Test func `a date just ahead without a verb to say so is ahead`() {
    #expect(values("The truce expires on April 2.", today) == ["2024-04-02"])
    #expect(values("The convoy was hit on November 2.", today) == ["2023-11-02"])
    #expect(days("on April 2", today, tense: .past) == ["2023-04-02"])
}

@Test func `that day and the following day point to the date last named`() {
    #expect(
        values("On 3 May 1999 the bridge fell. That day the airport closed. The following day the army left.", today)
            == ["1999-05-03", "1999-05-03", "1999-05-04"])
    #expect(
        values("The siege began on 3 May 1999. Two days later the city surrendered. A week earlier nobody had fled.", today)
            == ["1999-05-03", "1999-05-05", "1999-04-28"])
    #expect(values("He was killed in 2003. The following year his brother died. That year the war ended.", today) == ["2003", "2004", "2004"])
    #expect(values("They left on 3 May 1999. The day before, the shelling began.", today) == ["1999-05-03", "1999-05-02"])
    #expect(values("The army attacked on 10 June 2011 and retreated the next day.", today) == ["2011-06-10", "2011-06-11"])
}

@Test func `a history counts from the date last named`() {
    let text = "In June 1940 the front collapsed. By September the army had fled. On 3 October it returned. In February the fort fell."
    #expect(values(text, Day(2009, 1, 1), style: .narrative) == ["1940-06", "1940-09", "1940-10-03", "1941-02"])
    #expect(
        values(
            "On September 1, 1939 the war began. On September 17 it widened. In 1940 it spread. In April it reached the coast.", nil,
            style: .narrative)
            == ["1939-09-01", "1939-09-17", "1940", "1940-04"])
}

@Test func `days counted from a date in the words`() {
    #expect(values("three days after 5 May 2020", today) == ["2020-05-08"])
    #expect(values("the day after Christmas 2020", today) == ["2020-12-26"])
    #expect(values("on the eve of May 9, 2022", today) == ["2022-05-08"])
    #expect(values("the day before 1 March 2022", today) == ["2022-02-28"])
    #expect(values("two weeks before 1 March 2022", today) == ["2022-02-15"])
}

@Test func `what counts from an event has a type and no days`() {
    for phrase in ["three weeks into the war", "two months after the attack", "on the fourth day of the siege", "the day after the raid"] {
        let dates = DateReader().read(Text("It began \(phrase)."), published: today, style: .news)
        #expect(!dates.isEmpty, "\(phrase)")
        #expect(phrase.hasPrefix("the day") || dates.allSatisfy { $0.range == nil }, "\(phrase): \(dates.map { $0.edtf ?? "-" })")
    }
}

@Test func `precision codes follow the table of TRUST`() {
    func codes(_ phrase: String) -> [Int?] {
        let date = DateReader().read(Text(phrase), published: Day(2024, 5, 13), style: .news)[0]
        return [date.ucdpPrecision, date.acledPrecision]
    }
    #expect(codes("on 12 May 2024") == [1, 1])
    #expect(codes("overnight from 11 to 12 May") == [2, 2])
    #expect(codes("this week") == [3, 2])
    #expect(codes("in April") == [4, 3])
    #expect(codes("earlier this year") == [5, nil])
    #expect(codes("around 12 May") == [2, 2])
    #expect(codes("by 12 May") == [nil, nil])
}

@Test func `moon and sun calendars are computed`() {
    #expect(days("during Ramadan", Day(2024, 3, 20)) == ["2024-03-11/2024-04-09"])
    #expect(days("on 10 Muharram 1445", today) == ["2023-07-28~"])
    #expect(days("1 Farvardin 1403", today) == ["2024-03-20"])
    #expect(days("in Bahman 1357", today) == ["1979-01-21/1979-02-19"])
    #expect(days("22 Bahman 1357", today) == ["1979-02-11"])
}

@Test func `the text itself can settle the day of publication`() {
    #expect(
        Publication.infer(in: Text("Shelling began on Tuesday. A truce of 2020 had held. “On 19 September they broke it,” he said."))
            == Day(2023, 9, 19))
    #expect(Publication.infer(in: Text("KABUL, 4 March 2011 (Agency) - Two men were killed.")) == Day(2011, 3, 4))
    #expect(Publication.infer(in: Text("Shelling began on Tuesday. The truce broke.")) == nil)
    #expect(Publication.infer(in: Text("On Jan. 3 the army struck. On Jan. 1 it had warned them. This week it moved.")) == nil)
    #expect(Publication.infer(in: Text("On 4 March 2011, two men were killed in the town.")) == nil)
    #expect(
        Publication.infer(in: Text("Shelling began on Tuesday. A truce of 2020 had held. On 19 September it broke. On 2 May it had been signed."))
            == nil)
}

@Test func `what has happened in an open stretch ends with the day of publication or the one before`() {
    func days(_ phrase: String, _ tense: Tense) -> String? {
        let text = Text(phrase)
        var resolver = DateResolver(published: today)
        return DateFinder().expressions(in: text, within: Span(0, text.count)).first.flatMap { resolver.resolve($0, tense: tense).edtf }
    }
    #expect(days("this month", .past) == "2024-03-01/2024-03-05")
    #expect(days("since October", .past) == "2023-10-01/2024-03-06")
    #expect(days("after Saturday", .past) == "2024-03-02/2024-03-06")
    #expect(days("on Monday", .future) == "2024-03-11")
    #expect(days("earlier this month", .past) == "2024-03-01/2024-03-05")
    #expect(days("for months", .past) == "../2024-03-06")
    #expect(days("every day", .past) == nil)
}

@Test func `a length counts back from the day of publication`() throws {
    func lasted(_ phrase: String) throws -> String? {
        let text = Text(phrase)
        var resolver = DateResolver(published: today)
        let found = try #require(DateFinder().expressions(in: text, within: Span(0, text.count)).first)
        return resolver.resolve(found).lasted(until: Day(2024, 3, 6)!)?.edtf
    }
    #expect(try lasted("eight days of fighting") == "2024-02-28/2024-03-06")
    #expect(try lasted("two weeks of talks") == "2024-02-22/2024-03-06")
    #expect(try lasted("the 8-month-old truce") == "2023-07-01/2024-03-06")
    #expect(try lasted("for months") == nil)
    #expect(try lasted("its eighth day") == "2024-02-28/2024-03-06")
    #expect(days("In November 1995 they met. That winter they left.", today) == ["1995-11", "1995-12-01/1996-02-29"])
}

@Test func `without a day of publication nothing is guessed`() {
    #expect(days("on Tuesday", nil) == ["-"])
    #expect(days("on 19 September", nil) == ["-"])
    #expect(days("last week", nil) == ["-"])
    #expect(days("in May 2014", nil) == ["2014-05"])
    #expect(values("on Tuesday", nil) == ["XXXX-WXX-2"])
    #expect(values("on 19 September", nil) == ["XXXX-09-19"])
}

@Test func `a time of day keeps its day, near midnight both days`() {
    #expect(days("at about 10:35 a.m. (0735 GMT) Friday", today) == ["2024-03-01"])
    #expect(days("at 2230 GMT", today) == ["2024-03-05/2024-03-06"])
    #expect(days("for the past three summers", today) == ["2021-06-01/2023-08-31"])
}

@Test func `the words of a mention take in their preposition`() {
    let text = Text("They fought from May to July 2023 and since Saturday.")
    let dates = DateReader().read(text, published: today).filter { $0.range != nil }
    #expect(dates.compactMap { $0.mention(in: text)?.excerpt.text } == ["from May to July 2023", "July 2023", "since Saturday"])
}

@Test func `a dateline settles the day, with the year of a release number`() {
    #expect(
        Publication.infer(in: Text("Command Update\n\nGENEVA, Switzerland (Feb. 27, 2011) – Guards found two men yesterday.")) == Day(2011, 2, 27))
    #expect(Publication.infer(in: Text("LIMA, 22 MAR 89 (AGENCY) -- REBELS KILLED TWO MEN TODAY.")) == Day(1989, 3, 22))
    #expect(Publication.infer(in: Text("2010-09-CA-012\n\nGENEVA (Sept. 1) - Guards found two men Tuesday.")) == Day(2010, 9, 1))
    #expect(Publication.infer(in: Text("GENEVA (Sept. 1) - Guards who fled in 2008 were found Tuesday.")) == nil)
}

@Test func `a time of day belongs to the day named just before`() {
    #expect(
        values("On 5 February 2023 rockets fell on the town. At dawn troops came; at 7:30 a.m. they left.", today)
            == ["2023-02-05", "2023-02-05TMO", "2023-02-05T07:30"])
    #expect(values("At dawn troops came.", today) == ["2024-03-06TMO"])
}

@Test func `what happens before the end of a year may happen in all of it`() {
    #expect(days("before the end of the year", today) == ["../2024-12-31"])
    #expect(days("by the end of May 2024", today) == ["../2024-05-31"])
    #expect(days("earlier Thursday morning", today) == ["2024-02-29"])
    #expect(days("the night before last", today) == ["2024-03-04"])
    #expect(days("before dawn on Sunday", today) == ["2024-03-03"])
    #expect(days("shortly after midnight on Friday", today) == ["2024-03-01"])
}
