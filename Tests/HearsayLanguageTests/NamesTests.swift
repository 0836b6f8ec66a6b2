import Foundation
import HearsayCore
import Testing

@testable import HearsayLanguage

/// Our own sentences with rare names, as `Tools/score-names` reads them.
struct RareNames {
    struct Row {
        var text: String
        var names: [(span: Span, kind: Entity.Kind)]
    }
    var rows: [Row] = []

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/names", withExtension: "tsv"))
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            try #require(columns.count == 4, "\(line)")
            var row = Row(text: "", names: [])
            for (index, part) in columns[3].split(separator: "{", omittingEmptySubsequences: false).enumerated() {
                guard index > 0 else {
                    row.text += part
                    continue
                }
                let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
                try #require(halves.count == 2, "\(line)")
                let start = row.text.unicodeScalars.count
                row.text += halves[0].dropFirst(4)
                row.names.append((Span(start, row.text.unicodeScalars.count), try #require(Entity.Kind(rawValue: String(halves[0].prefix(3))))))
                row.text += halves[1]
            }
            rows.append(row)
        }
    }
}

@Suite(.enabled(if: shippedModel != nil, "no model file in Models/")) struct `Rare names` {
    /// What `Tools/score-names` printed for the model that ships, less a little.
    static let typed = 0.77
    static let found = 0.94

    @Test func `most names that no training set holds are found`() throws {
        let model = try #require(shippedModel)
        let rows = try RareNames().rows
        #expect(rows.count >= 300)
        var (typed, found, all) = (0, 0, 0)
        for row in rows {
            let document = Document(id: "names", text: Text(row.text))
            let parses = model.parse(Tokenizer().sentences(of: document))
            let entities = parses.flatMap { parse in parse.entities.map { (parse.span($0.tokens), $0.kind) } }
            for name in row.names {
                #expect(document.text[name.span].isEmpty == false)
                all += 1
                typed += entities.contains { $0 == name } ? 1 : 0
                found += entities.contains { $0.0 == name.span && [.PER, .ORG, .LOC].contains($0.1) } ? 1 : 0
            }
        }
        #expect(Double(typed) / Double(all) >= Self.typed, "\(typed) of \(all) are found with their kind")
        #expect(Double(found) / Double(all) >= Self.found, "\(found) of \(all) are found")
    }
}
