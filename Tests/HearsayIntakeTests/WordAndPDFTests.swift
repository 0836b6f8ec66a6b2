import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite struct `Word documents` {
    private func docx(_ body: String, head: String = "", core: String? = nil) -> [UInt8] {
        let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        var files: [Packing.File] = [
            .init("[Content_Types].xml", "<Types/>"),
            .init(
                "word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(head)<w:document \(space)><w:body>\(body)</w:body></w:document>",
                deflated: true),
        ]
        if let core { files.append(.init("docProps/core.xml", "<c:p xmlns:c='c' xmlns:dc='http://purl.org/dc/elements/1.1/'>\(core)</c:p>")) }
        return Packing.zip(files)
    }
    private func paragraph(_ words: String, _ style: String? = nil) -> String {
        "<w:p>\(style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? "")<w:r><w:t>\(words)</w:t></w:r></w:p>"
    }

    @Test(arguments: ["a.docx", "a.zip", "a"]) func `paragraphs stand in their order, headings by their style`(name: String) throws {
        let split =
            "<w:p><w:r><w:t>The army denied on Monday that its soldiers </w:t></w:r><w:r><w:t xml:space=\"preserve\">had raided</w:t><w:br/><w:t>Tal Amin.</w:t></w:r></w:p>"
        let table = "<w:tbl><w:tr><w:tc>\(paragraph("Killed"))</w:tc><w:tc>\(paragraph("6"))</w:tc></w:tr></w:tbl>"
        let bytes = docx(
            paragraph("Flash update", "Title") + paragraph("Raid &amp; denial", "Subtitle") + paragraph("What happened", "Heading2") + split + table
                + paragraph(" "), core: "<dc:creator>Ana Ruiz</dc:creator>")
        let entry = try #require(Intake().entries(in: bytes, named: name).first)
        let document = try entry.document().get()
        #expect(
            document.blocks.map { document.text[$0.span] } == [
                "Flash update", "Raid & denial", "What happened", "The army denied on Monday that its soldiers had raided Tal Amin.", "Killed", "6",
            ])
        #expect(document.blocks.map(\.role) == [.headline, .standfirst, .subheading, .body, .body, .body])
        #expect(document.title == "Flash update" && document.byline == "Ana Ruiz" && document.published == nil && entry.bytes == bytes)
    }

    @Test func `deleted and hidden words, codes and second forms are no part of it`() {
        let body =
            "<w:p><w:del><w:r><w:delText>Rebels</w:delText><w:t>Rebels</w:t></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Rebels</w:t></w:r><w:r><w:instrText>Rebels</w:instrText></w:r><w:ins><w:r><w:t>\(Story.sentence("Tal Amin"))</w:t></w:r></w:ins><mc:AlternateContent xmlns:mc='m'><mc:Choice/><mc:Fallback><w:r><w:t>Rebels</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        #expect(Intake().told(docx(body), named: "a.docx") == ["a.docx \(Story.sentence("Tal Amin"))"])
    }

    @Test func `a document's faults are named`() {
        #expect(Intake().told(docx(""), named: "a.docx") == ["a.docx: no text in it; nothing to read"])
        #expect(Intake().told(docx("<w:p>"), named: "a.docx")[0].hasPrefix("a.docx: broken XML at its line 1: "))
        var intake = Intake()
        intake.form = .docx
        #expect(
            intake.told(Packing.zip([.init("a.txt", "x")]), named: "a") == ["a: no Word document: word/document.xml is missing; save it as .docx"])
        let deep = String(repeating: "<w:p>", count: 300) + String(repeating: "</w:p>", count: 300)
        #expect(
            Intake().told(docx(deep), named: "a.docx") == ["a.docx: its XML elements are nested over 200 deep; raise --max-levels if you trust it"])
    }

    @Test func `a bomb in it goes off neither as a packed file nor as XML`() {
        let bomb = Packing.bomb(15_000_000)
        var file = Packing.File("word/document.xml", "")
        (file.packed, file.unpacked, file.method) = (bomb.packed, bomb.count, 8)
        #expect(
            Intake().told(Packing.zip([file]), named: "a.docx") == [
                "a.docx: unpacks to over 100 times its size, as no news does; raise --max-ratio if you trust it"
            ])
        let head = "<!DOCTYPE w [<!ENTITY a \"\(String(repeating: "lol", count: 1000))\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        #expect(
            Intake().told(docx(paragraph("\(Story.sentence("Tal Amin")) &a;&x;"), head: head), named: "a.docx") == [
                "a.docx \(Story.sentence("Tal Amin")) &a;&x;"
            ])
    }
}

