-- A withdrawn figure stands in nobody's way: another value of the same source and moment goes in after it. Real and nominal
-- growth are two figures.
ALTER TABLE figures ADD COLUMN after_withdrawn integer NOT NULL DEFAULT 0 CHECK (after_withdrawn >= 0);
COMMENT ON COLUMN figures.after_withdrawn IS 'How many withdrawn figures of the same series, scope, price basis, period, kind, source, stage and moment it follows.';
ALTER TABLE figures DROP CONSTRAINT figures_one_per_moment;
ALTER TABLE figures ADD CONSTRAINT figures_one_per_moment UNIQUE NULLS NOT DISTINCT
    (series_id, scope, price_basis, period_code, period_kind, kind, source_id, stage, known_from, after_withdrawn);

-- Whatever the application believes: all that a figure says to follow is withdrawn.
CREATE FUNCTION guard_after_withdrawn() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) <> NEW.after_withdrawn OR count(w.id) <> count(*)
        FROM figures f LEFT JOIN withdrawals w ON w.figure_id = f.id
        WHERE (f.series_id, f.scope, f.period_code, f.period_kind, f.kind, f.source_id, f.stage, f.known_from)
            = (NEW.series_id, NEW.scope, NEW.period_code, NEW.period_kind, NEW.kind, NEW.source_id, NEW.stage, NEW.known_from)
            AND f.price_basis IS NOT DISTINCT FROM NEW.price_basis) THEN
        RAISE EXCEPTION 'a figure of the same source and moment stands' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_after_withdrawn BEFORE INSERT ON figures
    FOR EACH ROW WHEN (NEW.after_withdrawn > 0) EXECUTE FUNCTION guard_after_withdrawn();
REVOKE EXECUTE ON FUNCTION guard_after_withdrawn() FROM PUBLIC;
