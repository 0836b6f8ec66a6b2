/// A gzip file, which may be many packed members one behind the other, as web archives are: a record each.
final class Gunzip: ByteStream {
    private let packed: Buffered
    private let limits: Limits
    private var member: InflateStream?
    private var isFirst = true

    init(_ packed: Buffered, limits: Limits) {
        self.packed = packed
        self.limits = limits
    }

    /// Goes to the next member, past what is left of this one; false at the end.
    func nextMember() throws(Fault) -> Bool {
        while try read() != nil {}
        return try open()
    }

    /// Looks for the next member where this one is damaged.
    func findMember() throws(Fault) -> Bool {
        member = nil
        _ = try packed.skip(1)
        while true {
            let ahead = try packed.peek(1 << 16)
            if ahead.count < 10 { return false }
            for at in ahead.indices.dropLast(3) where ahead[at] == 0x1F && ahead[at + 1] == 0x8B && ahead[at + 2] == 8 && ahead[at + 3] & 0xE0 == 0 {
                _ = try packed.skip(at - ahead.startIndex)
                return try open()
            }
            _ = try packed.skip(ahead.count - 3)
        }
    }

    private func open() throws(Fault) -> Bool {
        let head = try packed.peek(2)
        guard head.starts(with: [0x1F, 0x8B]) else {
            // Zeros and other padding may stand behind the last member.
            if !isFirst || head.isEmpty { return false }
            throw Fault(.brokenPacking("it is no gzip file"))
        }
        isFirst = false
        member = InflateStream(packed, .gzip, limits: limits)
        return true
    }

    /// The next bytes of this member; nil at its end.
    func read() throws(Fault) -> [UInt8]? {
        if let bytes = try member?.read() { return bytes }
        member = nil
        return nil
    }
}

/// All members of a gzip file as one stream.
final class GunzipAll: ByteStream {
    private let members: Gunzip
    /// What was read of the first already.
    private var first: Buffered?
    private var isOpen = true

    init(_ members: Gunzip, first: Buffered) {
        self.members = members
        self.first = first
    }

    func read() throws(Fault) -> [UInt8]? {
        if let bytes = try first?.read() { return bytes }
        first = nil
        while true {
            if isOpen, let bytes = try members.read() { return bytes }
            isOpen = try members.nextMember()
            if !isOpen { return nil }
        }
    }
}
