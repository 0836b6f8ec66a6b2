import HearsayCore
import Testing

@testable import HearsayActors

@Suite struct ActorResolverTests {
    @Test(arguments: PhraseCase.all)
    func `a phrase gives its code and name`(_ phrase: PhraseCase) {
        let actor = resolver.resolve(phrase.phrase, in: context(phrase.theatre, on: phrase.day))
        #expect(actor.code == phrase.code)
        if let name = phrase.name { #expect(actor.name == name) }
    }

    @Test func `there are at least 250 phrases`() { #expect(PhraseCase.all.count >= 250) }

    @Test func `parties swapped give codes swapped`() {
        let lands = [
            ("ARM", "Armenia", "Armenian"), ("AZE", "Azerbaijan", "Azerbaijani"), ("RUS", "Russia", "Russian"),
            ("UKR", "Ukraine", "Ukrainian"), ("IND", "India", "Indian"), ("PAK", "Pakistan", "Pakistani"),
            ("ETH", "Ethiopia", "Ethiopian"), ("ERI", "Eritrea", "Eritrean"), ("TUR", "Turkey", "Turkish"),
            ("GRC", "Greece", "Greek"), ("IRN", "Iran", "Iranian"), ("SAU", "Saudi Arabia", "Saudi"),
            ("RWA", "Rwanda", "Rwandan"), ("COD", "the Democratic Republic of the Congo", "Congolese"),
        ]
        let templates = [
            "% troops", "% soldiers", "two % civilians", "the % government", "% police", "^'s army", "^'s foreign ministry",
            "% officials", "the % defence minister", "% protesters", "a % journalist", "% villagers", "the president of ^",
            "% refugees", "the % parliament", "a % court", "% militants", "% positions", "people in ^", "police in ^",
            "%s", "the ^ government", "%-backed government", "a spokesman for the % army", "^", "% warplanes",
        ]
        for (code, name, adjective) in lands {
            for template in templates {
                var phrase = template.replacing("^", with: name).replacing("%", with: adjective)
                if template == "%s" { phrase = adjective }
                let actor = resolver.resolve(phrase, in: context([code]))
                let first = resolver.resolve(
                    template == "%s" ? "Armenian" : template.replacing("^", with: "Armenia").replacing("%", with: "Armenian"),
                    in: context(["ARM"]))
                #expect(
                    actor.code?.replacing(code, with: "XXX") == first.code?.replacing("ARM", with: "XXX"),
                    "\(phrase): \(actor.code ?? "-") but of Armenia \(first.code ?? "-")")
            }
        }
    }

    @Test func `in a war of two countries each side's words give its own code`() {
        for (a, b) in [("ARM", "AZE"), ("RUS", "UKR"), ("IND", "PAK"), ("ISR", "LBN"), ("ETH", "ERI"), ("IRN", "ISR")] {
            let first = resolver.lexicon.countries[a]!
            let second = resolver.lexicon.countries[b]!
            for noun in ["army", "government", "civilians", "villagers", "officials", "foreign ministry", "warplanes"] {
                for theatre in [[a, b], [b, a]] {
                    let one = resolver.resolve("\(first.adjective) \(noun)", in: context(theatre))
                    let two = resolver.resolve("\(second.adjective) \(noun)", in: context(theatre))
                    #expect(one.code?.replacing(a, with: "X") == two.code?.replacing(b, with: "X"))
                    #expect(one.code?.hasPrefix(a) == true)
                }
            }
        }
    }

    @Test func `an office has the holder of the day`() {
        #expect(resolver.resolve("the French president", in: context(on: "1994-01-01")).name == "François Mitterrand")
        #expect(resolver.resolve("the French president", in: context(on: "2004-01-01")).name == "Jacques Chirac")
        #expect(resolver.resolve("the French president", in: context(on: "2024-01-01")).name == "Emmanuel Macron")
        let undated = resolver.resolve("the French president")
        #expect(undated.code == "FRA.GOV")
        #expect(undated.name == "French president")
    }

    @Test func `a former holder is not today's`() {
        let actor = resolver.resolve("the former French president", in: context(on: "2024-01-01"))
        #expect(actor.code == "FRA.GOV")
        #expect(actor.name == "former French president")
    }

    @Test func `a surname given in full before is the same person`() {
        var memory = ActorMemory()
        memory.note(resolver.resolve("police spokesman Ahmed Karimov", in: context(["TJK"])))
        let again = resolver.resolve("Karimov", in: context(["TJK"], on: "2015-01-01", memory: memory))
        #expect(again.name == "Ahmed Karimov")
        #expect(again.code == "TJK.COP")
        #expect(resolver.resolve("Mr Karimov", in: context(["TJK"], memory: memory)).code == "TJK.COP")
    }

    @Test func `a surname that is a country leaves the country alone`() {
        var memory = ActorMemory()
        memory.note(resolver.resolve("police spokesman Michael Jordan", in: context(["USA"])))
        #expect(resolver.resolve("Jordan", in: context(memory: memory)).code == "JOR")
        #expect(resolver.resolve("Mr Jordan", in: context(memory: memory)).kind != .group)
    }

    @Test func `what is known of somebody is not forgotten`() {
        var memory = ActorMemory()
        memory.note(resolver.resolve("police spokesman Ahmed Karimov", in: context(["TJK"])))
        memory.note(resolver.resolve("Mr Ahmed Karimov"))
        #expect(resolver.resolve("Karimov", in: context(memory: memory)).code == "TJK.COP")
    }

    @Test func `an office alone is the holder named before`() {
        var memory = ActorMemory()
        memory.note(resolver.resolve("President Bill Clinton", in: context(on: "1998-08-14")))
        let actor = resolver.resolve("the president", in: context(["KEN"], on: "1998-08-14", memory: memory))
        #expect(actor.name == "Bill Clinton")
    }

    @Test func `an acronym that the text introduces is that body`() {
        var memory = ActorMemory()
        memory.note(resolver.resolve("the Free Aceh Movement"), acronym: "XYZ")
        #expect(resolver.resolve("XYZ rebels", in: context(memory: memory)).code == "IDN.REB")
    }

    @Test func `a city that the caller knows gives its country`() {
        let known: @Sendable (String) -> String? = { ["Istanbul": "TUR", "Mosul": "IRQ", "Donbas": "UKR"][$0] }
        func code(_ phrase: String) -> String? {
            resolver.resolve(phrase, in: ActorContext(theatre: ["SYR"], countryOf: known)).code
        }
        #expect(code("police in Istanbul") == "TUR.COP")
        #expect(code("Istanbul police") == "TUR.COP")
        #expect(code("residents of Mosul") == "IRQ.CIV")
        #expect(code("Mosul's residents") == "IRQ.CIV")
        #expect(code("rebels in Donbas") == "UKR.REB")
        #expect(code("Syrian refugees in Istanbul") == "SYR.REF")
    }

    @Test func `the kinds of things are told apart`() {
        #expect(resolver.resolve("Azerbaijan").kind == .country)
        #expect(resolver.resolve("Hamas").kind == .group)
        #expect(resolver.resolve("the European Commission").kind == .organisation)
        #expect(resolver.resolve("Vladimir Putin").kind == .person)
        #expect(resolver.resolve("two gunmen").kind == .role)
        #expect(resolver.resolve("Kurds").kind == .people)
    }

    @Test func `nouns that act are told from things that do not`() {
        let acting = ["soldier", "soldiers", "troops", "gunman", "gunmen", "villagers", "ministry", "army", "police", "women", "rebels", "lawmaker"]
        #expect(acting.filter { !resolver.isPersonal($0) || !resolver.isActorNoun($0) } == [])
        let things = ["convoy", "building", "tank", "hospital", "mosque", "village", "barracks", "school"]
        #expect(things.filter { resolver.isPersonal($0) } == [])
        let others = ["ceasefire", "statement", "tuesday", "percent", "attack", "war", "agreement"]
        #expect(others.filter { resolver.isActorNoun($0) } == [])
    }

    @Test func `words that are also names need their capitals`() {
        for word in ["is", "us", "who", "turkey", "polish", "chad", "ice", "quad", "total"] {
            #expect(resolver.resolve(word).code == nil, "\(word)")
        }
    }

    @Test func `every resolution gives a rule`() {
        for phrase in PhraseCase.all {
            let actor = resolver.resolve(phrase.phrase, in: context(phrase.theatre, on: phrase.day))
            #expect(actor.rule.hasPrefix("actor."))
            #expect(!actor.name.isEmpty)
            if let code = actor.code { #expect(ActorCode(code) != nil, "\(code)") }
        }
    }

    @Test func `hostile phrases never trap`() {
        let pieces = [
            "the", "'s", "’s", ",", "(", ")", "-", "of", "of of", "President", "US-led", "-backed", "anti-", "pro-", "", "  ",
            "\u{0}", "\u{301}", "🇦🇲", "ال", "共和国", "U.S.", "is", "General", "members of", "and", "two", "ex-", "'", "''", "[IS]",
            "Armenian-backed-backed", "a-b-c-d", "....", "in", "by", "ethnic", "Kabila", "\u{FFFD}", "\t", "’’",
        ]
        var seed: UInt64 = 42
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<4000 {
            let phrase = (0..<random(9)).map { _ in pieces[random(pieces.count)] }.joined(separator: random(3) == 0 ? "" : " ")
            let actor = resolver.resolve(phrase, in: context(["ARM", "AZE"], on: "2020-01-01"))
            if let code = actor.code { #expect(ActorCode(code) != nil) }
        }
        _ = resolver.resolve(String(repeating: "the army of ", count: 500))
        _ = resolver.resolve(String(repeating: "a", count: 100_000))
        _ = resolver.resolve(ActorPhrase(words: [], head: 3))
    }

    @Test func `a resolution does not change from run to run`() {
        for phrase in PhraseCase.all.prefix(60) {
            let first = resolver.resolve(phrase.phrase, in: context(phrase.theatre, on: phrase.day))
            #expect(first == resolver.resolve(phrase.phrase, in: context(phrase.theatre, on: phrase.day)))
        }
    }
}
