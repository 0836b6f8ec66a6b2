public import HearsayCore

/// The words of a noun phrase that points to somebody, and which of them is its head.
///
/// "Baku's security services": words Baku, 's, security, services; head services.
public struct ActorPhrase: Sendable {
    public struct Word: Sendable, Hashable {
        public var form: String
        public var lemma: String
        public var upos: UPOS
        public init(_ form: String, lemma: String? = nil, upos: UPOS) {
            self.form = form
            self.lemma = lemma ?? form.lowercased()
            self.upos = upos
        }
    }

    public var words: [Word]
    /// Index into words; a head outside of them is taken as the last word.
    public var head: Int

    public init(words: [Word], head: Int) {
        self.words = words
        self.head = words.indices.contains(head) ? head : max(0, words.count - 1)
    }

    /// Words split at spaces, their kinds guessed; the head is the last noun before "of", "in", "for" and the like.
    public init(_ text: String) {
        var words: [Word] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            var word = String(piece)
            var after: [String] = []
            if let last = word.last, ",;:)".contains(last), word.count > 1 {
                after.insert(String(last), at: 0)
                word.removeLast()
            }
            if word.hasPrefix("("), word.count > 1 {
                words.append(Word("(", upos: .PUNCT))
                word.removeFirst()
            }
            for mark in ["'s", "’s", "'S", "’S"] where word.hasSuffix(mark) && word.count > 2 {
                word.removeLast(2)
                after.insert(mark, at: 0)
                break
            }
            if after.first.map({ ",;:)".contains($0) }) ?? true, let last = word.last, last == "'" || last == "’",
                word.dropLast().last == "s", word.count > 2
            {
                word.removeLast()
                after.insert("'", at: 0)
            }
            words.append(Word(word, upos: Words.guess(word)))
            for mark in after { words.append(Word(mark, upos: mark.first == "'" || mark.first == "’" ? .PART : .PUNCT)) }
        }
        let stop = words.indices.first { $0 > 0 && (words[$0].upos == .ADP || words[$0].form == ",") } ?? words.count
        self.init(words: words, head: words[..<stop].lastIndex { $0.upos == .NOUN || $0.upos == .PROPN } ?? stop - 1)
    }

    /// The noun phrase around a token: its articles, numbers, adjectives, names, possessors and "of"-phrases,
    /// without clauses and without what is joined to it by "and".
    public init(_ parse: Parse, head: Int) {
        let tokens = ActorPhrase.tokens(of: head, in: parse)
        self.init(words: ActorPhrase.words(tokens, in: parse), head: tokens.firstIndex(of: head) ?? 0)
    }

    /// Words as the tables look for them: in a sentence all in capitals, "AN ARMED GANG" has no acronym in it.
    public static func words(_ tokens: [Int], in parse: Parse) -> [Word] {
        let isUpper = parse.isInCapitals
        return tokens.map { index in
            let token = parse.tokens[index]
            guard isUpper, token.upos != .PROPN else { return Word(token.form, lemma: token.lemma, upos: token.upos) }
            // Of adjectives many are a people's ("SALVADORAN").
            return Word(
                token.upos == .ADJ ? token.form.prefix(1) + token.form.dropFirst().lowercased() : token.form.lowercased(), lemma: token.lemma,
                upos: token.upos)
        }
    }

    /// A day, or those whom a phrase counts in.
    private static func isAside(_ index: Int, in parse: Parse) -> Bool {
        parse.entities.contains { $0.kind == .DATE && $0.tokens.contains(index) }
            || parse.children[index].contains { parse.tokens[$0].universalRelation == "case" && parse.tokens[$0].form.lowercased() == "including" }
    }

    /// Indices of the tokens of that noun phrase, in order.
    public static func tokens(of head: Int, in parse: Parse) -> [Int] {
        guard parse.tokens.indices.contains(head) else { return [] }
        var out = [head]
        var stack = [(head, true)]
        while let (top, isHead) = stack.popLast() {
            for child in parse.children[top] {
                let relation = parse.tokens[child].relation
                let universal = parse.tokens[child].universalRelation
                var wanted: Bool
                switch universal {
                case "det", "amod", "compound", "nummod", "nmod", "flat", "case", "advmod", "fixed", "goeswith", "clf":
                    wanted = true
                case "punct": wanted = ["-", "–", "."].contains(parse.tokens[child].form) || !isHead && parse.tokens[child].form == "'"
                case "obl", "advcl", "mark": wanted = !isHead
                case "conj", "cc": wanted = !isHead && parse.tokens[top].universalRelation == "compound"
                default: wanted = false
                }
                // A case marker of the whole phrase ("by rebels") is not part of it; the 's of a possessor is.
                if universal == "case" && isHead { wanted = false }
                // "troops there", "forces on Tuesday", "men, including two boys": where, when and who else.
                if universal == "advmod", isHead, child > head { wanted = false }
                // "President Bill Clinton Thursday": the day is no part of his name.
                if universal == "nmod" || universal == "flat", isHead, child > head, isAside(child, in: parse) { wanted = false }
                if relation == "nmod:tmod" || relation == "nmod:npmod" || relation == "nmod:unmarked" { wanted = false }
                if wanted {
                    out.append(child)
                    stack.append((child, false))
                }
            }
        }
        return out.sorted()
    }
}

/// What is known around a phrase: the day, the countries of the story, and who was named before.
public struct ActorContext: Sendable {
    /// Day of publication: office-holders are those of that day.
    public var published: Day?
    /// Alpha-3 codes of the countries that the story is about, the theatre first.
    public var theatre: [String]
    /// Who was named earlier in the document.
    public var memory: ActorMemory
    /// Alpha-3 code of the country in which a city or region lies, where a gazetteer knows it.
    public var countryOf: (@Sendable (String) -> String?)?

    public init(
        published: Day? = nil, theatre: [String] = [], memory: ActorMemory = ActorMemory(),
        countryOf: (@Sendable (String) -> String?)? = nil
    ) {
        self.published = published
        self.theatre = theatre
        self.memory = memory
        self.countryOf = countryOf
    }
}

/// Whom a phrase points to.
public struct ResolvedActor: Sendable, Hashable {
    public enum Kind: String, Sendable { case country, organisation, person, group, role, people, unknown }

    /// Canonical English name, or the phrase itself without its article.
    public var name: String
    /// "ARM.REB", "IGO.UN"; nil where no country is known.
    public var code: String?
    /// The code in CAMEO's letters: "SYRREB"; the sector's letters alone where no country is known.
    public var cameo: String?
    /// Sector alone, known also where the country is not ("police" gives COP).
    public var sector: String?
    /// The rule behind it, for evidence: "actor.name", "actor.role".
    public var rule: String
    public var kind: Kind
    /// "president", "foreign minister", where the phrase names an office or its holder.
    public var office: String?

    init(
        name: String, code: ActorCode?, rule: String, kind: Kind, office: String? = nil
    ) {
        self.name = name
        self.code = code?.text
        cameo = code?.cameo
        self.sector = code.flatMap { $0.isInternational ? nil : $0.sector }
        self.rule = rule
        self.kind = kind
        self.office = office
    }

    /// Those who follow somebody, by their own words and with his code: "his men".
    public init(followersOf leader: ResolvedActor, called name: String) {
        self = leader
        (self.name, rule, kind, office) = (name, "actor.owner", .role, nil)
    }

    var parts: ActorCode {
        guard let code, let parts = ActorCode(code) else { return ActorCode(country: nil, sector: sector) }
        return parts
    }
}
