
namespace Xinzhou.Dashboard.Data.Import;

/// <summary>How a file is to be imported.</summary>
public sealed record ImportSettings
{
    /// <summary>The name of the file, for the audit log.</summary>
    public required string File { get; init; }

    /// <summary>Who imports it, for the audit log.</summary>
    public required string Actor { get; init; }

    /// <summary>True when unknown indicators and units are to be created.</summary>
    public bool Create { get; init; }

    /// <summary>True when nothing is to be stored: only what would happen is told.</summary>
    public bool DryRun { get; init; }

    /// <summary>A date of publication for rows that have none.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>True where of <see cref="Published"/> only the month is known.</summary>
    public bool PublishedToMonth { get; init; }
}
