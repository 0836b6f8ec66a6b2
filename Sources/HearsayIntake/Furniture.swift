/// Words of the page around an article: links, buttons, notices. They are no part of what it says.
enum Furniture {
    /// Whole lines, or the end of the last one.
    private static let phrases: [String] = [
        "related articles", "related article", "related stories", "related news", "related topics", "related content", "related",
        "back to top button", "back to top", "read more", "read also", "also read", "see also", "more on this story",
        "more on this topic", "more from this section", "more stories", "more news", "most read", "most popular", "most viewed",
        "trending", "trending now", "top stories", "latest news", "recommended", "recommended stories", "recommended for you",
        "you may also like", "you might also like", "up next", "editor's picks", "editors' picks", "don't miss",
        "share this", "share this article", "share this story", "share this page", "share this post", "share", "share on facebook",
        "share on twitter", "tweet", "email this", "print this", "print this article", "copy link", "comments", "leave a comment",
        "view comments", "show comments", "join the conversation", "post a comment", "advertisement", "advertisements",
        "advertise with us", "sponsored", "sponsored content", "promoted", "story continues below advertisement",
        "article continues below", "article continues after ad", "continue reading", "sign up", "sign in", "log in", "subscribe",
        "subscribe now", "subscribe to our newsletter", "sign up to our newsletter", "sign up for our newsletter", "newsletter",
        "follow us", "follow us on facebook", "follow us on twitter", "follow us on social media", "all rights reserved",
        "skip to main content", "skip to content", "cookie policy", "privacy policy", "terms of use", "terms and conditions",
        "contact us", "about us", "home", "menu", "search", "close", "play video", "watch", "watch live", "load more",
        "previous article", "next article", "previous post", "next post", "tags", "topics", "view image in fullscreen",
        "for immediate release", "press release", "news release", "media advisory", "download pdf", "embargoed until",
        "image source", "image caption", "media caption", "getty images",
    ]
    private static let whole = Set(phrases)
    /// Only these are cut off the end of a sentence's line: two words at least, so that no sentence loses its last word.
    private static let glued = (phrases + ["all rights reserved."]).filter { $0.contains(" ") }.sorted { $0.count > $1.count }
    private static let openings = [
        "read more:", "read more about ", "read also:", "also read:", "see also:", "related:", "watch:", "listen:", "more:",
        "sign up to ", "sign up for ", "subscribe to ", "follow us on ", "share this ", "click here ", "download our ",
        "copyright ", "© ", "(c) ", "photo credit", "image credit", "©",
    ]
    /// Headings behind which a page lists other stories.
    private static let lists: Set<String> = [
        "related articles", "related stories", "related news", "related content", "more on this story", "more on this topic",
        "most read", "most popular", "most viewed", "trending", "trending now", "top stories", "latest news", "recommended",
        "recommended stories", "recommended for you", "you may also like", "you might also like", "more stories", "more news",
        "editor's picks", "editors' picks", "up next", "read also", "also read", "see also",
    ]

    /// Marks, line by line, what is furniture.
    static func marks(_ lines: [String]) -> [Bool] {
        var marks: [Bool] = []
        var inList = false
        for line in lines {
            let key = key(line)
            // A button is written with a capital; "recommended" alone is somebody's verdict.
            let isTitled = line.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
            if isTitled && whole.contains(key) || isNotice(key, line) {
                marks.append(true)
                inList = lists.contains(key)
            } else if inList, !endsSentence(line), line.unicodeScalars.count < 150 {
                // The title of another story.
                marks.append(true)
            } else {
                marks.append(false)
                inList = false
            }
        }
        // A heading of the list at the very top would be the article's own.
        if let first = marks.first, first, lines.count > 1, marks.allSatisfy({ $0 }) { return marks.map { _ in false } }
        return marks
    }

    /// The line without furniture glued to its end: "… withdraw.Related Articles" gives "… withdraw."
    static func trimmed(_ line: String) -> String {
        var scalars = Array(line.unicodeScalars)
        var isChanged = true
        while isChanged {
            isChanged = false
            while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
            for phrase in glued {
                let wanted = Array(phrase.unicodeScalars)
                guard scalars.count > wanted.count + 1 else { continue }
                let tail = scalars.suffix(wanted.count)
                guard tail.first!.properties.isUppercase, zip(tail, wanted).allSatisfy({ Furniture.lower($0) == $1 }) else { continue }
                var before = scalars.count - wanted.count
                while before > 0, scalars[before - 1].properties.isWhitespace { before -= 1 }
                let endsBefore = Furniture.endsSentence(scalars[..<before])
                // "The sign said Back to top": what stands before must be a whole sentence, or furniture itself.
                guard endsBefore || glued.contains(where: { Furniture.hasTail(scalars[..<before], $0) }) else { continue }
                scalars.removeLast(scalars.count - before)
                isChanged = true
                break
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func hasTail(_ scalars: ArraySlice<Unicode.Scalar>, _ phrase: String) -> Bool {
        let wanted = Array(phrase.unicodeScalars)
        guard scalars.count > wanted.count else { return false }
        return zip(scalars.suffix(wanted.count), wanted).allSatisfy { lower($0) == $1 }
    }

    private static func isNotice(_ key: String, _ line: String) -> Bool {
        guard line.unicodeScalars.count <= 120 else { return false }
        let low = String(line.lowercased().drop(while: \.isWhitespace))
        // Behind a sentence the notice is cut off and the sentence kept.
        if key.hasSuffix("all rights reserved"), trimmed(line) == line { return true }
        guard line.unicodeScalars.count <= 70 || low.hasPrefix("read more:") || low.hasPrefix("related:") else { return false }
        return openings.contains { low.hasPrefix($0) } && !(endsSentence(line) && key.split(separator: " ").count > 9)
    }

    /// Lower case, single spaces, no signs around.
    private static func key(_ line: String) -> String {
        guard line.unicodeScalars.count <= 120 else { return "" }
        var words: [Substring] = line.lowercased().split(whereSeparator: \.isWhitespace)
        words.removeAll { word in !word.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) } }
        let joined = words.joined(separator: " ").replacing("’", with: "'")
        let isSign = { (scalar: Unicode.Scalar) in !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar) }
        var view = Substring(joined).unicodeScalars
        while let last = view.last, isSign(last) { view.removeLast() }
        while let first = view.first, isSign(first) { view.removeFirst() }
        return String(view)
    }

    private static func endsSentence(_ line: String) -> Bool { endsSentence(Array(line.unicodeScalars)[...]) }

    private static func endsSentence(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = scalars.last(where: { !"\"'”’)]» ".unicodeScalars.contains($0) }) else { return false }
        return ".!?…".unicodeScalars.contains(last)
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "’" { return "'" }
        return scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(scalar.value + 32)! : scalar
    }
}
