internal import HearsayCore

/// Quantities and times of day inside the patterns.
extension Matcher {
    private static let pairs: [String: Set<String>] = [
        "more": ["than"], "less": ["than"], "fewer": ["than"], "at": ["least", "most"], "up": ["to"], "as": ["little", "long"],
        "no": ["more", "less"], "well": ["over"], "just": ["over", "under"], "close": ["to"],
    ]
    private static let single: Set<String> = [
        "about", "around", "approximately", "roughly", "nearly", "almost", "over", "under", "only", "just", "barely",
        "some", "exactly", "fully", "perhaps", "maybe", "another", "circa",
    ]

    /// "three", "a", "several", "about two", "more than 40", "two or three", "a couple of", "two and a half".
    func amount(_ start: Int) -> (Amount, Int)? {
        var index = start
        var amount = Amount()
        if let next = approximator(index) {
            amount.isApproximate = true
            index = next
        }
        guard index < words.count, !(index > start && words[index].breaks) else { return nil }
        func at(_ offset: Int, _ form: String) -> Bool { index + offset < words.count && lower[index + offset] == form }
        switch lower[index] {
        case "half":
            guard at(1, "a") || at(1, "an") else { return nil }
            return (Amount(count: 0, isHalf: true), index + 2)
        case "a", "an":
            if at(1, "few") || at(1, "couple") || at(1, "handful") || at(1, "number") {
                let isCouple = at(1, "couple")
                if at(1, "number"), !at(2, "of") { return nil }
                return (Amount(count: isCouple ? 2 : nil), at(2, "of") ? index + 3 : index + 2)
            }
            if at(1, "half"), !at(2, "dozen") { return (Amount(count: 0, isHalf: true), index + 2) }
            if at(1, "good") || at(1, "mere") || at(1, "full") || at(1, "whole") || at(1, "further"), index + 2 < words.count {
                if let next = number(index + 2, &amount) { return (amount, next) }
                amount.count = 1
                return (amount, index + 2)
            }
            if let next = number(index, &amount) { return (amount, next) }
            amount.count = 1
            return (amount, index + 1)
        case "couple":
            return (Amount(count: 2), at(1, "of") ? index + 2 : index + 1)
        case "few", "several", "many", "various", "numerous", "dozens", "scores", "hundreds", "thousands", "some", "countless",
            "multiple", "tens":
            if lower[index] == "some" || lower[index] == "few" {
                // "some three weeks" is a number.
                if index + 1 < words.count, let next = number(index + 1, &amount) { return (amount, next) }
            }
            var next = index + 1
            while next + 1 < words.count, lower[next] == "of", ["hundreds", "thousands", "dozens"].contains(lower[next + 1]) {
                next += 2
            }
            return (Amount(count: nil), next < words.count && lower[next] == "of" ? next + 1 : next)
        case "another":
            if index + 1 < words.count, let next = number(index + 1, &amount) { return (amount, next) }
            amount.count = 1
            return (amount, index + 1)
        default:
            return number(index, &amount).map { (amount, $0) }
        }
    }

    private func number(_ index: Int, _ amount: inout Amount) -> Int? {
        guard index < words.count, words[index].suffix.isEmpty,
            !(words[index].kind == .number && words[index].number == nil && !words[index].isGrouped),
            let numeral = Numerals.read(lower, at: index), numeral.value < 1_000_000
        else { return nil }
        // "22.8 years" keeps no fraction in the sums; it is rare and never a date.
        amount.count = numeral.value
        var next = numeral.words.upperBound
        if next + 2 < words.count, lower[next] == "and", lower[next + 1] == "a", lower[next + 2] == "half" {
            amount.isHalf = true
            next += 3
        } else if next + 1 < words.count, ["or", "to", "-"].contains(lower[next]), words[next + 1].suffix.isEmpty,
            let high = Numerals.read(lower, at: next + 1), high.value > numeral.value, high.value < 100_000, !words[next + 1].breaks
        {
            amount.high = high.value
            next = high.words.upperBound
        }
        if next < words.count, lower[next] == "-", next + 1 < words.count, lower[next + 1] == "plus" { next += 2 }
        return next
    }

    /// "about", "more than", "at least", "up to": words before a number that make it less than exact.
    private func approximator(_ index: Int) -> Int? {
        guard index + 1 < words.count else { return nil }
        if let seconds = Matcher.pairs[lower[index]], seconds.contains(lower[index + 1]) {
            var next = index + 2
            if ["no", "as"].contains(lower[index]) {
                guard next < words.count, lower[next] == "than" || lower[next] == "as" else { return nil }
                next += 1
            }
            return next
        }
        guard Matcher.single.contains(lower[index]) else { return nil }
        if lower[index] == "some" || lower[index] == "another" { return Numerals.read(lower, at: index + 1) == nil ? nil : index + 1 }
        return index + 1
    }

