-- A cohort as DESIGN section 2 defines it, by window functions: in memory, on one core, and counted rather than sent.
SET work_mem = '2GB';
SET max_parallel_workers_per_gather = 0;
SET jit = off;
EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF)
WITH metrics AS (
    SELECT
        reel_id, views,
        views * 3.6e9::float8 / greatest(1780000000000000 - publish_time, 60000000) AS views_per_hour,
        CASE
            WHEN likes IS NULL THEN NULL
            WHEN views = 0 THEN 0
            ELSE (likes::float8 + coalesce(comments, 0) + coalesce(shares, 0)) / views
        END AS engagement_rate
    FROM scoring_rows
),
percentiles AS (
    SELECT
        reel_id, views,
        100 * percent_rank() OVER (ORDER BY views) AS views_percentile,
        100 * percent_rank() OVER (ORDER BY views_per_hour) AS views_per_hour_percentile,
        CASE
            WHEN engagement_rate IS NOT NULL
                THEN 100 * percent_rank() OVER (PARTITION BY engagement_rate IS NULL ORDER BY engagement_rate)
        END AS engagement_rate_percentile
    FROM metrics
)
SELECT
    *, 0.45 * engagement_rate_percentile + 0.40 * views_per_hour_percentile + 0.15 * views_percentile AS performance_score
FROM percentiles
ORDER BY performance_score DESC NULLS LAST, views DESC, reel_id;
