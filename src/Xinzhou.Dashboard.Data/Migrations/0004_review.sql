-- What reviewers, auditors and readers need beside the returns themselves: why a released figure was corrected, who took
-- which figures away, and the indexes of the log and of the notices.

ALTER TABLE figure_origins ADD COLUMN correction text CHECK (correction <> '');
COMMENT ON COLUMN figure_origins.correction IS 'Why the figure took the place of one released before; null for the first.';

CREATE TABLE figure_exports (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id        uuid NOT NULL REFERENCES users,
    indicator_code text NOT NULL REFERENCES indicators,
    unit_code      text REFERENCES statistical_units,
    at             timestamptz NOT NULL
);
COMMENT ON TABLE figure_exports IS 'Who took the figures of an indicator (of one unit, or of all) away as a file, so that he is told when one of them is corrected.';
CREATE INDEX figure_exports_indicator ON figure_exports (indicator_code, user_id);
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON figure_exports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX audit_events_action ON audit_events (action, id);
CREATE INDEX audit_events_actor ON audit_events (actor, id);
CREATE INDEX audit_events_at ON audit_events (at, id);
CREATE INDEX notices_unread ON notices (user_id) WHERE read_at IS NULL;
CREATE INDEX notices_unsent ON notices (id) WHERE mailed_at IS NULL;

-- Whoever has unread notices is told at once.
CREATE FUNCTION announce_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dashboard', 'notices');
    RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF read_at ON notices FOR EACH STATEMENT EXECUTE FUNCTION announce_notices();

GRANT SELECT, INSERT ON figure_exports TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
