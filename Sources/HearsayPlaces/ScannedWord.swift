import HearsayCore

/// A word of a text with what stands between it and the one before.
struct ScannedWord {
    enum Gap { case space, hyphen, possessive, other }

    var span: Span
    var lower: String
    var isCapital: Bool
    var isAllCapitals: Bool
    /// Whether a sentence may begin here.
    var isFirst: Bool
    var isAfterComma: Bool
    var gap: Gap

    /// The words of a text. "al-Tanf", "D'Ivoire", "U.S." are one; "London-based" is two, as is "Nagorno-Karabakh".
    static func cut(_ text: Text) -> [ScannedWord] {
        var words: [ScannedWord] = []
        let scalars = text.scalars
        var index = 0
        var isFirst = true
        while index < scalars.count {
            guard isLetter(scalars[index]) else {
                if ".!?\n:•".unicodeScalars.contains(scalars[index]) { isFirst = true }
                index += 1
                continue
            }
            let end = wordEnd(scalars, index)
            let before = words.last.map { gap(scalars[$0.span.end..<index], after: $0) } ?? .other
            let form = text[Span(index, end)]
            words.append(
                ScannedWord(
                    span: Span(index, end), lower: form.lowercased(),
                    isCapital: scalars[index].properties.isUppercase || form.hasPrefix("al-") || form.hasPrefix("el-"),
                    isAllCapitals: end - index > 1 && !form.unicodeScalars.contains { $0.properties.isLowercase },
                    isFirst: isFirst && before == .other,
                    isAfterComma: words.last.map { text[Span($0.span.end, index)] == ", " } ?? false, gap: before))
            isFirst = false
            index = end
            // "China's": the ending is no word.
            if end + 1 < scalars.count, "'’".unicodeScalars.contains(scalars[end]), scalars[end + 1] == "s" { index += 2 }
        }
        return words
    }

    private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start + 1
        while end < scalars.count {
            if isLetter(scalars[end]) {
                end += 1
            } else if end + 1 < scalars.count, isLetter(scalars[end + 1]), isInside(scalars, start, end) {
                end += 2
            } else {
                break
            }
        }
        // The last stop of "U.S.".
        if end < scalars.count, scalars[end] == ".", end - start >= 3, scalars[end - 2] == "." { end += 1 }
        return end
    }

    /// Whether a mark between two letters belongs to the word.
    private static func isInside(_ scalars: [Unicode.Scalar], _ start: Int, _ mark: Int) -> Bool {
        switch scalars[mark] {
        case "'", "’", "‘", "ʻ":
            let isEnding = scalars[mark + 1] == "s" && (mark + 2 >= scalars.count || !isLetter(scalars[mark + 2]))
            return !isEnding
        case ".":
            return scalars[mark + 1].properties.isUppercase && (mark - start == 1 || scalars[mark - 2] == ".")
        case "-":
            // The Arabic article, and small words between hyphens: "Mazar-i-Sharif".
            let head = String(String.UnicodeScalarView(scalars[start..<mark])).lowercased()
            if Scanner.articles.contains(head) { return true }
            return scalars[(mark + 1)..<min(scalars.count, mark + 5)].contains("-") && !scalars[mark + 1].properties.isUppercase
        default: return false
        }
    }

    private static func gap(_ between: ArraySlice<Unicode.Scalar>, after word: ScannedWord) -> Gap {
        let mark = String(String.UnicodeScalarView(between))
        switch mark {
        case " ", "\u{A0}": return .space
        case "-", "–": return .hyphen
        case "'s ", "’s ": return .possessive
        // "St. Louis": a stop that ends no sentence.
        case ". ": return Scanner.stopped.contains(word.lower) ? .space : .other
        default: return .other
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
