using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Cataloguing;

/// <summary>Indicators, units, departments and what is put in front, as the system administrator keeps them.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private ReturnSetup _setup = null!;
    private Actor _admin = null!;

    private IndicatorCatalogue Indicators => new(_database.Contexts, TimeProvider.System);

    private UnitCatalogue Units => new(_database.Contexts, TimeProvider.System);

    private DepartmentCatalogue Departments => new(_database.Contexts, TimeProvider.System);

    private HeadlineCatalogue Headlines => new(_database.Contexts, TimeProvider.System);

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _setup = new(_database.Owner, _database.App);
        _admin = await _setup.UserAsync("sun", Role.Admin, name: "孙管理");
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_changed_indicator_is_found_by_its_new_alias_and_the_log_says_why()
    {
        var held = (await Indicators.FindAsync("gdp"))!;
        var changed = held.Indicator with { Aliases = [.. held.Indicator.Aliases, "经济总量"], Note = "口径见年鉴" };

        Assert.Null((await Indicators.SaveAsync(changed, held.Version, "统一叫法", _admin)).Refusal);

        Assert.Equal("gdp", (await LoadAsync()).Indicator("经济总量")?.Code);
        Assert.Equal(held.Version + 1, (await Indicators.FindAsync("gdp"))!.Version);
        Assert.Equal("统一叫法", await ScalarAsync("SELECT details ->> 'reason' FROM audit_events WHERE action = 'indicator.set' AND subject = 'indicator gdp'"));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task A_new_indicator_stands_last()
    {
        var last = (await Indicators.AllAsync())[^1].Indicator;
        Assert.Null((await Indicators.SaveAsync(Indicator("night_lights", "夜间灯光指数"), null, "新增", _admin)).Refusal);

        Assert.Equal(("night_lights", last.Order + 1), ((await Indicators.AllAsync())[^1].Indicator.Code, (await Indicators.AllAsync())[^1].Indicator.Order));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_change_one_indicator_at_once_one_is_taken_and_the_others_are_told()
    {
        var held = (await Indicators.FindAsync("gdp"))!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            Task.Run(() => Indicators.SaveAsync(held.Indicator with { Note = $"第{i}版" }, held.Version, "同时", _admin))));

        Assert.Single(outcomes, o => o.Refusal is null);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ChangeRefusal.Stale));
    }

    [Fact]
    public async Task What_makes_no_sense_of_an_indicator_is_told_and_nothing_is_changed()
    {
        var held = (await Indicators.FindAsync("gdp"))!;
        async Task<CatalogueFaultReason> FaultAsync(Indicator indicator, int? seen) =>
            Assert.Single((await Indicators.SaveAsync(indicator, seen, "试", _admin)).Faults).Reason;

        Assert.Equal(CatalogueFaultReason.NameInUse, await FaultAsync(held.Indicator with { Aliases = ["第一产业增加值"] }, held.Version));
        Assert.Equal(CatalogueFaultReason.BadUom, await FaultAsync(held.Indicator with { Uom = "万人" }, held.Version));
        Assert.Equal(CatalogueFaultReason.TypeChanged, await FaultAsync(held.Indicator with { Type = IndicatorType.Stock }, held.Version));
        Assert.Equal(CatalogueFaultReason.UnknownDimension, await FaultAsync(held.Indicator with { Dimension = "nowhere" }, held.Version));
        Assert.Equal(CatalogueFaultReason.BadCode, await FaultAsync(Indicator("Bad Code", "坏代码"), null));
        Assert.Equal(ChangeRefusal.Unchanged, (await Indicators.SaveAsync(held.Indicator, held.Version, "试", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Taken, (await Indicators.SaveAsync(held.Indicator, null, "试", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Indicators.SaveAsync(Indicator("nothing", "无"), 1, "试", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.ReasonMissing, (await Indicators.SaveAsync(held.Indicator, held.Version, " ", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.WrongRole, (await Indicators.SaveAsync(held.Indicator, held.Version, "试", _admin with { Role = Role.Reviewer })).Refusal);
        Assert.Equal("0", await ScalarAsync("SELECT count(*)::text FROM audit_events WHERE action = 'indicator.set'"));
    }

    [Fact]
    public async Task A_unit_is_found_by_its_new_alias()
    {
        var held = (await Units.AllAsync()).First(u => u.Unit.Level == UnitLevel.County);

        Assert.Null((await Units.SetAliasesAsync(held.Unit.Code, [.. held.Unit.Aliases, "老叫法"], held.Version, "沿用旧称", _admin)).Refusal);

        Assert.Equal(held.Unit.Code, (await LoadAsync()).Unit("老叫法")?.Code);
        Assert.Equal(ChangeRefusal.Stale, (await Units.SetAliasesAsync(held.Unit.Code, [], held.Version, "再改", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Units.SetAliasesAsync("nowhere", [], 1, "再改", _admin)).Refusal);
    }

    [Fact]
    public async Task A_department_is_entered_and_changed_and_says_what_it_reports()
    {
        Assert.Null((await Departments.SaveAsync(new("d1", "测试局甲", 5), null, "新设", _admin)).Refusal);
        await _setup.FormAsync([ReturnSetup.Series("retail_sales")], ["d1"]);
        Assert.Null((await Departments.SaveAsync(new("d1", "测试局", 3), 1, "更名", _admin)).Refusal);
        Assert.Null((await Departments.SaveAsync(new("d2", "测试局乙", 4), null, "新设", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.NameTaken, (await Departments.SaveAsync(new("d2", "测试局", 4), 1, "更名", _admin)).Refusal);

        var departments = await Departments.AllAsync();

        Assert.Equal([("d1", "测试局", 2), ("d2", "测试局乙", 1)], departments.Select(d => (d.Department.Code, d.Department.Name, d.Version)));
        Assert.Equal(["产业能级季度表"], departments[0].Forms);
    }

    [Fact]
    public async Task A_department_that_was_entered_by_its_name_is_given_a_code_once()
    {
        await _setup.DepartmentAsync("测试新局", "测试新局");
        await _setup.DepartmentAsync("d1", "测试局甲");
        async Task<Department> HeldAsync(string name) => (await Departments.AllAsync()).Single(d => d.Department.Name == name).Department;
        var held = await HeldAsync("测试新局");

        Assert.Equal(ChangeRefusal.Taken, (await Departments.SaveAsync(held with { GivenCode = "d1" }, 1, "补代码", _admin)).Refusal);
        Assert.Equal(CatalogueFaultReason.BadCode, Assert.Single((await Departments.SaveAsync(held with { GivenCode = "新 局" }, 1, "补代码", _admin)).Faults).Reason);
        Assert.Null((await Departments.SaveAsync(held with { GivenCode = "xj" }, 1, "补代码", _admin)).Refusal);

        held = await HeldAsync("测试新局");
        Assert.Equal(("测试新局", "xj"), (held.Code, held.ShownCode()));
        Assert.Equal(CatalogueFaultReason.BadCode, Assert.Single((await Departments.SaveAsync(held with { GivenCode = null }, 2, "去代码", _admin)).Faults).Reason);
        Assert.Equal(ChangeRefusal.Taken, (await Departments.SaveAsync(new("xj", "测试别局", 9), null, "新设", _admin)).Refusal);
        Assert.Equal(
            CatalogueFaultReason.BadCode,
            Assert.Single((await Departments.SaveAsync(await HeldAsync("测试局甲") with { GivenCode = "jia" }, 1, "换代码", _admin)).Faults).Reason);
    }

    [Fact]
    public async Task A_department_that_has_returns_keeps_the_name_that_they_carry()
    {
        await _setup.DepartmentAsync("d1", "测试局甲");
        await _setup.FormAsync([ReturnSetup.Series("retail_sales")], ["d1"]);
        await _setup.OpenAsync("2025-Q2", "d1");

        var outcome = await Departments.SaveAsync(new("d1", "别的名称", 1), 1, "更名", _admin);

        Assert.Equal(CatalogueFaultReason.ReturnsCarryName, Assert.Single(outcome.Faults).Reason);
        Assert.Null((await Departments.SaveAsync(new("d1", "测试局甲", 77), 1, "调整顺序", _admin)).Refusal);
    }

    [Fact]
    public async Task What_the_overview_puts_in_front_is_chosen_in_its_order()
    {
        var before = await Headlines.AllAsync();
        Assert.Equal(7, before.Count);
        HeadlineIndicator[] chosen = [new("retail_sales"), new("gdp"), before[1]];

        Assert.Null((await Headlines.SetAsync(chosen, before, "突出消费", _admin)).Refusal);

        Assert.Equal(chosen, (await LoadAsync()).Headlines);
        Assert.Equal(ChangeRefusal.Stale, (await Headlines.SetAsync(before, before, "恢复", _admin)).Refusal);
        Assert.Equal(ChangeRefusal.Unchanged, (await Headlines.SetAsync(chosen, chosen, "再来", _admin)).Refusal);
        Assert.Equal(
            [CatalogueFaultReason.UnknownIndicator, CatalogueFaultReason.Twice],
            (await Headlines.SetAsync([new("nothing"), new("gdp"), new("gdp")], chosen, "试", _admin)).Faults.Select(f => f.Reason));
        Assert.Equal(CatalogueFaultReason.BadCount, Assert.Single((await Headlines.SetAsync([], chosen, "试", _admin)).Faults).Reason);
    }

    [Fact]
    public async Task The_history_of_an_entry_says_who_changed_what_and_why_and_of_no_other_entry()
    {
        var history = new CatalogueHistory(_database.Contexts);
        var held = (await Indicators.FindAsync("gdp"))!;
        var perHead = (await Indicators.FindAsync("gdp_per_capita"))!;
        Assert.Null((await Indicators.SaveAsync(held.Indicator with { Direction = Direction.Down }, held.Version, "先改", _admin)).Refusal);
        Assert.Null((await Indicators.SaveAsync(held.Indicator with { Note = "注" }, held.Version + 1, "后改", _admin)).Refusal);
        Assert.Null((await Indicators.SaveAsync(perHead.Indicator with { Note = "人均" }, perHead.Version, "别的", _admin)).Refusal);
        Assert.Null((await Departments.SaveAsync(new("d1", "测试局", 5), null, "新设", _admin)).Refusal);

        var changes = await history.OfIndicatorAsync("gdp");

        Assert.Equal([("后改", "孙管理"), ("先改", "孙管理")], changes.Select(c => (c.Reason, c.By)));
        Assert.Equal((Direction.Down, Direction.Up), (changes[0].Before!.Direction, changes[0].After!.Direction));
        Assert.Equal("注", changes[0].After!.Note);
        var entered = Assert.Single(await history.OfDepartmentAsync("d1"));
        Assert.Equal((null, new Department("d1", "测试局", 5)), (entered.Before, entered.After));
        Assert.Equal("down", await ScalarAsync("SELECT details->'before'->>'direction' FROM audit_events WHERE details->>'reason' = '后改'"));
    }

    [Fact]
    public async Task A_department_that_is_dissolved_stays_with_its_day_and_the_history_says_so()
    {
        Assert.Null((await Departments.SaveAsync(new("d1", "测试局", 5), null, "新设", _admin)).Refusal);
        var dissolved = new Department("d1", "测试局", 5) { DissolvedOn = new(2026, 3, 1) };

        Assert.Null((await Departments.SaveAsync(dissolved, 1, "机构改革", _admin)).Refusal);

        Assert.Equal(dissolved, Assert.Single(await Departments.AllAsync(), d => d.Department.Code == "d1").Department);
        Assert.Equal([dissolved.DissolvedOn, null], (await new CatalogueHistory(_database.Contexts).OfDepartmentAsync("d1")).Select(c => c.After!.DissolvedOn));
    }

    [Fact]
    public async Task An_event_of_before_that_wrote_numbers_for_codes_is_read_too_and_one_of_a_newer_version_does_no_harm()
    {
        await using (var old = _database.App.CreateCommand(
            """
            INSERT INTO audit_events (at, actor, action, subject, details) VALUES
                (now(), 'sun', 'indicator.set', 'indicator gdp', '{"reason": "旧", "before": null, "after": {"code": "gdp", "name": "GDP", "type": 0, "uom": "亿元", "direction": 1, "order": 1}}'),
                (now(), 'gone', 'indicator.set', 'indicator gdp', '{"reason": "新", "before": null, "after": {"code": "gdp", "name": "GDP", "type": "novel", "uom": "亿元", "direction": "up", "order": 1}}')
            """))
        {
            await old.ExecuteNonQueryAsync();
        }

        var changes = await new CatalogueHistory(_database.Contexts).OfIndicatorAsync("gdp");

        Assert.Equal([("gone", null), ("孙管理", (Direction?)Direction.Down)], changes.Select(c => (c.By, c.After?.Direction)));
    }

    private static Indicator Indicator(string code, string name) =>
        new() { Code = code, Name = name, Type = IndicatorType.Index, Uom = "点", Direction = Direction.Up, Order = 0 };

    private async Task<Catalogue> LoadAsync() => (await new SnapshotLoader(_database.Contexts).LoadAsync()).Catalogue;

    private async Task<string?> ScalarAsync(string sql)
    {
        await using NpgsqlCommand command = _database.App.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }
}
