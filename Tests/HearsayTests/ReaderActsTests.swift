import Testing

/// Who does what to whom, however the sentence is built.
@Suite struct ReaderActsTests {
    @Test func `an active sentence names who did it, to whom, where and when`() {
        expect(
            "Rebels ambushed an army convoy on Tuesday near Gao.",
            tells: "ASSAULT | 'ambushed' | Rebels -> an army convoy | @Gao | 2024-03-05 | happened | < -")
    }
    @Test func `a passive turns round`() {
        expect("Saraqib was shelled by rebels on Monday.", tells: "ASSAULT/heavy-weapons | rebels -> | @Saraqib | 2024-03-04")
    }
    @Test func `a passive without an agent has no actor`() {
        expect("Two farmers were shot dead near Kupiansk on Monday.", tells: "ASSAULT/firearms | -> Two farmers | killed 2 | @Kupiansk")
    }
    @Test func `a light verb and its noun are one act`() {
        let news = "Ethiopian forces carried out an air strike in Mekelle."
        expect(news, tells: "ASSAULT/aerial | Ethiopian forces -> | @Mekelle")
        #expect(told(news).count("ASSAULT") == 1, "\(told(news))")
    }
    @Test func `launching an attack is one act`() {
        let news = "In Nasarawa, insurgents launched an attack on police officers."
        expect(news, tells: "ASSAULT | insurgents -> police officers | @Nasarawa")
        #expect(told(news).count("ASSAULT") == 1, "\(told(news))")
    }
    @Test func `coming under fire makes the subject the one who is shot at`() {
        expect("UN peacekeepers came under fire in Abyei on Sunday.", tells: "ASSAULT | -> UN peacekeepers | @Abyei | 2024-03-03")
    }
    @Test func `an apposition is no second actor`() {
        expect("Boko Haram, an Islamist group, abducted 30 girls in Borno.", tells: "ASSAULT/abduct | Boko Haram -> 30 girls | captured 30 | @Borno")
    }
    @Test func `a relative clause has the noun before it as actor`() {
        expect(
            "Gunmen who attacked a bus near Turbat killed six labourers.", tells: "ASSAULT | 'attacked' | @Turbat | Gunmen -> a bus near Turbat",
            "ASSAULT | 'killed' | Gunmen -> six labourers | killed 6")
    }
    @Test func `a relative clause may have the noun before it as object`() {
        expect("The convoy that militants ambushed near Kidal was carrying food.", tells: "ASSAULT | militants -> The convoy | @Kidal")
    }
    @Test func `a reduced relative clause is read as a passive`() {
        expect(
            "Two nurses kidnapped by bandits were freed on Sunday.", tells: "ASSAULT/abduct | bandits -> Two nurses",
            "RETREAT/release | -> Two nurses")
    }
    @Test func `a participle after the sentence shares its subject`() {
        expect("Rebels shelled Saraqib, killing three civilians.", tells: "ASSAULT | 'killing' | Rebels -> three civilians | killed 3")
    }
    @Test func `two verbs share one subject`() {
        expect(
            "Gunmen ambushed a convoy and abducted 12 boys.", tells: "ASSAULT | 'ambushed' | Gunmen -> a convoy",
            "ASSAULT/abduct | Gunmen -> 12 boys | captured 12")
    }
    @Test func `two objects are two recipients`() {
        expect("Fighters abducted a nurse and a doctor on Sunday.", tells: "ASSAULT/abduct | Fighters -> a nurse; a doctor")
    }
    @Test func `two subjects act together`() {
        expect("Mali and Niger expelled the French ambassador.", tells: "SANCTION/expel | Mali; Niger -> the French ambassador")
    }
    @Test func `the one who is told to act is the actor`() {
        expect("The general ordered his troops to storm the palace.", tells: "ASSAULT | 'storm' | his troops -> palace | planned")
        expect(
            "The council urged Rwanda to withdraw its troops.", tells: "REQUEST | The council -> Rwanda", "RETREAT/withdraw | Rwanda -> | possible")
    }
    @Test func `orders to one's own men are no act`() {
        withKnownIssue("ordering one's troops is read as sending them") {
            expect("The general ordered his troops to storm the palace.", never: ["MOBILIZE"])
        }
    }
    @Test func `a seeming is no act of its own`() {
        let news = "Rebels seem to have attacked a convoy."
        expect(news, tells: "ASSAULT | 'attacked' | Rebels -> a convoy")
        #expect(told(news).claims.count == 1, "\(told(news))")
    }
    @Test func `a possessive names the actor of a noun, what follows "of" its target`() {
        expect("Russia's bombardment of Kharkiv continued on Friday.", tells: "ASSAULT | Russia -> | @Kharkiv | 2024-03-01")
    }
    @Test func `an agent may follow its noun`() {
        expect("The shelling of Goma by M23 rebels wounded four people.", tells: "ASSAULT/heavy-weapons | M23 rebels -> | @Goma")
    }
    @Test func `an adjective of nationality names the actor`() {
        expect("Turkish drone strikes killed two farmers on Saturday.", tells: "ASSAULT/drone | 'drone strikes' | Turkish -> | 2024-03-02")
    }
    @Test func `a noun before an event noun may be what undergoes it`() {
        expect("The embassy bombing in Nairobi killed dozens.", tells: "ASSAULT/explosives | @Nairobi")
    }
    @Test func `both sides of a clash act`() {
        expect("The army clashed with separatists on Monday.", tells: "ASSAULT | The army; separatists -> | 2024-03-04")
        expect("Talks between Sudan and South Sudan opened in Juba.", tells: "CONSULT | Sudan; South Sudan ->")
        expect("Talks between Sudan and South Sudan opened in Juba.", tells: "CONSULT | @Juba")
    }
    @Test func `a pronoun keeps its words and gets its name`() {
        expect("Rebels attacked Saraqib. They killed two guards.", tells: "ASSAULT | They -> two guards | They = Rebels")
    }
    @Test func `the dead and the wounded of one attack are one incident`() {
        let told = told("A bomb attack in Quetta killed five people and injured twelve others on Sunday.")
        #expect(told.contains("ASSAULT | 'killed' | killed 5"), "\(told)")
        #expect(told.contains("ASSAULT | 'injured' | injured 12"), "\(told)")
        #expect(told.isOneIncident("'killed'", "'injured'"), "\(told)")
    }
    @Test func `taking a town by arms is an assault at that place`() {
        expect("M23 fighters captured Bunagana on Monday.", tells: "ASSAULT | M23 fighters -> | @Bunagana | 2024-03-04")
    }
    @Test func `a siege, an arrest and a ban are force without blood`() {
        expect("In Minsk, police arrested 14 activists on Sunday.", tells: "COERCE/arrest | police -> 14 activists | captured 14 | @Minsk")
        expect("Egypt closed the Rafah crossing on Monday.", tells: "COERCE | Egypt -> | 2024-03-04")
    }
    @Test func `the sixteen types are told apart`() {
        expect("Germany will send tanks to Ukraine.", tells: "AID | Germany -> Ukraine | planned")
        expect("Thousands of protesters marched in Tbilisi on Sunday.", tells: "PROTEST/demo | @Tbilisi | 2024-03-03")
        expect("Iran threatened to close the strait.", tells: "THREATEN | Iran ->", "COERCE | possible")
        expect("The president met his Kenyan counterpart in Nairobi.", tells: "CONSULT | @Nairobi")
        expect("Belarus massed troops near the border.", tells: "MOBILIZE/troops | Belarus ->")
        expect("The United States imposed sanctions on two generals.", tells: "SANCTION | The United States -> two generals")
    }
    @Test func `a name of two words is one actor`() {
        expect("Mali and Burkina Faso expelled the French ambassador.", tells: "SANCTION | Mali; Burkina Faso -> French ambassador")
        expect("Boko Haram abducted 30 girls.", tells: "ASSAULT/abduct | Boko Haram -> 30 girls")
    }
    @Test func `towns are places though their names stand alone`() {
        for town in ["Goma", "Kharkiv", "Aleppo", "Mosul", "Stepanakert", "Quetta"] {
            expect("Rebels shelled \(town) on Monday.", tells: "ASSAULT/heavy-weapons | Rebels -> | @\(town)")
            expect("\(town) was captured by rebels on Monday.", tells: "ASSAULT | rebels -> | @\(town)")
        }
    }
    @Test func `a person attacked is no town`() {
        expect("Trump attacked Clinton on Monday.", tells: "ASSAULT | Trump -> Clinton | @-")
        expect("Police shot Johnson on Monday.", tells: "ASSAULT | Police -> Johnson | @-")
    }
    @Test func `accidents, sport and business are no acts of force`() {
        for news in [
            "A bus crash in Peru killed 12 people.", "The striker scored twice in the final.", "Shell pulled out of Syria.",
            "The earthquake hit Aleppo and killed hundreds.", "Shares were hit by a selling campaign.",
        ] { expect(news, never: ["ASSAULT"]) }
    }
    @Test func `what is and what is felt are no acts`() {
        for news in ["Armenia is an ally of Russia.", "The region is mostly Kurdish.", "Residents are poor and tired."] {
            #expect(told(news).claims.isEmpty, "\(news)\n\(told(news))")
        }
    }
}
