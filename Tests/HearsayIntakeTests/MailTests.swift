import Foundation
import HearsayCore
import HearsayIntake
import Testing

/// Lines with the ends that mail has.
private func crlf(_ text: String) -> String { text.replacing("\n", with: "\r\n") }

private func mail(_ type: String, _ body: String, head: String = "Subject: Army denies raid", coding: String = "8bit") -> String {
    crlf(
        "Received: by mail.example.org; Wed, 6 Mar 2024 07:00:01 +0000\nFrom: \"Example Wire\" <news@example.org>\nDate: Tue, 05 Mar 2024 23:30:00 -0500\n\(head)\nMIME-Version: 1.0\nContent-Type: \(type)\nContent-Transfer-Encoding: \(coding)\n\n\(body)\n"
    )
}

@Suite struct `Mail` {
    private func document(_ text: String, _ name: String = "a.eml") throws -> Document {
        try #require(Intake().entries(in: Array(text.utf8), named: name).first).document().get()
    }

    @Test(arguments: ["a.eml", "a.txt", "-", "a"]) func `a plain mail is its subject and its words`(name: String) throws {
        let document = try document(mail("text/plain; charset=utf-8", "\(Story.sentence("Tal Amin"))\n\nIt gave no maps."), name)
        #expect(document.text.string == "Army denies raid\n\(Story.sentence("Tal Amin"))\nIt gave no maps.")
        #expect(document.title == "Army denies raid" && document.publisher == "Example Wire" && document.language == "en")
        #expect(document.published == Day(2024, 3, 5), "the day as the sender's own clock had it")
        #expect(document.blocks.first?.role == .headline)
    }

    @Test func `a newsletter is read from its HTML, without what it hides`() throws {
        let html =
            "<html><body><div style='display:none'>Preview of a raid</div><table><tr><td><p>\(Story.sentence("Tal Amin"))</p></td></tr></table><p><a href='x'>View in browser</a></p></body></html>"
        let text = mail(
            "multipart/alternative; boundary=\"==b 1\"",
            "prologue\n--==b 1\nContent-Type: text/plain\n\nOpen this mail in a browser.\n--==b 1 \nContent-Type: text/html; charset=UTF-8\n\n\(html)\n--==b 1--\nepilogue"
        )
        #expect(try document(text).text.string == "Army denies raid\n\(Story.sentence("Tal Amin"))")
    }

    @Test(arguments: [
        ("=?utf-8?Q?Army_denies_=E2=80=9Craid=E2=80=9D?=", "Army denies “raid”"),
        ("=?UTF-8?B?S3lpdiDi?=\n =?UTF-8?B?gJMgcmFpZA==?=", "Kyiv – raid"),
        ("Raid: =?windows-1251?B?yujl4g==?= =?iso-8859-1?q?d=E9menti?= today", "Raid: Киевdémenti today"),
        ("=?utf-8*en?q?Raid?=", "Raid"), ("=?broken", "=?broken"), ("A =?utf-8?X?no?= B", "A =?utf-8?X?no?= B"),
        ("Army\n  denies\n\traid", "Army denies raid"),
    ]) func `head lines are unfolded and their words decoded`(given: String, subject: String) throws {
        #expect(try document(mail("text/plain", Story.sentence("Tal Amin"), head: "Subject: \(given)")).title == subject)
    }

    @Test func `bodies are carried in several ways`() throws {
        let soft =
            "The army denied on Monday that its soldiers had raided the village of Tal A=\nmin =E2=80=93 where residents said six people were=20\nkilled."
        #expect(try document(mail("text/plain; charset=utf-8", soft, coding: "Quoted-Printable")).text.string.contains("Tal Amin – where"))
        let packed = Data(Story.sentence("Amar").utf8).base64EncodedString(options: .lineLength76Characters)
        #expect(try document(mail("text/plain; charset=us-ascii", packed, coding: "base64")).text.string.contains(Story.sentence("Amar")))
        let cyrillic = mail(
            "text/plain; charset=koi8-r", "The town's name is =EB=C9=C5=D7, residents said on Monday of it.", coding: "quoted-printable")
        #expect(try document(cyrillic).text.string.contains("Киев"))
    }