private let hasReader = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
}

@Suite(.enabled(if: hasReader, "pdftotext is not installed; Tools/setup brings it"), .serialized) struct `PDF` {
    /// A PDF made by hand: each page's lines, the size of a line apart, paragraphs three.
    private func pdf(_ pages: [[String]]) -> [UInt8] {
        var objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        var kids: [String] = []
        for lines in pages {
            var code = "BT /F1 10 Tf 50 780 Td 14 TL\n"
            for line in lines { code += line.isEmpty ? "T* T*\n" : "(\(line)) Tj T*\n" }
            code += "ET"
            objects.append("<< /Length \(code.utf8.count) >>\nstream\n\(code)\nendstream")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 842] /Resources << /Font << /F1 3 0 R >> >> /Contents \(objects.count) 0 R >>")
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
        var out = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(out.utf8.count)
            out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = out.utf8.count
        out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { out += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        return Array((out + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
    }

    private let story = [
        "The army denied on Monday that its soldiers had raided the village of Tal Amin,",
        "where residents said six people were killed in the night. It said that nobody had",
        "been there, and that it would look into what was said of its men by the residents.",
    ]

    @Test(arguments: ["a.pdf", "a", "a.txt"]) func `lines become paragraphs, what stands on every page goes`(name: String) throws {
        let second = [
            "Residents of Amar told the newspaper that armed men in uniform came at night in three",
            "lorries and left before dawn. Nobody could say whose they were, the mayor said there.",
        ]
        let third = [
            "A spokesman for the rebels said that they had seen smoke over the hills on that night,",
            "and that they had sent men there, who found the houses empty and the well filled up.",
        ]
        let pages = [story, second, third].enumerated().map { ["The Daily Example", ""] + $1 + ["", "Page \($0 + 1) of 3"] }
        let document = try #require(Intake().documents(in: pdf(pages), named: name).first).get()
        #expect(document.blocks.map { document.text[$0.span] } == [story, second, third].map { $0.joined(separator: " ") })
        #expect(document.language == "en")
    }

    @Test func `pages without words, and what is no PDF, are named`() {
        #expect(
            Intake().told(pdf([[]]), named: "a.pdf") == ["a.pdf: its pages are pictures without words; run it through text recognition (ocrmypdf)"])
        let told = Intake().told("%PDF-1.4\nnothing at all", named: "a.pdf")
        #expect(told.count == 1 && told[0].hasPrefix("a.pdf: pdftotext cannot read it: ") && told[0].hasSuffix("; save its words as .txt"), "\(told)")
    }

    @Test func `its words are held against the limit, its time too`() {
        let long = pdf((1...40).map { _ in story + story + story })
        #expect(Intake(limit: 30_000).told(long, named: "a.pdf")[0].contains("bytes are over the limit of 30000 a document"))
        var limits = Limits()
        limits.memory = 1 << 20
        let told = Intake(limits: limits).told(pdf([story]), named: "a.pdf")
        #expect(told.count == 1 && told[0].hasPrefix("a.pdf: pdftotext cannot read it: "), "\(told)")
    }

    @Test func `one in a zip is read too, and several at once`() async {
        let zip = Packing.zip([.init("b/a.pdf", pdf([story])), .init("c.pdf", pdf([story]))])
        let entries = Intake().entries(in: zip, named: "a.zip")
        let told = await withTaskGroup(of: String.self, returning: Set<String>.self) { group in
            for entry in entries { group.addTask { entry.told } }
            return await group.reduce(into: []) { $0.insert($1) }
        }
        #expect(told == ["a.zip!b/a.pdf \(story.joined(separator: " "))", "a.zip!c.pdf \(story.joined(separator: " "))"])
    }
}
