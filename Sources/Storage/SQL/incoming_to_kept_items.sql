-- ingest.kept_items
-- The outcome of items that are kept already.
UPDATE {schema}.ingestion_items AS kept SET
    outcome = incoming.outcome, reason_code = incoming.reason_code, reason = incoming.reason,
    platform = incoming.platform, reel_id = incoming.reel_id
FROM (
    SELECT
        ordinal, reason_code, reason, platform, reel_id,
        CASE WHEN reason_code IS NOT NULL THEN 'rejected' WHEN incoming_new.ordinal IS NULL THEN 'duplicate' ELSE 'observed' END
            AS outcome
    FROM incoming LEFT JOIN incoming_new USING (ordinal)
) AS incoming
WHERE kept.run_id = $1::uuid AND kept.ordinal = incoming.ordinal
