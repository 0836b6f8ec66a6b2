import Foundation
import HearsayCore
import HearsayIntake
import Testing

/// A page in the manner of news sites, with a story of our own.
private func page(head: String = "", body: String, tail: String = "") -> String {
    """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Army denies raid on Tal Amin | The Daily Example</title>\(head)</head>
    <body><header class="site-header"><a href="/">The Daily Example</a><nav><ul><li><a href="/world">World</a></li></ul></nav></header>
    <main><article><h1>Army denies raid on Tal Amin</h1>\(body)</article>\(tail)</main>
    <footer><p>Copyright 2024 The Daily Example. All rights reserved, and nobody may copy a word of it anywhere.</p></footer></body></html>
    """
}

private let story = """
    <p>The army on Tuesday denied that its soldiers had raided the village of Tal Amin, where residents said six people were killed.</p>
    <p>A spokesman said that no unit had been within ten kilometres of the village &mdash; and that it was &ldquo;an invention&rdquo;.</p>
    <p>Residents told the newspaper that armed men in uniform came at night and left before dawn.</p>
    """

private let paragraphs = [
    "The army on Tuesday denied that its soldiers had raided the village of Tal Amin, where residents said six people were killed.",
    "A spokesman said that no unit had been within ten kilometres of the village — and that it was “an invention”.",
    "Residents told the newspaper that armed men in uniform came at night and left before dawn.",
]

private func words(_ document: Document, _ role: Block.Role = .body) -> [String] {
    document.blocks.filter { $0.role == role }.map { document.text[$0.span] }
}

@Suite struct `Saved pages` {
    @Test func `a page becomes its headline and its paragraphs, and every span lies on its words`() throws {
        let document = try read(page(body: story), name: "story.html")
        #expect(document.title == "Army denies raid on Tal Amin")
        #expect(words(document, .headline) == ["Army denies raid on Tal Amin"])
        #expect(words(document) == paragraphs)
        #expect(document.text.string == (["Army denies raid on Tal Amin"] + paragraphs).joined(separator: "\n"))
        #expect(document.language == "en")
    }

    @Test(arguments: ["story.htm", "story.xhtml", "STORY.HTML", "-", "story"])
    func `a page is known by its name or by how it begins`(name: String) throws {
        #expect(try words(read(page(body: story), name: name)) == paragraphs)
        #expect(try words(read("\u{FEFF} <!-- saved from (0021)https://example.org/ -->\n" + page(body: story), name: name)) == paragraphs)
    }

    @Test func `furniture gives no span, so no claim can stand on it`() throws {
        let document = try read(page(body: "<p class='byline'>By Ana Ruiz</p>" + story), name: "a.html")
        #expect(document.byline == "Ana Ruiz")
        #expect(!document.text.string.contains("Ruiz") && !document.text.string.contains("Copyright"))
    }

    @Test func `a text that speaks of tags stays text`() throws {
        #expect(try read("<b> was all the note said.", name: "-").text.string == "<b> was all the note said.")
        #expect(try read("<html> was all the note said.", name: "note.txt").text.string == "<html> was all the note said.")
    }

    @Test func `JSON-LD says who, when and where`() throws {
        let data = """
            <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Other"},
            {"@type": ["NewsArticle"], "headline": "Army denies raid on Tal Amin", "datePublished": "2024-03-06T07:00:00+02:00",
            "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"@type": "Person", "name": "Li Wen"}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "The Daily Example"}}]}</script>
            <link rel="canonical" href="https://example.org/world/raid">
            """
        let document = try read(page(head: data, body: story), name: "story.html")
        #expect(document.byline == "Ana Ruiz, Li Wen" && document.publisher == "The Daily Example")
        #expect(document.published == Day(2024, 3, 6) && document.url == "https://example.org/world/raid")
    }

    @Test(arguments: [
        #"<meta property="article:published_time" content="2024-03-06T07:00:00Z">"#, #"<meta name="DC.date.issued" content="2024-03-06">"#,
        #"<meta itemprop="datePublished" content="March 6, 2024">"#, #"<link rel="canonical" href="https://example.org/2024/03/06/raid">"#,
        #"<link rel="canonical" href="https://example.org/2024/mar/06/raid">"#,
    ]) func `the day is found in the head`(head: String) throws {
        #expect(try read(page(head: head, body: story), name: "a.html").published == Day(2024, 3, 6))
    }

