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
        "timestamp", "gallery", "slideshow", "carousel", "player", "flyout", "dropdown", "offscreen", "sr", "visuallyhidden",
        "screenreader", "printonly", "tooltip", "jp", "relatedposts", "morefrom", "authorbox", "readmore", "followus", "social",
    ]

    /// Parts that hold an article's text.
    static let bodies: [[String]] = [
        ["article", "body"], ["article", "content"], ["article", "text"], ["entry", "content"], ["post", "content"], ["post", "body"],
        ["story", "body"], ["story", "content"], ["story", "text"], ["content", "body"], ["body", "content"], ["articlebody"],
        ["storybody"], ["article", "main"], ["post", "text"], ["entry", "body"], ["body", "copy"], ["article", "copy"], ["news", "text"],
    ]

    /// "article__body--wide storyText" gives article, body, wide, story, text.
    static func words(_ names: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for scalar in names.unicodeScalars.prefix(400) {
            switch scalar {
            case "A"..."Z":
                if wasLower, !word.isEmpty {
                    words.append(word)
                    word = ""
                }
                word.unicodeScalars.append(Unicode.Scalar(scalar.value + 32)!)
                wasLower = false
            case "a"..."z":
                word.unicodeScalars.append(scalar)
                wasLower = true
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
                wasLower = false
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    static func isBody(_ words: [String]) -> Bool {
        bodies.contains { pair in
            pair.count == 1 ? words.contains(pair[0]) : zip(words, words.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
        }
    }
}
