using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>
/// Whether a commitment can be entered into as it would stand: with an owner, from a base that is known and comparable, on the right
/// side of it or with a reason, along a path that leads to the target. A document may say less; who commits on a page may not.
/// </summary>
/// <param name="plan">The plan as it is known.</param>
/// <param name="view">The figures as they are known.</param>
/// <param name="today">The day in the city.</param>
public sealed class CommitmentCheck(CityPlan plan, BookView view, DateOnly today)
{
    /// <summary>What is wrong; empty if it can be entered into.</summary>
    /// <param name="target">The target.</param>
    /// <param name="commitment">The commitment as it would stand.</param>
    public IReadOnlyList<PlanCheckFault> Faults(Figure target, Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(commitment);
        var subject = PlanSubject.OfCommitment(commitment.Target);
        return [.. Reasons(target, commitment).Select(f => new PlanCheckFault(subject, f.Reason, f.Found))];
    }

    /// <summary>Which way is the right one: by the comparator of the target, else by its indicator; null where neither says.</summary>
    public static Direction? DirectionOf(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Comparator switch
        {
            Comparator.AtLeast => Direction.Up,
            Comparator.AtMost => Direction.Down,
            _ => target.Series.Indicator.Direction is Direction.Up or Direction.Down ? target.Series.Indicator.Direction : null,
        };
    }

    private IEnumerable<(PlanCheckReason Reason, string Found)> Reasons(Figure target, Commitment commitment)
    {
        if (commitment.Owner is null) yield return (PlanCheckReason.OwnerMissing, "");
        if (plan.Departments.FirstOrDefault(d => d.Code == commitment.Owner) is { } owner && owner.IsDissolvedOn(today))
        {
            yield return (PlanCheckReason.DissolvedDepartment, owner.Name);
        }

        if (DirectionOf(target) is not { } direction)
        {
            yield return (PlanCheckReason.NoDirection, target.Series.Indicator.Code);
            yield break;
        }

        var year = TargetFigures.YearOf(target.Period);
        YearValue? from = null;
        if (commitment.Baseline is { } written)
        {
            if (commitment.BaselineYear is not { } baseline)
            {
                yield return (PlanCheckReason.BadBaseline, written);
            }
            else if (baseline >= year)
            {
                yield return (PlanCheckReason.BaselineNotBefore, written);
            }
            else if ((from = TargetBaseline.Of(target, baseline, view)) is null)
            {
                yield return (WhyNot(target, baseline), written);
            }
        }

        if (target.Value is not { } value) yield break;
        if (from is not null && IsBehind(value, from.Value, direction) && string.IsNullOrWhiteSpace(commitment.Justification))
        {
            yield return (PlanCheckReason.WrongSide, Plain(from.Value));
        }

        foreach (var fault in OfPath(commitment, direction, year, value, from)) yield return fault;
    }

    private static IEnumerable<(PlanCheckReason, string)> OfPath(Commitment commitment, Direction direction, int? year, decimal value, YearValue? from)
    {
        var before = from?.Value;
        // A target that lies behind its baseline is led to by a path that goes back.
        var way = before is { } start && IsBehind(value, start, direction) ? (direction == Direction.Up ? Direction.Down : Direction.Up) : direction;
        foreach (var point in commitment.Path)
        {
            if (point.Year >= year || point.Year <= (commitment.BaselineYear ?? int.MinValue))
            {
                yield return (PlanCheckReason.PathOutside, Plain(point.Year));
            }
            else if (before is { } last && IsBehind(point.Value, last, way))
            {
                yield return (PlanCheckReason.PathFalls, Plain(point.Year));
            }
            else if (IsBehind(value, point.Value, way))
            {
                yield return (PlanCheckReason.PathBeyond, Plain(point.Year));
            }

            before = point.Value;
        }
    }

    /// <summary>Why the figures of a year are none that the target can be counted from.</summary>
    private PlanCheckReason WhyNot(Figure target, int year)
    {
        var groups = (view.Find(target.Series.Id)?.Groups ?? [])
            .Where(g => g.Kind == ValueKind.Actual && g.Period.End?.Year == year && g.Shown(view.AsOf) is { Value: not null }).ToList();
        return groups.Any(g => g.Scope != target.Scope && TargetBaseline.Of(target with { Scope = g.Scope }, year, view) is not null) ? PlanCheckReason.BaselineOtherScope
            : groups.Any(g => g.Scope == target.Scope && g.PriceBasis != target.PriceBasis) ? PlanCheckReason.BaselineOtherPrices
            : PlanCheckReason.BaselineUnknown;
    }

    private static bool IsBehind(decimal value, decimal other, Direction direction) => direction == Direction.Up ? value < other : value > other;

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
