import HearsayCore

/// Words of pages → an article: without what stands on every page.
enum PDFPages {
    static func article(_ text: String) -> String {
        let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: true).map { page in
            page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        }
        var times: [String: Int] = [:]
        for page in pages { for key in Set(edges(page).map { key(page[$0]) }) { times[key, default: 0] += 1 } }
        let kept = pages.map { page in
            let dropped = Set(
                edges(page).filter { line in
                    let key = key(page[line])
                    // A number alone, or a line that most pages have.
                    return key.isEmpty || key == "page" || key == "page of" || pages.count > 2 && (times[key] ?? 0) * 2 > pages.count
                })
            return page.indices.filter { !dropped.contains($0) }.map { page[$0] }.joined(separator: "\n")
        }
        return kept.joined(separator: "\n\n")
    }

    /// The two first and the two last lines that hold words.
    private static func edges(_ page: [String]) -> [Int] {
        let filled = page.indices.filter { !page[$0].allSatisfy(\.isWhitespace) }
        return Array(Set(filled.prefix(2) + filled.suffix(2)))
    }

    /// Words without their figures: "Page 3 of 12" is "page of".
    private static func key(_ line: String) -> String {
        line.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }
}

extension Intake {
    func pdf(_ bytes: [UInt8], _ location: Location, _ given: Given) -> Result<Document, IntakeError> {
        do throws(Fault) {
            let text = try PDFReader.text(bytes, limits: limits)
            guard text.contains(where: { $0.isLetter }) else { throw Fault(.noTextLayer) }
            return article(PDFPages.article(text), location, given)
        } catch {
            return .failure(IntakeError(location, error.reason))
        }
    }
}
