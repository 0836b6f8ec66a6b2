internal import HearsayCodebook
internal import HearsayCore

extension StoryReading {
    /// What each act has to do with; what one telling of a happening says of it holds for its other tellings too.
    func addContexts(_ drafts: [Draft], _ claims: inout [Claim]) {
        let finder = extractor.contexts
        var ofIncident: [String: Set<String>] = [:]
        for index in claims.indices {
            let sentence = drafts[index].trigger.sentence
            let acts = Set(triggers[sentence].map(\.token))
            for found in finder.contexts(of: claims[index], drafts[index].trigger, story.sentences[sentence], acts: acts) {
                claims[index].contexts.append(found.id)
                claims[index].evidence.append(Evidence("contexts", "\(found.id).\(found.by)"))
                ofIncident[claims[index].incident, default: []].insert(found.id)
            }
        }
        for index in claims.indices {
            let shared = ofIncident[claims[index].incident] ?? []
            guard shared.count > claims[index].contexts.count else { continue }
            for id in finder.order where shared.contains(id) && !claims[index].contexts.contains(id) {
                claims[index].evidence.append(Evidence("contexts", "\(id).incident"))
            }
            claims[index].contexts = finder.order.filter(shared.contains)
        }
    }

    /// How sure each filled field is.
    func addConfidence(_ drafts: [Draft], _ claims: inout [Claim]) {
        for index in claims.indices {
            let trigger = drafts[index].trigger
            let signs = FieldSigns(
                claim: claims[index], trigger: trigger, graph: story.sentences[trigger.sentence], isHeadline: story.role(trigger.sentence) != .body)
            claims[index].confidence = signs.all().map { field, signs in
                FieldConfidence(field, share: extractor.codebook.confidence.share(field, signs), signs: signs)
            }
        }
    }
}
