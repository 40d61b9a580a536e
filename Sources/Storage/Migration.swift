/// One step of the schema: a file in `Migrations/`, applied once, in order, in a transaction of its own.
public struct Migration: Sendable {
    /// 1 for the first.
    public let version: Int
    /// What it does, as its file is named: `m0001_NAME.sql`.
    public let name: String
    private let bytes: [UInt8]

    private init(_ version: Int, _ name: String, _ bytes: [UInt8]) {
        self.version = version
        self.name = name
        self.bytes = bytes
    }

    /// Every migration, oldest first. A new one is a file and a line here, and a line in `SQL/access_roles.sql` for each table that it
    /// makes. It leaves what the version before reads and writes, since that one is at work until it has been replaced.
    public static let all: [Migration] = [
        Migration(1, "runs_and_observations", PackageResources.m0001_runs_and_observations_sql),
        Migration(2, "resumable_runs", PackageResources.m0002_resumable_runs_sql),
        Migration(3, "time_travel", PackageResources.m0003_time_travel_sql),
        Migration(4, "detached_months", PackageResources.m0004_detached_months_sql),
        Migration(5, "least_privilege", PackageResources.m0005_least_privilege_sql),
    ]

    /// The file's name.
    public var fileName: String {
        let digits = String(version)
        return "m" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_\(name).sql"
    }

    /// The file's text for one schema.
    func sql(for schema: Schema) -> String {
        SQLText.text(bytes, for: schema)
    }

    /// The file as it is, which the checksum is taken of, so that it is the same for every schema.
    var source: String { String(decoding: bytes, as: UTF8.self) }
}
