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

    func meaning(of name: String) -> NameMeaning? {
        let resolved = resolver.resolve(ActorPhrase(words: name.split(separator: " ").map { .init(String($0), upos: .PROPN) }, head: .max))
        guard resolved.code != nil || resolved.sector != nil, resolved.rule != "actor.role", resolved.rule != "actor.title" else { return nil }
        let country = resolved.code.flatMap { $0.hasPrefix("IGO") ? nil : String($0.prefix(3)) }
        return NameMeaning(
            country: country, sector: resolved.sector, isCountry: resolved.kind == .country,
            isCapital: resolved.rule == "actor.capital" || resolved.rule == "actor.seat",
            isBody: resolved.kind == .organisation || resolved.kind == .group)
    }

    func role(of noun: String) -> NounRole? { resolver.role(of: noun) }
}
