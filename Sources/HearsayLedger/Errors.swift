internal import GRDB

/// What is wrong with a ledger: where, what, and the way out.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        case missing
        case notALedger(String)
        case newer(version: Int, known: Int)
        case cannotWrite(String)
        case busy
        case full
        case damaged(String)
        case other(String)
    }

    public var path: String
    public var reason: Reason

    init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What SQLite says, in the words of those who own the file.
    init(_ path: String, _ error: any Error) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(path, .other("\(error)"))
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(path, .busy)
        case .SQLITE_FULL: self.init(path, .full)
        case .SQLITE_NOTADB: self.init(path, .notALedger("it is no SQLite file"))
        case .SQLITE_CORRUPT: self.init(path, .damaged(error.message ?? "its pages do not fit"))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_IOERR:
            self.init(path, .cannotWrite(error.message ?? "\(error.resultCode)"))
        default: self.init(path, .other(error.message ?? "\(error)"))
        }
    }

    public var description: String {
        switch reason {
        case .missing: "\(path): there is no such ledger; make one with: hearsay read STORIES --into \(path)"
        case .notALedger(let why): "\(path): not a ledger: \(why); name a file that `hearsay read --into` made"
        case .newer(let version, let known):
            "\(path): made by a newer Hearsay (tables of version \(version), this program knows \(known)); use that version or a later one"
        case .cannotWrite(let why): "\(path): cannot be written: \(why); check the folder's permissions and the disk"
        case .busy: "\(path): another process is writing to it; wait until it is done, or stop it"
        case .full: "\(path): the disk is full; what was written before is safe. Make room and run the same command again"
        case .damaged(let why): "\(path): damaged: \(why); restore a backup, and keep this file for inspection"
        case .other(let why): "\(path): \(why)"
        }
    }
}
