using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// Parts = total, of indicators (industries of GDP) within one unit. Tolerance: ½ of the last published digit of the
/// total plus ½ of each part's.
/// </summary>
public sealed record PartsRule(string Code, Severity Severity, string Total, IReadOnlyList<string> Parts, IReadOnlyList<string> Units)
    : Rule(Code, Severity)
{
    public override bool IsArithmetic => true;

    public override bool Concerns(Series series) =>
        series.Measure == Measure.Level && series.Indicator.Code == Total && (Units.Count == 0 || Units.Contains(series.Unit.Code));

    public override Breach? Judge(BookView view, Figure figure) =>
        SumRule.Judge(figure, "parts", Parts.Select(p => Operand.Beside(view, figure, p, figure.Series.Unit.Code, figure.Uom)));
}
