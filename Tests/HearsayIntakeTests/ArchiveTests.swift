import Foundation
import HearsayCore
import HearsayIntake
import Testing

private func text(_ place: String) -> String { "Army denies raid on \(place) / \(Story.sentence(place))" }

@Suite struct `Zip archives` {
    @Test func `every file is an entry under its name, in the archive's order`() {
        let inner = Packing.zip([.init("z.txt", Story.sentence("Amar"))])
        let zip = Packing.zip([
            .init("b/story.html", Story.page("Tal Amin"), deflated: true), .init("b/", ""),
            .init("a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"),
            .init("inner.zip", inner), .init("__MACOSX/._x.txt", "x"), .init(".DS_Store", "x"), .init("a.jsonl", "{\"text\":\"Three.\"}\n"),
        ])
        for name in ["a.zip", "a", "a.txt"] {
            #expect(
                Intake().told(zip, named: name) == [
                    "\(name)!b/story.html \(text("Tal Amin"))", "\(name)!a.jsonl:1 One.", "\(name)!a.jsonl:2 Two.",
                    "\(name)!inner.zip!z.txt \(Story.sentence("Amar"))", "\(name)!a.jsonl#2:1 Three.",
                ])
        }
    }

    @Test func `a file of any size is read where it lies, from the disk and from memory alike`() throws {
        let folder = try Folder()
        let zip = Packing.zip([.init("a.txt", Story.sentence("Tal Amin"), deflated: true), .init("b.txt", Story.sentence("Amar"))])
        let path = try folder.write("a.zip", Array("a program before it".utf8) + zip)
        let told = Array(Intake(form: .zip).entries(at: [path])).map { folder.short($0.told) }
        #expect(told == ["a.zip!a.txt \(Story.sentence("Tal Amin"))", "a.zip!b.txt \(Story.sentence("Amar"))"])
    }

    private func fault(_ change: (inout Packing.File) -> Void, deflated: Bool = false) -> [String] {
        var file = Packing.File("bad.txt", Story.sentence("Tal Amin"), deflated: deflated)
        change(&file)
        return Intake().told(Packing.zip([file, .init("good.txt", Story.sentence("Amar"))]), named: "a.zip")
    }

    @Test func `a bad file is named, and the next one read`() {
        let cases: [([String], String)] = [
            (fault { $0.sum ^= 1 }, "bad.txt: its checksum is wrong"),
            (fault({ $0.packed[7] = 0xFF }, deflated: true), "bad.txt: its checksum is wrong"),
            (fault({ $0.packed[0] = 7 }, deflated: true), "bad.txt: cannot be unpacked: invalid block type"),
            (fault { $0.flags = 1 }, "bad.txt: it is locked with a password"),
            (fault { $0.method = 14 }, "bad.txt: it is packed in a way (number 14) that is not read"),
            (fault { $0.mode = 0xA1FF }, "bad.txt: it is a link, which is not followed"),
            (fault { $0.unpacked -= 1 }, "bad.txt: it is larger than the archive says"),
            (fault { $0.unpacked += 1 }, "bad.txt: its checksum is wrong"),
            (fault { $0.offset = 5 }, "bad.txt: it shares bytes with another entry"),
            (fault { $0.offset = 1_000_000 }, "bad.txt: it lies outside the archive"),
        ]
        for (told, message) in cases {
            #expect(told.count == 2 && told[0].hasPrefix("a.zip!\(message);") && told.last?.contains("good.txt The army") == true, "\(told)")
        }
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "..\\b.txt", "C:/b.txt", ".."]) func `names that lead out are refused`(
        name: String
    ) {
        #expect(
            fault { $0.name = name } == [
                "a.zip!\(name): its name leads out of the archive; get the archive anew, or unpack it yourself",
                "a.zip!good.txt \(Story.sentence("Amar"))",
            ])
    }

    @Test func `signs that move the cursor go from names`() {
        #expect(fault { $0.name = "a\u{1B}[2J\n.txt" }[0] == "a.zip!a\u{FFFD}[2J\u{FFFD}.txt \(Story.sentence("Tal Amin"))")
    }

    @Test func `files that share their bytes are read once`() {
        var twin = Packing.File("twin.txt", Story.sentence("Tal Amin"))
        twin.offset = 0
        let told = Intake().told(Packing.zip([.init("a.txt", Story.sentence("Tal Amin")), twin]), named: "a.zip")
        #expect(
            told == [
                "a.zip!a.txt \(Story.sentence("Tal Amin"))",
                "a.zip!twin.txt: it shares bytes with another entry; get the archive anew, or unpack it yourself",
            ])
    }

    @Test func `archives in archives end at a depth, and the rest is read`() {
        var zip = Packing.zip([.init("a.txt", Story.sentence("Amar"))])
        for number in 1...4 { zip = Packing.zip([.init("\(number).zip", zip), .init("\(number).txt", Story.sentence("Tal Amin"))]) }
        let told = Intake().told(zip, named: "a.zip")
        #expect(
            told == [
                "a.zip!4.zip!3.zip!2.zip: lies in more than 2 archives or mails, one in another; unpack the outer ones, or raise --max-depth",
                "a.zip!4.zip!3.zip!2.txt: lies in more than 2 archives or mails, one in another; unpack the outer ones, or raise --max-depth",
                "a.zip!4.zip!3.txt \(Story.sentence("Tal Amin"))", "a.zip!4.txt \(Story.sentence("Tal Amin"))",
            ])
    }

    @Test func `more entries than the limit are refused with the option that raises it`() {
        var limits = Limits()
        limits.entries = 3
        let zip = Packing.zip((1...4).map { .init("\($0).txt", "x") })
        #expect(
            Intake(limits: limits).told(zip, named: "a.zip") == ["a.zip: its 4 entries are over the limit of 3; cut it up, or raise --max-entries"])
    }

    @Test func `bombs are stopped by what they unpack to, whatever they say of it`() {
        let bomb = Packing.bomb(30_000_000)
        var file = Packing.File("bomb.txt", "")
        (file.packed, file.unpacked, file.method) = (bomb.packed, bomb.count, 8)
        let dense = "unpacks to over 100 times its size, as no news does; raise --max-ratio if you trust it"
        #expect(
            Intake().told(Packing.zip([file, .init("b.txt", Story.sentence("Amar"))]), named: "a.zip") == [
                "a.zip!bomb.txt: \(dense)", "a.zip!b.txt \(Story.sentence("Amar"))",
            ])
        file.unpacked = 1000
        #expect(Intake().told(Packing.zip([file]), named: "a.zip")[0].hasPrefix("a.zip!bomb.txt: it is larger than the archive says;"))
        let gzip = Packing.gzip(bomb.packed, 0, bomb.count)
        #expect(Intake().told(gzip, named: "a.txt.gz") == ["a.txt.gz: \(dense)"])
        var limits = Limits()
        limits.ratio = 1000
        limits.unpacked = 10_000_000
        #expect(
            Intake(limits: limits).told(gzip, named: "a.txt.gz") == [
                "a.txt.gz: unpacks to more than the limit of 10000000 bytes an entry; unpack it yourself, or raise --max-unpacked"
            ])
    }

    @Test func `Office and e-book files of other kinds are named`() {
        #expect(
            Intake().told(Packing.zip([.init("[Content_Types].xml", "x"), .init("xl/workbook.xml", "x")]), named: "a.xlsx")[0].hasPrefix(
                "a.xlsx: an Office file that is no Word document, which Hearsay does not read;"))
        #expect(
            Intake().told(Packing.zip([.init("mimetype", "application/epub+zip")]), named: "a.epub")[0].hasPrefix(
                "a.epub: an OpenDocument or EPUB file, which"))
    }

    @Test func `cut and shuffled at random never trap`() {
        let whole = Packing.zip([
            .init("a.txt", Story.sentence("Tal Amin"), deflated: true), .init("b.warc", Packing.response(Story.page("Amar"))),
            .init("word/document.xml", "<w:p/>"),
        ])
        var state: UInt64 = 9
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            var bytes = whole
            for _ in 0..<next(8) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(3) == 0 { bytes.removeSubrange(next(bytes.count)...) }
            _ = Intake(form: .zip).documents(in: bytes, named: "a.zip")
        }
    }
}

