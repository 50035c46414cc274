-- What is said of the plan since the article: by documents, and by people on pages. Nothing is overwritten: what holds at a
-- moment is what the statements known then say, the later known over the earlier. A field that is null leaves what was said
-- before; one that "cleared" names takes it away.
CREATE SEQUENCE plan_statement_ids;
COMMENT ON SEQUENCE plan_statement_ids IS 'Numbers everything that is said of the plan, in the order of commit.';

CREATE TABLE task_statements (
    id               bigint PRIMARY KEY DEFAULT nextval('plan_statement_ids'),
    source           text NOT NULL CHECK (source <> ''),
    known_from       timestamptz NOT NULL,
    known_from_basis text NOT NULL CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at      timestamptz NOT NULL,
    actor            text NOT NULL CHECK (actor <> ''),
    task_number      integer NOT NULL REFERENCES key_tasks,
    title            text CHECK (title <> ''),
    dimension_code   text REFERENCES dimensions,
    aspect_code      text REFERENCES aspects,
    lead_code        text REFERENCES departments,
    responsible      text[],
    supporting       text[],
    person           text,
    quote            text,
    cleared          text[] NOT NULL DEFAULT '{}' CHECK (cleared <@ ARRAY['aspect', 'lead', 'person', 'quote'])
);
COMMENT ON TABLE task_statements IS 'What is said of key tasks (任务).';

CREATE TABLE work_item_statements (
    id               bigint PRIMARY KEY DEFAULT nextval('plan_statement_ids'),
    source           text NOT NULL CHECK (source <> ''),
    known_from       timestamptz NOT NULL,
    known_from_basis text NOT NULL CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at      timestamptz NOT NULL,
    actor            text NOT NULL CHECK (actor <> ''),
    task_number      integer NOT NULL REFERENCES key_tasks,
    item_number      integer NOT NULL CHECK (item_number > 0),
    text             text CHECK (text <> ''),
    lead_code        text REFERENCES departments,
    person           text,
    start_day        date,
    start_text       text,
    due_day          date,
    due_text         text,
    path             jsonb CHECK (jsonb_typeof(path) = 'array'),
    is_withdrawn     boolean,
    cleared          text[] NOT NULL DEFAULT '{}' CHECK (cleared <@ ARRAY['lead', 'person', 'start', 'due']),
    CHECK (due_day >= start_day)
);
COMMENT ON TABLE work_item_statements IS 'What is said of the work items of key tasks (工作).';
COMMENT ON COLUMN work_item_statements.path IS 'The planned progress: [{"quarter": "2026-Q2", "percent": 25}, …].';
COMMENT ON COLUMN work_item_statements.due_text IS 'The wording where it is no plain date: 2025年底, 长期坚持.';

CREATE TABLE progress_statements (
    id               bigint PRIMARY KEY DEFAULT nextval('plan_statement_ids'),
    source           text NOT NULL CHECK (source <> ''),
    known_from       timestamptz NOT NULL,
    known_from_basis text NOT NULL CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at      timestamptz NOT NULL,
    actor            text NOT NULL CHECK (actor <> ''),
    task_number      integer NOT NULL REFERENCES key_tasks,
    item_number      integer NOT NULL,
    quarter          text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    percent          numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
    text             text
);
COMMENT ON TABLE progress_statements IS 'The reported progress of work items (进度).';

CREATE TABLE commitment_statements (
    id               bigint PRIMARY KEY DEFAULT nextval('plan_statement_ids'),
    source           text NOT NULL CHECK (source <> ''),
    known_from       timestamptz NOT NULL,
    known_from_basis text NOT NULL CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at      timestamptz NOT NULL,
    actor            text NOT NULL CHECK (actor <> ''),
    indicator_code   text NOT NULL REFERENCES indicators,
    unit_code        text NOT NULL REFERENCES statistical_units,
    period_code      text NOT NULL,
    period_kind      text NOT NULL CHECK (period_kind IN ('ytd', 'quarter', 'month', 'year', 'point', 'span', 'unstated')),
    measure          text CHECK (measure IN ('level', 'yoy', 'yoy_single', 'qoq', 'gap', 'share', 'avg_growth', 'growth_prev_span', 'qualitative')),
    benchmark        text CHECK (benchmark IN ('province', 'nation')),
    owner_code       text REFERENCES departments,
    person           text,
    baseline         text CHECK (baseline <> ''),
    tolerance        numeric CHECK (tolerance >= 0),
    task_number      integer REFERENCES key_tasks,
    cleared          text[] NOT NULL DEFAULT '{}' CHECK (cleared <@ ARRAY['owner', 'person', 'baseline', 'task']),
    CHECK ((coalesce(measure, '') = 'gap') = (benchmark IS NOT NULL))
);
COMMENT ON TABLE commitment_statements IS 'Who owes which target (责任).';
COMMENT ON COLUMN commitment_statements.measure IS 'Null where the commitment is of all targets of the indicator, unit and period.';

