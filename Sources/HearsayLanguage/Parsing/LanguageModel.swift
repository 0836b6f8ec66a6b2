public import HearsayCore

/// Tags, lemmas, a tree and names for sentences that are already cut into words.
///
///     let model = try LanguageModel(contentsOf: "Models/careful.hearsay-model")
///     let result = model.analyse([["Rebels", "shelled", "the", "town", "."]])[0]
///     result.lemmas[1]      // "shell"
///     result.relations[0]   // "nsubj"
///
/// A model can be used by any number of threads at once. What it says of a sentence does not depend on the sentences
/// beside it, on the number of threads or on the machine: the products are integers, and the rest is in a fixed order.
public final class LanguageModel: Sendable {
    /// What the model says of one sentence; all arrays have one element a word.
    public struct Analysis: Sendable, Equatable {
        public var upos: [UPOS] = []
        /// As in CoNLL-U; empty where there are none.
        public var features: [String] = []
        public var lemmas: [String] = []
        /// Index of the head, -1 for the root.
        public var heads: [Int] = []
        /// Full relations, subtypes included.
        public var relations: [String] = []
        public var entities: [Entity] = []
    }

    /// The model that ships and is taken where none is chosen.
    public static let usualName = "careful"
    public static let fileEnding = ".hearsay-model"

    /// Name and digest of the weights ("careful-3d149d30a6"), to be recorded with everything that was read with them.
    public let identifier: String

    private let pieces: WordPieces
    private let encoder: Encoder
    private let heads: Heads
    private let upos: [UPOS]
    private let features: [String]
    private let scripts: [LemmaScript]
    private let relations: [String]
    /// "form\tUPOS" → lemma, where no ending tells it.
    private let lexicon: [String: String]

    /// The model in a file, which is mapped, not copied, and checked once.
    ///
    /// - Throws: `ModelError`, which names the file, what is wrong with it and the way out.
    public init(contentsOf path: String) throws {
        let file = try ModelFile(path: path)
        func unfit(_ what: String) -> ModelError { .unfit(path: path, what: what) }
        let name = try file.strings("identifier")
        guard name.count == 1 else { throw unfit("it has no name") }
        identifier = name[0]
        pieces = try WordPieces(file)
        upos = try file.strings("upos").all.map {
            guard let tag = UPOS(rawValue: $0) else { throw unfit("unknown tag \($0)") }
            return tag
        }
        features = try file.strings("feats").all
        scripts = try file.strings("scripts").all.map {
            guard let script = LemmaScript($0) else { throw unfit("unknown lemma script \($0)") }
            return script
        }
        relations = try file.strings("rels").all
        let tags = try file.strings("tags").all
        guard let root = relations.firstIndex(of: "root"), relations.count > 1, let entities = EntityDecoder(tags: tags),
            !upos.isEmpty, !features.isEmpty, !scripts.isEmpty
        else { throw unfit("its labels") }
        var lexicon: [String: String] = [:]
        for line in try file.strings("lexicon").all {
            guard let tab = line.utf8.lastIndex(of: 9) else { throw unfit("its lexicon") }
            lexicon[String(line[..<tab])] = String(line[line.utf8.index(after: tab)...])
        }
        self.lexicon = lexicon
        let network = try Network(
            file, pieces: pieces.count, relations: relations.count, tags: tags.count,
            labels: upos.count + features.count + scripts.count)
        encoder = Encoder(network: network)
        heads = Heads(
            network: network, upos: upos.count, features: features.count, scripts: scripts.count,
            relations: relations.count, root: root, entities: entities)
    }

    /// The model that ships, or another one.
    ///
    ///     try LanguageModel(explicit: "fast")              // fast.hearsay-model, in the usual places (see `DataFiles`)
    ///     try LanguageModel(explicit: "./my.hearsay-model")  // this file
    ///
    /// - Parameter choice: a model's name or a file's path; nil for the model that ships.
    /// - Throws: `ModelError`, which says what is wrong and the way out; for an unknown name, which names there are.
    public convenience init(explicit choice: String? = nil) throws {
        let name = choice ?? Self.usualName
        let isPath = name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(Self.fileEnding)
        if !isPath, let found = DataFiles.find(name + Self.fileEnding, folder: "Models") {
            try self.init(contentsOf: found)
        } else if isPath || choice.map({ DataFiles.find($0, folder: "", explicit: $0) != nil }) == true {
            try self.init(contentsOf: name)
        } else {
            throw ModelError.unknown(name: name, known: DataFiles.names(ending: Self.fileEnding, folder: "Models"))
        }
    }

