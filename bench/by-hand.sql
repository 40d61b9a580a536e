-- The same three writes by hand: rows that were decoded beforehand, one COPY, three set-wise inserts, and nothing found
-- out on the way. Wants the variables schema, run_id and scraped_at, and the rows on standard input.
SET search_path = :"schema";
BEGIN;
INSERT INTO ingestion_runs (id, source, state, started_at) VALUES (:'run_id', 'import', 'running', now());
CREATE TEMPORARY TABLE incoming (
    ordinal bigint,
    item bytea,
    item_length bigint,
    item_sha256 bytea,
    reason_code text,
    reason text,
    reel_id text COLLATE "C",
    platform text COLLATE "C",
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
) ON COMMIT DROP;
\copy incoming FROM pstdin (FORMAT binary)
INSERT INTO ingestion_items (
    run_id, ordinal, item, item_length, item_sha256, outcome, reason_code, reason, platform, reel_id
)
SELECT
    :'run_id', ordinal, item, item_length, item_sha256,
    CASE WHEN reason_code IS NULL THEN 'observed' ELSE 'rejected' END, reason_code, reason, platform, reel_id
FROM incoming;
INSERT INTO reels_raw_events (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
SELECT
    reel_id, platform, :'scraped_at', publish_time, publish_time_is_exact, true, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    :'run_id', 'import'
FROM incoming
WHERE reason_code IS NULL
ON CONFLICT DO NOTHING;
INSERT INTO reels_latest_state AS latest (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
SELECT DISTINCT ON (reel_id, platform)
    reel_id, platform, :'scraped_at'::timestamptz, publish_time, publish_time_is_exact, true, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    :'run_id'::uuid, 'import'
FROM incoming
WHERE reason_code IS NULL
ORDER BY reel_id, platform, views DESC
ON CONFLICT (reel_id, platform) DO UPDATE SET
    scraped_at = excluded.scraped_at,
    publish_time = excluded.publish_time,
    publish_time_is_exact = excluded.publish_time_is_exact,
    scraped_at_is_exact = excluded.scraped_at_is_exact,
    reel_url = excluded.reel_url,
    creator_username = excluded.creator_username,
    views = excluded.views,
    views_source = excluded.views_source,
    likes = excluded.likes,
    comments = excluded.comments,
    shares = excluded.shares,
    saves = excluded.saves,
    caption_text = excluded.caption_text,
    audio_id = excluded.audio_id,
    audio_name = excluded.audio_name,
    hashtags = excluded.hashtags,
    duration_seconds = excluded.duration_seconds,
    run_id = excluded.run_id,
    source_surface = excluded.source_surface
WHERE excluded.scraped_at > latest.scraped_at;
UPDATE ingestion_runs SET state = 'succeeded', finished_at = now(), scraped_at = :'scraped_at' WHERE id = :'run_id';
COMMIT;
