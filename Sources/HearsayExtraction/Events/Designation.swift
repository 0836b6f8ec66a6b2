/// What armies call their machines: letters, a hyphen and a number.
enum Designation {
    private static let aircraft: Set<Substring> = [
        "A", "AC", "AH", "AN", "B", "C", "CH", "E", "F", "IL", "KA", "KC", "MI", "MIG", "MQ", "P", "RQ", "SU", "TB", "TU", "U", "UH", "YAK",
    ]
    private static let vehicles: Set<Substring> = ["AMX", "BMP", "BRDM", "BTR", "M", "MT", "PT", "T"]

    /// The list that a designation belongs to: "MiG-23" is an aircraft, "T-72" a vehicle; nil for other words.
    static func list(of form: String) -> String? {
        let parts = form.uppercased().split(separator: "-")
        guard parts.count == 2, let digit = parts[1].first, digit.isNumber, parts[1].count <= 4 else { return nil }
        if aircraft.contains(parts[0]) { return "aircraft" }
        return vehicles.contains(parts[0]) ? "vehicle" : nil
    }
}
