-- ingest.items
INSERT INTO {schema}.ingestion_items (
    run_id, ordinal, item, item_length, item_sha256, outcome, reason_code, reason, platform, reel_id
)
SELECT
    $1::uuid, ordinal, item, item_length, item_sha256,
    CASE WHEN reason_code IS NOT NULL THEN 'rejected' WHEN incoming_new.ordinal IS NULL THEN 'duplicate' ELSE 'observed' END,
    reason_code, reason, platform, reel_id
FROM incoming LEFT JOIN incoming_new USING (ordinal)
