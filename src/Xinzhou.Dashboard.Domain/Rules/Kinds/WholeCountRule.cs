using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// What cannot be divided is counted in whole numbers: 3.5万人 are 35000 people, 12.5家 are no enterprises. It asks and does not
/// block: a mean is sometimes named like a count.
/// </summary>
public sealed record WholeCountRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("count_whole", typeof(WholeCountRule))
    {
        Reach = RuleReach.SingleFigure,
        Severity = Severity.Warning,
        Make = (code, d, _) => new WholeCountRule(code, d.Severity),
    };

    public override bool Concerns(Series series) =>
        series is { Measure: Measure.Level, Indicator.IsMean: false } && Uoms.IsCount(series.Uom);

    public override Breach? Judge(BookView view, Figure figure) => figure.Value is { } value && !Uoms.IsWhole(value, figure.Uom)
        ? Broken([], english => [FigureText.Of(figure, english)])
        : null;
}
