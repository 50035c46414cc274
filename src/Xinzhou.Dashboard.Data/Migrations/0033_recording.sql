-- Figures and withdrawals are recorded by a change that sums them up for its event of the log, and says so. A version of before
-- that, left running beside this one, would record them without: the log would call them added behind it.
CREATE FUNCTION guard_recording() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    -- The owner restores and repairs; what he adds is found by the digests.
    IF current_setting('xzd.recording', true) IS DISTINCT FROM 'on'
        AND NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
        RAISE EXCEPTION '% are recorded by a change whose event answers for them: is an older version of the program running beside this one?', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION guard_recording() FROM PUBLIC;
CREATE TRIGGER recorded BEFORE INSERT ON figures FOR EACH STATEMENT EXECUTE FUNCTION guard_recording();
CREATE TRIGGER recorded BEFORE INSERT ON withdrawals FOR EACH STATEMENT EXECUTE FUNCTION guard_recording();
