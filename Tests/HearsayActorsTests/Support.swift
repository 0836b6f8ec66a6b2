import HearsayCore
import Testing

@testable import HearsayActors

/// The package's own tables, read once for all tests.
let resolver: ActorResolver = {
    var folder = #filePath
    for _ in 0..<3 { folder = String(folder[..<folder.lastIndex(of: "/")!]) }
    return ActorResolver(try! ActorLexicon(directory: folder + "/Data/actors"))
}()

func context(_ theatre: [String] = [], on day: String? = nil, memory: ActorMemory = ActorMemory()) -> ActorContext {
    ActorContext(published: day.flatMap { Day(iso: $0) }, theatre: theatre, memory: memory)
}

struct PhraseCase: CustomTestStringConvertible, Sendable {
    var phrase: String
    var theatre: [String]
    var day: String?
    var code: String?
    var name: String?
    var testDescription: String { phrase }

    static let all: [PhraseCase] = actorPhrases.split(separator: "\n").map { line in
        let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
        return PhraseCase(
            phrase: cells[0], theatre: cells[1].split(separator: ",").map(String.init),
            day: cells[2].isEmpty ? nil : cells[2], code: cells[3].isEmpty ? nil : cells[3],
            name: cells.count < 5 || cells[4].isEmpty ? nil : cells[4])
    }
}

extension Substring {
    var trimmed: String {
        var part = self
        while part.first == " " { part = part.dropFirst() }
        while part.last == " " { part = part.dropLast() }
        return String(part)
    }
}
