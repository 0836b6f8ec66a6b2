internal import HearsayCodebook
internal import HearsayCore

/// Parts of those counted: "25 people, including two civilians", "among them a nurse", "11 of them children".
extension FigureReader {
    /// A part of a count: the word that its number belongs to and, where "of them" stands between, the noun behind.
    struct Part: Sendable {
        var count: Int
        var noun: Int?
    }

    /// Read along the words, since the tree may hang a part on anything in between: on a day, a place, the act itself.
    func parts(of whole: Int, under act: Int) -> [Part] {
        let scope = graph.parse.subtree(act) + graph.parse.subtree(whole)
        guard let last = scope.max(), last > whole else { return [] }
        var out: [Part] = []
        for index in whole + 1...last {
            // Behind another count of people harmed: its own parts.
            if index != act, let other = acts[index], other.pattern.harm != nil, other.pattern.kind != .noun { break }
            let next = form(index + 1)
            switch form(index) {
            case "including":
                guard let first = included(index, under: act, whole: whole) else { continue }
                out += series(first, after: index, whole: whole).map { Part(count: $0) }
            case "among" where ["them", "whom", "those"].contains(next):
                if let first = firstCounted(after: index + 1) { out += series(first, after: index, whole: whole).map { Part(count: $0) } }
            case "of" where ["them", "whom", "these"].contains(next):
                if index > 0, isNumber(index - 1) {
                    out.append(Part(count: index - 1, noun: nounBehind(index + 1)))
                } else if next == "whom", isNumber(index + 2) {
                    out.append(Part(count: index + 2))
                }
            default: continue
            }
        }
        var seen: Set<Int> = []
        return out.filter { seen.insert($0.count).inserted }
    }

    private func form(_ index: Int) -> String { graph.tokens.indices.contains(index) ? graph.tokens[index].form.lowercased() : "" }

    private func isNumber(_ index: Int) -> Bool {
        graph.tokens.indices.contains(index)
            && (graph.tokens[index].upos == .NUM || ["several", "dozens", "scores", "hundreds"].contains(form(index)))
    }

    /// "11 of them children", "one of them a child".
    private func nounBehind(_ index: Int) -> Int? {
        for at in index + 1..<min(index + 4, graph.tokens.count) {
            switch graph.tokens[at].upos {
            case .DET, .ADJ: continue
            case .NOUN: return graph.relation[at] == "compound" ? nil : at
            default: return nil
            }
        }
        return nil
    }

    /// The first of what "including" names, if no other verb stands between it and the act.
    private func included(_ index: Int, under act: Int, whole: Int) -> Int? {
        let marked = ["case", "mark"].contains(graph.relation[index]) ? graph.head(index) : graph.children(index, "obj", "obl", "nmod").first
        guard let first = marked ?? firstCounted(after: index), first > index, isTold(first, by: act) || isTold(first, by: whole) else { return nil }
        // "in three attacks, including one in X": a bare number counts what was counted last.
        let isBare = graph.tokens[first].upos == .NUM && graph.prepositional(first).allSatisfy { $0.preposition != "of" }
        if isBare, (whole + 1..<index).contains(where: { graph.tokens[$0].upos == .NOUN && numeral(of: $0) != nil }) { return nil }
        return first
    }

    private func firstCounted(after index: Int) -> Int? {
        for at in index + 1..<min(index + 8, graph.tokens.count) {
            if graph.isVerb(at), graph.relation[at] != "amod" || [";", "."].contains(form(at)) { return nil }
            if graph.tokens[at].upos == .NOUN || graph.tokens[at].upos == .NUM && graph.relation[at] != "nummod", graph.relation[at] != "compound" {
                return numeral(of: at) != nil || !graph.children(at, "det").isEmpty ? at : nil
            }
        }
        return nil
    }

    /// What is named together with the first part; the tree may join the others to the whole.
    private func series(_ first: Int, after index: Int, whole: Int) -> [Int] {
        let stray = graph.children(whole, "conj").filter { other in
            // "12 people, including a nurse, and five soldiers": a comma closes the parts.
            guard other > first, let link = graph.children(other, "cc").first else { return false }
            return link > 0 && form(link - 1) != ","
        }
        return graph.nominals(first) + stray.flatMap(graph.nominals)
    }

    /// No other verb stands between a word and the act.
    private func isTold(_ index: Int, by act: Int) -> Bool {
        var current = index
        for _ in 0..<8 {
            guard let up = graph.head(current) else { return false }
            if up == act { return true }
            if graph.isVerb(up) { return false }
            current = up
        }
        return false
    }
}
