import Foundation
import HearsayCodebook
import Testing

/// A codebook of one type in a folder of its own.
private func load(_ type: String, words: [String: String] = [:], more: [String: String] = [:]) throws -> Codebook {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-codebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    var files = more
    files["events/RAID.yaml"] = type
    for (name, list) in words { files["words/\(name).txt"] = list }
    for (name, text) in files {
        let file = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return try Codebook(directory: root.path)
}

private func message(_ type: String, words: [String: String] = [:], more: [String: String] = [:]) -> String {
    do {
        _ = try load(type, words: words, more: more)
        return "no error"
    } catch {
        return "\(error)"
    }
}

private let sound = """
    id: RAID
    means: A raid on cattle.
    not: A raid by police.
    modes:
      night: [night, dark]
    patterns:
      - id: raid.verb
        verb: [raid, rustle, "carry off"]
        mode: night
        with: {object: [cattle, "@herd"]}
      - {id: raid.noun, noun: ["cattle raid", "theft of cattle"], actor: [possessive, by], mutual: true, priority: 2}
    examples:
      - says: Herders raided cattle on Tuesday.
        gives: {by: raid.verb, actor: Herders}
      - says: Police raided a bar.
        none: Police raid for another end.

    """
private let herd = ["herd": "goat\n# not camels\nSheep\n\n"]

@Suite struct CodebookTests {
    // MARK: what is sound

    @Test func `a sound codebook is read`() throws {
        let codebook = try load(sound, words: herd)
        let type = try #require(codebook.type("RAID"))
        #expect(type.means == "A raid on cattle.")
        #expect(type.modes.map(\.name) == ["night"])
        #expect(type.patterns.map(\.id) == ["raid.verb", "raid.noun"])
        #expect(type.examples.map(\.says) == ["Herders raided cattle on Tuesday.", "Police raided a bar."])
    }
    @Test func `a phrase is a head and its companions`() throws {
        let codebook = try load(sound, words: herd)
        let carry = try #require(codebook.matches(.verb, head: "carry").first).entry
        #expect(carry.companions == ["off"])
        let raid = try #require(codebook.matches(.noun, head: "raid").first).entry
        #expect(raid.companions == ["cattle"])
        let theft = try #require(codebook.matches(.noun, head: "theft").first).entry
        #expect(theft.ofNoun == "cattle")
        #expect(codebook.matches(.verb, head: "cattle").isEmpty)
    }
    @Test func `a word list skips comments and blank lines, and minds no case`() throws {
        #expect(try load(sound, words: herd).lists["herd"] == ["goat", "sheep"])
    }
    @Test func `defaults are the manual's`() throws {
        let pattern = try #require(try load(sound, words: herd).type("RAID")?.patterns.first)
        #expect(pattern.actor == [.subject])
        #expect(pattern.recipient == [.object])
        #expect(!pattern.isMutual && pattern.priority == 0 && pattern.speaks && !pattern.isCue)
    }
    @Test func `a pattern that no example shows is found`() throws {
        #expect(try load(sound, words: herd).patternsWithoutExample.map(\.id) == ["raid.noun"])
    }
    @Test func `the reporting words may be left out`() throws {
        #expect(try load(sound, words: herd).attribution.groups.isEmpty)
    }

    // MARK: what is not, as whole texts

    @Test func `an unknown key of a type is named, with the nearest`() {
        #expect(
            message(sound.replacing("means:", with: "meens:"), words: herd)
                == "events/RAID.yaml:2:1: unknown key 'meens' in an event type; did you mean 'means'?")
    }
    @Test func `an unknown key of a pattern is named, with the nearest`() {
        #expect(
            message(sound.replacing("    mode: night", with: "    moda: night"), words: herd)
                == "events/RAID.yaml:9:5: unknown key 'moda' in a pattern; did you mean 'mode'?")
    }
    @Test func `an unknown key far from any is named alone`() {
        #expect(
            message(sound.replacing("    mode: night", with: "    weather: night"), words: herd)
                == "events/RAID.yaml:9:5: unknown key 'weather' in a pattern")
    }
    @Test func `an unknown key of an example is named`() {
        #expect(
            message(sound.replacing("    none:", with: "    nune:"), words: herd)
                == "events/RAID.yaml:16:5: unknown key 'nune' in an example; did you mean 'none'?")
    }
    @Test func `an unknown field of an expectation is named`() {
        #expect(
            message(sound.replacing("actor: Herders", with: "acter: Herders"), words: herd)
                == "events/RAID.yaml:14:28: unknown key 'acter' in gives; did you mean 'actor'?")
    }
    @Test func `an id that stands twice is named with where it stood first`() {
        #expect(
            message(sound.replacing("raid.noun", with: "raid.verb"), words: herd)
                == "events/RAID.yaml:11:5: pattern id 'raid.verb' stands already at events/RAID.yaml:7:5")
    }
    @Test func `an id of another file is no other's`() {
        let other = sound.replacing("id: RAID", with: "id: RAZZIA")
        #expect(
            message(sound, words: herd, more: ["events/RAZZIA.yaml": other])
                == "events/RAZZIA.yaml:7:5: pattern id 'raid.verb' stands already at events/RAID.yaml:7:5")
    }
    @Test func `a list that is not there is named`() {
        #expect(message(sound) == "events/RAID.yaml:10:20: no class or word list '@herd'; lists are the files of words/*.txt")
    }
    @Test func `a type must say what it means`() {
        #expect(
            message(sound.replacing("means: A raid on cattle.\n", with: ""), words: herd)
                == "events/RAID.yaml:1:1: event type 'RAID' needs 'means': one sentence that defines it")
    }
    @Test func `a type needs an id`() {
        #expect(message(sound.replacing("id: RAID\n", with: ""), words: herd) == "events/RAID.yaml:1:1: an event type needs an id")
    }
    @Test func `a mode that the type does not have is named, with the nearest`() {
        #expect(
            message(sound.replacing("    mode: night", with: "    mode: nigt"), words: herd)
                == "events/RAID.yaml:9:11: unknown mode 'nigt' in pattern 'raid.verb'; did you mean 'night'?")
    }
    @Test func `a harm that there is not is named with those there are`() {
        #expect(
            message(sound.replacing("    mode: night", with: "    harm: robbed"), words: herd)
                == "events/RAID.yaml:9:11: unknown harm 'robbed' in pattern 'raid.verb'; one of killed, injured, missing, captured, displaced")
    }
    @Test func `a pattern has one kind of word`() {
        #expect(
            message(sound.replacing("    mode: night", with: "    noun: [raid]"), words: herd)
                == "events/RAID.yaml:7:5: pattern 'raid.verb' needs exactly one of verb, noun, adjective")
    }
    @Test func `a pattern needs an id`() {
        #expect(message(sound.replacing("- id: raid.verb\n    verb:", with: "- verb:"), words: herd) == "events/RAID.yaml:7:5: a pattern needs an id")
    }
    @Test func `a priority is a whole number`() {
        #expect(
            message(sound.replacing("priority: 2", with: "priority: high"), words: herd)
                == "events/RAID.yaml:11:112: priority must be a whole number, not 'high'")
    }
    @Test func `a flag is true or false`() {
        #expect(
            message(sound.replacing("mutual: true", with: "mutual: maybe"), words: herd)
                == "events/RAID.yaml:11:96: mutual must be true or false, not 'maybe'")
    }
    @Test func `an example needs a sentence and an outcome`() {
        #expect(
            message(sound.replacing("- says: Police raided a bar.\n    none:", with: "- none:"), words: herd)
                == "events/RAID.yaml:15:5: an example needs 'says': a sentence")
        #expect(
            message(sound.replacing("    none: Police raid for another end.\n", with: ""), words: herd)
                == "events/RAID.yaml:15:5: an example needs 'gives' or 'none'")
    }
    @Test func `a folder without types is named`() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-codebook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        #expect { try Codebook(directory: root.path) } throws: {
            "\($0)" == "\(root.path): no event types in events/*.yaml; a codebook needs at least one"
        }
    }
    @Test func `a folder that is not there is named, with the way out`() {
        #expect { try Codebook(directory: "/nowhere/codebook") } throws: {
            "\($0)" == "/nowhere/codebook: no such codebook folder; name one with --codebook or set HEARSAY_DATA"
        }
    }
    @Test func `broken YAML is named by its file`() {
        #expect(message("id: [RAID\n").hasPrefix("events/RAID.yaml: not valid YAML: "))
        #expect(message("") == "events/RAID.yaml: not valid YAML: the file is empty")
    }

    // MARK: the shipped one

    @Test func `the shipped codebook is sound`() throws {
        let codebook = try Codebook(directory: Codebook.standardFolder())
        #expect(codebook.types.count == 16)
        for type in codebook.types { #expect(!type.not.isEmpty && !type.patterns.isEmpty, "\(type.id)") }
    }

    // MARK: contexts and confidence

    private static let context = """
        - id: market
          means: Where beasts are sold.
          words: ["@herd", cattle market]
          modes: [RAID/night]
          sectors: [CRM]
          examples:
            - {says: Bandits raided a cattle market., gives: {type: RAID}}
            - {says: Bandits raided a bank., none: no beasts}
        """

    private func contextMessage(_ old: String, _ new: String) -> String {
        message(sound, words: herd, more: ["contexts.yaml": Self.context.replacing(old, with: new)])
    }

    @Test func `a context is read with its phrases and lists`() throws {
        let context = try #require(try load(sound, words: herd, more: ["contexts.yaml": Self.context]).contexts.first)
        #expect(context.words == [["goat"], ["sheep"], ["cattle", "market"]])
        #expect(context.modes == ["RAID/night"] && context.sectors == ["CRM"] && context.examples.count == 2)
        #expect(try load(sound, words: herd).contexts.isEmpty)
    }
    @Test func `what is wrong with a context is named`() {
        #expect(contextMessage("words:", "werds:") == "contexts.yaml:3:3: unknown key 'werds' in a context; did you mean 'words'?")
        #expect(contextMessage("RAID/night", "RAID/nigth") == "contexts.yaml:4:10: unknown type or mode 'RAID/nigth'; did you mean 'RAID/night'?")
        #expect(contextMessage("[CRM]", "[CRN]") == "contexts.yaml:5:12: unknown sector 'CRN'; did you mean 'CRM'?")
        #expect(contextMessage("@herd", "@flock") == "contexts.yaml:3:10: no word list '@flock'; lists are the files of words/*.txt")
        #expect(
            contextMessage("none: no beasts", "gives: {type: RAID}")
                == "contexts.yaml:1:3: context 'market' needs an example that has it ('gives') and one that has it not ('none')")
    }
    @Test func `confidence is the logistic function of a field's base and signs, in hundredths`() throws {
        let codebook = try load(sound, words: herd, more: ["confidence.tsv": "# weights\ntype\tbase\t1.00\ntype\theadline\t-2.00\n"])
        #expect(codebook.confidence.share("type", []) == 0.73)
        #expect(codebook.confidence.share("type", ["headline", "unknown"]) == 0.27)
        #expect(codebook.confidence.share("place", []) == nil)
        #expect(
            message(sound, words: herd, more: ["confidence.tsv": "type base 1"])
                == "confidence.tsv:1: a line is a field, a sign and a weight, with tabs between")
    }
}
