import Foundation
import HearsayCore
import HearsayLanguage

/// Parses sentences on several threads and prints them in the order in which they were given.
struct ParsePrinter {
    /// Sentences that one thread parses at a time: enough to fill a batch of the network several times over, few enough that
    /// a treebank need not be held as trees.
    private static let step = 64

    private let writer: ParseWriter
    private let jobs: OrderedJobs<Printout>

    /// - Parameter model: nil for words alone.
    init(format: ParseCommand.Format, entities: ParseCommand.Entities, model: LanguageModel?, threads: Int) {
        writer = ParseWriter(format: format, entities: entities, model: model)
        jobs = OrderedJobs(threads: threads) { $0.print() }
    }

    /// - Parameter frames: for sentences of a CoNLL-U file, the lines that they stood in.
    func print(_ document: Document, _ sentences: [Sentence], in frames: [CoNLLU.Frame] = []) {
        var start = 0
        repeat {
            let end = min(start + Self.step, sentences.count)
            let job = ParseWriter.Job(document: document, sentences: sentences, range: start..<end, frames: frames)
            jobs.add { [writer] in Printout(text: writer.text(of: job)) }
            start = end
        } while start < sentences.count
    }

    /// Returns when everything is printed.
    func finish() { jobs.finish() }
}

/// Writes parsed sentences in one of the formats.
private struct ParseWriter: Sendable {
    /// Some sentences of a document.
    struct Job: Sendable {
        let document: Document
        let sentences: [Sentence]
        let range: Range<Int>
        let frames: [CoNLLU.Frame]
    }

    let format: ParseCommand.Format
    let entities: ParseCommand.Entities
    let model: LanguageModel?

    func text(of job: Job) -> String {
        var out = ""
        if job.range.lowerBound == 0, job.frames.isEmpty, format == .conllu, entities != .bio {
            CoNLLU.writeDocument(job.document, model: model?.identifier, to: &out)
        }
        let sentences = Array(job.sentences[job.range])
        if let model {
            for (index, parse) in zip(job.range, model.parse(sentences)) { write(parse, index, job, to: &out) }
        } else {
            for (index, sentence) in zip(job.range, sentences) { write(sentence, index, job, to: &out) }
        }
        if job.range.upperBound == job.sentences.count, job.frames.count > job.sentences.count, format == .conllu, entities != .bio {
            CoNLLU.write(job.frames[job.sentences.count], to: &out)
        }
        return out
    }

    private func write(_ parse: Parse, _ index: Int, _ job: Job, to out: inout String) {
        var parse = parse
        if entities == .none { parse.entities = [] }
        let (number, document) = (index + 1, job.document)
        switch (format, entities) {
        case (_, .bio): BIO.write(parse, to: &out)
        case (.conllu, _) where !job.frames.isEmpty:
            CoNLLU.write(parse, number: number, in: job.frames[index], model: model?.identifier, document: document, to: &out)
        case (.conllu, _):
            CoNLLU.write(parse, number: number, opensParagraph: opensParagraph(index, job), document: document, to: &out)
        case (.json, _): out += parse.json(number: number, document: document).line + "\n"
        case (.tree, _): TreePrinter.write(parse, document: document, to: &out)
        }
    }

    private func write(_ sentence: Sentence, _ index: Int, _ job: Job, to out: inout String) {
        let (number, document) = (index + 1, job.document)
        switch format {
        case .conllu where !job.frames.isEmpty:
            CoNLLU.write(sentence, number: number, in: job.frames[index], document: document, to: &out)
        case .conllu:
            CoNLLU.write(sentence, number: number, opensParagraph: opensParagraph(index, job), document: document, to: &out)
        case .json: out += sentence.json(number: number, document: document).line + "\n"
        case .tree: TreePrinter.write(sentence, document: document, to: &out)
        }
    }

    private func opensParagraph(_ index: Int, _ job: Job) -> Bool {
        index == 0 || job.sentences[index].block != job.sentences[index - 1].block
    }
}
