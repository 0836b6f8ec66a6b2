/// The one act that a sentence tells of between two given parties.
public struct TypedAct: Hashable, Sendable {
    /// PLOVER's root: the type of the claim, or what `roots.yaml` files such a claim under.
    public var type: String
    /// The claim's mode ("aerial", "arrest"); nil where it has none.
    public var mode: String?
    /// The words of the claim that it was read from; nil where no claim was.
    public var words: String?
    /// Id of the pattern behind the claim.
    public var pattern: String?
    /// The steps that led there, first to last: how the claim was chosen, and under which root it goes.
    public var steps: [String]
    public init(type: String, mode: String? = nil, words: String?, pattern: String?, steps: [String]) {
        self.type = type
        self.mode = mode
        self.words = words
        self.pattern = pattern
        self.steps = steps
    }
}
