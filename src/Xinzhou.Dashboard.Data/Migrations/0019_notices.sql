-- 督办: notices as they were issued, and everything that was done about them. Nothing is overwritten: how a notice stands is what
-- was done until then.
CREATE TABLE supervision_notices (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number      text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{4}-[0-9]{3,7}$'),
    dispatch    text NOT NULL CHECK (dispatch ~ '^[0-9]{4}-[0-9]{3,7}$'),
    grade       text NOT NULL CHECK (grade IN ('ordinary', 'major')),
    subject     text NOT NULL CHECK (btrim(subject) <> ''),
    requirement text CHECK (requirement <> ''),
    origin      text NOT NULL CHECK (origin IN ('light', 'review', 'instruction', 'free')),
    reference   text CHECK (reference <> ''),
    lead_code   text NOT NULL REFERENCES departments,
    assisting   text[] NOT NULL DEFAULT '{}',
    person      text CHECK (person <> ''),
    mode        text NOT NULL CHECK (mode IN ('working', 'calendar')),
    assigned_by uuid NOT NULL REFERENCES users,
    assigned_at timestamptz NOT NULL,
    CHECK ((origin = 'free') = (reference IS NULL)),
    CHECK (NOT lead_code = ANY (assisting)),
    -- A unit is sent a matter once: it has one lead, and a lead has it once.
    UNIQUE (dispatch, lead_code)
);
COMMENT ON TABLE supervision_notices IS 'Notices (督办单) as they were issued, one for each unit that leads.';
COMMENT ON COLUMN supervision_notices.dispatch IS 'The first number of those that were issued together; they are closed together.';
COMMENT ON COLUMN supervision_notices.mode IS 'Which days its clock counts; a later setting does not change it.';

CREATE TABLE supervision_events (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number        text NOT NULL REFERENCES supervision_notices (number),
    act           text NOT NULL CHECK (act IN ('sign', 'feedback', 'claim', 'refuse', 'verify', 'close', 'reopen', 'pause', 'ask_extension',
        'extend', 'refuse_extension', 'escalate')),
    text          text CHECK (text <> ''),
    evidence      text CHECK (evidence <> ''),
    evidence_hash bytea REFERENCES evidence_files,
    percent       numeric CHECK (percent BETWEEN 0 AND 100),
    from_day      date,
    until_day     date,
    level         text CHECK (level IN ('reminder', 'notice', 'talk', 'circular')),
    step          text CHECK (step IN ('sign', 'feedback', 'settle')),
    done_by       uuid REFERENCES users,
    done_at       timestamptz NOT NULL,
    CHECK (text IS NOT NULL OR act IN ('sign', 'close') OR done_by IS NULL),
    CHECK ((act = 'claim') = (evidence IS NOT NULL)),
    CHECK (evidence_hash IS NULL OR act IN ('claim', 'feedback', 'verify')),
    CHECK ((act = 'feedback') = (percent IS NOT NULL)),
    CHECK ((act = 'pause') = (from_day IS NOT NULL)),
    CHECK (from_day <= until_day),
    CHECK (until_day IS NOT NULL OR act NOT IN ('pause', 'ask_extension', 'extend', 'reopen')),
    CHECK (until_day IS NULL OR act IN ('pause', 'ask_extension', 'extend', 'reopen', 'refuse')),
    CHECK ((act = 'escalate') = (level IS NOT NULL)),
    -- What comes by itself is an escalation for a step that is late, and nothing else.
    CHECK ((done_by IS NULL) = (step IS NOT NULL) AND (step IS NULL OR act = 'escalate'))
);
COMMENT ON TABLE supervision_events IS 'What was done about notices, in the order of commit.';
COMMENT ON COLUMN supervision_events.evidence_hash IS 'A file that shows it; null while only words do.';
COMMENT ON COLUMN supervision_events.done_by IS 'Null for an escalation that came by itself.';
CREATE INDEX supervision_events_number ON supervision_events (number, id);

ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
ALTER TABLE messages ADD CONSTRAINT messages_kind_check CHECK (kind IN (
    'opened', 'due', 'overdue', 'submitted', 'returned', 'released', 'corrected', 'mentioned',
    'check_in_returned', 'check_in_missed',
    'notice_assigned', 'notice_moved', 'notice_claimed', 'notice_escalated'));

