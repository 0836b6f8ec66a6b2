internal import HearsayCodebook
internal import HearsayCore

/// Reads how an act is told: happened, ongoing, planned, possible, negated.
struct StatusReader: Sendable {
    let words: StatusWords

    /// A status and the rule that gave it.
    typealias Reading = (status: Claim.Status, rule: String)

    /// A word of a sentence that is asked how it is told.
    struct Word: Sendable {
        let token: Int
        let kind: Pattern.Kind
        /// Type of the act, where the codebook knows the word.
        let type: String?
        /// Status that the codebook gives it whatever stands around it.
        let fixed: Claim.Status?
        /// "launched" of "launched an attack".
        let lightVerb: Int?

        init(_ trigger: Trigger) {
            token = trigger.token
            kind = trigger.pattern.kind
            type = trigger.pattern.type
            fixed = trigger.pattern.status.flatMap(Claim.Status.init(rawValue:))
            lightVerb = trigger.lightVerb
        }

        /// A word of which no pattern of the codebook speaks.
        init(_ token: Int, in graph: ClauseGraph) {
            self.token = token
            kind = graph.isVerb(token) ? .verb : graph.isPredicate(token) ? .adjective : .noun
            type = nil
            fixed = nil
            lightVerb = nil
        }
    }

    /// How a word is told within its sentence; `inner` is the status that a speech act gives to what it reports.
    func read(_ word: Word, in graph: ClauseGraph, inner: String?, isHeadline: Bool, cues: Set<Int>) -> Reading {
        var own = grammar(word, graph, cues)
        if isHeadline, own?.rule == "status.command" { own = nil }
        if let own, own.status == .negated || own.rule == "status.if" || own.rule == "status.until" { return own }
        // "denied that it had shelled the town": whoever denies tells it as not done.
        if word.kind == .noun, isSpoken(word.token, graph) { return (.happened, "status.spoken") }
        if inner == "negated" { return (.negated, "status.cue") }
        if let fixed = word.fixed { return (fixed, "status.pattern") }
        // What is to end goes on: "urged the army to cease its air strikes".
        if word.kind == .noun, own == nil, word.lightVerb == nil, isToEnd(word.token, graph, cues) { return (.ongoing, "status.ender") }
        if let inner, !isIndicative(word, graph), let status = Claim.Status(rawValue: inner), status != .happened {
            // "allowed them to march": told as done, they marched.
            if inner == "possible", own == nil, isEnabled(word.token, graph) { return (.happened, "status.enabled") }
            return (status, "status.cue")
        }
        return own ?? lasting(word, graph, isHeadline) ?? (.happened, "status.default")
    }

    /// Told as a plain fact of the past ("warned that they were massing troops"), whatever the speech act around it.
    func isIndicative(_ word: Word, _ graph: ClauseGraph) -> Bool {
        guard word.kind == .verb else { return false }
        let auxiliaries = graph.children(word.token, "aux").map { graph.tokens[$0].form.lowercased() }
        if auxiliaries.contains(where: { ["will", "would", "could", "may", "might", "should", "to", "shall", "can"].contains($0) }) { return false }
        if auxiliaries.contains(where: { ["was", "were", "had", "has", "have"].contains($0) }) { return true }
        return graph.tokens[word.token].has("Tense=Past") && graph.tokens[word.token].has("VerbForm=Fin")
    }

