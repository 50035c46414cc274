using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>How a unit did what it owed in a quarter: counts, each with the rows that it counts.</summary>
public sealed class UnitConduct
{
    private readonly ILookup<ConductMeasure, ConductRow> _rows;

    internal UnitConduct(Department unit, IEnumerable<CountedRow> rows, LightCounts lights)
    {
        (Unit, Lights) = (unit, lights);
        _rows = rows.ToLookup(r => r.Measure, r => r.Row);
    }

    /// <summary>The unit.</summary>
    public Department Unit { get; }

    /// <summary>The lights of the work items that it leads and the targets that it owns.</summary>
    public LightCounts Lights { get; }

    /// <summary>How much fell due: what is done, and what is not done and should be.</summary>
    public int Due => Rows(ConductMeasure.OnTimeRate).Count;

    /// <summary>How much of it was done by its time.</summary>
    public int OnTime => Rows(ConductMeasure.OnTimeRate).Count(r => !r.IsLate);

    /// <summary>
    /// A count. The rate is in %, rounded to one decimal half away from zero, so that what is reckoned with it is what is shown; null where
    /// nothing fell due.
    /// </summary>
    public decimal? this[ConductMeasure measure] => measure switch
    {
        ConductMeasure.OnTimeRate => Due == 0 ? null : Math.Round(100m * OnTime / Due, 1, MidpointRounding.AwayFromZero),
        ConductMeasure.DaysLate => Rows(measure).Sum(r => r.DaysLate),
        _ => Rows(measure).Count,
    };

    /// <summary>What a count counts: what is latest first, then by its time.</summary>
    public IReadOnlyList<ConductRow> Rows(ConductMeasure measure) =>
    [
        .. _rows[measure == ConductMeasure.DaysLate ? ConductMeasure.Late : measure]
            .OrderByDescending(r => r.IsLate).ThenByDescending(r => r.DaysLate).ThenBy(r => r.Due ?? r.At).ThenBy(r => r.Subject, StringComparer.Ordinal),
    ];
}
