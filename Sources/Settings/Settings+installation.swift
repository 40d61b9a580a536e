extension Settings {
    /// The address of the database, for libpq.
    public func databaseAddress() throws(SettingsError) -> DatabaseAddress {
        guard let text = value("DATABASE_URL") else {
            throw SettingsError(
                variable: "DATABASE_URL", problem: "is not set: give it as postgresql://user:password@host/name")
        }
        return try DatabaseAddress(text)
    }

    /// The name of the schema of live data; the sample's is this name with `_sample`.
    public var schemaName: String { value("SHORTPULSE_SCHEMA") ?? "shortpulse" }

    /// What the installation calls itself.
    public var environmentName: String { value("ENVIRONMENT") ?? "local" }

    /// Hours between ingestions.
    public func intervalHours() throws(SettingsError) -> Int {
        try integer("INGESTION_INTERVAL_HOURS", default: 6, in: 1...8_760)
    }

    /// What an operator must present to ask for an ingestion; without it nobody can.
    public var operatorToken: Secret? { value("SHORTPULSE_OPERATOR_TOKEN").map(Secret.init) }

    /// Where `shortpulse-ingest listen` takes requests.
    public var listenSocketPath: String? { value("SHORTPULSE_LISTEN_SOCKET") }

    /// The folder where the responder keeps what it serves, for a start without the database; without it nothing is kept.
    public var stateFolder: String? { value("SHORTPULSE_STATE") }

    /// Where the responder takes requests that may wait for the database, besides descriptor 0.
    public var slowSocketPath: String? { value("SHORTPULSE_SLOW_SOCKET") }
}
