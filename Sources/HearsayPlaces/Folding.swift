/// Turns a name into the key under which all its spellings meet.
///
/// The *close* key folds case, accents, apostrophes, ayn and hamza signs, hyphens and spaces: "Ḩalab al-Jadīdah" and
/// "Halab al Jadidah" meet. The *loose* key also drops the Arabic article and evens out transliteration: "Al Ḩudaydah"
/// and "Hodeidah", "Jabal" and "Jebel", "Raqqah" and "Raqa" meet.
enum Folding {
    /// Words of a name in plain lower-case ASCII; letters of other scripts stay as they are.
    static func words(_ name: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in name.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                let byte = UInt8(value)
                switch byte {
                case 97...122, 48...57:
                    word.append(byte)
                    continue
                case 65...90:
                    word.append(byte | 0x20)
                    continue
                // Apostrophes are letters left out, or ayn and hamza; the stops of "U.S." say nothing.
                case 39, 46, 96: continue
                default: break
                }
                if !word.isEmpty { words.append(word) }
                word = []
                continue
            }
            if let plain = LatinLetters.plain(value) {
                word.append(contentsOf: plain)
                continue
            }
            // Combining marks; modifier letters (ʻ ʼ ʿ ʾ), curly quotes and primes that stand for ayn and hamza.
            if (0x2B0...0x36F).contains(value) || (0x2018...0x201B).contains(value) || value == 0x2032 || value == 0xB4
                || value == 0xAD || (0x200B...0x200F).contains(value) || value == 0x2BC
            {
                continue
            }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(contentsOf: Array(String(scalar).lowercased().utf8))
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = []
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The close key of a name; empty where nothing of it can be looked up.
    ///
    /// The same as of its words, in one pass and one buffer: the look-up that a reader makes for every capital letter.
    static func close(_ name: String) -> [UInt8] {
        var name = name
        let plain: [UInt8]? = name.withUTF8 { bytes -> [UInt8]? in
            var key: [UInt8] = []
            key.reserveCapacity(bytes.count + 8)
            var start = 0
            var words = 0
            var isOpen = false
            for byte in bytes {
                switch byte {
                case 97...122, 48...57, 65...90:
                    if !isOpen {
                        if words == 1 { lengthen(&key, from: start) }
                        start = key.count
                        words += 1
                        isOpen = true
                    }
                    key.append(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
                case 39, 46, 96: continue
                case 128...: return nil
                default:
                    // The first word waits: "St" alone is no saint.
                    if isOpen, words > 1 { lengthen(&key, from: start) }
                    isOpen = false
                }
            }
            if isOpen, words > 1 { lengthen(&key, from: start) }
            return key
        }
        return plain ?? close(words(name))
    }

    /// Writes the short form at the end of a key out: "st" is "saint".
    private static func lengthen(_ key: inout [UInt8], from start: Int) {
        guard key.count == start + 2, key[start + 1] == UInt8(ascii: "t") else { return }
        switch key[start] {
        case UInt8(ascii: "s"): key.replaceSubrange(start..., with: "saint".utf8)
        case UInt8(ascii: "f"): key.replaceSubrange(start..., with: "fort".utf8)
        case UInt8(ascii: "m"): key.replaceSubrange(start..., with: "mount".utf8)
        default: break
        }
    }

    static func close(_ words: [[UInt8]]) -> [UInt8] {
        var key: [UInt8] = []
        for word in words {
            let start = key.count
            key.append(contentsOf: word)
            if words.count > 1 { lengthen(&key, from: start) }
        }
        return key
    }

    /// The loose key, marked so that it never meets a close one; empty where too little is left to tell places apart.
    static func loose(_ words: [[UInt8]]) -> [UInt8] {
        var key: [UInt8] = [loosely]
        for (index, word) in words.enumerated() {
            let text = String(decoding: word, as: UTF8.self)
            if articles.contains(text), words.count > 1, index + 1 < words.count { continue }
            if let same = alike[text] {
                key.append(contentsOf: same)
            } else {
                key.append(contentsOf: evened(word))
            }
        }
        return key.count < 4 ? [] : key
    }

    static let loosely = UInt8(ascii: "~")

    /// The Arabic article, its assimilated forms and the Persian and Kurdish link.
    private static let articles: Set<String> = [
        "al", "el", "ul", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "en", "er", "es", "esh", "et", "ez",
        "il", "e", "i",
    ]

    /// Words that stand at the head of many names, in their many spellings.
    private static let alike: [String: [UInt8]] = {
        var table: [String: [UInt8]] = [:]
        for line in [
            "jbl jabal jebel djebel jabel gebel jebal gabal jbel", "tl tall tell tal tel", "dr deir dayr dair der deyr",
            "in ayn ain ein aayn ayin", "kfr kafr kfar kafar kafer kfer kefar kufr", "bt bayt beit bait bet beyt",
            "brj burj borj bordj bourj", "wd wadi ouadi uadi oued", "khr khirbat khirbet kherbet khirbah khirba",
            "mdn madinat medinat madinet medinet", "umm um oum umm", "bab baab bab", "qst qalat qalaat kalat qalah qala kala",
            "shyk shaykh sheikh shaikh sheik cheikh sheyh", "bn bin ben ibn", "bir bir bi'r beer", "mrt marat maarat maarrat maaret maarret",
            "st saint st ste sainte", "hn khan", "nhr nahr", "rs ras raas", "qrn qarn", "msyf masyaf masyaf misyaf",
        ] {
            let words = line.split(separator: " ")
            for word in words.dropFirst() { table[String(word)] = Array(words[0].utf8) + [UInt8(ascii: ".")] }
        }
        return table
    }()

    /// One word with doubled letters, long vowels and the common transliteration pairs made one.
    private static func evened(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        func at(_ offset: Int) -> UInt8 { index + offset < word.count ? word[index + offset] : 0 }
        func push(_ letter: Character) {
            let byte = letter.asciiValue ?? 0
            if out.last != byte { out.append(byte) }
        }
        while index < word.count {
            switch (word[index], at(1)) {
            case (UInt8(ascii: "k"), UInt8(ascii: "h")): push("h"); index += 2
            case (UInt8(ascii: "g"), UInt8(ascii: "h")): push("g"); index += 2
            case (UInt8(ascii: "d"), UInt8(ascii: "h")): push("d"); index += 2
            case (UInt8(ascii: "t"), UInt8(ascii: "h")): push("t"); index += 2
            case (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "h")): push("s"); index += 2
            case (UInt8(ascii: "p"), UInt8(ascii: "h")): push("f"); index += 2
            case (UInt8(ascii: "d"), UInt8(ascii: "j")): push("j"); index += 2
            case (UInt8(ascii: "z"), UInt8(ascii: "h")): push("j"); index += 2
            case (UInt8(ascii: "c"), UInt8(ascii: "k")): push("k"); index += 2
            case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "o"), UInt8(ascii: "o")), (UInt8(ascii: "o"), UInt8(ascii: "w")):
                push("u"); index += 2
            case (UInt8(ascii: "a"), UInt8(ascii: "y")), (UInt8(ascii: "a"), UInt8(ascii: "i")), (UInt8(ascii: "e"), UInt8(ascii: "i")),
                (UInt8(ascii: "e"), UInt8(ascii: "y")), (UInt8(ascii: "e"), UInt8(ascii: "e")), (UInt8(ascii: "i"), UInt8(ascii: "y")):
                push("i"); index += 2
            case (UInt8(ascii: "h"), 0): index += 1  // "Raqqah", "Raqqa"
            case (UInt8(ascii: "q"), _), (UInt8(ascii: "c"), _): push("k"); index += 1
            case (UInt8(ascii: "e"), _), (UInt8(ascii: "y"), _): push("i"); index += 1
            case (UInt8(ascii: "o"), _), (UInt8(ascii: "w"), _): push("u"); index += 1
            default:
                if out.last != word[index] { out.append(word[index]) }
                index += 1
            }
        }
        return out
    }

    /// Mixes a key into the 64 bits under which it is filed (FNV-1a, then a finaliser; the same on every machine).
    static func hash(_ key: [UInt8]) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ (value >> 32)) &* 0xd6e8_feb8_6659_fd93
        return value ^ (value >> 29)
    }
}
