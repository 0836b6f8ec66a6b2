// Cuts a text into sentences and words and prints each word's lemma, tag and head, and the names: the language engine by itself.
import HearsayCore
import HearsayLanguage

let model = try LanguageModel()
let document = Document(id: "1", text: Text("Rebels didn't shell Saraqib, Ramadan Qasim said."))
for parse in model.parse(Tokenizer().sentences(of: document)) {
    for token in parse.tokens {
        let head = token.head < 0 ? "-" : parse.tokens[token.head].form
        print(token.form, token.lemma, token.upos, "\(token.relation) of \(head)", separator: "\t")
    }
    for name in parse.entities { print(name.kind, document.text[parse.span(name.tokens)]) }
}
