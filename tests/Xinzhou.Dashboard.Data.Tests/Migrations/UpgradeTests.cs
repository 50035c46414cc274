using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Migrations;

/// <summary>Installations of before are brought to the newest schema with what they hold.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private const string Before = "0004_review";

    private readonly EmptyPostgresDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Forms_returns_and_rules_of_before_get_their_first_versions()
    {
        await MigrateToAsync(Before);
        await ExecuteAsync(
            """
            INSERT INTO statistical_units (code, "order", name, level) VALUES ('140900', 1, '忻州市', 'city');
            INSERT INTO indicators (code, "order", name, type, uom, direction) VALUES ('a', 1, '甲', 'stock', '个', 'up'), ('b', 2, '乙', 'stock', '个', 'up'), ('c', 3, '占比', 'ratio', '%', 'up');
            INSERT INTO validation_rules (code, "order", definition) VALUES ('growth_within_50', 1, '{"type": "growth_bound", "bound": 50}');
            INSERT INTO departments (code, "order", name) VALUES ('d1', 1, '测试局');
            INSERT INTO forms (code, "order", name, stage) VALUES ('f', 1, '季度表', 'final');
            INSERT INTO form_rows (form_code, number, indicator_code, unit_code, measure, timing, uom, decimals, part_row, total_row) VALUES
                ('f', 1, 'a', '140900', 'level', 'point_in_time', '个', 0, NULL, NULL), ('f', 2, 'b', '140900', 'level', 'point_in_time', '个', 0, NULL, NULL),
                ('f', 3, 'c', '140900', 'share', 'point_in_time', '%', 1, 1, 2);
            INSERT INTO form_departments VALUES ('f', 'd1');
            INSERT INTO return_calendar (form_code, quarter, opens_at, due_at, closes_at) VALUES ('f', '2025-Q1', '2025-04-01', '2025-04-10', '2025-04-20');
            INSERT INTO returns (form_code, quarter, department_code, opened_at) VALUES ('f', '2025-Q1', 'd1', '2025-04-01');
            """);

        Assert.Contains("0007_forms", await Migrator.MigrateAsync(_database.Owner));

        Assert.Equal("f 1 季度表 final", await ScalarAsync("SELECT concat_ws(' ', form_code, version, name, stage) FROM form_versions"));
        Assert.Equal("1", await ScalarAsync("SELECT form_version::text FROM returns"));
        Assert.Equal("3", await ScalarAsync("SELECT count(*)::text FROM form_rows WHERE version = 1"));
        Assert.Equal("change_outlier count_not_negative count_whole growth_sign growth_within_50", await ScalarAsync("SELECT string_agg(code, ' ' ORDER BY code) FROM validation_rule_versions"));
        Assert.Equal("change_outlier count_not_negative count_whole growth_sign growth_within_50", await ScalarAsync("SELECT string_agg(code, ' ' ORDER BY code) FROM validation_rules"));
    }

    [Theory]
    [InlineData(null, "warning", 2)]
    [InlineData("""{"type": "ytd_not_falling", "severity": "error"}""", "error", 2)]
    public async Task A_year_to_date_that_falls_becomes_a_question_unless_somebody_has_said_otherwise(string? said, string severity, int versions)
    {
        await MigrateToAsync("0013_known_month");
        await ExecuteAsync(
            """
            INSERT INTO validation_rules (code, "order", definition) VALUES ('ytd_not_falling', 7, '{"type": "ytd_not_falling"}');
            INSERT INTO validation_rule_versions (code, definition, changed_at, reason) VALUES ('ytd_not_falling', '{"type": "ytd_not_falling"}', now(), '随产品提供');
            """);
        if (said is not null)
        {
            await ExecuteAsync(
                $"""
                INSERT INTO users (id, user_name, normalized_user_name, security_stamp, display_name, role, created_at)
                VALUES ('00000000-0000-0000-0000-000000000001', 'wang', 'WANG', 's', '王管理', 'admin', now());
                UPDATE validation_rules SET definition = '{said}';
                INSERT INTO validation_rule_versions (code, definition, changed_by, changed_at, reason)
                VALUES ('ytd_not_falling', '{said}', '00000000-0000-0000-0000-000000000001', now(), '从严');
                """);
        }

        await Migrator.MigrateAsync(_database.Owner);

        Assert.Equal(severity, await ScalarAsync("SELECT definition ->> 'severity' FROM validation_rules WHERE code = 'ytd_not_falling'"));
        Assert.Equal($"{versions} {severity}", await ScalarAsync(
            "SELECT concat_ws(' ', count(*), (array_agg(definition ->> 'severity' ORDER BY id DESC))[1]) FROM validation_rule_versions WHERE code = 'ytd_not_falling'"));
        Assert.Equal("8 growth_sign 1", await ScalarAsync(
            "SELECT concat_ws(' ', \"order\", code, (SELECT count(*) FROM validation_rule_versions v WHERE v.code = r.code)) FROM validation_rules r WHERE code = 'growth_sign'"));
    }

    private const string Headlines =
        """SELECT coalesce(string_agg(indicator_code || coalesce(' (' || share_code || ')', ''), ', ' ORDER BY "order"), '') FROM headline_indicators""";

    private const string OldHeadlines =
        "gdp, installed_capacity_new_and_clean (installed_capacity_new_and_clean_share), tertiary_industry_investment, above_scale_enterprises, fixed_asset_investment, industrial_value_added_above_scale";

    [Theory]
    [InlineData("", "gdp, installed_capacity_new_and_clean (installed_capacity_new_and_clean_share), tertiary_industry_investment, specialty_town_output, provincial_chain_enterprises")]
    [InlineData("INSERT INTO audit_events (at, actor, action, subject, details) VALUES (now(), 'wang', 'headlines.set', '', '{}')", OldHeadlines)]
    [InlineData("UPDATE headline_indicators SET \"order\" = 7 WHERE indicator_code = 'gdp'", "installed_capacity_new_and_clean (installed_capacity_new_and_clean_share), tertiary_industry_investment, above_scale_enterprises, fixed_asset_investment, industrial_value_added_above_scale, gdp")]
    [InlineData("DELETE FROM headline_indicators", "")]
    public async Task What_was_put_in_front_before_gives_way_where_nobody_has_chosen(string chosen, string shown)
    {
        await MigrateToAsync("0010_messages");
        await ExecuteAsync(
            """
            INSERT INTO indicators (code, "order", name, type, uom, direction)
            SELECT code, n, code, 'flow', '亿元', 'up' FROM unnest(ARRAY['gdp', 'installed_capacity_new_and_clean', 'installed_capacity_new_and_clean_share',
                'tertiary_industry_investment', 'above_scale_enterprises', 'fixed_asset_investment', 'industrial_value_added_above_scale',
                'specialty_town_output', 'provincial_chain_enterprises']) WITH ORDINALITY AS i(code, n)
            """);
        await MigrateToAsync("0021");
        Assert.Equal(OldHeadlines, await ScalarAsync(Headlines));
        if (chosen.Length > 0) await ExecuteAsync(chosen);

        await Migrator.MigrateAsync(_database.Owner);

        Assert.Equal(shown, await ScalarAsync(Headlines));
    }

    [Theory]
    [InlineData("", "count_whole")]
    [InlineData("INSERT INTO validation_rules (code, \"order\", definition) VALUES ('count_whole', 9, '{\"type\": \"growth_floor\", \"floor\": -50}')", "growth_floor")]
    public async Task Counts_are_judged_after_an_upgrade_and_a_rule_of_that_name_stays(string held, string type)
    {
        await MigrateToAsync("0013_known_month");
        await ExecuteAsync("""INSERT INTO validation_rules (code, "order", definition) VALUES ('growth_within_50', 1, '{"type": "growth_bound", "bound": 50}')""");
        if (held.Length > 0) await ExecuteAsync(held);

        await Migrator.MigrateAsync(_database.Owner);

        Assert.Equal($"count_not_negative count_not_negative, count_whole {type}", await ScalarAsync(
            "SELECT string_agg(concat_ws(' ', code, definition ->> 'type'), ', ' ORDER BY code) FROM validation_rules WHERE code LIKE 'count%'"));
        Assert.Equal("1", await ScalarAsync("SELECT count(*)::text FROM validation_rule_versions WHERE code = 'count_not_negative'"));
    }

    [Fact]
    public async Task What_was_claimed_with_words_stays_claimed_and_can_be_verified()
    {
        const string Last = "0025_judgements";
        await MigrateToAsync(Last);
        foreach (var (_, sql) in Rows.Where(r => string.CompareOrdinal(r.Since, Last) <= 0)) await ExecuteAsync(sql);

        await Migrator.MigrateAsync(_database.Owner);

        Assert.Equal("验收报告 {}", await ScalarAsync("SELECT concat_ws(' ', evidence, files) FROM supervision_events WHERE act = 'claim'"));
        await ExecuteAsync("INSERT INTO supervision_events (number, act, text, done_by, done_at) VALUES ('2026-001', 'verify', '属实', '00000000-0000-0000-0000-000000000003', now())");
    }

    public static TheoryData<string> Earlier => [.. Names().SkipLast(1)];

    [Theory]
    [MemberData(nameof(Earlier))]
    public async Task A_database_made_by_any_earlier_migration_is_brought_to_the_newest_with_all_its_rows(string last)
    {
        await MigrateToAsync(last);
        foreach (var (_, sql) in Rows.Where(r => string.CompareOrdinal(r.Since, last) <= 0)) await ExecuteAsync(sql);
        var before = await CountsAsync();

        var applied = await Migrator.MigrateAsync(_database.Owner);

        Assert.Equal(Names().Where(n => string.CompareOrdinal(n, last) > 0), applied);
        var after = await CountsAsync();
        Assert.All(before.Where(b => b.Key != "schema_migrations"), b =>
            Assert.True(after[b.Key == "notices" ? "messages" : b.Key] >= b.Value, $"{b.Key} had {b.Value} rows"));
        Assert.Equal("2025-FY 1330.4 甲 测试局", await ScalarAsync(
            "SELECT concat_ws(' ', f.period_code, f.value, i.name, d.name) FROM figures f JOIN series s ON s.id = f.series_id JOIN indicators i ON i.code = s.indicator_code CROSS JOIN departments d"));
        Assert.Equal((2L, (long?)null), await AuditChain.VerifyAsync(_database.App));
        await using var context = _database.Contexts.CreateDbContext();
        Assert.Equal(1330.4m, Assert.Single(context.Figures).Value);
    }

    /// <summary>What a database holds, by the migration that it can be held since.</summary>
    private static readonly (string Since, string Sql)[] Rows =
    [
        ("0001_initial",
            """
            INSERT INTO dimensions (code, "order", name, full_name, heading) VALUES ('industry', 1, '产业', '产业能级', '一');
            INSERT INTO key_tasks VALUES (1, 'official', '任务', 'official', 'official', 'industry', 'official');
            INSERT INTO statistical_units (code, "order", name, level) VALUES ('140900', 1, '忻州市', 'city');
            INSERT INTO indicators (code, "order", name, type, uom, direction, aliases) VALUES ('a', 1, '甲', 'stock', '亿元', 'up', '{别名}');
            INSERT INTO departments (code, "order", name) VALUES ('d1', 1, '测试局');
            INSERT INTO validation_rules (code, "order", definition) VALUES ('growth_within_50', 1, '{"type": "growth_bound", "bound": 50}');
            INSERT INTO series (indicator_code, unit_code, measure) VALUES ('a', '140900', 'level');
            INSERT INTO source_documents (identity, reliability) VALUES ('公报', 'official');
            INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
            SELECT s.id, '2025-FY', 'year', 'actual', 1330.4, '亿元', 'final', now(), 'stated', now(), d.id, '公报', 'official' FROM series s, source_documents d;
            INSERT INTO api_tokens (name, role, scopes, token_hash, created_at) VALUES ('t', 'viewer', '{read}', '\x00', now());
            INSERT INTO audit_events (at, actor, action, subject, details) VALUES (now(), 'setup', 'import', 'a', '{"n": 1}'), (now(), 'setup', 'import', 'b', '{}');
            """),
        ("0002_access",
            """
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, display_name, role, department_code, created_at)
            VALUES ('00000000-0000-0000-0000-000000000001', 'wang', 'WANG', 's', '王填报', 'reporter', 'd1', now());
            INSERT INTO data_protection_keys (friendly_name, xml) VALUES ('key', '<key />');
            """),
        ("0003_returns",
            """
            INSERT INTO forms (code, "order", name, stage) VALUES ('f', 1, '季度表', 'final');
            INSERT INTO form_rows (form_code, number, indicator_code, unit_code, measure, timing, uom, decimals) VALUES ('f', 1, 'a', '140900', 'level', 'point_in_time', '亿元', 1);
            INSERT INTO form_departments VALUES ('f', 'd1');
            INSERT INTO return_calendar (form_code, quarter, opens_at, due_at, closes_at) VALUES ('f', '2025-Q1', '2025-04-01', '2025-04-10', '2025-04-20');
            INSERT INTO returns (form_code, quarter, department_code, opened_at) VALUES ('f', '2025-Q1', 'd1', '2025-04-01');
            INSERT INTO return_cells (return_id, row_number, field, value, changed_by, changed_at) SELECT id, 1, 'value', 12.5, '00000000-0000-0000-0000-000000000001', now() FROM returns;
            INSERT INTO return_cell_changes (return_id, row_number, field, version, value, changed_by, changed_at) SELECT id, 1, 'value', 1, 12.5, '00000000-0000-0000-0000-000000000001', now() FROM returns;
            INSERT INTO return_comments (return_id, sends_back, text, by, at) SELECT id, false, '请核对', '00000000-0000-0000-0000-000000000001', now() FROM returns;
            """),
        ("0016_plan",
            """
            INSERT INTO milestones (year, goal) VALUES (2027, '取得突破');
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, display_name, role, created_at) VALUES
                ('00000000-0000-0000-0000-000000000002', 'sun', 'SUN', 's', '孙管理', 'admin', now()), ('00000000-0000-0000-0000-000000000003', 'du', 'DU', 's', '杜督查', 'supervisor', now());
            INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, title, lead_code, responsible, cleared)
            VALUES ('文件', now(), 'stated', now(), 'command', 1, '标题', 'd1', '{d1}', '{person}');
            INSERT INTO work_item_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, item_number, text, due_day, path)
            VALUES ('文件', now(), 'stated', now(), 'du', 1, 1, '工作', '2026-12-31', '[{"quarter": "2026-Q2", "percent": 25}]');
            INSERT INTO progress_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, item_number, quarter, percent) VALUES ('报送', now(), 'stated', now(), 'command', 1, 1, '2025-Q1', 12.5);
            INSERT INTO commitment_statements (source, known_from, known_from_basis, recorded_at, actor, indicator_code, unit_code, period_code, period_kind, owner_code)
            VALUES ('责任书', now(), 'stated', now(), 'command', 'a', '140900', '2027-FY', 'year', 'd1');
            INSERT INTO outcome_statements (source, known_from, known_from_basis, recorded_at, actor, year, dimension_code, text) VALUES ('文件', now(), 'stated', now(), 'command', 2027, 'industry', '建成');
            INSERT INTO light_settings (amber, red, growth_green, growth_red, due_soon_days, report_days, set_by, set_at, reason)
            VALUES (-5, -30, 0, -1, 15, 15, '00000000-0000-0000-0000-000000000002', now(), '从严');
            INSERT INTO light_overrides (subject, colour, reason, until, decided_by, decided_at) VALUES ('tasks/1', 'green', '说明', '2030-01-01', '00000000-0000-0000-0000-000000000003', now());
            """),
        ("0017_pledges",
            """
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, display_name, role, created_at) VALUES
                ('00000000-0000-0000-0000-000000000004', 'zhang', 'ZHANG', 's', '张市长', 'leader', now()), ('00000000-0000-0000-0000-000000000005', 'li', 'LI', 's', '李副市长', 'leader', now());
            INSERT INTO commitment_proposals (indicator_code, unit_code, period_code, period_kind, owner_code, path, seen, reason, proposed_by, proposed_at)
            SELECT 'a', '140900', '2027-FY', 'year', 'd1', '[{"year": 2026, "value": 900}]', id, '调整', '00000000-0000-0000-0000-000000000004', now() FROM commitment_statements;
            INSERT INTO commitment_decisions (proposal_id, verdict, reason, decided_by, decided_at) SELECT id, 'rejected', '再议', '00000000-0000-0000-0000-000000000005', now() FROM commitment_proposals;
            INSERT INTO commitment_signatures (figure_id, digest, terms, person, factor, signed_by, signed_at)
            SELECT id, encode(sha256(convert_to('{"person":"张市长"}', 'UTF8')), 'hex'), '{"person":"张市长"}', '张市长', 'code', '00000000-0000-0000-0000-000000000004', now() FROM figures;
            """),
        ("0019_notices",
            """
            INSERT INTO supervision_notices (number, dispatch, grade, subject, origin, lead_code, mode, assigned_by, assigned_at)
            VALUES ('2026-001', '2026-001', 'ordinary', '事项', 'free', 'd1', 'working', '00000000-0000-0000-0000-000000000003', now());
            INSERT INTO supervision_events (number, act, done_by, done_at) VALUES ('2026-001', 'sign', '00000000-0000-0000-0000-000000000001', now());
            INSERT INTO supervision_events (number, act, text, evidence, done_by, done_at) VALUES ('2026-001', 'claim', '已办结', '验收报告', '00000000-0000-0000-0000-000000000001', now());
            """),
    ];

    private static IEnumerable<string> Names() => typeof(Migrator).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => n.Split('.')[^2]).Order(StringComparer.Ordinal);

    private async Task<Dictionary<string, long>> CountsAsync()
    {
        await using var command = _database.Owner.CreateCommand(
            """
            SELECT relname, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', relname), false, true, '')))[1]::text::bigint
            FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync()) counts[reader.GetString(0)] = reader.GetInt64(1);
        return counts;
    }

    /// <summary>Applies the migrations up to one, those that are applied already left out.</summary>
    private async Task MigrateToAsync(string last)
    {
        var assembly = typeof(Migrator).Assembly;
        await ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
        var applied = (await ScalarAsync("SELECT coalesce(string_agg(name, ' '), '') FROM schema_migrations"))!.Split(' ');
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource.Split('.')[^2];
            if (string.CompareOrdinal(name, last) > 0) break;
            if (applied.Contains(name)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            await ExecuteAsync(await reader.ReadToEndAsync());
            await ExecuteAsync($"INSERT INTO schema_migrations (name) VALUES ('{name}')");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var command = _database.Owner.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }
}
