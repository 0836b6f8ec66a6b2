/// What is wrong with the actor tables, where, and the way out.
public struct ActorTableError: Error, Equatable, CustomStringConvertible {
    public let description: String

    static func missing(_ folder: String) -> ActorTableError {
        ActorTableError(
            description: "\(folder): no actor tables here (countries.tsv is missing); "
                + "set HEARSAY_DATA to the folder that holds actors/countries.tsv")
    }
    static func notFound() -> ActorTableError {
        ActorTableError(
            description: "actors/countries.tsv: not found beside the program, in ../share/hearsay or in Data; "
                + "set HEARSAY_DATA to the folder that holds actors/countries.tsv")
    }
    static func unreadable(_ path: String) -> ActorTableError {
        ActorTableError(description: "\(path): could not be read; check that it is a file and that you may read it")
    }
    static func columns(_ path: String, line: Int, has: Int, needs: Int) -> ActorTableError {
        ActorTableError(
            description: "\(path):\(line): \(has) columns where the table needs \(needs); separate them by tabs")
    }
    static func code(_ path: String, line: Int, _ code: String) -> ActorTableError {
        ActorTableError(
            description: "\(path):\(line): '\(code)' is no actor code; "
                + "write a country and a sector (IRQ.REB), an international body (IGO.UN) or a sector (NGO)")
    }
    static func date(_ path: String, line: Int, _ date: String) -> ActorTableError {
        ActorTableError(description: "\(path):\(line): '\(date)' is no date; write 1998, 1998-03 or 1998-03-08")
    }
    static func sector(_ path: String, line: Int, _ sector: String) -> ActorTableError {
        ActorTableError(
            description: "\(path):\(line): '\(sector)' is no sector; write - for none or one of \(ActorCode.sectors.sorted().joined(separator: ", "))"
        )
    }
    static func kind(_ path: String, line: Int, _ kind: String) -> ActorTableError {
        ActorTableError(description: "\(path):\(line): '\(kind)' is no kind of role noun; write person, people, body, office, part or site")
    }
}
