// Reads one story and prints who says what happened: the README's ten lines.
import Hearsay
import HearsayCore

let reader = try Reader()
let story = Document(id: "1", published: Day(2024, 3, 6), text: Text("Rebels shelled Saraqib on Tuesday, officials said."))
for claim in reader.read(story).claims where claim.status == .happened {
    print(claim.type, claim.speakers.map { $0.name ?? "unnamed" }, claim.place?.name ?? "-", claim.date?.range.edtf ?? "-")
}
