-- Four eyes over accounts: what one security administrator asks for, another one consents to, or it waits for a day.
CREATE TABLE account_requests (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('create', 'change', 'invite', 'reset')),
    user_id         uuid REFERENCES users,
    user_name       text NOT NULL CHECK (user_name <> '' AND length(user_name) <= 256),
    display_name    text NOT NULL CHECK (display_name <> ''),
    role            text NOT NULL CHECK (role IN ('viewer', 'reporter', 'reviewer', 'leader', 'supervisor', 'admin', 'security', 'auditor')),
    department_code text REFERENCES departments,
    email           text,
    requested_by    uuid NOT NULL REFERENCES users,
    requested_at    timestamptz NOT NULL,
    state           text NOT NULL CHECK (state IN ('pending', 'in_force', 'refused', 'withdrawn', 'void')),
    decided_by      uuid REFERENCES users,
    decided_at      timestamptz,
    link_at         timestamptz,
    CHECK (kind = 'create' OR user_id IS NOT NULL),
    CHECK ((state = 'pending') = (decided_at IS NULL)),
    CHECK (link_at IS NULL OR (state = 'in_force' AND kind IN ('create', 'invite')))
);
COMMENT ON TABLE account_requests IS 'What security administrators ask for over accounts (双人复核), and what became of it.';
COMMENT ON COLUMN account_requests.user_id IS 'Whom it is about; of a new user once he is entered.';
COMMENT ON COLUMN account_requests.decided_by IS 'Who consented, refused or took it back; null where its time had come, or it could not be done any more.';
COMMENT ON COLUMN account_requests.link_at IS 'When whoever asked has fetched the link that it brought about.';
CREATE UNIQUE INDEX account_requests_pending ON account_requests (lower(user_name)) WHERE state = 'pending';

CREATE FUNCTION guard_account_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    decided text[] := ARRAY['user_id', 'state', 'decided_by', 'decided_at', 'link_at'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'pending' OR NEW.decided_by IS NOT NULL OR NOT keeps_users(NEW.requested_by) THEN
            RAISE EXCEPTION 'a security administrator asks, and another one decides' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    -- What is kept of somebody who has left goes (UserErasure): nothing else is written over it.
    IF OLD.state <> 'pending' AND NEW.display_name = '（已清除）' AND NEW.email IS NULL THEN
        decided := decided || ARRAY['display_name', 'email'];
    END IF;
    IF to_jsonb(NEW) - decided <> to_jsonb(OLD) - decided OR OLD.user_id IS NOT NULL AND NEW.user_id IS DISTINCT FROM OLD.user_id
        OR OLD.link_at IS NOT NULL AND NEW.link_at IS DISTINCT FROM OLD.link_at
        OR OLD.state <> 'pending' AND (NEW.state, NEW.decided_by, NEW.decided_at) IS DISTINCT FROM (OLD.state, OLD.decided_by, OLD.decided_at) THEN
        RAISE EXCEPTION 'what was asked for and what was decided is not changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.state = 'pending' AND (CASE NEW.state
        WHEN 'in_force' THEN
            CASE WHEN NEW.decided_by IS NULL THEN NEW.decided_at < OLD.requested_at + interval '24 hours' OR NOT keeps_users(OLD.requested_by)
            ELSE NEW.decided_by = OLD.requested_by OR NEW.decided_by IS NOT DISTINCT FROM OLD.user_id OR NOT keeps_users(NEW.decided_by) END
        WHEN 'refused' THEN NEW.decided_by IS NULL OR NEW.decided_by = OLD.requested_by OR NOT keeps_users(NEW.decided_by)
        WHEN 'withdrawn' THEN NEW.decided_by IS DISTINCT FROM OLD.requested_by
        ELSE NEW.decided_by IS NOT NULL END) THEN
        RAISE EXCEPTION 'a request over an account is decided by another security administrator, or by a day' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION keeps_users(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM users WHERE id = who AND role = 'security' AND disabled_at IS NULL) $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON account_requests FOR EACH ROW EXECUTE FUNCTION guard_account_request();
GRANT SELECT, INSERT, UPDATE (user_id, state, decided_by, decided_at, link_at, display_name, email) ON account_requests TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_account_request(), keeps_users(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keeps_users(uuid) TO xzd_app;
