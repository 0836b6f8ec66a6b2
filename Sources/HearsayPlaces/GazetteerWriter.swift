/// Lays the drafts out as the file that is mapped.
extension GazetteerBuilder {
    func compiled(stamp: UInt64) -> [UInt8] {
        let strings = laidOutStrings()
        let keys = filedKeys()
        var sections: [[UInt8]] = Array(repeating: [], count: Layout.Section.allCases.count)
        func put(_ section: Layout.Section, _ bytes: [UInt8]) { sections[section.rawValue] = bytes }
        put(.places, records(strings.offsets, strings.codes))
        put(.strings, strings.bytes)
        put(.buckets, packed(keys.buckets))
        put(.fingerprints, packed(keys.fingerprints))
        put(.references, packed(keys.references))
        put(.postings, packed(keys.postings))
        put(.admin1, packed(admin1.map(UInt32.init)))
        put(.admin2, packed(admin2.map(UInt32.init)))
        put(
            .countries,
            Array(
                countries.map { "\($0.iso2)\t\($0.iso3)\t\($0.continent)\t\($0.neighbours)\t\($0.draft.map(String.init) ?? "")" }.joined(
                    separator: "\n"
                ).utf8))
        put(
            .disputes,
            Array(
                disputes.map { dispute in
                    ([dispute.name]
                        + dispute.viewpoints.map { "\($0.holder):\($0.stance.rawValue):\($0.country ?? ""):\($0.from ?? ""):\($0.to ?? "")" }).joined(
                            separator: "\t")
                }.joined(separator: "\n").utf8))
        put(
            .rivals,
            Array(
                rivals.sorted { $0.key < $1.key }.map { place, names in
                    (["\(place)"] + names.sorted().map { $0.name + "=" + $0.usedBy.joined(separator: ",") }).joined(separator: "\t")
                }.joined(separator: "\n").utf8))
        return file(sections, stamp)
    }

