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
        Assert.Equal("change_outlier growth_within_50", await ScalarAsync("SELECT string_agg(code, ' ' ORDER BY code) FROM validation_rule_versions"));
        Assert.Equal("change_outlier growth_within_50", await ScalarAsync("SELECT string_agg(code, ' ' ORDER BY code) FROM validation_rules"));
    }

    private async Task MigrateToAsync(string last)
    {
        var assembly = typeof(Migrator).Assembly;
        await ExecuteAsync("CREATE TABLE schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource.Split('.')[^2];
            if (string.CompareOrdinal(name, last) > 0) break;
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
