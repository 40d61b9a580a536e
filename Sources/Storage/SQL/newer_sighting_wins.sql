-- The end of every statement that fills reels_latest_state.
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
