import Hearsay
import HearsayCore
import Testing

/// With what, and what it fell on; and texts all in capitals.
@Suite struct ReaderThingsTests {
    private func things(_ news: String) -> [String] {
        read(news).claims.map { claim in
            "\(claim.trigger.text) with \(claim.weapons.map(\.text)) on \(claim.targets.map(\.text))"
        }
    }

    @Test func `an act tells its arms and the things it fell on`() {
        #expect(things("A grenade exploded outside a bank in Leiria.") == [#"exploded with ["grenade"] on ["bank in Leiria"]"#])
        #expect(things("Men armed with rifles attacked a bus near Jalapa.") == [#"attacked with ["rifles"] on ["bus near Jalapa"]"#])
        #expect(things("A car full of dynamite exploded.") == [#"exploded with ["dynamite"] on []"#])
    }
    @Test func `a rocket that is shot down is no arm of that act`() {
        #expect(things("Air defences shot down two rockets.").allSatisfy { $0.contains("with []") })
    }
    @Test func `a name in apposition is whom the noun stands for`() {
        #expect(read("The driver, Tomas Veiga, was kidnapped near Braga.").claims.first?.recipients.first?.name == "Tomas Veiga")
    }
    @Test func `who is told to be responsible for an act acts in it`() {
        #expect(
            read("Police said a cartel was responsible for the murder of the judge.").claims.contains { $0.actors.first?.excerpt.text == "cartel" })
        #expect(
            read("He blamed the bombing on separatists.").claims.contains { $0.type == "ASSAULT" && $0.actors.first?.excerpt.text == "separatists" })
    }
    @Test func `small words in capitals are no acronyms`() {
        let claims = read("TWO GUARDS WERE KILLED BY AN ARMED GANG IN CORDOBA ON MONDAY.").claims
        #expect(claims.first?.actors.first?.name.lowercased().hasPrefix("armed gang") ?? false)
    }
    /// The place was looked up among the words of the wrong sentence, which stopped the reader.
    @Test func `a town that points back to a longer sentence is read`() {
        let news =
            "On Tuesday the officials of the province, whom reporters had asked about it twice, said that soldiers had shelled the market of Saraqib."
        #expect(!read(news + " Rebels attacked from the town.").claims.isEmpty)
    }
}
