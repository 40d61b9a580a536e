import Postgres

/// The statements that are too long to stand among Swift, each a file in `SQL/` named for what it does.
enum Statement: String, CaseIterable {
    case incomingTable = "incoming_table"
    case incomingStored = "incoming_stored"
    case incomingNew = "incoming_new"
    case incomingToItems = "incoming_to_items"
    case incomingToKeptItems = "incoming_to_kept_items"
    case incomingToEvents = "incoming_to_events"
    case incomingToLatestState = "incoming_to_latest_state"
    case recountRun = "recount_run"
    case rebuildLatestState = "rebuild_latest_state"

    private var bytes: [UInt8] {
        switch self {
        case .incomingTable: PackageResources.incoming_table_sql
        case .incomingStored: PackageResources.incoming_stored_sql
        case .incomingNew: PackageResources.incoming_new_sql
        case .incomingToItems: PackageResources.incoming_to_items_sql
        case .incomingToKeptItems: PackageResources.incoming_to_kept_items_sql
        case .incomingToEvents: PackageResources.incoming_to_events_sql
        case .incomingToLatestState:
            PackageResources.incoming_to_latest_state_sql + PackageResources.newer_sighting_wins_sql
        case .rebuildLatestState: PackageResources.rebuild_latest_state_sql + PackageResources.newer_sighting_wins_sql
        case .recountRun: PackageResources.recount_run_sql
        }
    }

    /// The statement for one schema, with the values of its `$1`, `$2`, ... in their order.
    func query(_ schema: Schema, _ values: String?...) -> Query {
        Query(unescaped: SQLText.text(bytes, for: schema), values: values)
    }
}

/// Our own SQL files, in which `{schema}` stands for the quoted name of the schema.
enum SQLText {
    static func text(_ bytes: [UInt8], for schema: Schema) -> String {
        let pieces = String(decoding: bytes, as: UTF8.self).split(
            separator: "{schema}", omittingEmptySubsequences: false)
        return pieces.joined(separator: schema.quoted)
    }
}
