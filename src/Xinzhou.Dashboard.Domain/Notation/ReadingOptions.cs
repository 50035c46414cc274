using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>What reading a table depends on besides the table.</summary>
public sealed record ReadingOptions
{
    public required Catalogue Catalogue { get; init; }

    /// <summary>The moment of the import.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True when unknown indicators and units are to be created.</summary>
    public bool Create { get; init; }

    /// <summary>A date of publication for all rows that have none of their own.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>True where of <see cref="Published"/> only the month is known.</summary>
    public bool PublishedToMonth { get; init; }

    /// <summary>The reliability of hosts that the installation has decided on.</summary>
    public IReadOnlyDictionary<string, Reliability>? ReliabilityOfHosts { get; init; }

    /// <summary>
    /// As many figures are held while they are compared, checked and stored, so that the file is not parsed for each step; those of a longer
    /// file are read anew.
    /// </summary>
    public int MaxHeld { get; init; } = 200_000;
}
