-- When somebody looked at his desk is kept with him, not with his browser: desk and phone tell what changed since the same moment.
CREATE TABLE desk_visits (
    user_id     uuid PRIMARY KEY REFERENCES users,
    began_at    timestamptz NOT NULL,
    before_at   timestamptz,
    CHECK (before_at < began_at)
);
COMMENT ON TABLE desk_visits IS 'When people looked at their desk; who has no row has not yet.';
COMMENT ON COLUMN desk_visits.began_at IS 'When the visit began that is the last one.';
COMMENT ON COLUMN desk_visits.before_at IS 'When the visit before it began: what changed is told since then; null where there was none.';
GRANT SELECT, INSERT, UPDATE (began_at, before_at), DELETE ON desk_visits TO xzd_app;
