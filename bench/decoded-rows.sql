-- What `shortpulse-ingest import` has made of a file, as by-hand.sql takes it. Wants the variable schema.
SET search_path = :"schema";
COPY (
    SELECT
        ordinal, item, item_length, item_sha256, reason_code, reason, reel_id, platform, publish_time, publish_time_is_exact,
        reel_url, creator_username, views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name,
        hashtags, duration_seconds
    FROM ingestion_items LEFT JOIN reels_raw_events USING (reel_id, platform)
    ORDER BY ordinal
) TO STDOUT (FORMAT binary);
