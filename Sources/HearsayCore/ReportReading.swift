/// The way back from `hearsay/report/1`; `ReportJSON.swift` is the way there.
extension Report {
    /// Reads one line of `hearsay/report/1`.
    public init(line: String) throws {
        try self.init(json: JSON(reading: line.utf8))
    }

    /// The report that a JSON value tells of: what `json` wrote comes back, byte for byte.
    ///
    /// Unknown keys are passed over; what the form requires and is not there, or is of another kind, is named with its path.
    public init(json: JSON) throws(ReportError) {
        let root = JSONPath(json)
        guard case .object = json else { throw .wrongKind("report", wanted: "an object", found: json) }
        let schema = try root.string("schema")
        guard schema == "hearsay/report/1" else { throw .schema(schema) }
        let document = try Document(root.need("document"))
        let reading = ReportReading(length: document.text.count)
        var claims: [Claim] = []
        for claim in try root.list("claims") { claims.append(try reading.claim(claim)) }
        var names: [NamePair] = []
        for pair in try root.list("names") { names.append(try reading.namePair(pair)) }
        self.init(document: document, claims: claims, names: names)
    }
}

extension Claim {
    /// One claim of a report on a text.
    public init(json: JSON, in text: Text) throws(ReportError) { self = try ReportReading(length: text.count).claim(JSONPath(json)) }
}

extension Document {
    init(_ json: JSONPath) throws(ReportError) {
        let published = try json.day(ifAny: "published")
        self.init(
            id: try json.string("id"), title: try json.string(ifAny: "title"), publisher: try json.string(ifAny: "publisher"),
            url: try json.string(ifAny: "url"), published: published, publishedBy: try json["published_by"]?.word(PublishedBy.self),
            language: try json.string(ifAny: "language"), text: Text(try json.string("text")))
    }
}

/// Reads the parts of one report; every span must lie in its text.
private struct ReportReading {
    /// Unicode scalars of the document's text.
    let length: Int

    func claim(_ json: JSONPath) throws(ReportError) -> Claim {
        var claim = Claim(
            id: try json.string("id"), incident: try json.string("incident"), type: try json.string("type"),
            mode: try json.string(ifAny: "mode"), trigger: try excerpt(json.need("trigger")))
        for actor in try json.list("actors") { claim.actors.append(try self.actor(actor)) }
        for recipient in try json.list("recipients") { claim.recipients.append(try actor(recipient)) }
        for weapon in try json.list("weapons") { claim.weapons.append(try excerpt(weapon)) }
        for target in try json.list("targets") { claim.targets.append(try excerpt(target)) }
        if let place = json["place"] { claim.place = try self.place(place) }
        if let date = json["date"] {
            claim.date = DateMention(try excerpt(date), DateRange(try date.day(ifAny: "from"), try date.day(ifAny: "to")))
        }
        for figure in try json.list("figures") { claim.figures.append(try self.figure(figure)) }
        for speaker in try json.list("speakers") { claim.speakers.append(try self.speaker(speaker)) }
        claim.status = try json.need("status").word(Claim.Status.self)
        for finding in try json.list("verification") { claim.verification.append(try self.finding(finding)) }
        for context in try json.list("contexts") { claim.contexts.append(try context.string()) }
        claim.confidence = try confidence(json)
        for evidence in try json.list("evidence") {
            claim.evidence.append(Evidence(try evidence.string("field"), try evidence.string("rule")))
        }
        return claim
    }

    func span(_ json: JSONPath) throws(ReportError) -> Span {
        let start = try json.need("start").int()
        let end = try json.need("end").int()
        guard start >= 0, start <= end else { throw .backward(json.path, start, end) }
        guard end <= length else { throw .outside(json.path, end, length: length) }
        return Span(start, end)
    }

    func excerpt(_ json: JSONPath) throws(ReportError) -> Excerpt { Excerpt(try span(json), try json.string("text")) }

    func actor(_ json: JSONPath) throws(ReportError) -> ActorMention {
        ActorMention(try excerpt(json), name: try json.string("name"), code: try json.string(ifAny: "code"))
    }

    func place(_ json: JSONPath) throws(ReportError) -> PlaceMention {
        var names: [String] = []
        for name in try json.list("names") { names.append(try name.string()) }
        return PlaceMention(
            try excerpt(json), name: try json.string("name"), names: names, latitude: try json["lat"]?.double(),
            longitude: try json["lon"]?.double(), code: try json.string(ifAny: "code"), country: try json.string(ifAny: "country"),
            precision: try json.need("precision").word(PlaceMention.Precision.self))
    }

    func figure(_ json: JSONPath) throws(ReportError) -> Figure {
        Figure(
            try json.need("harm").word(Figure.Harm.self), who: try json.string("who"), low: try json.int(ifAny: "low"),
            high: try json.int(ifAny: "high"), isVague: try json["vague"]?.bool() ?? false, excerpt: try excerpt(json),
            partOf: try json.int(ifAny: "part_of"))
    }

    /// A speaker whom no words name has no span.
    func speaker(_ json: JSONPath) throws(ReportError) -> Speaker {
        Speaker(
            excerpt: json["start"] == nil ? nil : try excerpt(json), name: try json.string(ifAny: "name"),
            code: try json.string(ifAny: "code"), cue: try cue(json), isQuote: try json["quote"]?.bool() ?? false)
    }

    private func cue(_ json: JSONPath) throws(ReportError) -> Excerpt? {
        guard let cue = json["cue"] else { return nil }
        return try excerpt(cue)
    }

    func finding(_ json: JSONPath) throws(ReportError) -> Finding {
        Finding(by: try json.string(ifAny: "by"), try json.need("finding").word(Finding.Kind.self), excerpt: try excerpt(json))
    }

    /// With signs, the fields without a share are there too.
    func confidence(_ json: JSONPath) throws(ReportError) -> [FieldConfidence] {
        var shares: [FieldConfidence] = []
        for (field, share) in try json.members("confidence") { shares.append(FieldConfidence(field, share: try share.double(), signs: [])) }
        guard json["signs"] != nil else { return shares }
        var out: [FieldConfidence] = []
        for (field, signs) in try json.members("signs") {
            var words: [String] = []
            guard case .array(let values) = signs.value else { throw .wrongKind(signs.path, wanted: "a list", found: signs.value) }
            for (index, value) in values.enumerated() { words.append(try JSONPath(value, "\(signs.path)[\(index)]").string()) }
            out.append(FieldConfidence(field, share: shares.first { $0.field == field }?.share, signs: words))
        }
        return out
    }

    func namePair(_ json: JSONPath) throws(ReportError) -> NamePair {
        NamePair(
            name: try json.string("name"), also: try json.string("also"), usedBy: try json.string(ifAny: "used_by"), span: try span(json))
    }
}
