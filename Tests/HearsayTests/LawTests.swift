import Foundation
import Hearsay
import HearsayCore
import HearsayIntake
import Testing

/// What holds for any text, news or not.
@Suite struct LawTests {
    /// A small source of chance that gives the same texts every time.
    struct Chance {
        var state: UInt64
        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
    }

    private static let story = """
        Shelling of Border Town Kills Four, Officials Say
        Both sides deny having opened fire first

        Four people, including a child, were killed when shells struck the town of Tavush on Tuesday, the regional governor said. \
        “They fired on us from three sides,” said Karen Sahakyan, a farmer. “My brother was wounded.”
        The Azerbaijani defence ministry denied the claim and said that Armenian troops had launched an attack on its positions near \
        Kalbajar overnight. The statements could not be independently verified.
        The two countries fought a war in 2020. Russia, which has 2,000 peacekeepers there, called on both to withdraw; Paris said it \
        would send aid “if asked”. At least 20 (some say up to 35) soldiers are missing, according to the ministry.
        """

    private static let pieces = [
        "rebels", "killed", "Saraqib", "on", "Tuesday", ",", ".", "“", "”", "\"", "'", "’s", "(", ")", "[", "the", "army", "said", "that", "it",
        "had", "not", "shelled",
        "at", "least", "20", "1,500", "2-3", "19 September", "2023", "Khankendi", "according", "to", "denied", "U.S.", "—", "-", "–", "…", "\n",
        "\n\n", "\t", "\u{0}",
        "\u{301}", "👩‍👩‍👧", "🇺🇦", "قتل", "שלום", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "北京", "ﬁ", "İ", "ß", "𝕏", "http://a.example/b", "@x",
        "#war", "&amp;", "<b>",
        "%", "$", "\\", "/", ":", ";", "!", "?", "and", "who", "which", "of", "by", "in", "Russia", "Ukraine", "999999999999999999999", "-1", "0",
        "ATTACK", "a",
    ]

    static func random(_ seed: Int) -> String {
        var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        var out = ""
        for _ in 0..<(1 + chance.below(120)) { out += chance.pick(pieces) + chance.pick(["", " ", " ", " "]) }
        return out
    }

    static func cut(_ seed: Int) -> String {
        var chance = Chance(state: UInt64(seed) &+ 99)
        let scalars = Array(story.unicodeScalars)
        let start = chance.below(scalars.count)
        let end = start + chance.below(scalars.count - start)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        return String(view)
    }

