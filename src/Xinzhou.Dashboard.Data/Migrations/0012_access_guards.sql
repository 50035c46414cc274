-- A function looks for its tables where the migrations made them, whatever the connection that calls it has made of its own:
-- unless search_path names pg_temp last, a temporary table of the same name comes before ours.
DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
        -- A trigger fires without it. Who cannot execute a function cannot make a trigger of it on a table of his own either.
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION role_of(uuid), takes_entries(integer), audit_hash(bytea, audit_events) TO xzd_app;

-- The application makes no tables, temporary ones neither. (The migrator sees to it at every start: a database that was
-- restored from a dump has the privileges of a new one.)
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, xzd_app', current_database()); END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC, xzd_app;

-- What was given out and no longer holds, though it looks as if it did: sessions that were signed out of, and proofs of
-- identity that were used. A row is needed only as long as the copy of such a ticket could be shown.
CREATE TABLE spent_tickets (
    id       uuid PRIMARY KEY,
    spent_at timestamptz NOT NULL
);
COMMENT ON TABLE spent_tickets IS 'Sessions that were ended and one-time proofs that were used, each by the number it carries.';
CREATE INDEX spent_tickets_at ON spent_tickets (spent_at);
CREATE TRIGGER announce AFTER INSERT ON spent_tickets FOR EACH STATEMENT EXECUTE FUNCTION announce_access();
GRANT SELECT, INSERT, DELETE ON spent_tickets TO xzd_app;
