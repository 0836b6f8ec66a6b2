import HearsayCore
import Testing

private func blocks(_ string: String, title: String? = nil) -> [String] {
    let text = Text(string)
    return Block.paragraphs(of: text, title: title).map { block in
        "\(block.role.rawValue): " + text[block.span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

@Suite struct `Blocks` {
    @Test func `headline, standfirst, body and subheading are told apart`() {
        #expect(
            blocks("Army Denies Raid\nVillagers speak of six dead\n\nThe army denied it.\nTalks stall\nNobody knew.")
                == [
                    "headline: Army Denies Raid", "standfirst: Villagers speak of six dead", "body: The army denied it.",
                    "subheading: Talks stall", "body: Nobody knew.",
                ])
    }

    @Test func `hard-wrapped lines are one paragraph`() {
        let text = """
               KABUL, 3 MAR 90 (AGENCY) -- THE GOVERNMENT OF THE NORTHERN PROVINCE SAID
            TODAY THAT FOUR MEN WERE KILLED IN AN ATTACK ON A POST NEAR THE BORDER, AND
            THAT THE ATTACKERS FLED INTO THE HILLS.

               THE MINISTER ADDED THAT NOBODY HAD BEEN ARRESTED, AND THAT THE SEARCH FOR
            THE ATTACKERS WOULD GO ON FOR AS LONG AS IT TOOK TO FIND EVERY ONE OF THEM
            IN THE DISTRICT.
               A SPOKESMAN OF THE REBELS DENIED IT, AND SAID THAT NONE OF THEIR MEN WERE
            IN THE AREA ON THAT DAY OR ON THE DAYS BEFORE.
            """
        let found = blocks(text)
        #expect(found.count == 3)
        #expect(found.first?.hasSuffix("INTO THE HILLS.") == true)
        #expect(found.allSatisfy { $0.hasPrefix("body: ") })
    }

    @Test func `lines of one sentence each are paragraphs, however alike in length`() {
        let line = "The ministry of the northern republic said on Monday that it knew of nothing."
        #expect(blocks([line, line, line, line].joined(separator: "\n")).count == 4)
    }

    @Test(arguments: ["", " ", "\n \n\t\n", "\u{2028}"]) func `no words, no blocks`(text: String) {
        #expect(blocks(text).isEmpty)
    }
}

@Suite struct `Datelines` {
    @Test(arguments: [
        ("KABUL, Afghanistan (AP) _ Two men died.", "KABUL, Afghanistan (AP) _", "KABUL", "AP"),
        ("BEIRUT (Reuters) - Two men died.", "BEIRUT (Reuters) -", "BEIRUT", "Reuters"),
        ("WASHINGTON, August 13 (Xinhua) -- Two men died.", "WASHINGTON, August 13 (Xinhua) --", "WASHINGTON", "Xinhua"),
        ("KYIV, Ukraine — Two men died.", "KYIV, Ukraine —", "KYIV", nil),
        ("KABUL, Afghanistan (September 6, 2011) – Two men died.", "KABUL, Afghanistan (September 6, 2011) –", "KABUL", nil),
        ("SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- Two men died.", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) --", "SAN SALVADOR", "ACAN-EFE"),
    ]) func `give place and agency`(text: String, span: String, place: String, agency: String?) {
        let document = Document(id: "x", text: Text(text))
        #expect(document.dateline.map { document.text[$0.span] } == span)
        #expect(document.dateline?.place.map { document.text[$0] } == place)
        #expect(document.dateline?.agency == agency)
    }

    @Test(arguments: [
        "The army (AP) - no.", "Two men – both rebels – died.", "On Monday the army said so.", "", "—", "Army Denies Raid — Again",
        "NATO said on Monday that it - and nobody else - knew.",
    ]) func `are not seen where none is`(text: String) {
        #expect(Document(id: "x", text: Text(text)).dateline == nil)
    }
}
