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
WHERE excluded.scraped_at > latest.scraped_at
