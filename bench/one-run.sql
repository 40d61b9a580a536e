-- A finished run of 200 items at the instant `at`: the reels that were published last, seen again. Wants the variable schema.
SET client_min_messages = warning;
SET search_path = :"schema";
SELECT ensure_events_partition(:'at'::timestamptz) \g /dev/null
BEGIN;
CREATE TEMPORARY TABLE seen ON COMMIT DROP AS
SELECT
    reel_id, platform, :'at'::timestamptz AS scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url,
    creator_username, views + 1000 + ascii(reel_id) AS views, views_source, likes, comments, shares, saves, caption_text,
    audio_id, audio_name, hashtags, duration_seconds, md5(:'at')::uuid AS run_id, source_surface
FROM reels_latest_state
ORDER BY publish_time DESC
LIMIT 200;
INSERT INTO reels_raw_events (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
SELECT * FROM seen;
UPDATE reels_latest_state AS latest SET scraped_at = seen.scraped_at, views = seen.views, run_id = seen.run_id
FROM seen WHERE latest.reel_id = seen.reel_id AND latest.platform = seen.platform;
INSERT INTO ingestion_runs (
    id, source, actor, platform, state, started_at, finished_at, scraped_at, items_received, items_observed, feed,
    start_attempted_at, cost_is_settled
)
SELECT run_id, 'apify', source_surface, platform, 'succeeded', scraped_at, now(), scraped_at, 200, 200, 'default', scraped_at, true
FROM seen LIMIT 1;
COMMIT;
