using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A published unit converts to the unit that the series is compared in.</summary>
public sealed record ConvertibleRule(string Code, Severity Severity) : Rule(Code, Severity)
{
    public override bool Concerns(Series series) => series.Measure != Measure.Qualitative;

    public override Breach? Judge(BookView view, Figure figure) => Uoms.Factor(figure.Uom, figure.Series.Uom) is null
        ? new([], new("uom_without_conversion", _ => [figure.Uom, figure.Series.Uom]))
        : null;
}
