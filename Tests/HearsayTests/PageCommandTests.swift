import Foundation
import HearsayCore
import Testing

@Suite(.enabled(if: Tool.path != nil, Tool.missing)) struct `Web pages on the command line` {
    private let page = """
        <html><head><title>Rebels shell Saraqib</title><meta property="og:site_name" content="The Daily Example">
        <meta property="article:published_time" content="2024-03-06T09:00:00Z"></head><body><nav><a href="/">Home</a></nav>
        <h1>Rebels shell Saraqib</h1><p class="byline">By Ana Ruiz</p>
        <p>Rebels shelled the town of Saraqib on Tuesday, killing three civilians, the mayor said.</p>
        <p>The army said that it would send more men to the town, where most of the shops were closed.</p>
        <div class="related"><p>Police arrested two men in the city of Minsk on Monday, an official said.</p></div></body></html>
        """

    @Test func `every claim's words lie in the article's text, none in the furniture`() throws {
        let folder = try Folder()
        let outcome = try Tool.run("read", folder.write("a.html", page))
        #expect(outcome.code == 0, "\(outcome)")
        let report = try JSON(reading: outcome.output.utf8)
        #expect(report["document"]?["published"] == .string("2024-03-06"))
        #expect(report["document"]?["publisher"] == .string("The Daily Example"))
        guard case .string(let words)? = report["document"]?["text"], case .array(let claims)? = report["claims"] else {
            Issue.record("\(outcome)")
            return
        }
        #expect(!words.contains("Minsk") && !claims.isEmpty)
        for claim in claims {
            guard case .int(let start)? = claim["trigger"]?["start"], case .int(let end)? = claim["trigger"]?["end"] else {
                Issue.record("\(claim.line)")
                continue
            }
            #expect(claim["trigger"]?["text"] == .string(Text(words)[Span(start, end)]))
        }
    }

    @Test func `text prints the article alone`() throws {
        let folder = try Folder()
        let path = folder.write("a.html", page)
        let outcome = try Tool.run("text", "--text", path)
        #expect(
            outcome.output == """
                title: Rebels shell Saraqib
                byline: Ana Ruiz
                published: 2024-03-06
                outlet: The Daily Example
                language: en

                Rebels shell Saraqib
                Rebels shelled the town of Saraqib on Tuesday, killing three civilians, the mayor said.
                The army said that it would send more men to the town, where most of the shops were closed.


                """)
        let document = try JSON(reading: Tool.run("text", path).output.utf8)
        #expect(document["file"] == .string(path) && document["byline"] == .string("Ana Ruiz"))
        guard case .array(let blocks)? = document["blocks"] else {
            Issue.record("\(document.line)")
            return
        }
        #expect(blocks.map { $0["role"] } == [.string("headline"), .string("body"), .string("body")])
    }

    @Test func `a page that cannot be read is named, and the rest is read`() throws {
        let folder = try Folder()
        let (good, empty) = (folder.write("a.html", page), folder.write("b.html", "<html></html>"))
        let outcome = try Tool.run("text", empty, good)
        #expect(outcome.code == 1 && outcome.lines.count == 1)
        #expect(outcome.errors == "hearsay: \(empty): no running text on the page; save it when its article is shown, or its words as .txt\n")
        #expect(try Tool.run("text", empty).code == 2)
        #expect(try Tool.run("text", good, "--json", "--text").code == 64)
    }
}
