
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>A unit that reports or is responsible. No source names any; they are entered by the installation.</summary>
public sealed record Department(string Code, string Name, int Order)
{
    /// <summary>The day from which there is no such unit any more; null while there is. What it owed stays readable.</summary>
    public DateOnly? DissolvedOn { get; init; }

    /// <summary>True on a day on which there is no such unit any more.</summary>
    public bool IsDissolvedOn(DateOnly day) => DissolvedOn <= day;
}
