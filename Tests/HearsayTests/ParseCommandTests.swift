import Foundation
import HearsayCore
import Testing

/// What CoNLL-U asks of a file, as https://universaldependencies.org/format.html has it; the first fault, or nil.
private func fault(inCoNLLU text: String) -> String? {
    guard text.hasSuffix("\n\n"), !text.contains("\n\n\n") else { return "sentences do not end in one blank line each" }
    var ids: Set<String> = []
    for sentence in text.dropLast(2).components(separatedBy: "\n\n") {
        let lines = sentence.components(separatedBy: "\n")
        let comments = lines.prefix { $0.hasPrefix("#") }
        func values(_ key: String) -> [String] { comments.filter { $0.hasPrefix("# \(key) = ") }.map { String($0.dropFirst(key.count + 5)) } }
        let (id, written) = (values("sent_id"), values("text"))
        guard id.count == 1, !id[0].contains(where: { $0.isWhitespace || $0 == "/" }), ids.insert(id[0]).inserted else {
            return "sent_id: \(sentence)"
        }
        guard written.count == 1 else { return "text: \(sentence)" }
        let rows = lines.dropFirst(comments.count).map { $0.components(separatedBy: "\t") }
        guard rows.allSatisfy({ $0.count == 10 && !$0.contains("") }) else { return "columns: \(sentence)" }
        if let fault = faultInTree(rows.filter { Int($0[0]) != nil }) ?? faultInText(rows, written[0]) { return "\(fault): \(sentence)" }
    }
    return nil
}

private func faultInTree(_ words: [[String]]) -> String? {
    guard words.map({ $0[0] }) == words.indices.map({ String($0 + 1) }) else { return "ids" }
    let heads = words.map { Int($0[6]) ?? -1 }
    guard heads.allSatisfy({ (0...words.count).contains($0) }), heads.count(where: { $0 == 0 }) == 1 else { return "heads" }
    for (word, head) in zip(words, heads) {
        guard UPOS(rawValue: word[3]) != nil else { return "tag \(word[3])" }
        guard (word[7] == "root") == (head == 0) else { return "root" }
        let features = word[5].split(separator: "|").map { $0.prefix { $0 != "=" }.lowercased() }
        guard word[5] == "_" || (features == features.sorted() && word[5].split(separator: "|").allSatisfy { $0.contains("=") }) else {
            return "features"
        }
        guard !word[9].contains(where: \.isWhitespace) else { return "misc" }
        var node = head
        for _ in words where node > 0 { node = heads[node - 1] }
        guard node == 0 else { return "circle" }
    }
    return nil
}

/// Tokens and SpaceAfter give the text; ranges stand in front of their first word, whose MISC says nothing of spaces.
private func faultInText(_ rows: [[String]], _ text: String) -> String? {
    // Scalars, not characters: a mark may be a word of its own.
    var rest = Array(text.unicodeScalars)[...]
    var (next, until) = (1, 0)
    for row in rows where !row[0].contains(".") {
        let glued = row[9].split(separator: "|").contains("SpaceAfter=No")
        if row[0].contains("-") {
            let ends = row[0].split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] == next, ends[1] > ends[0], next > until else { return "range \(row[0])" }
            until = ends[1]
        } else {
            next += 1
            if next - 1 <= until {
                guard !glued else { return "space inside a range" }
                continue
            }
        }
        let form = Array(row[1].unicodeScalars)
        guard rest.starts(with: form) else { return "text at \(row[1])" }
        rest = rest.dropFirst(form.count)
        guard rest.isEmpty || (rest.first?.properties.isWhitespace == true) != glued else { return "SpaceAfter of \(row[1])" }
        rest = rest.drop { $0.properties.isWhitespace }
    }
    return rest.isEmpty ? nil : "text behind the last word"
}

