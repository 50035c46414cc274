using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>How the things of the plan are called where a text is needed: in the audit log, among versions.</summary>
public static class PlanSubject
{
    /// <param name="number">序号.</param>
    public static string OfTask(int number) => string.Create(CultureInfo.InvariantCulture, $"task {number}");

    /// <param name="task">序号.</param>
    /// <param name="item">工作序号.</param>
    public static string OfItem(int task, int item) => string.Create(CultureInfo.InvariantCulture, $"item {task}/{item}");

    /// <param name="task">序号.</param>
    /// <param name="item">工作序号.</param>
    /// <param name="quarter">Whose progress it is.</param>
    public static string OfProgress(int task, int item, Quarter quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"progress {task}/{item} {quarter.Code}");

    /// <param name="target">Which targets the commitment is of.</param>
    public static string OfCommitment(CommitmentTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var whole = $"commitment {target.Indicator} {target.Unit} {target.Period} {Code.Of(target.PeriodKind)}";
        return target.Measure is not { } measure ? whole
            : target.Benchmark is { } benchmark ? $"{whole} {Code.Of(measure)} {Code.Of(benchmark)}"
            : $"{whole} {Code.Of(measure)}";
    }

    /// <param name="year">里程碑.</param>
    /// <param name="dimension">能级, by its code.</param>
    /// <param name="text">成果.</param>
    public static string OfOutcome(int year, string dimension, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"outcome {year} {dimension} {text}");
}
