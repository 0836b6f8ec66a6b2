import ArgumentParser
import Foundation
import HearsayCore
import HearsayIntake
import HearsayLanguage

/// `hearsay parse`: the language engine by itself.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Prints the sentences, words, trees and names of a text.",
        discussion: """
            Reads plain text, JSON documents (.json, .jsonl) or, with --tokens given, CoNLL-U whose sentences and words \
            are kept as they are.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json, tree, bio }
    enum Tokens: String, ExpressibleByArgument, CaseIterable { case raw, given }

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Option(help: "conllu: ten columns; json: one object a sentence; tree: for people; bio: words and names.")
    var format: Format = .conllu

    @Option(help: "raw: find sentences and words; given: keep those of a CoNLL-U file.")
    var tokens: Tokens = .raw

    func run() throws {
        switch tokens {
        case .given: try given()
        case .raw: try raw()
        }
    }

    private func given() throws {
        let data: Data
        do {
            data = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw ValidationError("\(file): cannot be read; give the path of a CoNLL-U file, or - for standard input")
        }
        do {
            let (document, sentences) = try CoNLLU.document(String(decoding: data, as: UTF8.self), id: name)
            print(document, sentences)
        } catch {
            throw ValidationError("\(file): \(error); --tokens given needs CoNLL-U")
        }
    }

    private func raw() throws {
        let tokenizer = Tokenizer()
        var failures = 0
        for result in Intake().documents(at: file) {
            switch result {
            case .success(let document): print(document, tokenizer.sentences(of: document))
            case .failure(let error):
                failures += 1
                FileHandle.standardError.write(Data("hearsay: \(error)\n".utf8))
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }

    private var name: String { file == "-" ? "stdin" : URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent }

    private func print(_ document: Document, _ sentences: [Sentence]) {
        var out = format == .conllu ? "# newdoc id = \(document.id)\n" : ""
        for (index, sentence) in sentences.enumerated() {
            switch format {
            case .conllu, .bio: CoNLLU.write(sentence, number: index + 1, document: document, to: &out)
            case .json: out += sentence.json(number: index + 1, document: document).line + "\n"
            case .tree: TreePrinter.write(sentence, document: document, to: &out)
            }
            if out.utf8.count > 1 << 20 { flush(&out) }
        }
        flush(&out)
    }

    private func flush(_ out: inout String) {
        FileHandle.standardOutput.write(Data(out.utf8))
        out = ""
    }
}
