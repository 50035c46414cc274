using System.Globalization;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>A seal over the audit log that is not as it was made.</summary>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="First">The number of the first event that it is over.</param>
/// <param name="Last">The number of the last.</param>
public sealed record SealFinding(SealFault Fault, long First, long Last)
{
    /// <summary>In a few words: <c>seal of events 12-40 does not fit them</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seal of events {First}-{Last} {Word}");

    private string Word => Fault switch
    {
        SealFault.Altered => "does not fit them",
        SealFault.Unchained => "does not follow the one before",
        SealFault.Removed => "is not the one that the log tells of",
        SealFault.Added => "was added behind the log",
        _ => "is not the one that was noted",
    };
}
