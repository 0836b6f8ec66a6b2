import HearsayCore

/// A web archive (WARC 1.0, 1.1), plain or packed record by record: the pages in it, in their order. Never held as a whole.
final class WebArchive: Container {
    private let intake: Intake
    private let unread: Unread
    /// Where the archive is packed: its members, a record each.
    private let members: Gunzip?
    /// The member that is open, or the whole archive.
    private var stream: Buffered?
    private var number = 0

    init(intake: Intake, _ stream: Buffered, members: Gunzip?, _ unread: Unread) {
        self.intake = intake
        self.unread = unread
        self.members = members
        self.stream = stream
    }

    func next() -> Content? {
        while let open = stream {
            let before = number
            do throws(Fault) {
                switch try record(open) {
                case .entry(let entry)?: return .entry(entry)
                case .passed?: continue
                case nil:
                    guard let members else {
                        stream = nil
                        continue
                    }
                    stream = try members.nextMember() ? Buffered(members) : nil
                }
            } catch {
                if number == before { number += 1 }
                let entry = Entry(IntakeError(location, error.reason))
                if let members {
                    // The next member can be read where this one cannot.
                    let isOn = (try? members.findMember()) ?? false
                    stream = isOn ? Buffered(members) : nil
                } else if case .brokenRecord = error.reason {
                    _ = try? lost(open, "", isCounted: true)
                } else {
                    stream = nil
                }
                return .entry(entry)
            }
        }
        return nil
    }

    private var location: Location { unread.location.step(.record(number)) }

    private enum Record { case entry(Entry), passed }

    /// The next record; nil at the end of what is open.
    private func record(_ stream: Buffered) throws(Fault) -> Record? {
        var raw: [UInt8] = []
        // Some archives part records by more lines than they should.
        while raw.isEmpty {
            guard let line = try stream.line(limit: 4096) else { return nil }
            guard case .whole(let words) = line else { return try lost(stream, "it does not begin as a record does") }
            if words.isEmpty || words == [0x0D] { continue }
            guard words.starts(with: "WARC/".utf8) else { return try lost(stream, "it does not begin as a record does") }
            raw = words + [0x0A]
        }
        number += 1
        while true {
            guard let line = try stream.line(limit: 1 << 16), case .whole(let words) = line, raw.count < 1 << 20 else {
                throw Fault(.brokenRecord("its head has no end"))
            }
            raw += words + [0x0A]
            if words.isEmpty || words == [0x0D] { break }
        }
        let head = MailHead(Decoding.text(raw).split(whereSeparator: \.isNewline).dropFirst())
        guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
            return try lost(stream, "its head gives no length", isCounted: true)
        }
        let top = WebPage(head: head, block: Array(try stream.peek(min(length, 1 << 16)).prefix(length)))
        guard top.isPage else {
            let passed = try stream.skip(length)
            if passed < length { throw Fault(.brokenRecord("it ends \(length - passed) bytes too early")) }
            return .passed
        }
        let limit = intake.limits.document
        guard length <= limit else {
            _ = try stream.skip(length)
            return .entry(Entry(IntakeError(location, .tooLarge(bytes: length, limit: limit))))
        }
        let block = try stream.take(length)
        raw += block
        if block.count < length {
            return .entry(Entry(IntakeError(location, .brokenRecord("it ends \(length - block.count) bytes too early")), bytes: raw))
        }
        let behind = try stream.peek(6)
        if !behind.isEmpty, behind.first != 0x0D, behind.first != 0x0A, !behind.starts(with: "WARC/".utf8) {
            // What it swallowed of the next is given back.
            if let next = block.startOfRecord { stream.giveBack(Array(block[next...])) }
            return .entry(Entry(IntakeError(location, .brokenRecord("its length is wrong")), bytes: raw))
        }
        return .entry(entry(head, raw, from: raw.count - block.count))
    }

    private func entry(_ head: MailHead, _ raw: [UInt8], from start: Int) -> Entry {
        let (intake, location) = (intake, location)
        let seen = head["warc-date"]
        return Entry(location, bytes: raw, seen: seen) {
            let page = WebPage(head: head, block: Array(raw[start...]))
            do throws(Fault) {
                return intake.page(try page.content(limits: intake.limits), location, page.given)
            } catch {
                return .failure(IntakeError(location, error.reason))
            }
        }
    }

    /// Bytes that are no record: goes on to the next one.
    private func lost(_ stream: Buffered, _ why: String, isCounted: Bool = false) throws(Fault) -> Record {
        if !isCounted { number += 1 }
        while let line = try stream.line(limit: 1 << 16) {
            guard case .whole(let words) = line, words.starts(with: "WARC/1.".utf8), words.count < 16 else { continue }
            stream.giveBack(words + [0x0A])
            break
        }
        return .entry(Entry(IntakeError(location, .brokenRecord(why))))
    }
}

extension [UInt8] {
    /// Where a line "WARC/1.…" begins in it.
    fileprivate var startOfRecord: Int? {
        let mark = Array("\nWARC/1.".utf8)
        var at = startIndex
        while let line = self[at...].firstIndex(of: 0x0A) {
            if self[line...].starts(with: mark) { return line + 1 }
            at = line + 1
        }
        return nil
    }
}
