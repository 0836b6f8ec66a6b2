extension Report {
    /// The report as `hearsay/report/1` says, on one line.
    public var json: JSON { json(signs: false) }

    /// - Parameter signs: also what each field's confidence was read from, for `Tools/calibrate`.
    public func json(signs: Bool) -> JSON {
        .object([
            .init("schema", .string("hearsay/report/1")), .init("document", document.json),
            .init("claims", .array(claims.map { $0.json(signs: signs) })), .init("names", .array(names.map(\.json))),
        ])
    }
}

extension Document {
    var json: JSON {
        .object([
            .init("id", .string(id)), .init("title", JSON(title)), .init("publisher", JSON(publisher)), .init("url", JSON(url)),
            .init("published", JSON(published?.description)), .init("published_by", JSON(publishedBy?.rawValue)),
            .init("language", JSON(language)), .init("text", .string(text.string)),
        ])
    }
}

extension Excerpt {
    fileprivate var pairs: [JSON.Member] {
        [.init("start", .int(span.start)), .init("end", .int(span.end)), .init("text", .string(text))]
    }
    var json: JSON { .object(pairs) }
}

extension Claim {
    public var json: JSON { json(signs: false) }

    func json(signs: Bool) -> JSON {
        // Arms and things hit are told of few acts: where there are none, their keys are not there.
        var things: [JSON.Member] = []
        if !weapons.isEmpty { things.append(.init("weapons", .array(weapons.map(\.json)))) }
        if !targets.isEmpty { things.append(.init("targets", .array(targets.map(\.json)))) }
        let acting: [JSON.Member] = [
            .init("id", .string(id)), .init("incident", .string(incident)), .init("type", .string(type)), .init("mode", JSON(mode)),
            .init("trigger", trigger.json), .init("actors", .array(actors.map(\.json))),
            .init("recipients", .array(recipients.map(\.json))),
        ]
        let shares: [JSON.Member] = confidence.compactMap { field in field.share.map { .init(field.field, .double($0)) } }
        var told: [JSON.Member] = [
            .init("place", place?.json ?? .null),
            .init("date", date?.json ?? .null), .init("figures", .array(figures.map(\.json))),
            .init("speakers", .array(speakers.map(\.json))), .init("status", .string(status.rawValue)),
            .init("verification", .array(verification.map(\.json))), .init("contexts", .array(contexts.map(JSON.string))),
            .init("confidence", .object(shares)),
            .init("evidence", .array(evidence.map { .object([.init("field", .string($0.field)), .init("rule", .string($0.rule))]) })),
        ]
        if signs { told.append(.init("signs", .object(confidence.map { .init($0.field, .array($0.signs.map(JSON.string))) }))) }
        return .object(acting + things + told)
    }
}

extension ActorMention {
    var json: JSON { .object(excerpt.pairs + [.init("name", .string(name)), .init("code", JSON(code))]) }
}

extension PlaceMention {
    var json: JSON {
        .object(
            excerpt.pairs + [
                .init("name", .string(name)), .init("names", .array(names.map(JSON.string))),
                .init("lat", latitude.map(JSON.double) ?? .null), .init("lon", longitude.map(JSON.double) ?? .null),
                .init("code", JSON(code)), .init("country", JSON(country)), .init("precision", .string(precision.rawValue)),
            ])
    }
}

extension DateMention {
    var json: JSON {
        .object(
            excerpt.pairs + [
                .init("from", JSON(range.from?.description)), .init("to", JSON(range.to?.description)),
                .init("edtf", .string(range.edtf)),
            ])
    }
}

extension Figure {
    var json: JSON {
        var pairs: [JSON.Member] = [
            .init("harm", .string(harm.rawValue)), .init("who", .string(who)), .init("low", JSON(low)), .init("high", JSON(high)),
        ]
        if isVague { pairs.append(.init("vague", .bool(true))) }
        return .object(pairs + excerpt.pairs + [.init("part_of", JSON(partOf))])
    }
}

extension Speaker {
    var json: JSON {
        .object(
            (excerpt?.pairs ?? []) + [
                .init("name", JSON(name)), .init("code", JSON(code)), .init("cue", cue?.json ?? .null), .init("quote", .bool(isQuote)),
            ])
    }
}

extension Finding {
    var json: JSON {
        .object([.init("by", JSON(by)), .init("finding", .string(kind.rawValue))] + excerpt.pairs)
    }
}

extension NamePair {
    public var json: JSON {
        .object([
            .init("name", .string(name)), .init("also", .string(also)), .init("used_by", JSON(usedBy)),
            .init("start", .int(span.start)), .init("end", .int(span.end)),
        ])
    }
}

extension JSON {
    public init(_ string: String?) { self = string.map(JSON.string) ?? .null }
    init(_ int: Int?) { self = int.map(JSON.int) ?? .null }
}
