-- What proves that nothing was changed behind the program: events say where they came from, cells have their change, and
-- what the nightly look at the log found is kept.

-- ---------------------------------------------------------------- Where an event came from
ALTER TABLE audit_events
    ADD COLUMN address text CHECK (address <> ''),
    ADD COLUMN session uuid,
    ADD COLUMN os_user text CHECK (os_user <> '');
COMMENT ON COLUMN audit_events.address IS 'The address of the reader; null for what no request did, and for events of before.';
COMMENT ON COLUMN audit_events.session IS 'The number of the session; null without one.';
COMMENT ON COLUMN audit_events.os_user IS 'Of a command, whom the operating system says it runs for.';

-- As before, and the new fields with their names where they are there: events of before have none, and hash as they did.
CREATE OR REPLACE FUNCTION audit_hash(previous bytea, event audit_events) RETURNS bytea LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT sha256(previous || convert_to(string_agg(octet_length(field) || ':' || field, '' ORDER BY n), 'UTF8'))
    FROM unnest(ARRAY[
        event.id::text,
        to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        event.actor, event.action, event.subject, event.details::text,
        'address=' || event.address, 'session=' || event.session::text, 'os_user=' || event.os_user]) WITH ORDINALITY AS f(field, n)
$$;

-- ---------------------------------------------------------------- A cell and its change
-- Looked at when the transaction ends: the program writes the two in any order. Of a cell that is sent back nothing is said there.
CREATE FUNCTION guard_cell_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'sent_back' = to_jsonb(OLD) - 'sent_back' THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT FROM return_cell_changes c
        WHERE (c.return_id, c.row_number, c.field, c.version) = (NEW.return_id, NEW.row_number, NEW.field, NEW.version)
            AND (c.value, c.blank, c.reason, c.explanation, c.source, c.changed_by, c.changed_at)
                IS NOT DISTINCT FROM (NEW.value, NEW.blank, NEW.reason, NEW.explanation, NEW.source, NEW.changed_by, NEW.changed_at)) THEN
        RAISE EXCEPTION 'a cell changes with a row that says who changed it, when, and to what' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION guard_cell_change() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER has_change AFTER INSERT OR UPDATE ON return_cells DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION guard_cell_change();

CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: its rows stay', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
REVOKE EXECUTE ON FUNCTION refuse_removal() FROM PUBLIC;
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON return_cells FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();

-- ---------------------------------------------------------------- The nightly look at the log
CREATE TABLE audit_checks (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL,
    events bigint NOT NULL,
    head   text NOT NULL,
    fault  text CHECK (fault <> '')
);
COMMENT ON TABLE audit_checks IS 'What each look at the audit log and at the figures found.';
COMMENT ON COLUMN audit_checks.head IS 'Number and hash of the last event.';
COMMENT ON COLUMN audit_checks.fault IS 'What was not as it was written; null when all was.';
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON audit_checks TO xzd_app;

-- ---------------------------------------------------------------- What was sent to the collector of logs
CREATE TABLE audit_export (
    id      integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    event   bigint NOT NULL,
    sent_at timestamptz
);
COMMENT ON TABLE audit_export IS 'Up to which event the collector of logs has all.';
INSERT INTO audit_export (event) VALUES (0);
GRANT SELECT, UPDATE ON audit_export TO xzd_app;

-- ---------------------------------------------------------------- Who is told
-- Whatever kinds there are, and one more.
DO $$
DECLARE kinds text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint WHERE conname = 'messages_kind_check' AND conrelid = 'messages'::regclass;
    ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
    EXECUTE 'ALTER TABLE messages ADD CONSTRAINT messages_kind_check ' || replace(kinds, 'ARRAY[', 'ARRAY[''audit_broken''::text, ');
END $$;
