internal import HearsayCodebook

/// Words by which somebody tells, thinks, wants or asks something, by what they take as their content.
struct AttitudeWords: Sendable {
    /// Verbs whose clause nobody holds or tells ("means that").
    let excluded: Set<String>
    let clause: Set<String>
    let infinitive: Set<String>
    let object: Set<String>
    let phrase: Set<String>
    let adjective: Set<String>
    let noun: Set<String>
    let carrier: Set<String>
    let predicate: Set<String>
    let takenAs: Set<String>
    let forTo: Set<String>
    let aside: Set<String>
    let further: Set<String>
    let adverb: Set<String>
    let appearance: Set<String>
    let passive: Set<String>
    /// Verbs whose passive names the one who is asked.
    let asked: Set<String>
    /// Who stands for or against something ("a supporter of the truce").
    let backer: Set<String>
    /// "In a poll, …".
    let sounding: Set<String>

    init(_ lexicon: Lexicon) {
        func group(_ name: String) -> Set<String> { lexicon.groups["attitudes." + name] ?? [] }
        excluded = group("not")
        infinitive = group("infinitive")
        object = group("object")
        phrase = group("phrase")
        adjective = group("adjective")
        noun = group("noun")
        carrier = group("carrier")
        predicate = group("predicate")
        takenAs = group("as")
        forTo = group("for-to")
        aside = group("aside")
        further = group("further")
        adverb = group("adverb")
        appearance = group("appearance")
        passive = group("passive")
        asked = group("asked")
        backer = group("backer")
        sounding = group("sounding")
        clause = group("clause").union(infinitive).union(object)
    }
}
