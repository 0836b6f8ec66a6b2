import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite struct `Feeds` {
    private let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>The Daily Example</title><link>https://example.org/</link><language>en-gb</language>
        <item><title>Army denies raid &amp; shelling</title><link>https://example.org/1</link><guid>1</guid>
          <pubDate>Wed, 06 Mar 2024 07:00:00 +0200</pubDate><dc:creator>Ana Ruiz</dc:creator>
          <media:title>A soldier</media:title>
          <description>A shorter telling that must not be taken, as the whole story stands behind it.</description>
          <content:encoded><![CDATA[<p>\(Story.sentence("Tal Amin"))</p><p>It gave&nbsp;no maps.</p><p><a href="/1">Continue reading</a></p>]]></content:encoded></item>
        <item><title>Short note</title><link>https://example.org/2</link><description>Rebels shelled Saraqib&nbsp;on Monday.</description></item>
        <item><title>Only a title</title><pubDate>soon</pubDate></item>
        </channel></rss>
        """

    private func read(_ text: String, _ name: String = "a.xml") -> [Entry] { Intake().entries(in: Array(text.utf8), named: name) }

    @Test func `every story of RSS is a document, the whole story before its description`() throws {
        let entries = read(rss)
        #expect(entries.count == 3)
        let document = try entries[0].document().get()
        #expect(document.text.string == "Army denies raid & shelling\n\(Story.sentence("Tal Amin"))\nIt gave no maps.")
        #expect(document.title == "Army denies raid & shelling" && document.published == Day(2024, 3, 6) && document.byline == "Ana Ruiz")
        #expect(document.publisher == "The Daily Example" && document.url == "https://example.org/1" && document.language == "en")
        #expect(entries[1].told == "a.xml#2 Short note / Rebels shelled Saraqib on Monday.")
        #expect(entries[2].told == "a.xml#3: its story has no words; read the page that it leads to")
    }

    @Test(arguments: ["a", "a.txt", "-", "a.rss"]) func `a feed is known whatever its name`(name: String) {
        #expect(read(rss, name).count == 3)
        #expect(read("\u{FEFF}" + rss, name).count == 3)
    }

    @Test func `Atom's stories, in marked-up words and in plain ones`() throws {
        let atom = """
            <?xml version='1.0'?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Wire</title>
            <entry><title type="html">Army &amp;ldquo;denies&amp;rdquo; raid</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/3"/>
            <id>urn:3</id><updated>2024-03-08T00:00:00Z</updated><published>2024-03-06T23:00:00Z</published>
            <author><name>Ana Ruiz</name></author><author><name>Li Wen</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(Story.sentence("Tal <b>Amin</b>"))</p><p>1 &lt; 2, he said on Monday.</p></div></content></entry>
            <entry><title>Second</title><link href="https://example.org/4"/><summary>\(Story.sentence("Amar"))</summary><updated>2024-03-08T00:00:00Z</updated></entry></feed>
            """
        let documents = try read(atom).map { try $0.document().get() }
        #expect(documents[0].text.string == "Army “denies” raid\n\(Story.sentence("Tal Amin"))\n1 < 2, he said on Monday.")
        #expect(documents[0].byline == "Ana Ruiz, Li Wen" && documents[0].published == Day(2024, 3, 6))
        #expect(documents.map(\.url) == ["https://example.org/3", "https://example.org/4"])
        #expect(documents[1].published == Day(2024, 3, 8) && documents[1].publisher == "Example Wire")
    }

    @Test func `RDF's stories stand beside the channel`() throws {
        let rdf = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Example Wire</title></channel><item><title>First</title><link>https://example.org/5</link>
            <description>\(Story.sentence("Tal Amin"))</description><dc:date>2024-03-06T10:00:00Z</dc:date></item></rdf:RDF>
            """
        let document = try read(rdf)[0].document().get()
        #expect(document.publisher == "Example Wire" && document.published == Day(2024, 3, 6) && document.title == "First")
    }

    @Test func `letters are those that the XML head names`() throws {
        let text = rss.replacing("UTF-8", with: "windows-1251").replacing("Short note", with: "\u{1}")
        let bytes: [UInt8] = text.utf8.reduce(into: []) { $0 += $1 == 1 ? [0xCA, 0xE8, 0xE5, 0xE2] : [$1] }
        let entries = Intake().entries(in: bytes, named: "a.xml")
        #expect(entries.count == 3 && entries[1].told.hasPrefix("a.xml#2 Киев / Rebels"))
    }

    @Test func `a feed cut short gives what stands before, and says so`() {
        let cut = String(rss[..<rss.firstRange(of: "<item><title>Only")!.lowerBound])
        let told = read(cut).map(\.told)
        #expect(told.count == 3 && told[1].hasPrefix("a.xml#2 Short note"))
        #expect(
            told[2].hasPrefix("a.xml: broken XML at its line 11: ") && told[2].hasSuffix("; what stands behind may be missing, save the file anew"),
            "\(told[2])")
    }

    @Test func `XML that is no feed is named`() {
        #expect(
            read("<?xml version='1.0'?><invoice/>").map(\.told) == [
                "a.xml: XML whose outermost element is 'invoice'; of XML, RSS, Atom and RDF feeds are read"
            ])
    }
}

