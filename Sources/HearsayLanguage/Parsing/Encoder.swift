import CHearsayKernels

/// Sentences laid one behind the other: one row a word piece, one row a word (and a root in front of each sentence).
struct Batch {
    struct Item {
        /// Where the words come from: a sentence and a range of its words (all of them, unless it was too long).
        var sentence: Int
        var words: Range<Int>
        /// First row and number of rows of the pieces, [CLS] and [SEP] included.
        var firstPiece: Int
        var pieces: Int
        /// Row of the root; the words follow.
        var firstWord: Int
    }

    var items: [Item] = []
    var ids: [Int32] = []
    var shapes: [UInt8] = []
    /// Row of the word that a piece belongs to, -1 for [SEP].
    var owners: [Int32] = []
    var wordShapes: [UInt8] = []
    /// `WordSigns.hashes` rows a word.
    var wordHashes: [Int32] = []

    var pieceRows: Int { ids.count }
    var wordRows: Int { wordShapes.count }

    mutating func clear() {
        items.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        owners.removeAll(keepingCapacity: true)
        wordShapes.removeAll(keepingCapacity: true)
        wordHashes.removeAll(keepingCapacity: true)
    }
}

/// From word pieces to word vectors.
struct Encoder {
    let network: Network

    /// Fills `space.vectors`, one row a word.
    ///
    /// Every step works on single rows or inside one sentence, so that a sentence's result does not depend on its batch.
    func run(_ batch: Batch, _ space: Workspace) {
        embed(batch, space)
        let rows = batch.pieceRows
        let cells = rows * Network.width
        for index in 0..<cells { space.mixed[index] = 0 }
        hk_add_scaled(space.mixed, space.state, network.mix[0], cells)
        for (index, layer) in network.layers.enumerated() {
            attend(batch, layer, space)
            widen(rows, layer, space)
            hk_add_scaled(space.mixed, space.state, network.mix[index + 1], cells)
        }
        pool(batch, space)
    }

    private func embed(_ batch: Batch, _ space: Workspace) {
        let width = Network.width
        for item in batch.items {
            for position in 0..<item.pieces {
                let row = item.firstPiece + position
                let out = space.state + row * width
                out.update(from: network.shapesIn + Int(batch.shapes[row]) * width, count: width)
                network.words.add(row: Int(batch.ids[row]), to: out)
                network.positions.add(row: position, to: out)
            }
        }
        hk_add_norm(
            space.state, nil, Int32(batch.pieceRows), Int32(width), network.norm.gain, network.norm.bias)
    }

    private func attend(_ batch: Batch, _ layer: Network.Layer, _ space: Workspace) {
        let width = Network.width
        let rows = batch.pieceRows
        apply(layer.qkv, space.state, stride: width, rows, to: space.wide, stride: 3 * width, space)
        for item in batch.items {
            hk_attention(
                space.wide + item.firstPiece * 3 * width, Int32(item.pieces), Int32(network.heads),
                space.other + item.firstPiece * width, space.scratch)
        }
        apply(layer.out, space.other, stride: width, rows, to: space.wide, stride: width, space)
        hk_add_norm(space.state, space.wide, Int32(rows), Int32(width), layer.first.gain, layer.first.bias)
    }

    private func widen(_ rows: Int, _ layer: Network.Layer, _ space: Workspace) {
        let width = Network.width
        var start = 0
        while start < rows {
            let count = min(Workspace.block, rows - start)
            let state = space.state + start * width
            apply(layer.up, state, stride: width, count, to: space.inner, stride: Network.inner, space)
            hk_gelu(space.inner, count * Network.inner)
            apply(layer.down, space.inner, stride: Network.inner, count, to: space.other, stride: width, space)
            hk_add_norm(state, space.other, Int32(count), Int32(width), layer.second.gain, layer.second.bias)
            start += count
        }
    }

    /// A word is the mean of its pieces; shape and endings stand beside it.
    private func pool(_ batch: Batch, _ space: Workspace) {
        let width = Network.width
        let full = Network.wordWidth
        var counts = [Int32](repeating: 0, count: batch.wordRows)
        for index in 0..<batch.wordRows * full { space.vectors[index] = 0 }
        for (row, owner) in batch.owners.enumerated() where owner >= 0 {
            counts[Int(owner)] += 1
            hk_add_scaled(space.vectors + Int(owner) * full, space.mixed + row * width, 1, width)
        }
        for word in 0..<batch.wordRows {
            let out = space.vectors + word * full
            let count = Float(max(1, counts[word]))
            if count > 1 { for index in 0..<width { out[index] /= count } }
            (out + width).update(from: network.shapesOut + Int(batch.wordShapes[word]) * Network.side, count: Network.side)
            for hash in 0..<WordSigns.hashes {
                network.endings.add(row: Int(batch.wordHashes[word * WordSigns.hashes + hash]), to: out + width + Network.side)
            }
        }
    }
}

/// Quantises rows and applies a layer to them.
func apply(
    _ layer: hk_linear, _ input: UnsafePointer<Float>, stride: Int, _ rows: Int, to output: UnsafeMutablePointer<Float>,
    stride outputStride: Int, _ space: Workspace
) {
    var layer = layer
    hk_quantise(input, stride, Int32(rows), layer.inputs, space.quantised, space.scales, space.zeros)
    hk_linear_apply(&layer, space.quantised, space.scales, space.zeros, Int32(rows), output, outputStride)
}
