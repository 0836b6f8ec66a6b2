internal import HearsayCore

/// All rules, indexed by the words they can begin with, so that most words of a text cost one look-up.
struct RuleBook: Sendable {
    let rules: [Rule]
    /// Each rule's pattern laid flat.
    let programs: [ContiguousArray<Step>]
    let vocabulary: [String: Int]
    /// Tier and inwardness apart from the rule, so that a rule that cannot apply is not touched.
    let levels: [(tier: Int, isInner: Bool)]
    private let byWord: [String: [Int]]
    private let merged: [String: [Int]]
    private let numbers: [Int]
    private let marks: [Int]

    static let standard = RuleBook(
        ClockRules.all + CalendarRules.all + RelativeRules.all + DurationRules.all + SetRules.all + HolidayRules.all
            + PartRules.all)

    init(_ rules: [Rule]) {
        self.rules = rules
        var vocabulary: [String: Int] = [:]
        programs = rules.map { rule in
            Step.flat(rule.pattern) { word in
                if let known = vocabulary[word] { return known }
                vocabulary[word] = vocabulary.count
                return vocabulary.count - 1
            }
        }
        self.vocabulary = vocabulary
        levels = rules.map { ($0.tier, $0.isInner) }
        var byWord: [String: [Int]] = [:]
        var byKind: [Kind: [Int]] = [:]
        // What a rule of tier 0 (or up to 1) can begin with stands in for <date> (or <point>).
        let zero = Set(rules.indices.filter { rules[$0].tier == 0 })
        let one = Set(rules.indices.filter { rules[$0].tier <= 1 })
        func firsts(_ nodes: ArraySlice<Node>) -> (Set<String>, Set<Kind>) {
            var words: Set<String> = []
            var kinds: Set<Kind> = []
            for node in nodes {
                switch node {
                case .words(let set, _): return (words.union(set), kinds)
                case .end: break
                case .kind(let kind, _):
                    kinds.insert(kind)
                    return (words, kinds)
                case .optional(let inner):
                    let (innerWords, innerKinds) = firsts(inner[...])
                    words.formUnion(innerWords)
                    kinds.formUnion(innerKinds)
                }
            }
            return (words, kinds)
        }
        for (index, rule) in rules.enumerated() {
            var (words, kinds) = firsts(rule.pattern[...])
            for (nested, inside) in [(Kind.point, one), (Kind.date, zero)] where kinds.contains(nested) {
                kinds.remove(nested)
                for other in inside {
                    let (otherWords, otherKinds) = firsts(rules[other].pattern[...])
                    words.formUnion(otherWords)
                    kinds.formUnion(otherKinds)
                }
                if kinds.contains(.date), nested == .point {
                    kinds.remove(.date)
                    for other in zero {
                        let (otherWords, otherKinds) = firsts(rules[other].pattern[...])
                        words.formUnion(otherWords)
                        kinds.formUnion(otherKinds)
                    }
                }
            }
            for word in words { byWord[word, default: []].append(index) }
            for kind in kinds { byKind[kind, default: []].append(index) }
        }
        self.byWord = byWord
        func merge(_ word: String?, _ kinds: [Kind]) -> [Int] {
            var all = Set(word.flatMap { byWord[$0] } ?? [])
            for kind in kinds { all.formUnion(byKind[kind] ?? []) }
            return all.sorted()
        }
        numbers = merge(nil, RuleBook.numberKinds)
        marks = merge("'", [.year])
        var merged: [String: [Int]] = [:]
        for word in Set(byWord.keys).union(RuleBook.table.keys) { merged[word] = merge(word, RuleBook.table[word] ?? []) }
        self.merged = merged
    }

    /// The rules that could begin with a word, in their order.
    func candidates(for word: Word) -> [Int] {
        switch word.kind {
        case .number: numbers
        case .letters: merged[word.lower] ?? []
        case .mark: word.lower == "'" ? marks : byWord[word.lower] ?? []
        }
    }

    private static let numberKinds: [Kind] = [.dnum, .ord, .year, .num, .anynum, .amount, .clock, .decade, .d2, .d4]

    private static let table: [String: [Kind]] = {
        var table: [String: [Kind]] = [:]
        func add(_ words: some Sequence<String>, _ kinds: [Kind]) { for word in words { table[word, default: []] += kinds } }
        add(Lexicon.months.keys, [.month])
        add(Lexicon.weekdays.keys, [.weekday, .wday])
        add(Lexicon.shortWeekdays.keys, [.wday])
        add(Lexicon.pluralWeekdays.keys, [.weekdays])
        add(Lexicon.units.keys, [.unit])
        add(Lexicon.plurals.keys, [.unit, .units])
        add(Lexicon.seasons.keys, [.season])
        add(Lexicon.dayParts.keys, [.daypart])
        add(Lexicon.zones, [.zone])
        add(["noon", "midday", "noontime", "midnight", "half", "quarter"], [.clock])
        for number in Array(Numerals.numberWords) { table[number, default: []] += [.num, .anynum, .amount, .clock, .year] }
        for number in Array(Numerals.ordinalWords) { table[number, default: []] += [.ord, .dnum] }
        for number in ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] {
            table[number, default: []] += [.ord, .dnum]
        }
        let amounts = [
            "a", "an", "half", "couple", "few", "several", "many", "various", "numerous", "dozens", "scores", "hundreds",
            "thousands", "some", "countless", "multiple", "tens", "another", "more", "less", "fewer", "at", "up", "as", "no",
            "well", "just", "close", "about", "around", "approximately", "roughly", "nearly", "almost", "over", "under",
            "only", "barely", "exactly", "fully", "perhaps", "maybe", "circa",
        ]
        add(amounts, [.amount])
        return table
    }()
}

/// Short for writing the tables of rules.
func rule(
    _ name: String, tier: Int = 0, inner: Bool = false, loose: Bool = false, _ pattern: String,
    _ make: @escaping @Sendable (Match) -> Meaning?
) -> Rule {
    Rule(name: name, tier: tier, pattern: PatternReader.read(pattern), isInner: inner, isLoose: loose, make: make)
}
