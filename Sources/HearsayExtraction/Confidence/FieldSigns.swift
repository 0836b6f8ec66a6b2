internal import HearsayCodebook
internal import HearsayCore

/// What can be seen of how a field was filled: by which kind of word, which rule, from how far.
///
/// `Tools/calibrate` learns from annotated articles how often fields with such signs are right.
struct FieldSigns {
    let claim: Claim
    let trigger: Trigger
    let graph: ClauseGraph
    let isHeadline: Bool

    /// The fields that are filled, each with its signs.
    func all() -> [(field: String, signs: [String])] {
        var out: [(field: String, signs: [String])] = [("type", type()), ("status", status())]
        if !claim.actors.isEmpty { out.append(("actors", people(claim.actors, "actors"))) }
        if !claim.recipients.isEmpty { out.append(("recipients", people(claim.recipients, "recipients"))) }
        if let place = claim.place { out.append(("place", ["precision \(place.precision.rawValue)", far(place.excerpt)] + rules("place"))) }
        if let date = claim.date { out.append(("date", [span(date.range), far(date.excerpt), "status \(claim.status.rawValue)"] + rules("date"))) }
        if let figure = claim.figures.first {
            let isExact = figure.low != nil && figure.low == figure.high
            out.append(
                (
                    "figures",
                    [
                        "harm \(figure.harm.rawValue)", figure.isVague ? "vague" : isExact ? "exact" : "bounded", far(figure.excerpt),
                        claim.figures.count > 1 ? "several" : "one",
                    ]
                ))
        }
        if !claim.speakers.isEmpty { out.append(("speakers", speakers())) }
        if let finding = claim.verification.first { out.append(("verification", ["finding \(finding.kind.rawValue)", "act \(claim.type)"])) }
        return out
    }

    private func type() -> [String] {
        var out = ["act \(claim.type)", "word \(trigger.pattern.kind.rawValue)", "depth \(min(graph.ancestors(trigger.token).count - 1, 4))"]
        out.append("conditions \(min(trigger.pattern.with.count + trigger.companions.count, 2))")
        if trigger.lightVerb != nil { out.append("light verb") }
        if isHeadline { out.append("headline") }
        if claim.actors.isEmpty { out.append("no actor") }
        if claim.recipients.isEmpty { out.append("no recipient") }
        out.append("status \(claim.status.rawValue)")
        return out + length()
    }

    private func status() -> [String] {
        ["status \(claim.status.rawValue)", "word \(trigger.pattern.kind.rawValue)", "act \(claim.type)", isHeadline ? "headline" : "body"]
            + rules("status") + length()
    }

    private func people(_ people: [ActorMention], _ field: String) -> [String] {
        let first = people[0]
        let sector = first.code.map { $0.contains(".") ? "sector" : "country" } ?? "no code"
        return ["word \(trigger.pattern.kind.rawValue)", "act \(claim.type)", far(first.excerpt), sector, people.count > 1 ? "several" : "one"]
            + rules(field).filter { $0 != "by \(trigger.pattern.id)" } + (graph.isPassive(trigger.token) ? ["passive"] : [])
    }

    private func speakers() -> [String] {
        let first = claim.speakers[0]
        return [
            first.excerpt.map(far) ?? "nobody named", "chain \(min(claim.speakers.count, 3))", first.isQuote ? "quoted" : "not quoted",
            first.code.map { $0.contains(".") ? "sector" : "country" } ?? "no code",
        ] + rules("speakers")
    }

    private func length() -> [String] { ["words \(min(graph.tokens.count / 15, 3) * 15)+"] }

    private func rules(_ field: String) -> [String] {
        Set(claim.evidence.filter { $0.field == field }.map { "by \($0.rule)" }).sorted()
    }

    /// Words between the trigger and an excerpt.
    private func far(_ excerpt: Excerpt) -> String {
        let sentence = graph.parse.span
        guard sentence.start <= excerpt.span.start, excerpt.span.end <= sentence.end else { return "far: another sentence" }
        let trigger = claim.trigger.span
        let (left, right) = trigger.start < excerpt.span.start ? (trigger.end, excerpt.span.start) : (excerpt.span.end, trigger.start)
        let between = graph.tokens.count { left <= $0.span.start && $0.span.end <= right }
        return between < 2 ? "far: next to it" : between < 6 ? "far: near" : between < 14 ? "far: same clause or so" : "far: long way"
    }

    private func span(_ range: DateRange) -> String {
        guard let from = range.from, let to = range.to else { return "open" }
        return from == to ? "a day" : "days"
    }
}
