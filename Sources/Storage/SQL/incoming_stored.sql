-- ingest.stored
-- Sightings that are stored already, found in a plain join: a subquery that looks out of itself cannot reach a distributed table.
CREATE TEMPORARY TABLE incoming_stored ON COMMIT DROP AS
SELECT DISTINCT stored.reel_id, stored.platform, stored.scraped_at
FROM incoming JOIN {schema}.reels_raw_events AS stored USING (reel_id, platform, scraped_at)
