-- The rules' history begins with what came with the product, and only who keeps the catalogue goes on with it.

-- A rule that installations of before do not have.
INSERT INTO validation_rules (code, "order", definition)
SELECT 'change_outlier', max("order") + 1, '{"type": "change_outlier", "bound": 3.5, "least": 8, "margin": 10}' FROM validation_rules HAVING count(*) > 0
ON CONFLICT DO NOTHING;

INSERT INTO validation_rule_versions (code, definition, changed_at, reason)
SELECT code, definition, coalesce((SELECT changed_at FROM plan_state), now()), '随产品提供'
FROM validation_rules r WHERE NOT EXISTS (SELECT FROM validation_rule_versions v WHERE v.code = r.code);

CREATE INDEX validation_rule_versions_code ON validation_rule_versions (code, id);

CREATE FUNCTION refuse_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.changed_by IS NULL AND EXISTS (SELECT FROM validation_rule_versions WHERE code = NEW.code) THEN
        RAISE EXCEPTION 'a change of a rule names the person' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.changed_by IS NOT NULL AND role_of(NEW.changed_by) IS DISTINCT FROM 'admin' THEN
        RAISE EXCEPTION 'only a system administrator changes rules' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER administrators_only BEFORE INSERT ON validation_rule_versions FOR EACH ROW EXECUTE FUNCTION refuse_rule();