    /// Acts told in the present, and affairs that last ("the fighting", "peace talks"), go on unless the text dates them.
    func lasting(_ word: Word, _ graph: ClauseGraph, _ isHeadline: Bool) -> Reading? {
        let token = graph.tokens[word.token]
        if word.kind == .verb {
            guard !isHeadline, word.type.map(Self.bodily.contains) == true else { return nil }
            if token.has("Tense=Pres"), token.has("VerbForm=Fin") { return (.ongoing, "status.present") }
            if graph.relation[word.token] == "acl", graph.tokens[word.token].relation != "acl:relcl", token.form.lowercased().hasSuffix("ing"),
                graph.marker(word.token).isEmpty
            {
                return (.ongoing, "status.participle")
            }
            return nil
        }
        guard word.kind == .noun, words.lasting.contains(token.lemma.lowercased()), !isHeadline, word.lightVerb == nil else {
            return nil
        }
        if let up = graph.head(word.token), graph.isVerb(up), words.happen.contains(graph.tokens[up].lemma.lowercased()),
            graph.tokens[up].has("Tense=Past")
        {
            return nil
        }
        // "welcomed the truce", "after hours of talks": of the time told of.
        if let up = graph.head(word.token), graph.relation[word.token] == "obj", graph.tokens[up].has("Tense=Past"), isDone(up, graph) { return nil }
        if graph.relation[word.token] == "nmod", let up = graph.head(word.token), graph.preposition(word.token) == "of",
            ["hour", "day", "week", "month", "year", "decade"].contains(graph.tokens[up].lemma.lowercased())
        {
            return nil
        }
        // A year or day in its phrase, or words that bound it, put it in the past: "the 2020 war", "an outbreak of fighting".
        let isDated = graph.parse.children[word.token].contains {
            graph.tokens[$0].upos == .NUM || ["nummod", "nmod:unmarked"].contains(graph.tokens[$0].relation)
        }
        let isBounded =
            graph.head(word.token).map {
                ["outbreak", "end", "start", "beginning", "round", "wave", "aftermath", "resumption"].contains(graph.tokens[$0].lemma)
            } ?? false
        let isPrevious = graph.children(word.token, "amod").contains {
            ["previous", "last", "past", "earlier", "recent", "first", "second"].contains(graph.tokens[$0].lemma.lowercased())
        }
        let isIndefinite = graph.children(word.token, "det").contains { ["a", "an", "another"].contains(graph.tokens[$0].form.lowercased()) }
        return isDated || isBounded || isPrevious || isIndefinite ? nil : (.ongoing, "status.lasting")
    }

    private static let bodily: Set<String> = ["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID", "COOPERATE", "CONSULT", "SANCTION"]

    private static let spoken: Set<String> = ["ACCUSE", "REQUEST", "PROTEST", "REJECT", "THREATEN", "SUPPORT", "CONSULT"]

    func grammar(_ word: Word, _ graph: ClauseGraph, _ cues: Set<Int>) -> Reading? {
        let kind = word.kind
        if kind == .noun {
            if let reading = noun(word.token, graph) { return reading }
            if let verb = carrier(word, graph) { return clause(verb, graph, cues) }
            if let verb = bearer(word.token, graph), let reading = clause(verb, graph, cues), reading.status != .happened, reading.status != .ongoing
            {
                return (reading.status, "status.bearer")
            }
            return nil
        }
        let reading = clause(word.token, graph, cues)
        // "marched to demand peace": who marches for it has spoken.
        let isSpeech = cues.contains(word.token) || word.type.map(Self.spoken.contains) == true
        if reading?.rule == "status.purpose", isSpeech, let up = graph.head(word.token), isDone(up, graph) || isAlongside(up, graph) { return nil }
        return reading
    }

    /// The verb whose tense and mood are the noun's own: a light verb, or one that says that the act takes place.
    func carrier(_ word: Word, _ graph: ClauseGraph) -> Int? {
        if let light = word.lightVerb { return light }
        var current = word.token
        if graph.relation[current] == "nmod", let up = graph.head(current),
            ["outbreak", "series", "wave", "start", "beginning", "round"].contains(graph.tokens[up].lemma)
        {
            current = up
        }
        guard let up = graph.head(current), graph.isVerb(up), graph.relation[current] == "nsubj" else { return nil }
        // "is expected to take weeks" tells how long it goes on, not that it is to come.
        if ["take", "last", "cost"].contains(graph.tokens[up].lemma.lowercased()),
            graph.children(up, "obl").allSatisfy({ graph.tokens[$0].lemma != "place" }),
            graph.children(up, "obj").allSatisfy({ graph.tokens[$0].lemma != "place" })
        {
            return nil
        }
        return words.happen.contains(graph.tokens[up].lemma.lowercased()) ? up : nil
    }
}
