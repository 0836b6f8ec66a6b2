import ArgumentParser

@main
struct HearsayTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay", abstract: "Reads news of armed conflict and writes down who says what happened.",
        version: "hearsay 0.1.0",
        subcommands: [
            ReadCommand.self, ExplainCommand.self, TypeCommand.self, TextCommand.self, ParseCommand.self, MentionsCommand.self, CheckCommand.self,
            ClaimsCommand.self, DocumentsCommand.self, ActorsCommand.self, PlacesCommand.self,
            StatusCommand.self, VerifyCommand.self, PlaceCommand.self, DateCommand.self, ActorCommand.self, GazetteerCommand.self, TablesCommand.self,
        ])
}
