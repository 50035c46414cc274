using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// Share = part ÷ total. Tolerance: the interval that the operands' roundings allow, ± ½ unit of the share's own last digit.
/// </summary>
public sealed record ShareRule(string Code, Severity Severity, string Share, string Part, string Total) : Rule(Code, Severity)
{
    public override bool IsArithmetic => true;

    public override bool Concerns(Series series) => series.Measure == Measure.Share && series.Indicator.Code == Share;

    public override Breach? Judge(BookView view, Figure figure)
    {
        var unit = figure.Series.Unit.Code;
        if (Operand.Of(figure, Uoms.Percent) is not { } share
            || view.Shown(Total, unit, Measure.Level, figure.Period, figure.Scope) is not { } whole
            || Operand.Of(whole, whole.Uom) is not { } total
            || Operand.Beside(view, figure, Part, unit, whole.Uom) is not { } part
            || part.Interval / total.Interval is not { } quotient
            || (quotient * 100).Overlaps(share.Interval))
        {
            return null;
        }

        return new([part.Figure, total.Figure], new("share", english =>
        [
            FigureText.Of(figure, english), FigureText.Of(part.Figure, english), FigureText.Of(total.Figure, english),
            Decimals.Round(100 * part.Value / total.Value, 0.01m),
        ]));
    }
}
