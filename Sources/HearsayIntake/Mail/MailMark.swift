/// The line before each mail of a mailbox: "From ruiz@example.org Wed Mar  6 07:00:00 2024".
enum MailMark {
    static func opens(_ line: some StringProtocol) -> Bool {
        guard line.hasPrefix("From "), line.utf8.count < 400 else { return false }
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count >= 3 else { return false }
        let hasYear = words.dropFirst(2).contains { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) }
        // "From 2011 to 2024 the town was held by rebels." is a sentence.
        return hasYear && words.contains { $0.split(separator: ":").count >= 2 && $0.first!.isNumber }
    }
}
