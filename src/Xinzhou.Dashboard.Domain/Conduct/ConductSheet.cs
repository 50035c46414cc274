using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>How all units did what they owed in a quarter, as it was known at a moment.</summary>
public sealed class ConductSheet
{
    private ConductSheet(Quarter quarter, AsOf asOf, IReadOnlyList<UnitConduct> units) => (Quarter, AsOf, Units) = (quarter, asOf, units);

    /// <summary>The quarter.</summary>
    public Quarter Quarter { get; }

    /// <summary>The moment.</summary>
    public AsOf AsOf { get; }

    /// <summary>The units, the one with most that is late first, then the one that is late by most days; those that do well in their usual order.</summary>
    public IReadOnlyList<UnitConduct> Units { get; }

    /// <summary>Counts. A unit that was dissolved before the quarter and owed nothing in it is not among them.</summary>
    public static ConductSheet Of(ConductFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rows = ReturnCounting.Of(facts).Concat(CheckInCounting.Of(facts)).Concat(NoticeCounting.Of(facts)).Concat(LightCounting.Of(facts))
            .ToLookup(r => r.Row.Department, StringComparer.Ordinal);
        var lights = LightCounting.All(facts).ToLookup(l => l.Unit, l => l.Colour, StringComparer.Ordinal);
        return new(
            facts.Quarter,
            facts.AsOf,
            [
                .. facts.Plan.Departments.Where(d => !d.IsDissolvedOn(facts.FirstDay) || rows.Contains(d.Code))
                    .Select(d => new UnitConduct(d, rows[d.Code], LightCounts.Of(lights[d.Code])))
                    .OrderByDescending(u => u[ConductMeasure.Late]).ThenByDescending(u => u[ConductMeasure.DaysLate])
                    .ThenBy(u => u.Unit.Order).ThenBy(u => u.Unit.Code, StringComparer.Ordinal),
            ]);
    }

    /// <summary>A unit by its code; null if it is not among them.</summary>
    public UnitConduct? Find(string code) => Units.FirstOrDefault(u => u.Unit.Code == code);
}
