-- {schema} stands for the quoted name of the schema; the migration runner puts it in.
CREATE SCHEMA IF NOT EXISTS {schema};

CREATE TABLE IF NOT EXISTS {schema}.schema_migrations (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE {schema}.ingestion_runs (
    id uuid PRIMARY KEY,
    source text NOT NULL CHECK (source IN ('apify', 'import')),
    platform text CHECK (platform IN ('instagram', 'tiktok', 'youtube')),
    actor text,
    apify_run_id text,
    apify_dataset_id text,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'empty', 'partial', 'failed')),
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    scraped_at timestamptz,
    items_received bigint NOT NULL DEFAULT 0,
    items_observed bigint NOT NULL DEFAULT 0,
    items_duplicate bigint NOT NULL DEFAULT 0,
    items_rejected bigint NOT NULL DEFAULT 0,
    cost_usd double precision,
    error text,
    -- Who works on an active run, so that a second one can tell whether the first is still alive.
    lease_host text,
    lease_pid bigint,
    heartbeat_at timestamptz,
    CHECK (items_received = items_observed + items_duplicate + items_rejected),
    CHECK ((finished_at IS NULL) = (state IN ('queued', 'running')))
);

-- One run at a time.
CREATE UNIQUE INDEX ingestion_runs_one_active ON {schema}.ingestion_runs ((true)) WHERE state IN ('queued', 'running');
CREATE INDEX ingestion_runs_newest_first ON {schema}.ingestion_runs (started_at DESC, id DESC);

-- Every item as it was received. Bytes, since neither text nor jsonb holds every NUL and broken byte.
CREATE TABLE {schema}.ingestion_items (
    run_id uuid NOT NULL REFERENCES {schema}.ingestion_runs (id),
    ordinal bigint NOT NULL,
    item bytea NOT NULL,
    item_length bigint NOT NULL,
    -- Only of an item that was too long to keep whole.
    item_sha256 bytea,
    outcome text NOT NULL CHECK (outcome IN ('observed', 'duplicate', 'rejected')),
    reason_code text,
    reason text,
    platform text,
    reel_id text COLLATE "C",
    PRIMARY KEY (run_id, ordinal),
    CHECK ((outcome = 'rejected') = (reason_code IS NOT NULL))
);

CREATE TABLE {schema}.reels_raw_events (
    reel_id text COLLATE "C" NOT NULL CHECK (reel_id <> ''),
    platform text COLLATE "C" NOT NULL CHECK (platform IN ('instagram', 'tiktok', 'youtube')),
    scraped_at timestamptz NOT NULL,
    publish_time timestamptz NOT NULL,
    -- False where the platform gave only a day.
    publish_time_is_exact boolean NOT NULL,
    -- False where the time of the scrape was taken from a file's modification time.
    scraped_at_is_exact boolean NOT NULL,
    reel_url text,
    creator_username text,
    views bigint NOT NULL CHECK (views >= 0),
    -- Name of the item's field that the views were read from.
    views_source text NOT NULL,
    likes bigint CHECK (likes >= 0),
    comments bigint CHECK (comments >= 0),
    shares bigint CHECK (shares >= 0),
    saves bigint CHECK (saves >= 0),
    caption_text text,
    audio_id text,
    audio_name text,
    hashtags text[] NOT NULL,
    duration_seconds double precision,
    run_id uuid NOT NULL,
    source_surface text NOT NULL,
    PRIMARY KEY (reel_id, platform, scraped_at)
) PARTITION BY RANGE (scraped_at);

-- The state as of any instant is the first row of each reel in this order, read from the index alone where only numbers are
-- wanted.
CREATE INDEX reels_raw_events_state_as_of ON {schema}.reels_raw_events (platform, reel_id, scraped_at DESC)
    INCLUDE (publish_time, views, likes, comments, shares, saves);

CREATE TABLE {schema}.reels_latest_state (LIKE {schema}.reels_raw_events INCLUDING CONSTRAINTS, PRIMARY KEY (reel_id, platform));
CREATE INDEX reels_latest_state_clock ON {schema}.reels_latest_state (platform, scraped_at);

CREATE FUNCTION {schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'an observation is never changed and never deleted'
        USING ERRCODE = 'integrity_constraint_violation';
END
$body$;

-- Makes the partition of observations for the month (UTC) in which `instant` lies, where there is none yet.
CREATE FUNCTION {schema}.ensure_events_partition(instant timestamptz) RETURNS void LANGUAGE plpgsql AS $body$
DECLARE
    month_start timestamp := date_trunc('month', instant AT TIME ZONE 'UTC');
    partition_name text := 'reels_raw_events_' || to_char(month_start, 'YYYY_MM');
    -- The migration runner writes the schema's quoted name here; its text form is what to_regclass and EXECUTE take.
    partition_path text := '{schema}.' || partition_name;
BEGIN
    IF to_regclass(partition_path) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext(partition_path));
    IF to_regclass(partition_path) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format(
        'CREATE TABLE %s PARTITION OF {schema}.reels_raw_events FOR VALUES FROM (%L) TO (%L)',
        partition_path, month_start AT TIME ZONE 'UTC', (month_start + interval '1 month') AT TIME ZONE 'UTC');
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', partition_path);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM PUBLIC, CURRENT_USER', partition_path);
    BEGIN
        EXECUTE format(
            'CREATE TRIGGER observations_are_immutable BEFORE UPDATE OR DELETE ON %s '
            'FOR EACH ROW EXECUTE FUNCTION {schema}.refuse_change()', partition_path);
        EXECUTE format(
            'CREATE TRIGGER observations_are_kept BEFORE TRUNCATE ON %s '
            'FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_change()', partition_path);
    EXCEPTION WHEN feature_not_supported OR internal_error THEN
        -- A distributed table takes no triggers (Citus says so without a code); there the privileges alone refuse.
        NULL;
    END;
END
$body$;

REVOKE UPDATE, DELETE, TRUNCATE ON {schema}.reels_raw_events FROM PUBLIC, CURRENT_USER;
-- What was received is kept as well; its outcome may be found anew, by a later mapping.
REVOKE DELETE, TRUNCATE ON {schema}.ingestion_items FROM PUBLIC, CURRENT_USER;

-- No policy: a role that does not own the tables sees no row, so that a REST gateway in front of the database shows nothing.
ALTER TABLE {schema}.schema_migrations ENABLE ROW LEVEL SECURITY;
ALTER TABLE {schema}.ingestion_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE {schema}.ingestion_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE {schema}.reels_raw_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE {schema}.reels_latest_state ENABLE ROW LEVEL SECURITY;
