import Hearsay
import HearsayCore
import Testing

/// What is said in other words is the same record; a slip of the pen costs no more than its own sentence.
@Suite struct SteadinessTests {
    /// What a claim says, without where its words stand.
    private func record(_ news: String) -> Set<String> {
        Set(
            read(news).claims.map { claim in
                let actors = claim.actors.map { $0.code ?? $0.name.lowercased() }.sorted()
                let recipients = claim.recipients.map { $0.code ?? $0.name.lowercased() }.sorted()
                let figures = claim.figures.map { "\($0.harm.rawValue) \($0.low.map(String.init) ?? "-") \($0.high.map(String.init) ?? "-")" }
                return
                    ([
                        claim.type, "\(actors) -> \(recipients)", claim.place?.name ?? "-", claim.date?.range.edtf ?? "-", claim.status.rawValue,
                        claim.speakers.map { $0.name?.lowercased() ?? "?" }.joined(separator: " < "),
                    ] + figures).joined(separator: " | ")
            })
    }

    @Test(arguments: [
        ("Rebels killed two farmers near Goma on Tuesday.", "Two farmers were killed by rebels near Goma on Tuesday."),
        ("Rebels killed two farmers near Goma on Tuesday.", "On Tuesday, rebels killed two farmers near Goma."),
        ("The army shelled Saraqib on Monday, residents said.", "Residents said the army shelled Saraqib on Monday."),
        ("The army shelled Saraqib on Monday, residents said.", "On Monday the army shelled Saraqib, residents said."),
        ("Kenya condemned the attack.", "The attack was condemned by Kenya."),
        ("Kenya will withdraw its troops from Somalia.", "Kenya is going to withdraw its troops from Somalia."),
        ("Police arrested 12 students in Lagos.", "Twelve students were arrested by police in Lagos."),
        ("India and Pakistan held talks in Dubai.", "Talks were held in Dubai by India and Pakistan."),
        ("Gunmen abducted a priest in Jos on Friday.", "A priest was abducted by gunmen in Jos on Friday."),
        ("The raid killed at least 20 people.", "At least 20 people were killed in the raid."),
        ("Chad expelled the ambassador.", "The ambassador was expelled by Chad."),
        ("According to the army, rebels attacked a convoy.", "Rebels attacked a convoy, according to the army."),
        ("“Rebels attacked a convoy,” the army said.", "The army said: “Rebels attacked a convoy.”"),
        ("Protesters blocked the road to the airport in Dhaka.", "The road to the airport in Dhaka was blocked by protesters."),
        ("Ethiopia denied that its troops had attacked the town.", "Ethiopia denied its troops had attacked the town."),
        ("Soldiers shot dead three men in Mandalay.", "Three men were shot dead by soldiers in Mandalay."),
    ]) func `two ways of saying it give one record`(_ pair: (String, String)) {
        let (one, other) = (record(pair.0), record(pair.1))
        #expect(!one.isEmpty)
        // An act told by a noun in one and a verb in the other may be told twice; the claims of the plainer one must all be there.
        #expect(one.isSubset(of: other) || other.isSubset(of: one), "\(pair.0)\n\(one.sorted())\n\(pair.1)\n\(other.sorted())")
    }

    private static let story = """
        Rebels attacked a convoy near Bunia on Monday, killing four drivers, the army said.

        The governor condemned the attack. Police arrested two men in Bunia on Tuesday.

        Thousands of people marched in Kinshasa to demand elections.
        """

    @Test(arguments: [
        ("attacked", "atacked"), ("killing", "kiling"), ("near Bunia", "near Bunia,"), ("Monday, killing", "Monday killing"),
        ("drivers, the", "drivers the"), ("convoy", "convoi"), ("The governor", "The the governor"), ("condemned", "condemmed"),
        (". Police", ".Police"), (". Police", " Police"), ("two men", "two  men"), ("Thousands", "THousands"), ("people", "poeple"),
        ("Rebels", "rebels"), ("\n\nThe", "\nThe"), ("said.", "said"), ("elections.", "elections.."), ("army", "amry"),
    ]) func `a slip loses its own words at most`(_ slip: (String, String)) {
        let before = read(Self.story).claims.map(\.type)
        let after = read(Self.story.replacing(slip.0, with: slip.1)).claims.map(\.type)
        #expect(before.count >= 5)
        #expect(after.count >= before.count - 2, "\(slip): \(after)")
        #expect(after.contains("PROTEST") && after.contains("ASSAULT"))
    }
}
