-- Where the audit log ends. A chain shows what was changed in its middle, not what was cut off at its end: that is what
-- this row is for. Numbers go on from it, without gaps: a transaction that was given up gives its number back.
CREATE TABLE audit_head (
    id    integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    event bigint NOT NULL,
    hash  bytea NOT NULL
);
COMMENT ON TABLE audit_head IS 'Number and hash of the last event of the audit log.';

INSERT INTO audit_head (event, hash)
SELECT coalesce(max(id), 0), coalesce((SELECT hash FROM audit_events ORDER BY id DESC LIMIT 1), sha256(''::bytea)) FROM audit_events;

CREATE OR REPLACE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE head audit_head;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('xinzhou-dashboard audit'));
    SELECT * INTO STRICT head FROM audit_head;
    NEW.id := head.event + 1;
    NEW.previous_hash := head.hash;
    NEW.hash := audit_hash(NEW.previous_hash, NEW);
    UPDATE audit_head SET event = NEW.id, hash = NEW.hash;
    RETURN NEW;
END $$;
DROP SEQUENCE audit_events_id;

GRANT SELECT ON audit_head TO xzd_app;
