using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>试算: a target of an indicator as it stands, and how it would stand if it, its year or growth were another.</summary>
public sealed class WhatIfModel
{
    private readonly List<(WhatIfFault Fault, string Written)> _faults = [];

    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="unit">The statistical unit.</param>
    /// <param name="query">What is asked.</param>
    public WhatIfModel(Snapshot snapshot, BookView view, Indicator indicator, StatisticalUnit unit, WhatIfQuery query)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(query);
        (Indicator, Unit) = (indicator, unit);
        Lights = snapshot.LightsAt(view.AsOf);
        Targets =
        [
            .. Lights.Targets
                .Where(t => t.Figure.Series.Indicator.Code == indicator.Code && t.Figure.Series.Unit.Code == unit.Code && TargetTrial.CanMove(t.Figure))
                .OrderBy(t => t.Year).ThenBy(t => t.Figure.Id),
        ];
        Chosen = Targets.FirstOrDefault(t => t.Figure.Key == query.Target);
        if (Chosen is null)
        {
            if (!string.IsNullOrEmpty(query.Target)) _faults.Add((WhatIfFault.Target, query.Target));
            Chosen = Targets.FirstOrDefault(t => t.Year >= Lights.Day.Year) ?? (Targets is [.., var latest] ? latest : null);
        }

        Value = Read(query.Value, WhatIfFault.Value, -TargetTrial.LargestTarget, TargetTrial.LargestTarget);
        Year = (int?)Read(query.Year, WhatIfFault.Year, TargetTrial.FirstYear, TargetTrial.LastYear, isWhole: true);
        Growth = Read(query.Growth, WhatIfFault.Growth, TargetTrial.MinGrowth, TargetTrial.MaxGrowth);

        var settings = snapshot.LightSettings.At(view.AsOf);
        if (Chosen is not null)
        {
            Present = TargetTrial.Of(Chosen.Figure, Chosen.Commitment, view, settings, null, null, null);
            Trial = TargetTrial.Of(Chosen.Figure, Chosen.Commitment, view, settings, Value, Year, Growth);
        }
        else if (Assumed(view, snapshot.PlanAt(view.AsOf)) is { } assumed)
        {
            Stand = assumed;
            // Without a target nothing is guessed: there is a trial once somebody names a value.
            if (Value is not null) Trial = TargetTrial.Of(assumed, null, view, settings, Value, Year, Growth);
        }
    }

    public Indicator Indicator { get; }

    public StatisticalUnit Unit { get; }

    /// <summary>All lights of the moment.</summary>
    public LightBoard Lights { get; }

    /// <summary>The shown targets that can be moved, by year.</summary>
    public IReadOnlyList<AssessedTarget> Targets { get; }

    /// <summary>The target that is moved; null where no source gives one.</summary>
    public AssessedTarget? Chosen { get; }

    /// <summary>The target as it stands; null where no source gives one.</summary>
    public TargetTrial? Present { get; }

    /// <summary>The trial; null while nothing can be tried.</summary>
    public TargetTrial? Trial { get; }

    /// <summary>Where no source gives a target: what one would be like, its value not meant. Null where there is one, or no yearly value.</summary>
    public Figure? Stand { get; }

    /// <summary>Another value, as asked for; null where it stays.</summary>
    public decimal? Value { get; }

    /// <summary>Another year, as asked for; null where it stays.</summary>
    public int? Year { get; }

    /// <summary>The growth that is assumed; null for none.</summary>
    public decimal? Growth { get; }

    /// <summary>What cannot be read, as written.</summary>
    public IReadOnlyList<(WhatIfFault Fault, string Written)> Faults => _faults;

    /// <summary>What the fields are of: the target, or the one that is assumed; null where there is nothing to try.</summary>
    public Figure? Subject => Chosen?.Figure ?? Stand;

    /// <summary>True for rates, gaps and shares, which change by points.</summary>
    public bool IsRate => Subject is { } subject && (subject.Series.Measure is Measure.Gap or Measure.Share || subject.Series.Measure.IsGrowth());

    /// <summary>True where target or year are others than they stand.</summary>
    public bool IsMoved => Trial is not null && Present is not null
        && (Trial.Target.Value != Present.Target.Value || Trial.Target.Period != Present.Target.Period);

    /// <summary>The growths that are near at hand: the one observed and the one needed from now on, of levels in %, of rates in their unit.</summary>
    public IEnumerable<(bool IsNeeded, decimal Growth)> NearGrowths
    {
        get
        {
            var (trial, factor) = (Trial ?? Present, IsRate ? 1 : 100);
            if (trial?.Outlook.Inputs.Assessment?.ObservedRate is { } observed && IsOffered(factor * observed)) yield return (false, TargetNumbers.Rounded(factor * observed));
            if (trial?.Outlook.RequiredFromNow is { } needed && IsOffered(factor * needed))
            {
                yield return (true, LightNumbers.Enough(factor * needed, trial.Outlook.Inputs.Direction == AssessmentDirection.Up));
            }
        }
    }

    private static bool IsOffered(double growth) => growth >= (double)TargetTrial.MinGrowth && growth <= (double)TargetTrial.MaxGrowth;

    private Figure? Assumed(BookView view, CityPlan plan)
    {
        var measure = Indicator.Type == IndicatorType.Ratio ? Measure.Share : Measure.Level;
        var latest = view.Shown(Indicator.Code, Unit.Code, measure)
            .Where(f => f is { Kind: ValueKind.Actual, Scope: "", IsInLeadingPrices: true } && TargetTrial.CanMove(f))
            .MaxBy(f => f.Period.End);
        if (latest is null) return null;

        var year = Year ?? plan.Next(Lights.Day)?.Year ?? Lights.Day.Year + 1;
        return latest with
        {
            Id = 0,
            Kind = ValueKind.Target,
            Comparator = Indicator.Direction == Direction.Down ? Comparator.AtMost : Comparator.AtLeast,
            Period = latest.Period.Kind == PeriodKind.Point ? Period.Point(new(year, 12, 31)) : Period.FullYear(year),
            PeriodLabel = null,
            Uom = latest.Series.Uom,
        };
    }

    private decimal? Read(string? written, WhatIfFault fault, decimal least, decimal most, bool isWhole = false)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (decimal.TryParse(written.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (!isWhole || number == decimal.Truncate(number)))
        {
            return number;
        }

        _faults.Add((fault, written));
        return null;
    }
}
