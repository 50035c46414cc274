-- Sessions are known here: since when, from where, by what, when somebody was last at them, and when he last proved that it is he.
CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    proof        text NOT NULL CHECK (proof IN ('password', 'second_factor', 'recovery_code', 'passkey', 'single_sign_on', 'persona')),
    address      text NOT NULL,
    browser      text NOT NULL,
    began_at     timestamptz NOT NULL,
    active_at    timestamptz NOT NULL,
    confirmed_at timestamptz,
    ended_at     timestamptz
);
COMMENT ON TABLE sessions IS 'Who is signed in, and where; a cookie without its row here is worth nothing.';
COMMENT ON COLUMN sessions.active_at IS 'The last request that its person made; what a page asks for by itself is none.';
COMMENT ON COLUMN sessions.confirmed_at IS 'When he last proved by password or passkey that it is he.';
CREATE INDEX sessions_user ON sessions (user_id, began_at DESC);

-- What has ended does not hold again.
CREATE FUNCTION guard_session() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at
        OR (NEW.id, NEW.user_id, NEW.proof, NEW.began_at) IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.proof, OLD.began_at) THEN
        RAISE EXCEPTION 'whose a session is and since when, and that it has ended, is not changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION guard_session();
CREATE TRIGGER announce AFTER UPDATE ON sessions FOR EACH ROW
    WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION announce_access();

-- With the stamp that they carry: role, department, password, second factor, disabling.
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE sessions SET ended_at = now() WHERE user_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER end_sessions AFTER UPDATE ON users FOR EACH ROW
    WHEN (OLD.security_stamp IS DISTINCT FROM NEW.security_stamp) EXECUTE FUNCTION end_sessions();
GRANT SELECT, INSERT, UPDATE (active_at, confirmed_at, ended_at), DELETE ON sessions TO xzd_app;

-- When a passkey was used last is asked by its owner; Identity's own record does not say.
ALTER TABLE user_passkeys ADD COLUMN last_used_at timestamptz;

-- How old a password is and what came before it, for installations that ask for it; of one that was there before, its age counts from now.
ALTER TABLE users ADD COLUMN password_set_at timestamptz;
COMMENT ON COLUMN users.password_set_at IS 'When the password was chosen; null without one.';
UPDATE users SET password_set_at = now() WHERE password_hash IS NOT NULL;

CREATE TABLE password_history (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id       uuid NOT NULL REFERENCES users,
    password_hash text NOT NULL,
    replaced_at   timestamptz NOT NULL
);
COMMENT ON TABLE password_history IS 'Earlier passwords, as hashes, of installations that refuse them; empty elsewhere.';
CREATE INDEX password_history_user ON password_history (user_id, id DESC);
GRANT SELECT, INSERT, DELETE ON password_history TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;

-- Who submitted a return does not release it either, though he is a reviewer by now.
CREATE FUNCTION guard_submitter() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM return_submissions WHERE return_id = NEW.return_id AND "by" = NEW.released_by) THEN
        RAISE EXCEPTION 'nobody releases a return that he submitted' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER submitter BEFORE INSERT ON figure_origins FOR EACH ROW EXECUTE FUNCTION guard_submitter();
CREATE TRIGGER submitter BEFORE INSERT ON task_progress FOR EACH ROW EXECUTE FUNCTION guard_submitter();

-- Messages about accounts, beside whichever kinds there are.
DO $$
DECLARE kinds text;
BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint WHERE conrelid = 'messages'::regclass AND conname = 'messages_kind_check';
    ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
    EXECUTE 'ALTER TABLE messages ADD CONSTRAINT messages_kind_check '
        || replace(kinds, 'ARRAY[', 'ARRAY[''credential_changed''::text, ''account_requested''::text, ''account_decided''::text, ');
END $$;

REVOKE EXECUTE ON FUNCTION guard_session(), end_sessions(), guard_submitter() FROM PUBLIC;
