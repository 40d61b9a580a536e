-- What a run from Apify must remember to be gone on with wherever it was killed. Each of these is written before, or together
-- with, what it tells of.
ALTER TABLE {schema}.ingestion_runs
    -- Name of the configured feed; null for an import.
    ADD COLUMN feed text,
    -- What every item was taken for; null where each item's own shape told.
    ADD COLUMN item_platform text CHECK (item_platform IN ('instagram', 'tiktok', 'youtube')),
    -- False where the time of the scrape was taken from a file's modification time.
    ADD COLUMN scraped_at_is_exact boolean NOT NULL DEFAULT true,
    -- Whether the next run of the feed goes on with this one.
    ADD COLUMN is_resumable boolean NOT NULL DEFAULT false,
    -- When Apify was last asked to start the actor, whatever came of it.
    ADD COLUMN start_attempted_at timestamptz,
    -- SHA-256 of the input that was posted then.
    ADD COLUMN input_digest text,
    ADD COLUMN remote_status text,
    -- How much of the dataset is kept in ingestion_items: rows asked for, of so many, and the items that came, with their bytes.
    ADD COLUMN dataset_offset bigint NOT NULL DEFAULT 0,
    ADD COLUMN dataset_total bigint,
    ADD COLUMN items_kept bigint NOT NULL DEFAULT 0,
    ADD COLUMN bytes_kept bigint NOT NULL DEFAULT 0,
    ADD COLUMN fetch_failures integer NOT NULL DEFAULT 0,
    -- Why no more of the dataset will be fetched.
    ADD COLUMN cut_short_because text,
    ADD COLUMN cost_is_settled boolean NOT NULL DEFAULT false;

UPDATE {schema}.ingestion_runs SET
    feed = 'default', start_attempted_at = started_at, is_resumable = state IN ('queued', 'running')
WHERE source = 'apify';

-- What the observations of a run say, the run now says of itself.
UPDATE {schema}.ingestion_runs AS run SET scraped_at_is_exact = false
FROM (SELECT DISTINCT run_id FROM {schema}.reels_raw_events WHERE NOT scraped_at_is_exact) AS inexact
WHERE inexact.run_id = run.id;

CREATE INDEX ingestion_runs_by_feed ON {schema}.ingestion_runs (feed, start_attempted_at) WHERE source = 'apify';
CREATE INDEX ingestion_runs_unsettled ON {schema}.ingestion_runs (started_at)
    WHERE apify_run_id IS NOT NULL AND NOT cost_is_settled;

-- An item is kept as soon as it has come, and has no outcome until its run has all of them.
ALTER TABLE {schema}.ingestion_items ALTER COLUMN outcome DROP NOT NULL;
CREATE INDEX ingestion_items_rejected ON {schema}.ingestion_items (run_id, ordinal) WHERE outcome = 'rejected';
