/// The words at a story's head that say where it was filed, when and by which agency.
///
/// "GENEVA, 3 March (Reuters) - " gives the agency "Reuters"; the span runs to the dash.
public struct Dateline: Hashable, Sendable {
    public var span: Span
    /// Where it was filed: "GENEVA".
    public var place: Span?
    /// Who filed it: "Reuters"; nil where the head names nobody.
    public var agency: String?

    /// The dateline of the first body paragraphs, if there is one.
    init?(in text: Text, blocks: [Block]) {
        for block in blocks.prefix(4) {
            guard let found = Dateline(in: text, paragraph: block.span) else { continue }
            self = found
            return
        }
        return nil
    }

    /// Reads a dateline at the start of a paragraph.
    init?(in text: Text, paragraph: Span) {
        let scalars = text.scalars
        let limit = min(paragraph.end, paragraph.start + 100)
        var index = paragraph.start
        var bracket: Span?
        var isShouted = true
        var words = 0
        var inWord = false
        var isPlaceOpen = true
        var placeEnd = paragraph.start
        while index < limit {
            let scalar = scalars[index]
            if scalar == "(" {
                guard let close = scalars[index..<limit].firstIndex(of: ")"), close > index + 1 else { return nil }
                if bracket == nil || !Dateline.looksLikeAgency(text[bracket!]) { bracket = Span(index + 1, close) }
                index = close + 1
                isPlaceOpen = false
                continue
            }
            if let dash = Dateline.dash(scalars, at: index, limit: paragraph.end) {
                let hasAgency = bracket.map { Dateline.looksLikeAgency(text[$0]) } ?? false
                guard words > 0 || hasAgency, isShouted || hasAgency, words <= 9 else { return nil }
                // Nothing behind it: a heading, unless it names an agency.
                guard hasAgency || dash < paragraph.end else { return nil }
                span = Span(paragraph.start, Dateline.marks(scalars, from: dash, limit: paragraph.end))
                place = placeEnd > paragraph.start ? Span(paragraph.start, placeEnd) : nil
                agency = hasAgency ? bracket.map { text[$0] } : nil
                return
            }
            if Lines.isWhite(scalar) || scalar == "," || scalar == "." || scalar == "/" {
                if scalar == "," { isPlaceOpen = false }
                inWord = false
            } else if Dateline.isWordScalar(scalar) {
                if !inWord {
                    // Only names, months and numbers stand in a dateline.
                    guard scalar.properties.isUppercase || ("0"..."9").contains(scalar) else { return nil }
                    words += 1
                    inWord = true
                }
                // "NEW YORK", not "Joint Command": the place is in capitals to its comma.
                if isPlaceOpen, scalar.properties.isLowercase { isShouted = false }
                if isPlaceOpen { placeEnd = index + 1 }
            } else {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "'" || scalar == "’" || scalar == "-"
    }

    /// Offset behind a dash that closes a dateline; a hyphen counts only between spaces or after a bracket.
    private static func dash(_ scalars: [Unicode.Scalar], at index: Int, limit: Int) -> Int? {
        let isAfterBracket = index > 0 && scalars[index - 1] == ")"
        let isSpaced = index > 0 && (Lines.isWhite(scalars[index - 1]) || isAfterBracket)
        switch scalars[index] {
        case "—", "–": return index + 1
        case "_": return isSpaced ? index + 1 : nil
        case "-":
            if index + 1 < limit, scalars[index + 1] == "-" { return index + 2 }
            return isSpaced && (index + 1 == limit || Lines.isWhite(scalars[index + 1])) ? index + 1 : nil
        default: return nil
        }
    }

    /// Offset behind the marks of a monitoring service, "[TEXT]", "[EXCERPTS]", that may follow the dash.
    private static func marks(_ scalars: [Unicode.Scalar], from start: Int, limit: Int) -> Int {
        var end = start
        while true {
            var index = end
            while index < limit, Lines.isWhite(scalars[index]) { index += 1 }
            guard index < limit, scalars[index] == "[" else { return end }
            guard let close = scalars[index..<min(limit, index + 60)].firstIndex(of: "]"), close + 1 < limit else { return end }
            let isMark = scalars[index + 1..<close].allSatisfy { $0.properties.isUppercase || Lines.isWhite($0) }
            guard isMark, close > index + 1 else { return end }
            end = close + 1
        }
    }

    private static func looksLikeAgency(_ words: String) -> Bool {
        guard let first = words.unicodeScalars.first, first.properties.isUppercase, words.unicodeScalars.count <= 40 else {
            return false
        }
        return !words.unicodeScalars.contains { ("0"..."9").contains($0) }
    }
}
