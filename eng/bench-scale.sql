-- Fills a scratch database with made-up figures: every indicator, unit and month from :first to 2025, four vintages each
-- (1993: 3.5 million). Runs as the owner; the triggers are off meanwhile, so that a running instance is told nothing.
\set ON_ERROR_STOP on
SET synchronous_commit = off;

INSERT INTO series (indicator_code, unit_code, measure)
SELECT i.code, u.code, m.measure
FROM indicators i, statistical_units u, (VALUES ('level'), ('yoy'), ('share')) m(measure)
WHERE (i.type = 'ratio') = (m.measure = 'share')
ON CONFLICT DO NOTHING;

INSERT INTO source_documents (identity, address, title, reliability)
SELECT 'https://bulletin.invalid/' || n, 'https://bulletin.invalid/' || n, 'Bulletin ' || n, 'official' FROM generate_series(0, 3899) n;

ALTER TABLE figures DISABLE TRIGGER USER;
ALTER TABLE figures
    DROP CONSTRAINT figures_one_per_moment, DROP CONSTRAINT figures_series_id_fkey, DROP CONSTRAINT figures_source_id_fkey;

WITH periods AS (
    SELECT y, m, make_timestamptz(y, m, 28, 0, 0, 0, 'Asia/Shanghai') AS day,
        CASE m WHEN 12 THEN 'year' ELSE 'ytd' END AS kind,
        y || CASE m WHEN 12 THEN '-FY' WHEN 1 THEN '-M01' WHEN 3 THEN '-Q1' WHEN 6 THEN '-H1' WHEN 9 THEN '-9M'
             ELSE '-M01-' || lpad(m::text, 2, '0') END AS code
    FROM generate_series(:first, 2025) y, generate_series(1, 12) m),
vintages (n, stage, after) AS (VALUES
    (0, 'flash', interval '20 days'), (1, 'preliminary', interval '50 days'),
    (2, 'final', interval '200 days'), (3, 'revised', interval '330 days')),
documents AS (SELECT min(id) AS first FROM source_documents WHERE identity LIKE 'https://bulletin.invalid/%')
INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis,
    recorded_at, source_id, source_text, reliability, quote)
SELECT s.id, p.code, p.kind, 'actual',
    CASE WHEN s.measure = 'level'
        THEN round((CASE i.type WHEN 'flow' THEN p.m ELSE 0 END + 20) * (1 + (p.y - 1990) * 0.05)
            * CASE u.level WHEN 'county' THEN 1 WHEN 'city' THEN 15 ELSE 200 END, 1)
        ELSE round((hashtext(s.id || p.code) % 80) / 10.0, 1) END,
    CASE WHEN s.measure = 'level' THEN i.uom ELSE '%' END,
    v.stage, v.stage, p.day + v.after, 'stated', p.day + v.after, d.first + c.number, 'Bulletin ' || c.number, 'official',
    p.y || '年1—' || p.m || '月，' || u.name || i.name || '累计完成，同比增长，保持平稳运行。'
FROM series s
JOIN indicators i ON i.code = s.indicator_code
JOIN statistical_units u ON u.code = s.unit_code
CROSS JOIN periods p CROSS JOIN vintages v CROSS JOIN documents d
CROSS JOIN LATERAL (SELECT (p.y * 12 + p.m + v.n * 997 + u."order") % 3900 AS number) c
WHERE s.measure IN ('level', 'yoy', 'share') AND p.day + v.after < now();

ALTER TABLE figures
    ADD CONSTRAINT figures_one_per_moment UNIQUE (series_id, scope, period_code, period_kind, kind, source_id, stage, known_from),
    ADD FOREIGN KEY (series_id) REFERENCES series, ADD FOREIGN KEY (source_id) REFERENCES source_documents;
ALTER TABLE figures ENABLE TRIGGER USER;
ANALYZE figures, series, source_documents;
