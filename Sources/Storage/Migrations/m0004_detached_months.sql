-- Months that an operator has taken out of reels_raw_events. Their rows are kept, each month's in a table of its own; what
-- stands here tells which answers would lack them.
CREATE TABLE {schema}.detached_months (
    -- Bare name of the table that keeps the rows. A month can be detached more than once: what is imported into it later makes
    -- its partition anew.
    table_name text PRIMARY KEY,
    -- Its first day, in UTC.
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    detached_at timestamptz NOT NULL DEFAULT now(),
    -- Every as-of from this instant on is complete without the month.
    answerable_since timestamptz NOT NULL
);

ALTER TABLE {schema}.detached_months ENABLE ROW LEVEL SECURITY;
