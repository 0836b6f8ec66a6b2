import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite("Decoders")
struct DecoderTests {
    /// The best single-root tree by trying all of them.
    private func bruteForce(_ scores: TreeDecoder.Scores) -> Float {
        let n = scores.size
        var best = -Float.infinity
        var heads = [Int](repeating: 0, count: n)
        func isTree() -> Bool {
            guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
            for start in 1..<n {
                var (node, steps) = (start, 0)
                while node != 0, steps <= n { (node, steps) = (heads[node], steps + 1) }
                if node != 0 { return false }
            }
            return true
        }
        func go(_ node: Int, _ total: Float) {
            if node == n {
                if total > best, isTree() { best = total }
                return
            }
            for head in 0..<n where head != node {
                heads[node] = head
                go(node + 1, total + scores[node, head])
            }
        }
        go(1, 0)
        return best
    }

    @Test func treesAreTheBestThereAre() {
        var generator = SystemNumbers(state: 5)
        for round in 0..<300 {
            let n = 2 + round % 4
            var scores = TreeDecoder.Scores(size: n)
            for dependent in 1..<n { for head in 0..<n where head != dependent { scores[dependent, head] = generator.next() } }
            let heads = TreeDecoder.heads(scores)
            #expect(heads.dropFirst().count(where: { $0 == 0 }) == 1)
            let total = (1..<n).reduce(Float(0)) { $0 + scores[$1, heads[$1]] }
            #expect(abs(total - bruteForce(scores)) < 1e-3)
        }
    }

    @Test func longSentencesGetTrees() {
        var generator = SystemNumbers(state: 9)
        var scores = TreeDecoder.Scores(size: 250)
        for dependent in 1..<250 { for head in 0..<250 { scores[dependent, head] = generator.next() } }
        let heads = TreeDecoder.heads(scores)
        for start in 1..<250 {
            var (node, steps) = (start, 0)
            while node != 0, steps < 250 { (node, steps) = (heads[node], steps + 1) }
            #expect(node == 0)
        }
        #expect(TreeDecoder.heads(TreeDecoder.Scores(size: 1)) == [0])
    }

    @Test func brokenNamesAreMended() throws {
        let names = ["O", "B-PER", "I-PER", "E-PER", "S-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC"]
        let decoder = try #require(EntityDecoder(tags: names))
        func row(_ tag: String) -> [Float] { names.map { $0 == tag ? 1 : 0 } }
        let rows: [[Float]] = [row("B-PER"), row("E-PER"), row("O"), row("S-LOC")]
        #expect(decoder.entities(rows.flatMap { $0 }, stride: 9, words: 4) == [Entity(.PER, 0..<2), Entity(.LOC, 3..<4)])
        let broken: [[Float]] = [row("I-PER"), row("E-LOC"), row("B-LOC")]
        for entity in decoder.entities(broken.flatMap { $0 }, stride: 9, words: 3) { #expect(entity.tokens.upperBound <= 3) }
        #expect(decoder.entities([], stride: 9, words: 0).isEmpty)
        #expect(EntityDecoder(tags: ["B-PER"]) == nil)
        #expect(EntityDecoder(tags: ["O", "B-NOPE"]) == nil)
    }

    @Test func scriptsMakeLemmas() throws {
        func lemma(_ script: String, _ form: String) throws -> String { try #require(LemmaScript(script)).apply(form) }
        #expect(try lemma("l|0,|3,", "Shelling") == "shell")
        #expect(try lemma("l|=be", "WAS") == "be")
        #expect(try lemma("k|0,|0,", "McDonald") == "McDonald")
        #expect(try lemma("t|0,|0,", "RUSSIA") == "Russia")
        #expect(try lemma("u|0,|0,", "un") == "UN")
        #expect(try lemma("l|0,|3,y", "ies") == "y")
        #expect(try lemma("l|0,|5,", "a") == "a")
        #expect(try lemma("l|0,|1,", "Éé") == "é")
        for wrong in ["", "l", "x|0,|0,", "l|0", "l|a,|0,", "l|-1,|0,"] { #expect(LemmaScript(wrong) == nil) }
    }

    @Test(arguments: [
        ("the", 1), ("The", 2), ("NATO", 3), ("A", 4), ("McDonald", 5), ("12", 6), ("T-72", 7), (",", 8), ("--", 8), ("...", 9),
        ("…", 9), ("北京", 10), ("Élysée", 2), ("É", 4), ("é", 1),
    ])
    func shapes(word: String, shape: Int) {
        // The number of folded scalars matters only for words without letters: "--" folds to one dash.
        let folded = word == "--" ? 1 : word == "…" ? 3 : word.unicodeScalars.count
        #expect(WordSigns.shape(word, foldedScalars: folded) == shape)
    }
}

struct SystemNumbers {
    var state: UInt64
    mutating func next() -> Float {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(state >> 40) / Float(1 << 24) * 20 - 10
    }
}
