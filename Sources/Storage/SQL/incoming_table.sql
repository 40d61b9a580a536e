-- ingest.incoming
-- What a run brought, in its order; gone at the end of the transaction. The observation's columns are null where an item was
-- rejected.
CREATE TEMPORARY TABLE incoming (
    ordinal bigint NOT NULL,
    item bytea NOT NULL,
    item_length bigint NOT NULL,
    item_sha256 bytea,
    reason_code text,
    reason text,
    reel_id text COLLATE "C",
    platform text COLLATE "C",
    scraped_at timestamptz,
    publish_time timestamptz,
    publish_time_is_exact boolean,
    reel_url text,
    creator_username text,
    views bigint,
    views_source text,
    likes bigint,
    comments bigint,
    shares bigint,
    saves bigint,
    caption_text text,
    audio_id text,
    audio_name text,
    hashtags text[],
    duration_seconds double precision
) ON COMMIT DROP
