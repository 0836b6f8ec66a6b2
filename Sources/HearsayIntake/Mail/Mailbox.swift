/// A file of many mails (MBOX), a line "From …" before each; never held as a whole.
final class Mailbox: Container {
    private let intake: Intake
    private let stream: Buffered
    private let unread: Unread
    private var number = 0
    private var isAtEnd = false
    private var hasBegun = false
    /// What is still to be given of the last mail; taken from the end.
    private var ready: [Content] = []

    init(intake: Intake, _ stream: Buffered, _ unread: Unread) {
        self.intake = intake
        self.stream = stream
        self.unread = unread
    }

    func next() -> Content? {
        while ready.isEmpty, !isAtEnd { ready = nextMail().reversed() }
        return ready.popLast()
    }

    private func nextMail() -> [Content] {
        var raw: [UInt8] = []
        /// The mail as it was before it was put into the mailbox, where that differs.
        var plain: [UInt8]?
        var size = 0
        var isAfterBlank = false
        let limit = intake.limits.document
        do throws(Fault) {
            while true {
                guard let line = try stream.line(limit: limit) else {
                    isAtEnd = true
                    break
                }
                guard case .whole(let words) = line else {
                    if case .tooLong(let count) = line { size += count }
                    continue
                }
                if !hasBegun || isAfterBlank, isMark(words) {
                    if hasBegun { break }
                    hasBegun = true
                    continue
                }
                hasBegun = true
                isAfterBlank = words.isEmpty || words == [0x0D]
                size += words.count + 1
                if size > limit {
                    (raw, plain) = ([], nil)
                    continue
                }
                // ">From" stands for "From" at the head of a line.
                let isQuoted = words.first == UInt8(ascii: ">") && words.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
                if isQuoted, plain == nil { plain = raw }
                plain? += words.dropFirst(isQuoted ? 1 : 0) + [0x0A]
                raw += words + [0x0A]
            }
        } catch {
            isAtEnd = true
            return [.entry(Entry(IntakeError(unread.location.step(.record(number + 1)), error.reason)))]
        }
        if isAtEnd, size == 0 { return [] }
        number += 1
        var mail = unread
        mail.location = unread.location.step(.record(number))
        if size > limit { return [.entry(Entry(IntakeError(mail.location, .tooLarge(bytes: size, limit: limit))))] }
        return intake.mail(plain ?? raw, mail, raw: raw)
    }

    private func isMark(_ line: [UInt8]) -> Bool {
        line.starts(with: "From ".utf8) && MailMark.opens(String(decoding: line, as: UTF8.self).trimmed)
    }
}
