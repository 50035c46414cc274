namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What the head of a copied column says.</summary>
/// <param name="Index">Its index in the block.</param>
/// <param name="Head">Its head, over all its lines, as copied.</param>
/// <param name="Kind">What stands in it; null when the head does not say.</param>
/// <param name="Span">Over which time, as far as the head says.</param>
/// <param name="Uom">The unit that its head names; null when it names none.</param>
public sealed record PastedColumn(int Index, string Head, PastedColumn.Holds? Kind, PastedColumn.Time Span, string? Uom)
{
    /// <summary>What stands in a column.</summary>
    public enum Holds
    {
        /// <summary>The value.</summary>
        Value,

        /// <summary>Its growth on the same period of the year before.</summary>
        Growth,

        /// <summary>Names of rows.</summary>
        Names,

        /// <summary>The unit of each row.</summary>
        Unit,

        /// <summary>Something that is not entered: the year before, an increment, another growth.</summary>
        Other,
    }

    /// <summary>Over which time.</summary>
    public enum Time
    {
        Unsaid,
        YearToDate,

        /// <summary>A single month or quarter.</summary>
        OnePeriod,
    }
}
