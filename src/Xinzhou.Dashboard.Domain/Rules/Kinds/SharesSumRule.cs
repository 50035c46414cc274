using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules.Fields;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>
/// The shares of all parts of a whole add up to 100 %, for one unit, period and scope. Tolerance: ½ of the last published
/// digit of each share. Shares of different stages are not added. Of the parts the one known last is judged, for it is what
/// completes the sum: a breach is told once, and to who enters it.
/// </summary>
public sealed record SharesSumRule(string Code, Severity Severity, IReadOnlyList<string> Parts, IReadOnlyList<string> Units)
    : Rule(Kind, Code, Severity)
{
    private const decimal Whole = 100;

    private static readonly IndicatorsField PartsField = new("parts") { IsRatio = true };
    private static readonly UnitsField UnitsField = new("units");

    public static RuleKind Kind { get; } = new("shares_sum", typeof(SharesSumRule))
    {
        Reach = RuleReach.Arithmetic,
        Fields = [PartsField, UnitsField],
        Make = (code, d, _) => new SharesSumRule(code, d.Severity, d.Get(PartsField), d.Get(UnitsField)),
    };

    public override bool Concerns(Series series) =>
        series.Measure == Measure.Share && Parts.Contains(series.Indicator.Code) && (Units.Count == 0 || Units.Contains(series.Unit.Code));

    public override Breach? Judge(BookView view, Figure figure)
    {
        var shares = new List<Operand>(Parts.Count);
        foreach (var part in Parts)
        {
            var shown = view.Shown(part, figure.Series.Unit.Code, Measure.Share, figure.Period, figure.Scope);
            if (Operand.Of(shown, Uoms.Percent) is not { } share) return null;
            shares.Add(share);
        }

        var (sum, tolerance) = (shares.Sum(s => s.Value), shares.Sum(s => s.Step) / 2);
        if (Math.Abs(sum - Whole) <= tolerance
            || shares.MaxBy(s => (s.Figure.KnownFrom, s.Figure.Id)).Figure.Id != figure.Id
            || !Operand.AreOfOneStage([.. shares.Select(s => s.Figure)]))
        {
            return null;
        }

        return Broken(
            [.. shares.Select(s => s.Figure).Where(f => f.Id != figure.Id)],
            english => [string.Join(" + ", shares.Select(s => FigureText.Of(s.Figure, english))), sum, Math.Abs(sum - Whole), tolerance]);
    }

    public override IEnumerable<CellCheck> Checks(Series series)
    {
        CellTerm[] parts = [.. Parts.Select(p => p == series.Indicator.Code ? CellTerm.Own : new CellTerm.Beside(p, series.Unit.Code, Measure.Share))];
        return [new(new CellTerm.Distance(new CellTerm.Sum(parts), new CellTerm.Number(Whole)), CellComparison.Greater, new CellTerm.Rounding(parts))];
    }
}
