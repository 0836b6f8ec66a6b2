import HearsayCore

/// A report laid out for a person: incident by incident, who says what happened.
struct TerminalReport {
    let report: Report
    let output: Console

    func text() -> String {
        var out = header()
        if report.claims.isEmpty { return out + "  No claims found.\n\n" }
        var order: [String] = []
        var groups: [String: [Claim]] = [:]
        for claim in report.claims {
            if groups[claim.incident] == nil { order.append(claim.incident) }
            groups[claim.incident, default: []].append(claim)
        }
        for incident in order { out += section(groups[incident] ?? []) }
        out += names()
        return out
    }

    /// One claim with where it stands, under its lasting name.
    func claim(_ claim: Claim, named uid: String) -> String {
        let document = report.document
        let source = [document.published?.description ?? "no day", document.publisher, document.title].compactMap { $0 }.joined(separator: " · ")
        return output.styled(source, .dim) + "\n" + lines(claim, label: uid)
    }

    private func header() -> String {
        let document = report.document
        var out = ""
        if let title = document.title, !title.isEmpty { out += output.styled(title, .bold) + "\n" }
        var facts: [String] = []
        if let publisher = document.publisher { facts.append(publisher) }
        if let published = document.published {
            facts.append(document.publishedBy == .inferred ? "published \(published) (inferred from the text)" : "published \(published)")
        } else {
            facts.append("no date of publication")
        }
        let incidents = Set(report.claims.map(\.incident)).count
        facts.append("\(counted(report.claims.count, "claim")) in \(counted(incidents, "incident"))")
        return out + output.styled(facts.joined(separator: " · "), .dim) + "\n\n"
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private func section(_ claims: [Claim]) -> String {
        let rule = String(repeating: "─", count: max(0, output.width - (claims[0].incident.columns + claims[0].type.columns + 7)))
        var out = output.styled("── \(claims[0].incident) \(claims[0].type) \(rule)", .dim) + "\n"
        for claim in claims { out += lines(claim, label: claim.id) }
        return out + "\n"
    }

    private func lines(_ claim: Claim, label: String) -> String {
        var out = ""
        let act = claim.mode.map { "\(claim.type) \($0)" } ?? claim.type
        var head = output.styled(label.padded(to: 5) + (label.count < 5 ? "" : " "), .dim) + speakers(claim) + output.styled(act, .bold)
        if claim.status != .happened { head += " " + output.styled("[\(told(claim.status))]", .yellow) }
        out += head + "\n"
        var facts: [(String, String)] = []
        let who = claim.actors.map { named($0) }.joined(separator: ", ")
        let whom = claim.recipients.map { named($0) }.joined(separator: ", ")
        if !who.isEmpty || !whom.isEmpty { facts.append(("who", who.isEmpty ? "→ \(whom)" : whom.isEmpty ? who : "\(who) → \(whom)")) }
        if !claim.weapons.isEmpty { facts.append(("with", claim.weapons.map(\.text).joined(separator: ", "))) }
        if !claim.targets.isEmpty { facts.append(("what", claim.targets.map(\.text).joined(separator: ", "))) }
        if let place = claim.place { facts.append(("where", self.place(place))) }
        if let date = claim.date { facts.append(("when", days(date.range))) }
        if !claim.figures.isEmpty { facts.append(("how many", claim.figures.map(figure).joined(separator: ", "))) }
        for finding in claim.verification {
            facts.append(("check", "\(finding.by ?? "somebody"): \(finding.kind.rawValue) (“\(finding.excerpt.text)”)"))
        }
        facts.append(("words", words(claim)))
        for (label, value) in facts { out += wrapped(label, value) }
        return out
    }

    /// How the act is told, in words that take no side.
    private func told(_ status: Claim.Status) -> String { status == .negated ? "told as not having happened" : "told as \(status.rawValue)" }

    private func speakers(_ claim: Claim) -> String {
        guard !claim.speakers.isEmpty else { return "" }
        let names = claim.speakers.map { speaker -> String in
            let name = speaker.name ?? "somebody unnamed"
            return output.styled(name, .cyan)
        }
        return names.joined(separator: " ‹ ") + " said" + (claim.speakers.last?.isQuote == true ? " (quoted)" : "") + ": "
    }

    private func named(_ actor: ActorMention) -> String {
        actor.name + (actor.code.map { " " + output.styled($0, .dim) } ?? "")
    }

    private func place(_ place: PlaceMention) -> String {
        let others = place.names.filter { $0 != place.name }
        var out = ([place.name] + others.prefix(4)).joined(separator: " / ")
        var facts: [String] = []
        if let latitude = place.latitude, let longitude = place.longitude { facts.append("\(short(latitude)), \(short(longitude))") }
        if let country = place.country { facts.append(country) }
        facts.append(place.precision.rawValue)
        out += " " + output.styled("(" + facts.joined(separator: "; ") + ")", .dim)
        return out
    }

    private func short(_ degrees: Double) -> String {
        let hundredths = (degrees * 100).rounded() / 100
        return String(hundredths)
    }

    private func days(_ range: DateRange) -> String {
        switch (range.from, range.to) {
        case let (from?, to?): from == to ? "\(from)" : "\(from) to \(to)"
        case let (nil, to?): "up to \(to)"
        case let (from?, nil): "from \(from)"
        case (nil, nil): "no date"
        }
    }

    private func figure(_ figure: Figure) -> String {
        let count: String
        if figure.isVague {
            count = "“\(figure.excerpt.text)”"
        } else {
            switch (figure.low, figure.high) {
            case let (low?, high?): count = low == high ? "\(low)" : "\(low)–\(high)"
            case let (low?, nil): count = "at least \(low)"
            case let (nil, high?): count = "up to \(high)"
            case (nil, nil): count = "a number"
            }
        }
        let who = figure.who == "people" ? "" : " \(figure.who)"
        return "\(count)\(who) \(figure.harm.rawValue)" + (figure.partOf == nil ? "" : " of these")
    }

    /// The sentence's words around the trigger, the trigger marked.
    private func words(_ claim: Claim) -> String {
        let text = report.document.text
        let trigger = claim.trigger.span
        var start = trigger.start
        var end = trigger.end
        while start > 0, trigger.start - start < 70, text.scalars[start - 1] != "\n" { start -= 1 }
        while end < text.count, end - trigger.end < 70, text.scalars[end] != "\n" { end += 1 }
        // Cut at spaces, so that no word stands in half.
        if start > 0, text.scalars[start - 1] != "\n" { while start < trigger.start, text.scalars[start] != " " { start += 1 } }
        if end < text.count, text.scalars[end] != "\n" { while end > trigger.end, text.scalars[end - 1] != " " { end -= 1 } }
        let before = text[Span(start, trigger.start)].drop { $0 == " " }
        let after = text[Span(trigger.end, max(end, trigger.end))]
        let mark = output.isColoured ? output.styled(claim.trigger.text, .underline) : "[\(claim.trigger.text)]"
        return "…\(before)\(mark)\(after.trimmedEnd)…"
    }

    private func wrapped(_ label: String, _ value: String) -> String {
        let indent = 15
        let room = max(24, output.width - indent)
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in value.split(separator: " ", omittingEmptySubsequences: false) {
            let columns = String(word).withoutStyles.columns
            if length > 0, length + 1 + columns > room {
                lines.append(line)
                (line, length) = ("", 0)
            }
            line += (length > 0 ? " " : "") + word
            length += columns + (length > 0 ? 1 : 0)
        }
        lines.append(line)
        let pad = String(repeating: " ", count: indent)
        return "     " + output.styled(label.padded(to: 10), .dim) + lines.joined(separator: "\n" + pad) + "\n"
    }

    private func names() -> String {
        guard !report.names.isEmpty else { return "" }
        return report.names.map { pair in
            "\(pair.name) is also \(pair.also)" + (pair.usedBy.map { " (used by \($0))" } ?? "")
        }.joined(separator: "; ") + ", as the text itself says.\n\n"
    }
}

extension String {
    fileprivate var withoutStyles: String {
        guard contains("\u{1B}") else { return self }
        var out = ""
        var isInside = false
        for character in self {
            if character == "\u{1B}" { isInside = true } else if isInside { if character == "m" { isInside = false } } else { out.append(character) }
        }
        return out
    }
    fileprivate var trimmedEnd: String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return copy
    }
}
