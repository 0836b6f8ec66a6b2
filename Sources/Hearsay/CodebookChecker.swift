public import HearsayCodebook
public import HearsayCore

/// Reads every example of a codebook and says which do not come out as written.
public struct CodebookChecker: Sendable {
    let reader: Reader
    /// Examples are read as if published on this day, a Wednesday.
    public static let today = Day(2024, 3, 6)!

    public init(_ reader: Reader) { self.reader = reader }

    public struct Outcome: Sendable {
        public enum Verdict: String, Sendable { case passes, fails, known, mended }
        public let type: String
        public let example: Example
        public let verdict: Verdict
        /// What was expected and what came out, for a person.
        public let message: String
    }

    public func check(_ type: EventType) -> [Outcome] { type.examples.map { check($0, of: type) } }

    /// Examples of a context: their claims have it, or no claim does.
    public func check(_ context: ClaimContext) -> [Outcome] {
        context.examples.map { example in
            let report = reader.read(Document(id: "example", published: Self.today, text: Text(example.says)))
            let having = report.claims.filter { $0.contexts.contains(context.id) }
            var faults: [String] = []
            if example.none != nil, let claim = having.first { faults.append("expected no \(context.id), but '\(claim.trigger.text)' has it") }
            for wanted in example.gives where !having.contains(where: { claim in wanted.allSatisfy { holds($0, claim) } }) {
                let others = report.claims.map {
                    "\($0.type) '\($0.trigger.text)' has \($0.contexts.isEmpty ? "none" : $0.contexts.joined(separator: ", "))"
                }
                faults.append(
                    "expected \(context.id) with \(described(wanted)); " + (others.isEmpty ? "no claim came out" : others.joined(separator: "; ")))
            }
            return Outcome(type: context.id, example: example, verdict: verdict(example, faults), message: faults.joined(separator: "\n"))
        }
    }

    private func verdict(_ example: Example, _ faults: [String]) -> Outcome.Verdict {
        example.known == nil ? (faults.isEmpty ? .passes : .fails) : (faults.isEmpty ? .mended : .known)
    }

    public func check(_ example: Example, of type: EventType) -> Outcome {
        let document = Document(id: "example", published: Self.today, text: Text(example.says))
        let report = reader.read(document)
        var faults: [String] = []
        if example.none != nil, let claim = report.claims.first(where: { $0.type == type.id }) {
            faults.append("expected no \(type.id), but '\(claim.trigger.text)' gave one (\(pattern(claim)))")
        }
        for expectation in example.gives {
            let wanted = expectation.first { $0.key == "type" }?.value ?? type.id
            let ofType = report.claims.filter { $0.type == wanted }
            if ofType.contains(where: { claim in expectation.allSatisfy { holds($0, claim) } }) { continue }
            faults.append("expected \(described(expectation)); " + nearest(ofType, expectation, report))
        }
        return Outcome(type: type.id, example: example, verdict: verdict(example, faults), message: faults.joined(separator: "\n"))
    }

    private func described(_ expectation: [(key: String, value: String)]) -> String {
        expectation.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }

    private func pattern(_ claim: Claim) -> String { claim.evidence.first { $0.field == "type" }?.rule ?? "no pattern" }

    private func nearest(_ claims: [Claim], _ expectation: [(key: String, value: String)], _ report: Report) -> String {
        let best = claims.max { a, b in expectation.count { holds($0, a) } < expectation.count { holds($0, b) } }
        guard let best else {
            return report.claims.isEmpty
                ? "no claim came out" : "only " + report.claims.map { "\($0.type) by \(pattern($0))" }.joined(separator: ", ") + " came out"
        }
        let wrong = expectation.filter { !holds($0, best) }.map { "\($0.key) is \(shown($0.key, best))" }
        return "nearest is \(pattern(best)) on '\(best.trigger.text)': " + wrong.joined(separator: ", ")
    }

