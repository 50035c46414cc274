using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>Everything that the verdict on a light used. All lights have all fields; what a verdict did not come to is null.</summary>
public sealed record LightInputsItem
{
    /// <summary>D: the day in Asia/Shanghai that it was judged on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Of a work item: its first day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Of a work item: the day that it is due on.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Of a work item: the days from <c>day</c> to <c>due</c>; negative after it.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Of a work item: the latest quarter that is reported.</summary>
    public string? Quarter { get; init; }

    /// <summary>Of a work item: the percent reported of that quarter.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Of a work item: the percent planned for the end of that quarter, unrounded.</summary>
    public decimal? Planned { get; init; }

    /// <summary>Of a work item: the points that the plan goes through; empty where it is planned evenly, null where it was not compared.</summary>
    public IReadOnlyList<PlanPointItem>? Plan { get; init; }

    /// <summary>Of a work item: the latest quarter whose report is due.</summary>
    public string? ReportQuarter { get; init; }

    /// <summary>Of a work item: the day from which a report is due.</summary>
    public DateOnly? ReportDue { get; init; }

    /// <summary>Of a work item: the first quarter of the unbroken latest reports of 100.</summary>
    public string? DoneSince { get; init; }

    /// <summary>Of a target: the id of its figure.</summary>
    public string? Figure { get; init; }

    /// <summary>Of a target: its value, in <c>uom</c>.</summary>
    public decimal? Target { get; init; }

    /// <summary>Of a target: how its number bounds the value.</summary>
    [Allowed("=", ">=", "<=", "≈")]
    public string? Comparator { get; init; }

    /// <summary>Of a target: its unit, which all values here are in.</summary>
    public string? Uom { get; init; }

    /// <summary>Of a target: its year; of a span the last.</summary>
    public int? Year { get; init; }

    /// <summary>Of a target: from where on it is met, with its tolerance.</summary>
    public decimal? Bound { get; init; }

    /// <summary>Of a target that is only about met (≈): the tolerance in %.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Of a target: which way is the right one.</summary>
    [Codes<AssessmentDirection>]
    public string? Direction { get; init; }

    /// <summary>Of a target: by which method it is assessed.</summary>
    [Codes<AssessmentKind>]
    public string? Kind { get; init; }

    /// <summary>Of a target: the values by year, as <c>progress/assess</c> takes them.</summary>
    public IReadOnlyDictionary<string, decimal>? Values { get; init; }

    /// <summary>Of a target: the ids of the figures that the values are of, by year.</summary>
    public IReadOnlyDictionary<string, string>? Figures { get; init; }

    /// <summary>Of a target: the year that growth is counted from.</summary>
    public int? BaseYear { get; init; }

    /// <summary>Of a target: as <c>progress/assess</c> answers it.</summary>
    public double? ObservedRate { get; init; }

    /// <summary>Of a target: as <c>progress/assess</c> answers it.</summary>
    public double? RequiredRate { get; init; }

    /// <summary>Of a target: as <c>progress/assess</c> answers it.</summary>
    public double? Ratio { get; init; }

    /// <summary>Of a target: as <c>progress/assess</c> answers it.</summary>
    public double? Projection { get; init; }

    /// <summary>Of a target: as <c>progress/assess</c> answers it.</summary>
    public double? Miss { get; init; }

    /// <summary>Of a target in the course of its year: the latest year-to-date figure.</summary>
    public YearToDateItem? YearToDate { get; init; }

    /// <summary>Of a target in the course of its year: what part of it is to be reached by then, and what says so.</summary>
    public YearShareItem? Share { get; init; }

    /// <summary>d, unrounded and positive in the right direction.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>Of a task: what it has its colour from.</summary>
    public IReadOnlyList<LightPartItem>? Parts { get; init; }

    internal static readonly IReadOnlyList<CsvColumn<LightInputsItem>> Columns =
    [
        new("day", i => Instants.Written(i.Day)),
        new("start", i => i.Start.Cell()),
        new("due", i => i.Due.Cell()),
        new("daysLeft", i => i.DaysLeft.Cell()),
        new("quarter", i => i.Quarter),
        new("percent", i => i.Percent.Cell()),
        new("planned", i => i.Planned.Cell()),
        new("plan", i => i.Plan?.Select(p => p.Cell()).Cell()),
        new("reportQuarter", i => i.ReportQuarter),
        new("reportDue", i => i.ReportDue.Cell()),
        new("doneSince", i => i.DoneSince),
        new("figure", i => i.Figure),
        new("target", i => i.Target.Cell()),
        new("comparator", i => i.Comparator),
        new("uom", i => i.Uom),
        new("year", i => i.Year.Cell()),
        new("bound", i => i.Bound.Cell()),
        new("tolerance", i => i.Tolerance.Cell()),
        new("direction", i => i.Direction),
        new("kind", i => i.Kind),
        new("values", i => i.Values?.Select(v => $"{v.Key}={((decimal?)v.Value).Cell()}").Cell()),
        new("figures", i => i.Figures?.Select(f => $"{f.Key}={f.Value}").Cell()),
        new("baseYear", i => i.BaseYear.Cell()),
        new("observedRate", i => i.ObservedRate.Cell()),
        new("requiredRate", i => i.RequiredRate.Cell()),
        new("ratio", i => i.Ratio.Cell()),
        new("projection", i => i.Projection.Cell()),
        new("miss", i => i.Miss.Cell()),
        new("yearToDate.period", i => i.YearToDate?.Period),
        new("yearToDate.value", i => i.YearToDate is { } y ? ((decimal?)y.Value).Cell() : null),
        new("yearToDate.figure", i => i.YearToDate?.Figure),
        new("share.percent", i => i.Share is { } s ? ((decimal?)s.Percent).Cell() : null),
        new("share.months", i => i.Share?.Months.Cell()),
        new("share.year", i => i.Share?.Year.Cell()),
        new("share.yearToDate", i => i.Share?.YearToDate),
        new("share.fullYear", i => i.Share?.FullYear),
        new("deviation", i => i.Deviation.Cell()),
        new("parts", i => i.Parts?.Select(p => p.Subject).Cell()),
    ];
}
