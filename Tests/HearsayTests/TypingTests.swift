import Foundation
import Hearsay
import HearsayExtraction
import Testing

/// Which act a sentence tells of between two parties.
@Suite struct TypingTests {
    private func type(_ sentence: String, _ source: String, _ target: String) -> TypedAct {
        Shipped.reader.type(sentence, source: source, target: target)
    }

    @Test func `the claim between the parties is chosen among several`() {
        let sentence = "Ghana praised Togo after Benin attacked a village."
        #expect(type(sentence, "Ghana", "Togo").type == "SUPPORT")
        #expect(type(sentence, "Benin", "village").type == "ASSAULT")
    }
    @Test func `it says by which words, pattern and steps`() {
        let act = type("Chad accused Sudan of arming the rebels.", "Chad", "Sudan")
        #expect(act.words == "accused")
        #expect(act.pattern == "accuse.accuse")
        #expect(act.steps == ["typing.actor", "typing.recipient"])
    }
    @Test func `good will to come is agreement, ill will a threat, what will not be done a refusal`() {
        #expect(type("Norway will visit Sweden's camps next week.", "Norway", "Sweden").type == "AGREE")
        #expect(type("The army will shell the town.", "army", "town").type == "THREATEN")
        #expect(type("The rebels will not free the nurses.", "rebels", "nurses").type == "REJECT")
    }
    @Test func `what is threatened is told by the threat`() {
        #expect(type("Hezbollah threatened to attack Haifa.", "Hezbollah", "Haifa").type == "THREATEN")
    }
    @Test func `cooperation that is ended is sanction`() {
        #expect(type("Saudi Arabia stopped trading with Canada.", "Saudi Arabia", "Canada").type == "SANCTION")
    }
    @Test func `parties that the sentence does not name are left out of account`() {
        #expect(type("Rebels shelled Saraqib.", "somebody else", "").type == "ASSAULT")
        #expect(type("", "a", "b").pattern == nil)
    }
    @Test func `a sentence without a claim is typed by its mood`() {
        let act = type("Brussels will wait for Warsaw.", "Brussels", "Warsaw")
        #expect(act.type == "AGREE")
        #expect(act.steps.first == "typing.mood")
    }
    @Test func `nineteen in twenty of our own sentences come out right`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpus/acts.tsv").standardized
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
        let right = rows.count { row in
            let given = type(row[3], row[1], row[2]).type
            return (["CONCEDE", "RETREAT"].contains(given) ? "YIELD" : given) == row[0]
        }
        #expect(rows.count > 300)
        #expect(right * 20 >= rows.count * 19, "\(right) of \(rows.count)")
    }

    @Test func `all that was weighed can be had, the chosen claim first`() {
        let (act, evidence, vectors) = Shipped.reader.typeWithEvidence(
            "Ghana praised Togo after Benin attacked a village.", source: "Ghana", target: "Togo")
        #expect(evidence.candidates.map(\.root) == ["SUPPORT", "ASSAULT"])
        #expect(evidence.candidates.first?.pattern == act.pattern)
        #expect(evidence.path.map(\.lemma) == ["ghana", "praise", "togo"])
        #expect(evidence.path.map(\.direction) == [.up, .top, .down])
        #expect(evidence.lemmas.prefix(3) == ["SOURCE", "praise", "TARGET"])
        #expect(evidence.known.contains { $0.type == "SUPPORT" && $0.failures == 0 })
        #expect(vectors.map(\.part) == ["act", "path", "source", "target", "others"])
        #expect(vectors.allSatisfy { $0.vector.count == 384 })
    }
}