    @Test func `documents attached are entries of their own, pictures are not`() throws {
        let inner = mail("text/plain", Story.sentence("Amar"), head: "Subject: Forwarded")
        let text = mail(
            "multipart/mixed; boundary=b",
            "--b\nContent-Type: text/plain\n\n\(Story.sentence("Tal Amin"))\n--b\nContent-Type: image/png; name=a.png\nContent-Disposition: attachment; filename=a.png\n\nx\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename*0=\"../re\"; filename*1=\"port.html\"\n\n\(Story.page("Saraqib"))\n--b\nContent-Type: message/rfc822\n\n\(inner)\n--b--"
        )
        let told = Intake().told(text, named: "a.eml")
        #expect(
            told == [
                "a.eml Army denies raid / \(Story.sentence("Tal Amin"))",
                "a.eml!report.html Army denies raid on Saraqib / \(Story.sentence("Saraqib"))",
                "a.eml!part 4.eml Forwarded / \(Story.sentence("Amar"))",
            ])
    }

    @Test func `a day that is none is named`() throws {
        let document = try document(mail("text/plain", Story.sentence("Tal Amin")).replacing("Tue, 05 Mar 2024 23:30:00 -0500", with: "yesterday"))
        #expect(
            document.notices == ["a.eml: unreadable date 'yesterday' in 'Date': the document stays undated; write it as 2023-09-19, or leave it out"])
    }

    @Test func `mail without words, and what is no mail, is named`() {
        #expect(
            Intake().told("just words", named: "a.eml") == [
                "a.eml: no mail: it does not begin with header lines; give the mail as it was saved (.eml), or its words as .txt"
            ])
        #expect(Intake().told("Subject: \n\n", named: "a.eml") == ["a.eml: no text in it; nothing to read"])
    }

    @Test func `parts nested without end are refused with the option that raises it`() {
        func nested(_ depth: Int) -> String {
            (1...depth).reversed().reduce("Content-Type: text/plain\n\n\(Story.sentence("Tal Amin"))") { inner, number in
                "Content-Type: multipart/mixed; boundary=b\(number)\n\n--b\(number)\n\(inner)\n--b\(number)--"
            }
        }
        let clock = ContinuousClock()
        var told: [String] = []
        let time = clock.measure { told = Intake().told("Subject: A\n" + nested(1000), named: "a.eml") }
        #expect(told == ["a.eml: its parts are nested over 20 deep; raise --max-parts if you trust it"])
        #expect(time < .seconds(2))
        #expect(Intake().told("Subject: A\n" + nested(20), named: "a.eml") == ["a.eml A / \(Story.sentence("Tal Amin"))"])
        var limits = Limits()
        limits.entries = 3
        let many = "Subject: A\nContent-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 5)
        #expect(
            Intake(limits: limits).told(many, named: "a.eml") == ["a.eml: its 5 entries are over the limit of 3; cut it up, or raise --max-entries"])
    }

    @Test func `mails in mails end at a depth`() {
        var text = mail("text/plain", Story.sentence("Tal Amin"), head: "Subject: 0")
        for number in 1...4 {
            text = mail(
                "multipart/mixed; boundary=b\(number)",
                "--b\(number)\n\n\(Story.sentence("Amar"))\n--b\(number)\nContent-Type: message/rfc822\n\n\(text)\n--b\(number)--",
                head: "Subject: \(number)")
        }
        let told = Intake().told(text, named: "a.eml")
        #expect(told.count == 4 && told[2].hasPrefix("a.eml!part 2.eml!part 2.eml 2 / "))
        #expect(
            told[3]
                == "a.eml!part 2.eml!part 2.eml!part 2.eml: lies in more than 2 archives or mails, one in another; unpack the outer ones, or raise --max-depth"
        )
    }

    @Test func `cut and shuffled at random never trap`() {
        let whole = Array(
            mail(
                "multipart/mixed; boundary=b",
                "--b\nContent-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: base64\n\nPHA+=?\n--b\nContent-Type: message/rfc822\n\nSubject: =?utf-8?q?=E2=80?=\n\nx\n--b--"
            ).utf8)
        var state: UInt64 = 5
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for number in 0..<1500 {
            var bytes = whole
            for _ in 0..<next(10) { bytes[next(bytes.count)] = UInt8(next(256)) }
            if next(2) == 0 { bytes.removeSubrange(next(bytes.count)...) }
            #expect(!Intake().documents(in: bytes, named: number % 2 == 0 ? "a.eml" : "a.mhtml").isEmpty)
        }
    }
}

