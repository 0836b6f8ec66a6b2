import Foundation
import HearsayCore
import Testing

@testable import HearsayLanguage

/// The model that ships, or nil where the checkout has none.
let shippedModel: LanguageModel? = try? LanguageModel()

/// Our own sentences with what the trainer's simulation of the integer model says of them.
struct Golden {
    struct Row {
        var form, lemma, upos, features: String
        var head: Int
        var relation, tag: String
    }
    var identifier = ""
    var sentences: [(pieces: [Int32], rows: [Row])] = []

    init(_ model: String = "careful") throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/golden-\(model)", withExtension: "tsv"))
        let text = try String(contentsOf: url, encoding: .utf8)
        var pieces: [Int32] = []
        var rows: [Row] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# model = ") {
                identifier = String(line.dropFirst(10))
            } else if line.hasPrefix("# pieces = ") {
                pieces = line.dropFirst(11).split(separator: " ").compactMap { Int32($0) }
            } else if line.isEmpty {
                if !rows.isEmpty { sentences.append((pieces, rows)) }
                rows = []
            } else {
                let c = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                rows.append(
                    Row(
                        form: c[0], lemma: c[1], upos: c[2], features: c[3] == "_" ? "" : c[3], head: Int(c[4]) ?? -9,
                        relation: c[5], tag: c[6]))
            }
        }
    }
}

/// BIOES tags of entities.
func tags(_ entities: [Entity], count: Int) -> [String] {
    var out = [String](repeating: "O", count: count)
    for entity in entities {
        let (first, last) = (entity.tokens.lowerBound, entity.tokens.upperBound - 1)
        for index in first...last {
            let part = first == last ? "S" : index == first ? "B" : index == last ? "E" : "I"
            out[index] = part + "-" + entity.kind.rawValue
        }
    }
    return out
}

@Suite("The shipped model", .enabled(if: shippedModel != nil, "no model file in Models/"))
struct GoldenTests {
    let model = shippedModel!

    @Test(arguments: ["careful", "fast"]) func saysWhatTheTrainerSays(name: String) throws {
        let golden = try Golden(name)
        let model = try LanguageModel(explicit: name)
        #expect(model.identifier == golden.identifier)
        let results = model.analyse(golden.sentences.map { $0.rows.map(\.form) })
        for (result, sentence) in zip(results, golden.sentences) {
            let rows = sentence.rows
            #expect(model.numbers(of: rows.map(\.form)) == sentence.pieces)
            #expect(result.upos.map(\.rawValue) == rows.map(\.upos))
            #expect(result.features == rows.map(\.features))
            #expect(result.lemmas == rows.map(\.lemma))
            #expect(result.heads == rows.map { $0.head - 1 })
            #expect(result.relations == rows.map(\.relation))
            #expect(tags(result.entities, count: rows.count) == rows.map(\.tag))
        }
    }

    @Test func doesNotDependOnTheBatch() throws {
        let forms = try Golden().sentences.map { $0.rows.map(\.form) }
        let together = model.analyse(forms + forms.reversed() + forms)
        let alone = forms.map { model.analyse([$0])[0] }
        #expect(Array(together.prefix(forms.count)) == alone)
        #expect(Array(together.suffix(forms.count)) == alone)
    }

    @Test func saysTheSameOnManyThreads() async throws {
        let forms = try Golden().sentences.map { $0.rows.map(\.form) }
        let expected = model.analyse(forms)
        let model = self.model
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 { group.addTask { model.analyse(forms) == expected } }
            for await same in group { #expect(same) }
        }
    }

    @Test func readsAnyLength() {
        #expect(model.analyse([]).isEmpty)
        #expect(model.analyse([[]]) == [LanguageModel.Analysis()])
        let long = (0..<900).map { $0 % 30 == 29 ? "," : ["Rebels", "shelled", "Aleppo", "and"][$0 % 4] }
        let strange = ["", " ", "\u{0}", "\u{FEFF}", "🇺🇦", "Пашинян", "北京", String(repeating: "x", count: 5000), "e\u{301}\u{302}"]
        let results = model.analyse([long, strange, ["."]])
        #expect(results[0].upos.count == 900 && results[0].heads.count(where: { $0 == -1 }) == 1)
        #expect(results[1].lemmas.count == strange.count)
        for result in results {
            for start in result.heads.indices {  // every word reaches the root
                var node = start
                var steps = 0
                while node >= 0, steps <= result.heads.count { (node, steps) = (result.heads[node], steps + 1) }
                #expect(node == -1)
            }
        }
    }
}