    // MARK: Analysing

    /// Fills tokens of sentences with everything that the model knows: the sentences of a `Tokenizer`, or any others.
    ///
    ///     let parses = model.parse(Tokenizer().sentences(of: document))
    ///     parses[0].tokens[parses[0].root].lemma   // "shell"
    ///
    /// - Returns: one parse a sentence, in order. It runs on the calling thread; call it from several for more speed.
    public func parse(_ sentences: [Sentence]) -> [Parse] {
        let results = analyse(sentences.map { $0.words.map(\.form) })
        return zip(sentences, results).map { sentence, result in
            let tokens = sentence.words.enumerated().map { index, word in
                Token(
                    form: word.form, span: word.span, lemma: result.lemmas[index], upos: result.upos[index],
                    features: result.features[index], head: result.heads[index], relation: result.relations[index])
            }
            return Parse(
                span: sentence.span, block: sentence.block, tokens: tokens, multiwords: sentence.multiwords,
                entities: result.entities)
        }
    }

    /// Word pieces of one batch: enough rows for the kernels to be at full speed, few enough to stay in the cache.
    private static let batchRows = 384

    /// What `parse` puts into tokens, for words that come from anywhere and have no place in a text.
    ///
    /// - Parameter sentences: the forms of the words of each sentence.
    /// - Returns: one analysis a sentence; an empty one for a sentence without words.
    public func analyse(_ sentences: [[String]]) -> [Analysis] {
        var out = [Analysis](repeating: Analysis(), count: sentences.count)
        run(sentences) { batch, space in
            for (item, decision) in zip(batch.items, heads.run(batch, space)) {
                add(decision, of: item, sentences[item.sentence], to: &out[item.sentence])
            }
        }
        return out
    }

    /// Numbers in a word's vector.
    public static let vectorWidth = Network.width

    /// What the encoder makes of each word in its sentence, before anything is decided: for models that learn from it.
    public func vectors(_ sentences: [[String]]) -> [[[Float]]] {
        var out = sentences.map { [[Float]](repeating: [], count: $0.count) }
        run(sentences) { batch, space in
            for item in batch.items {
                for (index, word) in item.words.enumerated() {
                    let row = space.vectors + (item.firstWord + 1 + index) * Network.wordWidth
                    out[item.sentence][word] = Array(UnsafeBufferPointer(start: row, count: Self.vectorWidth))
                }
            }
        }
        return out
    }

    /// Encodes sentences in batches and hands over each of them.
    private func run(_ sentences: [[String]], then use: (Batch, Workspace) -> Void) {
        var batch = Batch()
        var space: Workspace?
        func flush() {
            guard !batch.items.isEmpty else { return }
            if space == nil || space!.rows < batch.pieceRows {
                let rows = sentences.count > 4 ? Self.batchRows : batch.pieceRows
                space = Workspace(rows: max(batch.pieceRows, rows), network: encoder.network)
            }
            encoder.run(batch, space!)
            use(batch, space!)
            batch.clear()
        }
        var prepared = Prepared()
        for (index, words) in sentences.enumerated() where !words.isEmpty {
            prepare(words, &prepared)
            for range in windows(prepared, words) {
                let rows = 2 + Int(prepared.starts[range.upperBound] - prepared.starts[range.lowerBound])
                if batch.pieceRows + rows > Self.batchRows { flush() }
                append(range, of: index, prepared, to: &batch)
            }
        }
        flush()
    }

    /// The numbers of one sentence's words.
    private struct Prepared {
        var ids: [Int32] = []
        /// Where each word's pieces start; one more than there are words.
        var starts: [Int] = []
        var shapes: [UInt8] = []
        var hashes: [Int32] = []
        var folded = WordPieces.Folded()
    }

