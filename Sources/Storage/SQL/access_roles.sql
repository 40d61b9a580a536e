-- roles.grant
-- {reader} reads, {writer} appends, and neither owns: no observation can be changed or taken away in their names, whatever
-- statement a stranger gets into them. What stands here is all that they may do.
REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {reader}, {writer};
GRANT USAGE ON SCHEMA {schema} TO {reader}, {writer};

GRANT SELECT ON {schema}.schema_migrations, {schema}.ingestion_runs, {schema}.ingestion_items, {schema}.reels_raw_events,
    {schema}.reels_latest_state, {schema}.detached_months TO {reader}, {writer};

-- A run's books are kept while it goes on; one that turns out to be none is withdrawn.
GRANT INSERT, UPDATE, DELETE ON {schema}.ingestion_runs TO {writer};
-- What was received stays as it came; what became of it is found later, and may be found anew.
GRANT INSERT, UPDATE (outcome, reason_code, reason, platform, reel_id) ON {schema}.ingestion_items TO {writer};
GRANT INSERT ON {schema}.reels_raw_events TO {writer};
-- Can be made anew from the observations at any time.
GRANT INSERT, UPDATE, DELETE ON {schema}.reels_latest_state TO {writer};
GRANT EXECUTE ON FUNCTION {schema}.ensure_events_partition(timestamptz) TO {writer};

-- Row-level security is on for every table, and shows no row to whom no policy is for.
DROP POLICY IF EXISTS readable ON {schema}.schema_migrations;
DROP POLICY IF EXISTS readable ON {schema}.ingestion_runs;
DROP POLICY IF EXISTS readable ON {schema}.ingestion_items;
DROP POLICY IF EXISTS readable ON {schema}.reels_raw_events;
DROP POLICY IF EXISTS readable ON {schema}.reels_latest_state;
DROP POLICY IF EXISTS readable ON {schema}.detached_months;
CREATE POLICY readable ON {schema}.schema_migrations FOR SELECT TO {reader}, {writer} USING (true);
CREATE POLICY readable ON {schema}.ingestion_runs FOR SELECT TO {reader}, {writer} USING (true);
CREATE POLICY readable ON {schema}.ingestion_items FOR SELECT TO {reader}, {writer} USING (true);
CREATE POLICY readable ON {schema}.reels_raw_events FOR SELECT TO {reader}, {writer} USING (true);
CREATE POLICY readable ON {schema}.reels_latest_state FOR SELECT TO {reader}, {writer} USING (true);
CREATE POLICY readable ON {schema}.detached_months FOR SELECT TO {reader}, {writer} USING (true);

DROP POLICY IF EXISTS appendable ON {schema}.ingestion_runs;
DROP POLICY IF EXISTS appendable ON {schema}.ingestion_items;
DROP POLICY IF EXISTS appendable ON {schema}.reels_raw_events;
DROP POLICY IF EXISTS appendable ON {schema}.reels_latest_state;
CREATE POLICY appendable ON {schema}.ingestion_runs FOR INSERT TO {writer} WITH CHECK (true);
CREATE POLICY appendable ON {schema}.ingestion_items FOR INSERT TO {writer} WITH CHECK (true);
CREATE POLICY appendable ON {schema}.reels_raw_events FOR INSERT TO {writer} WITH CHECK (true);
CREATE POLICY appendable ON {schema}.reels_latest_state FOR INSERT TO {writer} WITH CHECK (true);

DROP POLICY IF EXISTS changeable ON {schema}.ingestion_runs;
DROP POLICY IF EXISTS changeable ON {schema}.ingestion_items;
DROP POLICY IF EXISTS changeable ON {schema}.reels_latest_state;
CREATE POLICY changeable ON {schema}.ingestion_runs FOR UPDATE TO {writer} USING (true);
CREATE POLICY changeable ON {schema}.ingestion_items FOR UPDATE TO {writer} USING (true);
CREATE POLICY changeable ON {schema}.reels_latest_state FOR UPDATE TO {writer} USING (true);

DROP POLICY IF EXISTS removable ON {schema}.ingestion_runs;
DROP POLICY IF EXISTS removable ON {schema}.reels_latest_state;
CREATE POLICY removable ON {schema}.ingestion_runs FOR DELETE TO {writer} USING (true);
CREATE POLICY removable ON {schema}.reels_latest_state FOR DELETE TO {writer} USING (true);
