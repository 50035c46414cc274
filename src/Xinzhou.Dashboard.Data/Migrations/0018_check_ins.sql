-- What units report of work items at the end of a quarter, and what the inspection office decides on it. Nothing is
-- overwritten: a unit sends another one, and what counts of the progress is a statement of the plan like every other.
CREATE TABLE check_ins (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_number     integer NOT NULL REFERENCES key_tasks,
    item_number     integer NOT NULL CHECK (item_number > 0),
    quarter         text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    department_code text NOT NULL REFERENCES departments,
    percent         numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done            text NOT NULL CHECK (btrim(done) <> ''),
    next            text CHECK (next <> ''),
    obstacles       text CHECK (obstacles <> ''),
    sent_by         uuid NOT NULL REFERENCES users,
    sent_at         timestamptz NOT NULL
);
COMMENT ON TABLE check_ins IS 'What units sent of work items (报送); the last of an item and quarter stands.';
CREATE INDEX check_ins_item ON check_ins (task_number, item_number, quarter, id DESC);

CREATE TABLE check_in_decisions (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_in_id  bigint NOT NULL UNIQUE REFERENCES check_ins,
    outcome      text NOT NULL CHECK (outcome IN ('acknowledged', 'sent_back')),
    reason       text CHECK (reason <> ''),
    statement_id bigint UNIQUE REFERENCES progress_statements,
    decided_by   uuid NOT NULL REFERENCES users,
    decided_at   timestamptz NOT NULL,
    CHECK ((outcome = 'acknowledged') = (statement_id IS NOT NULL)),
    CHECK (outcome = 'acknowledged' OR reason IS NOT NULL)
);
COMMENT ON COLUMN check_in_decisions.statement_id IS 'The progress that counts since it was acknowledged.';

-- The content of a file stands once, in parts that are written and read one after the other.
CREATE TABLE evidence_files (
    hash      bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    kind      text NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'docx', 'xlsx', 'pptx')),
    size      bigint NOT NULL CHECK (size > 0),
    stored_at timestamptz NOT NULL
);
COMMENT ON COLUMN evidence_files.hash IS 'SHA-256 of the content.';

CREATE TABLE evidence_parts (
    hash    bytea NOT NULL REFERENCES evidence_files,
    number  integer NOT NULL CHECK (number >= 0),
    content bytea NOT NULL,
    PRIMARY KEY (hash, number)
);
-- Pictures and office files are packed already.
ALTER TABLE evidence_parts ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE evidence (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_number     integer NOT NULL REFERENCES key_tasks,
    item_number     integer NOT NULL CHECK (item_number > 0),
    quarter         text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    department_code text NOT NULL REFERENCES departments,
    hash            bytea NOT NULL REFERENCES evidence_files,
    name            text NOT NULL CHECK (name <> ''),
    added_by        uuid NOT NULL REFERENCES users,
    added_at        timestamptz NOT NULL,
    UNIQUE (task_number, item_number, quarter, department_code, hash)
);
COMMENT ON TABLE evidence IS 'The files that units added to what they say of work items (佐证材料).';

CREATE TABLE check_in_evidence (
    check_in_id bigint NOT NULL REFERENCES check_ins,
    evidence_id bigint NOT NULL REFERENCES evidence,
    PRIMARY KEY (check_in_id, evidence_id)
);
COMMENT ON TABLE check_in_evidence IS 'The files that a check-in was sent with.';

CREATE TABLE check_in_misses (
    task_number     integer NOT NULL REFERENCES key_tasks,
    item_number     integer NOT NULL CHECK (item_number > 0),
    quarter         text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    department_code text NOT NULL REFERENCES departments,
    raised_at       timestamptz NOT NULL,
    PRIMARY KEY (task_number, item_number, quarter)
);
COMMENT ON TABLE check_in_misses IS 'The check-ins that were missed and went up a level, each once.';

ALTER TABLE messages DROP CONSTRAINT notices_kind_check;
ALTER TABLE messages ADD CONSTRAINT messages_kind_check CHECK (kind IN (
    'opened', 'due', 'overdue', 'submitted', 'returned', 'released', 'corrected', 'mentioned',
    'check_in_returned', 'check_in_missed'));

-- ---------------------------------------------------------------- Who may say it
CREATE FUNCTION guard_check_in() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.sent_by AND disabled_at IS NULL AND role = 'reporter' AND department_code = NEW.department_code) THEN
        RAISE EXCEPTION 'a reporter checks in for his department only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM work_item_statements WHERE task_number = NEW.task_number AND item_number = NEW.item_number)
        AND NOT EXISTS (SELECT FROM work_items WHERE task_number = NEW.task_number AND "order" = NEW.item_number) THEN
        RAISE EXCEPTION 'a check-in is of a work item that there is' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON check_ins FOR EACH ROW EXECUTE FUNCTION guard_check_in();

CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.added_by AND disabled_at IS NULL AND role = 'reporter' AND department_code = NEW.department_code) THEN
        RAISE EXCEPTION 'a reporter adds evidence for his department only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION guard_evidence();

-- A check-in is sent with what its own unit added to the same item and quarter, and nothing is added once it is decided on.
CREATE FUNCTION guard_check_in_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM check_ins c JOIN evidence e USING (task_number, item_number, quarter, department_code)
                   WHERE c.id = NEW.check_in_id AND e.id = NEW.evidence_id)
        OR EXISTS (SELECT FROM check_in_decisions WHERE check_in_id = NEW.check_in_id) THEN
        RAISE EXCEPTION 'a check-in is sent with evidence of its own' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON check_in_evidence FOR EACH ROW EXECUTE FUNCTION guard_check_in_evidence();

-- Nobody acknowledges what he said himself, be it in an earlier version that came back.
CREATE FUNCTION guard_check_in_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE sent check_ins;
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.decided_by AND disabled_at IS NULL AND role = 'supervisor') THEN
        RAISE EXCEPTION 'only the inspection office decides on a check-in' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO sent FROM check_ins WHERE id = NEW.check_in_id;
    IF EXISTS (SELECT FROM check_ins c WHERE (c.task_number, c.item_number, c.quarter) = (sent.task_number, sent.item_number, sent.quarter)
               AND c.sent_by = NEW.decided_by) THEN
        RAISE EXCEPTION 'nobody decides on his own check-in' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM check_ins c WHERE (c.task_number, c.item_number, c.quarter) = (sent.task_number, sent.item_number, sent.quarter)
               AND c.id > sent.id) THEN
        RAISE EXCEPTION 'the unit has sent another one since' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.statement_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM progress_statements s WHERE s.id = NEW.statement_id
        AND (s.task_number, s.item_number, s.quarter, s.percent) = (sent.task_number, sent.item_number, sent.quarter, sent.percent)) THEN
        RAISE EXCEPTION 'what counts is what was sent' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON check_in_decisions FOR EACH ROW EXECUTE FUNCTION guard_check_in_decision();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['check_ins', 'check_in_decisions', 'evidence_files', 'evidence_parts', 'evidence', 'check_in_evidence', 'check_in_misses'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
    -- Instances catch up with it as they do with figures.
    FOREACH t IN ARRAY ARRAY['check_ins', 'check_in_decisions'] LOOP
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_check_in(), guard_check_in_decision(), guard_evidence(), guard_check_in_evidence() FROM PUBLIC;
