internal import Foundation
internal import GRDB
import HearsayCore

/// The file of what many documents say: documents, their claims, what reviewers decided; added to, never changed.
///
/// One SQLite file. Several processes may read while one writes.
public final class Ledger: Sendable {
    public let path: String
    let pool: DatabasePool

    public enum Access: Sendable {
        /// The file must be there.
        case read
        /// Made, for its owner's eyes alone, where it is not there.
        case create
    }

    public init(at path: String, _ access: Access) throws(LedgerError) {
        self.path = path
        var state = stat()
        if stat(path, &state) != 0 {
            guard access == .create else { throw LedgerError(path, .missing) }
            let made = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
            guard made >= 0 else { throw LedgerError(path, .cannotWrite(String(cString: strerror(errno)))) }
            close(made)
        } else if state.st_mode & S_IFMT != S_IFREG {
            throw LedgerError(path, .notALedger("it is no file"))
        }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in database.add(function: Ledger.distance) }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // An acknowledged review must outlive a power cut: every commit waits for the disk.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try prepare(isNew: access == .create)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(path, error)
        }
    }

    /// Makes the tables of a new file, adds those that a newer program knows, and refuses what is no ledger.
    private func prepare(isNew: Bool) throws {
        try pool.writeWithoutTransaction { database in
            let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            guard application == Schema.application || tables == 0 && isNew else { throw LedgerError(path, .notALedger("it has other tables")) }
            guard version <= Schema.versions.count else { throw LedgerError(path, .newer(version: version, known: Schema.versions.count)) }
            for next in version..<Schema.versions.count {
                try database.inTransaction {
                    try database.execute(sql: "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(next + 1)")
                    try database.execute(sql: Schema.versions[next])
                    return .commit
                }
            }
        }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try pool.read(body) } catch { throw LedgerError(path, error) }
    }

    func writing<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try pool.write(body) } catch { throw LedgerError(path, error) }
    }

    /// `distance(latitude, longitude, latitude, longitude)`: kilometres on the great circle, for queries.
    private static let distance = DatabaseFunction("distance", argumentCount: 4, pure: true) { values in
        let degrees = values.compactMap { Double.fromDatabaseValue($0) }
        guard degrees.count == 4 else { return nil }
        return Sphere.kilometres(degrees[0], degrees[1], degrees[2], degrees[3])
    }
}
