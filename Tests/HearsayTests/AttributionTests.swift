import Hearsay
import HearsayCore
import Testing

/// Who is told to have said, thought or wanted what, in the very words.
@Suite struct AttributionTests {
    /// One attribution a line: source | cue | content, pieces of one field joined by " … ".
    private func told(_ news: String, title: String? = nil, nested: Bool = false) -> [String] {
        let document = Document(id: "test", title: title, text: Text(news))
        return Shipped.reader.attributions(in: document, nested: nested).map { found in
            [found.source, found.cue, found.content].map { $0.map { document.text[$0] }.joined(separator: " … ") }.joined(separator: " | ")
        }
    }

    @Test func `a clause is told with its conjunction and without the full stop`() {
        #expect(told("Two villagers said that the bridge was closed.") == ["Two villagers | said | that the bridge was closed"])
    }
    @Test func `auxiliaries, negation and adverbs belong to the cue`() {
        #expect(told("The mayor has repeatedly said the road is safe.") == ["The mayor | has repeatedly said | the road is safe"])
    }
    @Test func `an apposition belongs to the source with its comma`() {
        #expect(told("Lina Haddad, a nurse, said the ward was full.") == ["Lina Haddad, a nurse, | said | the ward was full"])
    }
    @Test func `a split quotation is one content, and what goes on behind it too`() {
        #expect(
            told("“The ward was full,” the nurse said. “We had no water for a day.”")
                == ["the nurse | said | “The ward was full,” … “We had no water for a day.”"])
    }
    @Test func `who goes on speaking in a participle is the same source`() {
        #expect(
            told("The colonel said the road was open, adding that the bridge was closed.")
                == ["The colonel | said | the road was open", "The colonel | adding | that the bridge was closed"])
    }
    @Test func `"according to" takes the whole sentence`() {
        #expect(
            told("Three boats sank and a fourth drifted away, according to the coast guard.")
                == ["the coast guard | according to | Three boats sank and a fourth drifted away"])
    }
    @Test func `wishes, fears and refusals count`() {
        #expect(told("Farmers fear that the dam will break.") == ["Farmers | fear | that the dam will break"])
        #expect(told("The governor refused to leave the town.") == ["The governor | refused | to leave the town"])
        #expect(told("The envoy called for a longer pause.") == ["The envoy | called for | a longer pause"])
        #expect(told("The minister criticised the report.") == ["The minister | criticised | the report"])
    }
    @Test func `who is asked is nobody's source`() {
        #expect(told("Asked whether he would go, Haddad said nothing new.").contains(" | Asked | whether he would go"))
        #expect(told("Asked about the raid, the general shrugged.").contains(" | Asked about | the raid"))
    }
    @Test func `a short sentence behind a quotation names its speaker`() {
        #expect(told("“Why did nobody warn us?” the mayor asked. The hall was silent.").contains("the mayor | asked | “Why did nobody warn us?”"))
    }
    @Test func `a relative clause inside what is told does not end it`() {
        #expect(
            told("The mayor said that the plan, which the council drew up, was a mistake.")
                == ["The mayor | said | that the plan, which the council drew up, was a mistake"])
    }
    @Test func `who stands for something, and how things look`() {
        #expect(told("The governor is a supporter of the truce.") == ["The governor | is a supporter of | the truce"])
        #expect(told("The talks seemed to stall.") == [" | seemed | The talks … to stall"])
    }
    @Test func `a name is not what somebody calls a thing`() {
        #expect(told("A group called Dawn opened a clinic.") == [])
    }
    @Test func `a name before a colon speaks in a headline`() {
        #expect(
            told("Haddad: The ward will stay open\n\nThe hospital was quiet on Monday.", title: "Haddad: The ward will stay open").first
                == "Haddad | : | The ward will stay open")
    }
    @Test func `what nobody named tells has no source`() {
        #expect(told("The commander reportedly left the town.") == [" | reportedly | The commander … left the town"])
    }
    @Test func `what stands inside another's content is asked for`() {
        let news = "The ministry said that the governor had reported that the bridge was closed."
        #expect(told(news) == ["The ministry | said | that the governor had reported that the bridge was closed"])
        #expect(told(news, nested: true).contains("the governor | had reported | that the bridge was closed"))
    }
}
