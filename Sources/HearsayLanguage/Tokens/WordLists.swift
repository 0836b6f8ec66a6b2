/// A list of words, each as its folded scalars.
struct WordList: Sendable {
    private let words: Set<[UInt32]>
    private let longest: Int

    init(_ list: String) {
        words = Set(list.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
        longest = words.reduce(0) { max($0, $1.count) }
    }

    func contains(_ word: ArraySlice<UInt32>) -> Bool { word.count <= longest && words.contains(Array(word)) }
}

/// Short words written together that are two words to the grammar.
enum Clitics {
    private static let clitics = WordList("'s 'm 'd 're 've 'll n't")
    private static let fused: [[UInt32]: Int] = {
        var table: [[UInt32]: Int] = [:]
        let pairs = """
            can|not gon|na got|ta wan|na do|nt does|nt did|nt is|nt was|nt could|nt would|nt should|nt has|nt have|nt are|nt
            were|nt ca|nt wo|nt i|m i|ve that|s what|s there|s they|re they|ve you|re you|ve
            """
        for pair in pairs.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "|")
            table[(parts[0] + parts[1]).unicodeScalars.map(\.value)] = parts[0].unicodeScalars.count
        }
        return table
    }()

    static func isClitic(_ word: ArraySlice<UInt32>) -> Bool { clitics.contains(word) }

    /// Where a word like "cannot" falls into two; nil where it does not.
    static func cut(_ word: ArraySlice<UInt32>) -> Int? {
        switch word[word.startIndex] {
        case 0x61, 0x63, 0x64, 0x67, 0x68, 0x69, 0x73, 0x74, 0x77, 0x79: fused[Array(word)]
        default: nil
        }
    }
}

/// Words whose period is part of them. Training/tokenizer reads these lists from here.
enum Abbreviations {
    /// Stand before a name or a number and so never end a sentence.
    static let titles = WordList(
        """
        mr mrs ms dr prof gen lt col sgt maj capt cpl pvt cmdr cdr comdr adm brig rear gov sen rep reps sens rev hon st mt
        ft messrs mme mlle pres supt insp det lt-gen maj-gen vice-adm sub-lt pte spc pfc ssgt msgt tsgt atty amb sec dep
        asst vs approx ca cf eg esp no nos vol pp pg para sect op fr br attn
        """)
    /// May stand anywhere, also at the end.
    static let others = WordList(
        """
        jan feb apr jun jul aug sep sept oct nov dec tue tues wed thu thur thurs fri inc ltd co cos cie corp plc llc jr sr bros
        dept est al etc ext ave blvd rd govt mil intl natl assn div ariz calif colo conn fla kan ky mich minn mont neb
        nev okla tenn tex va vt wis wyo ala ark md del yrs hrs mins lbs oz km
        """)
    /// Words of their own too: "Sat.", "Mass.", "fig."; abbreviations only with one capital and a word behind.
    static let doubtful = WordList("mar mon sat sun mass miss wash ill ind ga la pa ed eds fig figs min max ore mo")
    /// Glued to the next word by a hyphen they stay one word with it: "pro-Russian", "e-mail".
    static let prefixes = WordList(
        "e co re ex mid pro anti non pre post semi multi sub counter un inter intra ultra mini cross over socio trans arch vice")

    static func isTitle(_ word: ArraySlice<UInt32>) -> Bool { titles.contains(word) }
    static func isKnown(_ word: ArraySlice<UInt32>) -> Bool { titles.contains(word) || others.contains(word) }
}

/// Words that in title case open a sentence.
enum Starters {
    static let words = WordList(
        """
        the a an he she it they we this that these those his her its their there but and in on at after before when while
        as if since for by with however meanwhile
        """)
}
