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

    @Test func `every type has three counter-examples`() {
        for type in Shipped.reader.codebook.types { #expect(type.examples.count { $0.none != nil } >= 3, "\(type.id)") }
    }

    @Test func `every pattern is shown by an example`() {
        let unused = Shipped.reader.codebook.patternsWithoutExample
        #expect(unused.isEmpty, "\(unused.map { "\($0.id) (\($0.origin))" }.joined(separator: ", "))")
    }
}
