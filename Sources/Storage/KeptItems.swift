import Postgres

/// The items of one run as they were received: `ingestion_items`.
struct KeptItems {
    private let runID: String
    private let table: String

    init(runID: String, schema: Schema) {
        self.runID = runID
        table = schema.quoted + ".ingestion_items"
    }

    /// Which of them.
    enum Selection: String {
        /// Those without an outcome yet.
        case unmapped = "outcome IS NULL"
        /// Those that were rejected and are kept whole.
        case rejected = "outcome = 'rejected' AND item_sha256 IS NULL"
    }

    /// Adds items without an outcome, in the caller's transaction.
    func add(_ items: [KeptItem], _ connection: borrowing Connection) throws {
        var rest = items[...]
        let run = Hexadecimal.bytes(runID)
        try connection.copyIn(
            """
            -- items.keep
            COPY \(unescaped: table) (run_id, ordinal, item, item_length, item_sha256) FROM STDIN (FORMAT binary)
            """
        ) { writer in
            while writer.bytes.count < RunWriter.batchBytes, let item = rest.popFirst() {
                writer.beginRow(fieldCount: 5)
                writer.write(bytes: run)
                writer.write(item.ordinal)
                writer.write(bytes: item.bytes)
                writer.write(item.length)
                writer.write(bytes: item.sha256)
            }
            return !rest.isEmpty
        }
    }

    /// The next items of a selection after `ordinal`, at most `limit`, in their order.
    func next(
        _ selection: Selection, after ordinal: Int64, limit: Int, _ connection: borrowing Connection
    ) throws -> [KeptItem] {
        let rows = try connection.execute(
            """
            -- items.next
            SELECT ordinal, encode(item, 'hex'), item_length, encode(item_sha256, 'hex') FROM \(unescaped: table)
            WHERE run_id = \(runID)::uuid AND ordinal > \(ordinal)::bigint AND \(unescaped: selection.rawValue)
            ORDER BY ordinal LIMIT \(limit)::bigint
            """)
        return try (0..<rows.count).map { row in
            KeptItem(
                ordinal: try rows.integer(row, 0) ?? 0, bytes: Hexadecimal.bytes(rows.text(row, 1) ?? ""),
                length: try rows.integer(row, 2) ?? 0, sha256: rows.text(row, 3).map(Hexadecimal.bytes))
        }
    }
}

/// Bytes written as pairs of hexadecimal digits.
enum Hexadecimal {
    /// The bytes of all pairs; hyphens, as a UUID has them, are passed over.
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for character in text.utf8 {
            guard let digit = digit(character) else { continue }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
