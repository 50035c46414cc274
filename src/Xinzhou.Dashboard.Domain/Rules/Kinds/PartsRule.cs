using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// Parts = total, of indicators (industries of GDP) within one unit. Tolerance: ½ of the last published digit of the
/// total plus ½ of each part's.
/// </summary>
public sealed record PartsRule(string Code, Severity Severity, string Total, IReadOnlyList<string> Parts, IReadOnlyList<string> Units)
    : Rule(Kind, Code, Severity)
{
    private static readonly IndicatorField TotalField = new("total");
    private static readonly IndicatorsField PartsField = new("parts");
    private static readonly UnitsField UnitsField = new("units");

    public static RuleKind Kind { get; } = new("parts", typeof(PartsRule))
    {
        Reach = RuleReach.Arithmetic,
        Fields = [TotalField, PartsField, UnitsField],
        Check = Faults,
        Make = (code, d, _) => new PartsRule(code, d.Severity, d.Get(TotalField), d.Get(PartsField), d.Get(UnitsField)),
    };

    public override bool Concerns(Series series) =>
        series.Measure == Measure.Level && series.Indicator.Code == Total && (Units.Count == 0 || Units.Contains(series.Unit.Code));

    public override Breach? Judge(BookView view, Figure figure) =>
        PartsSum.Judge(figure, Broken, Parts.Select(p => Operand.Beside(view, figure, p, figure.Series.Unit.Code, figure.Uom)));

    public override IEnumerable<CellCheck> Checks(Series series) =>
        [PartsSum.Check([.. Parts.Select(p => new CellTerm.Beside(p, series.Unit.Code, Measure.Level))])];

    public override IReadOnlyList<string> PartsOf(Series series) => Concerns(series) ? Parts : [];

    private static IEnumerable<RuleFault> Faults(RuleDefinition d, Catalogue catalogue)
    {
        var (total, parts) = (d.Get(TotalField), d.Get(PartsField));
        if (parts.Contains(total)) yield return new(RuleFaultReason.Twice, PartsField, total);
        foreach (var part in parts.Where(p => !RuleCheck.Adds(p, total, catalogue))) yield return new(RuleFaultReason.UnitsDiffer, PartsField, part);
    }
}
