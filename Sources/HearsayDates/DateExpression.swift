public import HearsayCore

/// TIMEX3's four types of time expression.
public enum TimexType: String, Sendable, CaseIterable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

/// How the verb that an expression belongs to is told.
public enum Tense: String, Sendable, CaseIterable { case past, present, future, unknown }

/// Words that speak of time, not yet resolved.
///
/// "since early Tuesday": `span` is "early Tuesday" as TIMEX3 marks it, `phrase` takes in "since".
public struct DateExpression: Hashable, Sendable {
    /// What the word before an expression makes of it.
    public enum Signal: String, Sendable { case at, since, from, until, by, before, after, during, about, between }

    public var span: Span
    public var phrase: Span
    public var type: TimexType
    public var signal: Signal?
    /// Name of the rule that found it.
    public var rule: String
    /// False for words that tell of a time but that TIMEX3 leaves unmarked ("formerly", "then").
    public var isTimex: Bool
    /// True for the first of two that make one stretch: "from May" of "from May to July".
    public var opensPair = false
    /// Found in words of this tense, as far as the words alone tell; a parse knows better.
    public var tense: Tense = .unknown
    var meaning: Meaning
    /// The word before it is "in".
    var isInside = false

    init(span: Span, type: TimexType, rule: String, isTimex: Bool, meaning: Meaning) {
        self.span = span
        phrase = span
        self.type = type
        self.rule = rule
        self.isTimex = isTimex
        self.meaning = meaning
    }
}

extension Meaning {
    /// The TIMEX type it will have.
    var type: TimexType {
        switch self {
        case .duration: .duration
        case .set, .pastSeasons: .set
        case .clock, .dayPart, .nightInto, .nightOf: .time
        case .part(_, let inner), .about(let inner):
            if case .duration = inner { .date } else { inner.type }
        case .unanchored(let value): value.hasPrefix("P") ? .duration : .date
        default: .date
        }
    }
}
