/// Where around a trigger somebody or somewhere may stand.
public enum Slot: Hashable, Sendable {
    case subject, object, indirect, possessive, adjective, objectCompound, modifier, clauseSubject, clause, none
    /// The words before the subject or object: "peacekeeping" of "sent peacekeeping troops"; for conditions.
    case subjectModifier, objectModifier
    /// The noun behind a preposition: "on", "against", "of".
    case preposition(String)

    static let named: [String: Slot] = [
        "subject": .subject, "object": .object, "indirect": .indirect, "possessive": .possessive, "adjective": .adjective,
        "object-compound": .objectCompound, "modifier": .modifier, "subject-modifier": .subjectModifier,
        "object-modifier": .objectModifier, "clause-subject": .clauseSubject, "clause": .clause, "none": .none,
    ]
}

/// What may stand in a slot: a lemma, or a class such as "@place" or "@weapon".
public enum Term: Hashable, Sendable {
    case lemma(String)
    case list(String)
    case actor, person, organisation, place, number, act, clause
}

/// The condition that one of some terms stands in a slot.
public struct SlotCondition: Sendable {
    public let slot: Slot
    public let terms: [Term]
}

/// One way of telling of an act: words, and who stands where around them.
public struct Pattern: Sendable {
    public enum Kind: String, Sendable { case verb, noun, adjective }

    /// A head lemma with the words that must hang on it: "carry out" is head "carry", companion "out".
    public struct Entry: Sendable {
        public let head: String
        public let companions: [String]
        /// "use of force": the noun behind "of".
        public let ofNoun: String?
    }

    public let id: String
    public let type: String
    public let kind: Kind
    public let entries: [Entry]
    public let mode: String?
    public let actor: [Slot]
    public let recipient: [Slot]
    public let place: [Slot]
    public let isMutual: Bool
    public let harm: String?
    public let with: [SlotCondition]
    public let without: [SlotCondition]
    public let status: String?
    /// The act is also speech: what it reports has its actor as speaker.
    public let isCue: Bool
    /// False where the act settles how the inner act is told, but nobody tells of it ("allowed them to march").
    public let speaks: Bool
    /// Status of the acts that a cue reports.
    public let inner: String?
    public let finding: String?
    public let priority: Int
    /// File and line, for messages.
    public let origin: String
}

/// An entry of the codebook: one type of act.
public struct EventType: Sendable {
    public let id: String
    public let means: String
    public let not: String
    /// Modes with the words that settle them, in the file's order.
    public let modes: [(name: String, words: Set<String>)]
    public let patterns: [Pattern]
    public let examples: [Example]
}

/// A sentence of the codebook's own and what must come out of it.
public struct Example: Sendable {
    public let says: String
    /// Each a set of fields that one claim must have.
    public let gives: [[(key: String, value: String)]]
    /// Why no claim of the type may come out.
    public let none: String?
    /// Why it fails today.
    public let known: String?
    public let origin: String
}
