-- Any instant is answered from observations, and no page of the table itself is read for what only counts them.

-- The state of each reel as of any instant is its first row in this order; and all that is known of growth stands in it.
DROP INDEX {schema}.reels_raw_events_state_as_of;
CREATE INDEX reels_raw_events_state_as_of ON {schema}.reels_raw_events (platform, reel_id, scraped_at DESC)
    INCLUDE (publish_time, publish_time_is_exact, scraped_at_is_exact, views, views_source, source_surface);

-- When a platform was looked at, and which reels were seen then: what a finished run has changed is found by its time.
CREATE INDEX reels_raw_events_by_time ON {schema}.reels_raw_events (platform, scraped_at, reel_id);
