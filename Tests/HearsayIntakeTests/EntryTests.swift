import Foundation
import HearsayCore
import HearsayIntake
import Testing

@Suite struct `Entries of files and folders` {
    @Test func `a folder is read sorted by name, all the way down, and hidden names and a page's own folder are passed over`() throws {
        let folder = try Folder()
        for name in ["b.txt", "a/z.txt", "a/b/c.txt", "B.txt", ".hidden.txt", ".git/x.txt", "a/story_files/x.txt"] {
            try folder.write(name, Story.sentence("Tal Amin"))
        }
        try folder.write("a/story.html", Story.page("Tal Amin"))
        let entries = Array(Intake().entries(at: [folder.path]))
        #expect(entries.map { folder.short($0.location) } == ["B.txt", "a/b/c.txt", "a/story.html", "a/z.txt", "b.txt"])
        #expect(entries.allSatisfy { (try? $0.document().get())?.text.string.contains("Tal Amin") == true })
        #expect(Array(Intake().entries(at: [folder.path + "/"])).map(\.location) == entries.map(\.location))
    }

    @Test func `files, folders and quoted patterns mix in the order given`() throws {
        let folder = try Folder()
        for name in ["one/b.txt", "one/a.txt", "two/c.txt", "d.txt"] { try folder.write(name, Story.sentence("Tal Amin")) }
        let paths = ["d.txt", "one/*.txt", "two", "one/b.txt"].map { "\(folder.path)/\($0)" }
        #expect(
            Array(Intake().entries(at: paths)).map { folder.short($0.location) } == ["d.txt", "one/a.txt", "one/b.txt", "two/c.txt", "one/b.txt"])
        let none = Array(Intake().entries(at: ["\(folder.path)/*.eml", paths[0]]))
        #expect(
            folder.short(none[0].told) == "*.eml: no file has such a name; mend the pattern, or give the path of a file or folder"
                && none[1].told.contains("Tal Amin"))
    }

    @Test func `a ring of folders ends, and what is no file is named`() throws {
        let folder = try Folder()
        try folder.write("a/b.txt", Story.sentence("Tal Amin"))
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/ring", withDestinationPath: folder.path)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/gone.txt", withDestinationPath: "/nowhere/at-all")
        mkfifo(folder.path + "/pipe", 0o600)
        let told = Array(Intake().entries(at: [folder.path])).map { folder.short($0.told) }
        #expect(
            told == [
                "a/b.txt \(Story.sentence("Tal Amin"))",
                "gone.txt: cannot be read: No such file or directory; give the path of a file, or - for standard input",
                "pipe: neither a file nor a folder; passed over",
            ])
    }

    @Test func `each entry holds its own bytes, their digest and its location`() throws {
        let lines = #"{"text":"One."}"# + "\n{oops\n" + #"{"text":"Two."}"#
        let entries = Intake().entries(in: Array(lines.utf8), named: "a.jsonl")
        #expect(entries.map { "\($0.location)" } == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"])
        #expect(entries.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } } == [#"{"text":"One."}"#, "{oops", #"{"text":"Two."}"#])
        #expect(entries[2].sha256 == SHA256.hex(#"{"text":"Two."}"#.utf8))
        let array = Intake().entries(in: Array(#"[{"text":"One."},{"text":"Two."}]"#.utf8), named: "a.json")
        #expect(array.map(\.told) == ["a.json#1 One.", "a.json#2 Two."])
        #expect(array[1].bytes == Array(#"[{"text":"One."},{"text":"Two."}]"#.utf8))
        #expect(Array(Intake().entries(at: ["nowhere/a.txt"])).map(\.sha256) == [nil])
    }

    @Test func `nothing is opened before it is asked for`() throws {
        let folder = try Folder()
        for number in 1...3 { try folder.write("\(number).txt", Story.sentence("Tal Amin")) }
        var entries = Intake().entries(at: [folder.path]).makeIterator()
        #expect(entries.next()?.told.contains("Tal Amin") == true)
        try FileManager.default.removeItem(atPath: folder.path + "/2.txt")
        #expect(entries.next()?.told.contains("cannot be read: No such file") == true)
        #expect(entries.next()?.told.contains("Tal Amin") == true)
    }
}

@Suite struct `The form of a file` {
    @Test func `bytes of no form are named with the forms that are read`() {
        let noise = (0..<400).map { UInt8($0 % 7) }
        #expect(
            Intake().told(noise, named: "a.bin") == [
                "a.bin: its bytes are of no form that Hearsay knows; it reads text, HTML, JSON, JSON Lines, RSS and Atom feeds, mail (EML, MBOX), MHTML, WARC, WACZ and zip archives, DOCX and PDF; save it as one of these, or name its form with --as"
            ])
        for name in ["a.doc", "a.txt", "a", "a.pdf"] {
            let told = Intake().told([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + noise, named: name)
            #expect(told.count == 1 && told[0].hasPrefix("\(name): an Office file of the old kind (.doc, .msg), which Hearsay does not read;"))
        }
    }

    @Test func `the bytes go before the name`() {
        let lines = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"
        #expect(Intake().told(lines, named: "a.json") == ["a.json:1 One.", "a.json:2 Two."])
        #expect(Intake().told(Story.page("Tal Amin"), named: "a.pdf").first?.hasPrefix("a.pdf Army denies raid on Tal Amin / The army") == true)
    }

    @Test func `the user's word goes before both`() {
        var intake = Intake()
        intake.form = .text
        #expect(intake.told("{\"text\":\"One.\"}", named: "a.json") == ["a.json {\"text\":\"One.\"}"])
    }
}

@Suite struct `Reports of ReliefWeb` {
    private func report(_ id: String, _ fields: String) -> String { #"{"id":"\#(id)","score":1,"fields":{\#(fields)}}"# }
    private var fields: String {
        #""id":4012345,"title":"Flash update: Tal Amin","body":"not this","body-html":"<p>\#(Story.sentence("Tal Amin"))</p><ul><li>Two clinics are closed.</li></ul>","date":{"created":"2024-03-07T09:00:00+00:00","original":"2024-03-06T00:00:00+00:00"},"source":[{"shortname":"OCHA","name":"UN Office"},{"name":"Relief Desk"}],"url":"https://example.org/node/1","language":[{"code":"en"}],"primary_country":{"name":"Syria"}"#
    }

    @Test func `a list and a single answer are read alike`() throws {
        for data in ["[\(report("4012345", fields))]", "[\(report("4012345", fields)),\(report("7", "\"title\":\"No body\""))]"] {
            let entries = Intake().entries(in: Array("{\"href\":\"x\",\"count\":1,\"data\":\(data)}".utf8), named: "a.json")
            let document = try entries[0].document().get()
            #expect(document.id == "reliefweb:4012345" && document.title == "Flash update: Tal Amin")
            #expect(document.publisher == "OCHA, Relief Desk" && document.published == Day(2024, 3, 6) && document.publishedBy == .given)
            #expect(document.url == "https://example.org/node/1" && document.language == "en")
            #expect(document.text.string == "Flash update: Tal Amin\n\(Story.sentence("Tal Amin"))\nTwo clinics are closed.")
            #expect(document.blocks.map(\.role) == [.headline, .body, .body])
            if entries.count == 2 {
                #expect(
                    entries[1].told
                        == "a.json#2: no text in the report: its fields are title; ask the interface for body-html or body as well")
            }
        }
    }

    @Test func `reports one a line, in plain words and in French`() throws {
        let plain = report("1", #""title":"Note","body":"\#(Story.sentence("Amar"))\n\nNobody was there.","date":{"created":"soon"}"#)
        let french = report(
            "2", #""title":"Bulletin","body":"L'armée a nié que ses soldats aient attaqué le village dans la nuit.","language":[{"code":"fr"}]"#)
        let documents = try Intake().documents(in: Array("\(plain)\n\(french)".utf8), named: "a.jsonl").map { try $0.get() }
        #expect(documents[0].text.string == "Note\n\(Story.sentence("Amar"))\nNobody was there.")
        #expect(
            documents[0].notices == [
                "a.jsonl:1: unreadable date 'soon' in 'date.created': the document stays undated; write it as 2023-09-19, or leave it out"
            ])
        #expect(documents[1].language == "fr")
    }
}
