import Foundation

/// How much each sign of a claim's field speaks for its being right: confidence.tsv, which `Tools/calibrate` writes.
public struct FieldWeights: Sendable {
    private let weights: [String: [String: Double]]

    /// A codebook without the file says nothing of how sure a field is.
    init(directory: String) throws {
        var weights: [String: [String: Double]] = [:]
        let file = "confidence.tsv"
        if let data = FileManager.default.contents(atPath: directory + "/" + file) {
            for (number, line) in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where !line.isEmpty && !line.hasPrefix("#") {
                let cells = line.split(separator: "\t").map(String.init)
                guard cells.count == 3, let weight = Double(cells[2]) else {
                    throw CodebookError.at("\(file):\(number + 1)", "a line is a field, a sign and a weight, with tabs between")
                }
                weights[cells[0], default: [:]][cells[1]] = weight
            }
        }
        self.weights = weights
    }

    /// The share of fields with such signs that are right, in hundredths from 1 to 99; nil for a field without weights.
    public func share(_ field: String, _ signs: [String]) -> Double? {
        guard let weights = weights[field], let base = weights["base"] else { return nil }
        let sum = signs.reduce(base) { $0 + (weights[$1] ?? 0) }
        let share = (100 / (1 + exp(-sum))).rounded() / 100
        return min(max(share, 0.01), 0.99)
    }
}
