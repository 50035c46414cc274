using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>A published unit converts to the unit that the series is compared in.</summary>
public sealed record ConvertibleRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("uom_without_conversion", typeof(ConvertibleRule))
    {
        Reach = RuleReach.SingleFigure,
        Severity = Severity.Warning,
        Make = (code, d, _) => new ConvertibleRule(code, d.Severity),
    };

    public override bool Concerns(Series series) => series.Measure != Measure.Qualitative;

    public override Breach? Judge(BookView view, Figure figure) => Uoms.Factor(figure.Uom, figure.Series.Uom) is null
        ? Broken([], _ => [figure.Uom, figure.Series.Uom])
        : null;
}