@Suite struct `Packed files` {
    @Test func `gzip is unpacked before the form is told`() {
        #expect(
            Intake().told(Packing.gzip("{\"text\":\"One.\"}\n") + Packing.gzip("{\"text\":\"Two.\"}\n"), named: "a.jsonl.gz") == [
                "a.jsonl.gz:1 One.", "a.jsonl.gz:2 Two.",
            ])
        #expect(Intake().told(Packing.gzip(Story.page("Tal Amin")), named: "-") == ["- \(text("Tal Amin"))"])
    }

    @Test func `one cut short is named behind what was read`() {
        let whole = Packing.gzip((1...3000).map { "{\"text\":\"Story \($0) of the war.\"}\n" }.joined())
        let told = Intake().told(Array(whole.dropLast(1000)), named: "a.jsonl.gz")
        #expect(
            told.count > 1500 && told[1499].contains("Story 1500 of")
                && told.last?.hasSuffix(": cannot be unpacked: it ends too early; get the file anew, or unpack it yourself") == true)
    }
}

@Suite struct `Web archives` {
    private let info = Packing.record("WARC-Type: warcinfo\nContent-Type: application/warc-fields", "software: x\r\n")
    private let picture = Packing.response("PNG", head: "Content-Type: image/png")
    private func page(_ place: String) -> String { Packing.response(Story.page(place)) }

