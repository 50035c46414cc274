-- Reporting a quarter: forms, their calendar, returns and their cells. What was entered, submitted, said and released is
-- only ever inserted; the current state of a return and of its cells is kept beside it.

-- ---------------------------------------------------------------- Forms and calendar
CREATE TABLE forms (
    code    text PRIMARY KEY CHECK (code ~ '^[a-z0-9-]+$'),
    "order" integer NOT NULL UNIQUE,
    name    text NOT NULL UNIQUE CHECK (name <> ''),
    name_en text,
    stage   text NOT NULL CHECK (stage IN ('flash', 'preliminary', 'final', 'revised')),
    active  boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN forms.stage IS 'The stage of the figures that a released return of this form gives.';

CREATE TABLE form_rows (
    form_code      text NOT NULL REFERENCES forms,
    number         integer NOT NULL CHECK (number > 0),
    indicator_code text REFERENCES indicators,
    unit_code      text REFERENCES statistical_units,
    task_number    integer REFERENCES key_tasks,
    measure        text CHECK (measure IN ('level', 'share')),
    timing         text NOT NULL CHECK (timing IN ('year_to_date', 'point_in_time')),
    uom            text NOT NULL,
    decimals       integer NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    asks_growth    boolean NOT NULL DEFAULT false,
    indent         integer NOT NULL DEFAULT 0 CHECK (indent BETWEEN 0 AND 3),
    part_row       integer,
    total_row      integer,
    PRIMARY KEY (form_code, number),
    -- Either a series or the progress of a task.
    CHECK ((indicator_code IS NULL) = (unit_code IS NULL) AND (indicator_code IS NULL) = (measure IS NULL)
        AND (indicator_code IS NULL) <> (task_number IS NULL)),
    CHECK ((part_row IS NULL) = (total_row IS NULL) AND (part_row IS NULL OR measure = 'share')),
    FOREIGN KEY (form_code, part_row) REFERENCES form_rows DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (form_code, total_row) REFERENCES form_rows DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON COLUMN form_rows.part_row IS 'With total_row: the share is not asked for but computed from these rows.';

CREATE TABLE form_departments (
    form_code       text NOT NULL REFERENCES forms,
    department_code text NOT NULL REFERENCES departments,
    PRIMARY KEY (form_code, department_code)
);

CREATE TABLE return_calendar (
    form_code       text NOT NULL REFERENCES forms,
    quarter         text NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    opens_at        timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    closes_at       timestamptz NOT NULL,
    reminder_days   integer NOT NULL DEFAULT 3 CHECK (reminder_days BETWEEN 0 AND 60),
    escalation_days integer NOT NULL DEFAULT 3 CHECK (escalation_days BETWEEN 0 AND 60),
    PRIMARY KEY (form_code, quarter),
    CHECK (opens_at < due_at AND due_at <= closes_at)
);
COMMENT ON COLUMN return_calendar.reminder_days IS 'The reporter is reminded so many days before it is due.';
COMMENT ON COLUMN return_calendar.escalation_days IS 'The reviewers are told so many days after it was due.';
COMMENT ON COLUMN return_calendar.closes_at IS 'From then on nothing is entered or submitted.';

-- ---------------------------------------------------------------- Returns
CREATE TABLE returns (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    form_code       text NOT NULL,
    quarter         text NOT NULL,
    department_code text NOT NULL,
    state           text NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'in_progress', 'submitted', 'returned', 'released', 'correcting')),
    version         integer NOT NULL DEFAULT 1,
    opened_at       timestamptz NOT NULL,
    submitted_at    timestamptz,
    released_at     timestamptz,
    correction      text,
    UNIQUE (form_code, quarter, department_code),
    FOREIGN KEY (form_code, quarter) REFERENCES return_calendar,
    FOREIGN KEY (form_code, department_code) REFERENCES form_departments
);
COMMENT ON COLUMN returns.version IS 'Grows with every change of state: whoever decides says which version he saw.';
COMMENT ON COLUMN returns.submitted_at IS 'The first time; whether it was on time is judged by it.';
COMMENT ON COLUMN returns.correction IS 'Why released figures are being corrected; null otherwise.';

CREATE TABLE return_cells (
    return_id   integer NOT NULL REFERENCES returns,
    row_number  integer NOT NULL,
    field       text NOT NULL CHECK (field IN ('value', 'growth')),
    value       numeric,
    blank       text CHECK (blank IN ('not_occurred', 'not_obtained', 'not_applicable')),
    reason      text,
    explanation text,
    source      text,
    version     integer NOT NULL DEFAULT 1,
    changed_by  uuid NOT NULL REFERENCES users,
    changed_at  timestamptz NOT NULL,
    sent_back   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (return_id, row_number, field),
    CHECK (value IS NULL OR blank IS NULL),
    CHECK (blank IS NULL OR coalesce(reason, '') <> '')
);
COMMENT ON COLUMN return_cells.version IS 'Grows with every change: whoever saves says which version he saw.';
COMMENT ON COLUMN return_cells.reason IS 'Why it is blank.';
COMMENT ON COLUMN return_cells.explanation IS 'Why a value is right though a rule asks; it goes with the figure.';

CREATE TABLE return_cell_changes (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id   integer NOT NULL REFERENCES returns,
    row_number  integer NOT NULL,
    field       text NOT NULL,
    version     integer NOT NULL,
    value       numeric,
    blank       text,
    reason      text,
    explanation text,
    source      text,
    changed_by  uuid NOT NULL REFERENCES users,
    changed_at  timestamptz NOT NULL,
    UNIQUE (return_id, row_number, field, version)
);

