import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite struct `Hostile pages` {
    private let sentence = "<p>The army denied on Monday that it had raided the village, where residents said six people died.</p>"

    private func fault(_ bytes: [UInt8], limit: Int = Intake.usualLimit) -> String? {
        guard case .failure(let error)? = Intake(limit: limit).documents(in: bytes, named: "a.html").first else { return nil }
        return error.description
    }

    @Test(arguments: [
        ("", "a.html: no running text on the page; save it when its article is shown, or its words as .txt"),
        ("<html><body></body></html>", "a.html: no running text on the page; save it when its article is shown, or its words as .txt"),
        ("<p><a href='/'>Home</a></p>", "a.html: no running text on the page; save it when its article is shown, or its words as .txt"),
    ]) func `without an article are named`(text: String, message: String) {
        #expect(fault(Array(text.utf8)) == message)
    }

    @Test func `that are no pages are named`() {
        #expect(
            fault([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])
                == "a.html: not a web page: it holds bytes that are no text; save the page as HTML, or its words as .txt")
    }

    @Test func `over the limit are named with the way to raise it`() {
        #expect(
            fault(Array(sentence.utf8), limit: 50)
                == "a.html: \(sentence.utf8.count) bytes are over the limit of 50 a document; cut it into documents, or raise --max-bytes")
    }

    @Test func `have a limit of their own, which gives way to the user's`() {
        let text = Array((sentence + String(repeating: " ", count: 5_000_000)).utf8)
        #expect(fault(text)?.contains("are over the limit of 5000000 a document") == true)
        #expect(fault(text, limit: 6_000_000) == nil)
    }

    @Test(arguments: ["div", "b", "table><tr><td", "ul><li", "blink"], [10_000, 200_000]) func `nested without end are refused at once`(
        tag: String, depth: Int
    ) {
        let clock = ContinuousClock()
        var message: String?
        let time = clock.measure { message = fault(Array((String(repeating: "<\(tag)>", count: depth) + sentence).utf8)) }
        #expect(message == "a.html: its elements are nested over 500 deep; no page for readers is, save its words as .txt")
        #expect(time < .seconds(2))
    }

    @Test func `with ends that close nothing take no longer`() throws {
        let text = String(repeating: "<div>", count: 400) + sentence + String(repeating: "</section></em>", count: 200_000)
        let clock = ContinuousClock()
        var document: Document?
        let time = try clock.measure { document = try read(text, name: "a.html") }
        #expect(document?.text.string.contains("denied on Monday") == true)
        #expect(time < .seconds(5))
    }

    @Test func `with entities of their own expand none and open no file`() throws {
        let bomb = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }.joined()
        let head =
            "<!DOCTYPE html [<!ENTITY l0 \"lol\">\(bomb)<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM \"http://127.0.0.1:9/\">%y;]>"
        let document = try read(head + "<html><body>\(sentence)<p>&l9; &x; was all that the note said on Monday.</p></body></html>", name: "a.html")
        #expect(document.text.count < 1000)
        #expect(!document.text.string.contains("lollol") && !document.text.string.contains("root:"))
    }

    @Test func `with code in the title give no code`() throws {
        let document = try read(
            "<html><head><title>Army denies <script>alert('x')</script>raid</title></head><body><h1>Raid denied by the army<script>alert(2)</script></h1>\(sentence)</body></html>",
            name: "a.html")
        #expect(!document.text.string.contains("alert") && document.title == "Raid denied by the army")
    }

    @Test func `with two roots, NULs and tags cut short are read`() throws {
        for text in [
            "<html a=1><html b=2 lang='de'><body><body class=c>\(sentence)</html></html>\(sentence.replacing("six", with: "nine"))",
            "<html><body>\(sentence)<p class='", "<html><body>\(sentence)<!--", "<html><body>\(sentence)<script>", "<html><body>\(sentence)&#",
            "<html><body>\(sentence)&#1114112;&#0;&#xD800;</body>",
        ] {
            #expect(try read(text, name: "a.html").text.string.contains("denied on Monday"))
        }
        let late = String(repeating: " ", count: 2000) + "\u{0}"
        #expect(
            try read("<html><body>\(sentence)\(late)\(sentence.replacing("six", with: "nine"))</body>", name: "a.html").text.string.contains("six"))
    }

    @Test(arguments: [
        "{", "[]", "{\"@type\":", String(repeating: "[", count: 5000),
        "{\"@type\":\"NewsArticle\",\"author\":{\"name\":{\"name\":[[[]]]}},\"datePublished\":7}",
        "{\"@type\":\"NewsArticle\",\"headline\":null,\"articleBody\":[],\"publisher\":\"\"}",
    ]) func `with broken JSON-LD are read without it`(code: String) throws {
        let document = try read(
            "<html><head><script type='application/ld+json'>\(code)</script></head><body>\(sentence)</body></html>", name: "a.html")
        #expect(document.text.string.contains("denied on Monday") && document.published == nil)
    }

    @Test func `cut and shuffled at random never trap`() {
        let whole = Array(
            "<!DOCTYPE html><html><head><meta charset=euc-kr><title>A - B</title><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A\"}</script></head><body><article><h1>A</h1><table><tr><td>\(sentence)<ul><li><a href='/x'>B</a><figure><figcaption>C</figcaption></figure></ul></table><time datetime=2024-03-06>x</time></article>"
                .utf8)
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<next(12) { bytes[next(bytes.count)] = UInt8(next(256)) }
            let (a, b) = (next(bytes.count), next(bytes.count))
            bytes.replaceSubrange(min(a, b)..<max(a, b), with: next(2) == 0 ? [] : Array(bytes[next(bytes.count)...]))
            for case .success(let document) in Intake().documents(in: bytes, named: "a.html") {
                for block in document.blocks {
                    #expect(block.span.start < block.span.end && block.span.end <= document.text.count)
                }
            }
        }
    }
}
