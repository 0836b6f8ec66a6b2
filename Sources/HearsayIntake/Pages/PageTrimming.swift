/// The blocks of an article's element without what the page put between and around them.
enum PageTrimming {
    static func trimmed(_ blocks: [PageBlock], title: String?, isNamed: Bool) -> [PageBlock] {
        var kept: [PageBlock] = []
        var seen: Set<String> = []
        let marks = Furniture.marks(blocks.map { $0.count > 150 ? "…" : $0.text })
        let wanted = title.map(key)
        for (block, isFurniture) in zip(blocks, marks) where !isFurniture {
            if leadsElsewhere(block) || isNotice(block) { continue }
            if let wanted, block.count < 400, key(block.text) == wanted { continue }
            // The same words for wide and for narrow screens.
            if block.count >= 60, !seen.insert(block.text).inserted { continue }
            kept.append(block)
        }
        if let first = kept.firstIndex(where: \.isProse) {
            // Bylines and dates at the head are no sentences.
            let lead = kept[..<first].filter { !$0.isLink && ($0.count >= 15 && $0.endsSentence || $0.count >= (isNamed ? 40 : 60)) }
            kept = lead + kept[first...]
        }
        for _ in 0..<8 {
            while let last = kept.last, last.kind == .heading { kept.removeLast() }
            if dropLinksAtEnd(&kept) { continue }
            guard kept.count > 1, isInvitation(kept[kept.count - 1]) else { break }
            kept.removeLast()
        }
        return kept
    }

    /// A line that is a link; a whole sentence may be one.
    private static func leadsElsewhere(_ block: PageBlock) -> Bool {
        guard block.isLink, block.count < 400 else { return false }
        let isSentence = block.text.hasSuffix(".") && block.count >= 40 && block.kind != .item
        return !(isSentence || block.endsSentence && block.count >= 60 && block.linked * 10 < block.count * 8)
    }

    /// Takes off a short line and nothing but links behind it: other stories. False where there are none.
    private static func dropLinksAtEnd(_ kept: inout [PageBlock]) -> Bool {
        guard let heading = kept.lastIndex(where: { $0.kind != .item }), heading > 0, heading < kept.count - 1,
            kept[heading].count < 60, !kept[heading].endsSentence,
            kept[(heading + 1)...].allSatisfy({ $0.linked > 0 && $0.count < 250 })
        else { return false }
        kept.removeLast(kept.count - heading)
        return true
    }

    private static let invitations = [
        "newsletter", "subscribe", "sign up for", "sign up to", "follow us", "follow him on", "follow her on", "follow them on", "our standards:",
        "on twitter @", "right in your inbox",
    ]

    /// At the end: follow us, subscribe, write to the author.
    private static func isInvitation(_ block: PageBlock) -> Bool {
        guard block.count < 300, block.kind != .quote else { return false }
        let low = block.text.lowercased()
        return invitations.contains { low.contains($0) }
    }

    private static let notices = [
        "this website uses cookies", "this site uses cookies", "we use cookies", "by continuing to use", "image credit", "(image credit",
    ]

    private static func isNotice(_ block: PageBlock) -> Bool {
        guard block.count < 250 else { return false }
        let low = block.text.lowercased()
        if low == "advert" || low == "ad" { return true }
        if low.hasPrefix("image "), block.count < 16, low.split(separator: " ").count == 4 { return true }
        return notices.contains { low.hasPrefix($0) }
    }

    /// Letters and digits alone, in lower case.
    static func key(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
