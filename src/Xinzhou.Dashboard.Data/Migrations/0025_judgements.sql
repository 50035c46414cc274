-- What the inspection office judges of tasks beside their lights, and what tasks may fail by. Nothing is overwritten: the last of
-- each stands.
CREATE TABLE task_judgements (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_number integer NOT NULL REFERENCES key_tasks,
    confidence  text NOT NULL CHECK (confidence IN ('very_likely', 'likely_with_risk', 'doubtful', 'unlikely')),
    reason      text NOT NULL CHECK (btrim(reason) <> ''),
    judged_by   uuid NOT NULL REFERENCES users,
    judged_at   timestamptz NOT NULL
);
COMMENT ON TABLE task_judgements IS 'How sure the inspection office is that tasks are done in time (判断); the last of a task stands.';
CREATE INDEX task_judgements_task ON task_judgements (task_number, id DESC);

CREATE TABLE task_risks (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    risk        uuid NOT NULL,
    task_number integer NOT NULL REFERENCES key_tasks,
    kind        text NOT NULL CHECK (kind IN ('risk', 'dependency')),
    what        text NOT NULL CHECK (btrim(what) <> ''),
    likelihood  text CHECK (likelihood IN ('low', 'medium', 'high')),
    effect      text NOT NULL CHECK (effect IN ('minor', 'serious', 'severe')),
    on_task     integer REFERENCES key_tasks,
    owner_code  text REFERENCES departments,
    person      text CHECK (person <> ''),
    measure     text CHECK (measure <> ''),
    is_closed   boolean NOT NULL DEFAULT false,
    said_by     uuid NOT NULL REFERENCES users,
    said_at     timestamptz NOT NULL,
    CHECK ((kind = 'risk') = (likelihood IS NOT NULL)),
    CHECK (on_task IS NULL OR (kind = 'dependency' AND on_task <> task_number))
);
COMMENT ON TABLE task_risks IS 'Risks and dependencies of tasks (风险与依赖); the last of a number stands.';
COMMENT ON COLUMN task_risks.risk IS 'Which one it is: all its versions have the same.';
CREATE INDEX task_risks_risk ON task_risks (risk, id DESC);

-- Whoever is judged does not judge.
CREATE FUNCTION guard_task_judgement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.judged_by AND disabled_at IS NULL AND role = 'supervisor') THEN
        RAISE EXCEPTION 'only the inspection office judges a task' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON task_judgements FOR EACH ROW EXECUTE FUNCTION guard_task_judgement();

CREATE FUNCTION guard_task_risk() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.said_by AND disabled_at IS NULL AND role = 'supervisor') THEN
        RAISE EXCEPTION 'only the inspection office takes down what a task may fail by' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM task_risks WHERE risk = NEW.risk AND (task_number, kind) <> (NEW.task_number, NEW.kind)) THEN
        RAISE EXCEPTION 'all versions of a risk are of one task and one kind' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON task_risks FOR EACH ROW EXECUTE FUNCTION guard_task_risk();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['task_judgements', 'task_risks'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_task_judgement(), guard_task_risk() FROM PUBLIC;
