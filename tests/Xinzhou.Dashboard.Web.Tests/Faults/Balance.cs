namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>What is there against what people were told.</summary>
/// <param name="Lost">Acknowledged and not there.</param>
/// <param name="Doubled">There more often than it was asked for.</param>
/// <param name="Half">There by half.</param>
internal readonly record struct Balance(long Lost, long Doubled, long Half)
{
    public static Balance operator +(Balance left, Balance right) =>
        new(left.Lost + right.Lost, left.Doubled + right.Doubled, left.Half + right.Half);
}
