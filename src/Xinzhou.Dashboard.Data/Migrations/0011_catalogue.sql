-- The catalogue is kept on a page: whoever changes an entry says which state of it he saw, and what the overview puts in
-- front is chosen.
ALTER TABLE indicators ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE statistical_units ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE departments ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN indicators.version IS 'Grows with every change.';
COMMENT ON COLUMN statistical_units.version IS 'Grows with every change.';
COMMENT ON COLUMN departments.version IS 'Grows with every change.';

CREATE TABLE headline_indicators (
    indicator_code text PRIMARY KEY REFERENCES indicators,
    "order"        integer NOT NULL,
    share_code     text REFERENCES indicators CHECK (share_code <> indicator_code)
);
COMMENT ON TABLE headline_indicators IS 'The indicators that the overview puts in front, in their order.';
COMMENT ON COLUMN headline_indicators.share_code IS 'The indicator that is its share of a whole, and is shown with it.';
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON headline_indicators FOR EACH STATEMENT EXECUTE FUNCTION announce_plan();

-- What installations of before show.
INSERT INTO headline_indicators (indicator_code, "order", share_code)
SELECT i.code, h.n, s.code
FROM (VALUES (1, 'gdp', NULL), (2, 'installed_capacity_new_and_clean', 'installed_capacity_new_and_clean_share'),
    (3, 'tertiary_industry_investment', NULL), (4, 'above_scale_enterprises', NULL), (5, 'fixed_asset_investment', NULL),
    (6, 'industrial_value_added_above_scale', NULL)) AS h(n, code, share)
    JOIN indicators i ON i.code = h.code LEFT JOIN indicators s ON s.code = h.share;

GRANT SELECT, INSERT, UPDATE, DELETE ON headline_indicators TO xzd_app;
