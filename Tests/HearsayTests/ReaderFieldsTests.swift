import Hearsay
import HearsayCodebook
import HearsayCore
import Testing

/// Figures, days, places and names.
@Suite struct ReaderFieldsTests {
    // MARK: figures

    @Test func `a bound is the number said`() {
        expect("At least 20 people were killed.", tells: "ASSAULT | killed 20+")
        expect("The raid killed up to 30 fighters.", tells: "ASSAULT | killed ..30")
        expect("More than 60 civilians were injured.", tells: "ASSAULT | injured 60+")
        expect("Nearly 300 people were killed.", tells: "ASSAULT | killed ..300")
    }
    @Test func `a range has both ends`() {
        expect("Between 12 and 15 soldiers were killed.", tells: "ASSAULT | killed 12..15 | -> soldiers")
    }
    @Test func `a part knows its whole`() {
        expect("The blast killed 25 people, including two children.", tells: "ASSAULT | killed 25 | killed 2 of these | who child")
    }
    @Test func `parts are found behind a day, behind them and of them`() {
        expect("Twenty people have been killed since the raid, including four nurses.", tells: "killed 20 | killed 4 of these | who nurse")
        expect("At least nine people, among them two teachers, were killed.", tells: "killed 2 of these | who teacher")
    }
    @Test func `those counted share the auxiliary`() {
        expect("At least 30 were killed and more than 400 injured, officials said.", tells: "killed 30+", "ASSAULT | 'injured' | injured 400+")
    }
    @Test func `words without a number are vague`() {
        expect("Dozens of villagers were killed.", tells: "ASSAULT | killed ~")
        expect("Hundreds of people were displaced by the fighting.", tells: "displaced ~")
    }
    @Test func `no casualties is a negated claim of none`() {
        expect("The rocket hit a field, but there were no casualties.", tells: "negated | killed 0")
    }
    @Test func `one is counted`() {
        expect("A police officer was killed in Mandalay.", tells: "ASSAULT | -> A police officer | killed 1 | @Mandalay")
    }
    @Test func `dead, wounded and missing are counted apart`() {
        expect("The attack left four people dead, nine wounded and two missing.", tells: "missing 2", "killed 4", "injured 9")
    }
    @Test func `years, ages and shares are no figures`() {
        expect("Soldiers killed a 25-year-old man in 2020.", tells: "ASSAULT | killed 1 | 2020", never: ["killed 25", "killed 2020"])
    }

    // MARK: days

    @Test func `a weekday is the nearest up to publication`() {
        expect("Rebels shelled Saraqib on Thursday.", tells: "2024-02-29")
    }
    @Test func `days are as narrow as the text allows`() {
        expect("Rebels shelled Saraqib earlier this month.", tells: "2024-03-01/2024-03-05")
        expect("Rebels shelled Saraqib yesterday.", tells: "2024-03-05")
        expect("Rebels shelled Saraqib in May 2022.", tells: "2022-05")
        expect("Rebels shelled Saraqib between 3 and 5 February.", tells: "2024-02-03/2024-02-05")
        expect("Rebels have shelled Saraqib since Sunday.", tells: "2024-03-03/2024-03-06")
    }
    @Test func `a day carries on in its passage`() {
        expect(
            "Rebels attacked the town of Saraqib on Monday. They burned a school and killed two guards.",
            tells: "'killed' | 2024-03-04 | @Saraqib | They -> two guards")
    }
    @Test func `without a day of publication a weekday stays open`() {
        expect("Rebels shelled Saraqib on Tuesday.", tells: "ASSAULT | undated", published: nil)
        expect("Rebels shelled Saraqib on 5 March 2024.", tells: "ASSAULT | 2024-03-05", published: nil)
    }
    @Test func `a text that settles its own day is dated by inference`() {
        let news = """
            Artillery fire hit the border town of Tavush on Tuesday, officials said.
            The two countries fought a war in 2020.
            “On 19 September they opened fire at dawn,” the ministry said.
            """
        let report = read(news, published: nil)
        #expect(report.document.published?.description == "2023-09-19")
        #expect(report.document.publishedBy == .inferred)
    }
    @Test func `a text that does not settle its day stays undated`() {
        let report = read("Artillery fire hit the town of Tavush on Tuesday.", published: nil)
        #expect(report.document.published == nil)
        #expect(report.document.publishedBy == nil)
    }
    @Test func `a given day of publication is never inferred`() {
        #expect(read("KABUL, 4 March 2011 – Rebels shelled a school.").document.publishedBy == .given)
    }

