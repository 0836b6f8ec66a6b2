// swift-tools-version: 6.1
// Every arrow of the house. Data flows one way: bytes → Document → Parse → Claims → output.
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "hearsay",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Hearsay", targets: ["Hearsay"]),
        .library(name: "HearsayLanguage", targets: ["HearsayLanguage"]),
        .executable(name: "hearsay", targets: ["HearsayCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The nouns: plain values, no I/O (but for finding data files).
        .target(name: "HearsayCore", swiftSettings: strict),
        // Bytes → Document. libxml2 reads the tags of saved pages.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // zlib unpacks archives.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "HearsayIntake", dependencies: ["HearsayCore", "CLibXML2", "CZlib"], swiftSettings: strict),
        // Document → sentences, tokens, trees, names. Knows no war.
        .target(name: "CHearsayKernels"),
        .target(name: "HearsayLanguage", dependencies: ["HearsayCore", "CHearsayKernels"], swiftSettings: strict),
        // The codebook's data and its loader. Knows no model.
        .target(
            name: "HearsayCodebook",
            dependencies: ["HearsayCore", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
        // The three resolvers: phrase → days, places, actors. Each stands alone on Core.
        .target(name: "HearsayDates", dependencies: ["HearsayCore"], swiftSettings: strict),
        .target(name: "HearsayPlaces", dependencies: ["HearsayCore"], swiftSettings: strict),
        .target(name: "HearsayActors", dependencies: ["HearsayCore"], swiftSettings: strict),
        // Parse + codebook + resolvers → Claims. Sees parses, never the parser.
        .target(
            name: "HearsayExtraction",
            dependencies: ["HearsayCore", "HearsayCodebook", "HearsayDates", "HearsayPlaces", "HearsayActors"],
            swiftSettings: strict),
        // Claims → one SQLite file, added to and never changed. The only SQL; knows no model and no codebook.
        .target(name: "HearsayLedger", dependencies: ["HearsayCore", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
        // The front door.
        .target(
            name: "Hearsay",
            dependencies: [
                "HearsayCore", "HearsayIntake", "HearsayLanguage", "HearsayCodebook", "HearsayDates", "HearsayPlaces",
                "HearsayActors", "HearsayExtraction",
            ], swiftSettings: strict),
        .executableTarget(
            name: "HearsayCommand",
            dependencies: [
                "Hearsay", "HearsayCore", "HearsayIntake", "HearsayLanguage", "HearsayCodebook", "HearsayDates",
                "HearsayPlaces", "HearsayActors", "HearsayExtraction", "HearsayLedger",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .testTarget(name: "HearsayCoreTests", dependencies: ["HearsayCore"], swiftSettings: strict),
        .testTarget(name: "HearsayIntakeTests", dependencies: ["HearsayIntake", "HearsayCore"], swiftSettings: strict),
        .testTarget(
            name: "HearsayLanguageTests", dependencies: ["HearsayLanguage", "HearsayCore", "CHearsayKernels"],
            resources: [.copy("Fixtures")], swiftSettings: strict),
        .testTarget(name: "HearsayCodebookTests", dependencies: ["HearsayCodebook", "HearsayCore"], swiftSettings: strict),
        .testTarget(name: "HearsayDatesTests", dependencies: ["HearsayDates", "HearsayCore"], swiftSettings: strict),
        .testTarget(name: "HearsayPlacesTests", dependencies: ["HearsayPlaces", "HearsayCore"], swiftSettings: strict),
        .testTarget(name: "HearsayActorsTests", dependencies: ["HearsayActors", "HearsayCore"], swiftSettings: strict),
        .testTarget(
            name: "HearsayLedgerTests", dependencies: ["HearsayLedger", "HearsayCore", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "HearsayTests",
            dependencies: ["Hearsay", "HearsayCore", "HearsayIntake", "HearsayCodebook", "HearsayExtraction"],
            swiftSettings: strict),
    ]
)