    struct Hostile: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var testDescription: String { name }
        init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    static let hostile: [Hostile] = [
        Hostile("nothing", ""), Hostile("one space", " "), Hostile("spaces", String(repeating: " ", count: 5000)), Hostile("one letter", "a"),
        Hostile("one sign", "."),
        Hostile("NULs", String(repeating: "\u{0}", count: 300)), Hostile("NULs between words", "Rebels\u{0}shelled\u{0} Saraqib\u{0}."),
        Hostile("emoji", String(repeating: "👩‍👩‍👧‍👦🇺🇦💥", count: 300)), Hostile("emoji in news", "Rebels 💥 shelled 🇸🇾 Saraqib 👩‍👩‍👧, killing 3️⃣ people."),
        Hostile("right to left", String(repeating: "قصفت القوات المدينة يوم الثلاثاء. ", count: 60)),
        Hostile("right-to-left marks", "\u{202E}Rebels shelled\u{202C} \u{2067}Saraqib\u{2069} on Tuesday."),
        Hostile("combining marks", "R\u{301}\u{301}\u{301}ebels shelled S" + String(repeating: "\u{301}", count: 2000) + "araqib."),
        Hostile("a lone mark", "\u{301}"),
        Hostile("other scripts", "叛軍週二砲擊薩拉基布。Повстанцы обстреляли Саракиб. 반군이 포격했다."),
        Hostile("quotes never closed", String(repeating: "“Rebels shelled Saraqib, \"the mayor said. ‘They ", count: 60)),
        Hostile("quotes never opened", String(repeating: "shelled” it\" said’ he. ", count: 60)),
        Hostile("nested brackets", String(repeating: "(", count: 1500) + "Rebels shelled Saraqib" + String(repeating: ")", count: 1500)),
        Hostile("mixed brackets", String(repeating: "([{“‘«", count: 200) + " rebels attacked " + String(repeating: "»’”}])", count: 200)),
        Hostile(
            "a sentence of 3,000 words",
            "Rebels said that " + String(repeating: "the army which had attacked the town and ", count: 370) + "shelled it."),
        Hostile("3,000 names", String(repeating: "Saraqib, Goma, Khartoum and ", count: 750) + "Gao were shelled."),
        Hostile("10,000 newlines", "Rebels shelled Saraqib." + String(repeating: "\n", count: 10_000) + "They killed two men."),
        Hostile("10,000 carriage returns", String(repeating: "\r\n \r", count: 3000) + "Rebels shelled Saraqib."),
        Hostile("stops", String(repeating: ". ", count: 3000)),
        Hostile("digits", String(repeating: "9", count: 4000)),
        Hostile("figures", String(repeating: "at least 20 to 30 of 99,999,999,999,999,999,999 dead, ", count: 60)),
        Hostile("dates", "On Tuesday, 31 February 2023, 99/99/9999, 0 BC, the 400th of May, in year 99999999999 rebels shelled Saraqib."),
        Hostile("hyphens", String(repeating: "anti-", count: 600) + "war"), Hostile("apostrophes", String(repeating: "army’s ", count: 400)),
        Hostile("surrogate halves as escapes", #"{"text":"\ud800 \udfff rebels shelled"}"#),
        Hostile("noncharacters", "\u{FFFE}\u{FFFF}\u{10FFFF} rebels shelled \u{1FFFE}Saraqib."),
        Hostile("markup", "<p>Rebels <b>shelled</b> &ldquo;Saraqib&rdquo;</p><script>alert(1)</script>"),
        Hostile("a story in one paragraph", String(repeating: story.replacing("\n", with: " "), count: 3)),
    ]

    /// Spans lie in the text, and their words are the words there.
    static func check(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = report.document.text
        func holds(_ excerpt: Excerpt, _ field: String) {
            let span = excerpt.span
            #expect(0 <= span.start && span.start < span.end && span.end <= text.count, "\(field) \(span)", sourceLocation: sourceLocation)
            #expect(
                text[span].unicodeScalars.elementsEqual(excerpt.text.unicodeScalars), "\(field) is not '\(text[span])'",
                sourceLocation: sourceLocation)
        }
        for claim in report.claims {
            holds(claim.trigger, "trigger")
            for actor in claim.actors { holds(actor.excerpt, "actor") }
            for actor in claim.recipients { holds(actor.excerpt, "recipient") }
            for weapon in claim.weapons { holds(weapon, "weapon") }
            for target in claim.targets { holds(target, "target") }
            if let place = claim.place { holds(place.excerpt, "place") }
            if let date = claim.date { holds(date.excerpt, "date") }
            for (index, figure) in claim.figures.enumerated() {
                holds(figure.excerpt, "figure")
                if let low = figure.low, let high = figure.high { #expect(low <= high, sourceLocation: sourceLocation) }
                if let whole = figure.partOf { #expect(claim.figures.indices.contains(whole) && whole != index, sourceLocation: sourceLocation) }
            }
            for speaker in claim.speakers {
                if let excerpt = speaker.excerpt { holds(excerpt, "speaker") }
                if let cue = speaker.cue { holds(cue, "cue") }
                #expect((speaker.excerpt == nil) == (speaker.name == nil), "words and name come together", sourceLocation: sourceLocation)
            }
            for finding in claim.verification { holds(finding.excerpt, "finding") }
            if let date = claim.date?.range, let from = date.from, let to = date.to { #expect(from <= to, sourceLocation: sourceLocation) }
            if let latitude = claim.place?.latitude { #expect(abs(latitude) <= 90, sourceLocation: sourceLocation) }
            if let longitude = claim.place?.longitude { #expect(abs(longitude) <= 180, sourceLocation: sourceLocation) }
        }
        for pair in report.names { #expect(pair.span.start >= 0 && pair.span.end <= text.count, sourceLocation: sourceLocation) }
        #expect(Set(report.claims.map(\.id)).count == report.claims.count, "an id names one claim", sourceLocation: sourceLocation)
    }

    @Test(arguments: hostile) func `hostile text never traps and keeps its spans`(_ hostile: Hostile) throws {
        let report = read(hostile.text)
        Self.check(report)
        #expect(read(hostile.text).json.line == report.json.line)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(report.json.line.utf8)) }
    }

    @Test(arguments: 0..<60) func `random text keeps the laws`(_ seed: Int) {
        let text = Self.random(seed)
        let report = read(text)
        Self.check(report)
        #expect(read(text).json.line == report.json.line)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(report.json.line.utf8)) }
    }

    @Test(arguments: 0..<40) func `a story cut anywhere keeps the laws`(_ seed: Int) {
        let report = read(Self.cut(seed))
        Self.check(report)
        #expect(read(Self.cut(seed)).json.line == report.json.line)
    }

    @Test(.timeLimit(.minutes(1))) func `two million letters without a space are read`() {
        let report = read(String(repeating: "Saraqibshelled", count: 150_000))
        Self.check(report)
    }

    @Test(
        arguments: [
            [0xFF, 0xFE], [0xFE, 0xFF, 0xD8, 0x00], [0xEF, 0xBB, 0xBF], [0xC3],
            [0x52, 0xC3, 0x28, 0xA0, 0xE2, 0x82, 0x20, 0x6B, 0x69, 0x6C, 0x6C, 0x65, 0x64],
            Array(0x00...0xFF), [0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80],
            Array("Rebels shelled Saraqib on Tuesday, ".utf8) + [0xE9, 0x92, 0x81, 0xFF] + Array("killing two.".utf8),
        ] as [[UInt8]]) func `bytes that are no UTF-8 are taken in or refused, never trapped on`(_ bytes: [UInt8])
    {
        for name in ["a.txt", "a.json", "a.jsonl", "a"] {
            for case .success(let document) in Intake().documents(in: bytes, named: name) { Self.check(Shipped.reader.read(document)) }
        }
    }

    @Test func `the same bytes come from four threads at once`() async {
        let alone = read(Self.story).json.line
        #expect(read(Self.story).claims.count > 5)
        let together = await withTaskGroup(of: String.self, returning: [String].self) { group in
            for _ in 0..<4 { group.addTask { read(LawTests.story).json.line } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together == Array(repeating: alone, count: 4))
    }

    @Test func `reading one document leaves no trace in the next`() {
        let first = read("Rebels shelled Saraqib on Tuesday. They killed two men.").json.line
        _ = read(Self.story)
        #expect(read("Rebels shelled Saraqib on Tuesday. They killed two men.").json.line == first)
    }
}
