/// A value inside a JSON text together with the way to it, so that what is wrong can be named.
struct JSONPath {
    let value: JSON
    /// "claims[3].date".
    let path: String

    init(_ value: JSON, _ path: String = "") {
        self.value = value
        self.path = path
    }

    /// The member of a key; nil where there is none or it is null.
    subscript(_ key: String) -> JSONPath? { value[key].map { JSONPath($0, below(key)) } }

    func need(_ key: String) throws(ReportError) -> JSONPath {
        guard case .object = value else { throw .wrongKind(path, wanted: "an object", found: value) }
        guard let member = self[key] else { throw .missing(below(key)) }
        return member
    }

    /// The elements of a list; none where the key is absent or null.
    func list(_ key: String) throws(ReportError) -> [JSONPath] {
        guard let member = self[key] else { return [] }
        guard case .array(let values) = member.value else { throw .wrongKind(member.path, wanted: "a list", found: member.value) }
        return values.enumerated().map { JSONPath($1, "\(member.path)[\($0)]") }
    }

    /// The members of an object in their order; none where the key is absent or null.
    func members(_ key: String) throws(ReportError) -> [(key: String, value: JSONPath)] {
        guard let member = self[key] else { return [] }
        guard case .object(let members) = member.value else { throw .wrongKind(member.path, wanted: "an object", found: member.value) }
        return members.map { ($0.key, JSONPath($0.value, "\(member.path).\($0.key)")) }
    }

    func string() throws(ReportError) -> String {
        guard case .string(let text) = value else { throw .wrongKind(path, wanted: "a string", found: value) }
        return text
    }

    func int() throws(ReportError) -> Int {
        guard case .int(let number) = value else { throw .wrongKind(path, wanted: "a whole number", found: value) }
        return number
    }

    func double() throws(ReportError) -> Double {
        switch value {
        case .double(let number): return number
        case .int(let number): return Double(number)
        default: throw .wrongKind(path, wanted: "a number", found: value)
        }
    }

    func bool() throws(ReportError) -> Bool {
        guard case .bool(let flag) = value else { throw .wrongKind(path, wanted: "true or false", found: value) }
        return flag
    }

    func day() throws(ReportError) -> Day {
        let word = try string()
        guard let day = Day(iso: word) else { throw .noDay(path, word) }
        return day
    }

    /// One of an enumeration's words.
    func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws(ReportError) -> Word where Word.RawValue == String {
        let text = try string()
        guard let word = Word(rawValue: text) else { throw .unknownWord(path, text, known: Word.allCases.map(\.rawValue)) }
        return word
    }

    func string(_ key: String) throws(ReportError) -> String { try need(key).string() }
    func string(ifAny key: String) throws(ReportError) -> String? { try self[key]?.string() }
    func int(ifAny key: String) throws(ReportError) -> Int? { try self[key]?.int() }
    func day(ifAny key: String) throws(ReportError) -> Day? { try self[key]?.day() }

    private func below(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
