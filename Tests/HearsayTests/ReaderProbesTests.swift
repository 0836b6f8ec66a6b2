import Testing

/// The sixteen ways of telling of one act on which coders that know only events go wrong: who says it, whether it was done, who did it.
@Suite struct ReaderProbesTests {
    @Test func `told plainly, it is the outlet's own`() {
        expect("Russian forces shelled Ukrainian troops.", tells: "ASSAULT | Russian forces -> Ukrainian troops | < - | happened")
        expect("Eritrean gunners shelled a convoy.", tells: "ASSAULT | Eritrean gunners -> convoy | < - | happened")
    }
    @Test func `said before it, the speaker is kept and the act too`() {
        expect("Ukraine said Russian forces shelled Ukrainian troops.", tells: "ASSAULT | Russian forces -> Ukrainian troops | < Ukraine")
        expect("Sudan said Eritrean gunners had shelled a convoy.", tells: "ASSAULT | Eritrean gunners -> convoy | < Sudan")
    }
    @Test func `said after it, the speaker is kept`() {
        expect("Russian forces shelled Ukrainian troops, Ukraine said.", tells: "ASSAULT | Russian forces -> Ukrainian troops | < Ukraine")
        expect("Eritrean gunners shelled a convoy, Sudan's army said.", tells: "ASSAULT | Eritrean gunners -> convoy | < Sudan's army")
    }
    @Test func `according to somebody`() {
        expect(
            "According to the United Nations, Russian forces shelled Ukrainian troops.",
            tells: "ASSAULT | Russian forces -> Ukrainian troops | < United Nations")
        expect("According to the bishop, militiamen burned the village.", tells: "ASSAULT | militiamen -> | < the bishop")
    }
    @Test func `a denial is no report that it was done`() {
        expect("Russia denied that its forces shelled Ukraine.", tells: "REJECT | Russia ->", "ASSAULT | its forces -> Ukraine | negated | < Russia")
        expect("Kigali denied that its troops had crossed into Congo and attacked Goma.", tells: "ASSAULT | 'attacked' | negated | < Kigali")
    }
    @Test func `an accusation keeps both acts`() {
        expect("Ukraine accused Russia of shelling Kharkiv.", tells: "ACCUSE | Ukraine -> Russia", "ASSAULT | Russia -> | @Kharkiv | < Ukraine")
        expect("Chad accused Sudan of bombing Adre.", tells: "ACCUSE | Chad -> Sudan", "ASSAULT | Sudan -> | < Chad")
    }
    @Test func `what was not done is negated`() {
        expect("Russian forces did not shell Ukrainian troops.", tells: "ASSAULT | Russian forces -> Ukrainian troops | negated")
        expect("The rebels have not attacked the convoy.", tells: "ASSAULT | The rebels -> the convoy | negated")
    }
    @Test func `what will be done is planned, what could be is possible`() {
        expect("Russian forces will attack Ukraine.", tells: "ASSAULT | Russian forces -> Ukraine | planned")
        expect("Russian forces could attack Ukraine.", tells: "ASSAULT | Russian forces -> Ukraine | possible")
    }
    @Test func `a condition is no attack`() {
        expect("If Russian forces attack Ukraine, NATO will respond.", tells: "ASSAULT | Russian forces -> Ukraine | possible")
    }
    @Test func `a number of dead is kept`() {
        expect("Israel killed at least 12 Palestinians.", tells: "ASSAULT | 'killed' | killed 12+")
        expect("Tuareg fighters killed at least 30 soldiers.", tells: "ASSAULT | 'killed' | killed 30+")
    }
    @Test func `a passive turns nobody round`() {
        expect("Ukrainian troops were shelled by Russian forces.", tells: "ASSAULT | Russian forces -> Ukrainian troops")
        expect("The garrison was attacked by Hutu rebels.", tells: "ASSAULT | Hutu rebels -> The garrison")
    }
    @Test func `the country of a bomb is not its bomber`() {
        expect("Two civilians were killed by a bomb in Baghdad.", tells: "ASSAULT | -> Two civilians | @Baghdad | killed 2")
        expect("Three nuns were wounded by a mine in Angola.", tells: "ASSAULT | -> Three nuns | injured 3")
    }
    @Test func `a demand is no withdrawal`() {
        expect(
            "The United States demanded that Russia withdraw its troops from Ukraine.",
            tells: "REQUEST | United States -> Russia", "RETREAT/withdraw | Russia -> | possible | < United States")
    }
    @Test func `who claims responsibility speaks and acts`() {
        expect(
            "The Islamic State claimed responsibility for the bombing in Baghdad.",
            tells: "ASSAULT | Islamic State -> | @Baghdad | responsibility by Islamic State")
    }
    @Test func `unconfirmed reports have a speaker whom nobody names, and a finding`() {
        expect(
            "Unconfirmed reports said Russian forces shelled Ukrainian troops.",
            tells: "ASSAULT | Russian forces -> Ukrainian troops | < ? | unverified by ?")
    }
}