@Suite(.enabled(if: Tool.path != nil, Tool.missing)) struct ParseCommandTests {
    private let news = """
        Truce talks stall in Galmudug

        MOGADISHU, Somalia (AP) — Ahmed Karie Qoorqoor's envoys didn't come.  They can't, “not while Hobyo burns,” one said.

        It was 6 a.m.(local time); nobody'd slept… The UN's e-mail—sent to info@example.org—went unanswered.
        """

    private func parse(_ arguments: String..., input: String) throws -> Tool.Outcome {
        let outcome = try Tool.run(["parse"] + arguments, input: input)
        #expect(outcome.code == 0, "\(outcome)")
        return outcome
    }

    // MARK: CoNLL-U

    @Test func `raw text becomes sound CoNLL-U with paragraphs, ranges and names`() throws {
        let out = try parse(input: news).output
        #expect(fault(inCoNLLU: out) == nil, "\(fault(inCoNLLU: out) ?? "")")
        #expect(out.hasPrefix("# newdoc id = sha256:"))
        #expect(out.components(separatedBy: "# hearsay_model = careful-").count == 2)
        #expect(out.components(separatedBy: "# newpar\n").count == 4)
        #expect(out.contains("\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"))
        #expect(out.contains("NER=B-LOC|SpaceAfter=No"))
    }
    @Test func `an id with spaces and slashes makes sound ids of sentences`() throws {
        let folder = try Folder()
        let path = folder.write("a.json", #"{"id":"https://example.org/a b","text":"Rebels left. They came back."}"#)
        let outcome = try Tool.run("parse", path)
        #expect(fault(inCoNLLU: outcome.output) == nil, "\(outcome)")
        #expect(outcome.output.contains("# newdoc id = https://example.org/a b\n"))
        #expect(outcome.output.contains("# sent_id = https:__example.org_a_b-2\n"))
    }
    @Test func `strange signs keep it sound`() throws {
        let strange =
            "“Пашинян” and 北京 …  e\u{301}\u{302} 🇺🇦 | _ = x|y=z\u{A0}\u{2009}(#1)\n# not a comment\n\n" + String(repeating: "a, ", count: 600)
        let out = try parse(input: strange).output
        #expect(fault(inCoNLLU: out) == nil, "\(fault(inCoNLLU: out) ?? "")")
    }

    /// Comments, a range, an empty node, tags and a name of somebody else's.
    private let given = """
        # global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC
        # newdoc id = theirs
        # sent_id = theirs-7
        # text = Rebels didn't shell Saraqib.
        # note = kept
        1\tRebels\tx\tX\tNNS\tFoo=Bar\t2\tdep\t4:nsubj\tId=1|NER=B-THEIRS
        2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tAlign=2
        2\tdid\tx\tX\tVBD\t_\t0\troot\t4:aux\t_
        3\tn't\tx\tX\tRB\t_\t2\tdep\t4:advmod\t_
        4\tshell\tx\tX\tVB\t_\t2\tdep\t0:root\t_
        4.1\tagain\tagain\tADV\t_\t_\t_\t_\t4:advmod\tCopyOf=9
        5\tSaraqib\tx\tX\tNNP\t_\t2\tdep\t4:obj\tSpaceAfter=No|Ref=s
        6\t.\tx\tX\t.\t_\t2\tdep\t4:punct\t_

        1\tNobody\t_\t_\t_\t_\t_\t_\t_\t_
        2\tslept\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
        3\t.\t_\t_\t_\t_\t_\t_\t_\t_

        # the last word

        """

    @Test func `given sentences keep comments, ids, ranges, empty nodes and all that is not ours`() throws {
        let outcome = try parse("--tokens", "given", input: given)
        let model = try #require(outcome.lines.first { $0.hasPrefix("# hearsay_model = careful-") })
        let wanted = """
            # global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC
            # newdoc id = theirs
            \(model)
            # sent_id = theirs-7
            # text = Rebels didn't shell Saraqib.
            # note = kept
            1\tRebels\trebel\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t4:nsubj\tId=1
            2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tAlign=2
            2\tdid\tdo\tAUX\tVBD\tMood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin\t4\taux\t4:aux\t_
            3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_
            4\tshell\tshell\tVERB\tVB\tVerbForm=Inf\t0\troot\t0:root\t_
            4.1\tagain\tagain\tADV\t_\t_\t_\t_\t4:advmod\tCopyOf=9
            5\tSaraqib\tSaraqib\tPROPN\tNNP\tNumber=Sing\t4\tobj\t4:obj\tNER=B-LOC|SpaceAfter=No|Ref=s
            6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_

            # sent_id = stdin-2
            # text = Nobody slept.
            """
        // What the model says of the words is its own matter; the frame is ours.
        let ours = [2, 3, 5, 6, 7]
        func frame(_ text: String) -> [[String]] {
            text.components(separatedBy: "\n").map { line in
                line.components(separatedBy: "\t").enumerated().map {
                    ours.contains($0.offset) ? "" : $0.element.replacing(/NER=[BI]-[A-Z]+\|/, with: "").replacing(/NER=[BI]-[A-Z]+/, with: "_")
                }
            }
        }
        #expect(frame(outcome.output).starts(with: frame(wanted)), "\(outcome)")
        #expect(outcome.output.hasSuffix("\n\n# the last word\n"))
        #expect(!outcome.output.contains("Foo=Bar") && !outcome.output.contains("THEIRS"))
        #expect(fault(inCoNLLU: outcome.output.replacing("# the last word\n", with: "")) == nil)
    }
    @Test func `what was written is written again, byte for byte`() throws {
        let raw = try parse(input: news).output
        #expect(try parse("--tokens", "given", input: raw).output == raw)
        let given = try parse("--tokens", "given", input: given).output
        #expect(try parse("--tokens", "given", input: given).output == given)
        let words = try parse("--words", input: news).output
        #expect(try parse("--words", "--tokens", "given", input: raw).output == words)
    }
    @Test func `a range without its words is refused with its line`() throws {
        let outcome = try Tool.run("parse", "--tokens", "given", input: "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\t_\t_\t_\t_\t_\t_\t_\t_\n")
        #expect(outcome.code == 1)
        #expect(
            outcome.errors == "hearsay: standard input:3: the sentence ends inside a range; --tokens given needs CoNLL-U, drop it for plain text\n")
    }

    // MARK: Names

    @Test func `names are two columns where they are asked for`() throws {
        let out = try parse("--entities", "bio", input: "They left New York.\n").output
        #expect(out == "They\tO\nleft\tO\nNew\tB-LOC\nYork\tI-LOC\n.\tO\n\n", "\(out)")
    }
    @Test(arguments: ["conllu", "json", "tree"]) func `names are left out where nobody wants them`(format: String) throws {
        let with = try parse("--format", format, input: "They left New York.\n").output
        let without = try parse("--format", format, "--entities", "none", input: "They left New York.\n").output
        #expect(with.contains("LOC") && !without.contains("LOC"), "\(without)")
        #expect(try parse("--format", format, "--entities", "misc", input: "They left New York.\n").output == with)
    }
    @Test(arguments: [["--entities", "bio", "--format", "json"], ["--entities", "bio", "--words"], ["--entities", "iob"], ["--threads", "0"]])
    func `wrong use is exit code 64`(_ arguments: [String]) throws {
        #expect(try Tool.run(["parse"] + arguments, input: "x").code == 64)
    }

    // MARK: Threads and models

    @Test(arguments: [[], ["--format", "json"], ["--entities", "bio"], ["--format", "tree"], ["--words"]])
    func `the bytes do not depend on the number of threads`(_ arguments: [String]) throws {
        let folder = try Folder()
        let long = String(repeating: news.replacing("\n\n", with: " ") + " ", count: 60)
        let lines = (0..<40).map { #"{"id":"\#($0)","text":"Rebels number \#($0) left Hobyo. They came back, \#($0) men said."}"# }
        let path = folder.write("many.jsonl", (lines + [#"{"id":"long","text":\#(JSON.string(long).line)}"#] + lines).joined(separator: "\n"))
        let one = try Tool.run(["parse", path, "--threads", "1"] + arguments)
        #expect(one.code == 0 && one.output.contains("39 men") || one.output.contains("39"), "\(one)")
        for threads in ["2", "5"] { #expect(try Tool.run(["parse", path, "--threads", threads] + arguments).output == one.output) }
        #expect(try Tool.run(["parse", path] + arguments).output == one.output)
    }
    @Test func `a model by its name, and an unknown one`() throws {
        let usual = try parse(input: news).output
        #expect(try parse("--model", "careful", input: news).output == usual)
        let outcome = try Tool.run("parse", "--model", "carefull", input: news)
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("hearsay: there is no language model 'carefull'; give one of careful"), "\(outcome)")
        #expect(outcome.errors.hasSuffix(", or a file's path\n"), "\(outcome)")
    }
}
