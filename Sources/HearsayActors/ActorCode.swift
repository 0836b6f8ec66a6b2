/// A country, then a sector: "IRQ.REB"; a country alone, an international body "IGO.UN", or a sector alone.
///
/// A sector alone ("NGO": an organisation of no one country) is knowledge for the resolver and no code of the record.
struct ActorCode: Hashable, Sendable {
    /// ISO 3166 alpha-3, or "IGO".
    var country: String?
    var sector: String?

    static let sectors: Set<String> = [
        "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "UAF", "OPP", "CIV", "MED", "NGO", "BUS", "REL", "CRM", "REF",
    ]

    init(country: String?, sector: String?) {
        self.country = country
        self.sector = sector
    }

    /// nil where the words are no code.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
        let isUpper: (String) -> Bool = { !$0.isEmpty && $0.utf8.allSatisfy { (65...90).contains($0) } }
        switch parts.count {
        // CIV alone is Ivory Coast.
        case 1 where ActorCode.sectors.contains(parts[0]) && parts[0] != "CIV": self.init(country: nil, sector: parts[0])
        // An organisation in which nothing but its being one is known.
        case 1 where parts[0] == "-": self.init(country: nil, sector: nil)
        case 1 where parts[0].utf8.count == 3 && isUpper(parts[0]) && parts[0] != "IGO":
            self.init(country: parts[0], sector: nil)
        case 2 where parts[0] == "IGO" && isUpper(parts[1]): self.init(country: "IGO", sector: parts[1])
        case 2 where parts[0].utf8.count == 3 && isUpper(parts[0]) && ActorCode.sectors.contains(parts[1]):
            self.init(country: parts[0], sector: parts[1])
        default: return nil
        }
    }

    var isInternational: Bool { country == "IGO" }

    /// As the record writes it; nil without a country.
    var text: String? {
        guard let country else { return nil }
        guard let sector else { return country }
        return country + "." + sector
    }

    /// CAMEO's sectors where they are called otherwise than PLOVER's.
    private static let cameoSectors = ["CIV": "CVL"]

    /// The bodies that CAMEO gives letters to.
    private static let cameoBodies = [
        "UN": "IGOUNO", "EU": "IGOEUREEC", "NATO": "IGOWSTNAT", "ARAB": "IGOMEAARL", "OIC": "IGOMOSOIC", "ASEAN": "IGOSEAASN",
        "ECOWAS": "IGOWAFBUSWAS", "IGAD": "IGOEAFDEVIAD", "WB": "IGOUNODEVWBK",
    ]

    /// In CAMEO's letters, which data before PLOVER write: "SYR.CIV" is "SYRCVL", "IGO.UN" is "IGOUNO", a body without letters "IGO".
    var cameo: String? {
        guard let country else { return sector.map { ActorCode.cameoSectors[$0] ?? $0 } }
        guard let sector else { return country }
        if country == "IGO" { return ActorCode.cameoBodies[sector] ?? "IGO" }
        return country + (ActorCode.cameoSectors[sector] ?? sector)
    }
}