    @Test(arguments: [
        #"<time datetime="2024-03-06T08:00">Wednesday</time>"#, #"<p class="article-date">Written: 2024-03-06 08:00, updated 2024-03-07</p>"#,
        #"<span class="posted-on">6 March 2024</span>"#, #"<abbr itemprop="datePublished" title="2024-03-06T08:00:00">8:00</abbr>"#,
    ]) func `the day is found under the headline`(line: String) throws {
        let document = try read(page(body: line + story), name: "a.html")
        #expect(document.published == Day(2024, 3, 6))
        #expect(words(document) == paragraphs)
    }

    @Test func `a page that tells no day has none`() throws {
        #expect(try read(page(body: story), name: "a.html").published == nil)
        #expect(try read(page(body: "<time datetime='soon'>03/04/2024</time>" + story), name: "a.html").published == nil)
    }

    @Test(arguments: [
        "<nav><p>Rebels shelled the town of Saraqib on Monday, killing at least three civilians.</p></nav>",
        "<aside><p>Rebels shelled the town of Saraqib on Monday, killing at least three civilians.</p></aside>",
        "<figure><img src='a.jpg'><figcaption>Rebels shelled the town of Saraqib on Monday.</figcaption></figure>",
        "<div class='related-articles'><p>Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<div id='cookieConsent'><p>We use cookies. Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<section class='comments'><p>Rebels shelled the town of Saraqib on Monday, everyone knows it.</p></section>",
        "<div class='newsletter-signup'><p>Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<div style='display: none'><p>Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<div hidden><p>Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<p style='color:red; visibility:hidden'>Rebels shelled the town of Saraqib on Monday.</p>",
        "<div aria-hidden='true'><p>Rebels shelled the town of Saraqib on Monday.</p></div>",
        "<p><a href='/other'>Rebels shelled the town of Saraqib on Monday</a></p>", "<!-- Rebels shelled the town of Saraqib on Monday. -->",
        "<script>document.write('Rebels shelled the town of Saraqib on Monday.')</script>",
        "<noscript><p>Rebels shelled the town of Saraqib on Monday.</p></noscript>",
        "<p class='byline'>By the staff who saw Rebels shelled in Saraqib.</p>",
        "<article class='teaser'><h3><a href='/b'>Rebels shelled the town</a></h3><p>Rebels shelled Saraqib on Monday.</p></article>",
    ]) func `furniture and hidden words are no part of the story`(part: String) throws {
        for text in [page(body: part + story), page(body: story + part), page(body: story, tail: part)] {
            let document = try read(text, name: "a.html")
            #expect(!document.text.string.contains("Rebels"), "\(text)")
            #expect(words(document) == paragraphs)
        }
    }

    @Test func `teasers of other stories at the page's end are left out`() throws {
        let teasers = (1...6).map { number in
            "<li><h3><a href='/\(number)'>Rebels shelled town number \(number)</a></h3><p>Rebels shelled a town on day \(number), and three civilians died, officials said.</p></li>"
        }
        #expect(try words(read(page(body: story, tail: "<ul>\(teasers.joined())</ul>"), name: "a.html")) == paragraphs)
        #expect(try words(read(page(body: story + "<ul>\(teasers.joined())</ul>"), name: "a.html")) == paragraphs)
    }

