import CHearsayKernels

/// Buffers for one batch, aligned for the widest registers.
///
/// Owned by one call of `analyse`, so that any number of threads can use a model at once.
final class Workspace {
    /// Rows of the blocks in which the wide inner layer is computed, so that it stays in the cache.
    static let block = 48

    let rows: Int
    let state: UnsafeMutablePointer<Float>
    let mixed: UnsafeMutablePointer<Float>
    /// Queries, keys and values; later the first layer of the heads.
    let wide: UnsafeMutablePointer<Float>
    let other: UnsafeMutablePointer<Float>
    let inner: UnsafeMutablePointer<Float>
    let vectors: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutablePointer<Float>
    let scores: UnsafeMutablePointer<Float>
    let relations: UnsafeMutablePointer<Float>
    let quantised: UnsafeMutablePointer<UInt8>
    let scales: UnsafeMutablePointer<Float>
    let zeros: UnsafeMutablePointer<Int32>
    private var blocks: [UnsafeMutableRawPointer] = []

    /// - Parameter rows: word pieces of the largest batch; words with their roots are never more.
    init(rows: Int, network: Network) {
        self.rows = rows
        var made: [UnsafeMutableRawPointer] = []
        func make<T: BitwiseCopyable>(_ count: Int, _ zero: T) -> UnsafeMutablePointer<T> {
            let block = UnsafeMutableRawPointer.allocate(
                byteCount: max(64, count * MemoryLayout<T>.stride), alignment: 64)
            made.append(block)
            return block.initializeMemory(as: T.self, repeating: zero, count: count)
        }
        let longest = (network.maxLength + 15) & ~15
        let headWidth = Int(network.first.outputs)
        state = make(rows * Network.width, Float(0))
        mixed = make(rows * Network.width, Float(0))
        wide = make(rows * max(3 * Network.width, headWidth), Float(0))
        other = make(rows * max(Network.width, network.arcWidth, Int(network.tag.outputs), Int(network.names.outputs)), Float(0))
        inner = make(Self.block * Network.inner, Float(0))
        vectors = make(rows * Network.wordWidth, Float(0))
        scratch = make(longest * max(33, network.arcWidth), Float(0))
        scores = make(longest * longest, Float(0))
        relations = make(Self.block * Int(network.relation.outputs), Float(0))
        quantised = make(max(rows * Network.wordWidth, Self.block * Network.inner), UInt8(0))
        scales = make(rows, Float(0))
        zeros = make(rows, Int32(0))
        blocks = made
    }

    deinit { for block in blocks { block.deallocate() } }
}
