import HearsayCore
import HearsayLanguage
import Testing

/// A small tree of our own: "Rebels didn't shell Saraqib." with one name.
func sampleParse() -> (Document, Parse) {
    let text = Text("Rebels didn't shell Saraqib.")
    let document = Document(id: "sample", text: text)
    func token(_ form: String, _ start: Int, _ lemma: String, _ upos: UPOS, _ head: Int, _ relation: String, _ features: String = "") -> Token {
        Token(
            form: form, span: Span(start, start + form.unicodeScalars.count), lemma: lemma, upos: upos, features: features,
            head: head, relation: relation)
    }
    let tokens = [
        token("Rebels", 0, "rebel", .NOUN, 3, "nsubj", "Number=Plur"), token("did", 7, "do", .AUX, 3, "aux"),
        token("n't", 10, "not", .PART, 3, "advmod"), token("shell", 14, "shell", .VERB, -1, "root"),
        token("Saraqib", 20, "Saraqib", .PROPN, 3, "obj"), token(".", 27, ".", .PUNCT, 3, "punct"),
    ]
    return (
        document,
        Parse(span: Span(0, 28), block: 0, tokens: tokens, multiwords: [1..<3], entities: [Entity(.LOC, 4..<5)])
    )
}

@Suite struct `CoNLL-U` {
    @Test func `a tree is written with ten columns, its text and its multiword tokens`() {
        let (document, parse) = sampleParse()
        var out = ""
        CoNLLU.write(parse, number: 1, document: document, to: &out)
        #expect(
            out == """
                # sent_id = sample-1
                # text = Rebels didn't shell Saraqib.
                1\tRebels\trebel\tNOUN\t_\tNumber=Plur\t4\tnsubj\t_\t_
                2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
                2\tdid\tdo\tAUX\t_\t_\t4\taux\t_\t_
                3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
                4\tshell\tshell\tVERB\t_\t_\t0\troot\t_\t_
                5\tSaraqib\tSaraqib\tPROPN\t_\t_\t4\tobj\t_\tNER=B-LOC|SpaceAfter=No
                6\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_


                """)
    }

    @Test func `what was written is read again with the same sentences and words`() throws {
        let text = Text("“We can't,” Gen. Li said.\nTwo of Baku's men died — both at 6 a.m. Nobody knew.")
        let document = Document(id: "again", text: text)
        let sentences = Tokenizer().sentences(of: document)
        var out = ""
        for (index, sentence) in sentences.enumerated() {
            CoNLLU.write(sentence, number: index + 1, document: document, to: &out)
        }
        let (copy, read, _) = try CoNLLU.document(out, id: "again")
        #expect(read.map { $0.words.map(\.form) } == sentences.map { $0.words.map(\.form) })
        #expect(read.map(\.multiwords) == sentences.map(\.multiwords))
        #expect(read.allSatisfy { $0.words.allSatisfy { copy.text[$0.span] == $0.form } })
        #expect(read.map { copy.text[$0.span] } == sentences.map { document.text[$0.span] })
    }

    @Test func `a multiword token that is written otherwise lends its span to all its words`() throws {
        let (document, sentences, _) = try CoNLLU.document(
            "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n2\tle\t_\t_\t_\t_\t_\t_\t_\t_\n", id: "x")
        #expect(document.text.string == "du\n")
        #expect(sentences[0].words.map(\.span) == [Span(0, 2), Span(0, 2)])
    }

    @Test func `empty nodes are no words`() throws {
        let (_, sentences, _) = try CoNLLU.document(
            "# newdoc\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1.1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n2\tc\t_\t_\t_\t_\t_\t_\t_\t_", id: "x")
        #expect(sentences.map { $0.words.map(\.form) } == [["a", "c"]])
    }

    @Test(arguments: [
        ("1\ta\t_\n", "line 1: 3 columns where ten belong"),
        ("\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 2: word '2' where 1 belongs"),
        ("3-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: a range '3-1' that does not begin at the next word"),
        ("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "line 3: the sentence ends inside a range"),
        ("1-99999999999999999999\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "line 1: a range '1-99999999999999999999' that does not begin at the next word"),
    ]) func `a broken file is refused with its line`(text: String, fault: String) {
        let error = #expect(throws: CoNLLU.Fault.self) { try CoNLLU.document(text, id: "x") }
        #expect(error?.description == fault)
    }
}

@Suite struct `Other formats` {
    @Test func `a tree for people hangs each word under its head`() {
        let (document, parse) = sampleParse()
        var out = ""
        TreePrinter.write(parse, document: document, to: &out)
        #expect(
            out == """
                Rebels didn't shell Saraqib.
                ● shell  VERB  root
                ├─ Rebels  NOUN  nsubj
                ├─ did  AUX  aux
                ├─ n't  PART  advmod
                ├─ Saraqib  PROPN  obj  [LOC]
                ╰─ .  PUNCT  punct


                """)
    }

    @Test func `a tree deeper than the stack is printed all the same`() {
        let count = 50_000
        let tokens = (0..<count).map {
            Token(form: "a", span: Span($0, $0 + 1), lemma: "a", upos: .X, head: $0 - 1, relation: "dep")
        }
        let document = Document(id: "deep", text: Text(String(repeating: "a", count: count)))
        var out = ""
        TreePrinter.write(Parse(span: Span(0, count), block: 0, tokens: tokens), document: document, to: &out)
        #expect(out.split(separator: "\n").count == count + 1)
    }

    @Test func `names are two columns`() {
        var out = ""
        BIO.write(sampleParse().1, to: &out)
        #expect(out == "Rebels\tO\ndid\tO\nn't\tO\nshell\tO\nSaraqib\tB-LOC\n.\tO\n\n")
    }

    @Test func `JSON holds spans, heads from 0 and names`() {
        let (document, parse) = sampleParse()
        let json = parse.json(number: 1, document: document)
        #expect(json["text"] == .string("Rebels didn't shell Saraqib."))
        #expect(json["multiwords"] == .array([.array([.int(1), .int(3)])]))
        #expect(
            json["entities"]?.line
                == #"[{"kind":"LOC","first":4,"after":5,"start":20,"end":27,"text":"Saraqib"}]"#)
        #expect(json.line.contains(#"{"form":"shell","start":14,"end":19,"lemma":"shell","upos":"VERB","features":"","head":-1,"relation":"root"}"#))
    }
}
