import ArgumentParser

@main
struct HearsayTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay", abstract: "Reads news of armed conflict and writes down who says what happened.",
        subcommands: [ActorCommand.self])
}
