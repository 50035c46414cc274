-- Counts are not below zero, and are whole. An installation of before gets both rules; what somebody has put under the
-- same code, or has taken out, stays as it is.

-- What comes with the product names no person.
ALTER TABLE validation_rule_versions DISABLE TRIGGER administrators_only;

WITH added AS (
    INSERT INTO validation_rules (code, "order", definition)
    SELECT n.code, (SELECT max("order") FROM validation_rules) + n.place, jsonb_build_object('type', n.code)
    FROM (VALUES ('count_not_negative', 1), ('count_whole', 2)) AS n(code, place)
    WHERE EXISTS (SELECT FROM validation_rules) AND NOT EXISTS (SELECT FROM validation_rule_versions v WHERE v.code = n.code)
    ON CONFLICT DO NOTHING
    RETURNING code, definition
)
INSERT INTO validation_rule_versions (code, definition, changed_at, reason)
SELECT code, definition, now(), '随产品更新：核对个数的正负和是否为整数' FROM added;

ALTER TABLE validation_rule_versions ENABLE TRIGGER administrators_only;
