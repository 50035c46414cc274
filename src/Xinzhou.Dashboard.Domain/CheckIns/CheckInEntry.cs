using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What a unit says of a work item at the end of a quarter.</summary>
/// <param name="Percent">形象进度: 0–100, % of the work; at 100 it is done.</param>
/// <param name="Done">What was done; never empty.</param>
/// <param name="Next">What comes next; null if nothing is said.</param>
/// <param name="Obstacles">What is in the way; null if nothing is.</param>
public sealed record CheckInEntry(decimal Percent, string Done, string? Next = null, string? Obstacles = null)
{
    /// <summary>The greatest length of each text.</summary>
    public const int MaxLength = 500;

    /// <summary>More digits after the point are not kept.</summary>
    public const int MaxDecimals = 2;

    /// <summary>The same with its texts as they are kept (<see cref="PlainText.Entered"/>); an empty one is none.</summary>
    public CheckInEntry Trimmed() => new(Percent, PlainText.Entered(Done) ?? "", PlainText.Entered(Next), PlainText.Entered(Obstacles));

    /// <summary>What is wrong with it; empty if it can be sent.</summary>
    public IEnumerable<CheckInFault> Faults()
    {
        if (Percent is < 0 or > 100) yield return CheckInFault.PercentRange;
        else if (Percent.Scale > MaxDecimals) yield return CheckInFault.TooManyDecimals;
        if (string.IsNullOrWhiteSpace(Done)) yield return CheckInFault.DoneMissing;
        if (Done?.Length > MaxLength || Next?.Length > MaxLength || Obstacles?.Length > MaxLength) yield return CheckInFault.TooLong;
    }
}