    private var archive: String {
        info + page("Tal Amin") + picture + Packing.response(Story.page("Minsk"), status: "404 Not Found")
            + Packing.record("WARC-Type: revisit\nWARC-Target-URI: https://example.org/raid", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            + Packing.record("WARC-Type: request", "GET / HTTP/1.1\r\n\r\n") + page("Amar")
    }

    @Test(arguments: ["a.warc", "a", "-"]) func `pages are entries under their number, with address and day of capture`(name: String) throws {
        let entries = Intake().entries(in: Array(archive.utf8), named: name)
        #expect(entries.map(\.told) == ["\(name)#2 \(text("Tal Amin"))", "\(name)#7 \(text("Amar"))"])
        let document = try entries[0].document().get()
        #expect(document.url == "https://example.org/raid" && document.published == nil && entries[0].seen == "2024-03-07T10:00:00Z")
        #expect(entries[0].bytes.map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("WARC/1.0\r\nWARC-Type: response") == true)
    }

    @Test func `an archive packed record by record, in a file and in a WACZ`() throws {
        let members = [info, page("Tal Amin"), picture, page("Amar")].flatMap { Packing.gzip($0) }
        #expect(Intake().told(members, named: "a.warc.gz") == ["a.warc.gz#2 \(text("Tal Amin"))", "a.warc.gz#4 \(text("Amar"))"])
        #expect(Intake().told(Packing.gzip(archive), named: "a") == ["a#2 \(text("Tal Amin"))", "a#7 \(text("Amar"))"])
        let wacz = Packing.zip([
            .init("archive/data.warc.gz", members), .init("indexes/index.cdx.gz", Packing.gzip("x")),
            .init("pages/pages.jsonl", "{\"format\":\"json-pages-1.0\"}\n"), .init("datapackage.json", "{}"),
        ])
        #expect(
            Intake().told(wacz, named: "e.wacz") == [
                "e.wacz!archive/data.warc.gz#2 \(text("Tal Amin"))", "e.wacz!archive/data.warc.gz#4 \(text("Amar"))",
            ])
    }