CREATE TABLE outcome_statements (
    id               bigint PRIMARY KEY DEFAULT nextval('plan_statement_ids'),
    source           text NOT NULL CHECK (source <> ''),
    known_from       timestamptz NOT NULL,
    known_from_basis text NOT NULL CHECK (known_from_basis IN ('stated', 'month', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at      timestamptz NOT NULL,
    actor            text NOT NULL CHECK (actor <> ''),
    year             integer NOT NULL REFERENCES milestones,
    dimension_code   text NOT NULL REFERENCES dimensions,
    text             text NOT NULL CHECK (text <> ''),
    owner_code       text REFERENCES departments,
    achieved_day     date,
    achieved_text    text,
    evidence         text,
    cleared          text[] NOT NULL DEFAULT '{}' CHECK (cleared <@ ARRAY['owner', 'achieved', 'evidence'])
);
COMMENT ON TABLE outcome_statements IS 'The landmark outcomes of milestones (标志性成果).';

-- ---------------------------------------------------------------- Lights
CREATE TABLE light_settings (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    amber           numeric NOT NULL,
    red             numeric NOT NULL,
    growth_green    numeric NOT NULL,
    growth_red      numeric NOT NULL,
    due_soon_days   integer NOT NULL CHECK (due_soon_days BETWEEN 0 AND 366),
    report_days     integer NOT NULL CHECK (report_days BETWEEN 0 AND 366),
    set_by          uuid NOT NULL REFERENCES users,
    set_at          timestamptz NOT NULL,
    reason          text NOT NULL CHECK (reason <> ''),
    CHECK (red < amber),
    CHECK (growth_red < growth_green)
);
COMMENT ON TABLE light_settings IS 'The thresholds of lights, as they ever were; before the first row those that come with the product.';

CREATE TABLE light_overrides (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject    text NOT NULL CHECK (subject ~ '^(items/[1-9][0-9]*/[1-9][0-9]*|tasks/[1-9][0-9]*|targets/f[0-9]{10,})$'),
    colour     text NOT NULL CHECK (colour IN ('green', 'amber', 'red', 'blue', 'grey')),
    reason     text NOT NULL CHECK (reason <> ''),
    until      date NOT NULL,
    is_lifted  boolean NOT NULL DEFAULT false,
    decided_by uuid NOT NULL REFERENCES users,
    decided_at timestamptz NOT NULL
);
COMMENT ON TABLE light_overrides IS 'Colours that somebody decided in place of the rules; lifting one is a row, too.';

-- ---------------------------------------------------------------- Who may say it
-- The arguments are the roles. Who is no user is the command line or the setup.
CREATE FUNCTION guard_statement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE user_name = NEW.actor AND disabled_at IS NULL AND role = ANY (TG_ARGV))
        AND (NEW.actor NOT IN ('command', 'setup') OR EXISTS (SELECT FROM users WHERE user_name = NEW.actor)) THEN
        RAISE EXCEPTION '% may not say this of the plan', NEW.actor USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON task_statements FOR EACH ROW EXECUTE FUNCTION guard_statement('supervisor');
CREATE TRIGGER guard BEFORE INSERT ON work_item_statements FOR EACH ROW EXECUTE FUNCTION guard_statement('supervisor');
CREATE TRIGGER guard BEFORE INSERT ON progress_statements FOR EACH ROW EXECUTE FUNCTION guard_statement('supervisor', 'reviewer');
CREATE TRIGGER guard BEFORE INSERT ON commitment_statements FOR EACH ROW EXECUTE FUNCTION guard_statement('supervisor', 'leader');
CREATE TRIGGER guard BEFORE INSERT ON outcome_statements FOR EACH ROW EXECUTE FUNCTION guard_statement('supervisor');

-- What no foreign key can hold.
CREATE FUNCTION guard_task_departments() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(NEW.responsible || NEW.supporting) AS named(code) LEFT JOIN departments d ON d.code = named.code WHERE d.code IS NULL) THEN
        RAISE EXCEPTION 'a task names departments that there are' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER departments BEFORE INSERT ON task_statements FOR EACH ROW EXECUTE FUNCTION guard_task_departments();

CREATE FUNCTION guard_progress_item() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM work_item_statements WHERE task_number = NEW.task_number AND item_number = NEW.item_number)
        AND NOT EXISTS (SELECT FROM work_items WHERE task_number = NEW.task_number AND "order" = NEW.item_number) THEN
        RAISE EXCEPTION 'progress is of a work item that there is' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE INDEX work_item_statements_item ON work_item_statements (task_number, item_number);
CREATE TRIGGER item BEFORE INSERT ON progress_statements FOR EACH ROW EXECUTE FUNCTION guard_progress_item();

-- Whoever is judged by the lights does not move their thresholds.
CREATE FUNCTION guard_light_settings() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.set_by AND disabled_at IS NULL AND role = 'admin') THEN
        RAISE EXCEPTION 'only a system administrator sets the thresholds of lights' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON light_settings FOR EACH ROW EXECUTE FUNCTION guard_light_settings();

CREATE FUNCTION guard_light_override() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.decided_by AND disabled_at IS NULL AND role IN ('leader', 'supervisor')) THEN
        RAISE EXCEPTION 'only a leader or supervisor overrides a light' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON light_overrides FOR EACH ROW EXECUTE FUNCTION guard_light_override();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['task_statements', 'work_item_statements', 'progress_statements', 'commitment_statements',
        'outcome_statements', 'light_settings', 'light_overrides'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        -- Instances catch up with it as they do with figures.
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_statement(), guard_task_departments(), guard_progress_item(), guard_light_settings(), guard_light_override() FROM PUBLIC;
