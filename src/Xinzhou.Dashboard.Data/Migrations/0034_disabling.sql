-- Who could refuse is not taken away at once: to disable and to enable a security administrator is asked for like the rest, and nothing
-- comes to hold by itself where another one was disabled after it was asked for, or in the day before.
ALTER TABLE account_requests
    DROP CONSTRAINT account_requests_kind_check,
    ADD CONSTRAINT account_requests_kind_check CHECK (kind IN ('create', 'change', 'invite', 'reset', 'disable', 'enable'));

CREATE FUNCTION security_disabled_since(since timestamptz, except_for uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT FROM users WHERE role = 'security' AND NOT is_persona AND disabled_at >= since AND id IS DISTINCT FROM except_for) $$;

CREATE OR REPLACE FUNCTION guard_account_request() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
                OR security_disabled_since(OLD.requested_at - interval '24 hours', NEW.user_id)
            ELSE NEW.decided_by = OLD.requested_by OR NEW.decided_by IS NOT DISTINCT FROM OLD.user_id OR NOT keeps_users(NEW.decided_by) END
        WHEN 'refused' THEN NEW.decided_by IS NULL OR NEW.decided_by = OLD.requested_by OR NOT keeps_users(NEW.decided_by)
        WHEN 'withdrawn' THEN NEW.decided_by IS DISTINCT FROM OLD.requested_by
        ELSE NEW.decided_by IS NOT NULL END) THEN
        RAISE EXCEPTION 'a request over an account is decided by another security administrator, or by a day' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

REVOKE EXECUTE ON FUNCTION security_disabled_since(timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security_disabled_since(timestamptz, uuid) TO xzd_app;
