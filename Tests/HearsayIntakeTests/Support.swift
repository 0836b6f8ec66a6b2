import Foundation
import HearsayCore
import HearsayIntake

/// A folder of its own, gone when the test is over.
final class Folder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// A location without the folder before it.
    func short(_ location: some CustomStringConvertible) -> String { location.description.replacingOccurrences(of: path + "/", with: "") }
}

/// A sentence of news about a place, and the page and the text that tell it.
enum Story {
    static func sentence(_ place: String) -> String {
        "The army denied on Monday that its soldiers had raided the village of \(place), where residents said six people were killed."
    }

    static func page(_ place: String) -> String {
        "<!DOCTYPE html><html lang=en><head><title>Army denies raid on \(place)</title></head><body><nav><a href='/'>Home</a></nav><h1>Army denies raid on \(place)</h1><p>\(sentence(place))</p></body></html>"
    }
}

extension Intake {
    /// What comes of bytes: texts of documents, or errors, each behind its location.
    func told(_ bytes: [UInt8], named name: String) -> [String] { entries(in: bytes, named: name).map(\.told) }
    func told(_ text: String, named name: String) -> [String] { told(Array(text.utf8), named: name) }
}

extension Entry {
    /// "a.jsonl:1 The army denied it." or "a.jsonl:2: not JSON …"
    var told: String {
        switch document() {
        case .success(let document): "\(location) \(document.text.string.replacingOccurrences(of: "\n", with: " / "))"
        case .failure(let error): error.description
        }
    }
}
