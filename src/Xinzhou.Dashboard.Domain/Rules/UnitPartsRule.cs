using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Parts = total, of units (the counties of the city) within one indicator. Tolerance as for <see cref="PartsRule"/>.</summary>
public sealed record UnitPartsRule(string Code, Severity Severity, string Total, string Unit, IReadOnlyList<string> Parts)
    : Rule(Code, Severity)
{
    public override bool IsArithmetic => true;

    public override bool Concerns(Series series) =>
        series.Measure == Measure.Level && series.Indicator.Code == Total && series.Unit.Code == Unit;

    public override Breach? Judge(BookView view, Figure figure) =>
        SumRule.Judge(figure, "unit_parts", Parts.Select(unit => Operand.Beside(view, figure, Total, unit, figure.Uom)));
}
