-- ingest.latest_state
-- The newest of the run's observations of each reel; only a newer sighting replaces what is there.
INSERT INTO {schema}.reels_latest_state AS latest (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
SELECT DISTINCT ON (reel_id, platform)
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, $2::boolean, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    $1::uuid, $3::text
FROM incoming JOIN incoming_new USING (ordinal)
ORDER BY reel_id, platform, scraped_at DESC