    private func prepare(_ words: [String], _ out: inout Prepared) {
        out.ids.removeAll(keepingCapacity: true)
        out.starts.removeAll(keepingCapacity: true)
        out.shapes.removeAll(keepingCapacity: true)
        out.hashes.removeAll(keepingCapacity: true)
        out.starts.append(0)
        for word in words {
            pieces.fold(word, into: &out.folded)
            pieces.append(out.folded, to: &out.ids)
            out.starts.append(out.ids.count)
            out.shapes.append(UInt8(WordSigns.shape(word, foldedScalars: out.folded.scalars)))
            WordSigns.hashes(out.folded, rows: encoder.network.endings.rows, into: &out.hashes)
        }
    }

    /// The word pieces of a sentence as the network reads them, for tests against the trainer.
    func numbers(of words: [String]) -> [Int32] {
        var prepared = Prepared()
        prepare(words, &prepared)
        return [pieces.cls] + prepared.ids + [pieces.sep]
    }

    /// The whole sentence, or, where it has more pieces than the network has positions, parts of it: cut after the last
    /// comma or semicolon of the second half, if there is one.
    private func windows(_ prepared: Prepared, _ words: [String]) -> [Range<Int>] {
        let room = encoder.network.maxLength - 2
        guard prepared.ids.count > room else { return [0..<words.count] }
        var out: [Range<Int>] = []
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, prepared.starts[end + 1] - prepared.starts[start] <= room { end += 1 }
            if end < words.count {
                let half = start + (end - start) / 2
                if let mark = (half..<end).last(where: { [",", ";", ":"].contains(words[$0]) }) { end = mark + 1 }
            }
            out.append(start..<end)
            start = end
        }
        return out
    }

    private func append(_ range: Range<Int>, of sentence: Int, _ prepared: Prepared, to batch: inout Batch) {
        let firstWord = batch.wordRows
        let firstPiece = batch.pieceRows
        batch.wordShapes.append(0)
        for _ in 0..<WordSigns.hashes { batch.wordHashes.append(0) }
        func piece(_ id: Int32, _ shape: UInt8, _ owner: Int) {
            batch.ids.append(id)
            batch.shapes.append(shape)
            batch.owners.append(Int32(owner))
        }
        piece(pieces.cls, 0, firstWord)
        for word in range {
            let owner = batch.wordRows
            for index in prepared.starts[word]..<prepared.starts[word + 1] {
                piece(prepared.ids[index], prepared.shapes[word], owner)
            }
            batch.wordShapes.append(prepared.shapes[word])
            batch.wordHashes.append(contentsOf: prepared.hashes[word * WordSigns.hashes..<(word + 1) * WordSigns.hashes])
        }
        piece(pieces.sep, 0, -1)
        batch.items.append(
            Batch.Item(
                sentence: sentence, words: range, firstPiece: firstPiece, pieces: batch.pieceRows - firstPiece,
                firstWord: firstWord))
    }

    /// Decisions of an item, or of the next window of a sentence, to what is known of the sentence.
    private func add(_ decision: Decisions, of item: Batch.Item, _ words: [String], to out: inout Analysis) {
        let start = item.words.lowerBound
        let mainRoot = out.heads.firstIndex(of: -1)
        for (index, word) in item.words.enumerated() {
            let tag = upos[decision.upos[index]]
            out.upos.append(tag)
            out.features.append(features[decision.features[index]])
            out.lemmas.append(lemma(words[word], tag, decision.scripts[index]))
            let head = decision.heads[index]
            if head == 0, let mainRoot {
                // A later window's root hangs from the first one's: one sentence, one root.
                out.heads.append(mainRoot)
                out.relations.append("parataxis")
            } else {
                out.heads.append(head == 0 ? -1 : start + head - 1)
                out.relations.append(relations[decision.relations[index]])
            }
        }
        out.entities += decision.entities.map {
            Entity($0.kind, $0.tokens.lowerBound + start..<$0.tokens.upperBound + start)
        }
    }

    private func lemma(_ form: String, _ tag: UPOS, _ script: Int) -> String {
        if let known = lexicon[LemmaScript.lower(form) + "\t" + tag.rawValue] { return known }
        return scripts[script].apply(form)
    }
}
