public import HearsayCore

/// A name of a place in a document, with the words around it.
public struct PlaceQuery: Sendable, Hashable {
    public var name: String
    public var span: Span
    /// The words before it in its sentence, nearest last: "in the district of", "30 km north of".
    public var before: String
    /// The words after it in its sentence, nearest first: "province", ", Texas, on Tuesday".
    public var after: String

    public init(_ name: String, span: Span, before: String = "", after: String = "") {
        self.name = name
        self.span = span
        self.before = before
        self.after = after
    }

    /// A name where it stands in a text, with up to 60 characters of its line on each side.
    public init(in text: Text, at span: Span) {
        func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" }
        var start = max(0, min(span.start, text.count))
        var end = max(start, min(span.end, text.count))
        let from = start
        let to = end
        while start > 0, from - start < 60, !isBreak(text.scalars[start - 1]) { start -= 1 }
        while end < text.count, end - to < 60, !isBreak(text.scalars[end]) { end += 1 }
        self.init(text[span], span: span, before: text[Span(start, from)], after: text[Span(to, end)])
    }
}

/// What else of a document helps to tell its places.
public struct PlaceHints: Sendable {
    /// Countries that the document speaks of, by ISO alpha-3, and how often; names of actors count here too.
    public var countries: [String: Int]
    /// Country of the outlet, ISO alpha-3.
    public var outletCountry: String?
    /// Day of publication ("2023-09-19"): who held what then.
    public var day: String?

    public init(countries: [String: Int] = [:], outletCountry: String? = nil, day: String? = nil) {
        self.countries = countries
        self.outletCountry = outletCountry
        self.day = day
    }
}

/// Where a name points to.
public struct ResolvedPlace: Sendable {
    public var query: PlaceQuery
    public var place: Place
    public var match: Gazetteer.Match
    /// The text's own spelling where it is one of the place's names, the usual name otherwise.
    public var name: String
    /// Every name of a place that is disputed or renamed; empty elsewhere. The order says nothing.
    public var names: [UsedName]
    public var latitude: Double
    public var longitude: Double
    public var precision: PlaceMention.Precision
    /// Distance from the point within which the true place lies, as far as the words tell.
    public var uncertainty: Double
    /// ISO alpha-3 of every country that it belongs to in somebody's view on the day, sorted.
    public var countries: [String]
    /// Who says so; empty where nobody disagrees. The order says nothing.
    public var viewpoints: [Viewpoint]
    /// Other places of that name, the likeliest first.
    public var alternatives: [Place]

    public var code: String { place.code }
    public var kind: PlaceKind { place.kind }
    public var isCapital: Bool { place.isCapital }
    public var isCountry: Bool { place.isCountry }
    /// Whether the name may stand for a government: a capital, or a seat such as the Kremlin.
    public var mayStandForGovernment: Bool { place.isCapital || place.isSeatOfGovernment }

    /// UCDP's where_prec, 1 to 7.
    public var ucdpPrecision: Int {
        switch (precision, place.kind) {
        case (.near, .river), (.near, .corridor), (.near, .mountain): 5
        case (_, .water): 7
        case (.place, _): 1
        case (.near, _): 2
        case (.district, .quarter): 2
        case (.district, _): 3
        case (.region, .region): 4
        case (.region, .island): 5
        case (.region, _): uncertainty > 150 ? 5 : 4
        case (.country, _): 6
        case (.area, _): 5
        }
    }

    /// ACLED's geo_precision, 1 to 3.
    public var acledPrecision: Int {
        switch precision {
        case .place: 1
        case .near, .district: 2
        case .region, .country, .area: 3
        }
    }

    /// As a claim has it.
    public func mention(_ excerpt: Excerpt) -> PlaceMention {
        PlaceMention(
            excerpt, name: name, names: names.map(\.name), latitude: latitude, longitude: longitude, code: code,
            country: countries.isEmpty ? nil : countries.joined(separator: "/"), precision: precision)
    }
}
