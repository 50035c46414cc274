-- Fills a scratch database with made-up figures: 200 indicators of as many cities as are needed, 48 quarters each from 2014
-- to 2025, every tenth of them revised. 333 cities give 3.2 million figures, and 0.3 million revisions. Runs as the owner;
-- the triggers are off meanwhile, so that a running instance is told nothing: it has to be started anew.
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

ALTER TABLE statistical_units DISABLE TRIGGER USER;
ALTER TABLE indicators DISABLE TRIGGER USER;
ALTER TABLE figures DISABLE TRIGGER USER;

INSERT INTO statistical_units (code, "order", name, level)
SELECT (900000 + n)::text, (SELECT max("order") FROM statistical_units) + n, '示例市' || n, 'city'
FROM generate_series(2, greatest(2, ceil(current_setting('bench.figures')::numeric / (200 * 48))::integer)) n
ON CONFLICT DO NOTHING;

INSERT INTO indicators (code, "order", name, type, uom, direction)
SELECT 'generated_' || n, (SELECT max("order") FROM indicators) + n, '示例指标' || n, 'flow', '亿元', 'up'
FROM generate_series((SELECT count(*) + 1 FROM indicators), 200) n
ON CONFLICT DO NOTHING;

INSERT INTO series (indicator_code, unit_code, measure)
SELECT i.code, u.code, CASE i.type WHEN 'ratio' THEN 'share' ELSE 'level' END
FROM (SELECT * FROM indicators ORDER BY "order" LIMIT 200) i, statistical_units u WHERE u.level = 'city'
ON CONFLICT DO NOTHING;

INSERT INTO source_documents (identity, address, title, reliability)
SELECT 'https://generated.invalid/' || n, 'https://generated.invalid/' || n, 'Generated bulletin ' || n, 'official' FROM generate_series(0, 3999) n
ON CONFLICT DO NOTHING;

ALTER TABLE figures
    DROP CONSTRAINT figures_one_per_moment, DROP CONSTRAINT figures_series_id_fkey, DROP CONSTRAINT figures_source_id_fkey;

WITH periods AS (
    SELECT y, q, y || (ARRAY['-Q1', '-H1', '-9M', '-FY'])[q] AS code, CASE q WHEN 4 THEN 'year' ELSE 'ytd' END AS kind,
        make_timestamptz(y, q * 3, 28, 0, 0, 0, 'Asia/Shanghai') AS day
    FROM generate_series(2014, 2025) y, generate_series(1, 4) q),
vintages (n, stage, after) AS (VALUES (0, 'preliminary', interval '30 days'), (1, 'revised', interval '200 days')),
documents AS (SELECT min(id) AS first FROM source_documents WHERE identity LIKE 'https://generated.invalid/%')
INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis,
    recorded_at, source_id, source_text, reliability, quote)
SELECT s.id, p.code, p.kind, 'actual',
    CASE s.measure WHEN 'level' THEN round((CASE i.type WHEN 'flow' THEN p.q ELSE 4 END * (60 + s.id % 40) + v.n) * (1 + (p.y - 2014) * 0.05),
            -- What is counted is whole: else a rule finds fault with each of them.
            CASE WHEN i.uom IN ('个', '户', '家', '人') THEN 0 ELSE 1 END)
        ELSE round((20 + (s.id + p.y * 4 + p.q) % 400 / 10.0 + v.n / 10.0)::numeric, 1) END,
    CASE s.measure WHEN 'level' THEN i.uom ELSE '%' END,
    v.stage, '', p.day + v.after, 'stated', p.day + v.after, d.first + c.number, 'Generated bulletin ' || c.number, 'official',
    p.y || '年前' || p.q || '季度，' || u.name || i.name || '累计完成，保持平稳运行。'
FROM series s
JOIN indicators i ON i.code = s.indicator_code
JOIN statistical_units u ON u.code = s.unit_code AND u.level = 'city'
CROSS JOIN periods p CROSS JOIN vintages v CROSS JOIN documents d
CROSS JOIN LATERAL (SELECT (s.id + p.y * 4 + p.q + v.n * 997) % 4000 AS number) c
WHERE s.measure = CASE i.type WHEN 'ratio' THEN 'share' ELSE 'level' END
    AND (v.n = 0 OR (s.id * 7 + p.y * 4 + p.q) % 10 = 0);

ALTER TABLE figures
    ADD CONSTRAINT figures_one_per_moment UNIQUE (series_id, scope, period_code, period_kind, kind, source_id, stage, known_from),
    ADD FOREIGN KEY (series_id) REFERENCES series, ADD FOREIGN KEY (source_id) REFERENCES source_documents;
ALTER TABLE figures ENABLE TRIGGER USER;
ALTER TABLE indicators ENABLE TRIGGER USER;
ALTER TABLE statistical_units ENABLE TRIGGER USER;
ANALYZE figures, series, source_documents, indicators, statistical_units;
