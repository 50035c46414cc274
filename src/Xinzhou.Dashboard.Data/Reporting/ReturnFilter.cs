using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Which returns a list shows.</summary>
public sealed record ReturnFilter
{
    /// <summary>The code of a department; null for all.</summary>
    public string? Department { get; init; }

    /// <summary>Of these quarters; null for all.</summary>
    public IReadOnlyCollection<Quarter>? Quarters { get; init; }

    /// <summary>With it, those that wait for the reporter at the moment are shown too, of whatever quarter; null if not.</summary>
    public DateTimeOffset? OwedAt { get; init; }

    /// <summary>In a state; null for any.</summary>
    public ReturnState? State { get; init; }

    internal IQueryable<ReturnEntity> Of(IQueryable<ReturnEntity> returns)
    {
        if (Department is { } department) returns = returns.Where(r => r.DepartmentCode == department);
        if (State is { } state) returns = returns.Where(r => r.State == state);
        if (Quarters is null) return returns;
        Quarter[] quarters = [.. Quarters];
        if (OwedAt is not { } now) return returns.Where(r => quarters.Contains(r.Quarter));
        return returns.Where(r => quarters.Contains(r.Quarter)
            || r.State == ReturnState.Correcting
            || ((r.State == ReturnState.Open || r.State == ReturnState.InProgress || r.State == ReturnState.Returned) && r.Calendar.Dates.ClosesAt > now));
    }
}
