import HearsayCore
import HearsayDates
import Testing

private let today = Day(2024, 3, 6)

private func read(_ phrase: String, tense: Tense? = nil, published: Day? = today) -> [ResolvedDate] {
    DateReader().read(Text(phrase), published: published, style: .news, tense: { _ in tense })
}

@Test(arguments: Corpus.all) func `every phrasing gives its value and its days`(_ phrasing: Phrasing) throws {
    let dates = read(phrasing.phrase)
    let first = try #require(dates.first, "nothing found in '\(phrasing.phrase)'")
    #expect(first.value == phrasing.value, "'\(phrasing.phrase)' by \(first.expression.rule)")
    #expect(first.edtf ?? "-" == phrasing.days, "'\(phrasing.phrase)' by \(first.expression.rule)")
    #expect(dates.count == 1 || first.expression.opensPair, "'\(phrasing.phrase)' is read as \(dates.map(\.expression.rule))")
}

@Test(arguments: NegativeCorpus.all) func `what only looks like a time is left alone`(_ phrase: String) {
    let found = read(phrase).filter(\.expression.isTimex)
    #expect(found.isEmpty, "'\(phrase)' is read as \(found.map { "\($0.expression.rule) \($0.value ?? "")" })")
}

@Test func `the corpora are large enough`() {
    #expect(Corpus.all.count >= 300)
    #expect(NegativeCorpus.all.count >= 60)
    #expect(Set(Corpus.all.map(\.phrase)).count == Corpus.all.count)
}
