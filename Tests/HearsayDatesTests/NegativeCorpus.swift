/// Words that look like a time and are none.
enum NegativeCorpus {
    static let names = [
        "Prime Minister May", "Theresa May spoke", "Mrs May said", "April Johnson", "June Carter was there", "August Müller",
        "the Sunday Times", "the Sunday Telegraph reported", "the Sunday Mirror", "Saturday Night Live", "Black September",
        "the March 23 Movement", "the March 23 movement", "M23", "M23 rebels", "the October 7 Brigade", "7 October Square",
        "the November 17 group", "17 November Street", "the 14 March Alliance", "8 March Coalition", "Bloody Sunday", "Black Friday",
        "the Good Friday Agreement", "Super Tuesday", "the Easter Islands", "Sheffield Wednesday", "President March", "Jan Egeland",
        "the Arab Spring", "Prague Spring", "May Street", "the 26 August Battalion",
        "25 January Square", "the 1 May Bridge", "20 February Movement", "April 6 Movement", "the July 14 Bridge",
    ]
    static let words = [
        "they may attack", "may have been killed", "the march on the city", "a long march", "they march to the palace",
        "a second attack", "the second bomb", "a second soldier", "the fall of the city", "the fall of Aleppo", "the city may fall",
        "hot springs", "spring into action", "the first bomb", "a minute amount of oil", "an august body",
        "seconds the motion", "dates and figs", "12 Asad loyalists", "the sun rose", "he sat down", "they wed", "a quarter of the men",
        "three quarters of the town",
    ]
    static let numbers = [
        "1500 soldiers", "2000 people fled", "1200 troops", "1,998 houses", "UN Resolution 1701", "Resolution 1973", "flight 1998",
        "T-72 tanks", "a MiG-29", "Su-25 jets", "BM-21 rockets", "$1998", "1967%", "room 1408", "155 mm shells", "a 2-1 win", "10 of them",
        "25 km north", "555-1234", "AK-47 rifles", "F-16 jets", "Article 51", "1900 rounds", "PM2.5",
    ]
    static let all = names + words + numbers
}
