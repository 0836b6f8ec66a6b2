/// Words in the names that pages give to their parts ("article-body", "newsletterSignup"), and what they tell.
enum PageWords {
    /// Parts that belong to no article, wherever they stand.
    static let furniture: Set<String> = [
        "comments", "comment", "disqus", "respond", "related", "recommended", "recommendation", "recommendations", "recirc",
        "recirculation", "promo", "promos", "promoted", "newsletter", "newsletters", "share", "sharing", "shares", "sharebar",
        "sharedaddy", "addthis", "social", "socials", "sidebar", "footer", "nav", "navigation", "navbar", "menu", "breadcrumb",
        "breadcrumbs", "caption", "captions", "credit", "credits", "byline", "bylines", "tags", "taglist", "tagcloud", "advert", "adverts",
        "advertisement", "advertising", "ad", "ads", "adunit", "dfp", "sponsor", "sponsored", "outbrain", "taboola", "cookie", "cookies",
        "consent", "gdpr", "subscribe", "subscription", "signup", "modal", "popup", "lightbox", "toolbar", "masthead", "trending",
        "popular", "mostread", "teaser", "teasers", "toc", "pagination", "pager", "login", "rating", "ratings", "bio", "copyright",
        "timestamp", "gallery", "slideshow", "carousel", "player", "flyout", "dropdown", "offscreen", "visuallyhidden",
        "screenreader", "printonly", "tooltip", "relatedposts", "morefrom", "authorbox", "readmore", "followus", "rollover", "popover",
        "hovercard", "cta", "notification", "prevnext", "nextprev", "recent", "paywall", "optin", "factbox", "infobox", "donate", "donation",
    ]

    /// Parts that hold an article's text.
    static let bodies: [[String]] = [
        ["article", "body"], ["article", "content"], ["article", "text"], ["entry", "content"], ["post", "content"], ["post", "body"],
        ["story", "body"], ["story", "content"], ["story", "text"], ["content", "body"], ["body", "content"], ["articlebody"],
        ["storybody"], ["article", "main"], ["post", "text"], ["entry", "body"], ["body", "copy"], ["article", "copy"], ["news", "text"],
    ]

    /// "article__body--wide storyText" gives article, body, wide, story, text; "sc-qOiPt", made by a machine, gives sc alone.
    static func words(_ names: String) -> [String] {
        names.unicodeScalars.prefix(400).split { !(("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)) }
            .flatMap { humps($0) }
    }

    private static func humps(_ token: Substring.UnicodeScalarView) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for scalar in token where !("0"..."9").contains(scalar) {
            let isUpper = ("A"..."Z").contains(scalar)
            if isUpper, wasLower {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(isUpper ? Unicode.Scalar(scalar.value + 32)! : scalar)
            wasLower = !isUpper
        }
        if !word.isEmpty { words.append(word) }
        let isMachines = words.count > 1 && words.reduce(0) { $0 + $1.utf8.count } < words.count * 4
        return isMachines && words.first != "ad" ? [] : words
    }

    /// Parts that hold somebody else's words which the story shows: a post, a letter.
    static func isEmbed(_ words: [String]) -> Bool { words.contains { $0 == "embed" || $0 == "tweet" } }

    static func isBody(_ words: [String]) -> Bool {
        bodies.contains { pair in
            pair.count == 1 ? words.contains(pair[0]) : zip(words, words.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
        }
    }
}
