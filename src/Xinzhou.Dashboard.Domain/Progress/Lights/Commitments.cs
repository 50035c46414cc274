using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>Which commitment a target has. One of its measure goes before one of all; what it leaves open the other says.</summary>
public sealed class Commitments
{
    private readonly ILookup<(string Indicator, string Unit, string Period, PeriodKind Kind), Commitment> _bySubject;

    private Commitments(IEnumerable<Commitment> all) =>
        _bySubject = all.ToLookup(c => (c.Target.Indicator, c.Target.Unit, c.Target.Period, c.Target.PeriodKind));

    public static Commitments Of(CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Commitments);
    }

    /// <summary>The commitment of a target; null where nobody is known to owe it.</summary>
    public Commitment? Find(Series series, Period period)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(period);
        Commitment? own = null, general = null;
        foreach (var commitment in _bySubject[(series.Indicator.Code, series.Unit.Code, period.Code, period.Kind)])
        {
            if (!commitment.Target.Covers(series, period)) continue;
            if (commitment.Target.Measure is null) general = commitment;
            else own = commitment;
        }

        return own is null || general is null ? own ?? general : own with
        {
            Owner = own.Owner ?? general.Owner,
            Person = own.Person ?? general.Person,
            Baseline = own.Baseline ?? general.Baseline,
            Tolerance = own.Tolerance ?? general.Tolerance,
            Task = own.Task ?? general.Task,
            Path = own.Path.Count > 0 ? own.Path : general.Path,
            Justification = own.Justification ?? general.Justification,
        };
    }
}
