namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The one ordering that decides which of several figures of the same series, scope, price basis, period and kind is shown
/// (CONTRACTS, 2): self-media below every other source; then the higher stage number; then the more reliable source;
/// then the later known; then the later line.
/// </summary>
public sealed class Precedence : IComparer<Figure>
{
    public static readonly Precedence Order = new();

    /// <summary>Positive when <paramref name="x"/> is shown before <paramref name="y"/>.</summary>
    public int Compare(Figure? x, Figure? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Judge(x, y).Order;
    }

    /// <summary>The criterion that decides between two figures of one statement.</summary>
    public static PrecedenceCriterion Deciding(Figure x, Figure y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Judge(x, y).By;
    }

    private static (int Order, PrecedenceCriterion By) Judge(Figure x, Figure y)
    {
        var order = (x.Reliability != Reliability.SelfMedia).CompareTo(y.Reliability != Reliability.SelfMedia);
        if (order != 0)
        {
            return (order, PrecedenceCriterion.SelfMedia);
        }

        order = x.Stage.Number().CompareTo(y.Stage.Number());
        if (order != 0)
        {
            return (order, PrecedenceCriterion.Stage);
        }

        // As numbers: the enum's own comparison puts both on the heap, for every pair of vintages.
        order = ((int)x.Reliability).CompareTo((int)y.Reliability);
        if (order != 0)
        {
            return (order, PrecedenceCriterion.Reliability);
        }

        order = x.KnownFrom.CompareTo(y.KnownFrom);
        return order != 0 ? (order, PrecedenceCriterion.KnownFrom) : (x.Id.CompareTo(y.Id), PrecedenceCriterion.Line);
    }
}
