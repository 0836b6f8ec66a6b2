public import HearsayCore

/// The entries of some inputs, in a fixed order; each is looked for when it is asked for, so that memory stays flat.
public struct Entries: Sequence {
    let intake: Intake
    let paths: [String]

    public func makeIterator() -> Iterator { Iterator(intake: intake, start: Paths(paths, intake: intake)) }

    public struct Iterator: IteratorProtocol {
        let intake: Intake
        /// What is open: the innermost last.
        private var open: [any Container]

        init(intake: Intake, start: any Container) {
            self.intake = intake
            open = [start]
        }

        public mutating func next() -> Entry? {
            while let innermost = open.last {
                switch innermost.next() {
                case .entry(let entry)?: return entry
                case .file(let unread)?: open.append(intake.container(unread))
                case nil: open.removeLast()
                }
            }
            return nil
        }
    }
}

/// The documents of some inputs, in a fixed order; each is read when it is asked for.
public struct Documents: Sequence {
    let entries: Entries

    public func makeIterator() -> Iterator { Iterator(entries: entries.makeIterator()) }

    public struct Iterator: IteratorProtocol {
        var entries: Entries.Iterator
        public mutating func next() -> Result<Document, IntakeError>? { entries.next()?.document() }
    }
}
