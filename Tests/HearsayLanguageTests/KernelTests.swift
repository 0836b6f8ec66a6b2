import CHearsayKernels
import Testing

/// A small generator of its own, so that the numbers are the same everywhere.
private struct Numbers {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
    mutating func float(_ scale: Float) -> Float { (Float(next() % 20_001) - 10_000) / 10_000 * scale }
}

private func aligned<T: BitwiseCopyable>(_ count: Int, _ fill: (Int) -> T) -> UnsafeMutablePointer<T> {
    let block = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<T>.stride + 64, alignment: 64)
    let out = block.bindMemory(to: T.self, capacity: count)
    for index in 0..<count { (out + index).initialize(to: fill(index)) }
    return out
}

// Serialized: the instruction set is chosen for the whole process.
@Suite("Kernels", .serialized)
struct KernelTests {
    /// Runs a body once with each instruction set that this machine has.
    private func onEveryLevel(_ body: () -> [UInt32]) {
        defer { hk_limit_level(Int32.max) }
        hk_limit_level(Int32(HK_PORTABLE))
        let plain = body()
        for level in [HK_SSE2, HK_AVX2, HK_AVX512] where hk_limit_level(Int32(level)) == Int32(level) {
            #expect(body() == plain, "level \(level) differs from plain C")
        }
    }

    private func bits(_ values: UnsafePointer<Float>, _ count: Int) -> [UInt32] { (0..<count).map { values[$0].bitPattern } }

    @Test(arguments: [1, 2, 5, 6, 7, 13, 48])
    func linearLayersAreExact(rows: Int) {
        let (inputs, outputs) = (192, 80)
        onEveryLevel {
            var numbers = Numbers(state: 7)
            let x = aligned(rows * inputs) { _ in numbers.float(3) }
            // The largest weights and inputs there can be, now and then: nothing may saturate.
            let weights = aligned(inputs * outputs) { index in
                index % 7 == 0 ? Int8(63) : Int8(truncatingIfNeeded: Int(numbers.next() % 127) - 63)
            }
            let scales = aligned(outputs) { _ in abs(numbers.float(0.01)) }
            let biases = aligned(outputs) { _ in numbers.float(1) }
            let sums = aligned(outputs) { output -> Int32 in
                (0..<inputs).reduce(0) { total, input in
                    let block = output / 16 * 16 * inputs
                    return total + Int32(weights[block + input / 4 * 64 + output % 16 * 4 + input % 4])
                }
            }
            let q = aligned(rows * inputs) { _ in UInt8(0) }
            let scale = aligned(rows) { _ in Float(0) }
            let zero = aligned(rows) { _ in Int32(0) }
            let out = aligned(rows * outputs) { _ in Float(0) }
            defer {
                x.deallocate(); weights.deallocate(); scales.deallocate(); biases.deallocate(); sums.deallocate()
                q.deallocate(); scale.deallocate(); zero.deallocate(); out.deallocate()
            }
            hk_quantise(x, inputs, Int32(rows), Int32(inputs), q, scale, zero)
            var layer = hk_linear(
                weights: weights, scales: scales, biases: biases, sums: sums, inputs: Int32(inputs), outputs: Int32(outputs))
            hk_linear_apply(&layer, q, scale, zero, Int32(rows), out, outputs)
            // Against the definition, in wide integers.
            for row in 0..<rows {
                for output in 0..<outputs {
                    var exact = 0
                    for input in 0..<inputs {
                        let weight = Int(weights[output / 16 * 16 * inputs + input / 4 * 64 + output % 16 * 4 + input % 4])
                        exact += (Int(q[row * inputs + input]) - Int(zero[row])) * weight
                    }
                    let product = Float(exact) * (scale[row] * scales[output])
                    #expect(out[row * outputs + output] == product + biases[output])
                }
            }
            return bits(out, rows * outputs)
        }
    }

    @Test func floatKernelsGiveTheSameBytes() {
        onEveryLevel {
            var numbers = Numbers(state: 11)
            let (rows, width, n) = (6, 384, 23)
            let x = aligned(n * 3 * width) { _ in numbers.float(4) }
            let y = aligned(rows * width) { _ in numbers.float(2) }
            let gain = aligned(width) { _ in numbers.float(1) }
            let out = aligned(n * width) { _ in Float(0) }
            let scratch = aligned(33 * 32 + 256 * 32) { _ in Float(0) }
            let scores = aligned(n * 32) { _ in Float(0) }
            let row = aligned(width) { _ in UInt8(truncatingIfNeeded: numbers.next()) }
            defer {
                x.deallocate(); y.deallocate(); gain.deallocate(); out.deallocate(); scratch.deallocate()
                scores.deallocate(); row.deallocate()
            }
            hk_attention(x, Int32(n), 12, out, scratch)
            var all = bits(out, n * width)
            hk_pair_scores(x, 3 * width, x + width, 3 * width, Int32(n), 256, scores, 32, scratch)
            all += bits(scores, n * 32)
            hk_gelu(x, rows * width)
            all += bits(x, rows * width)
            hk_add_norm(x, y, Int32(rows), Int32(width), gain, y)
            all += bits(x, rows * width)
            hk_add_scaled(x, y, 0.37, rows * width)
            hk_add_packed_row(x, row, 0.011, Int32(width))
            row.withMemoryRebound(to: Int8.self, capacity: width) { hk_add_row(x, $0, 0.013, Int32(width)) }
            all += bits(x, rows * width)
            hk_rows_dot(x, y, gain, 5, 128, out)
            return all + bits(out, 5)
        }
    }

    @Test func extremeRowsAreQuantised() {
        let x = aligned(64) { index in Float(index == 3 ? 1e30 : index == 4 ? -1e-30 : 0) }
        let q = aligned(64) { _ in UInt8(9) }
        defer { x.deallocate(); q.deallocate() }
        var (scale, zero) = (Float(-1), Int32(-1))
        hk_quantise(x, 64, 1, 64, q, &scale, &zero)
        #expect(q[3] == 255 && q[0] == UInt8(zero))
        for index in 0..<64 { x[index] = 0 }
        hk_quantise(x, 64, 1, 64, q, &scale, &zero)
        #expect(scale == 0 && zero == 0 && (0..<64).allSatisfy { q[$0] == 0 })
    }

    @Test func everyChangedByteChangesTheChecksum() {
        var numbers = Numbers(state: 3)
        var bytes = (0..<1024).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
        let before = hk_checksum(bytes, 1024)
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(hk_checksum(bytes, 1024) != before)
            bytes[index] ^= 1
        }
        #expect(hk_checksum(bytes, 512) != before)
    }
}
