import HearsayCore

/// Names that a document has introduced: later its surname, acronym or office alone points to them.
///
/// After "Nikol Pashinyan", "Pashinyan" is he; after "the Syrian Democratic Forces", "the SDF" is they.
public struct ActorMemory: Sendable {
    private var byKey: [[UInt8]: ResolvedActor] = [:]
    private var byOffice: [String: ResolvedActor] = [:]

    public init() {}

    /// Notes somebody named in full, and an acronym that the text gives in brackets.
    public mutating func note(_ actor: ResolvedActor, acronym: String? = nil) {
        let words = actor.name.split(separator: " ").map(String.init)
        switch actor.kind {
        case .person:
            guard let last = words.last(where: { !Words.suffixes.contains($0.lowercased()) }) else { return }
            keep(actor, Fold.key(actor.name))
            keep(actor, Fold.key(last))
            if let office = actor.office { byOffice[office] = actor }
        case .organisation, .group:
            keep(actor, Fold.key(actor.name))
            let initials = words.filter { $0.first?.isUppercase ?? false }.compactMap(\.first)
            if initials.count >= 3 { byKey[Fold.key(String(initials))] = byKey[Fold.key(String(initials))] ?? actor }
        default: break
        }
        if let acronym, !acronym.isEmpty { byKey[Fold.key(acronym)] = actor }
    }

    /// The latest wins, but one of whom nothing is known never replaces one of whom something is.
    private mutating func keep(_ actor: ResolvedActor, _ key: [UInt8]) {
        guard !key.isEmpty, actor.code != nil || byKey[key]?.code == nil else { return }
        byKey[key] = actor
    }

    func find(_ key: [UInt8]) -> ResolvedActor? { byKey[key] }
    func holder(of office: String) -> ResolvedActor? { byOffice[office] }
    var isEmpty: Bool { byKey.isEmpty }
}
