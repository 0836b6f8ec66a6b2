/// Words that tell names of places from other capitalised words.
extension Scanner {
    private static func list(_ words: String) -> Set<String> { Set(words.split(whereSeparator: \.isWhitespace).map(String.init)) }

    /// Small words inside names of places.
    static let links = list("of the al el la le les du de des da do dos das di del della and upon on sur sous y e i an ash as ad ar az")

    /// Words that never begin a name of several words.
    static let openers = list("a an the and or but so if all no this that these those i we he she it in on at of for from to as by with")

    /// The Arabic article as it is written before a hyphen.
    static let articles = list("al el an ar as ash at ath ad adh az es er ed ech esh ul il")

    /// Words that keep their stop inside a sentence.
    static let stopped = list("st mt ft gen mr mrs dr col lt sgt maj sen rep gov")

    /// Words after a lone name that make it a speaker.
    static let speaking = list("said says told added asked explained noted who whose")

    /// Words after which a name is likely a place.
    static let placing = list(
        """
        in at near from to into towards toward outside around across throughout inside within of through between over off beyond via leaving
        reach reached entered visit visited visiting shelled bombed attacked captured seized besieged hit struck retook liberated evacuated
        central northern southern eastern western north south east west northeast northwest southeast southwest downtown
        city town village district province region governorate county capital
        """)

    /// Titles that make the next name a person's.
    static let titles = list(
        """
        mr mrs ms miss dr prof sir lord lady president minister premier chancellor senator sen rep gov governor general gen colonel col major maj
        captain capt lieutenant lt sergeant sgt admiral king queen prince princess pope bishop archbishop imam sheikh ayatollah judge justice
        secretary ambassador spokesman spokeswoman spokesperson commander chief director chairman professor pm mp officer private coach
        """)

    /// Words after a name that make it an organisation or a team.
    static let bodies = list(
        """
        times post herald tribune gazette journal telegraph university college school hospital church united fc rovers wanderers athletic bank
        airlines airways motors inc corp ltd company group institute foundation museum press agency news radio television tv street road avenue
        """)

    /// Words that begin sentences or stand capitalised without naming a place, though places bear them.
    static let common = list(
        """
        the a an this that these those he she it they we you i his her its their our my your who what when where why how which there here
        in on at by for from to of with without after before during since until while as if but and or nor so yet not no yes all any some many
        most much more less few several both each every other another such same own new old young first last next second third one two three four
        five six seven eight nine ten hundred thousand million police army government officials witnesses residents troops soldiers rebels
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
        december spring summer autumn fall winter today tomorrow yesterday tonight morning evening night day week month year
        mr mrs ms dr president minister prime general king queen prince state states city town village county district province region
        north south east west northern southern eastern western central island river lake mount mountain sea ocean gulf bay cape port fort
        is are was were be been being has have had do does did will would can could may might must shall should let get got make made take took
        said says say told tell reuters afp ap cnn bbc associated press news photo image video update exclusive opinion editorial analysis
        english islam islamic muslim muslims christian christians jewish jews catholic protestant sunni shia shiite orthodox hindu sikh buddhist
        god allah bible church mosque temple house senate congress parliament court supreme union league party front movement council committee
        center centre institute university college school hospital bank company group team club world earth moon sun mars war peace
        democrat democrats republican republicans liberal labor labour conservative green greens national international federal royal
        best big great good bad long short high low open close free full hard soft black white red blue gold silver grand
        hope victory liberty independence freedom justice unity progress paradise commerce enterprise energy sparks price reading mobile bath
        man men woman women boy girl people child children son daughter father mother brother sister friend baby lady
        also just even only still very well then than too now ever never again once often always perhaps maybe however meanwhile although though
        because under over above below between among against about around through across along near off out up down back away
        asked according following including despite amid given based called known born died
        twitter facebook google apple amazon microsoft youtube instagram christmas easter ramadan eid
        nice split orange waterloo sandwich hell normal male bar bor ham man most sale same along batman
        """)

    /// Given names that are also names of places.
    static let firstNames = list(
        """
        jordan chad israel georgia austin dallas houston charlotte sydney florence victoria paris madison jackson lincoln carson logan mason
        virginia carolina savannah brooklyn chelsea devon kent troy marshall clinton jefferson washington cleveland hamilton russell tyler warren
        francis santiago diego lorenzo pedro jose juan maria ana laurence vincent martin thomas george james john david michael robert william
        richard charles joseph henry edward peter paul mark luke simon andrew philip patrick ryan kevin brian scott adam adrian alan albert
        alexander alex alfred ali ahmed mohammed muhammad mahmoud hassan hussein omar khalid ibrahim yusuf abdul mustafa recep vladimir sergei
        ivan dmitry igor oleg donald barack hillary angela theresa emma sarah anna elizabeth mary kate jane alice helen susan linda nancy karen
        """)
}
