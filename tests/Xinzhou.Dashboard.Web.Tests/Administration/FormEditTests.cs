using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Administration.Forms;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>A form as it is typed, up to the command that saves it and the words of its refusals.</summary>
public sealed class FormEditTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    private FormCatalogue Forms => host.Services.GetRequiredService<FormCatalogue>();

    private FormWords Words => host.Services.GetRequiredService<FormWords>();

    private Catalogue Catalogue => host.Services.GetRequiredService<SnapshotStore>().Current.Catalogue;

    [Fact]
    public async Task Rows_are_moved_and_added_and_nothing_is_kept_until_it_is_saved()
    {
        var edit = await EditAsync();
        var code = edit.Code;
        var added = edit.Add([Catalogue.Indicator("general_budget_revenue")!], [Catalogue.Unit("140900")!, Catalogue.Unit("140902")!], [12]);
        Assert.Equal(
            [(1, "fixed_asset_investment", "140900", null), (2, "retail_sales", "140900", null), (3, "general_budget_revenue", "140900", null), (4, "general_budget_revenue", "140902", null), (5, "", "", 12)],
            added.Rows.Select(r => (r.Key, r.Indicator, r.Unit, r.Task)));
        // What is there is not added again.
        Assert.Equal(5, added.Add([Catalogue.Indicator("general_budget_revenue")!], [Catalogue.Unit("140900")!], [12]).Rows.Count);
        Assert.Equal([2, 3, 1, 4, 5], added.Move(1, 3).Rows.Select(r => r.Key));
        Assert.Equal([5, 1, 2, 3, 4], added.Move(5, 1).Rows.Select(r => r.Key));
        Assert.Equal([2, 3, 4, 5, 1], added.Move(1, 99).Rows.Select(r => r.Key));
        Assert.Same(added, added.Move(99, 1));
        Assert.Equal(2, (await Forms.FindAsync(code))!.Rows.Count);

        Assert.Null((await SaveAsync(edit.Move(1, 2) with { Reason = "调整顺序" })).Refusal);
        var form = (await Forms.FindAsync(code))!;
        Assert.Equal((2, "retail_sales", "fixed_asset_investment"), (form.Version, form.Rows[0].Indicator!.Code, form.Rows[1].Indicator!.Code));
        Assert.Equal("调整顺序", (await Forms.HistoryAsync(code))[0].Reason);
    }

    [Fact]
    public void A_share_follows_its_rows_and_is_asked_for_when_one_of_them_goes()
    {
        FormEdit edit = new()
        {
            Rows =
            [
                RowEdit.Of(1, Catalogue.Indicator("installed_capacity_total")!, "140900"), RowEdit.Of(2, Catalogue.Indicator("installed_capacity_new_and_clean")!, "140900"),
                RowEdit.Of(3, Catalogue.Indicator("installed_capacity_new_and_clean_share")!, "140900") with { Part = 2, Total = 1 },
            ],
        };

        var moved = edit.Move(3, 1).ToForm(Catalogue).Rows[0];
        Assert.Equal((1, 3, 2), (moved.Number, moved.PartRow, moved.TotalRow));
        var left = edit.Remove(1).Rows[1];
        Assert.Equal((3, null, null), (left.Key, left.Part, left.Total));
    }

    [Fact]
    public async Task A_form_of_300_rows_is_saved_and_one_more_is_refused()
    {
        var indicators = Catalogue.Indicators.Where(i => i.Type is IndicatorType.Flow or IndicatorType.Stock && i.Uom.Length > 0).ToArray();
        var full = new FormEdit { Code = $"f{Guid.NewGuid():N}"[..12], Name = $"大表{Guid.NewGuid():N}", Departments = ["d1"], Reason = "新建" }
            .Add(indicators, Catalogue.Units, []);
        full = full with { Rows = [.. full.Rows.Take(301)] };

        var refused = await SaveAsync(full);
        Assert.Equal((ChangeRefusal.Faulty, "报表应有1至300行。"), (refused.Refusal, Words.Fault(Assert.Single(refused.Faults), null)));
        Assert.Null((await SaveAsync(full with { Rows = [.. full.Rows.Take(300)] })).Refusal);
        Assert.Equal(300, (await Forms.FindAsync(full.Code))!.Rows.Count);
    }

    [Fact]
    public async Task What_cannot_be_filled_is_refused_with_its_row_and_a_sentence()
    {
        var edit = await EditAsync() with { Reason = "改一改" };
        var third = edit.Rows[0] with { Key = 3 };
        foreach (var (faulty, sentence) in new (FormEdit, string)[]
        {
            (edit.With(1, r => r with { Decimals = "9" }), "第1行：小数位数应为0至6"), (edit.With(1, r => r with { Decimals = "一" }), "第1行：小数位数应为0至6"),
            (edit.With(1, r => r with { Uom = "万吨" }), "第1行：计量单位“万吨”不能换算"), (edit.With(1, r => r with { Indent = "4" }), "第1行：缩进应为0至3"),
            (edit.With(2, r => r with { Timing = RowTiming.PointInTime }), "第2行：流量指标按累计填报"),
            (With(third with { Indicator = "no_such" }), "第3行：没有这个指标"), (With(third with { Indicator = "gdp", Unit = "000" }), "第3行：没有这个地区"),
            (With(RowEdit.Of(3, 99)), "第3行：没有这项任务"), (With(third with { Indicator = "retail_sales" }), "第3行：与前面的行重复"),
            (edit with { Departments = ["d1", "d9"] }, "没有代码为“d9”的单位"), (edit with { Departments = [] }, "请至少选一个填报单位"),
            (edit with { Stage = Stage.Unstated }, "请选择数据阶段"), (edit with { Name = " " }, "请填写名称"),
        })
        {
            var refused = await SaveAsync(faulty);
            Assert.Equal(ChangeRefusal.Faulty, refused.Refusal);
            Assert.Contains(refused.Faults, f => Words.Fault(f, f.Row).StartsWith(sentence, StringComparison.Ordinal));
        }

        Assert.Equal(ChangeRefusal.ReasonMissing, (await SaveAsync(edit with { Name = "无因", Reason = " " })).Refusal);
        Assert.Equal(1, (await Forms.FindAsync(edit.Code))!.Version);

        FormEdit With(RowEdit row) => edit with { Rows = [.. edit.Rows, row] };
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Who_saves_over_a_version_he_has_not_seen_is_told()
    {
        var edit = await EditAsync();
        Assert.Null((await SaveAsync(edit.With(1, r => r with { Decimals = "2" }) with { Reason = "先" })).Refusal);

        Assert.Equal(ChangeRefusal.Stale, (await SaveAsync(edit.With(1, r => r with { Decimals = "3" }) with { Reason = "后" })).Refusal);

        Assert.Equal(2, (await Forms.FindAsync(edit.Code))!.Rows[0].Decimals);
    }

    private async Task<FormEdit> EditAsync()
    {
        var code = $"f{Guid.NewGuid():N}"[..12];
        await host.Setup.FormAsync([ReturnSetup.Series("fixed_asset_investment"), ReturnSetup.Series("retail_sales", growth: true)], ["d1"], code, $"季度表{code}");
        return FormEdit.Of((await Forms.FindAsync(code))!);
    }

    private Task<ChangeOutcome<FormFault>> SaveAsync(FormEdit edit) => Forms.SaveAsync(edit.ToForm(Catalogue), edit.Seen, edit.Reason, host.Administrator);
}
