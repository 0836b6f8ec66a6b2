import HearsayCore
import HearsayIntake
import Testing

func read(_ text: String, name: String = "story.txt") throws -> Document {
    try read(bytes: Array(text.utf8), name: name)
}

func read(bytes: [UInt8], name: String = "story.txt") throws -> Document {
    try #require(Intake().documents(in: bytes, named: name).first).get()
}

@Suite struct `Plain text` {
    @Test func `a copied page becomes its article, a paragraph a line`() throws {
        let document = try read(
            """
            Army Denies Raid on Northern Town

            Villagers speak of six dead


            The army denied\u{A0}it had raided the town.  
            \tTwo men “fled,” a witness said.

            Related Articles

            Talks stall again

            Back to top button
            """)
        #expect(
            document.text.string == """
                Army Denies Raid on Northern Town
                Villagers speak of six dead
                The army denied it had raided the town.
                Two men “fled,” a witness said.
                """)
        #expect(document.title == "Army Denies Raid on Northern Town")
        #expect(document.blocks.map(\.role) == [.headline, .standfirst, .body, .body])
        #expect(document.language == "en")
    }

    @Test(arguments: [
        "Advertisement", "Read more", "Most read", "Share this", "Sign up to our daily newsletter", "Follow us on Telegram",
        "© 2023 Example News. All rights reserved.", "Read more: Talks stall again", "BACK TO TOP", "Related articles:", "→ Share",
    ]) func `furniture lines are dropped`(line: String) throws {
        let document = try read("The army denied the raid.\n\(line)\nTwo men died, a witness said.")
        #expect(document.text.string == "The army denied the raid.\nTwo men died, a witness said.")
    }

    @Test(arguments: [
        "Follow us, the rebels told them, and they did.", "Share prices fell.", "The sign said Back to top.",
        "Home to two million people, the city fell on Monday.", "“Read more about us,” he said, “and you will join our fight.”",
        "Trending upwards, the toll reached 40.", "Close the border, he said.", "recommended", "Watch out, she said.",
        "Copyright law was suspended when the army took over the ministry on Monday.",
    ]) func `sentences that only begin like furniture stay`(line: String) throws {
        let document = try read("The army denied the raid.\n\(line)\nTwo men died, a witness said.")
        #expect(document.text.string.split(separator: "\n").contains(Substring(line)))
    }

    @Test(arguments: [
        "Nobody was hurt.Related Articles", "Nobody was hurt. Related Articles Back to top button", "Nobody was hurt.Read more",
        "Nobody was hurt. All rights reserved", "Nobody was hurt. All rights reserved.",
    ]) func `furniture glued to the last sentence is cut off`(line: String) throws {
        #expect(try read("The army denied it.\n\(line)").text.string == "The army denied it.\nNobody was hurt.")
    }

    @Test func `a sentence may end with the words of a button`() throws {
        #expect(try read("He wrote a book called Read more").text.string == "He wrote a book called Read more")
    }

    @Test func `a page of nothing but furniture stays as it is`() throws {
        #expect(try read("Home\nMenu").text.string == "Home\nMenu")
    }

    @Test func `hard wraps are joined`() throws {
        let document = try read(
            """
            The ministry of defence of the northern republic said on Monday that its
            forces had withdrawn from the three border villages which they had held
            since the spring. Nobody was hurt in the operation, the ministry said.

            The rebels denied that anybody had withdrawn, and said that their men were
            still in the villages.
            """)
        #expect(document.text.string.split(separator: "\n").count == 2)
        #expect(document.text.string.contains("said on Monday that its forces had"))
    }

    @Test func `without a body the only line is no headline`() throws {
        #expect(try read("Army denies raid").title == nil)
    }

    @Test func `a dateline is no headline`() throws {
        let document = try read("KABUL, Afghanistan (AP) _\nTwo men died on Monday.\nThe army denied it.")
        #expect(document.title == nil)
        #expect(document.dateline?.agency == "AP")
    }

    @Test func `the same text has the same name, another text another`() throws {
        let one = try read("The army denied it.\r\n\r\nNobody died.")
        #expect(one.id == "sha256:" + SHA256.hex("The army denied it.\nNobody died.".utf8))
        #expect(try read("The army denied it.\nNobody died.\n").id == one.id)
        #expect(try read("The army denied it.\nNobody lived.").id != one.id)
    }

    @Test(arguments: [
        ("Die Armee bestritt am Montag, dass ihre Soldaten das Dorf im Norden des Landes beschossen haben, und sprach von Lügen.", nil),
        ("Армия опровергла сообщения об обстреле деревни на севере страны, сообщило министерство обороны.", nil),
        ("L'armée a démenti lundi avoir bombardé le village dans le nord du pays, selon le ministère de la défense.", nil),
        ("THE ARMY DENIED ON MONDAY THAT ITS MEN HAD SHELLED THE VILLAGE IN THE NORTH OF THE COUNTRY.", "en"),
        ("Army denies raid", "en"), ("军队否认了这次袭击。", nil), ("12345 67890", nil),
    ]) func `English is told from other languages`(text: String, language: String?) throws {
        #expect(try read(text).language == language)
    }
}

@Suite struct `Bytes` {
    @Test func `a byte-order mark is dropped`() throws {
        #expect(try read(bytes: [0xEF, 0xBB, 0xBF] + Array("No.".utf8)).text.string == "No.")
        #expect(try read(bytes: [0xFF, 0xFE, 0x4E, 0, 0x6F, 0, 0x2E, 0]).text.string == "No.")
        #expect(try read(bytes: [0xFE, 0xFF, 0, 0x4E, 0, 0x6F, 0, 0x2E]).text.string == "No.")
    }

    @Test func `windows-1252 is recognised`() throws {
        let bytes = [0x93] + Array("We won".utf8) + [0x92] + Array("t,".utf8) + [0x94] + Array(" said P".utf8) + [0xE9] + Array("rez.".utf8)
        #expect(try read(bytes: bytes).text.string == "“We won’t,” said Pérez.")
    }

    @Test func `broken UTF-8 is repaired`() throws {
        #expect(try read(bytes: Array("“No,” he sai".utf8) + [0xE2, 0x80] + Array("d.".utf8)).text.string == "“No,” he sai\u{FFFD}d.")
    }

    @Test func `NULs and carriage returns go`() throws {
        #expect(try read("The\u{0} army\r\ndenied\rit.").text.string == "The army\ndenied\nit.")
    }

    @Test func `random bytes never trap, whatever the name`() {
        var state: UInt64 = 99
        for round in 0..<2000 {
            var bytes: [UInt8] = []
            for _ in 0..<(round % 90) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte = UInt8(truncatingIfNeeded: state >> 33)
                bytes.append(round % 3 == 0 ? byte : Array("{}[]\":,\\u09ad tn\n.-".utf8)[Int(byte) % 19])
            }
            for name in ["a.txt", "a.json", "a.jsonl", "-"] {
                for result in Intake().documents(in: bytes, named: name) {
                    guard case .success(let document) = result else { continue }
                    #expect(document.blocks.allSatisfy { $0.span.end <= document.text.count && !$0.span.isEmpty })
                }
            }
        }
    }
}
