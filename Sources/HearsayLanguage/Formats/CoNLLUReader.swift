public import HearsayCore

extension CoNLLU {
    /// Reads the sentences and words of a CoNLL-U text; tags and trees in it are left aside.
    ///
    /// The document's text is put together from the words and their `SpaceAfter`, a sentence a block.
    ///
    /// - Returns: also one frame a sentence, and one more where comments stand behind the last sentence.
    public static func document(
        _ text: String, id: String
    ) throws(Fault) -> (document: Document, sentences: [Sentence], frames: [Frame]) {
        var reader = Reader()
        var number = 0
        for line in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" }) {
            number += 1
            var line = line
            if line.last == "\r" { line.removeLast() }
            try reader.take(String(line), number)
        }
        try reader.take("", number + 1)
        let whole = Text(reader.text)
        let blocks = reader.sentences.map { Block($0.span, .body) }
        return (Document(id: id, text: whole, blocks: blocks), reader.sentences, reader.allFrames)
    }

    private struct Reader {
        var text = ""
        var sentences: [Sentence] = []
        private var frames: [Frame] = []
        private var frame = Frame()
        private var length = 0
        private var start = 0
        private var words: [Sentence.Word] = []
        private var multiwords: [Range<Int>] = []
        /// Words that the multiword token at hand still holds, and where its own text goes on.
        private var held = 0
        private var ownsSpace = true
        private var needsSpace = false

        var allFrames: [Frame] { frame.comments.isEmpty ? frames : frames + [frame] }

        mutating func take(_ line: String, _ number: Int) throws(Fault) {
            if line.isEmpty {
                guard held == 0 else { throw Fault(line: number, message: "the sentence ends inside a range") }
                close()
                return
            }
            if line.hasPrefix("#") {
                frame.comments.append(line)
                return
            }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 10 else { throw Fault(line: number, message: "\(columns.count) columns where ten belong") }
            frame.rows.append(columns.map(String.init))
            // Empty nodes ("8.1") are words that are not written.
            if columns[0].contains(".") { return }
            let isGlued = columns[9].split(separator: "|").contains("SpaceAfter=No")
            if let dash = columns[0].firstIndex(of: "-") {
                guard let first = Int(columns[0][..<dash]), let last = Int(columns[0][columns[0].index(after: dash)...]),
                    first == words.count + 1, last >= first, last - first < 100, held == 0
                else { throw Fault(line: number, message: "a range '\(columns[0])' that does not begin at the next word") }
                multiwords.append(first - 1..<last)
                held = last - first + 1
                append(String(columns[1]), isGlued: isGlued, isToken: false)
                return
            }
            guard let id = Int(columns[0]), id == words.count + 1 else {
                throw Fault(line: number, message: "word '\(columns[0])' where \(words.count + 1) belongs")
            }
            append(String(columns[1]), isGlued: isGlued, isToken: true)
        }

        /// Text of a multiword token whose words are still to come.
        private var pending: [Unicode.Scalar] = []
        private var pendingStart = 0

        private mutating func append(_ form: String, isGlued: Bool, isToken: Bool) {
            let scalars = Array(form.unicodeScalars)
            if !isToken || held == 0 {
                if needsSpace { write([" "]) }
                let from = length
                if words.isEmpty { start = from }
                write(scalars)
                needsSpace = !isGlued
                if isToken {
                    words.append(Sentence.Word(form, Span(from, length)))
                } else {
                    pending = scalars
                    pendingStart = from
                }
                return
            }
            held -= 1
            // The words of "don't" share its text out; where they are written otherwise ("ain't"), they share its span.
            var span = Span(pendingStart, length)
            if pending.starts(with: scalars), held > 0 || pending.count == scalars.count {
                span = Span(length - pending.count, length - pending.count + scalars.count)
                pending.removeFirst(scalars.count)
            }
            words.append(Sentence.Word(form, span))
        }

        private mutating func write(_ scalars: [Unicode.Scalar]) {
            text.unicodeScalars.append(contentsOf: scalars)
            length += scalars.count
        }

        private mutating func close() {
            guard !words.isEmpty else {
                frame.rows = []
                return
            }
            frames.append(frame)
            frame = Frame()
            sentences.append(
                Sentence(span: Span(start, length), block: sentences.count, words: words, multiwords: multiwords))
            words = []
            multiwords = []
            held = 0
            write(["\n"])
            needsSpace = false
        }
    }
}
