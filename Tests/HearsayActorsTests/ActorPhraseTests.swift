import HearsayCore
import Testing

@testable import HearsayActors

@Suite struct ActorPhraseTests {
    @Test func `words split at spaces with their possessives`() {
        let phrase = ActorPhrase("Baku’s security services")
        #expect(phrase.words.map(\.form) == ["Baku", "’s", "security", "services"])
        #expect(phrase.head == 3)
    }

    @Test func `the head is the last noun before of, in or for`() {
        #expect(ActorPhrase("a spokesman for the rebels").head == 1)
        #expect(ActorPhrase("people of Nagorno-Karabakh").head == 0)
        #expect(ActorPhrase("workers' party").words.map(\.form) == ["workers", "'", "party"])
    }

    private func token(_ form: String, _ upos: UPOS, _ head: Int, _ relation: String) -> Token {
        Token(form: form, span: Span(0, 0), lemma: form.lowercased(), upos: upos, head: head, relation: relation)
    }

    @Test func `a noun phrase is cut out of a parse`() {
        // Armenian - backed separatists in Karabakh and police said …
        let parse = Parse(
            span: Span(0, 0), block: 0,
            tokens: [
                token("Armenian", .PROPN, 2, "compound"), token("-", .PUNCT, 2, "punct"), token("backed", .VERB, 3, "amod"),
                token("separatists", .NOUN, 8, "nsubj"), token("in", .ADP, 5, "case"), token("Karabakh", .PROPN, 3, "nmod"),
                token("and", .CCONJ, 7, "cc"), token("police", .NOUN, 3, "conj"), token("said", .VERB, -1, "root"),
            ])
        let phrase = ActorPhrase(parse, head: 3)
        #expect(phrase.words.map(\.form) == ["Armenian", "-", "backed", "separatists", "in", "Karabakh"])
        #expect(phrase.head == 3)
        let actor = resolver.resolve(phrase, in: context(["AZE"]))
        #expect(actor.code == "ARM.REB")
        #expect(resolver.resolve(ActorPhrase(parse, head: 7), in: context(["AZE"])).code == "AZE.COP")
    }

    @Test func `the preposition of the whole phrase is no part of it`() {
        let parse = Parse(
            span: Span(0, 0), block: 0,
            tokens: [
                token("killed", .VERB, -1, "root"), token("by", .ADP, 3, "case"), token("Turkish", .ADJ, 3, "amod"),
                token("drones", .NOUN, 0, "obl"),
            ])
        #expect(ActorPhrase(parse, head: 3).words.map(\.form) == ["Turkish", "drones"])
    }

    @Test func `a head outside the parse gives nothing`() {
        let parse = Parse(span: Span(0, 0), block: 0, tokens: [])
        #expect(ActorPhrase(parse, head: 5).words.isEmpty)
    }
}
