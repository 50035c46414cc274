-- The whole store: the plan, the catalogue, figures that are only ever inserted, and the audit log.
-- Runs as the owner of the database. The application connects as xzd_app, which can insert and read
-- figures and audit events and no more.

-- ---------------------------------------------------------------- The plan
CREATE TABLE plan_source (
    id                    integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    title                 text NOT NULL,
    "column"              text,
    authors               text[] NOT NULL DEFAULT '{}',
    policy                text NOT NULL,
    adopted               text,
    adopted_by            text,
    adopted_year_inferred integer
);

CREATE TABLE dimensions (
    code      text PRIMARY KEY,
    "order"   integer NOT NULL UNIQUE,
    name      text NOT NULL UNIQUE,
    full_name text NOT NULL,
    name_en   text,
    heading   text NOT NULL,
    quote     text,
    principle text,
    goal      text
);

CREATE TABLE initiatives (
    code           text PRIMARY KEY,
    dimension_code text NOT NULL REFERENCES dimensions,
    "order"        integer NOT NULL,
    name           text NOT NULL,
    name_en        text,
    quote          text NOT NULL,
    members_stated boolean NOT NULL,
    note           text,
    UNIQUE (dimension_code, "order")
);

CREATE TABLE aspects (
    code         text PRIMARY KEY,
    "order"      integer NOT NULL UNIQUE,
    title        text,
    title_status text NOT NULL,
    task_count   integer
);

CREATE TABLE key_tasks (
    number           integer PRIMARY KEY CHECK (number > 0),
    number_status    text NOT NULL,
    title            text NOT NULL,
    title_status     text NOT NULL,
    content_status   text NOT NULL,
    dimension_code   text NOT NULL REFERENCES dimensions,
    dimension_status text NOT NULL,
    aspect_code      text REFERENCES aspects,
    quote            text
);

CREATE TABLE work_items (
    task_number integer NOT NULL REFERENCES key_tasks,
    "order"     integer NOT NULL,
    text        text NOT NULL,
    PRIMARY KEY (task_number, "order")
);

CREATE TABLE milestones (
    year       integer PRIMARY KEY,
    goal       text NOT NULL,
    quote      text,
    quantified boolean NOT NULL DEFAULT false
);

CREATE TABLE programmes (
    code           text PRIMARY KEY,
    "order"        integer NOT NULL UNIQUE,
    name           text NOT NULL,
    name_en        text,
    quote          text NOT NULL,
    members        text[] NOT NULL DEFAULT '{}',
    counts         jsonb NOT NULL DEFAULT '{}',
    members_stated boolean NOT NULL,
    note           text
);

CREATE TABLE accountability_mechanisms (
    code    text PRIMARY KEY,
    "order" integer NOT NULL UNIQUE,
    name    text NOT NULL,
    name_en text,
    quote   text NOT NULL,
    "group" text NOT NULL
);

CREATE TABLE plan_notes (
    kind    text NOT NULL CHECK (kind IN ('not_stated', 'ambiguity')),
    "order" integer NOT NULL,
    text    text NOT NULL,
    PRIMARY KEY (kind, "order")
);

CREATE TABLE departments (
    code    text PRIMARY KEY,
    "order" integer NOT NULL,
    name    text NOT NULL UNIQUE
);

