-- The rows of a benchmark, from the file `rows` that scoring-floor has printed.
SET client_min_messages = warning;
DROP TABLE IF EXISTS scoring_rows;
CREATE UNLOGGED TABLE scoring_rows (
    reel_id text COLLATE "C", publish_time bigint, views bigint, likes bigint, comments bigint, shares bigint
);
\copy scoring_rows FROM rows
VACUUM ANALYZE scoring_rows;