CREATE TABLE return_comments (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_id  integer NOT NULL REFERENCES returns,
    row_number integer,
    field      text,
    sends_back boolean NOT NULL,
    text       text NOT NULL CHECK (text <> ''),
    by         uuid NOT NULL REFERENCES users,
    at         timestamptz NOT NULL
);

CREATE TABLE return_submissions (
    return_id integer NOT NULL REFERENCES returns,
    number    integer NOT NULL,
    by        uuid NOT NULL REFERENCES users,
    at        timestamptz NOT NULL,
    cells     jsonb NOT NULL,
    PRIMARY KEY (return_id, number)
);

-- ---------------------------------------------------------------- Where a released figure comes from
CREATE TABLE figure_origins (
    figure_id   bigint PRIMARY KEY REFERENCES figures,
    return_id   integer NOT NULL REFERENCES returns,
    row_number  integer NOT NULL,
    field       text NOT NULL,
    entered_by  uuid NOT NULL REFERENCES users,
    released_by uuid NOT NULL REFERENCES users,
    explanation text,
    CONSTRAINT four_eyes CHECK (entered_by <> released_by)
);
CREATE INDEX figure_origins_return ON figure_origins (return_id);

CREATE TABLE task_progress (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_number integer NOT NULL REFERENCES key_tasks,
    quarter     text NOT NULL,
    percent     numeric NOT NULL CHECK (percent BETWEEN 0 AND 100),
    text        text,
    return_id   integer NOT NULL REFERENCES returns,
    entered_by  uuid NOT NULL REFERENCES users,
    released_by uuid NOT NULL REFERENCES users,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT four_eyes CHECK (entered_by <> released_by)
);

-- An administrator neither enters nor releases, whatever the application believes.
CREATE FUNCTION role_of(who uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT role FROM users WHERE id = who $$;

CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF role_of(NEW.changed_by) IS DISTINCT FROM 'reporter' THEN
        RAISE EXCEPTION 'only a reporter enters figures' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM returns r JOIN users u ON u.department_code = r.department_code
                   WHERE r.id = NEW.return_id AND u.id = NEW.changed_by AND u.disabled_at IS NULL) THEN
        RAISE EXCEPTION 'a reporter enters figures of his department only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reporters_only BEFORE INSERT ON return_cell_changes FOR EACH ROW EXECUTE FUNCTION refuse_entry();

CREATE FUNCTION refuse_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF role_of(NEW.released_by) IS DISTINCT FROM 'reviewer' THEN
        RAISE EXCEPTION 'only a reviewer releases figures' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM return_cell_changes WHERE return_id = NEW.return_id AND changed_by = NEW.released_by) THEN
        RAISE EXCEPTION 'nobody releases a return that he entered' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reviewers_only BEFORE INSERT ON figure_origins FOR EACH ROW EXECUTE FUNCTION refuse_release();
CREATE TRIGGER reviewers_only BEFORE INSERT ON task_progress FOR EACH ROW EXECUTE FUNCTION refuse_release();

-- ---------------------------------------------------------------- Notices
CREATE TABLE notices (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id   uuid NOT NULL REFERENCES users,
    at        timestamptz NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('opened', 'due', 'overdue', 'submitted', 'returned', 'released', 'corrected', 'mentioned')),
    return_id integer REFERENCES returns,
    details   jsonb NOT NULL DEFAULT '{}',
    read_at   timestamptz,
    mailed_at timestamptz
);
CREATE INDEX notices_of_user ON notices (user_id, id DESC);

-- ---------------------------------------------------------------- The rules' history
CREATE TABLE validation_rule_versions (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL,
    definition jsonb,
    changed_by uuid REFERENCES users,
    changed_at timestamptz NOT NULL,
    reason     text NOT NULL CHECK (reason <> '')
);
COMMENT ON COLUMN validation_rule_versions.definition IS 'Null when the rule was taken out of force.';

-- ---------------------------------------------------------------- Demonstration data
CREATE TABLE demonstration (
    id        integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    loaded_at timestamptz NOT NULL,
    seed      integer NOT NULL
);
COMMENT ON TABLE demonstration IS 'A row when this installation holds made-up figures; it then says so everywhere.';
CREATE TRIGGER announce AFTER INSERT ON demonstration FOR EACH STATEMENT EXECUTE FUNCTION announce_plan();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['return_cell_changes', 'return_comments', 'return_submissions', 'figure_origins', 'task_progress',
        'validation_rule_versions', 'demonstration'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    END LOOP;
END $$;

CREATE FUNCTION announce_returns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dashboard', 'returns');
    RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON returns FOR EACH STATEMENT EXECUTE FUNCTION announce_returns();

GRANT SELECT ON forms, form_rows, form_departments, return_calendar, returns, return_cells, return_cell_changes, return_comments,
    return_submissions, figure_origins, task_progress, notices, validation_rule_versions, demonstration TO xzd_app;
GRANT INSERT, UPDATE, DELETE ON forms, form_rows, form_departments, return_calendar TO xzd_app;
GRANT INSERT, UPDATE ON returns, return_cells TO xzd_app;
GRANT INSERT ON return_cell_changes, return_comments, return_submissions, figure_origins, task_progress, notices,
    validation_rule_versions, demonstration TO xzd_app;
GRANT UPDATE (read_at, mailed_at) ON notices TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
