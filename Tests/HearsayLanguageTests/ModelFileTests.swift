import CHearsayKernels
import Foundation
import HearsayCore
import Testing

@testable import HearsayLanguage

/// A damaged or foreign file gives an error that names the file, what is wrong and the way out.
@Suite struct `Model files` {
    /// What opening a file with these bytes says, its path written as PATH; nil where it opens.
    private func fault(_ bytes: Data) throws -> String? {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString).hearsay-model")
        try bytes.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        do {
            _ = try LanguageModel(explicit: url.path)
            return nil
        } catch let error as ModelError { return "\(error)".replacingOccurrences(of: url.path, with: "PATH") }
    }

    private func fault(at choice: String) -> String? {
        do {
            _ = try LanguageModel(explicit: choice)
            return nil
        } catch { return "\(error)" }
    }

    @Test func `a file that is not there`() {
        #expect(
            fault(at: "/nowhere/at-all.hearsay-model")
                == "cannot open the language model /nowhere/at-all.hearsay-model: No such file or directory; give the path of a .hearsay-model file")
    }
    @Test func `a directory`() {
        #expect(fault(at: "/") == "cannot open the language model /: not a file; give the path of a .hearsay-model file")
    }
    @Test func `an empty file`() throws {
        #expect(try fault(Data()) == "the language model PATH is incomplete: 0 bytes of 32; fetch it again")
    }
    @Test(arguments: [Data("short".utf8), Data(repeating: 65, count: 31), Data(repeating: 65, count: 4000)]) func `another file`(_ bytes: Data) throws
    {
        #expect(try fault(bytes) == "PATH is not a Hearsay language model; give the path of a .hearsay-model file")
    }
    @Test func `a name that no model has`() {
        let known = DataFiles.names(ending: LanguageModel.fileEnding, folder: "Models")
        let rest =
            known.isEmpty
            ? ", nor any other in Models/ or beside the program; give a file's path or set HEARSAY_DATA"
            : "; give one of \(known.joined(separator: ", ")), or a file's path"
        #expect(fault(at: "carefull") == "there is no language model 'carefull'" + rest)
    }

    // MARK: The file that ships, harmed

    private static let path = DataFiles.find(LanguageModel.usualName + LanguageModel.fileEnding, folder: "Models")

    private func shipped() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: try #require(Self.path))) }

    @Test(.enabled(if: path != nil, "no model file in Models/")) func `a model by its name and by its path is one`() throws {
        let byPath = try LanguageModel(explicit: Self.path)
        #expect(try LanguageModel(explicit: "careful").identifier == byPath.identifier)
        #expect(try LanguageModel().identifier == byPath.identifier)
    }

    @Test(.enabled(if: path != nil, "no model file in Models/")) func `a truncated file`() throws {
        let whole = try shipped()
        for count in [whole.count - 1, whole.count / 2, 100, 32] {
            #expect(
                try fault(whole.prefix(count)) == "the language model PATH is incomplete: \(count) bytes of \(whole.count); fetch it again")
        }
    }

    @Test(.enabled(if: path != nil, "no model file in Models/")) func `a flipped bit, or more behind the end`() throws {
        let whole = try shipped()
        for at in [24, 40, 20_000, whole.count / 2, whole.count - 1] {
            var altered = whole
            altered[at] ^= 4
            #expect(try fault(altered) == "the language model PATH is damaged: its checksum does not fit; fetch it again", "byte \(at)")
        }
        #expect(try fault(whole + Data([0])) == "the language model PATH is damaged: its checksum does not fit; fetch it again")
    }

    @Test(.enabled(if: path != nil, "no model file in Models/")) func `wrong first bytes, and a version to come`() throws {
        var other = try shipped()
        other[0] ^= 1
        #expect(try fault(other) == "PATH is not a Hearsay language model; give the path of a .hearsay-model file")
        var newer = try shipped()
        newer[8] = 99
        #expect(try fault(newer) == "the language model PATH has format 99, this program reads format 1; take both from one release")
    }

    /// The checksum fits, the contents do not: whatever a section says of itself, opening it must not trap.
    @Test(.enabled(if: path != nil, "no model file in Models/")) func `a file that was written wrongly`() throws {
        var bytes = try shipped()
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
        try bytes.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let handle = try FileHandle(forUpdating: url)
        func put(_ data: Data, at offset: Int) throws {
            bytes.replaceSubrange(offset..<offset + data.count, with: data)
            try handle.seek(toOffset: UInt64(offset))
            try handle.write(contentsOf: data)
        }
        let sections = Int(bytes[12])
        #expect(sections > 10)
        for section in 0..<sections {
            // Name, offset, length, rows, columns of the section's entry in the table.
            for (field, value) in [(0, 1), (40, 64), (48, 1 << 62), (56, 0), (60, 0xFFFF_FFFF)] {
                let at = 32 + section * 64 + field
                let size = field < 56 ? 8 : 4
                let before = Data(bytes[at..<at + size])
                try put(withUnsafeBytes(of: UInt64(value).littleEndian) { Data($0.prefix(size)) }, at: at)
                let sum = bytes.withUnsafeBytes { hk_checksum($0.baseAddress! + 32, $0.count - 32) }
                try put(withUnsafeBytes(of: sum.littleEndian) { Data($0) }, at: 24)
                do {
                    _ = try LanguageModel(contentsOf: url.path)
                } catch let error as ModelError {
                    #expect("\(error)".contains("does not fit this program: "), "section \(section), field \(field)")
                }
                try put(before, at: at)
            }
        }
    }
}
