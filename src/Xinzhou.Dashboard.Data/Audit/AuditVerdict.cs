using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What a look at the audit log, and at the figures that it answers for, has found.</summary>
/// <param name="Events">How many events there are.</param>
/// <param name="FirstBad">The number of the first that does not follow from the one before, or is missing at the end; null when all is as it was written.</param>
/// <param name="Head">Where the log ends.</param>
/// <param name="Figures">Whether the figures are what it says.</param>
public sealed record AuditVerdict(long Events, long? FirstBad, AuditHead Head, FigureVerdict Figures)
{
    /// <summary>Whether the log is what was sealed; null where nothing ever was.</summary>
    public SealVerdict? Seals { get; init; }

    /// <summary>Whether everything is as it was written.</summary>
    public bool IsSound => Fault is null;

    /// <summary>What is wrong, in a few words; null when nothing is.</summary>
    public string? Fault => FirstBad is { } bad
        ? string.Create(CultureInfo.InvariantCulture, $"broken at event {bad}")
        : Figures.FirstBad?.ToString() ?? Seals?.FirstBad?.ToString();
}
