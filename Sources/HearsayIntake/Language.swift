import HearsayCore

/// A small test for English: the share of its commonest function words.
enum Language {
    private static let words: Set<[UInt8]> = Set(
        """
        the of and to in a that is was for on with as by at from he she it his her its they their this be are were been has
        have had not but or an which who will would said after over into than when where while there we you our if no more
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

    /// "en", or nil where the words are not English ones.
    static func guess(_ text: Text) -> String? {
        var total = 0
        var known = 0
        var foreign = 0
        var word: [UInt8] = []
        func close() {
            guard !word.isEmpty else { return }
            total += 1
            if words.contains(word) { known += 1 }
            word.removeAll(keepingCapacity: true)
        }
        // The head of a text tells; a long one need not be read to its end.
        for scalar in text.scalars.prefix(20_000) {
            switch scalar {
            case "a"..."z": word.append(UInt8(scalar.value))
            case "A"..."Z": word.append(UInt8(scalar.value + 32))
            default:
                if scalar.value > 0x7F, scalar.properties.isAlphabetic {
                    foreign += 1
                    word.append(0)
                } else {
                    close()
                }
            }
        }
        close()
        if total == 0 { return nil }
        if foreign > total { return nil }
        // A headline or two has too few words to tell by; a short notice full of names and figures has few function words.
        if total < 12 { return "en" }
        return known * 100 >= total * (total < 120 ? 8 : 15) ? "en" : nil
    }
}
