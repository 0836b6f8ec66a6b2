internal import HearsayCore

/// A word as the date rules see it: a run of letters, a number, or one mark.
struct Word: Sendable {
    enum Kind: Sendable { case letters, number, mark }
    var kind: Kind
    /// Lower case, without the dots of "a.m."; digits and marks as written; every dash is "-", every apostrophe "'".
    var lower: String
    var span: Span
    /// Of a number written in digits.
    var number: Int?
    /// Letters glued to a number: "th" of "19th", "s" of "1990s", "am" of "8am".
    var suffix = ""
    var digits = 0
    var isGrouped = false
    var isCapital = false
    var isUpper = false
    /// White space stands before it.
    var spaced = false
    /// A paragraph ends before it: no phrase reaches over.
    var breaks = false
}

/// Cuts text into words for the date rules; knows nothing of grammar.
struct WordScanner {
    let scalars: [Unicode.Scalar]
    let end: Int
    private var at: Int

    init(_ text: Text, within span: Span) {
        scalars = text.scalars
        end = min(max(0, span.end), scalars.count)
        at = min(max(0, span.start), end)
    }

    static func words(of text: Text, within span: Span) -> [Word] {
        var scanner = WordScanner(text, within: span)
        var words: [Word] = []
        var spaced = true
        var newlines = 0
        while scanner.at < scanner.end {
            let scalar = scanner.scalars[scanner.at]
            if isSpace(scalar) {
                spaced = true
                if scalar == "\n" { newlines += 1 }
                scanner.at += 1
                continue
            }
            var word = scanner.next()
            word.spaced = spaced
            word.breaks = newlines >= 2
            words.append(word)
            spaced = false
            newlines = 0
        }
        return words
    }

    private mutating func next() -> Word {
        let start = at
        let scalar = scalars[at]
        if WordScanner.isDigit(scalar) { return number(from: start) }
        if WordScanner.isLetter(scalar) { return letters(from: start) }
        at += 1
        let mark: String
        switch scalar {
        case "-", "‐", "‑", "‒", "–", "—", "−": mark = "-"
        case "'", "’", "‘", "`":
            // The possessive is a word of its own: "today's" is "today" and "'s".
            if at < end, scalars[at] == "s" || scalars[at] == "S", at + 1 >= end || !WordScanner.isWordScalar(scalars[at + 1]) {
                at += 1
                return Word(kind: .mark, lower: "'s", span: Span(start, at))
            }
            mark = "'"
        default: mark = String(Character(scalar))
        }
        return Word(kind: .mark, lower: mark, span: Span(start, at))
    }

    private mutating func number(from start: Int) -> Word {
        var value = 0
        var digits = 0
        var isGrouped = false
        func digit(_ index: Int) -> Bool { index < end && WordScanner.isDigit(scalars[index]) }
        var form = ""
        while at < end {
            if digit(at) {
                digits += 1
                // Fifteen digits are no date; the sum must stay inside an Int.
                if digits <= 15 { value = value * 10 + Int(scalars[at].value - 48) }
                form.unicodeScalars.append(scalars[at])
                at += 1
            } else if scalars[at] == ",", digit(at + 1), digit(at + 2), digit(at + 3), !digit(at + 4), digits <= 3 || isGrouped {
                isGrouped = true
                form.unicodeScalars.append(",")
                at += 1
            } else if scalars[at] == ".", digit(at + 1), !form.contains("."), !isDotted(at + 1), !afterDot(start), !isClock(at + 1) {
                form.unicodeScalars.append(".")
                isGrouped = true
                at += 1
            } else {
                break
            }
        }
        let tail = at
        while at < end, WordScanner.isLetter(scalars[at]) { at += 1 }
        var suffix = WordScanner.lower(scalars[tail..<at])
        // "8a.m.", "10p.m."
        if suffix == "a" || suffix == "p", at + 1 < end, scalars[at] == ".", scalars[at + 1] == "m" || scalars[at + 1] == "M" {
            suffix += "m"
            at += 2
            if at < end, scalars[at] == "." { at += 1 }
        }
        var word = Word(kind: .number, lower: form + suffix, span: Span(start, at))
        word.number = digits <= 15 && !form.contains(".") ? value : nil
        word.suffix = suffix
        word.digits = digits
        word.isGrouped = isGrouped
        return word
    }

    /// "10.30pm", "10.30 a.m."
    private func isClock(_ from: Int) -> Bool {
        guard from + 2 < end, WordScanner.isDigit(scalars[from + 1]), !WordScanner.isDigit(scalars[from + 2]) else { return false }
        var index = from + 2
        if scalars[index] == " " { index += 1 }
        guard index + 1 < end, "apAP".unicodeScalars.contains(scalars[index]) else { return false }
        if scalars[index + 1] == "." { index += 1 }
        return index + 1 < end && (scalars[index + 1] == "m" || scalars[index + 1] == "M")
    }

    private func afterDot(_ start: Int) -> Bool {
        start >= 2 && scalars[start - 1] == "." && WordScanner.isDigit(scalars[start - 2])
    }

    /// "19.9.2023" is a date, no decimal fraction: a second dot with a digit follows the digits.
    private func isDotted(_ from: Int) -> Bool {
        var index = from
        while index < end, WordScanner.isDigit(scalars[index]) { index += 1 }
        return index + 1 < end && scalars[index] == "." && WordScanner.isDigit(scalars[index + 1])
    }

    private mutating func letters(from start: Int) -> Word {
        while at < end {
            if WordScanner.isWordScalar(scalars[at]) {
                at += 1
            } else if WordScanner.isApostrophe(scalars[at]), at + 1 < end, WordScanner.isLetter(scalars[at + 1]),
                !((scalars[at + 1] == "s" || scalars[at + 1] == "S") && (at + 2 >= end || !WordScanner.isWordScalar(scalars[at + 2])))
            {
                at += 1
            } else {
                break
            }
        }
        // "a.m.", "U.S.", "B.C.": single letters with dots are one word.
        if at == start + 1, at + 1 < end, scalars[at] == ".", WordScanner.isLetter(scalars[at + 1]),
            at + 2 >= end || !WordScanner.isWordScalar(scalars[at + 2])
        {
            while at + 1 < end, scalars[at] == ".", WordScanner.isLetter(scalars[at + 1]),
                at + 2 >= end || !WordScanner.isWordScalar(scalars[at + 2])
            {
                at += 2
            }
            if at < end, scalars[at] == "." { at += 1 }
        }
        let run = scalars[start..<at]
        var word = Word(kind: .letters, lower: WordScanner.lower(run.filter { $0 != "." }), span: Span(start, at))
        word.isCapital = run.first.map { $0.properties.isUppercase } ?? false
        word.isUpper = run.count > 1 && run.allSatisfy { !$0.properties.isLowercase }
        return word
    }

    static func lower(_ run: some Sequence<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        for scalar in run {
            switch scalar.value {
            case 65...90: out.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case 0x2019, 0x2018: out.append("'")
            case 0..<128: out.append(scalar)
            default: out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(out)
    }
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }
    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 128
            ? (scalar.value >= 65 && scalar.value <= 90) || (scalar.value >= 97 && scalar.value <= 122)
            : scalar.properties.isAlphabetic
    }
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool { isLetter(scalar) || isDigit(scalar) }
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 128
            ? scalar == " " || (scalar.value >= 9 && scalar.value <= 13) : scalar.properties.isWhitespace
    }
}
