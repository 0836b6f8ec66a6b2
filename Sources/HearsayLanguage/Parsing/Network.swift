import CHearsayKernels

/// The network's weights, as views into the mapped file, with every size checked once.
struct Network: @unchecked Sendable {  // unchecked: pointers into a read-only mapping that `file` keeps alive
    static let width = 384
    static let inner = 1536
    static let side = 32
    /// Encoder, shape and endings side by side.
    static let wordWidth = width + 2 * side

    struct Norm {
        let gain: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
    }

    struct Layer {
        let qkv: hk_linear
        let out: hk_linear
        let up: hk_linear
        let down: hk_linear
        let first: Norm
        let second: Norm
    }

    /// Rows of small integers with one scale each.
    struct Table {
        let values: UnsafePointer<Int8>
        let scales: UnsafePointer<Float>
        let rows: Int
        let columns: Int

        func add(row: Int, to out: UnsafeMutablePointer<Float>) {
            hk_add_row(out, values + row * columns, scales[row], Int32(columns))
        }
    }

    let file: ModelFile
    let words: PackedTable
    let positions: Table
    let shapesIn: UnsafePointer<Float>
    let shapesOut: UnsafePointer<Float>
    let endings: Table
    /// Share of the embeddings and of each layer in a word's vector.
    let mix: [Float]
    let norm: Norm
    let layers: [Layer]
    let first: hk_linear
    let tag: hk_linear
    let names: hk_linear
    let arc: hk_linear
    let relation: hk_linear

    let heads: Int
    let maxLength: Int
    let arcWidth: Int
    let relationWidth: Int
    let tagWidth: Int
    let nameWidth: Int

    /// A table of 6-bit values: four columns a quarter of the width apart share three bytes.
    struct PackedTable {
        let values: UnsafePointer<UInt8>
        let scales: UnsafePointer<Float>
        let rows: Int

        func add(row: Int, to out: UnsafeMutablePointer<Float>) {
            hk_add_packed_row(out, values + row * (Network.width / 4 * 3), scales[row], Int32(Network.width))
        }
    }

    init(_ file: ModelFile, pieces: Int, relations: Int, tags: Int, labels: Int) throws {
        self.file = file
        let sizes = try file.values("sizes", as: Int32.self, rows: 8).map(Int.init)
        guard sizes.allSatisfy({ $0 >= 0 && $0 <= 1 << 20 }), sizes[0] * 32 == Self.width, sizes[1] >= 32,
            sizes[1] <= 4096, sizes[2...5].allSatisfy({ $0 > 0 && $0 % 64 == 0 && $0 <= 4096 }), sizes[6] > 1
        else { throw ModelError.unfit(path: file.path, what: "its sizes are not those of this network") }
        heads = sizes[0]
        maxLength = sizes[1]
        (arcWidth, relationWidth, tagWidth, nameWidth) = (sizes[2], sizes[3], sizes[4], sizes[5])

        func floats(_ name: String, _ rows: Int, _ columns: Int = 1) throws -> UnsafePointer<Float> {
            try file.values(name, as: Float.self, rows: rows, columns: columns).baseAddress!
        }
        func linear(_ name: String, _ inputs: Int, _ outputs: Int) throws -> hk_linear {
            let padded = (outputs + 15) & ~15
            return hk_linear(
                weights: try file.values(name + ".weight", as: Int8.self, rows: padded, columns: inputs).baseAddress!,
                scales: try floats(name + ".scale", padded), biases: try floats(name + ".bias", padded),
                sums: try file.values(name + ".sum", as: Int32.self, rows: padded).baseAddress!,
                inputs: Int32(inputs), outputs: Int32(padded))
        }
        func norm(_ name: String) throws -> Norm {
            Norm(gain: try floats(name + ".gain", Self.width), bias: try floats(name + ".bias", Self.width))
        }
        func table(_ name: String, _ rows: Int, _ columns: Int) throws -> Table {
            Table(
                values: try file.values(name + ".q", as: Int8.self, rows: rows, columns: columns).baseAddress!,
                scales: try floats(name + ".scale", rows), rows: rows, columns: columns)
        }

        words = PackedTable(
            values: try file.values("word.q", as: UInt8.self, rows: pieces, columns: Self.width / 4 * 3).baseAddress!,
            scales: try floats("word.scale", pieces), rows: pieces)
        positions = try table("position", maxLength, Self.width)
        shapesIn = try floats("shape_in", WordSigns.shapes, Self.width)
        shapesOut = try floats("shape_out", WordSigns.shapes, Self.side)
        endings = try table("hash", sizes[6], Self.side)
        let mix = Array(try file.values("mix", as: Float.self))
        guard (2...25).contains(mix.count) else { throw ModelError.unfit(path: file.path, what: "its layers") }
        self.mix = mix
        self.norm = try norm("norm")
        layers = try (0..<mix.count - 1).map { index in
            let name = "layer\(index)."
            return Layer(
                qkv: try linear(name + "qkv", Self.width, 3 * Self.width), out: try linear(name + "out", Self.width, Self.width),
                up: try linear(name + "up", Self.width, Self.inner), down: try linear(name + "down", Self.inner, Self.width),
                first: try norm(name + "ln1"), second: try norm(name + "ln2"))
        }
        first = try linear("mlp", Self.wordWidth, 2 * arcWidth + 2 * relationWidth + tagWidth + nameWidth)
        tag = try linear("tag", tagWidth, labels)
        names = try linear("ner", nameWidth, tags)
        arc = try linear("arc", arcWidth, arcWidth)
        relation = try linear("rel", relationWidth, relations * (relationWidth + 1))
    }
}
