using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>Parts = total, of units (the counties of the city) within one indicator. Tolerance as for <see cref="PartsRule"/>.</summary>
public sealed record UnitPartsRule(string Code, Severity Severity, string Total, string Unit, IReadOnlyList<string> Parts)
    : Rule(Kind, Code, Severity)
{
    private static readonly IndicatorField TotalField = new("total");
    private static readonly UnitField UnitField = new("unit");

    public static RuleKind Kind { get; } = new("unit_parts", typeof(UnitPartsRule))
    {
        Reach = RuleReach.Arithmetic,
        Fields = [TotalField, UnitField],
        Check = (d, catalogue) => Below(d.Get(UnitField), catalogue).Any() ? [] : [new(RuleFaultReason.NoPartsBelow, UnitField, d.Get(UnitField))],
        Make = (code, d, catalogue) =>
            new UnitPartsRule(code, d.Severity, d.Get(TotalField), d.Get(UnitField), [.. Below(d.Get(UnitField), catalogue)]),
    };

    public override bool Concerns(Series series) =>
        series.Measure == Measure.Level && series.Indicator.Code == Total && series.Unit.Code == Unit;

    public override Breach? Judge(BookView view, Figure figure) =>
        PartsSum.Judge(figure, Broken, Parts.Select(unit => Operand.Beside(view, figure, Total, unit, figure.Uom)));

    public override IEnumerable<CellCheck> Checks(Series series) =>
        [PartsSum.Check([.. Parts.Select(unit => new CellTerm.Beside(Total, unit, Measure.Level))])];

    private static IEnumerable<string> Below(string unit, Catalogue catalogue) =>
        catalogue.Counties.Where(c => c.Parent == unit).Select(c => c.Code);
}