@Suite struct `Pages that a browser saved as MHTML` {
    private let saved = crlf(
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.org/2024/raid
        Subject: =?utf-8?Q?Army=20denies?=
        Date: Thu, 7 Mar 2024 10:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="----MultipartBoundary--x----"


        ------MultipartBoundary--x----
        Content-Type: text/html
        Content-ID: <frame-0@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://example.org/2024/raid?x=1

        <html><head><meta charset=3D"utf-8"><title>Army denies raid</title></head><body><nav><a href=3D"/">Home</a></nav><h1>Army denies =E2=80=9Craid=E2=80=9D</h1><p>\(Story.sentence("Tal A=\nmin"))</p></body></html>
        ------MultipartBoundary--x----
        Content-Type: text/html
        Content-Location: https://ads.example.org/frame

        <html><body><p>\(Story.sentence("Minsk"))</p></body></html>
        ------MultipartBoundary--x----
        Content-Type: image/png
        Content-Transfer-Encoding: base64

        AAAA
        ------MultipartBoundary--x------
        """)

    @Test(arguments: ["a.mhtml", "a.mht", "a.html", "-"]) func `give the page itself, its address and when it was saved`(name: String) throws {
        let entries = Intake().entries(in: Array(saved.utf8), named: name)
        #expect(entries.count == 1)
        let document = try entries[0].document().get()
        #expect(document.text.string == "Army denies “raid”\n\(Story.sentence("Tal Amin"))")
        #expect(document.url == "https://example.org/2024/raid?x=1" && document.published == nil)
        #expect(entries[0].seen == "Thu, 7 Mar 2024 10:00:00 -0000")
    }
}

@Suite struct `Mailboxes` {
    private var box: String {
        "From news@example.org Wed Mar  6 07:00:00 2024\n"
            + mail("text/plain", "\(Story.sentence("Tal Amin"))\n\n>From the hills they came.\n\nFrom 2011 to 2024 rebels held it.").replacing(
                "\r\n", with: "\n")
            + "\nFrom MAILER-DAEMON Thu Mar  7 08:00:00 2024\n" + "no head here at all\n" + "\nFrom a@example.org Fri Mar  8 08:00:00 2024\n"
            + mail("text/plain", Story.sentence("Amar")).replacing("\r\n", with: "\n")
    }

    @Test(arguments: ["a.mbox", "a", "Inbox.txt"]) func `each mail is an entry, and one that is none stops no other`(name: String) {
        let entries = Intake().entries(in: Array(box.utf8), named: name)
        #expect(
            entries.map(\.told) == [
                "\(name)#1 Army denies raid / \(Story.sentence("Tal Amin")) / From the hills they came. / From 2011 to 2024 rebels held it.",
                "\(name)#2: no mail: it does not begin with header lines; give the mail as it was saved (.eml), or its words as .txt",
                "\(name)#3 Army denies raid / \(Story.sentence("Amar"))",
            ])
        #expect(entries[0].bytes.map { String(decoding: $0, as: UTF8.self) }?.contains("\n>From the hills") == true)
    }

    @Test func `a mail over the limit is passed over, and the next one read`() {
        let long =
            "From a@example.org Fri Mar  8 08:00:00 2024\nSubject: Long\n\n" + String(repeating: String(repeating: "x", count: 99) + "\n", count: 50)
        let told = Intake(limit: 1000).told(long + "\n" + box, named: "a.mbox")
        #expect(
            told.count == 4 && told[0] == "a.mbox#1: 5016 bytes are over the limit of 1000 a document; cut it into documents, or raise --max-bytes")
        #expect(told[1].contains("Tal Amin") && told[3].contains("Amar"))
    }

    @Test func `an empty mailbox has no mail`() { #expect(Intake(form: .mbox).told("", named: "a") == []) }
}

extension Intake {
    fileprivate init(form: Form) { self.init(limits: Limits(), form: form) }
}
