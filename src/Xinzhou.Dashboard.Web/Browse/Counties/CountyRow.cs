namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>One unit in the ranking.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Figure">The published figure: a level or a growth rate; null when it is not obtained.</param>
/// <param name="Value">What is compared, in the unit of the column; null if there is nothing to compare (none, no more than a bound, or of another scope or price basis).</param>
/// <param name="Rank">From 1, equal values equal; null without a value, and while fewer than half of the units have one.</param>
/// <param name="Share">The share of the city in %, unrounded, computed here; null where it cannot be.</param>
/// <param name="Before">The figure of the earlier period that is shown beside it.</param>
/// <param name="Others">The levels of other indicators in the same period, in the order of <see cref="CountiesModel.Others"/>.</param>
public sealed record CountyRow(
    StatisticalUnit Unit,
    Figure? Figure,
    decimal? Value,
    int? Rank,
    decimal? Share,
    Figure? Before,
    IReadOnlyList<Figure?> Others)
{
    /// <summary>True when another unit has the same rank.</summary>
    public bool IsTied { get; init; }

    /// <summary>True when the figure is of another price basis than those that are compared.</summary>
    public bool IsOtherPrices { get; init; }

    /// <summary>True when no more than a bound is published (100亿元以上): it has no place among values.</summary>
    public bool IsBound => Figure is { Comparator: not Comparator.Equal };

    /// <summary>True when there is a figure, and it may not be compared with the others.</summary>
    public bool IsOtherScope => Figure is { Scope.Length: > 0 };
}
