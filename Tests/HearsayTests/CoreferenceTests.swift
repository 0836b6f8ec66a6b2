import Hearsay
import HearsayCore
import Testing

/// What points back, and to whom: "They = India + Pakistan" for a link, "Moscow: RUS" for a country that the text need not name.
@Suite struct CoreferenceTests {
    private func expect(_ news: String, links wanted: String..., absent: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        let links = Shipped.reader.links(Document(id: "test", published: Day(2024, 3, 6), text: Text(news)))
        let lines = links.flatMap { link -> [String] in
            let stands = link.antecedents.map(\.excerpt.text).joined(separator: " + ")
            return ["\(link.anaphor.excerpt.text) = \(stands)", "\(link.anaphor.excerpt.text): \(link.anaphor.code ?? "no code")", "\(link.rule)"]
        }
        for line in wanted { #expect(lines.contains(line), "\(lines)", sourceLocation: sourceLocation) }
        for word in absent { #expect(!links.contains { $0.anaphor.excerpt.text == word }, "\(lines)", sourceLocation: sourceLocation) }
    }

    @Test func `a pronoun is whoever told`() {
        expect("General Musa Diallo met the mayor. Diallo said he would withdraw his men.", links: "he = Diallo", "his = Diallo")
    }

    @Test func `an object is not its own subject`() {
        expect("The rebels surrounded the soldiers. The army shelled them.", links: "them = rebels")
        expect("Rwanda denied the charge. Burundi broke off relations with it.", links: "it = Rwanda")
    }

    @Test func `they are those named one by one`() {
        expect("India and Pakistan traded fire overnight. They blamed each other.", links: "They = India + Pakistan")
    }

    @Test func `a pronoun before its noun`() {
        expect("Before it withdrew, the brigade blew up a bridge.", links: "it = brigade", "coreference.cataphora")
        expect("In his first speech, General Musa Diallo promised elections.", links: "his = General Musa Diallo")
    }

    @Test func `it stands for nothing in front of a clause`() {
        expect(
            "The army left the town. It was not clear who had ordered the retreat. It rained. It took three days to reach the coast.", absent: "It")
    }

    @Test func `they say is nobody`() {
        expect("It rained for a week in the hills. They say that the river never sleeps.", absent: "They")
    }

    @Test func `who speaks a quote says I`() {
        expect("“I saw my house burn,” said Amina Saleh, a baker.", links: "I = Amina Saleh", "my = Amina Saleh")
    }

    @Test func `a short name after the full one`() {
        expect("Colonel Joseph Kabemba arrived on Monday. Kabemba said nothing.", links: "Kabemba = Colonel Joseph Kabemba", "coreference.surname")
        expect("The Rapid Support Forces (RSF) left. The RSF denied looting.", links: "coreference.acronym")
        expect("The National Liberation Army, or ELN, left. The ELN denied looting.", links: "ELN = National Liberation Army")
    }

    @Test func `two of one surname are told apart`() {
        expect(
            "Mr. Omar Haddad and his sister Samira Haddad were arrested. Mrs. Haddad was freed.",
            links: "Mrs. Haddad = Samira Haddad")
    }

    @Test func `a title, a kind and a noun point back`() {
        expect("Interior Minister Samira Haddad met the governor. The minister left at noon.", links: "minister = Interior Minister Samira Haddad")
        expect("The Free Aceh Movement signed a truce. The rebels will hand in their guns.", links: "rebels = Free Aceh Movement")
        expect("Syria’s defence ministry denied it. The ministry blamed rebels.", links: "ministry = Syria’s defence ministry")
    }

    @Test func `an army is not every army`() {
        expect("The Turkish army shelled a village. The Syrian army withdrew.", absent: "Syrian army")
    }

    @Test func `a spokesman speaks for the body spoken of`() {
        expect("The health ministry counted 14 bodies. A spokesman said the toll could rise.", links: "spokesman = health ministry")
        expect(
            "Rwanda’s army denied the raid. A spokesman for the rebels said it was true.", absent: "spokesman for the rebels")
    }

    @Test func `demonyms and capitals stand for countries`() {
        expect("Turkey sent tanks. Turkish troops crossed the river.", links: "Turkish = Turkey", "coreference.demonym")
        expect("Russia sent tanks. Moscow said it would not withdraw.", links: "Moscow = Russia", "it = Moscow")
        expect("Moscow said that it would not withdraw.", links: "Moscow: RUS")
        expect("Russia sent tanks. Talks in Moscow failed. The envoy left Moscow. Moscow was bombed.", absent: "Moscow")
    }

    @Test func `the two sides are those in contest`() {
        expect(
            "The Rapid Support Forces shelled Sudan’s army on Monday. The two sides have fought since April.",
            links: "two sides = Rapid Support Forces + Sudan’s army")
        expect("Thai jets bombed two Cambodian posts. The two countries share a border.", links: "two countries = Thai + Cambodian")
        expect("Trees grow on both sides of the road.", absent: "sides")
    }

    @Test func `claims take both`() {
        let report = read("India and Pakistan exchanged fire. They signed a truce on Tuesday.")
        let names = report.claims.filter { $0.trigger.text.contains("signed") }.flatMap(\.actors).map(\.name)
        #expect(names == ["India", "Pakistan"])
    }

    /// Twice the text must not take four times as long.
    @Test func `a long story is read in step with its length`() {
        let paragraph = "General Musa Diallo met rebels in Saraqib. He said they had shelled the town. The two sides blamed each other.\n"
        func seconds(_ times: Int) -> Double {
            let document = Document(id: "test", published: Day(2024, 3, 6), text: Text(String(repeating: paragraph, count: times)))
            let clock = ContinuousClock()
            return clock.measure { _ = Shipped.reader.links(document) } / .seconds(1)
        }
        _ = seconds(5)
        #expect(seconds(160) < 14 * seconds(20))
    }
}
