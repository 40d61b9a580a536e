-- The tables can belong to one role, be written by a second and read by a third (SQL/access_roles.sql says who may do what).
-- Making a month's partition is all that only their owner may do while a run is stored: this function does it in the owner's
-- name, for those who are let in. Its statements name the schema, so that it needs no path of the caller's.
ALTER FUNCTION {schema}.ensure_events_partition(timestamptz) SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
REVOKE ALL ON FUNCTION {schema}.ensure_events_partition(timestamptz) FROM PUBLIC;

-- Why items were rejected is counted from the index alone.
DROP INDEX {schema}.ingestion_items_rejected;
CREATE INDEX ingestion_items_rejected ON {schema}.ingestion_items (run_id, ordinal) INCLUDE (reason_code)
    WHERE outcome = 'rejected';
