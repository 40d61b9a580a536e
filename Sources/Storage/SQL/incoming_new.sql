-- ingest.new
-- One sighting of a reel at one time is the observation: the higher view count, then the first; none where that sighting is
-- stored already.
CREATE TEMPORARY TABLE incoming_new ON COMMIT DROP AS
SELECT winner.ordinal
FROM (
    SELECT DISTINCT ON (reel_id, platform, scraped_at) ordinal, reel_id, platform, scraped_at
    FROM incoming
    WHERE reason_code IS NULL
    ORDER BY reel_id, platform, scraped_at, views DESC, ordinal
) AS winner LEFT JOIN incoming_stored AS stored USING (reel_id, platform, scraped_at)
WHERE stored.reel_id IS NULL
