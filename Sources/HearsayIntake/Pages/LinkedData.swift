import HearsayCore

/// The articles that a page describes in JSON-LD.
enum LinkedData {
    private static let types: Set<String> = [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
        "Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report", "Review",
        "ClaimReview", "AdvertiserContentArticle", "SatiricalArticle", "MedicalWebPage", "Recipe", "HowTo",
    ]
    /// Pages say when they were made as well, where no article does.
    private static let pages: Set<String> = ["WebPage", "AboutPage", "ItemPage", "ProfilePage", "CollectionPage", "FAQPage"]

    static func articles(in tree: PageTree) -> [JSON] {
        var articles: [JSON] = []
        var others: [JSON] = []
        for index in tree.all(.script) {
            guard tree[index].attributes[.type]?.lowercased().contains("ld+json") ?? false else { continue }
            var code = ""
            for case .text(let words) in tree[index].children { code += words }
            guard let value = try? JSON(reading: plain(code).utf8) else { continue }
            gather(value, depth: 0, into: &articles, &others)
        }
        return articles + others
    }

    private static func gather(_ value: JSON, depth: Int, into articles: inout [JSON], _ others: inout [JSON]) {
        guard depth < 6 else { return }
        switch value {
        case .array(let values): for inner in values { gather(inner, depth: depth + 1, into: &articles, &others) }
        case .object(let members):
            let given: [String] =
                switch value["@type"] {
                case .string(let name)?: [name]
                case .array(let names)?: names.compactMap { if case .string(let name) = $0 { name } else { nil } }
                default: []
                }
            let names = given.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
            if names.contains(where: types.contains) {
                articles.append(value)
            } else {
                if names.contains(where: pages.contains) { others.append(value) }
                // Lists hold other pages' articles.
                for member in members where ["@graph", "mainEntity", "mainEntityOfPage"].contains(member.key) {
                    gather(member.value, depth: depth + 1, into: &articles, &others)
                }
            }
        default: break
        }
    }

    /// Without the comment or CDATA signs that old pages put around code.
    private static func plain(_ code: String) -> String {
        let bare = code.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
        guard let start = bare.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = bare.utf8.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start <= end
        else { return code }
        return String(bare[start...end])
    }
}
