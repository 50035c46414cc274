-- What is asked of whoever enters: a year to date that falls is a question and no error, and growth is held against the
-- direction of the two levels. An installation of before gets both; a rule that somebody has changed or taken out stays so.

-- Of what comes with the product there can be another version; only a person's change names a person.
ALTER TABLE validation_rule_versions DISABLE TRIGGER administrators_only;

WITH changed AS (
    UPDATE validation_rules r SET definition = definition || '{"severity": "warning"}'
    WHERE code = 'ytd_not_falling' AND definition ->> 'type' = 'ytd_not_falling' AND coalesce(definition ->> 'severity', 'error') = 'error'
        AND NOT EXISTS (SELECT FROM validation_rule_versions v WHERE v.code = r.code AND v.changed_by IS NOT NULL)
    RETURNING code, definition
)
INSERT INTO validation_rule_versions (code, definition, changed_at, reason)
SELECT code, definition, now(), '随产品更新：累计下降由错误改为须说明' FROM changed;

WITH added AS (
    INSERT INTO validation_rules (code, "order", definition)
    SELECT 'growth_sign', max("order") + 1, '{"type": "growth_sign"}' FROM validation_rules HAVING count(*) > 0
    ON CONFLICT DO NOTHING
    RETURNING code, definition
)
INSERT INTO validation_rule_versions (code, definition, changed_at, reason)
SELECT code, definition, now(), '随产品更新：核对增速与两个水平值的方向' FROM added;

ALTER TABLE validation_rule_versions ENABLE TRIGGER administrators_only;
