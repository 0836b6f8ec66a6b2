import ArgumentParser
import HearsayIntake

/// What inputs are and what they may cost; the same for every command that takes documents.
struct IntakeOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: "The form of every input, whatever it looks like: \(Form.allCases.map(\.rawValue).joined(separator: ", ")).",
        transform: IntakeOptions.named)
    var form: Form?

    @Option(help: "Most bytes of one document; of a web page 5000000 if not given.")
    var maxBytes = Intake.usualLimit

    @Option(help: "Most bytes that one packed entry may unpack to.")
    var maxUnpacked = Limits().unpacked

    @Option(help: "Most bytes that a packed byte may unpack to.")
    var maxRatio = Limits().ratio

    @Option(help: "Most entries of one zip, parts of one mail.")
    var maxEntries = Limits().entries

    @Option(help: "Most archives or mails around a document.")
    var maxDepth = Limits().depth

    @Option(help: "Most XML elements around one another.")
    var maxLevels = Limits().levels

    @Option(help: "Most parts of a mail around one another.")
    var maxParts = Limits().parts

    @Option(help: "Most seconds for one PDF.")
    var maxSeconds = Limits().seconds

    func validate() throws {
        let all = [
            ("--max-bytes", maxBytes), ("--max-unpacked", maxUnpacked), ("--max-ratio", maxRatio), ("--max-entries", maxEntries),
            ("--max-depth", maxDepth), ("--max-levels", maxLevels), ("--max-parts", maxParts), ("--max-seconds", maxSeconds),
        ]
        if let (name, value) = all.first(where: { $0.1 < 1 || $0.1 > 1 << 40 }) {
            throw ValidationError("\(name) \(value) is out of range; give a number from 1 to \(1 << 40)")
        }
    }

    private static func named(_ word: String) throws -> Form {
        if let form = Form(rawValue: word.lowercased()) { return form }
        let forms = Form.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--as \(word): no such form; name one of \(forms)")
    }

    func intake(_ defaults: Intake.Defaults = .init()) -> Intake {
        var limits = Limits(document: maxBytes)
        limits.unpacked = maxUnpacked
        limits.ratio = maxRatio
        limits.entries = maxEntries
        limits.depth = maxDepth
        limits.levels = maxLevels
        limits.parts = maxParts
        limits.seconds = maxSeconds
        return Intake(limits: limits, defaults: defaults, form: form)
    }
}
