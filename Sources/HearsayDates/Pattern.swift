internal import HearsayCore

/// A rule in Duckling's way: a name, a pattern over words, and what a match means.
struct Rule: Sendable {
    let name: String
    /// A rule may use what rules of a lower tier find ("the end of <date>").
    let tier: Int
    let pattern: [Node]
    /// Never an expression of its own, only a part of a longer one.
    var isInner = false
    /// True for phrases that tell of a time but that TIMEX3 does not mark ("formerly").
    var isLoose = false
    let make: @Sendable (Match) -> Meaning?
}

/// One element of a pattern.
indirect enum Node: Sendable {
    case words(Set<String>, name: String?)
    case kind(Kind, name: String)
    case optional([Node])
    /// Nothing more of the clause: a mark, or the text's end.
    case end
}

/// A pattern laid flat, so that matching copies nothing: what may be missing becomes a choice with the place to go on at.
enum Step: Sendable {
    case words([Int], name: String?)
    case kind(Kind, place: Int, name: String)
    /// Try what follows; if that fails, go on there.
    case maybe(Int)
    case end

    static func flat(_ nodes: [Node], number: (String) -> Int) -> ContiguousArray<Step> {
        var steps: ContiguousArray<Step> = []
        func add(_ nodes: [Node]) {
            for node in nodes {
                switch node {
                case .words(let set, let name): steps.append(.words(set.map(number).sorted(), name: name))
                case .kind(let kind, let name): steps.append(.kind(kind, place: Kind.places[kind] ?? 0, name: name))
                case .end: steps.append(.end)
                case .optional(let inner):
                    let place = steps.count
                    steps.append(.maybe(0))
                    add(inner)
                    steps[place] = .maybe(steps.count)
                }
            }
        }
        add(nodes)
        return steps
    }
}

/// What an element may stand for besides plain words.
enum Kind: String, Sendable, CaseIterable {
    /// Its number among the kinds, fewer than 32.
    static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    case month, weekday, wday, weekdays, dnum, ord, year, num, amount, unit, units, season, daypart, clock, zone, decade
    case d2, d4, anynum, adjective
    /// What a rule of tier 0, of tier 0 or 1, finds.
    case date, point
}

enum Capture: Sendable {
    case number(Int)
    case word(String)
    case unit(Unit, isPlural: Bool)
    case season(Season)
    case dayPart(DayPart)
    case amount(Amount)
    case clock(Clock)
    case meaning(Meaning)
}

/// The words a pattern matched and what its elements caught.
struct Match: Sendable {
    var captures: [(name: String, value: Capture)] = []
    var range: Range<Int> = 0..<0

    func word(_ name: String) -> String? {
        for capture in captures where capture.name == name { if case .word(let word) = capture.value { return word } }
        return nil
    }
    func number(_ name: String) -> Int? {
        for capture in captures where capture.name == name { if case .number(let number) = capture.value { return number } }
        return nil
    }
    func unit() -> Unit? {
        for capture in captures { if case .unit(let unit, _) = capture.value { return unit } }
        return nil
    }
    var isPlural: Bool {
        for capture in captures { if case .unit(_, let isPlural) = capture.value { return isPlural } }
        return false
    }
    func season() -> Season? {
        for capture in captures { if case .season(let season) = capture.value { return season } }
        return nil
    }
    func dayPart() -> DayPart? {
        for capture in captures { if case .dayPart(let part) = capture.value { return part } }
        return nil
    }
    func amount() -> Amount? {
        for capture in captures { if case .amount(let amount) = capture.value { return amount } }
        return nil
    }
    func clock() -> Clock? {
        for capture in captures { if case .clock(let clock) = capture.value { return clock } }
        return nil
    }
    func meaning() -> Meaning? {
        for capture in captures { if case .meaning(let meaning) = capture.value { return meaning } }
        return nil
    }
}

/// Reads the notation of patterns: words ("last|past"), kinds ("<month>"), a name before a colon ("which:last|next"),
/// "?" for what may be missing, round brackets for several elements that go together; LP and RP are brackets in the text,
/// END asks for the clause's end.
enum PatternReader {
    static func read(_ text: String) -> [Node] {
        var items = text.split(separator: " ").map(String.init)[...]
        let nodes = sequence(&items)
        precondition(items.isEmpty, "a pattern's brackets match: \(text)")
        return nodes
    }

    private static func sequence(_ items: inout ArraySlice<String>) -> [Node] {
        var nodes: [Node] = []
        while let item = items.first {
            items.removeFirst()
            if item == "(" {
                let inner = sequence(&items)
                let close = items.popFirst()
                precondition(close == ")" || close == ")?", "a bracket is closed")
                if close == ")?" { nodes.append(.optional(inner)) } else { nodes += inner }
            } else if item == ")" || item == ")?" {
                items = [item] + items
                return nodes
            } else {
                nodes.append(element(item))
            }
        }
        return nodes
    }

    private static func element(_ item: String) -> Node {
        if item == "END" { return .end }
        var body = Substring(item)
        let isOptional = body.count > 1 && body.hasSuffix("?")
        if isOptional { body = body.dropLast() }
        var name: String?
        if body.count > 1, let colon = body.firstIndex(of: ":"), colon != body.startIndex {
            name = String(body[..<colon])
            body = body[body.index(after: colon)...]
        }
        let node: Node
        if body.hasPrefix("<"), body.hasSuffix(">") {
            let kind = Kind(rawValue: String(body.dropFirst().dropLast()))
            precondition(kind != nil, "a pattern names a known kind: \(item)")
            node = .kind(kind ?? .num, name: name ?? (kind ?? .num).rawValue)
        } else {
            let brackets = ["LP": "(", "RP": ")"]
            node = .words(Set(body.split(separator: "|").map { brackets[String($0)] ?? String($0) }), name: name)
        }
        return isOptional ? .optional([node]) : node
    }
}
