using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Administration.Cataloguing;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>The pages of the catalogue as they are first served, and their words.</summary>
public sealed class CataloguePagesTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_fault_and_every_refusal_has_its_sentence(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var words = host.Services.GetRequiredService<CatalogueWords>();
            var faults = Enum.GetValues<CatalogueFaultReason>().Select(r => words.Fault(new(r, "gdp"))).ToArray();
            var refusals = Enum.GetValues<ChangeRefusal>().Select(words.Refusal).ToArray();
            var levels = Enum.GetValues<UnitLevel>().Select(words.Level).ToArray();
            Assert.DoesNotContain([.. faults, .. refusals, .. levels], s => s.StartsWith("Fault", StringComparison.Ordinal) || s.StartsWith("Refusal", StringComparison.Ordinal) || s.StartsWith("Level", StringComparison.Ordinal));
            Assert.Equal(faults.Length + refusals.Length, faults.Concat(refusals).Distinct().Count());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task The_lists_are_in_the_first_answer_in_both_languages()
    {
        using var administrator = await host.VisitAsAsync(host.Administrator);

        async Task HasAsync(string path, params string[] texts)
        {
            var page = WebUtility.HtmlDecode(await administrator.ReadAsync(path));
            Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
        }

        await HasAsync("/admin/catalogue?q=gdp&entry=gdp", "指标目录", "地区生产总值", "所属能级（拟定）", "修改历史");
        await HasAsync("/admin/catalogue?lang=en", "Catalogue of indicators", "Gross regional product");
        await HasAsync("/admin/catalogue/units", "统计单位", "五台县", "140922");
        await HasAsync("/admin/catalogue/departments", "测试局甲", "测试局乙");
        await HasAsync("/admin/catalogue/headlines", "总览指标", "地区生产总值");
        await HasAsync("/admin/catalogue?entry=no_such", "指标目录");
    }

    [Fact]
    public async Task What_was_changed_stands_in_the_history_of_its_entry_and_in_the_log_with_words()
    {
        var catalogue = host.Services.GetRequiredService<IndicatorCatalogue>();
        var held = (await catalogue.FindAsync("gdp"))!;
        Assert.Null((await catalogue.SaveAsync(held.Indicator with { Direction = Direction.None }, held.Version, "试改方向", host.Administrator)).Refusal);
        using var administrator = await host.VisitAsAsync(host.Administrator);
        var page = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/catalogue?entry=gdp"));
        Assert.Contains("试改方向", page, StringComparison.Ordinal);
        Assert.Contains("越高越好", page, StringComparison.Ordinal);
        Assert.Contains("不判断好坏", page, StringComparison.Ordinal);
        using var auditor = await host.VisitAsAsync(Domain.Organisation.Role.Auditor);
        var log = WebUtility.HtmlDecode(await auditor.ReadAsync("/audit?action=indicator.set"));
        Assert.Contains("修改指标", log, StringComparison.Ordinal);
        Assert.Contains("好坏方向 none", log, StringComparison.Ordinal);
    }
}
