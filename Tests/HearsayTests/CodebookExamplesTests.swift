import Hearsay
import HearsayCodebook
import Testing

/// An example of the shipped codebook, under its own sentence.
struct CodebookExample: Sendable, CustomTestStringConvertible {
    let type: EventType
    let example: Example
    var testDescription: String { "\(type.id): \(example.says)" }

    static let all: [CodebookExample] = Shipped.reader.codebook.types.flatMap { type in
        type.examples.map { CodebookExample(type: type, example: $0) }
    }
}

@Suite struct CodebookExamplesTests {
    private static let checker = CodebookChecker(Shipped.reader)

    @Test(arguments: CodebookExample.all) func `an example of the codebook comes out as written`(_ shown: CodebookExample) {
        let outcome = Self.checker.check(shown.example, of: shown.type)
        switch outcome.verdict {
        case .passes, .known: break
        case .fails: Issue.record("\(shown.example.origin): \(shown.example.says)\n\(outcome.message)")
        case .mended: Issue.record("\(shown.example.origin): \(shown.example.says)\nnow comes out as written: take out 'known'")
        }
    }

    @Test func `the examples of every context come out as written`() {
        for context in Shipped.reader.codebook.contexts {
            for outcome in Self.checker.check(context) where ![.passes, .known].contains(outcome.verdict) {
                Issue.record("\(outcome.example.origin): \(outcome.example.says)\n\(outcome.verdict) \(outcome.message)")
            }
        }
    }

    @Test func `the contexts are PLOVER's`() {
        let contexts: Set = [
            "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy",
            "economic",
            "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
            "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment",
            "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
        ]
        #expect(Set(Shipped.reader.codebook.contexts.map(\.id)) == contexts)
    }

    @Test func `every type has three counter-examples`() {
        for type in Shipped.reader.codebook.types { #expect(type.examples.count { $0.none != nil } >= 3, "\(type.id)") }
    }

    @Test func `every pattern is shown by an example`() {
        let unused = Shipped.reader.codebook.patternsWithoutExample
        #expect(unused.isEmpty, "\(unused.map { "\($0.id) (\($0.origin))" }.joined(separator: ", "))")
    }
}
