/// The best tree over a sentence, with exactly one word under the root.
enum TreeDecoder {
    private static let never: Float = -1e9

    /// Scores of a square: `self[dependent, head]`.
    struct Scores {
        let size: Int
        var values: [Float]
        init(size: Int) {
            self.size = size
            values = [Float](repeating: never, count: size * size)
        }
        subscript(_ dependent: Int, _ head: Int) -> Float {
            get { values[dependent * size + head] }
            set { values[dependent * size + head] = newValue }
        }
    }

    /// Heads of all nodes; node 0 is the root, and `heads[0]` is 0.
    static func heads(_ scores: Scores) -> [Int] {
        var scores = scores
        let size = scores.size
        guard size > 1 else { return [0] }
        for node in 0..<size { scores[node, node] = never }
        let greedy = best(scores)
        if isTree(greedy) { return greedy }
        let free = spanning(scores)
        let roots = (1..<size).filter { free[$0] == 0 }
        if roots.count == 1 { return free }
        // More than one word under the root: let each of them be the only one, and keep the best tree.
        var kept = free
        var top = -Float.infinity
        for root in roots {
            var single = scores
            for node in 1..<size where node != root { single[node, 0] = -1e6 }
            let candidate = spanning(single)
            var total: Float = 0
            for node in 1..<size { total += single[node, candidate[node]] }
            if total > top { (kept, top) = (candidate, total) }
        }
        return kept
    }

    private static func best(_ scores: Scores) -> [Int] {
        var heads = [Int](repeating: 0, count: scores.size)
        for node in 1..<max(1, scores.size) {
            var top = 0
            for head in 1..<scores.size where scores[node, head] > scores[node, top] { top = head }
            heads[node] = top
        }
        return heads
    }

    private static func isTree(_ heads: [Int]) -> Bool {
        guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
        return cycle(heads) == nil
    }

    /// The nodes of one cycle.
    private static func cycle(_ heads: [Int]) -> [Int]? {
        var seen = [Int](repeating: 0, count: heads.count)
        for start in 1..<max(1, heads.count) {
            var node = start
            while node != 0, seen[node] == 0 {
                seen[node] = start
                node = heads[node]
            }
            guard node != 0, seen[node] == start else { continue }
            var out = [node]
            var next = heads[node]
            while next != node {
                out.append(next)
                next = heads[next]
            }
            return out
        }
        return nil
    }

    /// Chu-Liu-Edmonds: contract a cycle, solve the rest, open the cycle where its best head enters.
    private static func spanning(_ scores: Scores) -> [Int] {
        var heads = best(scores)
        guard let cycle = cycle(heads) else { return heads }
        var inside = [Bool](repeating: false, count: scores.size)
        for node in cycle { inside[node] = true }
        let rest = (0..<scores.size).filter { !inside[$0] }
        let joint = rest.count
        var smaller = Scores(size: joint + 1)
        var leaving = [Int](repeating: 0, count: joint)
        var entering = [Int](repeating: 0, count: joint)
        for (index, node) in rest.enumerated() {
            for (other, head) in rest.enumerated() where node != 0 { smaller[index, other] = scores[node, head] }
            var out = cycle[0]
            var entry = cycle[0]
            for member in cycle.dropFirst() {
                if scores[node, member] > scores[node, out] { out = member }
                if gain(scores, member, node, heads) > gain(scores, entry, node, heads) { entry = member }
            }
            leaving[index] = out
            entering[index] = entry
            if node != 0 { smaller[index, joint] = scores[node, out] }
            smaller[joint, index] = gain(scores, entry, node, heads)
        }
        let solved = spanning(smaller)
        for index in 1..<max(1, joint) {
            heads[rest[index]] = solved[index] == joint ? leaving[index] : rest[solved[index]]
        }
        let into = solved[joint]
        heads[entering[into]] = rest[into]
        heads[0] = 0
        return heads
    }

    private static func gain(_ scores: Scores, _ member: Int, _ head: Int, _ heads: [Int]) -> Float {
        scores[member, head] - scores[member, heads[member]]
    }
}