-- ---------------------------------------------------------------- Who may
CREATE FUNCTION guard_supervision_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.assigned_by AND disabled_at IS NULL AND role IN ('leader', 'supervisor')) THEN
        RAISE EXCEPTION 'only a leader or the inspection office issues a notice' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM unnest(NEW.assisting) AS named(code) LEFT JOIN departments d ON d.code = named.code WHERE d.code IS NULL) THEN
        RAISE EXCEPTION 'a notice names departments that there are' USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF NEW.dispatch <> NEW.number AND NOT EXISTS (SELECT FROM supervision_notices
        WHERE number = NEW.dispatch AND dispatch = number AND (grade, subject, assigned_by, assigned_at) = (NEW.grade, NEW.subject, NEW.assigned_by, NEW.assigned_at)) THEN
        RAISE EXCEPTION 'a dispatch is one matter, issued at once' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON supervision_notices FOR EACH ROW EXECUTE FUNCTION guard_supervision_notice();

-- Who may do it, and after what.
CREATE FUNCTION guard_supervision_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    notice supervision_notices;
    actor  users;
    run    bigint;  -- where it was reopened
    claim  bigint;  -- the claim that stands
    proof  bigint;  -- its verification
BEGIN
    SELECT * INTO notice FROM supervision_notices WHERE number = NEW.number;
    IF NEW.done_by IS NOT NULL THEN
        SELECT * INTO actor FROM users WHERE id = NEW.done_by AND disabled_at IS NULL;
        IF actor.id IS NULL OR NOT (CASE
            WHEN NEW.act IN ('sign', 'feedback', 'claim', 'ask_extension') THEN actor.role = 'reporter' AND actor.department_code IS NOT DISTINCT FROM notice.lead_code
            WHEN NEW.act IN ('reopen', 'escalate') THEN actor.role IN ('leader', 'supervisor')
            ELSE actor.role = 'supervisor' END) THEN
            RAISE EXCEPTION 'who did this to a notice may not' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.act IN ('verify', 'refuse', 'close') AND EXISTS (SELECT FROM supervision_events
            WHERE number = NEW.number AND done_by = NEW.done_by AND act IN ('sign', 'feedback', 'claim', 'ask_extension')) THEN
            RAISE EXCEPTION 'nobody verifies or closes his own work' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    SELECT coalesce(max(id), 0) INTO run FROM supervision_events WHERE number = NEW.number AND act = 'reopen';
    SELECT max(id) INTO claim FROM supervision_events WHERE number = NEW.number AND act = 'claim' AND id > run;
    IF EXISTS (SELECT FROM supervision_events WHERE number = NEW.number AND act = 'refuse' AND id > claim) THEN
        claim := NULL;
    END IF;
    SELECT max(id) INTO proof FROM supervision_events WHERE number = NEW.number AND act = 'verify' AND id > claim;
    IF NOT (CASE NEW.act
        WHEN 'sign' THEN NOT EXISTS (SELECT FROM supervision_events WHERE number = NEW.number AND act = 'sign')
        WHEN 'verify' THEN claim IS NOT NULL AND proof IS NULL
        WHEN 'refuse' THEN claim IS NOT NULL AND proof IS NULL
        WHEN 'close' THEN proof IS NOT NULL AND NOT EXISTS (SELECT FROM supervision_events WHERE number = NEW.number AND act = 'close' AND id > proof)
        WHEN 'reopen' THEN proof IS NOT NULL
        WHEN 'refuse_extension' THEN true
        WHEN 'pause' THEN claim IS NULL
        WHEN 'extend' THEN claim IS NULL
        WHEN 'escalate' THEN claim IS NULL
        ELSE claim IS NULL AND EXISTS (SELECT FROM supervision_events WHERE number = NEW.number AND act = 'sign') END) THEN
        RAISE EXCEPTION '% does not follow on what was done about the notice', NEW.act USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON supervision_events FOR EACH ROW EXECUTE FUNCTION guard_supervision_event();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['supervision_notices', 'supervision_events'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_supervision_notice(), guard_supervision_event() FROM PUBLIC;
