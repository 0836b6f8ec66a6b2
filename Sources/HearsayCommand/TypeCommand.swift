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
            are chosen among; Codebook/roots.yaml says under which root a claim goes.

            Exit code: 0 all lines typed; 1 some could not be read, each is named; 2 none could.
            """)

    @Argument(help: "A file of JSON Lines, or - for standard input.")
    var file: String

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
        let act = reader.type(sentence, source: party("source"), target: party("target"))
        members.removeAll { $0.key == "type" || $0.key == "why" }
        members.append(.init("type", .string(act.type)))
        members.append(
            .init(
                "why",
                .object([
                    .init("mode", act.mode.map { .string($0) } ?? .null), .init("words", act.words.map { .string($0) } ?? .null),
                    .init("by", act.pattern.map { .string($0) } ?? .null),
                    .init("steps", .array(act.steps.map { .string($0) })),
                ])))
        return .object(members)
    }
}
