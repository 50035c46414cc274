using Xinzhou.Dashboard.Web.Account.Limits;

namespace Xinzhou.Dashboard.Web.Messages.Calendars;

/// <summary>How often calendars are given: each instance counts for itself.</summary>
/// <param name="time">The clock.</param>
public sealed class CalendarLimits(TimeProvider time)
{
    /// <summary>By person: programs ask every few minutes at most, several of them one after the other.</summary>
    public AttemptLimit Known { get; } = new(60, TimeSpan.FromSeconds(10), time);

    /// <summary>What nobody has, by address: as often as passwords may fail.</summary>
    public AttemptLimit Unknown { get; } = new(20, TimeSpan.FromSeconds(30), time);
}
