import HearsayCore

/// The many ways in which files write a day of publication.
enum PublishedDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// "2023-09-19T07:00:00Z", "20230919", "2023/09/19", "19 September 2023", "Tue, 19 Sep 2023 07:00:00 GMT",
    /// "September 19, 2023", "9/19/2023". Never "09/10/2023", which means two days.
    static func day(_ text: String) -> Day? {
        let trimmed = text.trimmed
        if let day = Day(iso: trimmed) { return day }
        let parts = trimmed.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let first = parts.first else { return nil }
        if first.utf8.count == 8, let number = Int(first) { return Day(number / 10_000, number / 100 % 100, number % 100) }
        if first.utf8.count == 4, parts.count >= 3, let year = Int(first), let month = Int(parts[1]) {
            return Int(parts[2].prefix { $0.isNumber }).flatMap { Day(year, month, $0) }
        }
        if let day = slashed(parts) { return day }
        guard let at = parts.firstIndex(where: { part in part.first!.isLetter && months.contains { part.hasPrefix($0) } }),
            let month = months.firstIndex(where: { parts[at].hasPrefix($0) })
        else { return nil }
        let numbers = parts.enumerated().compactMap { index, part in
            number(part).map { (index, $0) }
        }
        guard let year = numbers.first(where: { $0.1 >= 1000 })?.1 else { return nil }
        let day = at > 0 ? number(parts[at - 1]) : nil
        let after = at + 1 < parts.count ? number(parts[at + 1]) : nil
        guard let day = [day, after].compactMap({ $0 }).first(where: { $0 <= 31 }) else { return nil }
        return Day(year, month + 1, day)
    }

    /// "sep", "September".
    static func month(_ word: some StringProtocol) -> Int? {
        let low = word.lowercased()
        return months.firstIndex { low.hasPrefix($0) }.map { $0 + 1 }
    }

    /// Day and month in either order, where one of them can be no month.
    private static func slashed(_ parts: [Substring]) -> Day? {
        guard parts.count >= 3, let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2]), year >= 1000 else {
            return nil
        }
        if first > 12 || first == second { return Day(year, second, first) }
        return second > 12 ? Day(year, first, second) : nil
    }

    /// Seconds or milliseconds since 1970.
    static func day(_ stamp: Double) -> Day? {
        guard stamp.isFinite, stamp > 0, stamp < 1e14 else { return nil }
        if stamp >= 19_000_000, stamp < 100_000_000, stamp == stamp.rounded() {
            let number = Int(stamp)
            return Day(number / 10_000, number / 100 % 100, number % 100)
        }
        guard stamp >= 100_000_000 else { return nil }
        let seconds = stamp >= 1e11 ? stamp / 1000 : stamp
        return Day(number: Int(seconds / 86_400))
    }

    private static func number(_ part: Substring) -> Int? {
        let digits = part.prefix { $0.isNumber }
        guard !digits.isEmpty, ["", "st", "nd", "rd", "th"].contains(part.dropFirst(digits.count)) else { return nil }
        return Int(digits)
    }
}

extension String {
    var trimmed: String {
        var view = Substring(self)
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
