using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Documents.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Plan;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>The pages on which the plan is kept, as they are first served, their files and their words.</summary>
public sealed class PlanPagesTests(PlanHost host) : IClassFixture<PlanHost>
{
    private static readonly string[] Keys = ["Fault", "Refusal", "Field", "Kind", "Light"];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Everything_that_can_be_refused_and_every_field_has_its_words(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var words = host.Services.GetRequiredService<PlanWords>();
            string[] said =
            [
                .. Enum.GetValues<PlanCheckReason>().Select(r => words.Fault(new PlanCheckFault("task 1", r, "3"))),
                .. Enum.GetValues<LightFault>().Select(words.Fault),
                .. Enum.GetValues<ChangeRefusal>().Select(words.Refusal),
                .. Enum.GetValues<PlanField>().Select(words.Field),
                .. Enum.GetValues<PlanChangeKind>().Select(words.Kind),
            ];
            Assert.DoesNotContain(said, s => s.Length == 0 || Keys.Any(k => s.StartsWith(k, StringComparison.Ordinal) && !s.Contains(' ', StringComparison.Ordinal)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task A_supervisor_finds_the_list_a_task_and_the_upload_in_the_first_answer()
    {
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);

        await HasAsync(supervisor, "/plan/tasks", "方案管理", "批量修改", "导入方案", "/plan/tasks/39");
        await HasAsync(supervisor, "/plan/tasks/1", "任务内容和责任", "牵头单位", "具体工作", "亮灯和改判", "历次版本");
        await HasAsync(supervisor, "/plan/tasks/1?lang=en", "Lead department", "Lights and overrides");
        await HasAsync(supervisor, "/plan/import", "方案文件", "下载模板", "尚未预览");
        await HasAsync(supervisor, "/", "/plan/tasks");
        using var missing = await supervisor.GetAsync("/plan/tasks/40");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    [Trait("Category", "Security")]
    public async Task A_leader_sees_the_same_task_and_may_only_decide_on_its_lights()
    {
        using var leader = await host.VisitAsAsync(Role.Leader);

        var page = WebUtility.HtmlDecode(await leader.ReadAsync("/plan/tasks/1"));
        Assert.Contains("改判", page, StringComparison.Ordinal);
        Assert.DoesNotContain("任务内容和责任", page, StringComparison.Ordinal);
        Assert.DoesNotContain("新增工作", page, StringComparison.Ordinal);
        Assert.DoesNotContain("批量修改", WebUtility.HtmlDecode(await leader.ReadAsync("/plan/tasks")), StringComparison.Ordinal);
        using var import = await leader.GetAsync("/plan/import");
        Assert.Equal(HttpStatusCode.Forbidden, import.StatusCode);
    }

    [Fact]
    public async Task Template_and_export_are_workbooks_that_are_read_again()
    {
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);
        foreach (var path in new[] { "/plan/template.xlsx", "/plan/export.xlsx" })
        {
            using var answer = await supervisor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var read = PlanWorkbook.Read(await answer.Content.ReadAsByteArrayAsync());
            Assert.True(path.Contains("template", StringComparison.Ordinal) || read.Faults.Count == 0);
        }
    }

    [Fact]
    public async Task What_was_changed_stands_in_the_versions_and_the_log_says_it_in_words()
    {
        var editing = host.Services.GetRequiredService<PlanEditing>();
        var said = new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 7, Lead = "fgw", Responsible = ["gxj"] };
        Assert.Null((await editing.SaveAsync([new(said, null)], "试定牵头", host.Supervisor)).Refusal);
        await Wait.UntilAsync(() => host.Store.Current.PlanBook.Versions("task 7").Any());

        using var supervisor = await host.VisitAsAsync(Role.Supervisor);
        await HasAsync(supervisor, "/plan/tasks/7", "试定牵头", "测试发改委", "测试工信局", "du");
        var subject = LightSubject.OfTask(7);
        var overrides = host.Services.GetRequiredService<LightOverrides>();
        Assert.Null((await overrides.SetAsync(subject, LightColour.Blue, new(2099, 1, 1), null, "试改判", host.Leader)).Refusal);
        await Wait.UntilAsync(() => host.Store.Current.LightOverrides.Count > 0);
        await HasAsync(supervisor, "/plan/tasks/7", "试改判", "李市长", "解除");

        using var auditor = await host.VisitAsAsync(Role.Auditor);
        await HasAsync(auditor, "/audit?action=plan.change", "修改方案", "试定牵头");
        await HasAsync(auditor, "/audit?action=light.override", "改判亮灯", "试改判");
    }

    private static async Task HasAsync(Access.Visitor visitor, string path, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(path));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }
}
