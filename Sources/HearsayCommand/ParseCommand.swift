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
            Reads what `hearsay read` takes or, with --tokens given, CoNLL-U whose sentences, words, \
            comments and empty nodes are kept as they are; lemmas, tags, trees and names in it are replaced.

            The same bytes come out whatever the number of threads.

            Exit code: 0 all parsed; 1 some inputs could not be read (each is named on standard error, the rest was \
            parsed); 64 wrong use.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json, tree }
    enum Entities: String, ExpressibleByArgument, CaseIterable { case misc, bio, none }
    enum Tokens: String, ExpressibleByArgument, CaseIterable { case raw, given }

    @Argument(help: "A file, or - for standard input.")
    var file = "-"

    @Option(help: "conllu: ten columns; json: one object a sentence; tree: for people.")
    var format: Format = .conllu

    @Option(
        help: """
            misc: names in CoNLL-U's last column (NER=B-LOC), in JSON and trees at their words; bio: instead of trees, \
            words and names alone, two columns (B-LOC, I-LOC, O); none: no names.
            """)
    var entities: Entities = .misc

    @Option(help: "raw: find sentences and words; given: keep those of a CoNLL-U file.")
    var tokens: Tokens = .raw

    @OptionGroup var choice: ModelOption

    @OptionGroup var threads: ThreadsOption

    @OptionGroup var input: IntakeOptions
    @Flag(help: "Sentences and words alone: no tags, trees or names, and no model needed.")
    var words = false

    func validate() throws {
        if words, entities == .bio { throw ValidationError("--entities bio prints names, which --words leaves out; drop one of them") }
        if entities == .bio, format != .conllu {
            throw ValidationError("--entities bio prints two columns, --format \(format) another shape; drop one of them")
        }
    }

    func run() throws {
        var model: LanguageModel?
        if !words {
            do {
                model = try LanguageModel(explicit: choice.model)
            } catch {
                Console.complain("\(error)")
                throw ExitCode(1)
            }
        }
        let printer = ParsePrinter(
            format: format, entities: entities, model: model, threads: threads.count)
        defer { printer.finish() }
        switch tokens {
        case .given: try given(printer)
        case .raw: try raw(printer)
        }
    }

    private func given(_ printer: ParsePrinter) throws {
        let name = file == "-" ? "standard input" : file
        do {
            let handle = try file == "-" ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let data = try handle.readToEnd() ?? Data()
            let id = file == "-" ? "stdin" : URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            let (document, sentences, frames) = try CoNLLU.document(String(decoding: data, as: UTF8.self), id: id)
            printer.print(document, sentences, in: frames)
        } catch let fault as CoNLLU.Fault {
            Console.complain("\(name):\(fault.line): \(fault.message); --tokens given needs CoNLL-U, drop it for plain text")
            throw ExitCode(1)
        } catch {
            Console.complain("\(name): cannot be read; give the path of a CoNLL-U file, or - for standard input")
            throw ExitCode(1)
        }
    }

    private func raw(_ printer: ParsePrinter) throws {
        let tokenizer = Tokenizer()
        var failures = 0
        for result in input.intake().documents(at: file) {
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

/// The option that chooses the language model.
struct ModelOption: ParsableArguments {
    @Option(help: "A language model instead of the one that comes with Hearsay: a name in Models/ (careful) or a file's path.")
    var model: String?
}
