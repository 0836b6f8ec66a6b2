/// What each accented Latin letter is without its accent: "Ḩ" is h, "ß" ss, "ə" a; "-" for letters with no like in ASCII.
///
/// Made from Unicode's compatibility decompositions, and by hand where there is none (ø, ł, đ, ı, þ, ə).
enum LatinLetters {
    /// U+00C0 to U+024F, in order.
    static let first: [[UInt8]] = letters(
        """
        a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i \
        d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g \
        g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n ng ng o o o o o o \
        oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s - b - \
        - - - - - - - - - - - a a - - f - - - - i k k - - - - - - o o - - - - - - - - - - - - - u u - - y y \
        - - - - - - - - - - w - - - - dz dz dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u a a a a a - \
        - - - g g k k o o o o - - j dz dz dz g g - - n n a a - - - - a a a a e e e e i i i i o o o o r r r r \
        u u u u s s t t g g h h - - - - - - a a e e o o o o o o o o y y - - - - - - - - - - - - - - - - - - \
        - - - - - - - - - -
        """)
    /// U+1E00 to U+1EFF, in order.
    static let second: [[UInt8]] = letters(
        """
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k \
        k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s \
        s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z \
        h t w y a s - - - - a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e \
        i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y \
        - - - - - -
        """)

    private static func letters(_ list: String) -> [[UInt8]] {
        list.utf8.split(separator: UInt8(ascii: " ")).map { $0.elementsEqual("-".utf8) ? [] : Array($0) }
    }

    /// The plain letters for a scalar outside ASCII; nil where it is no Latin letter.
    static func plain(_ value: UInt32) -> [UInt8]? {
        let letters: [UInt8]
        switch value {
        case 0xC0...0x24F: letters = first[Int(value - 0xC0)]
        case 0x1E00...0x1EFF: letters = second[Int(value - 0x1E00)]
        case 0x0259: letters = [UInt8(ascii: "a")]
        default: return nil
        }
        return letters.isEmpty ? nil : letters
    }
}
