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
    private let words: [Word]

    /// A word with what stands between it and the one before.
    private struct Word {
        var span: Span
        var lower: String
        var isCapital: Bool
        var isAllCapitals: Bool
        /// Whether a sentence may begin here.
        var isFirst: Bool
        /// Whether only a space (or hyphen) parts it from the word before.
        var isJoined: Bool
    }

    init(gazetteer: Gazetteer, text: Text, peoples: Bool) {
        self.gazetteer = gazetteer
        self.text = text
        self.peoples = peoples
        words = Scanner.cut(text)
    }

    func spans() -> [Span] {
        var found: [Span] = []
        var index = 0
        while index < words.count {
            if words[index].isCapital, let length = longest(from: index) {
                found.append(Span(words[index].span.start, words[index + length - 1].span.end))
                index += length
            } else {
                index += 1
            }
        }
        return found
    }

    /// How many words from here make the name of a place; nil where none do.
    private func longest(from start: Int) -> Int? {
        var end = start + 1
        while end < words.count, end - start < 6, words[end].isJoined, words[end].isCapital || Scanner.links.contains(words[end].lower) { end += 1 }
        while end > start {
            if words[end - 1].isCapital, let good = accepts(start, end) { return good ? end - start : nil }
            end -= 1
        }
        return nil
    }

    /// Whether words make a name of a place; nil where the gazetteer has none, to try a shorter run.
    private func accepts(_ start: Int, _ end: Int) -> Bool? {
        let name = text[Span(words[start].span.start, words[end - 1].span.end)]
        let single = end - start == 1
        if single, Scanner.common.contains(words[start].lower) { return false }
        let candidates = gazetteer.exact(name).filter { $0.match != .short || Resolver.looksShort(name) }
        guard !candidates.isEmpty else { return nil }
        let isShort = candidates.contains { $0.match == .short }
        if single, words[start].isAllCapitals, name.count <= 4, !isShort { return nil }
        let isCountry = candidates.contains { $0.match <= .short && ($0.place.isCountry || $0.place.kind == .area) }
        let isPeople = candidates.contains { $0.match == .people }
        if isPeople, !candidates.contains(where: { $0.match == .usual }) { return peoples && !isPerson(start, end) ? true : false }
        if isPerson(start, end) { return false }
        if !single || isCountry { return true }
        // One capitalised word: it must be a name that is usual, and stand where places stand or be well known.
        let best = candidates.filter { $0.match <= .short }.map { Resolver.prior($0) }.max() ?? 0
        let before = start > 0 && (words[start].isJoined) ? words[start - 1].lower : ""
        if Scanner.placing.contains(before) { return best > 2 || candidates.contains { Resolver.prior($0) > 5 } }
        if words[start].isFirst { return best > 8 }
        return best > 6.5
    }

    /// Whether the words beside a name make it a person or an organisation.
    private func isPerson(_ start: Int, _ end: Int) -> Bool {
        if start > 0, words[start].isJoined {
            let before = words[start - 1]
            if Scanner.titles.contains(before.lower) { return true }
            // "Charlotte Bronte", "Michael Jordan": a capitalised word before that is no preposition at a sentence's start.
            if before.isCapital, !before.isFirst, !Scanner.common.contains(before.lower), !gazetteer.knows(text[before.span]) { return true }
            if before.isCapital, Scanner.firstNames.contains(before.lower) { return true }
        }
        guard end < words.count, words[end].isJoined, words[end].isCapital else { return false }
        let after = words[end]
        if Scanner.bodies.contains(after.lower) { return true }
        if Scanner.firstNames.contains(words[start].lower), end - start == 1 { return true }
        return false
    }

    private static func cut(_ text: Text) -> [Word] {
        var words: [Word] = []
        var index = 0
        let scalars = text.scalars
        var isFirst = true
        var gapStart = 0
        while index < scalars.count {
            guard isLetter(scalars[index]) else {
                if ".!?\n:•".unicodeScalars.contains(scalars[index]) { isFirst = true }
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count {
                if isLetter(scalars[end]) { end += 1; continue }
                // "D'Ivoire", "Jisr al-Shughur", "U.S.": marks inside a word, and the stops of an abbreviation.
                if "'’‘ʻ-".unicodeScalars.contains(scalars[end]), end + 1 < scalars.count, isLetter(scalars[end + 1]) {
                    if scalars[end] != "-", end + 1 < scalars.count, scalars[end + 1] == "s", end + 2 >= scalars.count || !isLetter(scalars[end + 2]) { break }
                    if scalars[end] == "-", !keepsHyphen(scalars, index, end) { break }
                    end += 2
                    continue
                }
                if scalars[end] == ".", end - index == 1 || (end >= 2 && scalars[end - 2] == "."), end + 1 < scalars.count, scalars[end + 1].properties.isUppercase {
                    end += 2
                    continue
                }
                if scalars[end] == ".", end >= 2, end - index > 1, scalars[end - 2] == "." { end += 1 }
                break
            }
            let form = text[Span(index, end)]
            let isCapital = scalars[index].properties.isUppercase || form.hasPrefix("al-") || form.hasPrefix("el-")
            let gap = gapStart..<index
            let joined = !words.isEmpty && gap.count == 1 && (scalars[gap.lowerBound] == " " || scalars[gap.lowerBound] == "-" || scalars[gap.lowerBound] == "\u{A0}")
            // "St. Louis", "Mt. Hermon": a stop that ends no sentence.
            let afterShort = words.last.map { ["st", "mt", "ft", "gen", "mr", "mrs", "dr", "col", "lt", "sgt", "maj", "sen", "rep", "gov"].contains($0.lower) } ?? false
            let joinedByStop = afterShort && gap.count == 2 && scalars[gap.lowerBound] == "."
            let isAll = end - index > 1 && !form.unicodeScalars.contains { $0.properties.isLowercase }
            words.append(Word(span: Span(index, end), lower: form.lowercased(), isCapital: isCapital, isAllCapitals: isAll, isFirst: isFirst && !joinedByStop, isJoined: joined || joinedByStop))
            isFirst = false
            index = end
            gapStart = end
        }
        return words
    }

    /// "Nagorno-Karabakh" and "al-Tanf" are one word, "London-based" and "US-led" are two.
    private static func keepsHyphen(_ scalars: [Unicode.Scalar], _ start: Int, _ hyphen: Int) -> Bool {
        let isArticle = hyphen - start <= 3 && !scalars[start..<hyphen].contains { !"aeiouAEIdlrnstzhD".unicodeScalars.contains($0) }
        if isArticle || scalars[hyphen + 1].properties.isUppercase { return true }
        // "Mazar-i-Sharif", "Port-au-Prince": small words between hyphens.
        let ahead = scalars[(hyphen + 1)..<min(scalars.count, hyphen + 5)]
        guard let second = ahead.firstIndex(of: "-"), second + 1 < scalars.count else { return false }
        return scalars[second + 1].properties.isUppercase
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
