-- What the overview puts in front until somebody chooses: what the plan's article itself speaks of. An installation of
-- before that still shows what was put there for it (0011), and in which nobody has chosen, gets what a new one shows.
DO $$
BEGIN
    IF EXISTS (SELECT FROM headline_indicators)
        AND EXISTS (SELECT FROM indicators WHERE code = 'gdp')
        AND NOT EXISTS (SELECT FROM audit_events WHERE action = 'headlines.set')
        AND NOT EXISTS (
            SELECT indicator_code, "order", coalesce(share_code, '') FROM headline_indicators
            EXCEPT
            SELECT h.code, h.n, h.share
            FROM (VALUES ('gdp', 1, ''), ('installed_capacity_new_and_clean', 2, ''),
                ('installed_capacity_new_and_clean', 2, 'installed_capacity_new_and_clean_share'),
                ('tertiary_industry_investment', 3, ''), ('above_scale_enterprises', 4, ''), ('fixed_asset_investment', 5, ''),
                ('industrial_value_added_above_scale', 6, '')) AS h(code, n, share))
    THEN
        DELETE FROM headline_indicators;
        INSERT INTO headline_indicators (indicator_code, "order", share_code)
        SELECT i.code, h.n, s.code
        FROM (VALUES (1, 'gdp', ''), (2, 'installed_capacity_new_and_clean', 'installed_capacity_new_and_clean_share'),
            (3, 'tertiary_industry_investment', ''), (4, 'specialty_town_output', ''), (5, 'key_industry_chain_project_investment', ''),
            (6, 'provincial_chain_enterprise_revenue', ''), (7, 'provincial_chain_enterprises', '')) AS h(n, code, share)
            JOIN indicators i ON i.code = h.code LEFT JOIN indicators s ON s.code = h.share;
    END IF;
END $$;
