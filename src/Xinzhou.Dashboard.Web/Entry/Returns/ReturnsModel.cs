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

    /// <summary>Sorts the returns that a person may see.</summary>
    /// <param name="all">The returns of the page, and those of other quarters that wait for the reporter.</param>
    /// <param name="query">Which of them are asked for.</param>
    /// <param name="now">The moment of looking.</param>
    /// <param name="quarters">The quarters of the page; all if left out.</param>
    public static ReturnsModel Of(
        IReadOnlyList<ReturnSummary> all, ReturnsQuery query, DateTimeOffset now, IReadOnlyCollection<Quarter>? quarters = null)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(query);
        var shown = all.Where(query.Takes).ToList();
        bool IsOfPage(ReturnSummary r) => quarters?.Contains(r.Quarter) != false;
        bool IsOwed(ReturnSummary r) => r.State.IsOwed() && now < r.Dates.ClosesAt || r.State == ReturnState.Correcting;
        return new()
        {
            Owed = [.. shown.Where(IsOwed).OrderBy(r => r.State == ReturnState.Correcting).ThenBy(r => r.Dates.DueAt)],
            Others = [.. shown.Where(r => !IsOwed(r) && IsOfPage(r))],
            Rates =
            [
                .. from r in shown
                   where IsOfPage(r)
                   group r by (r.Quarter, r.Department) into g
                   orderby g.Key.Quarter.Code descending, g.Key.Department.Order
                   select ReturnRate.Of(g.Key.Quarter, g.Key.Department, [.. g], now),
            ],
        };
    }
}
