/// An edit that turns a form into its lemma, learnt from the treebanks.
///
/// "CASE|CUT,ADD|CUT,ADD" edits both ends of the lower-cased form; "CASE|=LEMMA" replaces it. CASE is l (lower), k (the
/// form's own capitals), t (first letter upper) or u (all upper).
struct LemmaScript: Sendable {
    enum Case: UInt8 { case lower = 108, kept = 107, title = 116, upper = 117 }
    let spelling: Case
    let whole: String?
    let prefixCut: Int
    let prefix: [Unicode.Scalar]
    let suffixCut: Int
    let suffix: [Unicode.Scalar]

    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count >= 2, scalars[1] == "|", let spelling = scalars[0].utf8.first.flatMap(Case.init(rawValue:))
        else { return nil }
        self.spelling = spelling
        let edit = scalars[2...]
        if edit.first == "=" {
            whole = Self.string(edit.dropFirst())
            (prefixCut, prefix, suffixCut, suffix) = (0, [], 0, [])
            return
        }
        guard let bar = edit.firstIndex(of: "|"), let front = Self.half(edit[..<bar]),
            let end = Self.half(edit[(bar + 1)...])
        else { return nil }
        whole = nil
        (prefixCut, prefix) = front
        (suffixCut, suffix) = end
    }

    private static func half(_ part: ArraySlice<Unicode.Scalar>) -> (Int, [Unicode.Scalar])? {
        guard let comma = part.firstIndex(of: ","), let cut = Int(string(part[..<comma])), cut >= 0 else { return nil }
        return (cut, Array(part[(comma + 1)...]))
    }

    /// The lemma; the form itself, in the script's spelling, where the script does not fit it.
    func apply(_ form: String) -> String {
        var base = Array(form.unicodeScalars)
        if spelling != .kept { for index in base.indices { base[index] = Self.lower(base[index]) } }
        var out: [Unicode.Scalar]
        if let whole {
            out = Array(whole.unicodeScalars)
        } else {
            let cut = prefixCut + suffixCut
            if cut > base.count || (cut == base.count && prefix.isEmpty && suffix.isEmpty) { return Self.string(base[...]) }
            if cut == 0, prefix.isEmpty, suffix.isEmpty, spelling == .kept { return form }
            out = prefix + base[prefixCut..<base.count - suffixCut] + suffix
        }
        switch spelling {
        case .title: if let first = out.first { out[0] = Self.upper(first) }
        case .upper: for index in out.indices { out[index] = Self.upper(out[index]) }
        case .lower, .kept: break
        }
        return Self.string(out[...])
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    static func lower(_ text: String) -> String { string(text.unicodeScalars.map(lower)[...]) }

    /// Scalar by scalar, as the trainer does: never a change of length.
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar.value >= 65 && scalar.value <= 90 ? Unicode.Scalar(scalar.value + 32)! : scalar }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first! : scalar
    }
    static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar.value >= 97 && scalar.value <= 122 ? Unicode.Scalar(scalar.value - 32)! : scalar }
        let mapped = scalar.properties.uppercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first! : scalar
    }
}
