// swift-tools-version: 6.2

import PackageDescription

/// One array for every target: Swift 6, strict memory safety, explicit existentials, imports that
/// stay internal, and warnings that stop the build of our own code.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Set where `scripts/fuzz` builds, to the rooms whose ways libFuzzer follows. The address sanitizer watches all of our own code.
let followed = Context.environment["SHORTPULSE_FUZZ"]?.split(separator: ",").map(String.init)

func roomSettings(_ name: String) -> [SwiftSetting] {
    guard let followed else { return settings }
    let coverage = ["-sanitize-coverage=edge,inline-8bit-counters,pc-table"]
    return settings
        + [.unsafeFlags(["-enable-testing", "-sanitize=address"] + (followed.contains(name) ? coverage : []))]
}

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: roomSettings(name))
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// What takes strangers' bytes: the tests feed it with those that were kept, the fuzzers with those that they make up.
let fuzzed: [Target.Dependency] = ["Apify", "CExpat", "CGumbo", "FastCGI", "Markup", "Reels", "Site", "System"]
let fuzzTargets: [Target] =
    followed == nil
    ? [tests("Fuzz", fuzzed, exclude: ["Program", "corpus", "dictionaries", "planted"])]
    : [
        .target(
            name: "FuzzTargets", dependencies: fuzzed, path: "Tests/FuzzTests/Targets", swiftSettings: settings),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "FuzzTargets", "System"], path: "Tests/FuzzTests/Program",
            swiftSettings: settings,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
    ]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "shortpulse",
    products: [
        .executable(name: "shortpulse-web", targets: ["shortpulse-web"]),
        .executable(name: "shortpulse-ingest", targets: ["shortpulse-ingest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CFastCGI", providers: [.apt(["libfcgi-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),

        // For tests alone: parsers of HTML and of XML, and libFuzzer.
        .systemLibrary(name: "CGumbo", path: "Tests/CGumbo"),
        .systemLibrary(name: "CExpat", path: "Tests/CExpat"),
        .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),

        // The five rooms that hold all unsafe code.
        room("System", ["CMalloc"]),
        room("FastCGI", ["CFastCGI", "System"]),
        room("Postgres", ["CPostgres"]),
        room("HTTPClient", ["CCurl"]),
        room("Compression", ["CZlib"]),

        // How a process is, in the words of a monitoring system.
        room("Metrics", ["System"]),
        // What a program says to whoever runs it.
        room("Logs", ["Reels", "System", logging]),

        // The way of the data, from an item to a page.
        room("Settings", ["System", configuration, systemPackage]),
        room("Reels"),
        room("Scoring", ["Reels"]),
        room("Apify", ["HTTPClient", "Reels"]),
        room(
            "Storage", ["Postgres", "Reels", "Scoring"],
            resources: [.embedInCode("Migrations"), .embedInCode("SQL")]),
        // How the site asks for a run, of a process that may speak to Apify: it itself holds no HTTP client and no token.
        room("RunRequests", ["System"]),
        room("Ingest", ["Apify", "HTTPClient", "Postgres", "Reels", "RunRequests", "Scoring", "Storage", "System"]),
        room("Sample", ["Reels"]),
        room("Markup"),
        room("Charts", ["Markup"]),
        room(
            "Site", ["Charts", "Compression", "Markup", "Metrics", "Reels", "Scoring", "System"],
            resources: [.embedInCode("Description/Examples"), .embedInCode("Style")]),

        // What the site shows, kept up to date with the database.
        room("Snapshots", ["Compression", "Postgres", "Reels", "Scoring", "Site", "Storage", "System"]),

        .executableTarget(
            name: "shortpulse-web",
            dependencies: [
                "FastCGI", "Logs", "Metrics", "Postgres", "Reels", "RunRequests", "Settings", "Site", "Snapshots",
                "Storage", "System",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "shortpulse-ingest",
            dependencies: [
                "Apify", "HTTPClient", "Ingest", "Logs", "Postgres", "Reels", "Sample", "Settings", "Storage", "System",
                argumentParser,
            ],
            swiftSettings: settings),

        // A real PostgreSQL for tests, a schema each.
        .target(
            name: "TestDatabase", dependencies: ["Postgres", "Storage", "System"], path: "Tests/TestDatabase",
            swiftSettings: settings),
        // Answers HTTP on a free port of this machine.
        .target(
            name: "LoopbackServer", dependencies: ["System"], path: "Tests/LoopbackServer", swiftSettings: settings),
        // Apify's API for tests, and a program of it to try things by hand.
        .target(
            name: "ApifyStandIn", dependencies: ["Compression", "System"], path: "Tests/ApifyStandIn",
            swiftSettings: settings),
        .executableTarget(
            name: "apify-stand-in", dependencies: ["ApifyStandIn", "System", argumentParser],
            path: "Tests/ApifyStandInCommand", swiftSettings: settings),
        // The scoring table of make bench.
        .executableTarget(
            name: "bench-scoring", dependencies: ["Reels", "Scoring", "System"], path: "bench/scoring-swift",
            swiftSettings: settings),
        // What loading costs, for the same.
        .executableTarget(
            name: "bench-loading", dependencies: ["Postgres", "Reels", "Scoring", "Snapshots", "Storage", "System"],
            path: "bench/loading-swift", swiftSettings: settings),
        // Stands between a program and PostgreSQL, and asks at each step whether it may go on.
        .target(
            name: "DatabaseProxy", dependencies: ["System"], path: "Tests/DatabaseProxy", swiftSettings: settings),
        // The whole of it, as `make run` starts it.
        .target(
            name: "RunningStack", dependencies: ["HTTPClient", "System"], path: "Tests/RunningStack",
            swiftSettings: settings),
        // Runs of the installed `shortpulse-ingest` that are disturbed, and what is left of them.
        .target(
            name: "Trials", dependencies: ["ApifyStandIn", "DatabaseProxy", "Postgres", "Sample", "System"],
            path: "Tests/Trials", exclude: ["private-database"], swiftSettings: settings),
        tests("System", ["RunningStack", "System"]),
        tests("FastCGI", ["FastCGI", "System"]),
        tests("HTTPClient", ["Compression", "HTTPClient", "LoopbackServer", "System"]),
        tests("Compression", ["Compression"]),
        tests("Metrics", ["Metrics", "System"]),
        tests("Logs", ["Logs", "Reels", "System"]),
        tests("Reels", ["Reels"]),
        tests("Scoring", ["Reels", "Sample", "Scoring"]),
        tests("Apify", ["Apify", "Compression", "HTTPClient", "LoopbackServer", "Reels", "Sample", "System"]),
        tests("Sample", ["Apify", "Reels", "Sample"]),
        tests("Storage", ["Postgres", "Reels", "Scoring", "Storage", "System", "TestDatabase"]),
        tests(
            "Ingest",
            [
                "Apify", "ApifyStandIn", "HTTPClient", "Ingest", "LoopbackServer", "Postgres", "Reels", "RunRequests",
                "Sample", "Scoring", "Storage", "System", "TestDatabase",
            ]),
        tests(
            "Snapshots",
            [
                "DatabaseProxy", "Postgres", "Reels", "Sample", "Scoring", "Site", "Snapshots", "Storage", "System",
                "TestDatabase",
            ]),
        tests("Postgres", ["Postgres", "System", "TestDatabase"]),
        tests("Settings", ["Settings"]),
        tests("Markup", ["Markup"]),
        tests("Charts", ["Charts", "Markup", "Sample"], exclude: ["Snapshots"]),
        tests(
            "Site", ["Compression", "Markup", "Metrics", "Reels", "Sample", "Scoring", "Site", "System"],
            exclude: ["Snapshots"]),
        tests("ApifyStandIn", ["ApifyStandIn", "HTTPClient", "System"], exclude: ["official_client.py"]),
        tests("Resume", ["DatabaseProxy", "Postgres", "Sample", "System", "Trials"]),
        tests(
            "EndToEnd", ["ApifyStandIn", "HTTPClient", "RunningStack", "System"],
            exclude: ["browser", "description", "hosted"]),
        tests(
            "Fault",
            ["ApifyStandIn", "DatabaseProxy", "HTTPClient", "Postgres", "RunningStack", "Sample", "System", "Trials"],
            exclude: ["README.md", "failing-calls.c"]),
    ] + fuzzTargets
)
