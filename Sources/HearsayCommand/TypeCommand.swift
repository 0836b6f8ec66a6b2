import ArgumentParser
import Foundation
import Hearsay
import HearsayCore
import HearsayExtraction

/// `hearsay type`: which act a sentence tells of between two parties.
struct TypeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "type", abstract: "Says which PLOVER act a sentence tells of between two given parties.",
        discussion: """
            Reads JSON Lines with the keys sentence, source and target, and writes each line again with "type" and with "why": the mode, \
            the words, the pattern of the codebook and the steps of the choice. Other keys are kept. It is the reader's own claims that \
            are chosen among; Codebook/roots.yaml says under which root a claim goes. Vectors are means over the words of a part, in \
            hundredths, rounded.

            Exit code: 0 all lines typed; 1 some could not be read, each is named; 2 none could.
            """)

    @Argument(help: "A file of JSON Lines, or - for standard input.")
    var file: String

    @Flag(help: "Also write \"evidence\": every claim weighed, the way between the parties, the words, the network's vectors.")
    var evidence = false

    @OptionGroup var parts: ReaderOptions

    func run() throws {
        let reader = try parts.reader()
        guard let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file) else {
            Console.complain("\(file): no such file")
            throw ExitCode(2)
        }
        var typed = 0
        var failed = 0
        for (number, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { continue }
            do {
                Console.write(try answer(Array(line), reader).line + "\n")
                typed += 1
            } catch {
                failed += 1
                Console.complain("\(file):\(number + 1): \(error.why)")
            }
        }
        if failed > 0 { throw ExitCode(typed > 0 ? 1 : 2) }
    }

    private struct Fault: Error { let why: String }

    private func answer(_ line: [UInt8], _ reader: Reader) throws(Fault) -> JSON {
        let record: JSON
        do { record = try JSON(reading: line) } catch { throw Fault(why: "no JSON: \(error)") }
        guard case .object(var members) = record else { throw Fault(why: "not an object with the keys sentence, source, target") }
        guard case .string(let sentence)? = record["sentence"] else { throw Fault(why: "the key 'sentence' is missing or no string") }
        func party(_ key: String) -> String { if case .string(let words)? = record[key] { words } else { "" } }
        let weighed = evidence ? reader.typeWithEvidence(sentence, source: party("source"), target: party("target")) : nil
        let act = weighed?.act ?? reader.type(sentence, source: party("source"), target: party("target"))
        members.removeAll { ["type", "why", "evidence"].contains($0.key) }
        members.append(.init("type", .string(act.type)))
        members.append(
            .init(
                "why",
                .object([
                    .init("mode", act.mode.map { .string($0) } ?? .null), .init("words", act.words.map { .string($0) } ?? .null),
                    .init("by", act.pattern.map { .string($0) } ?? .null),
                    .init("steps", .array(act.steps.map { .string($0) })),
                ])))
        if let weighed { members.append(.init("evidence", weighed.evidence.json(vectors: weighed.vectors))) }
        return .object(members)
    }
}

extension TypingEvidence {
    fileprivate func json(vectors: [(part: String, vector: [Float])]) -> JSON {
        func words(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
        return .object([
            .init("candidates", .array(candidates.map(\.json))),
            .init(
                "path",
                .array(
                    path.map { step in
                        .object([
                            .init("lemma", .string(step.lemma)), .init("tag", .string(step.tag)), .init("relation", .string(step.relation)),
                            .init("direction", .string(step.direction.rawValue)),
                        ])
                    })),
            .init(
                "known",
                .array(
                    known.map { .object([.init("by", .string($0.pattern)), .init("type", .string($0.type)), .init("failed", .int($0.failures))]) })),
            .init("lemmas", words(lemmas)),
            .init(
                "vectors",
                .object(vectors.map { .init($0.part, .array($0.vector.map { .int(Int(($0 * 100).rounded())) })) })),
        ])
    }
}

extension TypingEvidence.Candidate {
    fileprivate var json: JSON {
        func words(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
        return .object([
            .init("type", .string(type)), .init("root", .string(root)), .init("mode", mode.map { .string($0) } ?? .null),
            .init("status", .string(status)), .init("by", .string(pattern)), .init("lemma", .string(lemma)), .init("points", .double(points)),
            .init("steps", words(steps)), .init("told", words(told)), .init("inner", words(inner)),
        ])
    }
}
