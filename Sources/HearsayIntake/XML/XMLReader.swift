internal import CLibXML2

/// What an XML text calls out as it is read: no tree is built.
protocol XMLReading: AnyObject {
    /// - Parameter name: with the space of names that it belongs to.
    func open(_ name: XMLName, _ attributes: [String: String])
    func close(_ name: XMLName)
    func text(_ words: String)
}

/// A name in XML: "encoded" of "http://purl.org/rss/1.0/modules/content/".
struct XMLName: Hashable {
    var local: String
    var space: String
}

/// Runs libxml2 over a text. No type declaration is loaded, no entity is known but XML's and HTML's letters, no connection is opened.
enum XMLReader {
    /// What was wrong with the text, where something was; what stood before was called out all the same.
    static func read(_ text: String, limits: Limits, into reading: some XMLReading) throws(Fault) -> Fault? {
        guard PageParser.isReady, let context = xmlNewParserCtxt() else { throw Fault(.brokenXML("no memory", line: 0)) }
        defer { xmlFreeParserCtxt(context) }
        let relay = Relay(reading, deepest: limits.levels)
        relay.stop = { xmlStopParser(context) }
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, name, _, space, _, _, count, _, attributes in
            Relay.from(user).open(name, space, Int(count), attributes)
        }
        handler.endElementNs = { user, name, _, space in Relay.from(user).close(name, space) }
        handler.characters = { user, bytes, count in Relay.from(user).add(bytes, count) }
        handler.cdataBlock = handler.characters
        handler.ignorableWhitespace = handler.characters
        context.pointee.sax.pointee = handler
        context.pointee.userData = Unmanaged.passUnretained(relay).toOpaque()
        var options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_RECOVER.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        // The library's own limit is 256 levels.
        if limits.levels > 250 { options |= XML_PARSE_HUGE.rawValue }
        var bytes = XMLEntities.written(Array(text.utf8))
        bytes.withUnsafeMutableBytes { buffer in
            let characters = buffer.bindMemory(to: CChar.self)
            _ = xmlCtxtReadMemory(context, characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8", Int32(options))
        }
        relay.stop = {}
        relay.flush()
        if relay.isTooDeep { throw Fault(.tooManyLevels(limit: limits.levels)) }
        guard context.pointee.wellFormed == 0 else { return nil }
        let error = xmlCtxtGetLastError(context)?.pointee
        let why = error?.message.map { String(cString: $0).trimmed } ?? "it is cut short"
        return Fault(.brokenXML(why, line: Int(error?.line ?? 0)))
    }
}

/// Hands on what the library calls out.
private final class Relay {
    private let reading: any XMLReading
    private let deepest: Int
    private var depth = 0
    private var pending: [UInt8] = []
    private(set) var isTooDeep = false
    var stop: () -> Void = {}

    init(_ reading: any XMLReading, deepest: Int) {
        self.reading = reading
        self.deepest = deepest
    }

    static func from(_ user: UnsafeMutableRawPointer?) -> Relay { Unmanaged<Relay>.fromOpaque(user!).takeUnretainedValue() }

    private func name(_ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?) -> XMLName {
        XMLName(local: local.map { String(cString: $0) } ?? "", space: space.map { String(cString: $0) } ?? "")
    }

    /// Attributes come as five pointers each: name, prefix, space, start and end of the value.
    func open(
        _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?, _ count: Int,
        _ given: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !isTooDeep else { return }
        flush()
        depth += 1
        if depth > deepest {
            isTooDeep = true
            stop()
            return
        }
        var attributes: [String: String] = [:]
        for index in 0..<count {
            guard let given, let key = given[index * 5], let start = given[index * 5 + 3], let end = given[index * 5 + 4] else { continue }
            attributes[String(cString: key)] = String(decoding: UnsafeBufferPointer(start: start, count: max(0, end - start)), as: UTF8.self)
        }
        reading.open(name(local, space), attributes)
    }

    func close(_ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?) {
        guard !isTooDeep else { return }
        flush()
        depth -= 1
        reading.close(name(local, space))
    }

    func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let bytes, count > 0, !isTooDeep else { return }
        pending.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    func flush() {
        guard !pending.isEmpty else { return }
        reading.text(String(decoding: pending, as: UTF8.self))
        pending.removeAll(keepingCapacity: true)
    }
}
