-- replay.recount
-- The fates of a run's items as they are now.
UPDATE {schema}.ingestion_runs AS run SET
    items_observed = counted.observed,
    items_duplicate = counted.duplicate,
    items_rejected = counted.rejected,
    items_received = counted.observed + counted.duplicate + counted.rejected,
    state = CASE
        WHEN state = 'empty' AND counted.observed + counted.duplicate > 0 THEN 'succeeded'
        WHEN state = 'failed' AND counted.observed + counted.duplicate > 0 THEN 'partial'
        ELSE state
    END,
    platform = CASE WHEN counted.platforms = 1 THEN counted.platform END
FROM (
    SELECT
        count(*) FILTER (WHERE outcome = 'observed') AS observed,
        count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
        count(*) FILTER (WHERE outcome = 'rejected') AS rejected,
        count(DISTINCT platform) FILTER (WHERE outcome <> 'rejected') AS platforms,
        min(platform) FILTER (WHERE outcome <> 'rejected') AS platform
    FROM {schema}.ingestion_items WHERE run_id = $1::uuid
) AS counted
WHERE run.id = $1::uuid
