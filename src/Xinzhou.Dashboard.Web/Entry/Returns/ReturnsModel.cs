using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Entry.Returns;

/// <summary>The returns of a page, what is owed first.</summary>
public sealed record ReturnsModel
{
    /// <summary>Those that wait for the reporter: the one due first; those being corrected, which no date presses, last.</summary>
    public required IReadOnlyList<ReturnSummary> Owed { get; init; }

    /// <summary>The dates of the return that is due next; null when none is.</summary>
    public ReturnDates? Next => Owed.FirstOrDefault(r => r.State.IsOwed())?.Dates;

    /// <summary>The others, the newest quarter first.</summary>
    public required IReadOnlyList<ReturnSummary> Others { get; init; }

    /// <summary>Completeness and punctuality by quarter and department, the newest first.</summary>
    public required IReadOnlyList<ReturnRate> Rates { get; init; }

    /// <summary>What can be filtered by.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public required IReadOnlyList<Quarter> Quarters { get; init; }

    /// <summary>True when there is no return at all, whatever is asked for.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Sorts the returns that a person may see.</summary>
    public static ReturnsModel Of(IReadOnlyList<ReturnSummary> all, ReturnsQuery query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(query);
        var shown = all.Where(query.Takes).ToList();
        bool IsOwed(ReturnSummary r) => r.State.IsOwed() && now < r.Dates.ClosesAt || r.State == ReturnState.Correcting;
        return new()
        {
            Owed = [.. shown.Where(IsOwed).OrderBy(r => r.State == ReturnState.Correcting).ThenBy(r => r.Dates.DueAt)],
            Others = [.. shown.Where(r => !IsOwed(r))],
            Rates =
            [
                .. from r in shown
                   group r by (r.Quarter, r.Department) into g
                   orderby g.Key.Quarter.Code descending, g.Key.Department.Order
                   select ReturnRate.Of(g.Key.Quarter, g.Key.Department, [.. g], now),
            ],
            Departments = [.. all.Select(r => r.Department).Distinct().OrderBy(d => d.Order)],
            Quarters = [.. all.Select(r => r.Quarter).Distinct().OrderByDescending(q => q.Code)],
            IsEmpty = all.Count == 0,
        };
    }
}
