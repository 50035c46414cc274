using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>责任.</summary>
internal static partial class CommitmentSheet
{
    /// <summary>In bytes of UTF-8.</summary>
    private const int LongestName = 600;

    /// <summary>What a row says of who owes a target; null with a fault.</summary>
    public static CommitmentStatement? Read(PlanRow row, PlanContext context)
    {
        var target = TargetOf(row, context.Options);
        var owner = row.Department(PlanColumns.Owner, context.Names);
        var person = row.Person(PlanColumns.Person);
        var baseline = BaselineOf(row, target);
        var tolerance = row.Percent(PlanColumns.Tolerance, FaultReason.NotATolerance);
        var task = context.TaskOrNone(row);
        var origin = OriginFields.Of(row, context.Options);
        return target is null || origin is null ? null : new()
        {
            Origin = origin,
            Target = target,
            Owner = owner,
            Person = person,
            Baseline = baseline,
            Tolerance = tolerance,
            Task = task,
        };
    }

    private static CommitmentTarget? TargetOf(PlanRow row, PlanReadingOptions options)
    {
        var indicator = IndicatorOf(row, options.Catalogue, out var name);
        StatisticalUnit? unit = null;
        if (row.Key(PlanColumns.Region, LongestName) is { } region)
        {
            unit = options.Catalogue.UnitOf(region);
            if (unit is null)
            {
                row.Wrong(PlanColumns.Region, OddOr(region, FaultReason.NoSuchUnit));
            }
        }

        if (PeriodOf(row) is not { } period || indicator is null || unit is null)
        {
            return null;
        }

        var target = new CommitmentTarget(indicator.Code, unit.Code, period.Code, period.Kind, MeasureOf(row.Text(PlanColumns.Indicator), name, period), name.Benchmark);
        if (IsKnown(target))
        {
            return target;
        }

        // A target of a year is of the year whether it was entered as 2025 or as 2025-FY.
        var other = period.Kind != PeriodKind.Year ? target
            : target with { Period = (period.IsBareYear ? Period.FullYear(period.Start!.Value.Year) : Period.BareYear(period.Start!.Value.Year)).Code };
        if (other != target && IsKnown(other))
        {
            return other;
        }

        row.Wrong(PlanColumns.Indicator, new(FaultReason.NoTarget));
        return null;

        // What is held stays held when its target is withdrawn: what was exported can be read again.
        bool IsKnown(CommitmentTarget asked) => options.HasTarget(asked) || options.Plan.Commitments.Any(c => c.Target == asked);
    }

    private static Indicator? IndicatorOf(PlanRow row, Catalogue catalogue, out IndicatorText name)
    {
        name = default;
        if (row.Key(PlanColumns.Indicator, LongestName) is not { } text)
        {
            return null;
        }

        var indicator = IndicatorText.Resolve(text, catalogue.IndicatorOf, out name);
        if (indicator is null)
        {
            row.Wrong(PlanColumns.Indicator, OddOr(text, FaultReason.NoSuchIndicator));
        }

        return indicator;
    }

    /// <summary>The measure that a suffix names, as it is under the basis target; null without one: all measures are meant.</summary>
    private static Measure? MeasureOf(string text, IndicatorText name, Period period) => name switch
    {
        { IsCut: false } => null,
        { IsGap: true } => Measure.Gap,
        { Suffix: NameSuffix.AvgGrowth } => Measure.AvgGrowth,
        _ when PlainText.Key(text)[name.Name.Length..] == IndicatorText.Qoq => Measure.Qoq,
        _ when PlainText.Key(text)[name.Name.Length..] == IndicatorText.CurrentPrices => Measure.Level,
        _ => Basis.Target.MeasureOfYoy(period.Kind),
    };

    private static Period? PeriodOf(PlanRow row)
    {
        var text = row.Text(PlanColumns.Period);
        if (text.Length == 0)
        {
            row.Wrong(PlanColumns.Period, new(FaultReason.RequiredField));
            return null;
        }

        var period = PeriodNotation.Read(Plain(text), Basis.Target, out var wrong);
        if (wrong is not null)
        {
            row.Wrong(PlanColumns.Period, wrong);
        }

        return period;
    }

    private static string? BaselineOf(PlanRow row, CommitmentTarget? target)
    {
        var text = row.Text(PlanColumns.Baseline);
        if (text.Length == 0)
        {
            return null;
        }

        if (PeriodNotation.Read(Plain(text), Basis.Target, out _) is not { Kind: PeriodKind.Year or PeriodKind.Point, Start: { } start } period)
        {
            row.Wrong(PlanColumns.Baseline, new(FaultReason.NotABaseline));
            return null;
        }

        if (target is not null && Period.FromCode(target.Period, target.PeriodKind).End is { } end && start.Year >= end.Year)
        {
            row.Wrong(PlanColumns.Baseline, new(FaultReason.BaselineNotBefore, end.Year.ToString(CultureInfo.InvariantCulture)));
        }

        return period.Code;
    }

    /// <summary>2025年 and 2021—2025年 in the notation of periods.</summary>
    private static string Plain(string text) => Years().Replace(PlainField.Compact(text), "$1$2");

    private static Wrong OddOr(string name, FaultReason reason) =>
        PlainText.OddLetterOf(name) is { } odd ? new(FaultReason.OddCharacter, odd.ToString(), $"U+{odd.Value:X4}") : new(reason);

    [GeneratedRegex("^([0-9]{4})年?(-[0-9]{4})?年?(?:底|末)?$")]
    private static partial Regex Years();
}