    private func shown(_ key: String, _ claim: Claim) -> String {
        switch key {
        case "by": pattern(claim)
        case "mode": claim.mode ?? "none"
        case "actor": claim.actors.isEmpty ? "none" : claim.actors.map(\.excerpt.text).joined(separator: "; ")
        case "recipient": claim.recipients.isEmpty ? "none" : claim.recipients.map(\.excerpt.text).joined(separator: "; ")
        case "weapon": claim.weapons.isEmpty ? "none" : claim.weapons.map(\.text).joined(separator: "; ")
        case "target": claim.targets.isEmpty ? "none" : claim.targets.map(\.text).joined(separator: "; ")
        case "speaker": claim.speakers.isEmpty ? "none" : claim.speakers.map { $0.excerpt?.text ?? "unnamed" }.joined(separator: "; ")
        case "place": claim.place?.excerpt.text ?? "none"
        case "date": claim.date?.range.edtf ?? "none"
        case "status": claim.status.rawValue
        case "context": claim.contexts.isEmpty ? "none" : claim.contexts.joined(separator: "; ")
        case "finding": claim.verification.isEmpty ? "none" : claim.verification.map(\.kind.rawValue).joined(separator: "; ")
        default:
            claim.figures.filter { $0.harm.rawValue == key }.map { "\($0.low.map(String.init) ?? "?")-\($0.high.map(String.init) ?? "?")" }.joined(
                separator: "; ")
        }
    }

    private func holds(_ wanted: (key: String, value: String), _ claim: Claim) -> Bool {
        let value = wanted.value
        func names(_ texts: [String]) -> Bool {
            if value == "none" { return texts.isEmpty }
            return texts.contains {
                bare($0) == bare(value) || bare($0).hasSuffix(bare(value)) || bare(value).hasSuffix(bare($0)) || bare($0).contains(bare(value))
            }
        }
        switch wanted.key {
        case "by": return pattern(claim) == value
        case "type": return claim.type == value
        case "mode": return claim.mode == value || (value == "none" && claim.mode == nil)
        case "actor": return names(claim.actors.flatMap { [$0.excerpt.text, $0.name] })
        case "recipient": return names(claim.recipients.flatMap { [$0.excerpt.text, $0.name] })
        case "weapon": return names(claim.weapons.map(\.text))
        case "target": return names(claim.targets.map(\.text))
        case "speaker":
            if value == "none" { return claim.speakers.isEmpty }
            if value == "unnamed" { return claim.speakers.contains { $0.name == nil } }
            return names(claim.speakers.flatMap { [$0.excerpt?.text, $0.name].compactMap { $0 } })
        case "place": return names(claim.place.map { [$0.excerpt.text, $0.name] + $0.names } ?? [])
        case "date": return value == "none" ? claim.date == nil : claim.date?.range.edtf == value
        case "status": return claim.status.rawValue == value
        case "context": return value == "none" ? claim.contexts.isEmpty : claim.contexts.contains(value)
        case "finding": return value == "none" ? claim.verification.isEmpty : claim.verification.contains { $0.kind.rawValue == value }
        default: return claim.figures.contains { $0.harm.rawValue == wanted.key && counts($0, value) }
        }
    }

    private func bare(_ text: String) -> String {
        var words = text.lowercased().split(separator: " ").map(String.init)
        while let first = words.first, ["the", "a", "an"].contains(first) { words.removeFirst() }
        return words.joined(separator: " ").replacing("’", with: "'")
    }

    /// "3", "at least 3", "up to 5", "2-5", "dozens".
    private func counts(_ figure: Figure, _ value: String) -> Bool {
        if value.hasPrefix("at least "), let low = Int(value.dropFirst(9)) { return figure.low == low && figure.high == nil }
        if value.hasPrefix("more than "), let low = Int(value.dropFirst(10)) { return figure.low == low && figure.high == nil }
        if value.hasPrefix("up to "), let high = Int(value.dropFirst(6)) { return figure.high == high && figure.low == nil }
        let ends = value.split(separator: "-").compactMap { Int($0) }
        if ends.count == 2 { return figure.low == ends[0] && figure.high == ends[1] }
        if let exact = Int(value.filter { $0 != "," }) { return figure.low == exact && figure.high == exact }
        return figure.isVague
    }
}