    private func file(_ sections: [[UInt8]], _ stamp: UInt64) -> [UInt8] {
        var body: [UInt8] = []
        var header = Layout.magic
        var table: [UInt8] = []
        for section in sections {
            while body.count % 8 != 0 { body.append(0) }
            table += packed([UInt32(Layout.headerSize + body.count), UInt32(section.count)])
            body += section
        }
        let length = UInt64(Layout.headerSize + body.count)
        func wide(_ value: UInt64) -> [UInt32] { [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)] }
        header += packed([UInt32(Layout.format), UInt32(sections.count)] + wide(length) + wide(stamp))
        header += packed(wide(body.withUnsafeBytes { GazetteerFile.checksum($0) }))
        while header.count < 48 { header.append(0) }
        header += table
        while header.count < Layout.headerSize - 8 { header.append(0) }
        header += packed(wide(header.withUnsafeBytes { GazetteerFile.checksum($0) }))
        return header + body
    }

    private func packed(_ numbers: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 4)
        for number in numbers { for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) } }
        return bytes
    }

    /// Names of each place (usual one, count, the others), then our codes.
    private func laidOutStrings() -> (bytes: [UInt8], offsets: [UInt32], codes: [UInt32]) {
        var bytes: [UInt8] = []
        var offsets: [UInt32] = []
        var codes: [UInt32] = []
        func append(_ text: String) {
            let cut = Array(text.utf8.prefix(255))
            bytes.append(UInt8(cut.count))
            bytes += cut
        }
        for (index, draft) in drafts.enumerated() {
            offsets.append(UInt32(bytes.count))
            append(draft.name)
            var others = draft.alternates
            for name in rivals[index]?.map(\.name).sorted() ?? [] where name != draft.name && !others.contains(name) { others.append(name) }
            bytes.append(UInt8(min(255, others.count)))
            for other in others.prefix(255) { append(other) }
        }
        for draft in drafts {
            if let id = draft.geonames {
                codes.append(UInt32(id))
            } else {
                codes.append(UInt32(bytes.count))
                append(draft.ours)
            }
        }
        return (bytes, offsets, codes)
    }

    private func records(_ offsets: [UInt32], _ codes: [UInt32]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(drafts.count * Layout.placeSize)
        for (index, draft) in drafts.enumerated() {
            let lat = UInt32(bitPattern: Int32((draft.latitude * 100_000).rounded()))
            let lon = UInt32(bitPattern: Int32((draft.longitude * 100_000).rounded()))
            bytes += packed([lat, lon, UInt32(clamping: draft.population), offsets[index], codes[index]])
            for number in [draft.country, draft.admin1, draft.admin2] {
                bytes += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
            }
            bytes += [draft.kind.rawValue, UInt8(clamping: draft.renown), draft.flags, UInt8(draft.dispute)]
            let radius = UInt16(clamping: draft.radius)
            bytes += [UInt8(truncatingIfNeeded: radius), UInt8(truncatingIfNeeded: radius >> 8)]
        }
        return bytes
    }

    /// All keys in order of their hashes, with the places that they lead to.
    private func filedKeys() -> (buckets: [UInt32], fingerprints: [UInt32], references: [UInt32], postings: [UInt32]) {
        var filed: [(hash: UInt64, posting: UInt32)] = []
        filed.reserveCapacity(drafts.count * 6)
        func file(_ name: String, _ flags: UInt32, _ place: Int, loosely: Bool = true) {
            let words = Folding.words(name)
            let close = Folding.close(words)
            guard !close.isEmpty else { return }
            filed.append((Folding.hash(close), UInt32(place) | flags))
            guard loosely else { return }
            let loose = Folding.loose(words)
            if !loose.isEmpty { filed.append((Folding.hash(loose), UInt32(place) | flags)) }
        }
        for (index, draft) in drafts.enumerated() {
            file(draft.name, Layout.usualName, index)
            for name in draft.alternates { file(name, draft.flags & Layout.isOurs != 0 ? Layout.ourName : 0, index) }
        }
        for extra in extraNames { file(extra.name, extra.flags, extra.draft, loosely: extra.flags == Layout.ourName) }
        // The part of the hash that the file keeps decides which keys are one.
        let shift = UInt64(64 - Layout.bucketBits)
        func kept(_ hash: UInt64) -> UInt64 { (hash >> shift) << 32 | UInt64(UInt32(truncatingIfNeeded: hash)) }
        filed = filed.map { (kept($0.hash), $0.posting) }
        filed.sort { ($0.hash, $0.posting & Layout.placeMask, $0.posting) < ($1.hash, $1.posting & Layout.placeMask, $1.posting) }

        var buckets = Array(repeating: UInt32(0), count: 1 << Layout.bucketBits)
        var fingerprints: [UInt32] = []
        var references: [UInt32] = []
        var postings: [UInt32] = []
        var start = 0
        while start < filed.count {
            var end = start
            var list: [UInt32] = []
            while end < filed.count, filed[end].hash == filed[start].hash {
                // One place under one key once, with all the ways in which the name belongs to it.
                if let last = list.last, last & Layout.placeMask == filed[end].posting & Layout.placeMask {
                    list[list.count - 1] |= filed[end].posting
                } else {
                    list.append(filed[end].posting)
                }
                end += 1
            }
            buckets[Int(filed[start].hash >> 32)] += 1
            fingerprints.append(UInt32(truncatingIfNeeded: filed[start].hash))
            if list.count == 1 {
                references.append(list[0] | Layout.single)
            } else {
                references.append(UInt32(postings.count))
                postings.append(UInt32(list.count))
                postings += list
            }
            start = end
        }
        var sum: UInt32 = 0
        var starts: [UInt32] = []
        for count in buckets {
            starts.append(sum)
            sum += count
        }
        starts.append(sum)
        return (starts, fingerprints, references, postings)
    }
}
