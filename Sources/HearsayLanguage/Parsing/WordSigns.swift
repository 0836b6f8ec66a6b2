/// What the network is told of a word beside its pieces: its pattern of capitals and hashes of its endings.
enum WordSigns {
    static let shapes = 11
    static let hashes = 5

    /// Class of the upper and lower case pattern. 0 is kept for the root.
    static func shape(_ word: String, foldedScalars: Int) -> Int {
        var letters = 0
        var uppers = 0
        var lowers = 0
        var others = 0
        var firstIsUpper = false
        var hasDigit = false
        func letter(upper: Bool, lower: Bool) {
            if letters == 0 { firstIsUpper = upper }
            letters += 1
            if upper { uppers += 1 } else if lower { lowers += 1 } else { others += 1 }
        }
        // Titlecase letters count as capitals for the first letter, but are not "all capitals".
        var titles = 0
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 65...90: letter(upper: true, lower: false)
            case 97...122: letter(upper: false, lower: true)
            case 48...57: hasDigit = true
            case 0..<128: continue
            default:
                switch scalar.properties.generalCategory {
                case .uppercaseLetter: letter(upper: true, lower: false)
                case .titlecaseLetter:
                    letter(upper: true, lower: false)
                    titles += 1
                case .lowercaseLetter: letter(upper: false, lower: true)
                case .modifierLetter, .otherLetter: letter(upper: false, lower: false)
                case .decimalNumber: hasDigit = true
                default: continue
                }
            }
        }
        if hasDigit { return letters > 0 ? 7 : 6 }
        if letters == 0 { return foldedScalars <= 1 ? 8 : 9 }
        if lowers == letters { return 1 }
        if letters == 1 { return uppers == 1 ? 4 : 10 }
        if uppers == letters, titles == 0 { return 3 }
        if firstIsUpper, lowers == letters - 1 { return 2 }
        return uppers > 0 ? 5 : 10
    }

    /// Rows of the hashed table for the endings of 1 to 4 scalars and for the whole word; row 0 is empty.
    static func hashes(_ word: WordPieces.Folded, rows: Int, into out: inout [Int32]) {
        let bytes = word.bytes
        var begin = bytes.count
        for size in 1...4 {
            guard word.scalars >= size else {
                out.append(0)
                continue
            }
            begin -= 1
            while bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
            out.append(row(bytes[begin...], seed: UInt32(size), rows: rows))
        }
        out.append(row(bytes[...], seed: 9, rows: rows))
    }

    private static func row(_ bytes: ArraySlice<UInt8>, seed: UInt32, rows: Int) -> Int32 {
        var hash: UInt32 = 2_166_136_261 ^ seed
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        hash ^= hash >> 15
        return Int32(hash % UInt32(rows - 1) + 1)
    }
}
