-- What a return may become, and when its cells may change, whatever the application believes.

CREATE FUNCTION guard_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.form_code, NEW.quarter, NEW.department_code, NEW.opened_at) IS DISTINCT FROM (OLD.id, OLD.form_code, OLD.quarter, OLD.department_code, OLD.opened_at)
        OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at AND OLD.submitted_at IS NOT NULL
        OR OLD.released_at IS DISTINCT FROM NEW.released_at AND OLD.state <> 'submitted' THEN
        RAISE EXCEPTION 'what a return is and when it was submitted and released is not changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
        ('open', 'in_progress'), ('open', 'submitted'), ('in_progress', 'submitted'), ('returned', 'submitted'), ('correcting', 'submitted'),
        ('submitted', 'in_progress'), ('submitted', 'correcting'), ('submitted', 'returned'), ('submitted', 'released'), ('released', 'correcting')) THEN
        RAISE EXCEPTION 'a return that is % does not become %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON returns FOR EACH ROW EXECUTE FUNCTION guard_return();

CREATE FUNCTION takes_entries(which integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT EXISTS (SELECT FROM returns WHERE id = which AND state IN ('open', 'in_progress', 'returned', 'correcting')) $$;

-- Of what is submitted a reviewer may only say that it is sent back; what is released stays.
CREATE FUNCTION guard_cell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF takes_entries(NEW.return_id) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'sent_back' = to_jsonb(OLD) - 'sent_back'
        AND EXISTS (SELECT FROM returns WHERE id = NEW.return_id AND state = 'submitted') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the return takes no entries now' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON return_cells FOR EACH ROW EXECUTE FUNCTION guard_cell();

CREATE FUNCTION guard_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT takes_entries(NEW.return_id) THEN
        RAISE EXCEPTION 'the return takes no entries now' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON return_cell_changes FOR EACH ROW EXECUTE FUNCTION guard_change();
CREATE TRIGGER guard BEFORE INSERT ON return_submissions FOR EACH ROW EXECUTE FUNCTION guard_change();

CREATE FUNCTION refuse_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM returns r JOIN users u ON u.department_code = r.department_code
                   WHERE r.id = NEW.return_id AND u.id = NEW."by" AND u.role = 'reporter' AND u.disabled_at IS NULL) THEN
        RAISE EXCEPTION 'a reporter submits for his department only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reporters_only BEFORE INSERT ON return_submissions FOR EACH ROW EXECUTE FUNCTION refuse_submission();

-- A figure is released out of a submitted return, in the name of who entered its cell, by a reviewer who may still sign in.
CREATE FUNCTION guard_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM returns WHERE id = NEW.return_id AND state = 'submitted') THEN
        RAISE EXCEPTION 'figures are released out of a submitted return only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM users WHERE id = NEW.released_by AND disabled_at IS NULL) THEN
        RAISE EXCEPTION 'who is disabled releases nothing' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER guard AFTER INSERT ON figure_origins FOR EACH ROW EXECUTE FUNCTION guard_origin();
CREATE TRIGGER guard AFTER INSERT ON task_progress FOR EACH ROW EXECUTE FUNCTION guard_origin();

CREATE FUNCTION guard_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM return_cells WHERE return_id = NEW.return_id AND row_number = NEW.row_number AND field = NEW.field AND changed_by = NEW.entered_by) THEN
        RAISE EXCEPTION 'a figure names who entered its cell' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER author AFTER INSERT ON figure_origins FOR EACH ROW EXECUTE FUNCTION guard_author();

-- A figure that calls a return its source has come out of one.
CREATE FUNCTION guard_figure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM figure_origins WHERE figure_id = NEW.id) THEN
        RAISE EXCEPTION 'a figure of a return comes by its release only' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER guard AFTER INSERT ON figures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reliability = 'return') EXECUTE FUNCTION guard_figure();
