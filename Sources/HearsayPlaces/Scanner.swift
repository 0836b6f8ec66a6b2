public import HearsayCore

extension Gazetteer {
    /// Where a text seems to name places, found without a model: to add to what a tagger finds.
    ///
    /// The longest run of capitalised words that the gazetteer knows, unless the words around it make it a person, a
    /// month or the first word of a sentence: "Jordan said" and "Mr London" are no places, "in Jordan" is.
    ///
    /// - Parameter peoples: whether "Syrian" and "Turks" count too.
    public func scan(_ text: Text, peoples: Bool = false) -> [Span] {
        Scanner(gazetteer: self, text: text, peoples: peoples).spans()
    }

    /// The usual names of some places, spread over the whole file: for measuring.
    public func someNames(_ count: Int) -> [String] {
        let step = max(1, file.placeCount / max(1, count))
        return stride(from: 0, to: file.placeCount, by: step).map { Place(file, $0).name }
    }
}

/// Walks over the words of a text.
struct Scanner {
    let gazetteer: Gazetteer
    let text: Text
    let peoples: Bool
    private let words: [ScannedWord]

    init(gazetteer: Gazetteer, text: Text, peoples: Bool) {
        self.gazetteer = gazetteer
        self.text = text
        self.peoples = peoples
        words = ScannedWord.cut(text)
    }

    func spans() -> [Span] {
        var found: [Span] = []
        var index = 0
        while index < words.count {
            if words[index].isCapital, let length = longest(from: index, after: found.last) {
                found.append(span(index, index + length))
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    /// The span of a run of words, with the stop of an abbreviation: "Ky.".
    private func span(_ start: Int, _ end: Int) -> Span {
        let span = Span(words[start].span.start, words[end - 1].span.end)
        guard end - start == 1, span.end < text.count, text.scalars[span.end] == ".", span.length <= 5 else { return span }
        let whole = Span(span.start, span.end + 1)
        let isStopped = gazetteer.exact(text[span]).contains { $0.match == .short } && !words[start].isAllCapitals
        return isStopped ? whole : span
    }

    /// How many words from here make the name of a place; nil where none do.
    private func longest(from start: Int, after last: Span?) -> Int? {
        var end = start + 1
        while end < words.count, end - start < 6, words[end].gap != .other, words[end].isCapital || Scanner.links.contains(words[end].lower) {
            end += 1
        }
        while end > start {
            if words[end - 1].isCapital, let good = accepts(start, end, after: last) { return good ? end - start : nil }
            end -= 1
        }
        return nil
    }

    /// Whether words make a name of a place; nil where the gazetteer has none, to try a shorter run.
    private func accepts(_ start: Int, _ end: Int, after last: Span?) -> Bool? {
        let name = text[Span(words[start].span.start, words[end - 1].span.end)]
        let isSingle = end - start == 1
        if isSingle, Scanner.common.contains(words[start].lower) { return false }
        if !isSingle, Scanner.openers.contains(words[start].lower), name != "The Hague" { return nil }
        let isList = follows(start, last)
        // "Jisr al-Shughur": names with the article are written in many ways.
        let isArabic = !isSingle && words[start..<end].contains { Scanner.articles.contains(String($0.lower.prefix { $0 != "-" })) }
        let candidates = (isArabic ? gazetteer.matches(for: name) : gazetteer.exact(name)).filter { candidate in
            guard candidate.match == .short else { return true }
            guard Resolver.looksShort(text[span(start, end)]) else { return false }
            // "Portland, OR" but not "OR": the short name of a state follows a comma.
            return candidate.place.kind != .region || name.count > 3 || words[start].isAfterComma
        }
        guard !candidates.isEmpty else { return nil }
        let isShort = candidates.contains { $0.match == .short }
        if isSingle, words[start].isAllCapitals, name.count <= 4, !isShort { return nil }
        if candidates.contains(where: { $0.match == .people }), !candidates.contains(where: { $0.match == .usual }) {
            return peoples && !isPerson(start, end)
        }
        if isPerson(start, end) || names(end) { return false }
        let isCountry = candidates.contains { $0.match <= .short && ($0.place.isCountry || $0.place.kind == .area) }
        let isOurs = candidates.contains { $0.match <= .short && $0.place.geonamesID == nil }
        if !isSingle || isCountry || isShort || (isOurs && !words[start].isFirst) { return true }
        return standsAsPlace(start, end, candidates, isList)
    }

    /// One capitalised word: it must be a usual name, and stand where places stand or be well known.
    private func standsAsPlace(_ start: Int, _ end: Int, _ candidates: [Gazetteer.Candidate], _ isList: Bool) -> Bool {
        let usual = candidates.filter { $0.match <= .short }.map { Resolver.prior($0) }.max() ?? 0
        let any = candidates.map { Resolver.prior($0) }.max() ?? 0
        let query = PlaceQuery(in: text, at: Span(words[start].span.start, words[end - 1].span.end))
        let within = Container.after(query, gazetteer)
        if within.contains(where: { container in candidates.contains { container.holds(Resolver.Unit($0.place)) } }) { return true }
        let before = start > 0 && words[start].gap != .other ? words[start - 1].lower : ""
        if Scanner.placing.contains(before) || isList { return usual > 2 || any > 5 }
        if end < words.count, Scanner.speaking.contains(words[end].lower), words[end].gap == .space { return false }
        // "DETROIT (AP)": a dateline.
        if words[start].isFirst, words[start].isAllCapitals { return usual > 4 }
        return usual > (words[start].isFirst ? 9 : 7.5)
    }

    /// Whether a name stands in a list after another place: "Bondo, Nyando and Kisii".
    private func follows(_ start: Int, _ last: Span?) -> Bool {
        guard let last, last.end <= words[start].span.start, words[start].span.start - last.end <= 6 else { return false }
        return [", ", " and ", ", and ", "/", " or "].contains(text[Span(last.end, words[start].span.start)])
    }

    /// Whether the word after a name makes it the name of a disease or a storm.
    private func names(_ end: Int) -> Bool {
        end < words.count && words[end].gap != .other && ["virus", "flu", "disease", "fever", "strain"].contains(words[end].lower)
    }

    /// Whether the words beside a name make it a person or an organisation.
    private func isPerson(_ start: Int, _ end: Int) -> Bool {
        if start > 0, words[start].gap == .space {
            let before = words[start - 1]
            if Scanner.titles.contains(before.lower) { return true }
            // "Charlotte Bronte", "Michael Jordan": a capitalised word before that no place bears.
            if before.isCapital, !before.isFirst, !Scanner.common.contains(before.lower), !gazetteer.knows(text[before.span]) { return true }
            if before.isCapital, Scanner.firstNames.contains(before.lower) { return true }
        }
        guard end < words.count, words[end].gap == .space, words[end].isCapital else { return false }
        if Scanner.bodies.contains(words[end].lower) { return true }
        return end - start == 1 && Scanner.firstNames.contains(words[start].lower)
    }
}
