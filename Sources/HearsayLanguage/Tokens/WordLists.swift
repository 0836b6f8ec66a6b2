/// Short words written together that are two words to the grammar.
enum Clitics {
    static let s: UInt32 = 0x73

    private static let clitics = Set(["'s", "'m", "'d", "'re", "'ve", "'ll", "n't"].map { Array($0.unicodeScalars.map(\.value)) })
    private static let fused: [[UInt32]: Int] = {
        var table: [[UInt32]: Int] = [:]
        for pair in ["can not", "gon na", "got ta", "wan na", "do nt", "does nt", "did nt", "is nt", "was nt", "could nt", "would nt", "has nt", "are nt"] {
            let parts = pair.split(separator: " ")
            table[(parts[0] + parts[1]).unicodeScalars.map(\.value)] = parts[0].unicodeScalars.count
        }
        return table
    }()

    static func isClitic(_ word: ArraySlice<UInt32>) -> Bool { clitics.contains(Array(word)) }

    /// Where a word like "cannot" falls into two; nil where it does not.
    static func cut(_ word: ArraySlice<UInt32>) -> Int? {
        switch word[word.startIndex] {
        case 0x61, 0x63, 0x64, 0x67, 0x68, 0x69, 0x77: fused[Array(word)]
        default: nil
        }
    }
}

/// Words whose period is part of them.
enum Abbreviations {
    private static func words(_ list: String) -> Set<[UInt32]> {
        Set(list.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
    }

    private static let titles = words(
        """
        mr mrs ms dr prof gen lt col sgt maj capt cpl pvt cmdr adm brig rear gov sen rep rev hon st mt ft no nos vs etc
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri
        inc ltd co corp jr sr bros dept est al fig vol pp ed eds approx min max messrs mme mlle fr pres supt insp det
        ariz calif colo conn fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa tenn tex va wash wis
        """)
    private static let prefixes = words(
        "e co re ex mid pro anti non pre post semi multi sub counter neo un inter intra ultra mini micro trans cross x t")

    static func isPrefix(_ word: ArraySlice<UInt32>) -> Bool { word.count <= 7 && prefixes.contains(Array(word)) }
    static func isTitle(_ word: ArraySlice<UInt32>) -> Bool { word.count <= 7 && titles.contains(Array(word)) }

    /// Whether the period at an index belongs to the word before it: "Gen.", "U.S.", "J."
    static func keepsPeriod(_ letters: Letters, wordBefore index: Int, from start: Int) -> Bool {
        var first = index
        while first > start, letters.kinds[first - 1] == .letter || letters.kinds[first - 1] == .period { first -= 1 }
        if (first..<index).contains(where: { letters.kinds[$0] == .period }) { return index - first <= 9 }
        if index - first == 1 { return letters.isUpper[first] }
        return isTitle(letters.folded[first..<index])
    }
}
