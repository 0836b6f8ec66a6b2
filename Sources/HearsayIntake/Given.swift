import HearsayCore

/// What is known of a document from around it: the head of a mail, the record of an archive. It stands before what a page says.
struct Given: Sendable {
    var title: String?
    var publisher: String?
    var byline: String?
    var url: String?
    var published: Day?
    var language: String?
    /// The letters' name in a header.
    var charset: String?
    /// When an archive or a browser took it.
    var seen: String?
    /// What was given and could not be used.
    var notices: [String] = []
}
