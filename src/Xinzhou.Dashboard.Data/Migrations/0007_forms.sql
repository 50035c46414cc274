-- Forms have versions: a return keeps the rows, the name and the stage that it was opened with, whatever the form is made
-- to say later. The calendar says which state of an entry was seen.

ALTER TABLE forms ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN forms.version IS 'The version that returns are opened with; whoever changes the form says which he saw.';

CREATE TABLE form_versions (
    form_code  text NOT NULL,
    version    integer NOT NULL CHECK (version > 0),
    name       text NOT NULL CHECK (name <> ''),
    name_en    text,
    stage      text NOT NULL CHECK (stage IN ('flash', 'preliminary', 'final', 'revised')),
    changed_by uuid REFERENCES users,
    changed_at timestamptz NOT NULL,
    reason     text CHECK (reason <> ''),
    PRIMARY KEY (form_code, version),
    FOREIGN KEY (form_code) REFERENCES forms DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO form_versions (form_code, version, name, name_en, stage, changed_at) SELECT code, version, name, name_en, stage, now() FROM forms;
SET CONSTRAINTS ALL IMMEDIATE;

-- A form entered by any other way than its page has a first version too.
CREATE FUNCTION first_form_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO form_versions (form_code, version, name, name_en, stage, changed_at)
    VALUES (NEW.code, NEW.version, NEW.name, NEW.name_en, NEW.stage, now()) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER first_version AFTER INSERT ON forms FOR EACH ROW EXECUTE FUNCTION first_form_version();

ALTER TABLE form_rows ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE form_rows DROP CONSTRAINT form_rows_form_code_part_row_fkey, DROP CONSTRAINT form_rows_form_code_total_row_fkey;
ALTER TABLE form_rows DROP CONSTRAINT form_rows_pkey;
ALTER TABLE form_rows ADD PRIMARY KEY (form_code, version, number),
    ADD FOREIGN KEY (form_code, version, part_row) REFERENCES form_rows DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (form_code, version, total_row) REFERENCES form_rows DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (form_code, version) REFERENCES form_versions DEFERRABLE INITIALLY DEFERRED;

SET CONSTRAINTS ALL DEFERRED;

ALTER TABLE form_departments ADD COLUMN active boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN form_departments.active IS 'False when the department reports it no more; its returns stay.';

ALTER TABLE returns ADD COLUMN form_version integer;
UPDATE returns SET form_version = 1;
ALTER TABLE returns ALTER COLUMN form_version SET NOT NULL,
    ADD FOREIGN KEY (form_code, form_version) REFERENCES form_versions;

CREATE FUNCTION keep_form_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.form_version := (SELECT version FROM forms WHERE code = NEW.form_code);
    ELSIF NEW.form_version <> OLD.form_version THEN
        RAISE EXCEPTION 'a return keeps the form that it was opened with' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_form_version BEFORE INSERT OR UPDATE ON returns FOR EACH ROW EXECUTE FUNCTION keep_form_version();

-- Rows that returns were opened with are what their cells mean.
CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched form_rows := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
    IF EXISTS (SELECT FROM returns WHERE form_code = touched.form_code AND form_version = touched.version) THEN
        RAISE EXCEPTION 'rows of a form that returns were opened with are not changed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN touched;
END $$;
CREATE TRIGGER unused_only BEFORE INSERT OR UPDATE OR DELETE ON form_rows FOR EACH ROW EXECUTE FUNCTION refuse_row();

CREATE FUNCTION refuse_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.changed_by IS NULL AND NEW.version > 1 THEN
        RAISE EXCEPTION 'a change of a form names the person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.changed_by IS NOT NULL AND role_of(NEW.changed_by) IS DISTINCT FROM 'admin' THEN
        RAISE EXCEPTION 'only a system administrator changes forms' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER administrators_only BEFORE INSERT ON form_versions FOR EACH ROW EXECUTE FUNCTION refuse_form();
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON form_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE return_calendar ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN return_calendar.version IS 'Grows with every change: whoever changes an entry says which he saw.';
CREATE TRIGGER announce AFTER UPDATE ON return_calendar FOR EACH STATEMENT EXECUTE FUNCTION announce_returns();

GRANT SELECT, INSERT ON form_versions TO xzd_app;
