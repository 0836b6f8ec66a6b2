import HearsayCore

/// Turns the chosen place and the words around its name into a point with its precision.
enum Outcome {
    static func make(_ mention: Resolver.Mention, _ chosen: Gazetteer.Candidate, _ others: [Place], _ hints: PlaceHints) -> ResolvedPlace {
        let place = chosen.place
        var point = (latitude: place.latitude, longitude: place.longitude)
        var precision = usual(place)
        // A unit of the first order that the text calls a district is one: Azerbaijan's rayons.
        if precision == .region, ["district", "county", "raion", "rayon"].contains(mention.around.unit ?? "") { precision = .district }
        // Points of our own tables are good to a few kilometres.
        var uncertainty = max(place.geonamesID == nil ? 5 : 1, place.radius)
        let around = mention.around
        let isPoint = precision == .place || precision == .district
        if around.isNear, chosen.match != .people {
            let distance = around.distance ?? (isPoint ? max(5, place.radius) : place.radius / 2)
            if let way = around.direction, isPoint || around.distance != nil {
                point = Sphere.point(point.latitude, point.longitude, kilometres: distance, bearing: way.rawValue)
                uncertainty = max(3, distance * 0.3) + (isPoint ? 0 : place.radius)
            } else {
                uncertainty += distance
            }
            if precision != .country && precision != .area { precision = .near }
        } else if let part = around.part, chosen.match != .people, place.kind != .site {
            // "northern Iraq" is a region of Iraq, "north Belfast" a part of Belfast.
            point = Sphere.point(point.latitude, point.longitude, kilometres: place.radius * (isPoint ? 0.5 : 0.7), bearing: part.rawValue)
            uncertainty = max(2, place.radius * 0.7)
            precision = isPoint ? .district : place.kind == .area ? .area : .region
        }
        let viewpoints = place.viewpoints.filter { $0.holds(on: hints.day) }
        var views = Set(viewpoints.compactMap(\.country))
        // A crossing belongs to both sides whatever the views on one of them.
        if place.countryCodes.count > 1 { views.formUnion(place.countryCodes) }
        return ResolvedPlace(
            query: mention.query, place: place, match: chosen.match, name: name(mention, chosen), names: place.rivalNames,
            latitude: point.latitude, longitude: point.longitude, precision: precision, uncertainty: uncertainty,
            countries: views.isEmpty ? place.countryCodes.sorted() : views.sorted(), viewpoints: viewpoints, alternatives: others)
    }

    /// How exact a place of that kind is when nothing around it says more.
    static func usual(_ place: Place) -> PlaceMention.Precision {
        switch place.kind {
        case .town, .site: .place
        case .quarter, .district: .district
        case .region, .territory: .region
        case .island, .mountain: place.radius > 30 ? .region : .near
        case .corridor, .river: .near
        case .country, .formerCountry: .country
        case .area: .area
        case .water: place.radius > 100 ? .area : .near
        }
    }

    /// A rival name stays as the text has it; other places take their usual name.
    private static func name(_ mention: Resolver.Mention, _ chosen: Gazetteer.Candidate) -> String {
        if chosen.match == .people { return chosen.place.name }
        let key = Folding.close(mention.query.name)
        return chosen.place.rivalNames.first { Folding.close($0.name) == key }?.name ?? chosen.place.name
    }
}
