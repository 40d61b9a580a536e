-- verify.cohort
-- {platform}, {as_of} and {days} of the window stand in the text, since COPY takes no parameters. Everything from the
-- observations, by window functions, in the doubles that Scoring uses and in the same order of operations.
COPY (
WITH state AS (
    SELECT DISTINCT ON (reel_id)
        reel_id, scraped_at, publish_time, views, likes, comments, coalesce(shares, saves) AS shares_or_saves
    FROM {schema}.reels_raw_events
    WHERE platform = '{platform}' AND scraped_at <= '{as_of}'::timestamptz
    ORDER BY reel_id, scraped_at DESC
), cohort AS (
    SELECT
        *,
        greatest(
            (extract(epoch FROM '{as_of}'::timestamptz - publish_time) * 1000000)::bigint, 60000000
        )::double precision AS age
    FROM state
    WHERE publish_time BETWEEN '{as_of}'::timestamptz - make_interval(hours => 24 * {days}) AND '{as_of}'::timestamptz
), metric AS (
    SELECT
        *,
        views::double precision * 3.6e9::double precision / age AS velocity,
        CASE
            WHEN likes IS NULL THEN NULL
            WHEN views = 0 THEN 0::double precision
            ELSE (likes::double precision + coalesce(comments, 0)::double precision
                + coalesce(shares_or_saves, 0)::double precision) / views::double precision
        END AS engagement
    FROM cohort
), spread AS MATERIALIZED (
    -- Once: the planner expects one reel, and would compute it anew for each of a hundred thousand.
    SELECT
        percentile_cont(0.5) WITHIN GROUP (ORDER BY views::double precision) AS median,
        percentile_cont(0.25) WITHIN GROUP (ORDER BY views::double precision) AS q1,
        percentile_cont(0.75) WITHIN GROUP (ORDER BY views::double precision) AS q3,
        count(*) AS size
    FROM cohort
), counted AS (
    SELECT
        metric.*, spread.*,
        count(engagement) OVER () AS rated,
        rank() OVER (ORDER BY views) - 1 AS fewer_views,
        rank() OVER (ORDER BY velocity) - 1 AS slower,
        -- Reels with hidden likes are a partition of their own, so that they do not count in the others' ranks.
        rank() OVER (PARTITION BY engagement IS NULL ORDER BY engagement) - 1 AS less_engaging,
        percent_rank() OVER (ORDER BY views) * 100 AS views_percent_rank,
        percent_rank() OVER (ORDER BY velocity) * 100 AS velocity_percent_rank,
        percent_rank() OVER (PARTITION BY engagement IS NULL ORDER BY engagement) * 100 AS engagement_percent_rank
    FROM metric CROSS JOIN spread
), ranked AS (
    -- The score, its order and the thresholds take the specification's own double, 100.0 * k / (n - 1): percent_rank() divides
    -- first and may differ in the last bit, which turns the order of equal scores round.
    SELECT
        *,
        CASE WHEN size = 1 THEN 100::double precision
            ELSE 100.0::double precision * fewer_views / (size - 1) END AS views_percentile,
        CASE WHEN size = 1 THEN 100::double precision
            ELSE 100.0::double precision * slower / (size - 1) END AS velocity_percentile,
        CASE WHEN engagement IS NULL THEN NULL WHEN rated = 1 THEN 100::double precision
            ELSE 100.0::double precision * less_engaging / (rated - 1) END AS engagement_percentile
    FROM counted
), scored AS (
    SELECT
        *,
        0.45::double precision * engagement_percentile + 0.40::double precision * velocity_percentile
            + 0.15::double precision * views_percentile AS score
    FROM ranked
)
SELECT
    reel_id, scraped_at, publish_time, views, likes, comments, shares_or_saves,
    age / 3.6e9::double precision, velocity, engagement,
    CASE WHEN size = 1 THEN 100 ELSE views_percent_rank END,
    CASE WHEN size = 1 THEN 100 ELSE velocity_percent_rank END,
    CASE WHEN engagement IS NULL THEN NULL WHEN rated = 1 THEN 100 ELSE engagement_percent_rank END,
    score,
    views::double precision / nullif(median, 0),
    CASE WHEN size < 20 THEN NULL WHEN q1 = 0 THEN false
        ELSE (views::double precision * views::double precision) * (q1 * q1 * q1) > q3 * q3 * q3 * q3 * q3
    END,
    CASE WHEN size < 20 THEN NULL WHEN velocity_percentile < 80 THEN false
        ELSE engagement_percentile >= 70 END,
    size >= 20 AND coalesce(score >= 95, false),
    size, median, q1, q3
FROM scored
ORDER BY score DESC NULLS LAST, views DESC, reel_id
) TO STDOUT (FORMAT binary)
