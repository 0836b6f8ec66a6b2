import HearsayCore

/// A file of JSON Lines: one document a line, never held as a whole.
final class JSONLines: Container {
    private let intake: Intake
    private let stream: Buffered
    private let file: Location
    private let given: Given
    private var number = 0
    private var isAtEnd = false

    init(intake: Intake, _ stream: Buffered, _ unread: Unread) {
        self.intake = intake
        self.stream = stream
        file = unread.location
        given = unread.given
    }

    func next() -> Content? {
        while !isAtEnd {
            number += 1
            let location = file.step(.line(number))
            do throws(Fault) {
                switch try stream.line(limit: intake.limits.document) {
                case .whole(let line)?:
                    if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
                    return .entry(entry(line, location))
                case .tooLong(let size)?:
                    throw Fault(.tooLarge(bytes: size, limit: intake.limits.document))
                case nil: isAtEnd = true
                }
            } catch {
                if case .tooLarge = error.reason {} else { isAtEnd = true }
                return .entry(Entry(IntakeError(location, error.reason)))
            }
        }
        return nil
    }

    private func entry(_ line: [UInt8], _ location: Location) -> Entry {
        Entry(location, bytes: line, seen: given.seen) { [intake] in
            do throws(JSON.Fault) {
                return intake.document(try JSON(reading: Decoding.text(line).utf8), location)
            } catch {
                return .failure(IntakeError(location, .notJSON(error.description)))
            }
        }
    }
}

extension Intake {
    /// A whole file of JSON: one document, an array of them, or an answer of ReliefWeb's.
    func objects(_ bytes: [UInt8], _ unread: Unread) -> any Container {
        let location = unread.location
        let value: JSON
        do {
            value = try JSON(reading: Decoding.text(bytes).utf8)
        } catch {
            return Ready(IntakeError(location, .notJSON(error.description)), bytes: bytes)
        }
        let values: [JSON]
        if case .array(let found) = value {
            values = found
        } else if let found = ReliefWeb.reports(in: value) {
            values = found
        } else {
            return Ready([Entry(location, bytes: bytes, seen: unread.given.seen) { document(value, location) }])
        }
        if values.isEmpty { return Ready(IntakeError(location, .isEmpty), bytes: bytes) }
        return Ready(
            values.enumerated().map { index, value in
                let location = location.step(.record(index + 1))
                return Entry(location, bytes: bytes, seen: unread.given.seen) { document(value, location) }
            })
    }

    func document(_ json: JSON, _ location: Location) -> Result<Document, IntakeError> {
        do throws(IntakeError) {
            if let report = ReliefWeb(json, at: location) { return .success(try report.document(defaults)) }
            return .success(try Fields(json, at: location).document(defaults))
        } catch {
            return .failure(error)
        }
    }
}
