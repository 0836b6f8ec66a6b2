internal import Foundation

/// Distances and shifts on the globe, taken as a sphere of 6,371 km.
public enum Sphere {
    public static func kilometres(_ lat1: Double, _ lon1: Double, _ lat2: Double, _ lon2: Double) -> Double {
        let r = Double.pi / 180
        let a = sin((lat2 - lat1) * r / 2)
        let b = sin((lon2 - lon1) * r / 2)
        return 12_742 * asin(min(1, (a * a + cos(lat1 * r) * cos(lat2 * r) * b * b).squareRoot()))
    }

    /// The point so many kilometres from another in a direction (degrees clockwise from north).
    public static func point(_ lat: Double, _ lon: Double, kilometres: Double, bearing: Double) -> (latitude: Double, longitude: Double) {
        let r = Double.pi / 180
        let d = kilometres / 6371
        let a = asin(sin(lat * r) * cos(d) + cos(lat * r) * sin(d) * cos(bearing * r))
        let b = lon * r + atan2(sin(bearing * r) * sin(d) * cos(lat * r), cos(d) - sin(lat * r) * sin(a))
        var degrees = b / r
        if degrees > 180 { degrees -= 360 }
        if degrees < -180 { degrees += 360 }
        return (a / r, degrees)
    }
}