    @Test func `lists in lists, subheadings and quotes stay in their order`() throws {
        let list = """
            <h2>What the sides said</h2><ul><li>The army said nobody was there.<ul><li>It named no unit.</li><li>It gave no maps.</li></ul></li>
            <li>Residents said six died.</li></ul><blockquote><p>“They came at night,” a woman said.</p></blockquote>
            """
        let document = try read(page(body: story + list), name: "a.html")
        #expect(words(document, .subheading) == ["What the sides said"])
        #expect(
            words(document) == paragraphs + [
                "The army said nobody was there.", "It named no unit.", "It gave no maps.", "Residents said six died.",
                "“They came at night,” a woman said.",
            ])
    }

    @Test func `two line breaks part paragraphs, one does not`() throws {
        let text = "<div>The army denied on Monday<br>that it had raided the village.<br><br>Residents said six people were killed there.</div>"
        #expect(
            try words(read(page(body: text), name: "a.html"))
                == ["The army denied on Monday that it had raided the village.", "Residents said six people were killed there."])
    }

    @Test func `the line under the headline is the standfirst`() throws {
        let line = "Villagers speak of six dead; the army says nobody was there"
        let document = try read(
            page(head: "<meta name='description' content='\(line)'>", body: "<div class='deck'><h2>\(line)</h2></div><div>\(story)</div>"),
            name: "a.html")
        #expect(words(document, .standfirst) == [line])
        #expect(words(document) == paragraphs)
    }

    @Test func `where the page shows too little, JSON-LD's text is taken`() throws {
        let told = paragraphs.joined(separator: "\\n\\n")
        let data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(told)\"}</script>"
        let document = try read(page(head: data, body: "<p>The army on Tuesday denied a raid; subscribers read more.</p>"), name: "a.html")
        #expect(words(document) == paragraphs)
    }

    @Test func `signs without width and soft hyphens go`() throws {
        let text = story.replacing("raided", with: "rai\u{AD}d\u{200B}ed").replacing("six people", with: "six&nbsp;&#8203;people")
        #expect(try words(read(page(body: text), name: "a.html")) == paragraphs)
    }

    @Test func `other languages are told from English, whatever the page says of itself`() throws {
        let german = """
            <p>Die Armee bestritt am Montag, dass ihre Soldaten das Dorf im Norden des Landes beschossen haben, und sprach von Lügen.</p>
            <p>Bewohner sagten, dass sechs Menschen getötet wurden, als Bewaffnete in der Nacht kamen und vor dem Morgen gingen.</p>
            """
        let text = page(body: german).replacing("Army denies raid on Tal Amin", with: "Armee bestreitet Überfall auf das Dorf")
        #expect(try read(text, name: "a.html").language == nil)
        #expect(try read(text.replacing("lang=\"en\"", with: "lang=\"de-AT\""), name: "a.html").language == "de")
    }
}

@Suite struct `Letters of pages` {
    private func bytes(_ charset: String, _ word: [UInt8]) -> [UInt8] {
        let text = page(body: story).replacing("utf-8", with: charset)
        return Array(text.replacing("&mdash;", with: "-").utf8).replacing(Array("Residents told".utf8), with: word + Array(" told".utf8))
    }

    @Test(
        arguments: [
            ("windows-1251", [0xC8, 0xE2, 0xE0, 0xED], "Иван"), ("koi8-r", [0xE9, 0xD7, 0xC1, 0xCE], "Иван"),
            ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
            ("Shift_JIS", [0x93, 0x8C, 0x8B, 0x9E], "東京"), ("euc-kr", [0xBC, 0xAD, 0xBF, 0xEF], "서울"), ("gb2312", [0xB1, 0xB1, 0xBE, 0xA9], "北京"),
            ("iso-8859-1", [0x50, 0xE9, 0x72, 0x65, 0x7A], "Pérez"), ("utf-8", [0x50, 0xE9, 0x72, 0x65, 0x7A], "Pérez"),
            ("windows-1251", Array("Иван".utf8), "Иван"), ("no-such-letters", [0x50, 0xE9, 0x72, 0x65, 0x7A], "Pérez"),
            ("../../tmp/evil", Array("Ana".utf8), "Ana"),
        ] as [(String, [UInt8], String)]) func `are read as the page or the bytes say`(charset: String, word: [UInt8], name: String) throws
    {
        let document = try read(bytes: bytes(charset, word), name: "a.html")
        #expect(words(document).last == paragraphs[2].replacing("Residents", with: name))
    }

    @Test func `one that is broken costs a sign, not the page`() throws {
        let document = try read(bytes: bytes("shift_jis", [0x93, 0x8C, 0xFF, 0x20]), name: "a.html")
        #expect(words(document).count == 3 && words(document)[2].hasSuffix("left before dawn."))
    }
}
