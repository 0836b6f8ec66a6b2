internal import HearsayActors
internal import HearsayCore

/// Answers single-word questions from the actor tables.
struct ActorTableWords: ActorWords {
    let resolver: ActorResolver

    func isActorNoun(_ lemma: String) -> Bool { resolver.isActorNoun(lemma) }
    func isPersonNoun(_ lemma: String) -> Bool { resolver.isPerson(lemma) }

    func isDemonym(_ form: String) -> Bool {
        guard let first = form.unicodeScalars.first, first.properties.isUppercase else { return false }
        let kind = resolver.resolve(ActorPhrase(words: [.init(form, upos: .ADJ)], head: 0)).kind
        return kind == .people || kind == .country
    }

    func isCountry(_ name: String) -> Bool { resolver.resolve(name).kind == .country }

    func standsForGovernment(_ name: String) -> Bool {
        let resolved = resolver.resolve(name)
        return resolved.kind == .country || (resolved.kind == .organisation && resolved.code != nil)
    }
}
