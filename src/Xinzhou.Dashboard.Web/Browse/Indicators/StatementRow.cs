namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>A line of the table of an indicator: what one source says of one period, at one stage.</summary>
/// <param name="Lead">The figure that speaks for the line: it gives period, stage, source and quote.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Supports">Figures of other sources that give the same values at the same stage: one statement, several supports.</param>
/// <param name="FirstOfPeriod">False for further versions of the period of the line above.</param>
public sealed record StatementRow(Figure Lead, IReadOnlyList<StatementCell> Cells, IReadOnlyList<Figure> Supports, bool FirstOfPeriod)
{
    /// <summary>True when one of its figures is shown.</summary>
    public bool Shown => Vintages.Any(v => v.Preferred);

    /// <summary>The moment at which the last of its figures ceased to be shown; null while one is.</summary>
    public DateTimeOffset? ShownUntil => Shown ? null : Vintages.Max(v => v.KnownTo);

    /// <summary>False when none of its figures ever was shown.</summary>
    public bool EverShown => Shown || Vintages.Any(v => v.KnownTo > v.Figure.KnownFrom);

    private IEnumerable<Vintage> Vintages => Cells.SelectMany(c => c.Vintages);
}
