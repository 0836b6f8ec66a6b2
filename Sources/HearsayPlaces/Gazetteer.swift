/// All places that Hearsay knows, by name.
///
/// A look-up folds case, accents, apostrophes, hyphens, the Arabic article and transliteration:
/// "Hodeidah" finds Al Ḩudaydah, "Jisr al-Shughur" finds Jisr ash Shughūr.
public struct Gazetteer: Sendable {
    let file: GazetteerFile

    /// Maps the compiled file at a path; takes less than a millisecond.
    public init(contentsOf path: String) throws {
        file = try GazetteerFile(path: path)
    }

    /// Throws where a byte of the file is not as it was built; reads all of it.
    public func verify() throws { try file.verify() }

    /// How many places it has.
    public var count: Int { file.placeCount }
    /// Names what it holds, for a Run's record: the same tables give the same version on every machine, another row another.
    public var version: String { GazetteerFile.hexadecimal(file.contents) }
    /// How many names lead to them, those that fold alike counted once.
    public var nameCount: Int { file.keyCount }
    /// Disputed areas, and places that sides call by different names.
    public var disputedAreas: Int { file.disputeCount }
    public var rivalPlaces: Int { file.rivalCount }

    /// How a name led to a place.
    public enum Match: Int, Sendable, Comparable {
        /// The name as the tables have it, but for case, accents and hyphens.
        case usual, other, short
        /// A name of its people: "Syrian".
        case people
        /// The same name in another transliteration or without the article.
        case loose
        /// A slip of one letter.
        case slip
        public static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
    }

    public struct Candidate: Sendable, Hashable {
        public var place: Place
        public var match: Match
    }

    /// The places that bear a name, the likeliest without context first.
    public func candidates(for name: String) -> [Place] {
        matches(for: name).sorted {
            Resolver.prior($0) > Resolver.prior($1) || (Resolver.prior($0) == Resolver.prior($1) && $0.place.index < $1.place.index)
        }.map(\.place)
    }

    /// The places that bear a name and how it led to them, in the order of the file.
    public func matches(for name: String) -> [Candidate] {
        let words = Folding.words(name)
        var found: [Candidate] = []
        collect(Folding.close(words), loosely: false, into: &found)
        let loose = Folding.loose(words)
        if !loose.isEmpty { collect(loose, loosely: true, into: &found) }
        return found
    }

    /// Places whose name differs by one letter left out, put in, changed or swapped with its neighbour.
    public func slips(of name: String) -> [Candidate] {
        let key = Folding.close(name)
        guard key.count >= 5, key.count <= 32 else { return [] }
        var found: [Candidate] = []
        var seen = Set<Int>()
        func look(_ key: [UInt8]) {
            file.postings(of: key) { posting in
                let index = Int(posting & Layout.placeMask)
                if posting & Layout.peopleName == 0, seen.insert(index).inserted {
                    found.append(Candidate(place: Place(file, index), match: .slip))
                }
            }
        }
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        for at in 0...key.count {
            var changed = key
            if at < key.count {
                changed.remove(at: at)
                look(changed)
                for letter in letters where letter != key[at] {
                    changed = key
                    changed[at] = letter
                    look(changed)
                }
            }
            if at + 1 < key.count, key[at] != key[at + 1] {
                changed = key
                changed.swapAt(at, at + 1)
                look(changed)
            }
            for letter in letters {
                changed = key
                changed.insert(letter, at: at)
                look(changed)
            }
        }
        return found.sorted { $0.place.index < $1.place.index }
    }

    /// The places that bear exactly this name, but for case, accents and hyphens; in the order of the file.
    public func exact(_ name: String) -> [Candidate] {
        var found: [Candidate] = []
        collect(Folding.close(name), loosely: false, into: &found)
        return found
    }

    /// Whether any place bears the name, apart from transliteration.
    public func knows(_ name: String) -> Bool {
        var known = false
        file.postings(of: Folding.close(name)) { _ in known = true }
        return known
    }

    private func collect(_ key: [UInt8], loosely: Bool, into found: inout [Candidate]) {
        guard !key.isEmpty else { return }
        let already = found.count
        file.postings(of: key) { posting in
            let index = Int(posting & Layout.placeMask)
            if loosely, found[..<already].contains(where: { $0.place.index == index }) { return }
            let match: Match =
                if loosely { .loose } else if posting & Layout.usualName != 0 { .usual } else if posting & Layout.shortForm != 0 {
                    .short
                } else if posting & Layout.peopleName != 0 { .people } else if posting & Layout.ourName != 0 { .usual } else { .other }
            found.append(Candidate(place: Place(file, index), match: match))
        }
    }

    /// A country by its ISO code, two letters or three.
    public func country(_ code: String) -> Place? {
        file.countries.first { $0.iso2 == code || $0.iso3 == code }?.place.flatMap { $0 < file.placeCount ? Place(file, $0) : nil }
    }
}
