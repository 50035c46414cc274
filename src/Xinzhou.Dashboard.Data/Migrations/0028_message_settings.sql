-- People are told of more, once of each occasion; they say when they want no mail, and subscribe to a calendar of their deadlines.
ALTER TABLE messages DROP CONSTRAINT messages_kind_check;
ALTER TABLE messages ADD CONSTRAINT messages_kind_check CHECK (kind IN (
    'opened', 'due', 'overdue', 'submitted', 'returned', 'released', 'corrected', 'mentioned',
    'check_in_returned', 'check_in_missed', 'check_in_due', 'check_in_late', 'check_in_sent', 'check_in_acknowledged',
    'item_due', 'item_late', 'owner_changed',
    'notice_assigned', 'notice_moved', 'notice_claimed', 'notice_escalated', 'notice_due',
    'commitment_assigned', 'commitment_proposed', 'commitment_decided',
    'review_frozen', 'review_signed', 'matter_assigned', 'matter_due', 'matter_late',
    'light_decided', 'digest',
    'backup_late'));
ALTER TABLE messages ADD COLUMN digest jsonb;
ALTER TABLE messages ADD CONSTRAINT messages_digest_check CHECK ((digest IS NOT NULL) = (kind = 'digest'));
COMMENT ON COLUMN messages.digest IS 'What the digest of a week says (每周提要); null for all other kinds.';

CREATE TABLE reminders (
    occasion    text PRIMARY KEY CHECK (occasion <> ''),
    reminded_at timestamptz NOT NULL
);
COMMENT ON TABLE reminders IS 'Of what people were told by themselves: each occasion once, whichever instance does it.';
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reminders FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE message_preferences (
    user_id        uuid PRIMARY KEY REFERENCES users,
    is_mailed      boolean NOT NULL,
    has_digest     boolean NOT NULL,
    quiet_from     time,
    quiet_until    time,
    quiet_days_off boolean,
    changed_at     timestamptz NOT NULL,
    CHECK (num_nulls(quiet_from, quiet_until, quiet_days_off) IN (0, 3))
);
COMMENT ON TABLE message_preferences IS 'How people want to be told; who has no row, and whose quiet hours are null, has what the house has.';

CREATE TABLE calendar_tokens (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON TABLE calendar_tokens IS 'By what programs are given the calendar of a person''s deadlines; only the hash of its text is kept.';
CREATE UNIQUE INDEX calendar_tokens_standing ON calendar_tokens (user_id) WHERE revoked_at IS NULL;

-- What is given away in the name of somebody ends with his account or his password, and does not come back with it.
CREATE FUNCTION revoke_calendar_tokens() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE calendar_tokens SET revoked_at = coalesce(NEW.disabled_at, now()) WHERE user_id = NEW.id AND revoked_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER revoke_calendar_tokens AFTER UPDATE OF disabled_at, password_hash ON users FOR EACH ROW
    WHEN (NEW.disabled_at IS NOT NULL OR OLD.password_hash IS DISTINCT FROM NEW.password_hash) EXECUTE FUNCTION revoke_calendar_tokens();

GRANT SELECT, INSERT ON reminders TO xzd_app;
GRANT SELECT, INSERT, UPDATE ON message_preferences, calendar_tokens TO xzd_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO xzd_app;
REVOKE EXECUTE ON FUNCTION revoke_calendar_tokens() FROM PUBLIC;