    @Test func `what carried a page over the net is taken off`() {
        let html = Story.page("Tal Amin")
        let half = html.utf8.count / 2
        let chunked =
            "\(String(half, radix: 16));x=1\r\n\(html.prefix(half))\r\n\(String(html.utf8.count - half, radix: 16))\r\n\(html.dropFirst(half))\r\n0\r\n\r\n"
        let head = "Content-Type: text/html\nTransfer-Encoding: chunked"
        for body in [chunked, html] {
            #expect(Intake().told(Packing.response(body, head: head), named: "a.warc") == ["a.warc#1 \(text("Tal Amin"))"])
        }
        for (coding, packed) in [
            ("gzip", Packing.gzip(html)), ("deflate", Packing.deflate(Array(html.utf8))), ("gzip", Array(html.utf8)), ("br", Array(html.utf8)),
        ] {
            let http = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(coding)\r\n\r\n".utf8) + packed
            let bytes = Array("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(http.count)\r\n\r\n".utf8) + http
            #expect(Intake().told(bytes, named: "a.warc") == ["a.warc#1 \(text("Tal Amin"))"], "\(coding)")
        }
        #expect(
            Intake().told(Packing.response("\u{1}\u{2}", head: "Content-Type: text/html\nContent-Encoding: br") + page("Amar"), named: "a.warc") == [
                "a.warc#1: packed as 'br', which Hearsay does not unpack; save the page anew", "a.warc#2 \(text("Amar"))",
            ])
    }

    @Test func `letters are those that the server named`() {
        let html = "<html><body><p>\u{1}\u{2}\u{3}\u{4} is the town's name, residents said of it on Monday night.</p></body></html>"
        let bytes = Packing.response(html, head: "Content-Type: text/html; charset=windows-1251").utf8.map {
            (1...4).contains($0) ? [0xCA, 0xE8, 0xE5, 0xE2][Int($0) - 1] : $0
        }
        #expect(Intake().told(bytes, named: "a.warc") == ["a.warc#1 Киев is the town's name, residents said of it on Monday night."])
    }

    @Test func `a false length is named, and what follows is read`() {
        let size = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(Story.page("Tal Amin"))".utf8.count
        func told(_ wrong: Int) -> [String] {
            Intake().told(Packing.response(Story.page("Tal Amin"), length: size + wrong) + page("Amar") + page("Saraqib"), named: "a.warc")
        }
        // An end of line that nobody counted: an old fault of a large crawl, which costs nothing.
        let uncounted = Packing.response(Story.page("Tal Amin") + "\r\n", length: size)
        #expect(Intake().told(uncounted + page("Amar"), named: "a.warc") == ["a.warc#1 \(text("Tal Amin"))", "a.warc#2 \(text("Amar"))"])
        for wrong in [-40, 40, 300] {
            let lines = told(wrong)
            #expect(lines.contains { $0.contains("broken record: ") }, "\(wrong) \(lines)")
            #expect(lines.contains { $0.hasSuffix(text("Amar")) } && lines.contains { $0.hasSuffix(text("Saraqib")) }, "\(wrong) \(lines)")
        }
        #expect(told(1_000_000).count == 1 && told(1_000_000)[0].hasPrefix("a.warc#1: broken record: it ends "))
        #expect(
            Intake().told(archive.replacing("Content-Length: 13", with: "Content-Length: x"), named: "a.warc") == [
                "a.warc#1: broken record: its head gives no length; the records that follow are read", "a.warc#2 \(text("Tal Amin"))",
                "a.warc#7 \(text("Amar"))",
            ])
    }

    @Test func `a damaged member is named, and the next one read`() {
        var bad = Packing.gzip(page("Minsk"))
        bad[10] = 7
        let told = Intake().told(Packing.gzip(page("Tal Amin")) + bad + Packing.gzip(page("Amar")), named: "a.warc.gz")
        #expect(
            told == [
                "a.warc.gz#1 \(text("Tal Amin"))", "a.warc.gz#2: cannot be unpacked: invalid block type; get the file anew, or unpack it yourself",
                "a.warc.gz#3 \(text("Amar"))",
            ])
    }

    @Test func `a bomb in a record, and a record over the limit, stop no other`() {
        let bomb = Packing.bomb(30_000_000)
        let told = Intake().told(Packing.gzip(bomb.packed, 0, bomb.count) + Packing.gzip(page("Amar")), named: "a.warc.gz")
        #expect(told.count == 2 && told[1].hasSuffix(text("Amar")), "\(told)")
        let http =
            Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8) + Packing.gzip(bomb.packed, 0, bomb.count)
        let inner = Array("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(http.count)\r\n\r\n".utf8) + http + Array("\r\n\r\n".utf8)
        #expect(
            Intake().told(inner + Array(page("Amar").utf8), named: "a.warc") == [
                "a.warc#1: unpacks to over 100 times its size, as no news does; raise --max-ratio if you trust it", "a.warc#2 \(text("Amar"))",
            ])
        let long = Packing.response(String(repeating: "x", count: 3000))
        #expect(
            Intake(limit: 2000).told(long + page("Amar"), named: "a.warc") == [
                "a.warc#1: 3059 bytes are over the limit of 2000 a document; cut it into documents, or raise --max-bytes", "a.warc#2 \(text("Amar"))",
            ])
    }

    @Test func `cut and shuffled at random never trap`() {
        let plain = Array(archive.utf8)
        let packed = [info, page("Tal Amin"), page("Amar")].flatMap { Packing.gzip($0) }
        var state: UInt64 = 11
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for number in 0..<1500 {
            var bytes = number % 2 == 0 ? plain : packed
            for _ in 0..<next(8) { bytes[next(bytes.count)] = UInt8(next(256)) }
            let (a, b) = (next(bytes.count), next(bytes.count))
            if next(2) == 0 { bytes.removeSubrange(min(a, b)..<max(a, b)) }
            _ = Intake(form: .warc).documents(in: bytes, named: "a.warc")
        }
    }
}

extension Intake {
    fileprivate init(form: Form) { self.init(limits: Limits(), form: form) }
}
