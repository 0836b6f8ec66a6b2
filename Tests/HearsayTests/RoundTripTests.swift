import Foundation
import Hearsay
import HearsayCore
import HearsayIntake
import Testing

/// Reports go through JSON and come back the same, whatever is in them.
@Suite struct RoundTripTests {
    private static func files(_ folder: String, ending: String) -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ["seen", "held"].flatMap { half -> [String] in
            let directory = root.appending(path: "Corpus/\(folder)/\(half)")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
            return names.filter { $0.hasSuffix(ending) }.sorted().map { directory.appending(path: $0).path }
        }
    }

    @Test func `every report on an article of the corpus comes back byte for byte`() throws {
        let articles = Self.files("articles", ending: ".txt")
        #expect(articles.count > 40)
        for article in articles {
            for result in Intake().documents(at: article) {
                let line = Shipped.reader.read(try result.get()).json.line
                #expect(try Report(line: line).json.line == line, "\(article)")
            }
        }
    }

    @Test func `every annotated report of the corpus is read, and once written stays as it is`() throws {
        let annotated = Self.files("gold", ending: ".gold.json")
        #expect(annotated.count > 40)
        for file in annotated {
            let json = try JSON(reading: try Data(contentsOf: URL(filePath: file)))
            guard case .array(let claims)? = json["claims"] else { throw ReportMissing(file: file) }
            let report = try Report(json: json)
            #expect(report.claims.count == claims.count, "\(file)")
            let line = report.json.line
            #expect(try Report(line: line).json.line == line, "\(file)")
        }
    }

    private struct ReportMissing: Error { let file: String }
}
