using System.Globalization;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>
/// The small plan with who owes what by when, targets and what became of them, as of 2026-11-01: an item behind its plan, one
/// before it, a withdrawn one, one overdue that was decided on, one without a deadline; and what a document changed in June.
/// </summary>
internal static class LivePlan
{
    public const string Now = "2026-11-01T10:00:00+08:00";
    public const string Document = "忻政办发〔2026〕1号";

    /// <summary>The host with that plan, at that time.</summary>
    public static ApiHost Host() => new(Snapshot(), Now);

    public static Snapshot Snapshot()
    {
        var snapshot = HandMadePlan.With(ApiHost.Of(Figures()));
        var article = snapshot.Plan with
        {
            Departments = [new("fgw", "市发展改革委", 1), new("gxj", "市工信局", 2), new("czj", "市财政局", 3)],
            Milestones = [.. snapshot.Plan.Milestones, new() { Year = 2027, Goal = "形成一批重大标志性成果" }],
        };
        return snapshot with
        {
            PlanBook = PlanBook.Of(article, Statements()),
            LightOverrides =
            [
                new(LightSubject.OfItem(1, 4), LightColour.Grey, "等待上级批复", new(2026, 11, 30), "督查室", At("2026-10-20")) { Id = 1 },
            ],
        };
    }

    /// <summary>Figure 1 is the target of gdp in 2026, figure 2 of capacity at the end of 2027.</summary>
    public static HandMade Figures()
    {
        var made = new HandMade();
        made.Add(Period.FullYear(2026), 1700, kind: ValueKind.Target, comparator: Comparator.AtLeast, known: "2026-01-10");
        made.Add(Period.Point(new(2027, 12, 31)), 2000, HandMade.Capacity, kind: ValueKind.Target, known: "2026-01-10");
        made.Add(Period.FullYear(2024), 1580);
        made.Add(Period.Ytd(2025, 9), 1148);
        made.Add(Period.FullYear(2025), 1640);
        made.Add(Period.Ytd(2026, 9), 1150, known: "2026-10-20");
        made.Add(Period.Point(new(2024, 12, 31)), 1500, HandMade.Capacity);
        made.Add(Period.Point(new(2025, 12, 31)), 1600, HandMade.Capacity);
        return made;
    }

    private static PlanStatement[] Statements() =>
    [
        new TaskStatement
        {
            Origin = From(1, "2026-01-10"), Number = 1, Title = "做强做优特色产业", Lead = "fgw", Responsible = ["fgw", "gxj"], Supporting = ["czj"], Person = "甲",
        },
        Item(2, 1, "编制规划") with { Lead = "gxj", Person = "乙", Start = Day("2026-01-01"), Due = Day("2026-12-31"), Path = [new(new(2026, 2), 25), new(new(2026, 3), 60)] },
        Item(3, 2, "建设园区") with { Start = Day("2026-01-01"), Due = Day("2026-12-31") },
        Item(4, 3, "不再进行"),
        Item(5, 4, "完成审批") with { Start = Day("2026-01-01"), Due = Day("2026-08-31") },
        Item(6, 5, "服务企业") with { Start = Day("2026-01-01"), Due = new(null, "长期坚持") },
        Report(7, 4, 2, 50, "2026-07-10"),
        new CommitmentStatement
        {
            Origin = From(8, "2026-01-10"), Target = new("gdp", "140900", "2026-FY", PeriodKind.Year), Owner = "fgw", Person = "丙", Baseline = "2024年", Tolerance = 3, Task = 2,
        },
        new OutcomeStatement { Origin = From(9, "2026-01-10"), Year = 2027, Dimension = "industry", Text = "建成一个千亿级集群", Achieved = new(new(2026, 9, 30)) },
        new OutcomeStatement { Origin = From(10, "2026-01-10"), Year = 2027, Dimension = "industry", Text = "建成两个专业镇" },
        new TaskStatement { Origin = From(11, "2026-06-01", "2026-06-05"), Number = 1, Lead = "gxj" },
        Item(12, 3, null) with { Origin = From(12, "2026-06-01"), IsWithdrawn = true },
        Report(13, 1, 3, 41.5m, "2026-10-10"),
        Report(14, 2, 3, 80, "2026-10-10"),
    ];

    /// <summary>Who owes a target of gdp, counted from a year.</summary>
    public static CommitmentStatement Owed(long id, Period period, string baseline) => new()
    {
        Origin = From(id, "2026-01-10"),
        Target = new("gdp", "140900", period.Code, period.Kind),
        Owner = "fgw",
        Baseline = baseline,
    };

    private static WorkItemStatement Item(long id, int number, string? text) => new() { Origin = From(id, "2026-01-10"), Task = 1, Number = number, Text = text };

    private static ProgressStatement Report(long id, int item, int quarter, decimal percent, string reported) =>
        new() { Origin = From(id, reported), Task = 1, Item = item, Quarter = new(2026, quarter), Percent = percent };

    private static PlanOrigin From(long id, string known, string? recorded = null) => new()
    {
        Id = id,
        Source = Document,
        KnownFrom = At(known),
        KnownFromBasis = KnownFromBasis.Stated,
        RecordedAt = At(recorded ?? known).AddHours(9),
        Actor = "command",
    };

    private static PlanDay Day(string day) => new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateTimeOffset At(string day) => Shanghai.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
