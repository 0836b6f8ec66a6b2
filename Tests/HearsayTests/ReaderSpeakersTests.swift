import HearsayCore
import Testing

/// Who says it: the chain of speakers, and what others found of it.
@Suite struct ReaderSpeakersTests {
    @Test func `what the outlet tells itself has no speaker`() {
        expect("Rebels shelled Saraqib on Tuesday.", tells: "ASSAULT | < -")
    }
    @Test func `the one who said it is the speaker`() {
        expect("A spokesman said rebels had shelled Saraqib.", tells: "ASSAULT/heavy-weapons | rebels -> | @Saraqib | < A spokesman | unquoted")
    }
    @Test func `"according to" names a speaker at either end`() {
        expect("According to the mayor, rebels shelled a convoy.", tells: "ASSAULT | rebels -> a convoy | < the mayor")
        expect("Rebels shelled a convoy, according to the mayor.", tells: "ASSAULT | Rebels -> a convoy | < the mayor")
    }
    @Test func `saying may follow what is said`() {
        expect("Rebels shelled a convoy, the mayor said.", tells: "ASSAULT | Rebels -> a convoy | < the mayor")
        expect("Rebels shelled a convoy, said Idris Hamid, the mayor.", tells: "ASSAULT | Rebels -> a convoy | < Idris Hamid")
    }
    @Test func `what stands between quotation marks is a quote`() {
        expect("“Rebels shelled a convoy,” the mayor said.", tells: "ASSAULT | < the mayor | quoted")
        expect("\"Rebels shelled a convoy,\" said the mayor.", tells: "ASSAULT | < the mayor | quoted")
    }
    @Test func `a split quote has one speaker`() {
        withKnownIssue("the parser leaves a subject cut off by its speaker alone") {
            expect(
                "“Rebels,” the mayor said, “shelled a convoy on Monday.”",
                tells: "ASSAULT | Rebels -> a convoy | 2024-03-04 | < the mayor | quoted")
        }
    }
    @Test func `a quote runs on over its sentences`() {
        expect(
            "“Rebels shelled a convoy,” the mayor said. “They killed two women.”",
            tells: "ASSAULT | 'killed' | They -> two women | They = Rebels | < the mayor | quoted")
    }
    @Test func `a speech runs on under a pronoun`() {
        expect(
            "General Musa Diallo said rebels had shelled Saraqib. He added that they had killed two women.",
            tells: "ASSAULT | 'killed' | they -> two women | < He | < He = Musa Diallo")
    }
    @Test func `a new sentence without a sign of speech is the outlet's`() {
        expect("The mayor said the town was calm. Rebels shelled a convoy on Monday.", tells: "ASSAULT | Rebels -> a convoy | < -")
    }
    @Test func `a chain of two keeps both`() {
        expect(
            "The ministry said that the governor had reported that rebels shelled a convoy.",
            tells: "ASSAULT | rebels -> a convoy | < the governor < The ministry")
        expect(
            "According to Reuters, a medic said two farmers were killed.", tells: "ASSAULT | -> two farmers | < a medic < Reuters")
    }
    @Test func `a chain of three keeps all`() {
        expect(
            "The Interfax agency reported that the ministry had said that a pilot had told investigators that rebels shelled a convoy.",
            tells: "ASSAULT | rebels -> a convoy | < a pilot < the ministry < The Interfax agency")
    }
    @Test func `what follows a colon is still said`() {
        expect(
            "The general said on Monday that this was wrong: rebels had shelled the convoy.",
            tells: "ASSAULT | rebels -> the convoy | < The general")
    }
    @Test func `two who die together are no speech of their own`() {
        expect("A priest said two men and a boy died in the bombing.", tells: "ASSAULT | 'died' | < A priest")
    }
    @Test func `nobody named is still somebody`() {
        expect("Three deaths were reported in Aleppo.", tells: "ASSAULT | killed 3 | @Aleppo | < ?")
        expect("Rebels reportedly shelled a convoy.", tells: "ASSAULT | Rebels -> a convoy | < ?")
        expect("It was reported that rebels had shelled a convoy.", tells: "ASSAULT | rebels -> a convoy | < ?")
    }
    @Test func `two who speak together stand side by side`() {
        expect("Kyiv and Warsaw said that Russia had attacked a convoy.", tells: "ASSAULT | Russia -> a convoy | < Warsaw < Kyiv")
    }
    @Test func `those to whom it is told are no speakers`() {
        expect("The colonel told reporters that rebels had attacked a convoy.", tells: "ASSAULT | rebels -> a convoy | < The colonel")
    }
    @Test func `an accusation speaks, and is an act`() {
        expect(
            "Kyiv accused Moscow of shelling Kherson.", tells: "ACCUSE/allege | Kyiv -> Moscow | < -",
            "ASSAULT/heavy-weapons | Moscow -> | @Kherson | < Kyiv | happened")
    }
    @Test func `a condemnation takes the act as done`() {
        expect("France condemned the bombing of the hospital.", tells: "ACCUSE | France ->", "ASSAULT | < France | happened")
    }
    @Test func `a demand has its inner act as possible`() {
        expect(
            "France demanded that Rwanda withdraw its troops.", tells: "REQUEST | France -> Rwanda",
            "RETREAT/withdraw | Rwanda -> | possible | < France")
    }
    @Test func `a denial keeps its speaker`() {
        expect(
            "The army denied that it had shelled Saraqib.", tells: "ASSAULT | it -> | it: SYR.MIL | @Saraqib | < The army | negated | denied",
            "REJECT | The army ->")
    }
    @Test func `a denial of what another tells is a finding on it`() {
        expect(
            "Residents said soldiers had shot two farmers. The army denied the claim.",
            tells: "ASSAULT | soldiers -> two farmers | < Residents | denied by The army | happened")
    }
    @Test func `what could not be verified is found on the sentence before`() {
        expect(
            "A rebel spokesman said 40 soldiers had been killed. Hearsay Daily could not independently verify the claim.",
            tells: "ASSAULT | killed 40 | < A rebel spokesman | unverified by Hearsay Daily")
        expect(
            "Rebels said they had killed 40 soldiers. The figure could not be independently verified.",
            tells: "ASSAULT | killed 40 | unverified by ?")
    }
    @Test func `what is hard to check is a finding of whoever says so`() {
        expect(
            "The rebels said the army had shelled Saraqib. It is hard to verify the reports from the town.",
            tells: "ASSAULT | army -> | < rebels | unverified by ?")
        expect(
            "The ministry said rebels had shelled Saraqib. “We could not verify the report,” the monitor Lina Haddad said.",
            tells: "ASSAULT | rebels -> | unverified by Lina Haddad")
    }
    @Test func `neither account could be confirmed: both are unverified`() {
        let news = "The army said rebels had shelled Saraqib. The rebels said the army had shelled it. It was not possible to confirm either account."
        let shellings = read(news).claims.filter { $0.type == "ASSAULT" }
        #expect(shellings.count == 2)
        #expect(shellings.allSatisfy { $0.verification.map(\.kind) == [.unverified] })
    }
    @Test func `a finding about what follows stands with what follows`() {
        let news = """
            A monitor, Lina Haddad, spoke of early reports. “It is hard to verify all of them, so treat the following examples as early,” she said.

            Soldiers shelled a school in Saraqib on Monday. Rebels killed two guards on Tuesday.
            """
        let acts = read(news).claims.filter { $0.type == "ASSAULT" }
        #expect(acts.count == 2)
        #expect(acts.allSatisfy { $0.verification.map { $0.by ?? "?" } == ["Lina Haddad"] })
    }
    @Test func `entries of several words find what they name`() {
        expect("The ministry said rebels had shelled Saraqib. The report awaits confirmation.", tells: "ASSAULT | rebels -> | unverified by ?")
        expect("The ministry said rebels had shelled Saraqib but offered no evidence.", tells: "ASSAULT | rebels -> | unverified by ?")
        expect(
            "The monitor is trying to verify the claim that rebels shelled Saraqib.", tells: "ASSAULT | unverified",
            never: ["verified by"])
        expect("The mayor said rebels had shelled Saraqib. He later took back the report.", tells: "ASSAULT | rebels -> | retracted")
    }
    @Test func `a denial stands with the telling that it denies`() {
        let news = "Villagers in Saraqib said the army had shelled a school. Two teachers were hurt. The army denied that it had shelled the school."
        let shellings = read(news).claims.filter { $0.type == "ASSAULT" && $0.trigger.text == "shelled" }
        #expect(shellings.count == 2)
        #expect(shellings.allSatisfy { $0.verification.map(\.kind) == [.denied] })
    }
    @Test func `what is called a lie is denied`() {
        withKnownIssue("the finding stays with the calling, which is a claim of its own") {
            expect(
                "The army said rebels had shelled Saraqib. The rebels called the accusation “an absolute lie”.", tells: "ASSAULT | rebels -> | denied"
            )
        }
        expect("Reports that the army had shelled Saraqib are false, the ministry said.", tells: "ASSAULT | denied by Syrian ministry")
    }
    @Test func `a figure waved away is disputed`() {
        expect(
            "The rebels said 40 soldiers were killed in Saraqib. The army dismissed the figure as fantasy.", tells: "ASSAULT | killed 40 | disputed")
    }
    @Test func `a plain sentence has no finding`() {
        expect("Rebels said they had killed 40 soldiers.", tells: "ASSAULT | they -> 40 soldiers | < Rebels | no finding")
    }
    @Test func `claiming responsibility makes one both speaker and actor`() {
        expect(
            "Islamic State claimed responsibility for the bombing in Kabul.",
            tells: "ASSAULT/explosives | Islamic State -> | @Kabul | < Islamic State | responsibility")
    }
    // A trap once: the object stands before its verb.
    @Test func `responsibility named before its verb keeps its words in order`() {
        let sentences = [
            "The responsibility that the Red Front claimed was doubted.", "This is the responsibility the Red Front claimed for the blast.",
        ]
        for sentence in sentences {
            let findings = read(sentence).claims.flatMap(\.verification)
            #expect(findings.allSatisfy { sentence.contains($0.excerpt.text) && !$0.excerpt.text.isEmpty })
        }
    }
    @Test func `where nobody claimed responsibility there is no finding and no actor`() {
        expect(
            "A bomb killed two people in Kabul. No one claimed responsibility for the attack.", tells: "ASSAULT | killed 2 | no finding",
            never: ["responsibility", "< No one"])
    }
    @Test func `opposed accounts are two claims`() {
        expect(
            "Armenia said Azerbaijan had attacked first. Azerbaijan said Armenian troops had opened fire at once.",
            tells: "ASSAULT | 'attacked' | Azerbaijan -> | < Armenia | no finding",
            "ASSAULT | 'opened fire' | Armenian troops -> | < Azerbaijan | no finding")
    }
    @Test func `a statement's "we" speaks for its publisher`() {
        expect("“We shot down two drones,” the ministry said.", tells: "ASSAULT | We = ministry | < the ministry | quoted")
    }
}
