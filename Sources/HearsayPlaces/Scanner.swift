public import HearsayCore

extension Gazetteer {
    /// Where a text seems to name places, found without a model: to add to what a tagger finds.
    public func scan(_ text: Text) -> [Span] { [] }

    /// The usual names of some places, spread over the whole file: for measuring.
    public func someNames(_ count: Int) -> [String] {
        let step = max(1, file.placeCount / max(1, count))
        return stride(from: 0, to: file.placeCount, by: step).map { Place(file, $0).name }
    }
}
