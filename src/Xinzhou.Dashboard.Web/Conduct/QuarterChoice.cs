using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Conduct;

/// <summary>Which quarter a page shows: the one that its address asks for, else the last that is over.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Refused">What the address asked for and is none that can be shown; null otherwise.</param>
public sealed record QuarterChoice(Quarter Quarter, string? Refused)
{
    /// <summary>The parameter of the address.</summary>
    public const string Name = "quarter";

    /// <summary>So many quarters are offered.</summary>
    private const int Offered = 8;

    // Nothing was done here before; and dates have to be reckoned with.
    private static readonly Quarter First = new(2000, 1);

    /// <param name="written">As the address gives it; null or empty for none.</param>
    /// <param name="today">The day that the page speaks from.</param>
    public static QuarterChoice Of(string? written, DateOnly today)
    {
        var usual = today.Year > First.Year ? CheckInDuties.LastEnded(today) : First;
        return string.IsNullOrEmpty(written) ? new(usual, null)
            : Quarter.Parse(written) is { } asked && asked.LastDay >= First.LastDay && asked.LastDay <= Quarter.Of(today).LastDay ? new(asked, null)
            : new(usual, written);
    }

    /// <summary>The quarters that are offered, the latest first: that which runs, those before it, and the one that is shown.</summary>
    public IEnumerable<Quarter> Choices(DateOnly today)
    {
        var quarter = Quarter.Of(today);
        for (var i = 0; i < Offered && quarter.Year > First.Year; i++, quarter = quarter.Previous) yield return quarter;
        if (Quarter.LastDay <= quarter.LastDay) yield return Quarter;
    }
}
