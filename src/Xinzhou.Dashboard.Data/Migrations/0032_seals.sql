-- Seals over the audit log in a digest that PostgreSQL does not have: the program computes them, each over the events since
-- the one before and over that one. Installations that have not asked for them have none.
CREATE TABLE audit_seals (
    last          bigint PRIMARY KEY,
    first         bigint NOT NULL UNIQUE CHECK (first > 0),
    at            timestamptz NOT NULL,
    previous_seal bytea NOT NULL CHECK (octet_length(previous_seal) = 32),
    seal          bytea NOT NULL CHECK (octet_length(seal) = 32),
    CHECK (last >= first)
);
COMMENT ON TABLE audit_seals IS 'Seals over the audit log by SM3.';
COMMENT ON COLUMN audit_seals.last IS 'The number of the last event that is sealed.';
COMMENT ON COLUMN audit_seals.first IS 'The number of the first: 1, or the one after those of the seal before.';
COMMENT ON COLUMN audit_seals.previous_seal IS 'The seal before; SM3 of nothing for the first.';

CREATE FUNCTION guard_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE before audit_seals;
BEGIN
    SELECT * INTO before FROM audit_seals ORDER BY last DESC LIMIT 1;
    IF NEW.first <> coalesce(before.last, 0) + 1 OR NEW.previous_seal <> coalesce(before.seal, NEW.previous_seal)
        OR NEW.last > (SELECT event FROM audit_head) THEN
        RAISE EXCEPTION 'a seal follows the one before, and seals events that are there' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION guard_seal() FROM PUBLIC;
CREATE TRIGGER guard BEFORE INSERT ON audit_seals FOR EACH ROW EXECUTE FUNCTION guard_seal();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON audit_seals TO xzd_app;
