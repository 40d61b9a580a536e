-- rebuild.latest_state
-- A run may store a newer sighting meanwhile, which stays.
INSERT INTO {schema}.reels_latest_state AS latest (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
SELECT DISTINCT ON (reel_id, platform)
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
FROM {schema}.reels_raw_events
ORDER BY reel_id, platform, scraped_at DESC
