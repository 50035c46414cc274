-- How conduct becomes a score, who heads the industry chains, and hearing of people who come, go and move. Nothing is overwritten: the last
-- of each stands.
CREATE TABLE assessment_rules (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    start_points           numeric CHECK (start_points BETWEEN -10000 AND 10000),
    on_time_rate           numeric CHECK (on_time_rate BETWEEN -10000 AND 10000),
    late                   numeric CHECK (late BETWEEN -10000 AND 10000),
    days_late              numeric CHECK (days_late BETWEEN -10000 AND 10000),
    sent_back              numeric CHECK (sent_back BETWEEN -10000 AND 10000),
    check_ins_missed       numeric CHECK (check_ins_missed BETWEEN -10000 AND 10000),
    notices_late           numeric CHECK (notices_late BETWEEN -10000 AND 10000),
    notices_closed_in_time numeric CHECK (notices_closed_in_time BETWEEN -10000 AND 10000),
    red_lights             numeric CHECK (red_lights BETWEEN -10000 AND 10000),
    set_by                 uuid NOT NULL REFERENCES users,
    set_at                 timestamptz NOT NULL,
    reason                 text NOT NULL CHECK (btrim(reason) <> ''),
    CHECK ((start_points IS NULL) = (num_nonnulls(
        on_time_rate, late, days_late, sent_back, check_ins_missed, notices_late, notices_closed_in_time, red_lights) = 0))
);
COMMENT ON TABLE assessment_rules IS 'How counts become a score (考核评价), as it ever was; before the first row, and after one without points, there is no score.';
COMMENT ON COLUMN assessment_rules.start_points IS 'The points that everybody begins with; null where the rule was taken away.';
COMMENT ON COLUMN assessment_rules.late IS 'Points for each; null where it does not count. So are the others.';

CREATE TABLE industry_chains (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chain          uuid NOT NULL,
    name           text NOT NULL CHECK (btrim(name) <> ''),
    head           text CHECK (btrim(head) <> ''),
    head_since     date,
    task_number    integer REFERENCES key_tasks,
    indicator_code text REFERENCES indicators,
    is_closed      boolean NOT NULL DEFAULT false,
    reason         text NOT NULL CHECK (btrim(reason) <> ''),
    said_by        uuid NOT NULL REFERENCES users,
    said_at        timestamptz NOT NULL,
    CHECK ((head IS NULL) = (head_since IS NULL))
);
COMMENT ON TABLE industry_chains IS 'Industry chains and their 链长; the last of a number stands.';
COMMENT ON COLUMN industry_chains.chain IS 'Which one it is: all its versions have the same.';
COMMENT ON COLUMN industry_chains.head IS '链长: a person or a post; null is not known.';
CREATE INDEX industry_chains_chain ON industry_chains (chain, id DESC);

-- ---------------------------------------------------------------- Who may say it
CREATE FUNCTION guard_assessment_rule() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.set_by AND disabled_at IS NULL AND role = 'admin') THEN
        RAISE EXCEPTION 'only a system administrator sets the rule of scores' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON assessment_rules FOR EACH ROW EXECUTE FUNCTION guard_assessment_rule();

CREATE FUNCTION guard_industry_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.said_by AND disabled_at IS NULL AND role IN ('admin', 'supervisor')) THEN
        RAISE EXCEPTION 'only the inspection office and a system administrator name the head of a chain' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON industry_chains FOR EACH ROW EXECUTE FUNCTION guard_industry_chain();

-- ---------------------------------------------------------------- Insert-only, telling, privileges
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['assessment_rules', 'industry_chains'] LOOP
        EXECUTE format('CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
        EXECUTE format('CREATE TRIGGER announce AFTER INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_figures()', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO xzd_app', t);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION guard_assessment_rule(), guard_industry_chain() FROM PUBLIC;

-- Whether a person who answers for something still acts for its unit is shown without asking: instances hear of it, and not of each sign-in.
CREATE TRIGGER announce_holder AFTER INSERT ON users FOR EACH STATEMENT EXECUTE FUNCTION announce_figures();
CREATE TRIGGER announce_change_of_holder AFTER UPDATE ON users FOR EACH ROW
    WHEN ((OLD.display_name, OLD.department_code, OLD.disabled_at IS NULL) IS DISTINCT FROM (NEW.display_name, NEW.department_code, NEW.disabled_at IS NULL))
    EXECUTE FUNCTION announce_figures();
