import HearsayCore

/// A noun phrase cut into known names, role nouns, names of persons and the words that join them.
struct Passage {
    struct Token {
        var form: String
        var low: String
        var key: [UInt8]
        /// Some letter is a capital.
        var isCapital: Bool
        /// Some letter is small.
        var hasSmall: Bool
        var upos: UPOS
        /// Written on to the word before with a hyphen: "backed" in "Armenian-backed".
        var isHyphened: Bool
    }

    enum Link { case backed, led, run, pro, anti, ethnic, former }

    enum Kind {
        case name([ActorLexicon.Meaning])
        case remembered(ResolvedActor)
        case leader([Int])
        case agent(Agent, isPlural: Bool)
        case capitals
        case plain
        case possessive
        case preposition
        case comma
        case link(Link)
        /// Articles, numbers and hedges.
        case filler
    }

    struct Element {
        var kind: Kind
        var tokens: Range<Int>
    }

    private var hyphenNext = false
    var tokens: [Token] = []
    var elements: [Element] = []

    init(_ words: [ActorPhrase.Word], lexicon: ActorLexicon, context: ActorContext) {
        // A phrase longer than this is no phrase; the rest of it is not looked at.
        for word in words.prefix(80) { add(word) }
        scan(lexicon, context)
        joinNames()
    }

    // MARK: tokens

    private mutating func add(_ word: ActorPhrase.Word) {
        let low = word.form.lowercased()
        if low.contains("-"), low.utf8.count > 1 {
            let parts = word.form.split(separator: "-", omittingEmptySubsequences: true).map(String.init)
            if let last = parts.last?.lowercased(), parts.count >= 2,
                Words.backed.contains(last) || Words.led.contains(last) || Words.run.contains(last) || last == "based"
            {
                append(parts.dropLast().joined(separator: "-"), upos: .PROPN)
                append(parts[parts.count - 1], upos: .VERB, isHyphened: true)
                return
            }
            if let first = parts.first?.lowercased(), parts.count >= 2, ["pro", "anti", "ex", "ethnic", "non"].contains(first) {
                append(first + "-", upos: .X)
                append(parts.dropFirst().joined(separator: "-"), upos: word.upos)
                return
            }
        }
        append(word.form, upos: word.upos)
    }

    private mutating func append(_ form: String, upos: UPOS, isHyphened: Bool = false) {
        if form == "-" || form == "–" || form == "." {
            hyphenNext = form != "." && !tokens.isEmpty
            return
        }
        let isHyphened = isHyphened || hyphenNext
        hyphenNext = false
        var isCapital = false
        var hasSmall = false
        for scalar in form.unicodeScalars {
            if scalar.properties.isUppercase { isCapital = true }
            if scalar.properties.isLowercase { hasSmall = true }
        }
        tokens.append(
            Token(
                form: form, low: form.lowercased(), key: Fold.key(form), isCapital: isCapital, hasSmall: hasSmall,
                upos: upos, isHyphened: isHyphened))
    }

    /// The words of a range as they are written, but for spaces.
    func text(_ range: Range<Int>) -> String {
        var out = ""
        for index in range {
            let form = tokens[index].form
            let joins = Words.possessives.contains(form) || form == "," || form == ")"
            let after = index > range.lowerBound && (tokens[index - 1].form.hasSuffix("-") || tokens[index - 1].form == "(")
            if !out.isEmpty && !joins && !after { out += tokens[index].isHyphened ? "-" : " " }
            out += form
        }
        return out
    }

    // MARK: elements

