namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What a reporter puts into a cell.</summary>
/// <param name="Value">The value in the row's unit, with the decimals written; null if there is none.</param>
/// <param name="Blank">Why there is no value; null if there is one, or the cell is still to be filled.</param>
/// <param name="Reason">Of a blank: why, in words.</param>
/// <param name="Explanation">Why a value is right though a rule asks.</param>
/// <param name="Source">Where the reporter took it from (投资司3号表).</param>
public sealed record CellEntry(decimal? Value, BlankReason? Blank = null, string? Reason = null, string? Explanation = null, string? Source = null)
{
    /// <summary>The maximum length of a reason, explanation or source.</summary>
    public const int MaxLength = 300;

    public static CellEntry Empty { get; } = new((decimal?)null);

    /// <summary>True when neither a value nor a reason for its absence is given.</summary>
    public bool IsEmpty => Value is null && Blank is null;

    /// <summary>True when it says why the value is right though rules ask: one explanation answers all of them.</summary>
    public bool IsExplained => !string.IsNullOrWhiteSpace(Explanation);

    /// <summary>True when both say the same, digits included (1.0 is not 1.00).</summary>
    public bool SaysTheSame(CellEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this == other && Value?.Scale == other.Value?.Scale;
    }
}
