-- 佐证: the files that units add to what they say of a notice, and the pictures of those who check it on site. An act names those
-- that it carries; what a unit claims is shown by a file, or by words that lead to what shows it.
CREATE TABLE supervision_evidence (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number          text NOT NULL REFERENCES supervision_notices (number),
    department_code text REFERENCES departments,
    hash            bytea NOT NULL REFERENCES evidence_files,
    name            text NOT NULL CHECK (name <> ''),
    added_by        uuid NOT NULL REFERENCES users,
    added_at        timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (number, department_code, hash)
);
COMMENT ON TABLE supervision_evidence IS 'The files that were added to notices (佐证材料), gone along with an act or not yet.';
COMMENT ON COLUMN supervision_evidence.department_code IS 'The unit that leads; null where those who check on site added it: a picture.';

ALTER TABLE supervision_events ADD COLUMN files bigint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN supervision_events.files IS 'The evidence that goes along with it, by number.';
COMMENT ON COLUMN supervision_events.evidence_hash IS 'Of versions that knew one file; what goes along stands in files.';

-- It has the name that PostgreSQL gave it.
DO $$
DECLARE one text;
BEGIN
    SELECT conname INTO STRICT one FROM pg_constraint
    WHERE conrelid = 'supervision_events'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%(evidence IS NOT NULL)%';
    EXECUTE format('ALTER TABLE supervision_events DROP CONSTRAINT %I', one);
END $$;
ALTER TABLE supervision_events
    ADD CONSTRAINT supervision_events_words_of_claim CHECK (evidence IS NULL OR act = 'claim'),
    ADD CONSTRAINT supervision_events_claim_is_shown CHECK (act <> 'claim' OR evidence IS NOT NULL OR cardinality(files) > 0),
    ADD CONSTRAINT supervision_events_files_of CHECK (cardinality(files) = 0 OR act IN ('feedback', 'claim', 'verify', 'refuse', 'reopen'));

-- ---------------------------------------------------------------- Who may
CREATE OR REPLACE FUNCTION guard_supervision_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.assigned_by AND disabled_at IS NULL AND role IN ('leader', 'supervisor')) THEN
        RAISE EXCEPTION 'only a leader or the inspection office issues a notice' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM unnest(NEW.assisting) AS named(code) LEFT JOIN departments d ON d.code = named.code WHERE d.code IS NULL) THEN
        RAISE EXCEPTION 'a notice names departments that there are' USING ERRCODE = 'foreign_key_violation';
    END IF;
    IF EXISTS (SELECT FROM departments WHERE (code = NEW.lead_code OR code = ANY (NEW.assisting))
        AND dissolved_on <= (NEW.assigned_at AT TIME ZONE 'Asia/Shanghai')::date) THEN
        RAISE EXCEPTION 'a department that is dissolved gets no notice' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.dispatch <> NEW.number AND NOT EXISTS (SELECT FROM supervision_notices
        WHERE number = NEW.dispatch AND dispatch = number AND (grade, subject, assigned_by, assigned_at) = (NEW.grade, NEW.subject, NEW.assigned_by, NEW.assigned_at)) THEN
        RAISE EXCEPTION 'a dispatch is one matter, issued at once' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- The unit that leads adds to its own notice; who checks on site adds pictures.
CREATE FUNCTION guard_supervision_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE actor users;
BEGIN
    SELECT * INTO actor FROM users WHERE id = NEW.added_by AND disabled_at IS NULL;
    IF actor.id IS NULL OR NOT (CASE WHEN NEW.department_code IS NULL THEN actor.role IN ('leader', 'supervisor')
        ELSE actor.role = 'reporter' AND actor.department_code IS NOT DISTINCT FROM NEW.department_code
            AND EXISTS (SELECT FROM supervision_notices WHERE number = NEW.number AND lead_code = NEW.department_code) END) THEN
        RAISE EXCEPTION 'who added this to a notice may not' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.department_code IS NULL AND NOT EXISTS (SELECT FROM evidence_files WHERE hash = NEW.hash AND kind IN ('png', 'jpeg')) THEN
        RAISE EXCEPTION 'what is seen on site is shown by pictures' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON supervision_evidence FOR EACH ROW EXECUTE FUNCTION guard_supervision_evidence();

-- Who may do it, after what, and with which files.
CREATE OR REPLACE FUNCTION guard_supervision_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
    -- Each once, of this notice, and of the side that acts.
    IF cardinality(NEW.files) <> (SELECT count(*) FROM supervision_evidence WHERE number = NEW.number AND id = ANY (NEW.files)
        AND department_code IS NOT DISTINCT FROM CASE WHEN NEW.act IN ('feedback', 'claim') THEN notice.lead_code END) THEN
        RAISE EXCEPTION 'an act carries evidence of its own notice and side' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- ---------------------------------------------------------------- Insert-only, privileges
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON supervision_evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON supervision_evidence TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_supervision_evidence() FROM PUBLIC;
