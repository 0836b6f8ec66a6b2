import HearsayCore
import Testing

@testable import HearsayLanguage

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct `Laws of the tokenizer` {
    /// Every scalar that is not white lies in exactly one word; words are in order; forms are the text's own.
    private func check(_ string: String, _ comment: Comment) {
        let text = Text(string)
        let document = Document(id: "law", text: text)
        let sentences = Tokenizer().sentences(of: document)
        var covered = [Int](repeating: 0, count: text.count)
        var last = 0
        for sentence in sentences {
            #expect(!sentence.words.isEmpty, comment)
            #expect(sentence.span.start == sentence.words.first?.span.start, comment)
            #expect(sentence.span.end == sentence.words.last?.span.end, comment)
            #expect(document.blocks[sentence.block].span.contains(sentence.span), comment)
            for word in sentence.words {
                #expect(word.span.start >= last && word.span.end <= text.count && !word.span.isEmpty, comment)
                last = word.span.end
                guard word.span.end <= text.count else { return }
                #expect(word.form == text[word.span], comment)
                for index in word.span.start..<word.span.end { covered[index] += 1 }
            }
            for range in sentence.multiwords {
                #expect(range.count >= 2 && range.upperBound <= sentence.words.count, comment)
                for index in range.dropFirst() {
                    #expect(sentence.words[index - 1].span.end == sentence.words[index].span.start, comment)
                }
            }
        }
        for (index, scalar) in text.scalars.enumerated() {
            guard covered[index] != (scalar.properties.isWhitespace ? 0 : 1) else { continue }
            Issue.record("\(comment): scalar \(index) is covered \(covered[index]) times")
            return
        }
    }

    @Test(arguments: [
        "", " ", "\n\n", ".", "...", "'", "n't", "'s", "\u{0}", "\u{0}\u{0}a\u{0}", "\u{FFFD}", "\u{301}", "\u{200D}", "👩‍👩‍👧", "😀😀😀",
        "\u{FEFF}word", "قال الجيش. إنه انسحب.", "שלום עולם.", "軍は撤退した。", "a\u{300}\u{301}\u{302}b", "@@@@@@@", "a@b@c@d",
        "http://", "www.", "://////", "-----", "a-", "-a", "--a--", "1,2,3,4,5", "1.", "1.2.3.4.", "$", "$$$", "’’’", "“”“”",
        "((((((", "))))))", "_", "a_b", "(AP)_", ":-) :( ;)", "&", "a&b", "I. I", "U.S.", "...a", "a...b", "'90s", "''", "``",
    ]) func `hold for odd texts`(text: String) {
        check(text, "\(text.debugDescription)")
    }

    @Test func `hold for random texts`() {
        var dice = Dice(state: 7)
        let signs = Array("aZ09 .,'’\"“”-–/$%@:;()[]!?_&#+\n\t\u{0}\u{301}\u{200D}éش軍😀…`*".unicodeScalars)
        for round in 0..<3000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...60, using: &dice) { view.append(signs.randomElement(using: &dice)!) }
            check(String(view), "round \(round)")
        }
    }

    @Test func `hold for a text cut anywhere`() {
        let text = """
            BEIRUT (Reuters) - Gen. Li's men didn't “withdraw,” the U.S. said at 6 a.m. on Monday (see www.example.org/x).
            ``No. 4 post,'' an F-16 pilot-to-be said... "Never!" $1,500 were paid—again. Baku can't.
            """
        let scalars = Array(text.unicodeScalars)
        for start in scalars.indices {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<min(start + 40, scalars.count)])
            check(String(view), "from \(start)")
        }
    }

    @Test(
        .serialized,
        arguments: ["a", ".", "-", "@", "'", "\u{301}", "😀", "a.", "a-", "a'", "a@", "1,", "((", "n't", "//", "w", ":/", "a.a/"])
    func `a megabyte without a space takes linear time`(unit: String) {
        let text = Text(String(repeating: unit, count: 1_000_000 / unit.utf8.count))
        let clock = ContinuousClock()
        var sentences: [Sentence] = []
        let time = clock.measure { sentences = Tokenizer().sentences(of: Document(id: "long", text: text)) }
        // A tenth of a second on an idle machine; quadratic time would be many minutes.
        #expect(time < .seconds(20))
        #expect(sentences.reduce(0) { $0 + $1.words.reduce(0) { $0 + $1.span.length } } == text.count)
        #expect(sentences.allSatisfy { $0.words.allSatisfy { $0.span.length <= 256 } })
    }

    @Test func `ten megabytes of one word are read`() {
        let text = Text(String(repeating: "a", count: 10_000_000))
        let sentences = Tokenizer().sentences(of: Document(id: "long", text: text))
        #expect(sentences.reduce(0) { $0 + $1.words.count } == 10_000_000 / 256 + 1)
    }

    @Test func `hold from run to run and thread to thread`() async {
        let text = Text("Rebels in the U.S. didn't “stop.” Gen. Li left. " + "No. 4 said so. ")
        let expected = Tokenizer().sentences(of: Document(id: "x", text: text)).map(\.words)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { Tokenizer().sentences(of: Document(id: "x", text: text)).map(\.words) == expected }
            }
            for await same in group { #expect(same) }
        }
    }
}
