/// One document's statement of one event by one chain of speakers: the unit of the ledger.
public struct Claim: Sendable {
    /// How the event is told; never whether it is true.
    public enum Status: String, Sendable, CaseIterable { case happened, ongoing, planned, possible, negated }

    public var id: String
    public var incident: String
    public var type: String
    public var mode: String?
    public var trigger: Excerpt
    public var actors: [ActorMention]
    public var recipients: [ActorMention]
    /// The arms that it is told to have been done with: "a car bomb", "machetes".
    public var weapons: [Excerpt]
    /// The things it fell on that are nobody: "the bridge", "two buses".
    public var targets: [Excerpt]
    public var place: PlaceMention?
    public var date: DateMention?
    public var figures: [Figure]
    public var speakers: [Speaker]
    public var status: Status
    public var verification: [Finding]
    /// What the act has to do with besides itself: "election", "territory"; PLOVER's contexts, in the codebook's order.
    public var contexts: [String] = []
    /// How sure each filled field is; it orders what a person looks at first, and is never shown as truth.
    public var confidence: [FieldConfidence] = []
    /// Field → ids of the patterns and rules behind it, in the order they were applied.
    public var evidence: [Evidence]

    public init(
        id: String, incident: String, type: String, mode: String? = nil, trigger: Excerpt, actors: [ActorMention] = [],
        recipients: [ActorMention] = [], weapons: [Excerpt] = [], targets: [Excerpt] = [], place: PlaceMention? = nil, date: DateMention? = nil,
        figures: [Figure] = [],
        speakers: [Speaker] = [], status: Status = .happened, verification: [Finding] = [], evidence: [Evidence] = []
    ) {
        self.id = id
        self.incident = incident
        self.type = type
        self.mode = mode
        self.trigger = trigger
        self.actors = actors
        self.recipients = recipients
        self.weapons = weapons
        self.targets = targets
        self.place = place
        self.date = date
        self.figures = figures
        self.speakers = speakers
        self.status = status
        self.verification = verification
        self.evidence = evidence
    }
}

/// How often a field with the same signs was right on articles kept apart.
public struct FieldConfidence: Hashable, Sendable {
    public var field: String
    /// nil where the codebook has no weights for the field.
    public var share: Double?
    /// What was seen of how the field was filled: "word verb", "far: near", "by place.governed".
    public var signs: [String]
    public init(_ field: String, share: Double?, signs: [String]) {
        self.field = field
        self.share = share
        self.signs = signs
    }
}

/// Exact words of the document.
public struct Excerpt: Hashable, Sendable {
    public var span: Span
    public var text: String
    public init(_ span: Span, _ text: String) {
        self.span = span
        self.text = text
    }
}

/// Words that point to someone, and whom they are resolved to.
public struct ActorMention: Hashable, Sendable {
    public var excerpt: Excerpt
    public var name: String
    /// Country, then sector: "ARM.REB", "IGO.UN"; nil where nothing is known.
    public var code: String?
    public init(_ excerpt: Excerpt, name: String, code: String?) {
        self.excerpt = excerpt
        self.name = name
        self.code = code
    }
}

/// Words that point somewhere, and the place they are resolved to.
public struct PlaceMention: Hashable, Sendable {
    public enum Precision: String, Sendable, CaseIterable { case place, near, district, region, country, area }
    public var excerpt: Excerpt
    public var name: String
    /// Every name of a disputed or renamed place; the order says nothing.
    public var names: [String]
    /// WGS84 degrees.
    public var latitude: Double?
    public var longitude: Double?
    /// "geonames:585221", "ne:BRK_A3", "hearsay:lachin-corridor".
    public var code: String?
    /// ISO 3166 alpha-3; more than one where views differ, joined by "/" in JSON.
    public var country: String?
    public var precision: Precision
    public init(
        _ excerpt: Excerpt, name: String, names: [String] = [], latitude: Double? = nil, longitude: Double? = nil,
        code: String? = nil, country: String? = nil, precision: Precision = .place
    ) {
        self.excerpt = excerpt
        self.name = name
        self.names = names
        self.latitude = latitude
        self.longitude = longitude
        self.code = code
        self.country = country
        self.precision = precision
    }
}

/// Words that point to a time, and the days they stand for.
public struct DateMention: Hashable, Sendable {
    public var excerpt: Excerpt
    public var range: DateRange
    public init(_ excerpt: Excerpt, _ range: DateRange) {
        self.excerpt = excerpt
        self.range = range
    }
}

/// A count of people harmed, as a range.
public struct Figure: Hashable, Sendable {
    public enum Harm: String, Sendable, CaseIterable { case killed, injured, missing, captured, displaced }
    public var harm: Harm
    public var who: String
    public var low: Int?
    public var high: Int?
    /// "dozens": shown as the word, never entering an incident's range.
    public var isVague: Bool
    public var excerpt: Excerpt
    /// Index of the figure that this one is a part of ("including two civilians").
    public var partOf: Int?
    public init(
        _ harm: Harm, who: String, low: Int?, high: Int?, isVague: Bool = false, excerpt: Excerpt, partOf: Int? = nil
    ) {
        self.harm = harm
        self.who = who
        self.low = low
        self.high = high
        self.isVague = isVague
        self.excerpt = excerpt
        self.partOf = partOf
    }
}

/// Who the text says said it: one link of the chain, outermost first.
public struct Speaker: Hashable, Sendable {
    /// nil words where nobody is named ("were reported").
    public var excerpt: Excerpt?
    public var name: String?
    public var code: String?
    public var cue: Excerpt?
    public var isQuote: Bool
    public init(excerpt: Excerpt?, name: String?, code: String?, cue: Excerpt?, isQuote: Bool = false) {
        self.excerpt = excerpt
        self.name = name
        self.code = code
        self.cue = cue
        self.isQuote = isQuote
    }
}

/// What somebody is said to have found about a claim.
public struct Finding: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case unverified, verified, denied, disputed, retracted, responsibility }
    public var by: String?
    public var kind: Kind
    public var excerpt: Excerpt
    public init(by: String?, _ kind: Kind, excerpt: Excerpt) {
        self.by = by
        self.kind = kind
        self.excerpt = excerpt
    }
}

/// The pattern or rule behind one field.
public struct Evidence: Hashable, Sendable {
    public var field: String
    public var rule: String
    public init(_ field: String, _ rule: String) {
        self.field = field
        self.rule = rule
    }
}

/// A place or actor for which the text itself gives two names.
public struct NamePair: Hashable, Sendable {
    public var name: String
    public var also: String
    /// Code of those who use the second name, where the text says.
    public var usedBy: String?
    public var span: Span
    public init(name: String, also: String, usedBy: String?, span: Span) {
        self.name = name
        self.also = also
        self.usedBy = usedBy
        self.span = span
    }
}

/// All that was read from one document.
public struct Report: Sendable {
    public var document: Document
    public var claims: [Claim]
    public var names: [NamePair]
    public init(document: Document, claims: [Claim], names: [NamePair]) {
        self.document = document
        self.claims = claims
        self.names = names
    }
}