    private mutating func scan(_ lexicon: ActorLexicon, _ context: ActorContext) {
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if Words.possessives.contains(token.form) {
                push(.possessive, index, 1, &index)
                continue
            }
            if [",", "(", ")", ";", ":"].contains(token.form) {
                push(.comma, index, 1, &index)
                continue
            }
            if token.key.isEmpty {
                push(.filler, index, 1, &index)
                continue
            }
            let name = isByname(index) ? nil : longestName(at: index, lexicon, context)
            let agent = longestAgent(at: index, lexicon)
            if let name, name.length >= (agent?.length ?? 0) {
                push(name.kind, index, name.length, &index)
            } else if let agent {
                push(agent.kind, index, agent.length, &index)
            } else {
                push(word(at: index), index, 1, &index)
            }
        }
    }

    /// "al-Kuwaiti" of "Abu Salim al-Kuwaiti": where a man's name says he is from, and no country.
    private func isByname(_ index: Int) -> Bool {
        guard case .capitals? = elements.last?.kind else { return false }
        let token = tokens[index]
        let isWhole = ["al-", "el-", "as-", "ash-", "at-", "an-"].contains { token.low.hasPrefix($0) }
        return isWhole || token.isHyphened && ["al", "el"].contains(tokens[index - 1].low)
    }

    private mutating func push(_ kind: Kind, _ start: Int, _ length: Int, _ index: inout Int) {
        elements.append(Element(kind: kind, tokens: start..<(start + length)))
        index = start + length
    }

    private func word(at index: Int) -> Kind {
        let token = tokens[index]
        switch token.low {
        case "pro-", "pro": return .link(.pro)
        case "anti-", "anti", "non-": return .link(.anti)
        case "ex-": return .link(.former)
        case "ethnic", "ethnic-": return .link(.ethnic)
        default: break
        }
        if Words.former.contains(token.low) { return .link(.former) }
        // "backed" behind a name is a link; in front of a preposition ("backed by") it opens a complement.
        let isJoined = index > 0 && index + 1 < tokens.count && !Words.prepositions.contains(tokens[index + 1].low)
        if isJoined, Words.backed.contains(token.low) { return .link(.backed) }
        if isJoined, Words.led.contains(token.low) { return .link(.led) }
        if isJoined, Words.run.contains(token.low) { return .link(.run) }
        let isFollowed = index + 1 < tokens.count && Words.prepositions.contains(tokens[index + 1].low)
        if isFollowed, index > 0, Words.participles.contains(token.low) { return .preposition }
        if index == 0 || index > 0 && elements.allSatisfy({ if case .filler = $0.kind { true } else { false } }) {
            if Words.determiners.contains(token.low) || Words.hedges.contains(token.low) { return .filler }
        }
        if Words.isNumber(token.form) || Words.determiners.contains(token.low) { return .filler }
        if Words.prepositions.contains(token.low), !token.isCapital || index == 0 { return .preposition }
        if token.isCapital { return .capitals }
        if Words.hedges.contains(token.low) { return .filler }
        return .plain
    }

    private func longestName(at start: Int, _ lexicon: ActorLexicon, _ context: ActorContext) -> (kind: Kind, length: Int)? {
        var key: [UInt8] = []
        var isCapital = false
        var hasSmall = false
        var best: (Kind, Int)?
        for end in start..<min(start + 12, tokens.count) {
            if tokens[end].form == "," || tokens[end].form == "(" { break }
            if Words.possessives.contains(tokens[end].form) {
                // "Lord's Resistance Army": a possessive inside a name, never its end.
                key.append(contentsOf: tokens[end].key)
                continue
            }
            key.append(contentsOf: tokens[end].key)
            if key.count > 80 { break }
            isCapital = isCapital || tokens[end].isCapital
            hasSmall = hasSmall || tokens[end].hasSmall
            if tokens[end].key.isEmpty { continue }
            if isCapital, !context.memory.isEmpty, let known = context.memory.find(key),
                !(end == start && known.kind == .person && isLand(key, lexicon))
            {
                best = (.remembered(known), end - start + 1)
                continue
            }
            let meanings = lexicon.meanings(key).filter {
                if $0.spelling.contains(.capital), !isCapital { return false }
                if $0.spelling.contains(.allCapitals), hasSmall { return false }
                guard $0.spelling.contains(.description), $0.sense == .group else { return true }
                // A description without a capital ("local defence forces") needs the story to be about its country.
                if context.theatre.isEmpty { return $0.spelling.contains(.capital) }
                let home = lexicon.home($0)
                return home.isEmpty || context.theatre.contains(where: home.contains)
            }
            if !meanings.isEmpty {
                best = (.name(meanings), end - start + 1)
            } else if end > start, isCapital {
                let rows = lexicon.leaderRows(key)
                if !rows.isEmpty { best = (.leader(rows), end - start + 1) }
            }
        }
        return best
    }

    /// "Jordan", "Paris": a country or its capital even where somebody of that surname was named.
    private func isLand(_ key: [UInt8], _ lexicon: ActorLexicon) -> Bool {
        lexicon.meanings(key).contains { $0.sense == .country || $0.sense == .capital }
    }

    private func longestAgent(at start: Int, _ lexicon: ActorLexicon) -> (kind: Kind, length: Int)? {
        var key: [UInt8] = []
        // "members of parliament": the plural may be in front.
        var singular: [[UInt8]] = []
        var best: (Kind, Int)?
        for end in start..<min(start + 6, tokens.count) {
            let token = tokens[end]
            if Words.possessives.contains(token.form) || token.key.isEmpty { break }
            // "US" is no pronoun's plural and "IS" no verb: role nouns are written small, or with one capital.
            if token.isCapital && !token.hasSmall && token.form.utf8.count <= 3 && end == start { break }
            if Words.acronyms.contains(token.low), token.isCapital, token.hasSmall { break }
            let whole = key + token.key
            if let agent = lexicon.agent(whole) {
                best = (.agent(agent, isPlural: agent.kind == .people && token.low.hasSuffix("s")), end - start + 1)
            } else {
                for single in Plural.singulars(of: token.key) {
                    guard let agent = lexicon.agent(key + single) else { continue }
                    best = (.agent(agent, isPlural: true), end - start + 1)
                    break
                }
            }
            if best == nil || best!.1 < end - start + 1 {
                for first in singular {
                    guard let agent = lexicon.agent(first + token.key) else { continue }
                    best = (.agent(agent, isPlural: true), end - start + 1)
                    break
                }
            }
            singular = end == start ? Plural.singulars(of: token.key) : singular.map { $0 + token.key }
            key = whole
        }
        return best
    }

    /// Capitals side by side make one name, with "bin", "van" and the like between them, and with a last word that
    /// is a role noun when written small ("Peter Cook").
    private mutating func joinNames() {
        var out: [Element] = []
        for (index, element) in elements.enumerated() {
            guard let last = out.last, case .capitals = last.kind else {
                out.append(element)
                continue
            }
            let token = tokens[element.tokens.lowerBound]
            var joins = false
            switch element.kind {
            case .capitals: joins = true
            case .agent(let agent, let isPlural):
                joins = agent.kind == .person && !isPlural && element.tokens.count == 1 && token.isCapital && token.hasSmall
            case .plain, .preposition, .filler:
                joins =
                    Words.particles.contains(token.low) && index + 1 < elements.count
                    && { if case .capitals = elements[index + 1].kind { true } else { false } }()
            default: break
            }
            if joins {
                out[out.count - 1].tokens = last.tokens.lowerBound..<element.tokens.upperBound
            } else {
                out.append(element)
            }
        }
        elements = out
    }
}

/// Singular forms that an English plural may come from.
enum Plural {
    static func singulars(of key: [UInt8]) -> [[UInt8]] {
        // Nearly every word that is looked up ends otherwise.
        guard let last = key.last, last == 0x73 || last == 0x6E || last == 0x65 else { return [] }
        var out: [[UInt8]] = []
        for (suffix, ending) in rules where key.count > suffix.count && key.suffix(suffix.count).elementsEqual(suffix) {
            out.append(key.dropLast(suffix.count) + ending)
        }
        if last == 0x73, key.count > 2, key[key.count - 2] != 0x73 { out.append(Array(key.dropLast())) }
        return out
    }

    private static let rules: [([UInt8], [UInt8])] = [
        ("men", "man"), ("people", "person"), ("children", "child"), ("wives", "wife"), ("thieves", "thief"), ("ies", "y"),
        ("ves", "f"), ("es", ""),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
