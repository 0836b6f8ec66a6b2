import CHearsayKernels
import HearsayCore

/// What the network says of the words of one item of a batch.
struct Decisions {
    var upos: [Int] = []
    var features: [Int] = []
    var scripts: [Int] = []
    /// Heads as in CoNLL-U: 0 is the root, words count from 1.
    var heads: [Int] = []
    var relations: [Int] = []
    var entities: [Entity] = []
}

/// From word vectors to decisions.
struct Heads {
    let network: Network
    let upos: Int
    let features: Int
    let scripts: Int
    let relations: Int
    let root: Int
    let entities: EntityDecoder

    func run(_ batch: Batch, _ space: Workspace) -> [Decisions] {
        let rows = batch.wordRows
        let stride = Int(network.first.outputs)
        // One first layer for all heads: [arc dependent, arc head, relation dependent, relation head, tags, names].
        let all = space.wide
        apply(network.first, space.vectors, stride: Network.wordWidth, rows, to: all, stride: stride, space)
        hk_gelu(all, rows * stride)
        let arcHead = network.arcWidth
        let relationDependent = 2 * network.arcWidth
        let relationHead = relationDependent + network.relationWidth
        let tags = relationHead + network.relationWidth
        let names = tags + network.tagWidth

        var out = batch.items.map { _ in Decisions() }
        let tagWidth = Int(network.tag.outputs)
        apply(network.tag, all + tags, stride: stride, rows, to: space.other, stride: tagWidth, space)
        for (index, item) in batch.items.enumerated() {
            for word in 1...max(1, item.words.count) where word <= item.words.count {
                let row = space.other + (item.firstWord + word) * tagWidth
                out[index].upos.append(top(row, upos))
                out[index].features.append(top(row + upos, features))
                out[index].scripts.append(top(row + upos + features, scripts))
            }
        }
        let nameWidth = Int(network.names.outputs)
        apply(network.names, all + names, stride: stride, rows, to: space.other, stride: nameWidth, space)
        for (index, item) in batch.items.enumerated() {
            out[index].entities = entities.entities(
                space.other + (item.firstWord + 1) * nameWidth, stride: nameWidth, words: item.words.count)
        }
        apply(network.arc, all, stride: stride, rows, to: space.other, stride: network.arcWidth, space)
        for (index, item) in batch.items.enumerated() {
            out[index].heads = heads(item, all + arcHead, stride, space)
        }
        label(batch, all + relationDependent, all + relationHead, stride, space, &out)
        return out
    }

    private func top(_ row: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        for index in 1..<max(1, count) where row[index] > row[best] { best = index }
        return best
    }

    private func heads(_ item: Batch.Item, _ headVectors: UnsafePointer<Float>, _ stride: Int, _ space: Workspace) -> [Int] {
        let size = item.words.count + 1
        let width = (size + 15) & ~15
        hk_pair_scores(
            space.other + item.firstWord * network.arcWidth, network.arcWidth, headVectors + item.firstWord * stride,
            stride, Int32(size), Int32(network.arcWidth), space.scores, Int32(width), space.scratch)
        var scores = TreeDecoder.Scores(size: size)
        for dependent in 1..<max(1, size) {
            for head in 0..<size { scores[dependent, head] = space.scores[dependent * width + head] }
        }
        return Array(TreeDecoder.heads(scores).dropFirst())
    }

    /// Relations, given the heads. The widest layer of all, so it runs in small blocks of rows.
    private func label(
        _ batch: Batch, _ dependents: UnsafePointer<Float>, _ headVectors: UnsafePointer<Float>, _ stride: Int,
        _ space: Workspace, _ out: inout [Decisions]
    ) {
        let width = network.relationWidth
        let outputs = Int(network.relation.outputs)
        var scores = [Float](repeating: 0, count: relations)
        var start = 0
        var item = 0
        let rows = batch.wordRows
        while start < rows {
            let count = min(Workspace.block, rows - start)
            apply(network.relation, dependents + start * stride, stride: stride, count, to: space.relations, stride: outputs, space)
            for row in start..<start + count {
                while item + 1 < batch.items.count, row >= batch.items[item + 1].firstWord { item += 1 }
                let first = batch.items[item].firstWord
                guard row > first else { continue }
                let head = out[item].heads[row - first - 1]
                guard head > 0 else {
                    out[item].relations.append(root)
                    continue
                }
                let terms = space.relations + (row - start) * outputs
                hk_rows_dot(
                    terms, headVectors + (first + head) * stride, terms + relations * width, Int32(relations),
                    Int32(width), &scores)
                scores[root] = -1e9
                var best = 0
                for index in 1..<relations where scores[index] > scores[best] { best = index }
                out[item].relations.append(best)
            }
            start += count
        }
    }
}
