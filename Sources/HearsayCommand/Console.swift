import Foundation

/// Where output goes: plain or coloured, as wide as the terminal.
struct Console {
    /// Standard output is a terminal, so a person reads.
    let isTerminal: Bool
    let isColoured: Bool
    let width: Int

    init() {
        isTerminal = isatty(STDOUT_FILENO) == 1
        let environment = ProcessInfo.processInfo.environment
        let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isColoured = isTerminal && !refused && environment["TERM"] != "dumb"
        var size = winsize()
        if isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = min(Int(size.ws_col), 120)
        } else {
            width = environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 40), 120) } ?? 100
        }
    }

    init(isColoured: Bool, width: Int) {
        isTerminal = false
        self.isColoured = isColoured
        self.width = width
    }

    enum Style: String { case bold = "1", dim = "2", underline = "4", cyan = "36", yellow = "33", magenta = "35", green = "32" }

    func styled(_ text: String, _ styles: Style...) -> String {
        guard isColoured, !text.isEmpty else { return text }
        return "\u{1B}[" + styles.map(\.rawValue).joined(separator: ";") + "m" + text + "\u{1B}[0m"
    }

    /// Writes all of a text; false when nobody reads any more (a closed pipe).
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// Writes to standard error as it is.
    static func tell(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    static func complain(_ text: String) {
        tell("hearsay: \(text)\n")
    }
}

extension String {
    /// Columns that the text takes on a terminal, as far as scalars tell: wide East Asian letters take two, marks none.
    var columns: Int {
        unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: sum
            default:
                sum
                    + ((0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
                        || (0xAC00...0xD7A3).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
                        || (0x1F300...0x1FAFF).contains(scalar.value) ? 2 : 1)
            }
        }
    }

    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - columns)) }
}
