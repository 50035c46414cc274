using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// A share of a whole lies between 0 and 100 %. It asks and does not block: which indicators are parts of a whole is read
/// from their names (<see cref="Indicator.IsPartOfWhole"/>).
/// </summary>
public sealed record ShareBoundRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    private const decimal Whole = 100;

    public static RuleKind Kind { get; } = new("share_bound", typeof(ShareBoundRule))
    {
        Reach = RuleReach.SingleFigure,
        Severity = Severity.Warning,
        Make = (code, d, _) => new ShareBoundRule(code, d.Severity),
    };

    public override bool Concerns(Series series) => series is { Measure: Measure.Share, Indicator.IsPartOfWhole: true };

    public override Breach? Judge(BookView view, Figure figure) => figure is { Value: < 0 or > Whole, Uom: Uoms.Percent }
        ? Broken([], english => [FigureText.Of(figure, english)])
        : null;

    public override IEnumerable<CellCheck> Checks(Series series) =>
    [
        new(CellTerm.Own, CellComparison.Less, new CellTerm.Number(0)),
        new(CellTerm.Own, CellComparison.Greater, new CellTerm.Number(Whole)),
    ];
}
