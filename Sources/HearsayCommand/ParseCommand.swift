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

            Exit code: 0 all parsed; 1 some inputs could not be read (each is named on standard error, the rest was \
            parsed); 64 wrong use.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json, tree, bio }
    enum Tokens: String, ExpressibleByArgument, CaseIterable { case raw, given }

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Option(help: "conllu: ten columns; json: one object a sentence; tree: for people; bio: words and names.")
    var format: Format = .conllu

    @Option(help: "raw: find sentences and words; given: keep those of a CoNLL-U file.")
    var tokens: Tokens = .raw

    @Option(help: "A language model file instead of the one that comes with Hearsay.")
    var model: String?

    @Option(help: "Most bytes of one document.")
    var maxBytes = Intake.usualLimit

    @Flag(help: "Sentences and words alone: no tags, trees or names, and no model needed.")
    var words = false

    func validate() throws {
        if words, format == .bio { throw ValidationError("--format bio prints names, which --words leaves out; drop one of them") }
    }

    func run() throws {
        var printer = Printer(format: format, model: nil)
        if !words {
            do {
                printer.model = try LanguageModel(explicit: model)
            } catch {
                Console.complain("\(error)")
                throw ExitCode(1)
            }
        }
        switch tokens {
        case .given: try given(printer)
        case .raw: try raw(printer)
        }
    }

    private func given(_ printer: Printer) throws {
        let name = file == "-" ? "standard input" : file
        do {
            let handle = try file == "-" ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let data = try handle.readToEnd() ?? Data()
            let id = file == "-" ? "stdin" : URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let (document, sentences) = try CoNLLU.document(String(decoding: data, as: UTF8.self), id: id)
            printer.print(document, sentences)
        } catch let fault as CoNLLU.Fault {
            Console.complain("\(name):\(fault.line): \(fault.message); --tokens given needs CoNLL-U, drop it for plain text")
            throw ExitCode(1)
        } catch {
            Console.complain("\(name): cannot be read; give the path of a CoNLL-U file, or - for standard input")
            throw ExitCode(1)
        }
    }

    private func raw(_ printer: Printer) throws {
        let tokenizer = Tokenizer()
        var failures = 0
        for result in Intake(limit: maxBytes).documents(at: file) {
            switch result {
            case .success(let document): printer.print(document, tokenizer.sentences(of: document))
            case .failure(let error):
                failures += 1
                Console.complain("\(error)")
            }
        }
        if failures > 0 { throw ExitCode(1) }
    }
}

/// Writes parsed sentences in one of the formats.
private struct Printer {
    let format: ParseCommand.Format
    /// nil for words alone.
    var model: LanguageModel?

    /// Sentences that are parsed and printed at a time: a treebank need not be held as trees.
    private static let step = 256

    func print(_ document: Document, _ sentences: [Sentence]) {
        if format == .conllu { Console.write("# newdoc id = \(document.id)\n") }
        var number = 0
        var rest = sentences[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(Printer.step))
            rest = rest.dropFirst(Printer.step)
            var out = ""
            if let model {
                for parse in model.parse(some) {
                    number += 1
                    write(parse, number, document, to: &out)
                }
            } else {
                for sentence in some {
                    number += 1
                    write(sentence, number, document, to: &out)
                }
            }
            Console.write(out)
        }
    }

    private func write(_ parse: Parse, _ number: Int, _ document: Document, to out: inout String) {
        switch format {
        case .conllu: CoNLLU.write(parse, number: number, document: document, to: &out)
        case .json: out += parse.json(number: number, document: document).line + "\n"
        case .tree: TreePrinter.write(parse, document: document, to: &out)
        case .bio: BIO.write(parse, to: &out)
        }
    }

    private func write(_ sentence: Sentence, _ number: Int, _ document: Document, to out: inout String) {
        switch format {
        case .conllu, .bio: CoNLLU.write(sentence, number: number, document: document, to: &out)
        case .json: out += sentence.json(number: number, document: document).line + "\n"
        case .tree: TreePrinter.write(sentence, document: document, to: &out)
        }
    }
}
