import Foundation
import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite("Model files")
struct ModelFileTests {
    private func error(_ bytes: Data) throws -> ModelError? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
        try bytes.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        do {
            _ = try LanguageModel(contentsOf: url.path)
            return nil
        } catch let error as ModelError { return error }
    }

    @Test func saysWhatIsWrong() throws {
        #expect(throws: ModelError.self) { try LanguageModel(contentsOf: "/nowhere/at-all") }
        #expect(throws: ModelError.self) { try LanguageModel(contentsOf: "/") }
        guard case .truncated = try error(Data()) else { Issue.record("empty file"); return }
        guard case .notAModel = try error(Data(repeating: 65, count: 4000)) else { Issue.record("other file"); return }
        guard case .notAModel = try error(Data("short".utf8)) else { Issue.record("short file"); return }
    }

    @Test(.enabled(if: shippedModel != nil, "no model file in Models/"))
    func damageIsFound() throws {
        let path = try #require(DataFiles.find(LanguageModel.fileName, folder: "Models"))
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        guard case .truncated = try error(whole.prefix(whole.count - 1)) else { Issue.record("cut by one byte"); return }
        guard case .truncated = try error(whole.prefix(100)) else { Issue.record("cut to 100 bytes"); return }
        for at in [20_000, whole.count / 2, whole.count - 1, 40] {
            var altered = whole
            altered[at] ^= 4
            guard case .altered = try error(altered) else { Issue.record("byte \(at)"); return }
        }
        guard case .altered = try error(whole + Data([0])) else { Issue.record("longer"); return }
        var newer = whole
        newer[8] = 99
        guard case .version = try error(newer) else { Issue.record("version"); return }
    }
}
