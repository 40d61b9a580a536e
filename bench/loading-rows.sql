-- The rows of a benchmark, the same ones each time: reels published evenly over some days before a clock, each first
-- seen soon after by one of the runs that come every six hours, and some of them again by later ones.
-- Wants the variables schema (migrated, empty), platform, reels, sightings (about as many come to be), days and clock.
SET client_min_messages = warning;
SET search_path = :"schema";
SET work_mem = '256MB';
SET max_parallel_workers_per_gather = 0;
SET jit = off;

-- A number from 0 to 1, neither of them, for a row: nothing is drawn, so that nothing differs from time to time.
CREATE FUNCTION pg_temp.lot(ordinal bigint, purpose bigint) RETURNS double precision LANGUAGE sql IMMUTABLE
RETURN ((hashint8extended(ordinal, purpose) & 4503599627370495) + 0.5) / 4503599627370496;

SELECT count(ensure_events_partition(month))
FROM generate_series(
    date_trunc('month', :'clock'::timestamptz AT TIME ZONE 'UTC') - make_interval(days => :days),
    :'clock'::timestamptz AT TIME ZONE 'UTC', '1 month'
) AS month \g /dev/null
SELECT ensure_events_partition(:'clock') \g /dev/null

-- Views are log-normal in the end, 10,000 in the middle, and come in over some days. Half the reels are seen within a
-- day.
INSERT INTO reels_raw_events (
    reel_id, platform, scraped_at, publish_time, publish_time_is_exact, scraped_at_is_exact, reel_url, creator_username,
    views, views_source, likes, comments, shares, saves, caption_text, audio_id, audio_name, hashtags, duration_seconds,
    run_id, source_surface
)
WITH reel AS (
    SELECT
        ordinal,
        translate(left(encode(int8send(hashint8extended(ordinal, 1)), 'base64'), 11), '+/', '-_') AS reel_id,
        date_trunc(
            'second', :'clock'::timestamptz - (ordinal - 0.5) / :reels::float8 * make_interval(hours => 24 * :days)
        ) AS publish_time,
        floor(:reels / 8 * pg_temp.lot(ordinal, 2) ^ 2)::bigint AS creator,
        exp(
            9.2 + 2.1 * sqrt(-2 * ln(pg_temp.lot(ordinal, 3))) * cos(2 * pi() * pg_temp.lot(ordinal, 4))
        ) AS final_views,
        interval '1 day' * (pg_temp.lot(ordinal, 5) / (1.05 - pg_temp.lot(ordinal, 5))) AS hidden_for,
        floor(:sightings / :reels::float8 + pg_temp.lot(ordinal, 6))::integer AS sightings,
        interval '6 hours' * (1 + floor(12 * pg_temp.lot(ordinal, 7) ^ 2)) AS seen_every
    FROM generate_series(1, :reels) AS ordinal
),
sighting AS (
    SELECT
        reel.*,
        :'clock'::timestamptz - interval '6 hours' * floor(
            extract(
                epoch FROM age - CASE WHEN hidden_for < age THEN hidden_for ELSE age * pg_temp.lot(ordinal, 19) END
            ) / 21600
        ) + (number - 1) * seen_every AS scraped_at
    FROM reel
    CROSS JOIN LATERAL (SELECT :'clock'::timestamptz - publish_time AS age) AS aged
    CROSS JOIN generate_series(1, sightings) AS number
),
counted AS (
    SELECT
        *,
        floor(
            final_views * (1 - exp(extract(epoch FROM publish_time - scraped_at - interval '1 minute') / 216000))
        )::bigint AS views
    FROM sighting
    WHERE scraped_at <= :'clock'
),
liked AS (
    SELECT *, floor(views * (0.01 + 0.11 * pg_temp.lot(ordinal, 8) ^ 2))::bigint AS likes FROM counted
)
SELECT
    reel_id, :'platform', scraped_at, publish_time, true, true, 'https://www.instagram.com/reel/' || reel_id || '/',
    'creator.' || to_hex(creator * 2654435761 % 4294967296) || left('.official', (creator % 10)::integer),
    views, CASE WHEN pg_temp.lot(ordinal, 9) < 0.1 THEN 'igPlayCount' ELSE 'videoPlayCount' END,
    CASE WHEN pg_temp.lot(ordinal, 10) > 0.03 THEN likes END, floor(likes * pg_temp.lot(ordinal, 11) ^ 3 / 8),
    CASE WHEN pg_temp.lot(ordinal, 12) < 0.4 THEN floor(likes * pg_temp.lot(ordinal, 13) / 4) END, NULL,
    CASE WHEN pg_temp.lot(ordinal, 14) > 0.03 THEN substr(
        repeat('Wait for it ✨ morning light over the salt market, a tiny kitchen and one loud drum 🥁 #fyp #slow '
            'Night bus home after rain; café in the garden, quiet cat 🐈 river bread on Sunday. Part 2 tomorrow! ', 3),
        1 + floor(190 * pg_temp.lot(ordinal, 15))::integer, floor(280 * pg_temp.lot(ordinal, 16) ^ 1.6)::integer
    ) END,
    (100000000000000 + ordinal % 9973 * 7)::text, 'Original audio',
    ('{fyp,slow,market,night,bread}'::text[])[1:floor(6 * pg_temp.lot(ordinal, 17))::integer],
    5 + floor(85000 * pg_temp.lot(ordinal, 18)) / 1000,
    md5('run at ' || extract(epoch FROM scraped_at))::uuid, 'someone~reel-feed'
FROM liked
ORDER BY scraped_at, reel_id;

INSERT INTO ingestion_runs (
    id, source, actor, platform, state, started_at, finished_at, scraped_at, items_received, items_observed, feed,
    start_attempted_at, cost_is_settled
)
SELECT
    run_id, 'apify', source_surface, platform, 'succeeded', scraped_at - interval '4 minutes',
    scraped_at + interval '1 minute', scraped_at, count(*), count(*), 'default', scraped_at - interval '4 minutes', true
FROM reels_raw_events
GROUP BY run_id, source_surface, platform, scraped_at;

-- In the order in which the newest sightings came, as runs leave it.
INSERT INTO reels_latest_state
SELECT * FROM (
    SELECT DISTINCT ON (reel_id, platform) * FROM reels_raw_events ORDER BY reel_id, platform, scraped_at DESC
) AS state
ORDER BY scraped_at, reel_id;

VACUUM (ANALYZE) reels_raw_events, reels_latest_state, ingestion_runs;
