import HearsayCore
import Testing

@testable import HearsayLanguage

/// Words of a text with "|" between them and "+" inside multiword tokens, sentences with " // " between them.
func cut(_ text: String, title: String? = nil) -> String {
    let document = Document(id: "test", title: title, text: Text(text))
    return Tokenizer().sentences(of: document).map { sentence in
        sentence.words.indices.map { index in
            let isContinued = sentence.multiwords.contains { $0.dropFirst().contains(index) }
            return (index == 0 ? "" : isContinued ? "+" : "|") + sentence.words[index].form
        }.joined()
    }.joined(separator: " // ")
}

@Suite struct `Words` {
    @Test(arguments: [
        ("Baku's forces didn't stop.", "Baku+'s|forces|did+n't|stop|."),
        ("Baku’s forces didn’t stop.", "Baku+’s|forces|did+n’t|stop|."),
        ("THEY DON'T FIRE.", "THEY|DO+N'T|FIRE|."),
        ("They cannot hold it; we'll see, they've said.", "They|can+not|hold|it|;|we+'ll|see|,|they+'ve|said|."),
        ("the rebels' camp", "the|rebels+'|camp"),
        ("Da'esh and O'Brien fought in the 1990's.", "Da'esh|and|O'Brien|fought|in|the|1990's|."),
    ]) func `clitics are words of their own`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("US-led raids", "US|-|led|raids"), ("a pro-Russian e-mail", "a|pro-Russian|e-mail"),
        ("Nagorno-Karabakh", "Nagorno|-|Karabakh"), ("a 12-year-old", "a|12|-|year|-|old"),
        ("call 555-0147", "call|555-0147"), ("from 1988-1994", "from|1988|-|1994"),
        ("the dead -- all men --", "the|dead|--|all|men|--"), ("war—again", "war|—|again"),
    ]) func `hyphens split compounds but no prefixes`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("1,500 men, 2,300,000 refugees", "1,500|men|,|2,300,000|refugees"), ("$5.2bn and 3.5%", "$|5.2|bn|and|3.5|%"),
        ("at 10:35 a.m. on 9/11", "at|10:35|a.m.|on|9/11"), ("155mm shells, the 20th brigade", "155|mm|shells|,|the|20th|brigade"),
        ("notes 13,14", "notes|13|,|14"), ("a T-72 and an F-16", "a|T|-|72|and|an|F|-|16"), ("10,00,000 rupees", "10,00,000|rupees"),
    ]) func `numbers stay whole and measures stand apart`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("Gen. Li met Lt. Col. Ray and J. Doe.", "Gen.|Li|met|Lt.|Col.|Ray|and|J.|Doe|."),
        ("He left the U.S. on Sept. 3.", "He|left|the|U.S.|on|Sept.|3|."),
        ("No. 4 said no.", "No.|4|said|no|."), ("Acme Corp. of St. Ives", "Acme|Corp.|of|St.|Ives"),
    ]) func `abbreviations keep their period`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("see https://example.org/a-b?c=d.", "see|https://example.org/a-b?c=d|."),
        ("(write to desk@example.org)", "(|write|to|desk@example.org|)"), ("on www.example.com, too", "on|www.example.com|,|too"),
        ("via example.org/news today", "via|example.org/news|today"),
    ]) func `addresses stay whole`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("“Stop,” she said...", "“|Stop|,|”|she|said|..."), ("``Stop,'' he said", "``|Stop|,|''|he|said"),
        ("\"Why?!\" (Laughter.)", "\"|Why|?!|\"|(|Laughter|.|)"), ("AT&T and/or us", "AT&T|and|/|or|us"),
        ("(AP)_ Some", "(|AP|)|_|Some"), ("[...] he said", "[...]|he|said"),
    ]) func `signs are words`(text: String, words: String) {
        #expect(cut(text).replacing(" // ", with: "|") == words)
    }

    @Test func `marks and joiners stay with what they stand on`() {
        #expect(cut("Pe\u{301}rez ❤️ 👩‍👩‍👧") == "Pe\u{301}rez|❤️|👩‍👩‍👧")
    }
}

@Suite struct `Sentences` {
    @Test(arguments: [
        ("Rebels shelled the town. Two died.", 2), ("Gen. Li spoke in the U.S. on Monday. He left.", 2),
        ("“We will not stop.” He left.", 2), ("\"We will not stop,\" he said. \"Never.\"", 2),
        ("He met Lt. Col. John A. Ray of Acme Inc. in St. Ives.", 1), ("It rose by 3.5 percent. In May it fell.", 2),
        ("Who fired first? Nobody knows!", 2), ("The blast came at 6 a.m. Sunday near No. 4 Street.", 1),
        ("(The army denied it.) The rebels did not.", 2),
    ]) func `end where a reader would end them`(text: String, count: Int) {
        #expect(cut(text).components(of: " // ") == count)
    }

    @Test func `a stop without its space ends one all the same`() {
        #expect(cut("The raid on the town failed.The army left.") == "The|raid|on|the|town|failed|. // The|army|left|.")
        #expect(cut("He lost an eye.“They came at night,” he said.").hasPrefix("He|lost|an|eye|. // “|They"))
    }

    @Test func `a quote that closes behind the stop belongs to its sentence`() {
        #expect(cut("“They fled.” Others stayed.") == "“|They|fled|.|” // Others|stayed|.")
        #expect(cut("\"They fled.\" Others stayed.") == "\"|They|fled|.|\" // Others|stayed|.")
    }

    @Test func `a block ends its sentence without a stop`() {
        #expect(cut("Army Denies Raid\nThe army denied it.") == "Army|Denies|Raid // The|army|denied|it|.")
    }

    @Test func `a dateline stands alone`() {
        #expect(cut("KABUL, Afghanistan (AP)_ Some 20 men fled.") == "KABUL|,|Afghanistan|(|AP|)|_ // Some|20|men|fled|.")
        #expect(cut("GENEVA (Reuters) - Talks began.") == "GENEVA|(|Reuters|)|- // Talks|began|.")
    }

    @Test func `a wire in capitals is cut as any other`() {
        #expect(
            cut("THE ARMY SHELLED THE TOWN ON MONDAY. GEN. LI DENIED IT. TWO DIED.")
                == "THE|ARMY|SHELLED|THE|TOWN|ON|MONDAY|. // GEN.|LI|DENIED|IT|. // TWO|DIED|.")
    }

    @Test func `a hard line break does not end one`() {
        let text = """
            The ministry of defence of the northern republic said on Monday that its
            forces had withdrawn from the three border villages which they had held
            since the spring. Nobody was hurt in the operation, the ministry said in
            a short statement.
            """
        #expect(cut(text).components(of: " // ") == 2)
    }

    @Test func `none is longer than the limit`() {
        let text = Text(String(repeating: "word ", count: 1000))
        let sentences = Tokenizer().sentences(of: Document(id: "t", text: text))
        #expect(sentences.allSatisfy { $0.words.count <= Tokenizer.longestSentence })
        #expect(sentences.reduce(0) { $0 + $1.words.count } == 1000)
    }
}

extension String {
    fileprivate func components(of separator: String) -> Int { split(separator: separator).count }
}