    // MARK: places

    @Test func `the place of the act is not where it was told`() {
        expect("The minister said in Geneva that rebels had shelled Saraqib.", tells: "ASSAULT | @Saraqib | < The minister")
    }
    @Test func `the most specific place stands`() {
        expect("A bomb killed two people in the city of Jalalabad.", tells: "ASSAULT | @Jalalabad | in AFG")
        expect("A bomb killed two people in Jalalabad in eastern Afghanistan.", tells: "ASSAULT | @Jalalabad")
    }
    @Test func `a place carries on in its passage`() {
        expect("Gunmen attacked a market in Jos on Sunday. Twelve people were killed.", tells: "'killed' | killed 12 | @Jos | 2024-03-03")
    }
    @Test func `a renamed place has all its names`() {
        expect("Russian forces shelled Bakhmut on Monday.", tells: "ASSAULT | @Bakhmut | @ = Bakhmut | @ = Artyomovsk")
        withKnownIssue("the country of those who shell wins its own town of that name") {
            expect("Russian forces shelled Artyomovsk on Monday.", tells: "ASSAULT | @Artyomovsk | @ = Bakhmut")
        }
    }
    @Test func `an opening tells where the act was, not where it was told`() {
        expect(
            "In Stepanakert, Azerbaijani soldiers killed four people, including a child, on Tuesday, the mayor said.",
            tells: "ASSAULT | @Stepanakert | killed 4")
    }
    @Test func `a misspelt corridor is found`() {
        expect(
            "Azerbaijan has blocked the Lanchin corridor.",
            tells: "COERCE | Azerbaijan -> | @ = Lachin corridor")
    }
    @Test func `a place in doubt has no country`() {
        expect("Troops shelled a village in Crimea.", tells: "ASSAULT | @Crimea", never: ["@Crimea | in RUS", "@Crimea | in UKR"])
    }

    // MARK: names

    @Test func `two names of one town are a pair, with who uses the second`() {
        let report = read("Shots were heard in Stepanakert, which Azerbaijanis call Khankendi.")
        #expect(report.names.map { "\($0.name)/\($0.also) by \($0.usedBy ?? "-")" } == ["Stepanakert/Khankendi by AZE"])
    }
    @Test func `one name is no pair`() {
        #expect(read("Shots were heard in Stepanakert on Monday.").names.isEmpty)
    }
    @Test func `a country's people and army have its code`() {
        expect("Ethiopian soldiers killed two Eritrean herders.", tells: "ASSAULT | Ethiopian soldiers: ETH.MIL | two Eritrean herders: ERI.CIV")
        withKnownIssue("Ethiopia's own Somalis are preferred to Somalia's") {
            expect("Ethiopian soldiers killed two Somali herders.", tells: "ASSAULT | Ethiopian soldiers: ETH.MIL | two Somali herders: SOM.CIV")
        }
    }
    @Test func `a capital may speak for its government`() {
        expect("Paris urged Baku to lift the blockade.", tells: "REQUEST | Paris -> Baku | Paris = France | Baku: AZE")
    }

    // MARK: documents

    @Test func `capitals do not hide an act`() {
        expect("REBELS SHELLED SARAQIB ON MONDAY, KILLING TWO CIVILIANS.", tells: "ASSAULT | REBELS -> | 2024-03-04", "ASSAULT | killed 2")
    }
    @Test func `ids are counted and incidents named in the order of the text`() {
        let report = read("Rebels shelled Saraqib. Police arrested two men in Minsk.")
        #expect(report.claims.map(\.id) == (1...report.claims.count).map { "c\($0)" })
        #expect(report.claims.map(\.trigger.span.start) == report.claims.map(\.trigger.span.start).sorted())
        #expect(report.claims.first?.incident == "i1")
    }
    @Test func `every claim names the pattern of its type`() {
        for claim in read("Rebels shelled Saraqib on Monday, the mayor said.").claims {
            let patterns = Set(Shipped.reader.codebook.types.flatMap(\.patterns).map(\.id))
            #expect(claim.evidence.contains { $0.field == "type" && patterns.contains($0.rule) })
        }
    }
}
