public import HearsayCore

/// Names made of content: the same content has the same name in every ledger.
enum Identity {
    /// "c-" and 32 hexadecimal digits of the SHA-256 of the parts, each with its length, so that no two lists run together.
    static func of(_ letter: String, _ parts: [String]) -> String {
        var hash = SHA256()
        for part in parts {
            let bytes = part.utf8
            hash.update("\(bytes.count):".utf8)
            hash.update(bytes)
        }
        return letter + "-" + hash.hexDigest().prefix(32)
    }

    /// A field as a part: a missing one is told from an empty one by the sign in front.
    static func part(_ field: String?) -> String { field.map { "=" + $0 } ?? "-" }
}

extension Document {
    /// Names the document by all that it says of itself and all its words.
    public var uid: String {
        Document.uid(
            name: id, url: url, outlet: publisher, title: title, byline: byline, published: published?.description,
            publishedBy: publishedBy?.rawValue, language: language, text: text.string)
    }

    static func uid(
        name: String, url: String?, outlet: String?, title: String?, byline: String?, published: String?, publishedBy: String?, language: String?,
        text: String
    ) -> String {
        let fields = [url, outlet, title, byline, published, publishedBy, language].map(Identity.part)
        return Identity.of("d", [name] + fields + [text])
    }
}

extension Claim {
    /// Names the claim by its document and all its fields, but for the labels c7, i3, which hold inside one report only.
    public func uid(in documentUID: String) -> String { Claim.uid(of: Claim.unlabelled(json), in: documentUID) }

    static func uid(of line: String, in documentUID: String) -> String { Identity.of("c", [documentUID, line]) }

    static func unlabelled(_ json: JSON) -> String {
        guard case .object(let members) = json else { return json.line }
        return JSON.object(members.filter { $0.key != "id" && $0.key != "incident" }).line
    }

    /// The way back: the claim as its report wrote it.
    static func labelled(_ json: JSON, _ label: String, incident: String) -> JSON {
        guard case .object(let members) = json else { return json }
        return .object([.init("id", .string(label)), .init("incident", .string(incident))] + members)
    }
}