@Suite struct `Hostile XML` {
    private func feed(_ head: String, _ body: String) -> String {
        "<?xml version=\"1.0\"?>\(head)<rss><channel><title>T</title><item><title>A</title><description>\(Story.sentence("Tal Amin")) \(body)</description></item></channel></rss>"
    }
    private var bomb: String {
        "<!DOCTYPE rss [<!ENTITY l0 \"lol\">"
            + (1...9).map { n in "<!ENTITY l\(n) \"" + String(repeating: "&l\(n - 1);", count: 10) + "\">" }.joined() + "]>"
    }

    @Test func `entities are never expanded, no file and no address is opened`() throws {
        let heads = [
            bomb, "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE rss [<!ENTITY % y SYSTEM \"http://127.0.0.1:9/\">%y;]>",
            "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE rss PUBLIC \"a\" \"http://127.0.0.1:9/a.dtd\">",
            "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "a", count: 100_000))\">]>",
        ]
        let clock = ContinuousClock()
        for head in heads {
            var told: [String] = []
            let time = clock.measure { told = Intake().told(feed(head, "&l9;&x;" + String(repeating: "&a;", count: 1000)), named: "a.xml") }
            #expect(time < .seconds(2))
            let story = try #require(told.first { $0.hasPrefix("a.xml#1") })
            #expect(
                story.contains("Tal Amin") && story.contains("&l9;&x;&a;") && story.count < 5000 && !story.contains("root:"),
                "\(head.prefix(80)) \(story.prefix(300)) \(story.count)")
        }
    }

    @Test(arguments: [201, 100_000]) func `depth is refused with the option that raises it`(depth: Int) {
        let deep = String(repeating: "<a>", count: depth - 4) + String(repeating: "</a>", count: depth - 4)
        let clock = ContinuousClock()
        var told: [String] = []
        let time = clock.measure { told = Intake().told(feed("", deep), named: "a.xml") }
        #expect(told == ["a.xml: its XML elements are nested over 200 deep; raise --max-levels if you trust it"])
        #expect(time < .seconds(2))
        var limits = Limits()
        limits.levels = 1000
        if depth == 201 { #expect(Intake(limits: limits).told(feed("", deep), named: "a.xml")[0].contains("Tal Amin")) }
    }

    @Test func `huge attributes and thousands of them end soon`() {
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = Intake().told(feed("", "<a b='\(String(repeating: "x", count: 3_000_000))'/>"), named: "a.xml")
            _ = Intake().told(feed("", "<a \((1...20_000).map { "a\($0)='1'" }.joined(separator: " "))/>"), named: "a.xml")
        }
        #expect(time < .seconds(6))
    }

    @Test func `letters in disguise are no way round`() {
        let utf16: [UInt8] = feed(bomb, "&l9;").utf16.reduce(into: [0xFF, 0xFE]) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
        let told = Intake().told(utf16, named: "a.xml")
        #expect(told.first?.contains("Tal Amin") == true && told.allSatisfy { !$0.contains("lollol") })
        for name in ["UTF-7", "EBCDIC-CP-US", "UTF-32", "nonsense"] {
            let text = feed(bomb, "+ADw-b+AD4- &l9;").replacing("version=\"1.0\"", with: "version=\"1.0\" encoding=\"\(name)\"")
            let told = Intake().told(text, named: "a.xml")
            #expect(told.first?.contains("+ADw-b+AD4- &l9;") == true, "\(told)")
        }
    }

    @Test func `cut and shuffled at random never trap`() {
        let whole = Array(feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>", "<![CDATA[<p>x</p>]]>&nbsp;&#x2019;<!-- c -->").utf8)
        var state: UInt64 = 3
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<1500 {
            var bytes = whole
            for _ in 0..<next(10) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(2) == 0 { bytes.removeSubrange(next(bytes.count)...) }
            let results = Intake().documents(in: bytes, named: "a.xml")
            #expect(!results.isEmpty)
        }
    }
}
