internal import HearsayCore

/// One step of a chain of speakers: who, and by which word.
struct SpeechLink: Sendable {
    /// A token of some sentence.
    struct Site: Hashable, Sendable {
        let sentence: Int
        let token: Int
    }
    /// Heads of the phrases that speak; empty where nobody is named ("were reported").
    let speakers: [Site]
    let cue: Site?
    /// Tokens of the cue, where it is more than a word ("according to").
    let cueTokens: [Int]
    /// Status that the cue gives to what it reports (a demand: possible).
    let inner: String?
    /// It settles how the act is told, but nobody speaks ("allowed them to march").
    var isSilent = false
    /// The pattern or rule that made the link.
    let rule: String

    func with(inner: String) -> SpeechLink {
        SpeechLink(speakers: speakers, cue: cue, cueTokens: cueTokens, inner: inner, isSilent: isSilent, rule: rule)
    }
}
