-- What lies in somebody's inbox is a message; a notice (督办单) is something else.
ALTER TABLE notices RENAME TO messages;
ALTER INDEX notices_of_user RENAME TO messages_of_user;
ALTER INDEX notices_unread RENAME TO messages_unread;
ALTER INDEX notices_unsent RENAME TO messages_unsent;

CREATE FUNCTION announce_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('dashboard', 'messages');
    RETURN NULL;
END $$;
DROP TRIGGER announce ON messages;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF read_at ON messages FOR EACH STATEMENT EXECUTE FUNCTION announce_messages();
DROP FUNCTION announce_notices();
