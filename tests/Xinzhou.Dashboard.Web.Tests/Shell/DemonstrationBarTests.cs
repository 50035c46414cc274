using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Tests.Browse;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class DemonstrationBarTests : PageContext
{
    private readonly HandMade _made = new();

    [Fact]
    public async Task The_bar_says_how_many_of_the_figures_of_the_page_are_generated()
    {
        Show(new() { Demonstration = true });
        var bar = Render<DemonstrationBar>();
        var page = Services.GetRequiredService<FiguresOnPage>();

        await bar.InvokeAsync(() =>
        {
            page.Add(_made.Add(Period.FullYear(2024), 1m), generated: true);
            page.Add(_made.Add(Period.FullYear(2025), 2m), generated: false);
        });

        Assert.Contains("2个数据中有1个由程序生成", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_a_single_figure_is_counted_too()
    {
        Speak(Languages.English);
        Show(new() { Demonstration = true });
        var bar = Render<DemonstrationBar>();

        await bar.InvokeAsync(() => Services.GetRequiredService<FiguresOnPage>().Add(_made.Add(Period.FullYear(2024), 1m), generated: true));

        Assert.Contains("Figures on this page: 1, of these generated for training and testing: 1.", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_page_without_generated_figures_it_says_nothing()
    {
        Show(new() { Demonstration = true });
        var bar = Render<DemonstrationBar>();

        await bar.InvokeAsync(() => Services.GetRequiredService<FiguresOnPage>().Add(_made.Add(Period.FullYear(2024), 1m), generated: false));

        Assert.Equal("装有演示数据", bar.Find("p").TextContent.Trim());
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/tasks", true)]
    [InlineData("/tasks/3", true)]
    [InlineData("/milestones", true)]
    [InlineData("/dimensions/industry", true)]
    [InlineData("/plan/targets", true)]
    [InlineData("/todo", true)]
    [InlineData("/indicators", false)]
    [InlineData("/counties/140902", false)]
    public void Of_a_page_of_the_plan_it_says_what_of_it_is_made_up(string path, bool plan)
    {
        Show(new() { Demonstration = true, PlanBook = PlanBook.Of(SamplePlan.Plan, [Lead("演示任务分解表（2023-10-08）")]) });
        GoTo(path);

        Assert.Equal(plan ? "演示数据 任务的责任单位、责任人、具体工作、进度和灯色以及标志性成果为演示内容；任务名称不是。" : "装有演示数据", Said());
    }

    [Fact]
    public void A_plan_of_real_documents_is_not_said_to_be_made_up()
    {
        Show(new() { Demonstration = true, PlanBook = PlanBook.Of(SamplePlan.Plan, [Lead("忻办发〔2023〕12号")]) });
        GoTo("/tasks");

        Assert.Equal("装有演示数据", Said());
    }

    [Fact]
    public void Without_the_demonstration_there_is_no_bar() => Assert.Empty(Render<DemonstrationBar>().Markup.Trim());

    private string Said() => string.Join(' ', Render<DemonstrationBar>().Find("p").TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static TaskStatement Lead(string source) => new()
    {
        Origin = PlanOrigin.NotRecorded with { Id = 1, Source = source },
        Number = 1,
        Person = "某人",
    };

    [Fact]
    public void A_target_of_the_demonstration_is_generated_and_a_published_figure_is_not()
    {
        var snapshot = new Snapshot { Demonstration = true };

        Assert.True(snapshot.IsGenerated(_made.Add(Period.FullYear(2026), 340m, source: "演示年度目标 2026年", kind: ValueKind.Target)));
        Assert.True(snapshot.IsGenerated(_made.Add(Period.Quarter(2019, 1), 70m, source: "演示历史数据 2019年")));
        Assert.False(snapshot.IsGenerated(_made.Add(Period.FullYear(2025), 330m)));
    }
}
