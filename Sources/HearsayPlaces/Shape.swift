/// An area on the map, as rings of points.
struct Shape {
    private var rings: [[(x: Double, y: Double)]] = []
    private var box = (left: 999.0, low: 999.0, right: -999.0, high: -999.0)
    /// Size of its frame, to tell the narrower of two areas.
    var extent: Double { max(0, box.right - box.left) * max(0, box.high - box.low) }

    /// "1234 567,1240 570/…": longitude and latitude in 1/100 degree.
    init(rings text: String) {
        for ring in text.split(separator: "/") {
            var points: [(x: Double, y: Double)] = []
            for pair in ring.split(separator: ",") {
                let parts = pair.split(separator: " ")
                guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]) else { continue }
                points.append((x / 100, y / 100))
                box = (min(box.left, x / 100), min(box.low, y / 100), max(box.right, x / 100), max(box.high, y / 100))
            }
            rings.append(points)
        }
    }

    func contains(_ latitude: Double, _ longitude: Double) -> Bool {
        guard longitude >= box.left, longitude <= box.right, latitude >= box.low, latitude <= box.high else { return false }
        return rings.contains { ring in
            var inside = false
            var previous = ring.last ?? (0, 0)
            for point in ring {
                if (point.y > latitude) != (previous.y > latitude),
                    longitude < (previous.x - point.x) * (latitude - point.y) / (previous.y - point.y) + point.x
                {
                    inside.toggle()
                }
                previous = point
            }
            return inside
        }
    }
}