-- ---------------------------------------------------------------- The catalogue
CREATE TABLE statistical_units (
    code        text PRIMARY KEY,
    "order"     integer NOT NULL UNIQUE,
    name        text NOT NULL UNIQUE,
    name_en     text,
    level       text NOT NULL CHECK (level IN ('nation', 'province', 'city', 'county', 'zone', 'other')),
    parent_code text REFERENCES statistical_units,
    aliases     text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE indicators (
    code                  text PRIMARY KEY,
    "order"               integer NOT NULL UNIQUE,
    name                  text NOT NULL UNIQUE,
    name_en               text,
    type                  text NOT NULL CHECK (type IN ('flow', 'stock', 'ratio', 'index')),
    uom                   text NOT NULL,
    direction             text NOT NULL CHECK (direction IN ('up', 'down', 'none')),
    price_basis_of_level  text CHECK (price_basis_of_level IN ('constant', 'current')),
    price_basis_of_growth text CHECK (price_basis_of_growth IN ('constant', 'current')),
    dimension_code        text,
    aliases               text[] NOT NULL DEFAULT '{}',
    note                  text,
    additive              boolean NOT NULL DEFAULT true
);

CREATE TABLE validation_rules (
    code       text PRIMARY KEY,
    "order"    integer NOT NULL,
    definition jsonb NOT NULL
);

CREATE TABLE source_documents (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identity    text NOT NULL UNIQUE CHECK (identity <> ''),
    address     text,
    title       text,
    reliability text NOT NULL CHECK (reliability IN ('self_media', 'repost', 'official_copy', 'return', 'official'))
);
COMMENT ON COLUMN source_documents.identity IS 'The address; without one the text.';

CREATE TABLE reliability_overrides (
    host        text PRIMARY KEY,
    reliability text NOT NULL CHECK (reliability IN ('self_media', 'repost', 'official_copy', 'return', 'official'))
);

-- ---------------------------------------------------------------- Figures
CREATE TABLE series (
    id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator_code text NOT NULL REFERENCES indicators,
    unit_code      text NOT NULL REFERENCES statistical_units,
    measure        text NOT NULL CHECK (measure IN ('level', 'yoy', 'yoy_single', 'qoq', 'gap', 'share', 'avg_growth', 'growth_prev_span', 'qualitative')),
    benchmark      text CHECK (benchmark IN ('province', 'nation')),
    CHECK ((measure = 'gap') = (benchmark IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (indicator_code, unit_code, measure, benchmark)
);

CREATE TABLE figures (
    id                 bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    series_id          integer NOT NULL REFERENCES series,
    scope              text NOT NULL DEFAULT '',
    period_code        text NOT NULL,
    period_kind        text NOT NULL CHECK (period_kind IN ('ytd', 'quarter', 'month', 'year', 'point', 'span', 'unstated')),
    period_label       text,
    year_inferred      boolean NOT NULL DEFAULT false,
    kind               text NOT NULL CHECK (kind IN ('actual', 'forecast', 'target', 'unstated')),
    value              numeric,
    text               text,
    comparator         text NOT NULL DEFAULT '=' CHECK (comparator IN ('=', '>=', '<=', '≈')),
    uom                text NOT NULL,
    stage              text NOT NULL CHECK (stage IN ('flash', 'preliminary', 'unstated', 'retrieved', 'final', 'revised', 'census_revised')),
    vintage_label      text NOT NULL DEFAULT '',
    unified_accounting boolean NOT NULL DEFAULT false,
    price_basis        text CHECK (price_basis IN ('constant', 'current')),
    known_from         timestamptz NOT NULL,
    known_from_basis   text NOT NULL CHECK (known_from_basis IN ('stated', 'vintage', 'source', 'recorded', 'inferred')),
    recorded_at        timestamptz NOT NULL,
    source_id          integer NOT NULL REFERENCES source_documents,
    source_text        text NOT NULL CHECK (source_text <> ''),
    reliability        text NOT NULL CHECK (reliability IN ('self_media', 'repost', 'official_copy', 'return', 'official')),
    quote              text,
    note               text,
    CHECK ((value IS NULL) <> (text IS NULL)),
    CONSTRAINT figures_one_per_moment UNIQUE (series_id, scope, period_code, period_kind, kind, source_id, stage, known_from)
);
COMMENT ON COLUMN figures.price_basis IS 'As the source states it; null when it does not.';

CREATE TABLE withdrawals (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    figure_id   bigint NOT NULL UNIQUE REFERENCES figures,
    known_from  timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    reason      text NOT NULL CHECK (reason <> '')
);

-- ---------------------------------------------------------------- Access
CREATE TABLE api_tokens (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    role       text NOT NULL,
    scopes     text[] NOT NULL DEFAULT '{}',
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz
);

-- ---------------------------------------------------------------- The audit log
CREATE TABLE audit_events (
    id            bigint PRIMARY KEY,
    at            timestamptz NOT NULL,
    actor         text NOT NULL CHECK (actor <> ''),
    action        text NOT NULL CHECK (action <> ''),
    subject       text NOT NULL DEFAULT '',
    details       jsonb NOT NULL DEFAULT '{}',
    previous_hash bytea NOT NULL,
    hash          bytea NOT NULL UNIQUE
);
CREATE SEQUENCE audit_events_id OWNED BY audit_events.id;

-- SHA-256 over the hash of the event before and the event's own fields, each preceded by its length in bytes.
CREATE FUNCTION audit_hash(previous bytea, event audit_events) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(string_agg(octet_length(field) || ':' || field, '' ORDER BY n), 'UTF8'))
    FROM unnest(ARRAY[
        event.id::text,
        to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        event.actor, event.action, event.subject, event.details::text]) WITH ORDINALITY AS f(field, n)
$$;

-- Events are numbered and chained here, one transaction after the other, so that no writer can forget it.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('xinzhou-dashboard audit'));
    NEW.id := nextval('audit_events_id');
    NEW.previous_hash := coalesce((SELECT hash FROM audit_events ORDER BY id DESC LIMIT 1), sha256(''::bytea));
    NEW.hash := audit_hash(NEW.previous_hash, NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- ---------------------------------------------------------------- Insert-only
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: its rows are only ever inserted', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON figures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- Telling the instances
CREATE TABLE plan_state (
    id         integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE plan_state IS 'When the plan or the catalogue last changed.';

CREATE FUNCTION announce_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dashboard', 'figures');
    RETURN NULL;
END $$;

CREATE FUNCTION announce_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO plan_state (changed_at) VALUES (now()) ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at;
    PERFORM pg_notify('dashboard', 'plan');
    RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['plan_source', 'dimensions', 'initiatives', 'aspects', 'key_tasks', 'work_items', 'milestones',
        'programmes', 'accountability_mechanisms', 'plan_notes', 'departments', 'statistical_units', 'indicators', 'validation_rules'] LOOP
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_plan()', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['figures', 'withdrawals'] LOOP
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
    END LOOP;
END $$;
CREATE TRIGGER announce AFTER UPDATE ON source_documents FOR EACH STATEMENT EXECUTE FUNCTION announce_plan();

-- ---------------------------------------------------------------- The application's role
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'xzd_app') THEN
        CREATE ROLE xzd_app NOLOGIN;
    END IF;
    -- Two instances creating databases on one server may race for the role.
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO xzd_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO xzd_app;
GRANT INSERT ON figures, withdrawals, audit_events, series, source_documents TO xzd_app;
GRANT UPDATE (reliability, title) ON source_documents TO xzd_app;
GRANT INSERT, UPDATE, DELETE ON plan_source, dimensions, initiatives, aspects, key_tasks, work_items, milestones, programmes,
    accountability_mechanisms, plan_notes, departments, statistical_units, indicators, validation_rules,
    reliability_overrides, api_tokens TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
