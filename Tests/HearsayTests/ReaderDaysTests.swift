import Hearsay
import HearsayCore
import Testing

/// Which act a day belongs to.
@Suite struct ReaderDaysTests {
    @Test func `a time counted between two acts dates the one by the other`() {
        expect(
            "Rebels seized a bridge on Saturday, three days after the army shelled Saraqib.", tells: "'shelled' | 2024-02-28")
        expect("Soldiers arrested the mayor on Monday, hours after gunmen attacked the town hall.", tells: "'attacked' | 2024-03-04")
        expect(
            "Rebels attacked Saraqib on Friday. Hours after the attack a bomb exploded in Idlib.", tells: "'exploded' | 2024-03-01/2024-03-02")
    }
    @Test func `since an act reaches from its day to now`() {
        expect("The army has shelled Saraqib since rebels captured the town on 20 February.", tells: "'shelled' | 2024-02-20/2024-03-06")
    }
    @Test func `how long something has gone on counts back from publication`() {
        expect("The battle for Saraqib has entered its eighth day.", tells: "'battle' | 2024-02-28/2024-03-06")
        expect("A prisoner died on Monday, on the tenth day of his hunger strike.", tells: "'hunger strike' | 2024-02-26/2024-03-06")
    }
    @Test func `two days named together are one stretch`() {
        expect("Rebels shelled Saraqib on Sunday and Monday.", tells: "'shelled' | 2024-03-03/2024-03-04")
    }
    @Test func `a day before an event's noun is the event's`() {
        expect("Ten people were killed by Saturday's bomb in Saraqib.", tells: "'killed' | 2024-03-02")
        expect("The army closed the border ahead of Friday's election.", never: ["../2024-02-29"])
    }
    @Test func `a bare night or a length in hours dates nothing`() {
        expect("The army imposed a nighttime curfew in Saraqib.", tells: "undated")
        expect("Troops and rebels fought for hours in Saraqib.", tells: "undated")
    }
    @Test func `within hours, minutes before and later in the day are the day last named`() {
        expect("Rebels kidnapped a doctor on Sunday. He was released within hours.", tells: "'released' | 2024-03-03")
        expect("Rebels shelled Saraqib on Sunday. They attacked Idlib later in the day.", tells: "'attacked' | 2024-03-03")
    }
    @Test func `a clause that retells an act gives it its day and place`() {
        expect(
            "The minister condemned the attack on a convoy, which took place in Saraqib on 2 March.",
            tells: "'attack' | @Saraqib | 2024-03-02")
        expect(
            "The army said on Monday that it would investigate the strike that killed ten children in Saraqib a day earlier.",
            tells: "'strike' | @Saraqib | 2024-03-03")
    }
    @Test func `a perfect takes no past day, so the day is that of the act spoken of`() {
        expect("The union has called for an inquiry into an attack on a school on Friday.", tells: "'attack' | 2024-03-01")
    }
    @Test func `who demonstrates speaks by it`() {
        expect("Hundreds of people marched in Idlib on Sunday to demand the release of prisoners.", tells: "'demand' | 2024-03-03 | @Idlib")
    }
    @Test func `what describes somebody has its own time`() {
        expect("The coalition fighting the rebels said on Friday that it had bombed Saraqib.", tells: "'fighting' | undated")
    }
    @Test func `an act told only to time another lends no day`() {
        expect(
            "Rebels shelled Saraqib on Monday, a day after jets bombed a depot near Idlib. At least six people died.",
            tells: "'died' | 2024-03-04 | @Saraqib")
    }
    @Test func `the year last named holds on`() {
        expect("The truce was signed in November 1995. In July of that year the army had captured Saraqib.", tells: "'captured' | 1995-07")
    }
    @Test func `what is still to come begins no earlier than today`() {
        expect("The rebels will hand in their weapons by the end of the month.", tells: "2024-03-06/2024-03-31")
    }
}
