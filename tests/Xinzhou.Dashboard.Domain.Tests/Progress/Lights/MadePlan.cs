using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

/// <summary>Plans made by hand, for tests of lights.</summary>
internal static class MadePlan
{
    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Quarter Quarter(string code) => Domain.Time.Quarter.Parse(code)!.Value;

    /// <summary>The end of a day in Asia/Shanghai.</summary>
    public static AsOf At(string day, Clock clock = Clock.Known) => new(Shanghai.EndOf(Day(day)), clock);

    public static PlanOrigin Origin(long id, string known, string? recorded = null) => new()
    {
        Id = id,
        Source = "任务分解表",
        KnownFrom = Shanghai.StartOf(Day(known)),
        KnownFromBasis = KnownFromBasis.Stated,
        RecordedAt = Shanghai.StartOf(Day(recorded ?? known)),
        Actor = "supervisor",
    };

    public static ProgressStatement Reported(string quarter, decimal percent, int task = 1, int item = 1, long id = 1, string? known = null) => new()
    {
        Task = task,
        Item = item,
        Quarter = Quarter(quarter),
        Percent = percent,
        Origin = Origin(id, known ?? Quarter(quarter).LastDay.AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    /// <summary>A work item; its path is written as the plan's file writes it.</summary>
    public static WorkItem Item(string? start, string? due, string path = "", int task = 1, int number = 1, params (string Quarter, decimal Percent)[] progress) => new()
    {
        Task = task,
        Number = number,
        Text = "具体工作",
        Start = start is null ? null : new(Day(start)),
        Due = due is null ? null : new(Day(due)),
        Path = Path(path),
        Progress = [.. progress.Select((p, i) => Reported(p.Quarter, p.Percent, task, number, i + 1))],
    };

    /// <summary>2026-Q2:25, 2026-Q4:60.</summary>
    public static IReadOnlyList<PlanPoint> Path(string written) =>
    [
        .. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => new PlanPoint(Quarter(p[..7]), decimal.Parse(p[8..], CultureInfo.InvariantCulture))),
    ];

    public static KeyTask Task(int number = 1, string dimension = "industry", params WorkItem[] items) => new()
    {
        Number = number,
        NumberStatus = Status.Provisional,
        Title = $"任务{number}",
        TitleStatus = Status.Provisional,
        ContentStatus = Status.Official,
        Dimension = dimension,
        DimensionStatus = Status.Provisional,
        WorkItems = items,
    };

    public static CityPlan Of(params KeyTask[] tasks) => CityPlan.Empty with { Tasks = tasks };

    /// <summary>The light of a work item alone.</summary>
    public static Light LightOf(WorkItem item, string day, LightSettings? settings = null) =>
        LightBoard.Of(Of(Task(item.Task, items: item)), FigureBook.Empty.At(At(day)), settings ?? LightSettings.Default, [], At(day)).Item(item.Task, item.Number)!;

    public static Commitment Commitment(
        Figure target, int? task = null, string? baseline = null, decimal? tolerance = null, bool isOfMeasure = false, string? owner = null) => new()
        {
            Target = new(
                target.Series.Indicator.Code, target.Series.Unit.Code, target.Period.Code, target.Period.Kind,
                isOfMeasure ? target.Series.Measure : null, isOfMeasure ? target.Series.Benchmark : null),
            Task = task,
            Baseline = baseline,
            Tolerance = tolerance,
            Owner = owner,
        };
}