    /// "10:35 a.m.", "10 p.m.", "8am", "0300 GMT", "noon", "half past ten", "ten o'clock", "1500 hours".
    func clock(_ index: Int) -> (Clock, Int)? {
        let word = words[index]
        switch word.lower {
        case "noon", "midday", "noontime": return (Clock(hour: 12, minute: 0), index + 1)
        case "midnight": return (Clock(hour: 24, minute: 0), index + 1)
        case "half", "quarter":
            guard index + 2 < words.count, let hour = hourNumber(index + 2), hour <= 12 else { return nil }
            let isHalf = word.lower == "half"
            if lower[index + 1] == "past" { return withHalfOfDay(hour, isHalf ? 30 : 15, index + 3) }
            if lower[index + 1] == "to", !isHalf { return withHalfOfDay(hour == 1 ? 12 : hour - 1, 45, index + 3) }
            return nil
        default: break
        }
        guard let hour = hourNumber(index, allowing: ["am", "pm"]) else { return fourDigits(index) }
        var next = index + 1
        if !word.suffix.isEmpty {
            guard word.suffix == "am" || word.suffix == "pm", hour <= 12 else { return fourDigits(index) }
            return finish(hour, 0, isAfternoon: word.suffix == "pm", next)
        }
        if word.kind == .number, next + 1 < words.count, lower[next] == ":" || lower[next] == ".", !words[next].spaced,
            !words[next + 1].spaced, words[next + 1].digits == 2, let minute = words[next + 1].number, minute < 60,
            ["", "am", "pm", "z", "h"].contains(words[next + 1].suffix)
        {
            let isColon = lower[next] == ":"
            let suffix = words[next + 1].suffix
            next += 2
            // "10:35:20": seconds are dropped.
            if next + 1 < words.count, lower[next] == ":", !words[next].spaced, words[next + 1].digits == 2 { next += 2 }
            if suffix == "am" || suffix == "pm" { return hour <= 12 ? finish(hour, minute, isAfternoon: suffix == "pm", next) : nil }
            let half = withHalfOfDay(hour, minute, next)
            // "10.35" is a time only with "a.m." or a zone behind it.
            if isColon || (half?.1 ?? 0) > next || half?.0.zone != nil { return half }
            return nil
        }
        // "10.30am" was scanned as one decimal number.
        if next < words.count, ["am", "pm"].contains(lower[next]), hour <= 12 { return withHalfOfDay(hour, 0, next) }
        if next < words.count, lower[next] == "o'clock" { return withHalfOfDay(hour, 0, next + 1) }
        return fourDigits(index)
    }

    private func hourNumber(_ index: Int, allowing suffixes: Set<String> = []) -> Int? {
        let word = words[index]
        if word.kind == .number {
            guard let number = word.number, word.digits <= 2, number <= 24, !word.isGrouped,
                word.suffix.isEmpty || suffixes.contains(word.suffix)
            else { return nil }
            return number
        }
        guard let number = Numerals.word(word.lower), (1...12).contains(number) else { return nil }
        return number
    }

    /// "0300 GMT", "1500 hours", "1430 local time": four digits need a zone or such a word.
    private func fourDigits(_ index: Int) -> (Clock, Int)? {
        let word = words[index]
        guard let number = word.number, word.digits == 4, !word.isGrouped, number / 100 <= 24, number % 100 < 60 else { return nil }
        if word.suffix == "gmt" || word.suffix == "z" || word.suffix == "h" || word.suffix == "hrs" {
            return (Clock(hour: number / 100, minute: number % 100, zone: word.suffix == "gmt" || word.suffix == "z" ? "gmt" : nil), index + 1)
        }
        guard word.suffix.isEmpty, index + 1 < words.count else { return nil }
        let next = lower[index + 1]
        if Lexicon.zones.contains(next), words[index + 1].isUpper {
            return (Clock(hour: number / 100, minute: number % 100, zone: next), index + 2)
        }
        if next == "hrs" || (next == "hours" && word.lower.hasPrefix("0"))
            || (next == "hours" && number % 100 == 0 && number >= 1000 && number <= 2400)
        {
            return (Clock(hour: number / 100, minute: number % 100), withZone(index + 2).1)
        }
        if next == "local", index + 2 < words.count, lower[index + 2] == "time" {
            return (Clock(hour: number / 100, minute: number % 100), index + 3)
        }
        return nil
    }

    private func withHalfOfDay(_ hour: Int, _ minute: Int, _ next: Int) -> (Clock, Int)? {
        if next < words.count, lower[next] == "am" || lower[next] == "pm", hour <= 12 {
            return finish(hour, minute, isAfternoon: lower[next] == "pm", next + 1)
        }
        let (zone, after) = withZone(next)
        return (Clock(hour: hour, minute: minute, zone: zone), after)
    }

    private func finish(_ hour: Int, _ minute: Int, isAfternoon: Bool, _ next: Int) -> (Clock, Int)? {
        let (zone, after) = withZone(next)
        let hours = isAfternoon ? (hour == 12 ? 12 : hour + 12) : (hour == 12 ? 0 : hour)
        return (Clock(hour: hours, minute: minute, zone: zone), after)
    }

    private func withZone(_ index: Int) -> (String?, Int) {
        guard index < words.count else { return (nil, index) }
        if Lexicon.zones.contains(lower[index]), words[index].isUpper { return (lower[index], index + 1) }
        if lower[index] == "local", index + 1 < words.count, lower[index + 1] == "time" { return (nil, index + 2) }
        return (nil, index)
    }
}
