using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// Share = part ÷ total. Tolerance: the interval that the operands' roundings allow, ± ½ unit of the share's own last digit.
/// </summary>
public sealed record ShareRule(string Code, Severity Severity, string Share, string Part, string Total) : Rule(Kind, Code, Severity)
{
    private static readonly IndicatorField ShareField = new("share") { IsRatio = true };
    private static readonly IndicatorField PartField = new("part");
    private static readonly IndicatorField TotalField = new("total");

    public static RuleKind Kind { get; } = new("share", typeof(ShareRule))
    {
        Reach = RuleReach.Arithmetic,
        Fields = [ShareField, PartField, TotalField],
        Check = Faults,
        Make = (code, d, _) => new ShareRule(code, d.Severity, d.Get(ShareField), d.Get(PartField), d.Get(TotalField)),
    };

    public override bool Concerns(Series series) => series.Measure == Measure.Share && series.Indicator.Code == Share;

    public override Breach? Judge(BookView view, Figure figure)
    {
        var unit = figure.Series.Unit.Code;
        if (Operand.Of(figure, Uoms.Percent) is not { } share
            || view.Beside(figure, Total, unit, Measure.Level) is not { } whole
            || Operand.Of(whole, whole.Uom) is not { } total
            || Operand.Beside(view, figure, Part, unit, whole.Uom) is not { } part
            || !Operand.AreOfOneStage([figure, part.Figure, total.Figure])
            || part.Interval / total.Interval is not { } quotient
            || (quotient * 100).Overlaps(share.Interval))
        {
            return null;
        }

        return Broken([part.Figure, total.Figure], english =>
        [
            FigureText.Of(figure, english), FigureText.Of(part.Figure, english), FigureText.Of(total.Figure, english),
            Decimals.Round(100 * part.Value / total.Value, 0.01m),
        ]);
    }

    private static IEnumerable<RuleFault> Faults(RuleDefinition d, Catalogue catalogue)
    {
        var (part, total) = (d.Get(PartField), d.Get(TotalField));
        if (part == total) yield return new(RuleFaultReason.Twice, PartField, part);
        if (!RuleCheck.Adds(part, total, catalogue)) yield return new(RuleFaultReason.UnitsDiffer, PartField, part);
    }
}
